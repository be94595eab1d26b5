import { Chars } from './lexicon/words';

/** What stands inside quotes, brackets and 书名号 says nothing about the sentence's build: it is filled with this. */
export const FILL = '□';

const CLOSERS: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '《': '》', '〈': '〉', '（': '）', '【': '】', '〔': '〕' };
const OPENERS = new Chars('“‘《〈（【〔');
/** A pair that does not close within this distance is a slip of the pen, and hides nothing. */
const REACH = 240;

/** Same length as the text; brackets stay, what they hold is filled. One pass: each opener looks ahead a bounded way. */
export const skeleton = (text: string): string => {
  const out: string[] = [];
  let from = 0;
  let blindUntil = -1;
  for (let i = 0; i < text.length; i += 1) {
    if (i <= blindUntil || !OPENERS.at(text, i)) continue;
    const opener = text.charAt(i);
    const closer = CLOSERS[opener] ?? '';
    const close = closeOf(text, i, opener, closer);
    if (close < 0) {
      // Without this a run of unclosed openers would each scan the whole reach.
      blindUntil = i + 16;
      continue;
    }
    out.push(text.slice(from, i + 1), FILL.repeat(close - i - 1));
    from = close;
    i = close;
  }
  return from === 0 && out.length === 0 ? text : out.join('') + text.slice(from);
};

const closeOf = (text: string, open: number, opener: string, closer: string): number => {
  let depth = 0;
  const limit = Math.min(text.length, open + REACH);
  for (let i = open; i < limit; i += 1) {
    const c = text.charAt(i);
    if (c === '\n') return -1;
    if (c === opener) depth += 1;
    else if (c === closer) {
      depth -= 1;
      if (depth === 0) return i;
    }
  }
  return -1;
};
