/** Ids of notices: one per (commitment, occasion, period, post), so that a repeated wake cannot owe a second mail. */
import type { Commitment } from './state';
import { POST_KINDS, type Occasion, type PostKind } from './vocabulary';

export const noticeIdOf = (commitment: string, occasion: Occasion, period: string, post: string): string =>
  `${commitment}:${occasion}:${period}:${post}`;

const AGAIN = /~again-(\d+)$/;
/** What marks the id of a notice that went out once more; empty for one that did not. */
export const againMark = (id: string): string => AGAIN.exec(id)?.[0] ?? '';
/** The id under which this one goes out once more: its own, with how often it has. */
export const againIdOf = (id: string): string => `${id.replace(AGAIN, '')}~again-${Number(AGAIN.exec(id)?.[1] ?? 0) + 1}`;

/** The parts of an id again: what it was about and for whom; `unit` null where the post is no unit's. */
export const readNoticeId = (commitment: string, id: string): { readonly occasion: string; readonly period: string; readonly post: string; readonly kind: PostKind | null; readonly unit: string | null } => {
  const [occasion = '', period = '', ...rest] = id.slice(commitment.length + 1).replace(AGAIN, '').split(':');
  const post = rest.join(':');
  const at = post.indexOf('@');
  const kind = at < 0 ? null : (POST_KINDS.find((one) => one === post.slice(0, at)) ?? null);
  return { occasion, period, post, kind, unit: kind === null ? null : post.slice(at + 1) };
};

/** The slip that a filing is about: its occasion and its period; null for any other notice. */
export const filedSlip = ({ occasion, period }: { readonly occasion: string; readonly period: string }): { readonly occasion: string; readonly period: string } | null => {
  const parts = occasion === 'filing' ? /^([a-zA-Z]+)-(r\d+)$/.exec(period) : null;
  return parts === null ? null : { occasion: parts[1] ?? '', period: parts[2] ?? '' };
};

/** The fact that a period of the form `s12` names. */
export const seqOfPeriod = (period: string): number | null => {
  const digits = /^s(\d{1,9})$/.exec(period)?.[1];
  return digits === undefined ? null : Number(digits);
};

/** The post that a kind means for this commitment: a unit's own post, or one named on the item. */
export const postOf = (state: Commitment, kind: PostKind, unit: string): string => {
  if (kind === 'registrar') return state.registrar;
  if (kind === 'reviewer') return state.reviewer;
  if (kind === 'sponsor') return state.sponsor;
  return `${kind}@${unit}`;
};
