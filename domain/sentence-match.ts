/**
 * Which sentence of a corrected text is which of the old one: order-preserving, exact first, then by likeness.
 * Anchors are sentences that stand once on either side (patience), so a long text costs little more than reading it.
 */
const ALIKE = 0.5;
/** Pairs weighed in one gap between anchors; a larger gap is cut into pieces of so many, each at its share of the way. */
const GAP_PAIRS = 100_000;
const LONGEST_ALIGNED = 3_000;

/** @returns for each sentence of `after` the index of its counterpart in `before`, or null; ascending */
export const matchSentences = (before: readonly string[], after: readonly string[]): (number | null)[] => {
  const matched = new Array<number | null>(after.length).fill(null);
  // A stack instead of recursion: a text of 50,000 equal lines must not end in a stack overflow.
  const gaps: [number, number, number, number][] = [[0, before.length, 0, after.length]];
  for (let gap = gaps.pop(); gap; gap = gaps.pop()) {
    let [a0, a1, b0, b1] = gap;
    for (; a0 < a1 && b0 < b1 && before[a0] === after[b0]; a0 += 1, b0 += 1) matched[b0] = a0;
    for (; a0 < a1 && b0 < b1 && before[a1 - 1] === after[b1 - 1]; a1 -= 1, b1 -= 1) matched[b1 - 1] = a1 - 1;
    if (a0 === a1 || b0 === b1) continue;
    const anchors = anchorsBetween(before, after, a0, a1, b0, b1);
    if (anchors.length === 0) {
      const pieces = Math.ceil(((a1 - a0) * (b1 - b0)) / GAP_PAIRS);
      const cuts = Math.min(pieces === 1 ? 1 : Math.ceil(Math.sqrt(pieces)) * 2, a1 - a0, b1 - b0);
      for (let cut = 0; cut < cuts; cut += 1) {
        const share = (from: number, to: number, at: number): number => from + Math.floor(((to - from) * at) / cuts);
        const piece = [share(a0, a1, cut), share(a0, a1, cut + 1), share(b0, b1, cut), share(b0, b1, cut + 1)] as const;
        for (const [a, b] of alikeBetween(before, after, ...piece)) matched[b] = a;
      }
      continue;
    }
    let [fromA, fromB] = [a0, b0];
    for (const [a, b] of anchors) {
      matched[b] = a;
      gaps.push([fromA, a, fromB, b]);
      [fromA, fromB] = [a + 1, b + 1];
    }
    gaps.push([fromA, a1, fromB, b1]);
  }
  return matched;
};

/** Equal sentences that stand once on either side, the longest ascending run of them. */
const anchorsBetween = (before: readonly string[], after: readonly string[], a0: number, a1: number, b0: number, b1: number): [number, number][] => {
  const once = new Map<string, number | null>();
  for (let a = a0; a < a1; a += 1) once.set(before[a] ?? '', once.has(before[a] ?? '') ? null : a);
  const seen = new Map<string, number | null>();
  for (let b = b0; b < b1; b += 1) seen.set(after[b] ?? '', seen.has(after[b] ?? '') ? null : b);
  const pairs: [number, number][] = [];
  for (let b = b0; b < b1; b += 1) {
    const a = once.get(after[b] ?? '');
    if (a !== undefined && a !== null && seen.get(after[b] ?? '') === b) pairs.push([a, b]);
  }
  return longestAscending(pairs);
};

/** Of pairs ascending in `b`, the longest run that ascends in `a`. */
const longestAscending = (pairs: readonly [number, number][]): [number, number][] => {
  const tails: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([a], index) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[0] ?? 0) < a) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const run: [number, number][] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair) run.push(pair);
  }
  return run.reverse();
};

