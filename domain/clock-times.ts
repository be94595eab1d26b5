/**
 * How long each clock of a matter took: led on fact by fact beside the state, which alone does not tell when a clock stopped.
 * Counted as its limit is: minutes where that runs day and night, days of its own kind elsewhere, less the time for which the matter stood still.
 */
import { workingDaysBetween } from './calendar';
import { clockKey, clockLimit, clocksOf, clockStart, clockStopped } from './clocks';
import type { Fact } from './facts';
import { limitAfter } from './limits';
import type { Clock, Limit } from './policy';
import type { Commitment, Rules } from './state';
import { civilDateOf, daysBetween, later, msOf, type Instant } from './time';
import { DROPPED_STATES } from './vocabulary';

export interface ClockTime {
  /** The pack's code of it. */
  readonly code: string;
  readonly unit: string;
  /** As the pack sets it; what it is shown beside. */
  readonly limit: Limit;
  readonly from: Instant;
  /** End of its limit, as it stands. */
  readonly by: Instant;
  readonly doneAt: Instant | null;
  /** In the unit of `CLOCK_UNITS`, once it is done. */
  readonly took: number | null;
  /** Its limit passed once, though it may have been set anew since. */
  readonly late: boolean;
  /** Nobody owes it any more; late then, it stays missed. */
  readonly ended: boolean;
  /** The matter stands still since. */
  readonly pausedAt: Instant | null;
  readonly pauses: readonly Span[];
}

/** What its standing and its time are told from. */
export type ToldClock = Omit<ClockTime, 'from' | 'pauses'>;

/** What the time of a limit is counted in: a month is told in days. */
export const CLOCK_UNITS: Readonly<Record<Limit['days'], 'min' | 'd' | 'wd'>> = { min: 'min', h: 'min', d: 'd', month: 'd', wd: 'wd' };
export type ClockUnit = (typeof CLOCK_UNITS)[Limit['days']];

interface Span { readonly from: Instant; readonly to: Instant }
/** In (from, to], as limits are counted. */
const lasted = ({ calendar }: Rules, unit: ClockUnit, { from, to }: Span): number => {
  switch (unit) {
    case 'min': return (msOf(to) - msOf(from)) / 60_000;
    case 'd': return daysBetween(civilDateOf(from), civilDateOf(to));
    case 'wd': return workingDaysBetween(calendar, civilDateOf(from), civilDateOf(to));
  }
};

/** Of days the least number that would have been limit enough, so that "took no more than its limit" and "in time" are one and the same. */
const spent = (rules: Rules, unit: ClockUnit, span: Span): number => {
  const count = lasted(rules, unit, span);
  return unit !== 'min' && limitAfter(rules, span.from, { offset: count, days: unit }) < span.to ? count + 1 : count;
};

const stop = (time: ClockTime, rules: Rules, at: Instant): ClockTime => {
  const pauses = time.pausedAt === null ? time.pauses : [...time.pauses, { from: time.pausedAt, to: at }];
  const unit = CLOCK_UNITS[time.limit.days];
  const took = spent(rules, unit, { from: time.from, to: at }) - pauses.reduce((sum, pause) => sum + lasted(rules, unit, pause), 0);
  return { ...time, pauses, pausedAt: null, doneAt: at, took: Math.max(0, Math.ceil(took)), late: time.late || at > time.by };
};

const end = (time: ClockTime, at: Instant): ClockTime =>
  (time.doneAt !== null || time.ended ? time : { ...time, ended: true, late: time.late || (time.pausedAt ?? at) > time.by });

const nameOf = ({ code, unit, from }: Pick<ClockTime, 'code' | 'unit' | 'from'>): string => `${code}@${unit}@${from}`;

/** What a clock that has begun was met by, where that lies in the matter's birth itself; null where a later step stopped it, or none. */
const metAtBirth = (state: Commitment, { until }: Clock): Instant | null =>
  (until === 'registration' ? state.registeredAt : until === 'dispatch' ? state.dispatchedAt : null);

