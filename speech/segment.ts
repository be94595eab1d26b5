import { Chars } from './lexicon/words';
import { skeleton } from './skeleton';
import type { Normalised } from './normalise';

export interface Heading {
  readonly level: number;
  /** How many characters the mark takes. */
  readonly mark: number;
}

/** A sentence in the normalised text; `skeleton` has quotes and brackets filled. */
export interface RawSentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly skeleton: string;
  /** Where the lines that make up the sentence begin: offset in `text`, place in the normalised text. */
  readonly lines: readonly LineStart[];
  readonly paragraphIndex: number;
  readonly firstInParagraph: boolean;
  readonly aloneInParagraph: boolean;
  readonly heading: Heading | null;
  /** True where the line ends without a full stop. */
  readonly open: boolean;
}

export interface LineStart {
  readonly offset: number;
  readonly place: number;
}

interface Line {
  start: number;
  end: number;
  indented: boolean;
  afterBlank: boolean;
}

const HEADING_FORMS: readonly [RegExp, number][] = [
  [/^第[一二三四五六七八九十百零\d]{1,4}(?:章|节|部分|编|条)[，：、]?/, 1],
  [/^[一二三四五六七八九十]{1,3}、/, 1],
  [/^（[一二三四五六七八九十]{1,3}）/, 2],
  [/^\d{1,2}(?:、|\.(?!\d))/, 3],
  [/^（\d{1,2}）/, 4],
  [/^[①②③④⑤⑥⑦⑧⑨⑩]/, 4],
];

const HEADS = new Chars('第一二三四五六七八九十（0123456789①②③④⑤⑥⑦⑧⑨⑩【');

export const headingOf = (text: string): Heading | null => {
  if (!HEADS.at(text, 0)) return null;
  const head = text.slice(0, 12);
  for (const [form, level] of HEADING_FORMS) {
    const found = form.exec(head);
    if (found) return { level, mark: found[0].length };
  }
  return /^【[^】]{1,30}】$/.test(text.slice(0, 40)) && !/责任|牵头|时限/.test(text) ? { level: 2, mark: 0 } : null;
};

const FURNITURE = /^(?:[—–\-－·\s]*\d{1,4}[—–\-－·\s]*|[—–\-－]?第?\d{1,4}页(?:[，,/／]?共?\d{1,4}页)?[—–\-－]?|\d{1,4}\/\d{1,4})$/;
const isFurniture = (line: string): boolean => line.length <= 20 && FURNITURE.test(line) && !/^20\d\d$/.test(line);

const ENDS = '。！？；…：';
const CLOSING = '”’）》】〕〉';

const linesOf = (n: Normalised): Line[] => {
  const lines: Line[] = [];
  let start = 0;
  let afterBlank = true;
  while (start <= n.text.length) {
    let end = n.text.indexOf('\n', start);
    if (end < 0) end = n.text.length;
    if (end === start) afterBlank = true;
    else if (!(end - start <= 20 && isFurniture(n.text.slice(start, end)))) {
      lines.push({ start, end, indented: n.indented.has(start), afterBlank });
      afterBlank = false;
    }
    start = end + 1;
  }
  return lines;
};

