/**
 * Separate clocks of one item (受理, 转办, 签收, 答复, 办理, 回访; the stages of 13710): each with its own beginning, end and limit.
 * The lead is held to all of them, a co-unit to those of signing and reporting.
 */
import { addWorkingDays } from './calendar';
import { limitAfter, nextOpening } from './limits';
import type { ClocksSet } from './facts';
import type { Moment } from './moments';
import { leadOf } from './parts';
import { isStage, type Clock, type PolicyPack } from './policy';
import type { Commitment, Rules, UnitPart } from './state';
import { civilDateOf, instantAt, later, msOf, timeOfDay, toInstant, type CivilDate, type Instant } from './time';

/** The clocks that this unit is held to: a co-unit neither accepts, settles nor calls back. */
export const clocksOf = ({ clocks }: Pick<PolicyPack, 'clocks'>, part: UnitPart): Clock[] =>
  (part.role === 'lead' ? clocks : clocks.filter(({ from, until }) => from === 'dispatch' && (until === 'sign' || until === 'report')));

/** Under this the telling of a miss is remembered: a unit that gets the matter anew has clocks of its own, and so has a stage that was sent back. */
export const clockKey = (code: string, part: UnitPart): string => {
  const returns = part.stages.find((stage) => stage.code === code)?.returns ?? 0;
  return `${code}@${part.unit}@${part.dispatchedAt}${returns === 0 ? '' : `#${returns}`}`;
};

/** Its limit, where it was set anew. */
const setOf = (state: Commitment, clock: Pick<Clock, 'code'>, part: UnitPart): Commitment['clocks'][number] | undefined => {
  if (state.clocks.length === 0) return undefined;
  const wanted = clockKey(clock.code, part);
  return state.clocks.find(({ key }) => key === wanted);
};

/** Whether its miss has been told, since its limit was last set. */
export const isTold = (state: Commitment, clock: Pick<Clock, 'code'>, part: UnitPart): boolean =>
  setOf(state, clock, part)?.told ?? state.missedClocks.includes(clockKey(clock.code, part));

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
  if (setOf(state, clock, part)?.by === null) return true;
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

/** End of the next working day: what a change would put into the past has until then. */
const dayAfter = ({ calendar, pack }: Rules, at: Instant): Instant => instantAt(addWorkingDays(calendar, civilDateOf(at), 1), pack.hours.cutoff);

/**
 * End of the clock's limit, as the pack counts it or as it was set anew. A change of rules that alone would end it, and a suspension whose
 * end set none (as older releases did), put it off to the next working day at least.
 */
export const clockLimit = (state: Commitment, rules: Rules, clock: Clock, start: Instant, part: UnitPart): Instant => {
  const set = setOf(state, clock, part)?.by ?? null;
  const limit = later(set ?? limitAfter(rules, start, clock.limit), redoBy(part, clock.code) ?? '');
  const { resumedAt, replannedAt } = state;
  const changed = replannedAt !== null && replannedAt > start && limit <= replannedAt ? dayAfter(rules, replannedAt) : limit;
  return set !== null || resumedAt === null || resumedAt < start ? changed : later(changed, dayAfter(rules, resumedAt));
};

/** The clocks that run for each unit, with their limits. */
const running = (state: Commitment, rules: Rules): { clock: Clock; part: UnitPart; key: string; limit: Instant }[] => state.units.flatMap((part) => clocksOf(rules.pack, part).flatMap((clock) => {
  const start = clockStart(state, clock, part);
  if (start === null || clockStopped(state, clock, part)) return [];
  return [{ clock, part, key: clockKey(clock.code, part), limit: clockLimit(state, rules, clock, start, part) }];
}));

/** The last stage that this unit could be held to, whether or not it was owed; null where every one has been done. */
const lastStage = (state: Commitment, rules: Rules, unit: string): string | null =>
  running({ ...state, handedIn: false, clocks: [] }, rules).filter(({ clock, part }) => isStage(clock) && part.unit === unit).sort((a, b) => (a.limit < b.limit ? -1 : 1)).at(-1)?.key ?? null;

/**
 * Under other rules: a unit that a stage still held to a day, and whom none of the new ones would hold any more, has the time that was left for
 * the last of them.
 */
export const clocksAfterRepin = (before: Commitment, was: Rules, after: Commitment, next: Rules, at: Instant): ClocksSet => before.units.flatMap(({ unit }) => {
  const ahead = (state: Commitment, rules: Rules): Instant[] => running(state, rules).filter(({ clock, part, limit }) => isStage(clock) && part.unit === unit && limit > at && !isTold(state, clock, part)).map(({ limit }) => limit);
  const left = ahead(before, was).sort().at(-1);
  const key = left === undefined || ahead(after, next).length > 0 ? null : lastStage(after, next, unit);
  return left === undefined || key === null ? [] : [{ key, by: left }];
});

const DAY_AND_NIGHT: readonly string[] = ['h', 'min'];

