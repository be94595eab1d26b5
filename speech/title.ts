import { Chars } from './lexicon/words';
import { skeleton } from './skeleton';

export const LONGEST_TITLE = 40;

const OPENS = new Chars('，、；： \t\u00a0\u3000');
const CLOSES = new Chars('，、；：。！？ \t\u00a0\u3000');
const trimmed = (quote: string): string => {
  let start = 0;
  let end = quote.length;
  while (start < end && OPENS.at(quote, start)) start += 1;
  while (end > start && CLOSES.at(quote, end - 1)) end -= 1;
  return quote.slice(start, end);
};

/** Who does it has a field of its own: where room is short, the line says what is done. */
const DOERS = /^由[^，；。]{1,30}(?:牵头|负责|主办)[^，；。]{0,6}，(?:[^，；。]{1,40}(?:配合|参与|协助|协同)，)?/;

/** A ledger line of at most 40 characters in the text's own words: the quote, cut at a natural place where it is too long. */
export const titleOf = (quote: string): string => {
  const whole = trimmed(quote.includes('\n') ? quote.replace(/\n/g, '') : quote);
  if (whole.length <= LONGEST_TITLE) return whole;
  const plain = whole.replace(DOERS, '');
  if (plain.length <= LONGEST_TITLE) return plain;
  const bones = skeleton(plain.slice(0, LONGEST_TITLE + 1));
  for (const mark of ['，', '、']) {
    const cut = bones.lastIndexOf(mark, LONGEST_TITLE);
    if (cut >= 8) return plain.slice(0, cut);
  }
  return plain.slice(0, LONGEST_TITLE);
};
