import { read } from './support';

const SIZE = 200_000;
const SEEDS = ['，', 'a', '今年，', '年底前', '每', '“', '“”', '（', '《', '*', '1', '1,', '、', '要', '将', '由', '的', '推进', '推进、', '9月', '市局', '市局、', '一', '\n', '一、\n', '；', '：', '（责任单位：', '2026年9月底前', '对', '自', '是', '会同市局、', '100%', '第一', '在中', '各县（市、区）要', '每周', '前三', '以来', '\ufeff', '\u3000', '\ud800', '由由', '一是', '力争'];

/** A small generator with a fixed seed: the same strings on every run. */
const random = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 0x1_0000_0000;
};

/** Milliseconds of this process's own processor time below which a reading is too short to be compared. */
const FLOOR_MS = 100;

/** Processor time, not the clock: a busy machine must not decide. */
const readWithCost = (text: string): [ms: number, result: ReturnType<typeof read>] => {
  const before = process.cpuUsage();
  const result = read(text);
  return [process.cpuUsage(before).user / 1000, result];
};

describe('hostile texts of 200 KB', () => {
  it.each(SEEDS.map((seed) => [JSON.stringify(seed), seed] as const))('reads a run of %s in linear time', (_, seed) => {
    const text = seed.repeat(Math.ceil(SIZE / seed.length)).slice(0, SIZE);
    const [quarter] = readWithCost(text.slice(0, SIZE / 4));
    // Four times the text: linear is 4 times the cost, quadratic 16. Below the floor the clock is too coarse to tell.
    const bound = 10 * Math.max(quarter, FLOOR_MS);
    let [whole, { sentences }] = readWithCost(text);
    expect(sentences.every((s) => s.end <= text.length)).toBe(true);
    // A collection of the whole heap may fall into one reading (a second, seen once), never into each of three.
    for (let again = 0; again < 2 && whole >= bound; again += 1) [whole, { sentences }] = readWithCost(text);
    expect(whole).toBeLessThan(bound);
  });

  it('reads random mixtures', () => {
    const next = random(20260302);
    for (let round = 0; round < 3; round += 1) {
      let text = '';
      while (text.length < SIZE) text += next() < 0.2 ? String.fromCharCode(Math.floor(next() * 0xffff)) : SEEDS[Math.floor(next() * SEEDS.length)]!;
      expect(read(text).coverage.unexplained).toBe(0);
    }
  });
});
