/**
 * 换版、换历: a running commitment goes on under another pack or another calendar.
 * What was sent stays sent and T stays as said. A limit that stood as the old rules have it stands as the new ones have it;
 * one set otherwise (by a ruling, after a suspension) stays. What the change would put into the past ends with the next working day.
 */
import { addWorkingDays, isProvisional, workingDayFrom } from './calendar';
import { clockKey, clockLimit, clocksAfterRepin, clocksOf, clockStart, clockStopped, isTold } from './clocks';
import type { ClocksSet, Replan } from './facts';
import { limitAfter, nextOpening, shiftDate } from './limits';
import { momentsAhead } from './moments';
import { firstPeriod, nextPeriod } from './periods';
import type { Commitment, Rules, UnitPart } from './state';
import { civilDateOf, instantAt, type CivilDate, type Instant } from './time';

export type ReplanCause = Pick<Replan, 'cause' | 'reason' | 'matterClass'>;

/** Codes of the rungs reached in this round, under whatever pack. */
const rungsTold = ({ ladder }: Commitment, was: Rules): string[] =>
  [...new Set([...ladder.told, ...was.pack.rungs.slice(0, ladder.done).map((rung) => rung.code)])];
/** How many of the new pack's rungs count as done: those up to the highest that has a counterpart among the ones reached. */
const rungsDone = (told: readonly string[], next: Rules): number =>
  next.pack.rungs.reduce((done, rung, index) => (told.includes(rung.code) ? index + 1 : done), 0);

/** Clocks that the new pack brings along and that had run out before it came: nobody was held to them. */
const neverOwed = (state: Commitment, was: Rules, next: Rules, at: Instant): string[] => state.units.flatMap((part) => clocksOf(next.pack, part).flatMap((clock) => {
  const start = clockStart(state, clock, part);
  const key = clockKey(clock.code, part);
  if (start === null || isTold(state, clock, part) || clockStopped(state, clock, part) || clockLimit(state, next, clock, start, part) > at) return [];
  const before = was.pack.clocks.find((one) => one.code === clock.code);
  const stillRan = before !== undefined && clockLimit(state, was, before, start, part) > at;
  return stillRan ? [] : [key];
}));

/** Pending refusals whose ruling has another limit, or none, or one for the first time; who has been reminded is not told anew. */
const rulingsMoved = (state: Commitment, next: Rules, counted: (value: Instant, by: (rules: Rules) => Instant) => Instant, bounded: (limit: Instant) => Instant): { unit: string; ruleBy: Instant | null }[] =>
  state.units.flatMap(({ unit, pendingRefusal }) => {
    if (pendingRefusal === null) return [];
    const { at, ruleBy, reminded } = pendingRefusal;
    const limit = (rules: Rules): Instant | null => (rules.pack.refusalRuling === null ? null : limitAfter(rules, at, rules.pack.refusalRuling));
    const now = limit(next);
    const moved = now === null ? null : reminded ? ruleBy : ruleBy === null ? bounded(now) : counted(ruleBy, (rules) => limit(rules) ?? ruleBy);
    return moved === ruleBy ? [] : [{ unit, ruleBy: moved }];
  });

/** @param reminded as it is now said to be; left out: as it was */
export const withRuleBy = ({ unit, pendingRefusal }: UnitPart, set: readonly { readonly unit: string; readonly ruleBy: Instant | null }[] | undefined, reminded?: boolean): UnitPart['pendingRefusal'] => {
  const found = set?.find((one) => one.unit === unit);
  return pendingRefusal === null || found === undefined ? pendingRefusal : { ...pendingRefusal, ruleBy: found.ruleBy, reminded: reminded ?? pendingRefusal.reminded };
};

/** Not missed, but never owed; older releases kept no difference. */
const released = ({ readings, clocks, missedClocks }: Commitment, keys: readonly string[]): Pick<Commitment, 'clocks' | 'missedClocks'> =>
  (readings < 2 ? { clocks, missedClocks: [...missedClocks, ...keys] } : { clocks: [...clocks.filter(({ key }) => !keys.includes(key)), ...keys.map((key) => ({ key, by: null, told: false }))], missedClocks });

const rearmed = <T extends Pick<Commitment, 'clocks'>>(given: T, set: ClocksSet): T =>
  (set.length === 0 ? given : { ...given, clocks: [...given.clocks.filter(({ key }) => !set.some((one) => one.key === key)), ...set.map((one) => ({ ...one, told: false }))] });

/** The state under its new pins, before anything else of it is counted anew. */
const pinned = (state: Commitment, next: Rules, matterClass: string | null): Commitment =>
  ({ ...state, pack: { name: next.pack.name, version: next.pack.version }, calendarVersion: next.calendar.version, matterClass });

