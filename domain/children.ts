/** 分解: a commitment's children, each a life of its own, whose due is never after the parent's. */
import type { FactOf } from './facts';
import { register, registrationSchema } from './register';
import { leadOf, type Commitment, type Rules } from './state';
import type { Instant } from './time';

export type Born = FactOf<'decomposed'>['children'][number];

/** @param parent after the fact that decomposed it; the child counts by the same rules. @param at of that fact: the child's D */
export const childOf = (parent: Commitment, child: Born, at: Instant, rules: Rules): Commitment => {
  const state = register(registrationSchema.parse({
    title: child.title, kind: 'deliverable', lead: child.unit, sponsor: parent.sponsor, registrar: parent.registrar, reviewer: parent.reviewer,
    acceptance: child.acceptance, due: child.due, quote: parent.quote, source: parent.source, pack: parent.pack.name,
    ...(parent.matterClass === null ? {} : { matterClass: parent.matterClass }), ...(parent.arrivedAt === null ? {} : { arrivedAt: parent.arrivedAt }),
  }), { id: child.id, at, clockShiftMs: parent.clockShiftMs, wakeSpreadMs: parent.wakeSpreadMs }, rules);
  return { ...state, parent: { id: parent.id, weight: child.weight, due: parent.due } };
};

/** How far a child counts as done, in percent; null where it was given up and counts no more. */
const shareDone = (child: Commitment): number | null => {
  switch (child.status) {
    case 'CLOSED': case 'WRITTEN_OFF': return 100;
    case 'TERMINATED': case 'NOT_PURSUED': return null;
    default: return leadOf(child).lastReport?.percent ?? 0;
  }
};

/** Weighted progress in percent over the children; null without any that counts. */
export const weightedProgress = (children: readonly Commitment[]): number | null => {
  const counted = children.flatMap((child) => {
    const done = shareDone(child);
    return done === null ? [] : [{ done, weight: child.parent?.weight ?? 1 }];
  });
  const weights = counted.reduce((sum, one) => sum + one.weight, 0);
  return weights === 0 ? null : Math.round((counted.reduce((sum, one) => sum + one.done * one.weight, 0) / weights) * 10) / 10;
};
