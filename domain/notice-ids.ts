/** Ids of notices: one per (commitment, occasion, period, post), so that a repeated wake cannot owe a second mail. */
import { leadOf, type Commitment } from './state';
import type { Occasion, PostKind } from './vocabulary';

export const noticeIdOf = (commitment: string, occasion: Occasion, period: string, post: string): string =>
  `${commitment}:${occasion}:${period}:${post}`;

/** The post that a kind means for this commitment: a unit's own post, or one named on the item. */
export const postOf = (state: Commitment, kind: PostKind, unit: string): string => {
  if (kind === 'registrar') return state.registrar;
  if (kind === 'reviewer') return state.reviewer;
  if (kind === 'sponsor') return state.sponsor;
  return `${kind}@${unit}`;
};

/** Id of a slip's notice to the lead unit's side. */
export const slipNoticeId = (state: Commitment, occasion: Occasion, period: string, kind: PostKind): string =>
  noticeIdOf(state.id, occasion, period, postOf(state, kind, leadOf(state).unit));
