/** 周期性事项: periods inside one life, each with its own due day, report, evidence and light. */
import { z } from 'zod';
import { addWorkingDays, isWorkingDay, workingDayFrom, workingDaysBetween } from './calendar';
import { shiftDate, weeklyDays } from './moments';
import { isCivilDate, addDays, addMonths, civilDateOf, daysInMonth, instantAt, type CivilDate, type Instant } from './time';
import type { Light } from './light';
import { READINGS } from './readings';
import type { Commitment, Rules } from './state';
import { hasRhythm, OPEN_STATES } from './vocabulary';

/** Past periods that the state keeps, a quarter of weeks, and beside them the missed ones, a year of weeks; all of them stand in the ledger. */
export const PERIODS_KEPT = 13;
export const MISSED_KEPT = 53;
/** A recurring or standing matter is looked at anew once a year at least. */
export const REVIEW_MONTHS = 12;

/** Whether a date puts the review off too far, by whatever way it is set: only a review ends what recurs or stands, with a rhythm or without. */
export const isTooFar = ({ kind, periods, readings }: Pick<Commitment, 'kind' | 'periods' | 'readings'>, due: CivilDate, at: Instant): boolean =>
  (readings < 2 ? periods !== null : hasRhythm(kind)) && due > addMonths(civilDateOf(at), REVIEW_MONTHS);

export const RHYTHMS = ['week', 'month', 'quarter', 'days'] as const;
export const RHYTHM_NAMES = { week: '每周', month: '每月', quarter: '每季度', days: '定期' } as const;

export const rhythmSchema = z.strictObject({
  every: z.enum(RHYTHMS),
  /** Calendar days of an agreed rhythm; only with `days`. */
  days: z.int().min(1).max(366).nullable().default(null),
}).refine((rhythm) => (rhythm.every === 'days') === (rhythm.days !== null), { path: ['days'], message: '约定周期须写明天数，其他周期不填' });
export type Rhythm = z.infer<typeof rhythmSchema>;

const date = z.string().refine(isCivilDate, { message: '应为存在的日期，格式 YYYY-MM-DD' });
const span = { index: z.int().min(1), from: date, due: date, reportedAt: z.iso.datetime({ precision: 3 }).nullable(), evidence: z.int().min(0) };
export const PERIOD_OUTCOMES = ['kept', 'missed', 'madeGood', 'excused'] as const;
export type PeriodOutcome = (typeof PERIOD_OUTCOMES)[number];
export const periodsSchema = z.strictObject({
  rhythm: rhythmSchema,
  /** Null before the dispatch. */
  now: z.strictObject(span).nullable(),
  /** The last ones, oldest first. */
  past: z.array(z.strictObject({ ...span, outcome: z.enum(PERIOD_OUTCOMES) })),
  counts: z.strictObject({ kept: z.int().min(0), missed: z.int().min(0), madeGood: z.int().min(0), excused: z.int().min(0) }),
});
export type Periods = z.infer<typeof periodsSchema>;
export type Period = NonNullable<Periods['now']>;
export type PastPeriod = Periods['past'][number];

const lastWorkingDay = (rules: Rules, day: CivilDate): CivilDate =>
  (isWorkingDay(rules.calendar, day) ? day : addWorkingDays(rules.calendar, day, -1));

/** Last working day of the month `months` after the month of `day` (28th and 5th on a day off: the one before; domain.md). */
const monthEnd = (rules: Rules, day: CivilDate, months: number): CivilDate => {
  const first = addMonths(`${day.slice(0, 8)}01`, months);
  return lastWorkingDay(rules, `${first.slice(0, 8)}${String(daysInMonth(Number(first.slice(0, 4)), Number(first.slice(5, 7)))).padStart(2, '0')}`);
};

/** First due day after `after`. A weekly one falls on the pack's weekday, rolled as its weekly line is. */
export const periodDue = (rules: Rules, rhythm: Rhythm, after: CivilDate): CivilDate => {
  switch (rhythm.every) {
    case 'week': {
      const line = weeklyDays(rules, after, addDays(after, 28))[0];
      return line ?? workingDayFrom(rules.calendar, addDays(after, 7));
    }
    case 'month': {
      const end = monthEnd(rules, after, 0);
      return end > after ? end : monthEnd(rules, after, 1);
    }
    case 'quarter': {
      const left = (3 - (Number(after.slice(5, 7)) % 3)) % 3;
      const end = monthEnd(rules, after, left);
      return end > after ? end : monthEnd(rules, after, left + 3);
    }
    case 'days':
      return workingDayFrom(rules.calendar, addDays(after, rhythm.days ?? 1));
  }
};

export interface Start { readonly index: number; readonly from: CivilDate; readonly due: CivilDate }

/** Working days of the shortest first period under a pack without a weekly line, as 标准 has it for a week. */
const SHORTEST = 3;