export const replanBody = (state: Commitment, was: Rules, next: Rules, at: Instant, { cause, reason, matterClass }: ReplanCause): Replan => {
  const soon = instantAt(addWorkingDays(next.calendar, civilDateOf(at), 1), next.pack.hours.cutoff);
  const bounded = (limit: Instant): Instant => (limit > at ? limit : soon);
  /** @param by how the limit reads under given rules */
  const counted = (value: Instant, by: (rules: Rules) => Instant): Instant => (value <= at || value !== by(was) ? value : bounded(by(next)));

  const signBy = state.units.flatMap((part) => {
    if (part.signedAt !== null) return [];
    const moved = counted(part.signBy, (rules) => limitAfter(rules, part.dispatchedAt, rules.pack.signFor));
    return moved === part.signBy ? [] : [{ unit: part.unit, signBy: moved }];
  });
  const ruleBy = rulingsMoved(state, next, counted, bounded);
  const { closure, closedAt, lookBackAt, suspension } = state;
  const { pending } = state.extension;
  const period = state.periods?.now ?? null;
  const rhythm = state.periods?.rhythm;
  const periodDue = (rules: Rules): CivilDate => {
    if (period === null || rhythm === undefined) return '';
    return (period.index === 1 ? firstPeriod(rules, rhythm, instantAt(period.from, '12:00'), 1, state.readings) : nextPeriod(rules, rhythm, { index: period.index - 1, due: period.from })).due;
  };
  const newDue = period === null || period.due !== periodDue(was) ? null : periodDue(next);
  const told = rungsTold(state, was);
  const ladder = { ...state.ladder, done: rungsDone(told, next), told };
  const passed = neverOwed(state, was, next, at);
  const moved = (keys: readonly string[]): Commitment => ({ ...pinned(state, next, matterClass), ladder, ...released(state, keys) });
  const clocks = state.readings >= 3 && cause === 'pack' ? clocksAfterRepin(state, was, { ...moved(passed), replannedAt: at }, next, at) : [];
  const clocksPassed = passed.filter((key) => !clocks.some((set) => set.key === key));
  const changed = moved(clocksPassed);
  const late = momentsAhead({ ...changed, ladder: { ...ladder, waitingFor: [] } }, next).some((moment) => (moment.kind === 'rung' || moment.kind === 'strike') && moment.at <= at);
  return {
    cause, reason, matterClass,
    pack: { from: state.pack, to: changed.pack }, calendar: { from: state.calendarVersion, to: next.calendar.version },
    provisional: { from: isProvisional(was.calendar, state.due), to: isProvisional(next.calendar, state.due) },
    signBy, ...(ruleBy.length === 0 ? {} : { ruleBy }),
    reviewBy: closure === null ? null : counted(closure.reviewBy, (rules) => limitAfter(rules, closure.at, rules.pack.review)),
    lookBackAt: closedAt === null || lookBackAt === null || state.lookBackTold ? null
      : counted(lookBackAt, (rules) => instantAt(shiftDate(rules.calendar, civilDateOf(closedAt), rules.pack.lookBack.offset, rules.pack.lookBack.days), rules.pack.hours.opening)),
    decideBy: pending === null ? null : counted(pending.decideBy, (rules) => limitAfter(rules, pending.at, rules.pack.extension.decision)),
    wakeAt: suspension === null ? null : counted(suspension.wakeAt, (rules) => instantAt(workingDayFrom(rules.calendar, suspension.until), rules.pack.hours.opening)),
    periodDue: newDue === null || newDue === period?.due ? null : newDue > civilDateOf(at) ? newDue : civilDateOf(soon),
    rungsDone: ladder.done, rungsTold: told,
    // A rung that came due only by the change is not sent in its minute.
    notBefore: late ? nextOpening(next, at) : null,
    clocksPassed, ...(clocks.length === 0 ? {} : { clocks }),
  };
};

export const applyReplanned = (state: Commitment, fact: Replan & { readonly at: Instant }): Commitment => ({
  ...state, pack: fact.pack.to, calendarVersion: fact.calendar.to, matterClass: fact.matterClass, replannedAt: fact.at,
  units: state.units.map((part) => ({ ...part, signBy: fact.signBy.find((one) => one.unit === part.unit)?.signBy ?? part.signBy, pendingRefusal: withRuleBy(part, fact.ruleBy) })),
  closure: state.closure === null ? null : { ...state.closure, reviewBy: fact.reviewBy ?? state.closure.reviewBy },
  lookBackAt: fact.lookBackAt ?? state.lookBackAt,
  extension: state.extension.pending === null ? state.extension : { ...state.extension, pending: { ...state.extension.pending, decideBy: fact.decideBy ?? state.extension.pending.decideBy } },
  suspension: state.suspension === null ? null : { ...state.suspension, wakeAt: fact.wakeAt ?? state.suspension.wakeAt },
  periods: state.periods?.now && fact.periodDue !== null ? { ...state.periods, now: { ...state.periods.now, due: fact.periodDue } } : state.periods,
  ladder: { ...state.ladder, done: fact.rungsDone, told: [...fact.rungsTold], notBefore: fact.notBefore ?? state.ladder.notBefore },
  ...rearmed(released(state, fact.clocksPassed), fact.clocks ?? []),
});
