/**
 * Which classes a character belongs to, 32 to a table: the loops that ask many classes about the same character
 * find them in one place of memory instead of one table a class.
 */
const tables: Uint32Array[] = [];
let taken = 0;
const nextClass = (): { table: Uint32Array; mask: number } => {
  if (taken % 32 === 0) tables.push(new Uint32Array(0x10000));
  const table = tables[tables.length - 1] ?? new Uint32Array(0x10000);
  const mask = 1 << (taken % 32);
  taken += 1;
  return { table, mask };
};

/** Longest entry of a word list that stands at a place; entries are found by their first character. */
export class Words {
  /** For each first unit the number of its bucket, 0 for none: most places of a text begin no entry. */
  private readonly first = new Uint16Array(0x10000);
  private readonly buckets: string[][] = [[]];
  private readonly table: Uint32Array;
  private readonly mask: number;
  /** The second unit of each entry, 0 for entries of one: most entries of a bucket fall out on it. */
  private readonly seconds: Uint16Array[] = [];

  constructor(...lists: readonly string[]) {
    const { table, mask } = nextClass();
    this.table = table;
    this.mask = mask;
    const seen = new Set<string>();
    for (const word of lists.join(' ').split(/\s+/)) {
      if (word === '' || seen.has(word)) continue;
      seen.add(word);
      const unit = word.charCodeAt(0);
      table[unit] = (table[unit] ?? 0) | mask;
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
    const unit = text.charCodeAt(place);
    if (((this.table[unit] ?? 0) & this.mask) === 0) return null;
    const number = this.first[unit] ?? 0;
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

/** A class of characters, for loops that look at every place of a text. */
export class Chars {
  private readonly table: Uint32Array;
  private readonly mask: number;

  constructor(chars: string) {
    const { table, mask } = nextClass();
    for (let i = 0; i < chars.length; i += 1) table[chars.charCodeAt(i)] = (table[chars.charCodeAt(i)] ?? 0) | mask;
    this.table = table;
    this.mask = mask;
  }

  at(text: string, place: number): boolean {
    return place < text.length && ((this.table[text.charCodeAt(place)] ?? 0) & this.mask) !== 0;
  }
}

const guards = new Uint32Array(0x10000);
let guarded = 0;

/**
 * A mask for letters of which a pattern needs one: `lettersIn` gathers the masks of a clause in one pass, and patterns
 * whose letters are not there need not be tried. At most 32 of them.
 */
export const needs = (letters: string): number => {
  if (guarded >= 32) throw new Error('more than 32 guards: lettersIn holds one bit for each');
  const mask = 1 << guarded;
  guarded += 1;
  for (let i = 0; i < letters.length; i += 1) guards[letters.charCodeAt(i)] = (guards[letters.charCodeAt(i)] ?? 0) | mask;
  return mask;
};

export const lettersIn = (text: string, from: number, to: number): number => {
  let letters = 0;
  for (let i = from; i < to; i += 1) letters |= guards[text.charCodeAt(i)] ?? 0;
  return letters;
};
