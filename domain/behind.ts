/** 序时进度: since when an item has been behind its plan, and when it has caught up. */
import { firstFeedbackDay } from './limits';
import { actualValue, isBehind, measuredBy, plannedValue } from './measures';
import { leadOf } from './parts';
import type { Rung } from './policy';
import type { Commitment, Report, Rules } from './state';
import { plannedPercent } from './planned';
import { addDays, civilDateOf, instantAt, later, type CivilDate, type Instant } from './time';

/** Percentage points behind on this day: of the plan, and of each measure's way from its baseline to its target; the largest. */
const lagOn = (state: Commitment, day: CivilDate): number => {
  const planned = plannedPercent(state.plan, day);
  const lags = state.measures.map((measure): number => {
    const [should, actual] = [plannedValue(measure, state.due, day), actualValue(measure)];
    if (should === null || actual === null || measure.target === null || !isBehind(measure, actual, should)) return 0;
    const way = Math.abs(measure.target - (measure.baseline ?? 0));
    return way === 0 ? 100 : (Math.abs(should - actual) / way) * 100;
  });
  return Math.max(0, ...lags, planned === null ? 0 : planned - (leadOf(state).lastReport?.percent ?? 0));
};

/** Older packs know no tolerance: any lag of the plan counts, and of the plan alone. */
const isLagging = (state: Commitment, day: CivilDate, tolerance: number | null): boolean => lagOn(tolerance === null ? { ...state, measures: [] } : state, day) > (tolerance ?? 0);

/**
 * First opening hour at which the mark of the day is further above what has been reported than the rung tolerates.
 * Counted from the last report on: what a report put right is past, and the ledger runs forward. With a tolerance nobody is behind before the first feedback is over.
 */
export const behindFrom = (state: Commitment, rules: Rules, tolerance: number | null): Instant | null => {
  const lead = leadOf(state);
  const measured = tolerance === null ? [] : state.measures.filter(({ target }) => target !== null);
  const last = [...state.plan.slice(-1).map(({ date }) => date), ...(measured.length > 0 ? [state.due] : [])].sort().at(-1);
  if (last === undefined) return null;
  const feedback = tolerance === null || lead.reports > 0 ? null : firstFeedbackDay(lead, rules);
  const since = [lead.lastReport?.at, state.dueSetAt, feedback && instantAt(feedback, rules.pack.hours.cutoff), ...measured.map(({ actual }) => actual && instantAt(actual.on, rules.pack.hours.cutoff))]
    .reduce<Instant>((at, other) => later(at, other ?? ''), lead.dispatchedAt);
  // After the last point the mark stands still: behind there, it is behind from the first opening hour on.
  const end = civilDateOf(since) > last ? addDays(civilDateOf(since), 1) : last;
  for (let day = addDays(civilDateOf(since), 1); day <= end; day = addDays(day, 1)) {
    if (isLagging(state, day, tolerance)) return instantAt(day, rules.pack.hours.opening);
  }
  return null;
};

/** The rung that was reached for being behind and comes anew should it lag again, where this report has caught up; else null. */
export const caughtUpBy = (state: Commitment, { pack }: Rules, report: Report): Rung | null => {
  const rung = pack.rungs[state.ladder.done - 1];
  if (rung?.anchor !== 'behindPlan' || rung.tolerance === null || state.strike?.round === state.ladder.round) return null;
  const after: Commitment = { ...state, measures: measuredBy(state.measures, report), units: state.units.map((part) => (part.role === 'lead' ? { ...part, lastReport: report } : part)) };
  return isLagging(after, civilDateOf(report.at), rung.tolerance) ? null : rung;
};
