/**
 * Separate clocks of one item (受理, 转办, 签收, 答复, 办理, 回访; the stages of 13710): each with its own beginning, end and limit.
 * Only the lead unit's clocks are kept here; a co-unit signs and reports by the pack's general limits.
 */
import { addWorkingDays } from './calendar';
import { limitAfter, nextOpening } from './limits';
import type { Moment } from './moments';
import type { Clock } from './policy';
import { leadOf } from './parts';
import type { Commitment, Rules } from './state';
import { civilDateOf, instantAt, later, type Instant } from './time';

/** Where the clock starts for this item; null as long as it does not run. */
export const clockStart = (state: Commitment, clock: Clock): Instant | null => {
  switch (clock.from) {
    case 'arrival': return state.arrivedAt;
    case 'registration': return state.registeredAt;
    case 'dispatch': return state.dispatchedAt === null ? null : leadOf(state).dispatchedAt;
    case 'closure': return state.closedAt;
  }
};

/** Whether the step that stops the clock has been taken. A request for closure answers all stages that still ran. */
export const clockStopped = (state: Commitment, clock: Clock): boolean => {
  const lead = leadOf(state);
  switch (clock.until) {
    case 'registration': return true;
    case 'dispatch': return state.dispatchedAt !== null;
    case 'sign': return lead.signedAt !== null && !lead.deemed;
    case 'report': return lead.reports >= clock.reports || state.handedIn;
    case 'closure': return state.handedIn;
    case 'callBack': return state.status !== 'CLOSED';
  }
};

/** End of the clock's limit; a suspension puts it off to the first working day after it at least, and so does a change of rules that alone would end it. */
export const clockLimit = (state: Commitment, rules: Rules, clock: Clock, start: Instant): Instant => {
  const limit = limitAfter(rules, start, clock.limit);
  const dayAfter = (at: Instant): Instant => instantAt(addWorkingDays(rules.calendar, civilDateOf(at), 1), rules.pack.hours.cutoff);
  const { resumedAt, replannedAt } = state;
  const changed = replannedAt !== null && replannedAt > start && limit <= replannedAt ? dayAfter(replannedAt) : limit;
  return resumedAt === null || resumedAt < start ? changed : later(changed, dayAfter(resumedAt));
};

/** Under this the telling of a miss is remembered: a unit that gets the matter anew has clocks of its own. */
export const clockKey = (state: Commitment, code: string): string => {
  const lead = leadOf(state);
  return `${code}@${lead.unit}@${lead.dispatchedAt}`;
};

const DAY_AND_NIGHT: readonly string[] = ['h', 'min'];

/** The next clock that runs out untold; none while the matter stands still. */
export const clockMoment = (state: Commitment, rules: Rules): Moment[] => {
  if (state.status === 'SUSPENDED' || state.status === 'WRITTEN_OFF' || state.status === 'TERMINATED' || state.status === 'NOT_PURSUED') return [];
  return rules.pack.clocks.flatMap((clock): Moment[] => {
    const start = clockStart(state, clock);
    if (clock.missed === null || start === null || clockStopped(state, clock) || state.missedClocks.includes(clockKey(state, clock.code))) return [];
    if ((state.status === 'CLOSED') !== (clock.until === 'callBack')) return [];
    const limit = clockLimit(state, rules, clock, start);
    return [{ kind: 'clock', code: clock.code, at: DAY_AND_NIGHT.includes(clock.limit.days) ? limit : nextOpening(rules, limit) }];
  });
};
