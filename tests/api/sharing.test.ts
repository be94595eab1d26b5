/** One answer for all who ask at the same moment, and none older than its question. */
import { createSharing } from '../../api/sharing';

describe('a question that many ask at once', () => {
  /** Answers with how many were begun, when it is let. */
  const slow = () => {
    let begun = 0;
    const open: (() => void)[] = [];
    const answer = async (): Promise<number> => {
      begun += 1;
      const mine = begun;
      await new Promise<void>((resolve) => open.push(resolve));
      if (mine === 3) throw new Error('the third one fails');
      return mine;
    };
    const began = async (count: number): Promise<void> => {
      for (let turns = 0; begun < count && turns < 100; turns += 1) await new Promise((resolve) => setImmediate(resolve));
      expect(begun).toBe(count);
    };
    return { answer, began, let: () => open.shift()?.() };
  };

  it('is answered by one that begins after it was asked, the same for all who wait', async () => {
    const share = createSharing<number>();
    const work = slow();
    const first = share('a', work.answer);
    const later = [share('a', work.answer), share('a', work.answer), share('a', work.answer)];
    const other = share('b', () => Promise.resolve(-1));
    await work.began(1);
    expect(await other).toBe(-1);
    work.let();
    expect(await first).toBe(1);
    await work.began(2);
    work.let();
    expect(await Promise.all(later)).toEqual([2, 2, 2]);
    await work.began(2);
  });

  it('fails for those alone whose answer failed, and is then asked anew', async () => {
    const share = createSharing<number>();
    const work = slow();
    const [first, second] = [share('a', work.answer), share('a', work.answer)];
    work.let();
    expect(await first).toBe(1);
    await work.began(2);
    work.let();
    expect(await second).toBe(2);
    const [third, fourth] = [share('a', work.answer), share('a', work.answer)];
    const failed = expect(third).rejects.toThrow('the third one fails');
    work.let();
    await failed;
    await work.began(4);
    work.let();
    expect(await fourth).toBe(4);
  });
});
