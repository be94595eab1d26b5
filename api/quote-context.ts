/** The quote among its neighbours: the sentence before and the one after, as the source's text of that time had them. */
import type { Commitment } from '../domain/state';
import type { Stores } from '../stores';

export interface QuoteContext { readonly before: string; readonly after: string }

/** Characters looked at on either side: longer than a sentence that anybody reads in one go. */
const REACH = 400;
const LAST_SENTENCE = /[^。！？]*[。！？]?[”’）]*$/u;
const FIRST_SENTENCE = /^[，；、：]?[^。！？]*[。！？]?[”’）]*/u;

/** @param text whole; neighbours are of the same paragraph */
export const neighboursOf = (text: string, { start, end }: { readonly start: number; readonly end: number }): QuoteContext => {
  const [back = ''] = text.slice(Math.max(0, start - REACH), start).split('\n').slice(-1);
  const [ahead = ''] = text.slice(end, end + REACH).split('\n', 1);
  // The full stop that closes the quote's own sentence goes with what follows it.
  const close = /^[。！？；][”’）]*/u.exec(ahead)?.[0] ?? '';
  return { before: (LAST_SENTENCE.exec(back)?.[0] ?? '').trimStart(), after: close + (FIRST_SENTENCE.exec(ahead.slice(close.length))?.[0] ?? '') };
};

/** @returns null where nothing stands beside it, or the text that its place counts in is not kept */
export const contextOf = async ({ sources }: Stores, { source: place, quote }: Commitment): Promise<QuoteContext | null> => {
  if (place?.textSha256 === undefined || quote === '') return null;
  const source = await sources.get(place.id);
  const revision = source?.sha256 === place.textSha256 ? source.revision : source?.supersedes.find(({ sha256 }) => sha256 === place.textSha256)?.revision;
  if (revision === undefined) return null;
  const text = await sources.text(place.id, revision);
  // A quote that is not these very words (shortened, put together) has no neighbours of its own.
  if (text.slice(place.start, place.end) !== quote) return null;
  const { before, after } = neighboursOf(text, place);
  return before === '' && after === '' ? null : { before, after };
};