/** The order-preserving pairing with the greatest sum of likeness, each pair at least `ALIKE`. */
const alikeBetween = (before: readonly string[], after: readonly string[], a0: number, a1: number, b0: number, b1: number): [number, number][] => {
  const [rows, columns] = [a1 - a0, b1 - b0];
  const left = Array.from({ length: rows }, (_, i) => bigrams(before[a0 + i] ?? ''));
  const right = Array.from({ length: columns }, (_, j) => bigrams(after[b0 + j] ?? ''));
  const best = Array.from({ length: rows + 1 }, () => new Float32Array(columns + 1));
  const taken = Array.from({ length: rows + 1 }, () => new Uint8Array(columns + 1));
  for (let i = rows - 1; i >= 0; i -= 1) {
    const [row, below] = [best[i] as Float32Array, best[i + 1] as Float32Array];
    for (let j = columns - 1; j >= 0; j -= 1) {
      const skip = Math.max(below[j] ?? 0, row[j + 1] ?? 0);
      row[j] = skip;
      const likeness = before[a0 + i] === after[b0 + j] ? 1.01 : dice(left[i], right[j]);
      if (likeness < ALIKE || likeness + (below[j + 1] ?? 0) <= skip) continue;
      row[j] = likeness + (below[j + 1] ?? 0);
      (taken[i] as Uint8Array)[j] = 1;
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < rows && j < columns;) {
    if (taken[i]?.[j] === 1) {
      pairs.push([a0 + i, b0 + j]);
      i += 1;
      j += 1;
    } else if ((best[i + 1]?.[j] ?? 0) >= (best[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
};

const bigrams = (text: string): ReadonlySet<number> => {
  const plain = text.replace(/[\s，、；。：“”‘’]/g, '');
  const pairs = new Set<number>();
  for (let i = 0; i + 1 < plain.length; i += 1) pairs.add(plain.charCodeAt(i) * 0x10000 + plain.charCodeAt(i + 1));
  return pairs;
};

const dice = (a: ReadonlySet<number> = new Set(), b: ReadonlySet<number> = new Set()): number => {
  if (a.size + b.size === 0) return 1;
  if (Math.min(a.size, b.size) * 3 < Math.max(a.size, b.size)) return 0; // cannot reach ALIKE
  let common = 0;
  for (const pair of a) if (b.has(pair)) common += 1;
  return (2 * common) / (a.size + b.size);
};

/** Share of what two stretches have in common. */
export const likeness = (a: string, b: string): number => (a === b ? 1 : dice(bigrams(a), bigrams(b)));

/** Where the boundaries of a stretch of `before` lie in `after`. */
export interface Alignment { start(offset: number): number; end(offset: number): number }

/** Letter by letter, by their longest common subsequence; very long ones only by what they begin and end with alike. */
export const align = (before: string, after: string): Alignment => {
  const place = new Int32Array(before.length).fill(-1);
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) {
    place[head] = head;
    head += 1;
  }
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    place[before.length - 1 - tail] = after.length - 1 - tail;
    tail += 1;
  }
  const [a, b] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  if (a !== '' && b !== '' && a.length <= LONGEST_ALIGNED && b.length <= LONGEST_ALIGNED) {
    const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i -= 1) {
      const [row, below] = [length[i] as Uint16Array, length[i + 1] as Uint16Array];
      for (let j = b.length - 1; j >= 0; j -= 1) row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
    for (let i = 0, j = 0; i < a.length && j < b.length;) {
      if (a[i] === b[j]) {
        place[head + i] = head + j;
        i += 1;
        j += 1;
      } else if ((length[i + 1]?.[j] ?? 0) >= (length[i]?.[j + 1] ?? 0)) i += 1;
      else j += 1;
    }
  }
  return {
    // What was replaced at an edge belongs to the stretch it stood in.
    start(offset) {
      const own = place[offset] ?? -1;
      if (own >= 0) return own;
      for (let i = offset - 1; i >= 0; i -= 1) if ((place[i] ?? -1) >= 0) return (place[i] ?? 0) + 1;
      return 0;
    },
    end(offset) {
      const own = offset > 0 ? (place[offset - 1] ?? -1) : 0;
      if (own >= 0 && offset > 0) return own + 1;
      for (let i = offset; i < before.length; i += 1) if ((place[i] ?? -1) >= 0) return place[i] ?? 0;
      return after.length;
    },
  };
};