/** The width at which pasted text was wrapped, or 0 where its lines show no common width. */
const wrapWidth = (lines: readonly Line[]): number => {
  const counts = new Map<number, number>();
  const widths: number[] = [];
  for (const line of lines) {
    const width = line.end - line.start;
    widths.push(width);
    if (width >= 12 && width <= 120) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let best = 0;
  let bestCount = 0;
  for (const width of counts.keys()) {
    const near = (counts.get(width) ?? 0) + (counts.get(width - 1) ?? 0) + (counts.get(width - 2) ?? 0);
    if (near > bestCount || (near === bestCount && width > best)) {
      best = width;
      bestCount = near;
    }
  }
  // Wrapped text has hardly a line that is longer than the wrap.
  const longer = widths.filter((width) => width > best + 2).length;
  return bestCount >= 3 && bestCount * 3 >= lines.length && longer * 20 <= lines.length ? best : 0;
};

/** Rule `soft-break`: a line goes on in the next where it stops in mid-sentence. */
const goesOn = (n: Normalised, line: Line, next: Line, width: number): boolean => {
  if (next.afterBlank || next.indented) return false;
  const last = n.text.charAt(line.end - 1);
  if (ENDS.includes(last)) return false;
  const text = n.text.slice(line.start, line.end);
  const nextHead = n.text.slice(next.start, next.start + 14);
  if ('，、（“《'.includes(last)) return true;
  if (CLOSING.includes(last) && ENDS.includes(n.text.charAt(line.end - 2))) return false;
  if (headingOf(nextHead)) return false;
  const length = line.end - line.start;
  if (width > 0 && length >= width - 2 && length <= width + 1) return true;
  if (headingOf(text)) return false;
  // Prose rather than a title: a pause inside, long, and the next line is not a title of the same look.
  return length >= 20 && /[，；。]/.test(text) && !/[。！？；]$/.test(text) && /[，。；！？]/.test(n.text.slice(next.start, next.end));
};

const pieceEnd = (text: string, bones: string, from: number): number => {
  let i = from;
  while (i < bones.length && !'。！？；'.includes(bones.charAt(i))) i += 1;
  if (i >= bones.length) return bones.length;
  i += 1;
  while (i < bones.length && ('。！？；…'.includes(bones.charAt(i)) || CLOSING.includes(bones.charAt(i)))) i += 1;
  // A bracket that names the unit or the limit after the full stop belongs to the sentence it follows.
  if ((bones.charAt(i) === '（' || bones.charAt(i) === '【') && /^.(?:责任|牵头|主办|承办|配合|完成时限|时限)/.test(text.slice(i, i + 6))) {
    const close = bones.indexOf(bones.charAt(i) === '（' ? '）' : '】', i);
    if (close > 0 && close - i <= 240) {
      i = close + 1;
      while (i < bones.length && '。；'.includes(bones.charAt(i))) i += 1;
    }
  }
  return i;
};

/** Sentences in order; between them stand only white space and page furniture. */
export const segment = (n: Normalised): RawSentence[] => {
  const lines = linesOf(n);
  const width = wrapWidth(lines);
  const sentences: RawSentence[] = [];
  let paragraphIndex = 0;
  for (let i = 0; i < lines.length; i += 1) {
    const group: Line[] = [];
    let current = lines[i];
    while (current) {
      group.push(current);
      const next = lines[i + 1];
      if (!next || !goesOn(n, current, next, width)) break;
      current = next;
      i += 1;
    }
    addParagraph(n, group, paragraphIndex, sentences);
    paragraphIndex += 1;
  }
  return sentences;
};

/** The lines of one paragraph are joined for reading; where they began is kept to find the way back. */
const addParagraph = (n: Normalised, group: readonly Line[], paragraphIndex: number, into: RawSentence[]): void => {
  const text = group.map((line) => n.text.slice(line.start, line.end)).join('');
  const bones = skeleton(text);
  const before = into.length;
  let lineIndex = 0;
  let lineOffset = 0;
  let from = 0;
  while (from < text.length) {
    const end = pieceEnd(text, bones, from);
    const lines: LineStart[] = [];
    for (;;) {
      const line = group[lineIndex];
      if (!line) break;
      const begin = Math.max(from, lineOffset);
      lines.push({ offset: begin - from, place: line.start + begin - lineOffset });
      const lineEnd = lineOffset + line.end - line.start;
      if (lineEnd > end) break;
      lineIndex += 1;
      lineOffset = lineEnd;
      if (lineEnd === end) break;
    }
    const piece = text.slice(from, end);
    const first = into.length === before;
    const sentence: RawSentence = {
      start: 0, end: 0, text: piece, skeleton: bones.slice(from, end), lines, paragraphIndex,
      firstInParagraph: first, aloneInParagraph: false, heading: headingOf(piece),
      open: !/[。！？；…：][”’）》】]*$/.test(piece.slice(-4)),
    };
    into.push({ ...sentence, start: placeIn(sentence, 0), end: placeIn(sentence, piece.length - 1) + 1 });
    from = end;
  }
  const only = into[before];
  if (only && into.length === before + 1) into[before] = { ...only, aloneInParagraph: true };
};

/** The place in the normalised text of an offset in the sentence. */
export const placeIn = (sentence: Pick<RawSentence, 'lines'>, offset: number): number => {
  let low = 0;
  let high = sentence.lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentence.lines[middle]?.offset ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const line = sentence.lines[low];
  return line ? line.place + offset - line.offset : offset;
};
