/**
 * One question that many ask at the same moment is answered once: at each change all open ledgers read the same first page again.
 * Who asks while an answer is being made gets the next one, which begins after he asked: nobody is told what was true before
 * his question, so what he has just done himself is in it.
 */
export const createSharing = <T>() => {
  const running = new Map<string, Promise<T>>();
  const next = new Map<string, Promise<T>>();
  const begin = (key: string, answer: () => Promise<T>): Promise<T> => {
    const made = answer().finally(() => running.delete(key));
    running.set(key, made);
    return made;
  };
  /** @param key the same for questions with the same answer: what is asked, and how far the asker may see */
  return (key: string, answer: () => Promise<T>): Promise<T> => {
    const waiting = next.get(key);
    if (waiting) return waiting;
    const now = running.get(key);
    if (!now) return begin(key, answer);
    const after = now.catch(() => undefined).then(() => {
      next.delete(key);
      return begin(key, answer);
    });
    next.set(key, after);
    return after;
  };
};
