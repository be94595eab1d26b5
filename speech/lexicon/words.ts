/** Longest entry of a word list that stands at a place; entries are found by their first character. */
export class Words {
  private readonly byFirst = new Map<string, string[]>();

  constructor(...lists: readonly string[]) {
    const seen = new Set<string>();
    for (const word of lists.join(' ').split(/\s+/)) {
      if (word === '' || seen.has(word)) continue;
      seen.add(word);
      const first = word.charAt(0);
      const bucket = this.byFirst.get(first);
      if (bucket) bucket.push(word);
      else this.byFirst.set(first, [word]);
    }
    for (const bucket of this.byFirst.values()) bucket.sort((a, b) => b.length - a.length);
  }

  at(text: string, place: number): string | null {
    const bucket = this.byFirst.get(text.charAt(place));
    if (!bucket) return null;
    for (const word of bucket) if (text.startsWith(word, place)) return word;
    return null;
  }

  /** The first entry from `from` on, with its place. */
  find(text: string, from: number, to = text.length): { word: string; at: number } | null {
    for (let i = from; i < to; i += 1) {
      const word = this.at(text, i);
      if (word !== null && i + word.length <= to) return { word, at: i };
    }
    return null;
  }

  has(text: string): boolean {
    return this.find(text, 0) !== null;
  }

  endsWith(text: string): string | null {
    for (let length = Math.min(8, text.length); length > 0; length -= 1) {
      const tail = text.slice(text.length - length);
      if (this.at(tail, 0) === tail) return tail;
    }
    return null;
  }
}
