/**
 * Separate clocks of one item (受理, 转办, 签收, 答复, 办理, 回访; the stages of 13710): each with its own beginning, end and limit.
 * The lead is held to all of them, a co-unit to those of signing and reporting.
 */
import { addWorkingDays } from './calendar';
import { limitAfter, nextOpening } from './limits';
import type { Moment } from './moments';
import type { Clock, PolicyPack } from './policy';
import type { Commitment, Rules, UnitPart } from './state';
import { civilDateOf, instantAt, later, type Instant } from './time';

/** The clocks that this unit is held to: a co-unit neither accepts, settles nor calls back. */
export const clocksOf = ({ clocks }: Pick<PolicyPack, 'clocks'>, part: UnitPart): Clock[] =>
  (part.role === 'lead' ? clocks : clocks.filter(({ from, until }) => from === 'dispatch' && (until === 'sign' || until === 'report')));

/** Where the clock starts for this unit; null as long as it does not run. */
export const clockStart = (state: Commitment, clock: Clock, part: UnitPart): Instant | null => {
  switch (clock.from) {
    case 'arrival': return state.arrivedAt;
    case 'registration': return state.registeredAt;
    case 'dispatch': return state.dispatchedAt === null ? null : part.dispatchedAt;
    case 'closure': return state.closedAt;
  }
};

/** Of a stage that was sent back and has not been reported anew: by when it has to be; else null. */
const redoBy = (part: UnitPart, code: string): Instant | null => part.stages.find((stage) => stage.code === code)?.grade?.redoBy ?? null;

/** The stage that this unit's next report answers: one that was sent back, else the next by its count; null where the pack grades none. */
export const stageReported = (pack: Pick<PolicyPack, 'clocks' | 'stageReview'>, part: UnitPart): string | null => {
  if (pack.stageReview === null) return null;
  return part.stages.find(({ code }) => redoBy(part, code) !== null)?.code
    ?? clocksOf(pack, part).find((clock) => clock.until === 'report' && clock.reports === part.reports - part.redone + 1)?.code ?? null;
};

/** Whether this stage, once reported, may have its grade: one that ends with the request for closure only when that is accepted. */
export const gradedNow = (state: Pick<Commitment, 'status'>, clock: Pick<Clock, 'until'>): boolean => clock.until !== 'closure' || state.status === 'CLOSED';

/** Whether the step that stops the clock has been taken. A request for closure answers all stages that still ran. */
export const clockStopped = (state: Commitment, clock: Clock, part: UnitPart): boolean => {
  switch (clock.until) {
    case 'registration': return true;
    case 'dispatch': return state.dispatchedAt !== null;
    case 'sign': return part.signedAt !== null && !part.deemed;
    case 'report':
      if (state.handedIn || redoBy(part, clock.code) !== null) return state.handedIn;
      return part.reports - part.redone >= clock.reports || (part.role === 'co' && part.lastReport?.percent === 100);
    case 'closure': return state.handedIn;
    case 'callBack': return state.status !== 'CLOSED';
  }
};

/** End of the clock's limit; a suspension puts it off to the first working day after it at least, and so does a change of rules that alone would end it. */
export const clockLimit = (state: Commitment, rules: Rules, clock: Clock, start: Instant, part: UnitPart): Instant => {
  const limit = later(limitAfter(rules, start, clock.limit), redoBy(part, clock.code) ?? '');
  const dayAfter = (at: Instant): Instant => instantAt(addWorkingDays(rules.calendar, civilDateOf(at), 1), rules.pack.hours.cutoff);
  const { resumedAt, replannedAt } = state;
  const changed = replannedAt !== null && replannedAt > start && limit <= replannedAt ? dayAfter(replannedAt) : limit;
  return resumedAt === null || resumedAt < start ? changed : later(changed, dayAfter(resumedAt));
};

/** Under this the telling of a miss is remembered: a unit that gets the matter anew has clocks of its own, and so has a stage that was sent back. */
export const clockKey = (code: string, part: UnitPart): string => {
  const returns = part.stages.find((stage) => stage.code === code)?.returns ?? 0;
  return `${code}@${part.unit}@${part.dispatchedAt}${returns === 0 ? '' : `#${returns}`}`;
};

const DAY_AND_NIGHT: readonly string[] = ['h', 'min'];

/** Clocks that run out untold, each unit's own; none while the matter stands still. */
export const clockMoments = (state: Commitment, rules: Rules): Moment[] => {
  if (state.status === 'SUSPENDED' || state.status === 'WRITTEN_OFF' || state.status === 'TERMINATED' || state.status === 'NOT_PURSUED') return [];
  return state.units.flatMap((part) => clocksOf(rules.pack, part).flatMap((clock): Moment[] => {
    const start = clockStart(state, clock, part);
    if (clock.missed === null || start === null || clockStopped(state, clock, part) || state.missedClocks.includes(clockKey(clock.code, part))) return [];
    if ((state.status === 'CLOSED') !== (clock.until === 'callBack')) return [];
    const limit = clockLimit(state, rules, clock, start, part);
    return [{ kind: 'clock', code: clock.code, unit: part.unit, at: DAY_AND_NIGHT.includes(clock.limit.days) ? limit : nextOpening(rules, limit) }];
  }));
};