/** The clocks after a fact. @param state after it @param rules by which it goes on */
export const clockTimesAfter = (times: readonly ClockTime[], fact: Fact, state: Commitment, rules: Rules): readonly ClockTime[] => {
  if (times.length === 0 && rules.pack.clocks.length === 0) return times;
  const { at } = fact;
  const standing = state.suspension?.at ?? null;
  const before = new Map(times.map((time) => [nameOf(time), time]));
  const now: ClockTime[] = [];
  for (const part of state.units) {
    for (const clock of clocksOf(rules.pack, part)) {
      const from = clockStart(state, clock, part);
      if (from === null) continue;
      const stopped = clockStopped(state, clock, part);
      const by = clockLimit(state, rules, clock, from, part);
      const name = nameOf({ code: clock.code, unit: part.unit, from });
      const known = before.get(name);
      before.delete(name);
      if (known === undefined) {
        // What was over before a change of rules brought the clock along was never owed under it.
        const met = stopped ? metAtBirth(state, clock) : null;
        if (stopped && (met === null || fact.type === 'replanned')) continue;
        const fresh: ClockTime = { code: clock.code, unit: part.unit, limit: clock.limit, from, by, doneAt: null, took: null, late: false, ended: false, pausedAt: standing === null ? null : later(standing, from), pauses: [] };
        now.push(met === null ? fresh : stop(fresh, rules, met));
      } else if (stopped) {
        const released = state.clocks.some((set) => set.by === null && set.key === clockKey(clock.code, part));
        now.push(known.doneAt !== null ? known : released ? end(known, at) : stop(known, rules, at));
      } else {
        // Sent back or opened again it runs on, and what it takes is told by its last end.
        now.push({
          ...known, limit: clock.limit, by, doneAt: null, took: null, ended: false, late: known.late || (known.doneAt === null && by !== known.by && (known.pausedAt ?? at) > known.by),
          pausedAt: standing, pauses: known.pausedAt !== null && standing === null ? [...known.pauses, { from: known.pausedAt, to: at }] : known.pauses,
        });
      }
    }
  }
  // A unit that left; a call-back whose closure was taken back: the failed look-back was that call. Moved to another pack, a matter counts under that alone.
  const gone = (fact.type === 'replanned' && fact.pack.from.name !== fact.pack.to.name ? [] : [...before.values()]).map((time) => (fact.type === 'reopened' && fact.cause === undefined && time.doneAt === null && !time.ended ? stop(time, rules, at) : end(time, at)));
  const all = [...gone, ...now];
  return DROPPED_STATES.includes(state.status) ? all.map((time) => end(time, at)) : all;
};

/** How a clock stands; null where it was never owed to its end. */
export const CLOCK_STANDINGS = ['inTime', 'late', 'running', 'missed'] as const;
export type ClockStanding = (typeof CLOCK_STANDINGS)[number];
export const CLOCK_STANDING_NAMES: Readonly<Record<ClockStanding, string>> = { inTime: '按时完成', late: '超时完成', running: '时限未到', missed: '超时未完成' };
export const clockStanding = (time: ToldClock, at: Instant): ClockStanding | null => {
  if (time.doneAt !== null) return time.late ? 'late' : 'inTime';
  if (time.late || (!time.ended && time.pausedAt === null && time.by < at)) return 'missed';
  return time.ended ? null : 'running';
};

/** One matter's standing under one clock: of several units' the worst, of what they took the longest. */
export interface ClockOfMatter { readonly standing: ClockStanding; readonly took: number | null }
const WORST: readonly ClockStanding[] = ['missed', 'late', 'running', 'inTime'];
export const clockOfMatter = (times: readonly ToldClock[], at: Instant): ClockOfMatter | null => {
  const standings = times.map((time) => clockStanding(time, at));
  const standing = WORST.find((one) => standings.includes(one));
  if (standing === undefined) return null;
  const met = standing === 'late' || standing === 'inTime';
  return { standing, took: met ? times.reduce<number | null>((most, { took }) => (took === null ? most : Math.max(most ?? 0, took)), null) : null };
};

/** The value that a share `percent` of `sorted` does not exceed (nearest rank); null where it would only name the longest: under 2 for the median, 10 for p90, 20 for p95. */
export const percentile = (sorted: readonly number[], percent: number): number | null => {
  const n = sorted.length;
  return n * (100 - percent) < 100 ? null : sorted[Math.ceil((n * percent) / 100) - 1] ?? null;
};

export interface ClockFigures {
  readonly owed: number;
  readonly standings: Readonly<Record<ClockStanding, number>>;
  /** Of those that met it, in time or late. */
  readonly took: { readonly of: number; readonly median: number | null; readonly p90: number | null; readonly p95: number | null; readonly longest: number | null };
}

export const clockFigures = (matters: readonly ClockOfMatter[]): ClockFigures => {
  const counted = (wanted: ClockStanding): number => matters.filter(({ standing }) => standing === wanted).length;
  const sorted = matters.flatMap(({ took }) => (took === null ? [] : [took])).sort((a, b) => a - b);
  return {
    owed: matters.length,
    standings: { inTime: counted('inTime'), late: counted('late'), running: counted('running'), missed: counted('missed') },
    took: { of: sorted.length, median: percentile(sorted, 50), p90: percentile(sorted, 90), p95: percentile(sorted, 95), longest: sorted.at(-1) ?? null },
  };
};

/** Beside a limit of 24 hours 24小时1分钟 says more than 1天. */
const HOURS_UP_TO = 48 * 60;
/** 当日, 3个工作日, 45分钟, 2小时5分钟, 2天3小时: beside a limit of the same unit. */
export const tookWords = (took: number, unit: ClockUnit): string => {
  if (unit !== 'min') return took === 0 ? '当日' : `${took}${unit === 'wd' ? '个工作日' : '天'}`;
  if (took >= HOURS_UP_TO) return `${Math.floor(took / 1440)}天${took % 1440 < 60 ? '' : `${Math.floor((took % 1440) / 60)}小时`}`;
  const [hours, minutes] = [Math.floor(took / 60), took % 60];
  return hours === 0 ? `${minutes}分钟` : `${hours}小时${minutes > 0 ? `${minutes}分钟` : ''}`;
};
