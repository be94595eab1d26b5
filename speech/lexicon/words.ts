/** Longest entry of a word list that stands at a place; entries are found by their first character. */
export class Words {
  /** For each first unit the number of its bucket, 0 for none: most places of a text begin no entry. */
  private readonly first = new Uint16Array(0x10000);
  private readonly buckets: string[][] = [[]];
  /** The second unit of each entry, 0 for entries of one: most entries of a bucket fall out on it. */
  private readonly seconds: Uint16Array[] = [];

  constructor(...lists: readonly string[]) {
    const seen = new Set<string>();
    for (const word of lists.join(' ').split(/\s+/)) {
      if (word === '' || seen.has(word)) continue;
      seen.add(word);
      const unit = word.charCodeAt(0);
      const at = this.first[unit] ?? 0;
      const bucket = at === 0 ? undefined : this.buckets[at];
      if (bucket) bucket.push(word);
      else this.first[unit] = this.buckets.push([word]) - 1;
    }
    for (const bucket of this.buckets) {
      bucket.sort((a, b) => b.length - a.length);
      this.seconds.push(Uint16Array.from(bucket, (word) => (word.length > 1 ? word.charCodeAt(1) : 0)));
    }
  }

  at(text: string, place: number): string | null {
    if (place >= text.length) return null;
    const number = this.first[text.charCodeAt(place)] ?? 0;
    if (number === 0) return null;
    const bucket = this.buckets[number];
    const seconds = this.seconds[number];
    if (!bucket || !seconds) return null;
    const second = place + 1 < text.length ? text.charCodeAt(place + 1) : 0;
    for (let i = 0; i < seconds.length; i += 1) {
      if (seconds[i] !== second && seconds[i] !== 0) continue;
      const word = bucket[i];
      if (word !== undefined && (word.length <= 2 || text.startsWith(word, place))) return word;
    }
    return null;
  }

  has(text: string): boolean {
    for (let i = 0; i < text.length; i += 1) if (this.at(text, i) !== null) return true;
    return false;
  }

  endsWith(text: string): string | null {
    for (let start = Math.max(0, text.length - 8); start < text.length; start += 1) {
      const word = this.at(text, start);
      if (word !== null && start + word.length === text.length) return word;
    }
    return null;
  }

  entries(): readonly string[] {
    return this.buckets.flat();
  }
}

/** A table of characters, for loops that look at every place of a text. */
export class Chars {
  private readonly table = new Uint8Array(0x10000);

  constructor(chars: string) {
    for (let i = 0; i < chars.length; i += 1) this.table[chars.charCodeAt(i)] = 1;
  }

  at(text: string, place: number): boolean {
    return this.table[text.charCodeAt(place)] === 1;
  }
}