/** A suspension from `since` to `at`: what was left of each limit is counted on, working days as those of T are, hours as hours. */
export const clocksAfterPause = (state: Commitment, rules: Rules, since: Instant, at: Instant, countedOn: (day: CivilDate) => CivilDate): ClocksSet =>
  running(state, rules).filter(({ clock, part, limit }) => limit > since && !isTold(state, clock, part)).map(({ clock, key, limit }) => ({
    key, by: DAY_AND_NIGHT.includes(clock.limit.days) ? toInstant(msOf(limit) + msOf(at) - msOf(since)) : later(limit, instantAt(countedOn(civilDateOf(limit)), rules.pack.hours.cutoff)),
  }));

/**
 * A request for closure that was sent back stops no clock any more. Those that still have time go on; of a unit whose limits have all passed
 * the last one ends with the next working day, as passed rungs collapse into one.
 */
export const clocksAfterReturn = (state: Commitment, rules: Rules, at: Instant): ClocksSet => {
  const again = running({ ...state, handedIn: false }, rules).filter(({ clock }) => isStage(clock));
  return state.units.flatMap(({ unit }) => {
    const own = again.filter(({ part }) => part.unit === unit).sort((a, b) => (a.limit < b.limit ? -1 : 1));
    // What was told has passed, though a calendar may since have moved its limit.
    const passed = own.filter(({ clock, part, limit }) => limit <= at || isTold(state, clock, part));
    // None of its rules' stages was ever owed: they had all run out when it came under them. Sent back, it has the last one to keep to.
    const key = state.readings >= 3 && own.length === 0 && unit === leadOf(state).unit ? lastStage(state, rules, unit) : null;
    if (key !== null) return [{ key, by: dayAfter(rules, at) }];
    return passed.map(({ key }, index) => ({ key, by: passed.length === own.length && index === passed.length - 1 ? dayAfter(rules, at) : null }));
  });
};

/** Open again with a date of its own: that is the limit of settling it, and the stages before it are not owed anew. */
export const clocksAfterReopening = (state: Commitment, rules: Rules, due: CivilDate): { readonly clocks: ClocksSet; readonly again: readonly string[] } => {
  const open: Commitment = { ...state, handedIn: false, closedAt: null, clocks: [] };
  return {
    clocks: running(open, rules).filter(({ clock }) => isStage(clock)).map(({ clock, key }) => ({ key, by: clock.until === 'closure' ? instantAt(due, rules.pack.hours.cutoff) : null })),
    again: clocksOf(rules.pack, leadOf(state)).filter(({ until }) => until === 'callBack').map(({ code }) => clockKey(code, leadOf(state))),
  };
};

/** When the miss of a limit is told, and the light turns: at once where it runs day and night, else at the next opening hour. */
const tellingOf = (rules: Rules, clock: Clock, limit: Instant): Instant => (DAY_AND_NIGHT.includes(clock.limit.days) ? limit : nextOpening(rules, limit));

export interface MissedClock {
  readonly clock: Clock;
  readonly limit: Instant;
  /** Empty where it was missed before its limit was set anew. */
  readonly since: Instant;
}

/** What colours this unit's light, once its time has come: clocks of the pack that turn it and still run. A deemed signature is past with the first report. */
export const lightClocks = (state: Commitment, rules: Rules, unit: string): MissedClock[] => {
  if (rules.pack.clocks.every(({ light }) => light === null)) return [];
  return running(state, rules).filter(({ clock, part }) => clock.light !== null && part.unit === unit && (clock.until !== 'sign' || part.reports === 0)).map(({ clock, part, key, limit }) => ({
    clock, limit, since: state.missedClocks.includes(key) && setOf(state, clock, part) !== undefined ? '' : tellingOf(rules, clock, limit),
  }));
};

const UNDONE = { registration: '未受理', dispatch: '未转办', sign: '未签收', report: '未反馈', closure: '未申请办结', callBack: '未回访' } as const;

/** “答复”时限2026-04-24 11:00已过，至今未反馈 */
export const missedWords = ({ clock, limit }: MissedClock, at: Instant): string => {
  const moment = DAY_AND_NIGHT.includes(clock.limit.days) ? `${civilDateOf(limit)} ${timeOfDay(limit)}` : civilDateOf(limit);
  return limit <= at ? `“${clock.name}”时限${moment}已过，至今${UNDONE[clock.until]}` : `“${clock.name}”曾超时限，限${moment}前完成`;
};

/** Clocks that run out untold, each unit's own; none while the matter stands still. */
export const clockMoments = (state: Commitment, rules: Rules): Moment[] => {
  if (state.status === 'SUSPENDED' || state.status === 'WRITTEN_OFF' || state.status === 'TERMINATED' || state.status === 'NOT_PURSUED') return [];
  return running(state, rules).flatMap(({ clock, part, limit }): Moment[] => {
    if (clock.missed === null || isTold(state, clock, part) || (state.status === 'CLOSED') !== (clock.until === 'callBack')) return [];
    return [{ kind: 'clock', code: clock.code, unit: part.unit, at: tellingOf(rules, clock, limit) }];
  });
};
