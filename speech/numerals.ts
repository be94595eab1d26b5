const DIGITS: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** An Arabic number, or a Chinese one below ten thousand; null for anything else. */
export const numberOf = (words: string): number | null => {
  if (/^\d+$/.test(words)) return Number(words);
  let total = 0;
  let digit: number | null = null;
  for (const c of words) {
    const value = DIGITS[c];
    const power = TENS[c];
    if (value !== undefined) digit = value;
    else if (power !== undefined) {
      total += (digit ?? 1) * power;
      digit = null;
    } else return null;
  }
  return words === '' ? null : total + (digit ?? 0);
};
