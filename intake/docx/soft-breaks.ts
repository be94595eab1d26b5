/** Stands for Word's line break inside a paragraph until the paragraph is whole. */
export const SOFT_BREAK = '\u2028';

/** A line this long that ends without a full stop was broken for its looks. */
const LONG_LINE = 20;

const SENTENCE_END = /[。！？；：!?;:…”』」）)》】]$/;
const NEW_ITEM = /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．]|第[一二三四五六七八九十]{1,3}[，、,章条节]|[①-⑳●■◆•])/;

/** A break between sentences, items or short lines (titles, addresses) ends the line; one amid a sentence does not. */
export function resolveSoftBreaks(text: string): { text: string; breaks: number } {
  if (!text.includes(SOFT_BREAK)) return { text, breaks: 0 };
  const parts = text.split(SOFT_BREAK);
  let joined = parts[0] ?? '';
  let lineLength = joined.trim().length;
  for (const part of parts.slice(1)) {
    const amid = lineLength >= LONG_LINE && !SENTENCE_END.test(joined.slice(-20).trimEnd()) && part.trim() !== '' && !NEW_ITEM.test(part.trimStart());
    joined = amid ? joined.trimEnd() + spacer(joined.trimEnd(), part.trimStart()) + part.trimStart() : `${joined}\n${part}`;
    lineLength = amid ? lineLength + part.trim().length : part.trim().length;
  }
  return { text: joined, breaks: parts.length - 1 };
}

/** Words of Latin letters keep a space between them; Chinese needs none. */
function spacer(before: string, after: string): string {
  return /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after) ? ' ' : '';
}
