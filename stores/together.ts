/**
 * What many requests ask of MongoDB at the same moment, asked once. While one round is under way, what comes waits for the next,
 * so that nothing waits where nothing runs, and every answer is from a round that began after it was asked for.
 */

/** Reads by key; those that ask for the same one share a round. */
export const readTogether = <T>(load: (key: string) => Promise<T>): ((key: string) => Promise<T>) => {
  interface Rounds { readonly running: Promise<T>; next: Promise<T> | null }
  const rounds = new Map<string, Rounds>();
  const begin = (key: string): Promise<T> => {
    const round: Rounds = { running: load(key), next: null };
    rounds.set(key, round);
    const end = (): void => {
      if (round.next === null && rounds.get(key) === round) rounds.delete(key);
    };
    round.running.then(end, end);
    return round.running;
  };
  return (key) => {
    const round = rounds.get(key);
    if (!round) return begin(key);
    round.next ??= round.running.then(() => begin(key), () => begin(key));
    return round.next;
  };
};

/** So many documents a round: far below what one message may hold. */
const ROUND = 200;

/**
 * Writes, many a round: one trip and one journal for all of them.
 * @param write of a round; tells by index which were refused, and throws where none can be answered for
 */
export const writeTogether = <T>(write: (items: readonly T[]) => Promise<ReadonlyMap<number, Error>>): ((item: T) => Promise<void>) => {
  interface Waiting { readonly item: T; readonly done: () => void; readonly failed: (error: unknown) => void }
  let waiting: Waiting[] = [];
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) {
      const round = waiting.slice(0, ROUND);
      waiting = waiting.slice(ROUND);
      try {
        const refused = await write(round.map(({ item }) => item));
        round.forEach(({ done, failed }, index) => {
          const error = refused.get(index);
          if (error) failed(error);
          else done();
        });
      } catch (error) {
        round.forEach(({ failed }) => failed(error));
      }
    }
    running = false;
  };
  return (item) => new Promise((done, failed) => {
    waiting.push({ item, done, failed });
    if (!running) void run();
  });
};
