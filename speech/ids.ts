/** FNV-1a over UTF-16 units, 64 bits in two halves: same text, same id, whatever the line ends and widths. */
export const hashOf = (text: string): string => {
  let a = 0x811c9dc5;
  let b = 0xcbf29ce4;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ (unit + i), 0x01000193);
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
};

/** Ids from content and count: an unchanged sentence keeps its id when another one is corrected. */
export class Ids {
  private readonly seen = new Map<string, number>();

  constructor(private readonly prefix: string) {}

  next(content: string): string {
    const hash = hashOf(content);
    const count = (this.seen.get(hash) ?? 0) + 1;
    this.seen.set(hash, count);
    return `${this.prefix}${hash}${count === 1 ? '' : `-${count}`}`;
  }
}
