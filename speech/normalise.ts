import { Chars } from './lexicon/words';

/** The text in one plain form for matching, with the way back to the places of the text as given. */
export interface Normalised {
  readonly text: string;
  /** For each unit of `text`, its offset in the given text; one more entry for the end. */
  readonly origin: Uint32Array;
  /** Offsets in `text` of line starts that were indented: an indented line opens a paragraph. */
  readonly indented: ReadonlySet<number>;
}

const FULL: Readonly<Record<string, string>> = {
  ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）', '｡': '。', '､': '、',
  '「': '“', '」': '”', '｢': '“', '｣': '”', '『': '‘', '』': '’', '＂': '"', '﹐': '，', '﹔': '；', '［': '【', '］': '】', '[': '【', ']': '】',
};
const SPACES = new Set([' ', '\t', '\u00a0', '\u3000', '\u2002', '\u2003', '\u2009', '\u202f']);
const DROPPED = new Set(['\ufeff', '\u200b', '\u200c', '\u200d', '\u2060', '\u00ad', '\u0000']);
const BREAKS = new Set(['\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029']);

const isDigit = (c: string): boolean => c >= '0' && c <= '9';
const isAsciiWord = (c: string): boolean => isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');

const narrow = (c: string): string => {
  const code = c.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : c;
};

/** Characters that stay what they are: ideographs and the full-width marks that the text is brought to. */
const KEPT = new Chars('，。；：！？（）、“”‘’《》【】…');
const isKept = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return (code >= 0x4e00 && code <= 0x9fff) || KEPT.at(text, at);
};

/** Punctuation becomes full-width save between digits (1,234 and 12:30), where it belongs to a figure. */
export const normalise = (given: string): Normalised => {
  const out: string[] = [];
  const origin = new Uint32Array(given.length + 1);
  const indented = new Set<number>();
  let length = 0;
  let quoteOpen = false;
  let pendingSpace = -1;
  let atLineStart = true;
  let last = '';
  for (let i = 0; i < given.length; i += 1) {
    if (isKept(given, i)) {
      const from = i;
      while (i < given.length && isKept(given, i)) {
        origin[length] = i;
        length += 1;
        i += 1;
      }
      out.push(given.slice(from, i));
      i -= 1;
      last = given.charAt(i);
      pendingSpace = -1;
      atLineStart = false;
      continue;
    }
    const raw = given.charAt(i);
    if (DROPPED.has(raw)) continue;
    if (BREAKS.has(raw)) {
      if (raw === '\r' && given.charAt(i + 1) === '\n') continue;
      out.push('\n');
      origin[length] = i;
      length += 1;
      last = '\n';
      quoteOpen = false;
      pendingSpace = -1;
      atLineStart = true;
      continue;
    }
    if (SPACES.has(raw)) {
      if (atLineStart && (raw === '\t' || raw === '\u3000' || SPACES.has(given.charAt(i + 1)))) indented.add(length);
      if (pendingSpace < 0) pendingSpace = i;
      continue;
    }
    let c = narrow(raw);
    if (c === '"') {
      c = quoteOpen ? '”' : '“';
      quoteOpen = !quoteOpen;
    } else if (FULL[c] !== undefined) {
      const betweenDigits = (c === ',' || c === ':') && isDigit(last) && isDigit(narrow(given.charAt(i + 1)));
      if (!betweenDigits) c = FULL[c] ?? c;
    }
    if (pendingSpace >= 0 && isAsciiWord(c) && isAsciiWord(last)) {
      out.push(' ');
      origin[length] = pendingSpace;
      length += 1;
    }
    pendingSpace = -1;
    atLineStart = false;
    out.push(c);
    origin[length] = i;
    length += 1;
    last = c;
  }
  origin[length] = given.length;
  return { text: out.join(''), origin: origin.subarray(0, length + 1), indented };
};

/** The span in the given text of a span of the normalised one. */
export const toGiven = (n: Normalised, start: number, end: number): { start: number; end: number } => {
  const first = n.origin[start] ?? 0;
  const lastUnit = end > start ? (n.origin[end - 1] ?? 0) + 1 : first;
  return { start: first, end: lastUnit };
};
