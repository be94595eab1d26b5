/** Matching a corrected text to the old one: ascending, exact where it can be, indifferent to size. */
import fc from 'fast-check';
import { align, matchSentences } from '../../domain/sentence-match';

const sentence = fc.string({ unit: fc.constantFrom('要', '在', '年', '底', '前', '完', '成', '建', '设', '。'), minLength: 1, maxLength: 12 });

describe('matchSentences', () => {
  it('finds every sentence of an unchanged text where it was, repeats included', () => {
    fc.assert(fc.property(fc.array(sentence, { maxLength: 60 }), (text) => {
      expect(matchSentences(text, text)).toEqual(text.map((_, index) => index));
    }));
  });
  it('pairs ascend, and nothing is matched twice', () => {
    fc.assert(fc.property(fc.array(sentence, { maxLength: 40 }), fc.array(sentence, { maxLength: 40 }), (before, after) => {
      const pairs = matchSentences(before, after).filter((index) => index !== null);
      expect(pairs.every((index, at) => index < before.length && (at === 0 || index > (pairs[at - 1] ?? -1)))).toBe(true);
    }));
  });
  it('keeps all others when one sentence is taken out', () => {
    fc.assert(fc.property(fc.uniqueArray(sentence, { minLength: 1, maxLength: 40 }), fc.nat(), (before, n) => {
      const gone = n % before.length;
      const matched = matchSentences(before, before.filter((_, index) => index !== gone));
      expect(matched).toEqual(before.map((_, index) => index).filter((index) => index !== gone));
    }));
  });
  it('matches 50,000 sentences with a typo in every hundredth within seconds', () => {
    const before = Array.from({ length: 50_000 }, (_, n) => `第${n}项任务要在年底前完成建设并投入使用。`);
    const after = before.map((text, n) => (n % 100 === 0 ? text.replace('年底', '年末') : text));
    const began = performance.now();
    expect(matchSentences(before, after)).toEqual(before.map((_, index) => index));
    expect(performance.now() - began).toBeLessThan(5_000);
  });
  it('ends in time on equal lines and on two texts with nothing in common', () => {
    const same = Array.from({ length: 20_000 }, () => '要抓好落实。');
    const began = performance.now();
    expect(matchSentences(same, same.slice(5)).filter((index) => index !== null)).toHaveLength(19_995);
    matchSentences(Array.from({ length: 3_000 }, (_, n) => `甲乙丙丁戊${n}`), Array.from({ length: 3_000 }, (_, n) => `子丑寅卯辰${n + 9_999}`));
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('align', () => {
  it('keeps a stretch whose edge letter was corrected, and moves one behind an insertion', () => {
    const at = align('4月底前完成目绿，并公布', '4月30日前完成目录，并公布');
    const moved = (start: number, end: number): string => '4月30日前完成目录，并公布'.slice(at.start(start), at.end(end));
    expect(moved(4, 8)).toBe('完成目录');
    expect(moved(9, 12)).toBe('并公布');
    expect(moved(0, 4)).toBe('4月30日前');
  });
  it('stays inside the new text, in order', () => {
    fc.assert(fc.property(sentence, sentence, fc.nat(), fc.nat(), (before, after, m, n) => {
      const [start, end] = [m % before.length, n % before.length].sort((a, b) => a - b) as [number, number];
      const at = align(before, after);
      expect(at.start(start)).toBeGreaterThanOrEqual(0);
      expect(at.end(end + 1)).toBeLessThanOrEqual(after.length);
    }));
  });
});
