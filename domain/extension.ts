/** 延期: who decides on it, and how a request stands to T. */
import { dueInstant, shiftDate } from './moments';
import type { Commitment, Rules } from './state';
import { civilDateOf, daysBetween, type CivilDate, type Instant } from './time';
import type { Lateness, PostKind } from './vocabulary';

/** In time up to the pack's lead before T; from there to T it is near (临期申请); after T it counts as overdue (rule 25). */
export const latenessOf = (state: Commitment, { pack, calendar }: Rules, at: Instant): Lateness => {
  if (at > dueInstant(state.due, pack)) return 'overdue';
  const { leadDays, days } = pack.extension;
  const last = shiftDate(calendar, state.due, -leadDays, days);
  // The day ends with its cut-off; older releases took it to midnight.
  return (state.readings < 2 ? civilDateOf(at) <= last : at <= dueInstant(last, pack)) ? 'inTime' : 'near';
};

const approverAt = ({ approvers }: Rules['pack']['extension'], step: number): PostKind =>
  approvers[Math.min(step, approvers.length - 1)] ?? 'registrar';

/**
 * The first `free` ones go to the ordinary approver, later ones one step up each; so does a request that comes late.
 * A long extension, counted from the original date, needs at least the approver of its length.
 */
export const approverOf = (state: Commitment, { pack }: Rules, to: CivilDate, lateness: Lateness): PostKind => {
  const { free, approvers, byLength } = pack.extension;
  const byNumber = Math.max(0, state.extension.granted - free + 1) + (lateness === 'inTime' ? 0 : 1);
  const length = daysBetween(state.originalDue, to);
  const needed = byLength.filter((tier) => length > tier.overDays).map((tier) => approvers.indexOf(tier.approver));
  return approverAt(pack.extension, Math.max(byNumber, ...needed));
};

/** Whether one of the posts is the approver's or stands above it. An approver that the present pack does not know (it changed since) counts as the ordinary one. */
export const reachesLevel = ({ pack }: Rules, approver: PostKind, holds: readonly PostKind[]): boolean => {
  const { approvers } = pack.extension;
  return holds.some((kind) => approvers.indexOf(kind) >= Math.max(0, approvers.indexOf(approver)));
};

/** Whoever stands above the approver; the highest one himself at the top. */
export const approverAbove = ({ pack }: Rules, approver: PostKind): PostKind =>
  approverAt(pack.extension, pack.extension.approvers.indexOf(approver) + 1);