/** The first period is never shorter than the pack's shortest week; an agreed rhythm counts from the day itself. */
export const firstPeriod = (rules: Rules, rhythm: Rhythm, at: Instant, index = 1, readings = READINGS): Start => {
  const from = civilDateOf(at);
  const due = periodDue(rules, rhythm, from);
  const short = rhythm.every !== 'days' && workingDaysBetween(rules.calendar, from, due) < (rules.pack.weekly?.minWorkingDays ?? (readings < 2 ? 0 : SHORTEST));
  return { index, from, due: short ? periodDue(rules, rhythm, due) : due };
};

export const nextPeriod = (rules: Rules, rhythm: Rhythm, { index, due }: Pick<Period, 'index' | 'due'>): Start =>
  ({ index: index + 1, from: due, due: periodDue(rules, rhythm, due) });

export const begun = (start: Start): Period => ({ ...start, reportedAt: null, evidence: 0 });

/** Days before its due day on which an unanswered period is called to mind: long ones get a word ahead. */
export const periodReminders = (rules: Rules, { rhythm, now }: Periods): { before: number; day: CivilDate }[] => {
  if (!now) return [];
  const ahead = rhythm.every === 'month' || rhythm.every === 'quarter' ? [rules.pack.light.yellowBefore ?? rules.pack.light.blueBefore, 0] : [0];
  return ahead.map((before) => ({ before, day: shiftDate(rules.calendar, now.due, -before, rules.pack.light.days) }));
};

/** When an unanswered period turns yellow: with its first reminder. */
export const periodNear = (rules: Rules, periods: Periods): Instant | null => {
  const first = periodReminders(rules, periods)[0];
  return first ? instantAt(first.day, rules.pack.hours.opening) : null;
};

/** 第3期（3月31日前） is for mails; here the plain form, which stands in ledgers and lights. */
export const periodWords = ({ index, due }: Pick<Period, 'index' | 'due'>): string => `第${index}期（${due}）`;

/** A missed period stays red; made good it turns yellow, not green. */
export const pastLight = (period: PastPeriod): Light => {
  switch (period.outcome) {
    case 'kept': return { colour: 'green', reasons: ['按期反馈'] };
    case 'excused': return { colour: 'green', reasons: ['审核期间，不计'] };
    case 'missed': return { colour: 'red', reasons: [`应在${period.due}前反馈，未反馈`] };
    case 'madeGood': return { colour: 'yellow', reasons: [`应在${period.due}前反馈，逾期后补报`] };
  }
};

/** Periods that a report may still make good, oldest first. */
export const owedPeriods = (periods: Pick<Periods, 'past'> | null): PastPeriod[] => (periods?.past ?? []).filter(({ outcome }) => outcome === 'missed');

/** The present period's own light; null where none is owed: before the dispatch, and once the matter is done or has ended. */
export const presentLight = ({ periods, status }: Pick<Commitment, 'periods' | 'status'>, rules: Rules, at: Instant): Light | null => {
  if (!periods?.now || !OPEN_STATES.includes(status)) return null;
  if (periods.now.reportedAt !== null) return { colour: 'green', reasons: [`${periodWords(periods.now)}已反馈`] };
  const near = periodNear(rules, periods);
  if (near !== null && at >= near) return { colour: 'yellow', reasons: [`${periodWords(periods.now)}到期未反馈`] };
  return { colour: 'green', reasons: [`${periodWords(periods.now)}尚未到期`] };
};

/** A missed period is not forgotten before it is made good. */
const kept = (past: readonly PastPeriod[]): PastPeriod[] =>
  [...past.slice(0, -PERIODS_KEPT).filter(({ outcome }) => outcome === 'missed').slice(-MISSED_KEPT), ...past.slice(-PERIODS_KEPT)];

/** Missed and not made good: how many, and the oldest that is still known. Older releases forgot those before the last thirteen. */
export const missedPeriods = ({ periods, readings }: Pick<Commitment, 'periods' | 'readings'>): { readonly count: number; readonly oldest: PastPeriod | null } => {
  const missed = owedPeriods(periods);
  return { count: readings < 2 ? missed.length : (periods?.counts.missed ?? 0), oldest: missed[0] ?? null };
};

export const endPeriod = ({ periods, readings }: Pick<Commitment, 'periods' | 'readings'>, outcome: PeriodOutcome, next: Start): Periods | null => {
  if (!periods?.now) return periods;
  const past = [...periods.past, { ...periods.now, outcome }];
  return {
    ...periods, now: begun(next), past: readings < 2 ? past.slice(-PERIODS_KEPT) : kept(past),
    counts: { ...periods.counts, [outcome]: periods.counts[outcome] + 1 },
  };
};

/** A report serves the present period, or makes a missed one good. */
export const reportedPeriod = (periods: Periods, at: Instant, index: number | null): Periods => {
  if (index === null || index === periods.now?.index) return periods.now ? { ...periods, now: { ...periods.now, reportedAt: periods.now.reportedAt ?? at } } : periods;
  const missed = periods.past.find((period) => period.index === index && period.outcome === 'missed');
  if (!missed) return periods;
  return {
    ...periods,
    past: periods.past.map((period) => (period === missed ? { ...period, outcome: 'madeGood', reportedAt: at } : period)),
    counts: { ...periods.counts, missed: periods.counts.missed - 1, madeGood: periods.counts.madeGood + 1 },
  };
};
