/** 序时进度: since when an item has been behind its plan. */
import { leadOf } from './parts';
import type { Commitment, Rules } from './state';
import { plannedPercent } from './planned';
import { addDays, civilDateOf, instantAt, later, type Instant } from './time';

/**
 * First opening hour at which the plan's mark of the day is above what the lead has reported.
 * Counted from the last report on: what a report put right is past, and the ledger runs forward.
 */
export const behindFrom = (state: Commitment, { pack }: Rules): Instant | null => {
  const last = state.plan.at(-1);
  const lead = leadOf(state);
  if (!last) return null;
  const since = [lead.lastReport?.at, state.dueSetAt].reduce<Instant>((at, other) => later(at, other ?? ''), lead.dispatchedAt);
  const actual = lead.lastReport?.percent ?? 0;
  // After the last point the mark stands still: behind there, it is behind from the first opening hour on.
  const end = civilDateOf(since) > last.date ? addDays(civilDateOf(since), 1) : last.date;
  for (let day = addDays(civilDateOf(since), 1); day <= end; day = addDays(day, 1)) {
    const planned = plannedPercent(state.plan, day);
    if (planned !== null && actual < planned) return instantAt(day, pack.hours.opening);
  }
  return null;
};
