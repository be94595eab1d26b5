import type { Draft, Warning } from './types';

export interface OpenItem {
  readonly id: string;
  readonly title: string;
}

export interface Likeness {
  readonly draftId: string;
  readonly other: string;
  /** Share of common pairs of characters, 0 to 1. */
  readonly likeness: number;
  readonly same: boolean;
}

/** Two lines are alike when three fifths of their character pairs are the same. */
export const ALIKE = 0.6;
/** A pair of characters that stands in very many titles (工作, 建设) finds nobody: it would make the search quadratic. */
const COMMON = 12;

const plain = (title: string): string => title.replace(/[\s，、；：。“”‘’《》（）()*]/g, '').replace(/^(?:进一步|积极|大力|全力|切实|认真|扎实|着力|深入|全面|持续|继续|不断|加快)+/, '');

/** Pairs of neighbouring characters as numbers, each once. */
const pairsOf = (text: string): number[] => {
  const pairs: number[] = [];
  for (let i = 0; i + 1 < text.length; i += 1) {
    const pair = text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1);
    if (!pairs.includes(pair)) pairs.push(pair);
  }
  return pairs;
};

/** A title as it is compared. */
interface Line {
  readonly text: string;
  readonly pairs: readonly number[];
}
const lineOf = (title: string): Line => {
  const text = plain(title);
  return { text, pairs: pairsOf(text) };
};

const TRIED = 5;
/** The few entries with the most common pairs, of equals the earlier first: a sort of all of them would be for nothing. */
const mostCommon = (common: ReadonlyMap<number, number>): number[] => {
  const places: number[] = [];
  const counts: number[] = [];
  for (const [at, count] of common) {
    if (counts.length === TRIED && count <= (counts[TRIED - 1] ?? 0)) continue;
    let i = Math.min(counts.length, TRIED - 1);
    while (i > 0 && (counts[i - 1] ?? 0) < count) {
      places[i] = places[i - 1] ?? 0;
      counts[i] = counts[i - 1] ?? 0;
      i -= 1;
    }
    places[i] = at;
    counts[i] = count;
  }
  return places;
};

class Index {
  private readonly byPair = new Map<number, number[]>();
  private readonly byTitle = new Map<string, string>();
  private readonly entries: { id: string; pairs: readonly number[] }[] = [];

  add(id: string, { text: title, pairs }: Line): void {
    // A title that is there already finds its first bearer.
    if (this.byTitle.has(title)) return;
    this.byTitle.set(title, id);
    const at = this.entries.push({ id, pairs }) - 1;
    for (const pair of pairs) {
      const list = this.byPair.get(pair);
      if (!list) this.byPair.set(pair, [at]);
      else if (list.length < COMMON) list.push(at);
    }
  }

  nearest({ text, pairs }: Line): { id: string; likeness: number; same: boolean } | null {
    const twin = this.byTitle.get(text);
    if (twin !== undefined) return { id: twin, likeness: 1, same: true };
    const common = new Map<number, number>();
    for (const pair of pairs) {
      const list = this.byPair.get(pair);
      if (list && list.length < COMMON) for (const at of list) common.set(at, (common.get(at) ?? 0) + 1);
    }
    // Where every pair is a common one, the titles at hand decide by themselves.
    if (common.size === 0) for (const pair of pairs.slice(0, 2)) for (const at of this.byPair.get(pair) ?? []) common.set(at, 0);
    let best: { id: string; likeness: number; same: boolean } | null = null;
    const mine = new Set(pairs);
    for (const at of mostCommon(common)) {
      const entry = this.entries[at];
      if (!entry) continue;
      const shared = entry.pairs.reduce((count, pair) => count + (mine.has(pair) ? 1 : 0), 0);
      const likeness = shared / (pairs.length + entry.pairs.length - shared);
      if (likeness >= ALIKE && (!best || likeness > best.likeness)) best = { id: entry.id, likeness, same: false };
    }
    return best;
  }
}

/** Drafts that say what an open item of the ledger already says. */
export const nearDuplicates = (drafts: readonly Pick<Draft, 'id' | 'title'>[], openItems: readonly OpenItem[]): Likeness[] => {
  const index = new Index();
  for (const item of openItems) index.add(item.id, lineOf(item.title));
  const found: Likeness[] = [];
  for (const draft of drafts) {
    const near = index.nearest(lineOf(draft.title));
    if (near) found.push({ draftId: draft.id, other: near.id, likeness: near.likeness, same: near.same });
  }
  return found;
};

/** Warnings for drafts of one speech that repeat an earlier one; linear for texts of any length. */
export const repeatsInside = (drafts: readonly Pick<Draft, 'id' | 'title'>[]): ReadonlyMap<string, Warning> => {
  const index = new Index();
  const warnings = new Map<string, Warning>();
  for (const draft of drafts) {
    const line = lineOf(draft.title);
    const near = index.nearest(line);
    if (near) {
      warnings.set(draft.id, near.same
        ? { code: 'duplicate', text: '与本篇前文事项相同', other: near.id }
        : { code: 'nearDuplicate', text: '与本篇前文事项相近，请确认是否合并', other: near.id });
    }
    index.add(draft.id, line);
  }
  return warnings;
};
