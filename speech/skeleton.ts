/** What stands inside quotes, brackets and 书名号 says nothing about the sentence's build: it is filled with this. */
export const FILL = '□';

const CLOSERS: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '《': '》', '〈': '〉', '（': '）', '【': '】', '〔': '〕' };
/** A pair that does not close within this distance is a slip of the pen, and hides nothing. */
const REACH = 240;

/** Same length as the text; brackets stay, what they hold is filled. One pass: each opener looks ahead a bounded way. */
export const skeleton = (text: string): string => {
  let firstOpener = -1;
  for (let i = 0; i < text.length; i += 1) {
    if (CLOSERS[text.charAt(i)] !== undefined) {
      firstOpener = i;
      break;
    }
  }
  if (firstOpener < 0) return text;
  const out: string[] = [text.slice(0, firstOpener)];
  let i = firstOpener;
  let blindUntil = -1;
  while (i < text.length) {
    const c = text.charAt(i);
    const closer = i > blindUntil ? CLOSERS[c] : undefined;
    if (closer === undefined) {
      out.push(c);
      i += 1;
      continue;
    }
    const close = closeOf(text, i, c, closer);
    if (close < 0) {
      // Without this a run of unclosed openers would each scan the whole reach.
      blindUntil = i + 16;
      out.push(c);
      i += 1;
      continue;
    }
    out.push(c, FILL.repeat(close - i - 1), closer);
    i = close + 1;
  }
  return out.join('');
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
