import { skeleton } from './skeleton';

export const LONGEST_TITLE = 40;

/** A ledger line of at most 40 characters in the text's own words: the quote, cut at a natural place where it is too long. */
export const titleOf = (quote: string): string => {
  const plain = quote.replace(/\n/g, '').replace(/^[，、；：\s]+|[，、；：。！？\s]+$/g, '');
  if (plain.length <= LONGEST_TITLE) return plain;
  const bones = skeleton(plain.slice(0, LONGEST_TITLE + 1));
  for (const mark of ['，', '、']) {
    const cut = bones.lastIndexOf(mark, LONGEST_TITLE);
    if (cut >= 8) return plain.slice(0, cut);
  }
  return plain.slice(0, LONGEST_TITLE);
};
