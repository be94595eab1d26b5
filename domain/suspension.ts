/** 暂停: while we wait for others the clock stands; afterwards the working time that was left is counted on. */
import { addWorkingDays, workingDaysBetween } from './calendar';
import { clocksAfterPause } from './clocks';
import type { FactBody } from './facts';
import { onePerDay, plannedPercent } from './planned';
import { firstFeedbackDay } from './limits';
import { dueInstant, limitAfter, nextOpening } from './moments';
import { leadOf, type Commitment, type Rules } from './state';
import { addDays, civilDateOf, instantAt, type CivilDate, type Instant } from './time';
import type { CommitmentStatus } from './vocabulary';

/** First day from R on whose end lies ahead. */
const openDay = (rules: Rules, at: Instant): CivilDate => {
  const day = civilDateOf(at);
  return instantAt(day, rules.pack.hours.cutoff) > at ? day : addDays(day, 1);
};

/** "The working days left in (S, T] are counted on from R" (domain.md, settled readings); never an earlier day than before. */
export const countedOn = (rules: Rules, since: Instant, at: Instant, day: CivilDate): CivilDate => {
  const left = workingDaysBetween(rules.calendar, civilDateOf(since), day);
  if (left < 0) return day;
  const moved = left === 0 ? openDay(rules, at) : addWorkingDays(rules.calendar, civilDateOf(at), left);
  return moved > day ? moved : day;
};

/** 序时进度 stands still from S to R and goes on from there. */
const pausedPlan = (state: Commitment, rules: Rules, since: Instant, at: Instant): Commitment['plan'] => {
  const [from, to] = [civilDateOf(since), civilDateOf(at)];
  const mark = plannedPercent(state.plan, from);
  const last = state.plan.at(-1);
  if (!last || last.date <= from || from === to) return state.plan;
  const points = [
    ...state.plan.filter((point) => point.date < from),
    ...(mark === null ? [] : [{ date: from, percent: mark }, { date: to, percent: mark }]),
    ...state.plan.filter((point) => point.date > from).map((point) => ({ ...point, date: countedOn(rules, since, at, point.date) })),
  ];
  return onePerDay(points);
};

export const resumedBody = (state: Commitment, rules: Rules, at: Instant, by: 'limit' | 'person', text: string | null): FactBody => {
  const since = state.suspension?.at ?? at;
  // Overdue before it was suspended, it comes back overdue: waiting is no pardon.
  const to = since > dueInstant(state.due, rules.pack) ? state.due : countedOn(rules, since, at, state.due);
  const signBy = state.units.filter((part) => part.signedAt === null).map(({ unit, signBy: limit }) => {
    const moved = instantAt(countedOn(rules, since, at, civilDateOf(limit)), rules.pack.hours.cutoff);
    return { unit, signBy: moved > at ? moved : limitAfter(rules, at, rules.pack.signFor) };
  });
  // A first feedback whose day fell into the time it stood is owed after it, as many working days on as were left.
  const feedbackBy = state.units.flatMap((part) => {
    const day = firstFeedbackDay(part, rules);
    return part.reports > 0 || day === null || day < civilDateOf(since) ? [] : [{ unit: part.unit, day: countedOn(rules, since, at, day) }];
  });
  const period = state.periods?.now?.due ?? null;
  return {
    type: 'resumed', by, text, since, from: state.due, to, plan: pausedPlan(state, rules, since, at),
    periodDue: period === null ? null : countedOn(rules, since, at, period), signBy, feedbackBy, notBefore: nextOpening(rules, at),
    ...(state.readings < 2 ? {} : { clocks: clocksAfterPause(state, rules, since, at, (day) => countedOn(rules, since, at, day)) }),
  };
};

/** What a suspended commitment goes on as: who leads may have changed or signed meanwhile. */
export const resumedStatus = (state: Commitment): CommitmentStatus => {
  if (leadOf(state).signedAt === null) return 'DISPATCHED';
  const before = state.suspension?.resumeTo ?? 'IN_PROGRESS';
  return before === 'DISPATCHED' ? 'SIGNED' : before;
};
