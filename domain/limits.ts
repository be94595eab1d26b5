/** Reckoning with a pack's limits: days of either kind, months, hours and minutes. */
import { addWorkingDays, type Calendar } from './calendar';
import type { Limit } from './policy';
import type { Rules, UnitPart } from './state';
import { addDays, addMonths, civilDateOf, instantAt, msOf, toInstant, type CivilDate, type Instant } from './time';

/** `offset` days of the pack's unit after `date` (before it if negative). */
export const shiftDate = (calendar: Calendar, date: CivilDate, offset: number, days: 'wd' | 'd'): CivilDate =>
  days === 'wd' ? addWorkingDays(calendar, date, offset) : addDays(date, offset);

const LAST_MINUTE = '23:59';

/** End of a limit: hours and minutes run day and night; days end with the pack's cut-off, the same day's (当日) never before it began. */
export const limitAfter = (rules: Rules, from: Instant, { offset, days }: Limit): Instant => {
  if (days === 'min' || days === 'h') return toInstant(msOf(from) + offset * (days === 'h' ? 60 : 1) * 60_000);
  const day = days === 'month' ? addMonths(civilDateOf(from), offset) : shiftDate(rules.calendar, civilDateOf(from), offset, days);
  const end = instantAt(day, rules.pack.hours.cutoff);
  return end > from ? end : instantAt(day, LAST_MINUTE);
};

/** The day on which a unit's first feedback is owed; null where the pack has none. */
export const firstFeedbackDay = (part: UnitPart, { pack, calendar }: Rules): CivilDate | null =>
  part.feedbackBy ?? (pack.firstFeedback && shiftDate(calendar, civilDateOf(part.dispatchedAt), pack.firstFeedback.offset, pack.firstFeedback.days));

/** Opening hour of the first working day after the day of `at`. */
export const nextOpening = (rules: Rules, at: Instant): Instant =>
  instantAt(addWorkingDays(rules.calendar, civilDateOf(at), 1), rules.pack.hours.opening);
