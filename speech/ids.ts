/** FNV-1a over UTF-16 units, 64 bits in two halves: same text, same id, whatever the line ends and widths. */
export const hashOf = (text: string): string => {
  const [a, b] = halves(text);
  return written(a) + written(b);
};

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const written = (half: number): string => `${HEX[half >>> 24]}${HEX[(half >>> 16) & 255]}${HEX[(half >>> 8) & 255]}${HEX[half & 255]}`;

const halves = (text: string): readonly [number, number] => {
  let a = 0x811c9dc5;
  let b = 0xcbf29ce4;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ (unit + i), 0x01000193);
  }
  return [a >>> 0, b >>> 0];
};

/** Ids from content and count: an unchanged sentence keeps its id when another one is corrected. */
export class Ids {
  /** By 53 bits of the hash: a number is found faster than a string. */
  private readonly seen = new Map<number, number>();

  constructor(private readonly prefix: string) {}

  next(content: string): string {
    const [a, b] = halves(content);
    const key = (a & 0x1fffff) * 0x1_0000_0000 + b;
    const count = (this.seen.get(key) ?? 0) + 1;
    this.seen.set(key, count);
    return `${this.prefix}${written(a)}${written(b)}${count === 1 ? '' : `-${count}`}`;
  }
}
