/**
 * The working calendar (调休): Monday to Friday, less the State Council's holidays, plus its make-up days.
 * A year without a published notice is *provisional*: counted Monday to Friday and marked so, never silently.
 */
import { z } from 'zod';
import { addDays, isCivilDate, weekday, type CivilDate } from './time';

const civilDateSchema = z.string().refine(isCivilDate, { message: '应为存在的日期，格式 YYYY-MM-DD' });

/** One year's file in `config/calendars/`. */
export const calendarYearSchema = z.strictObject({
  year: z.int().min(2000).max(2100),
  /** False as long as the State Council's notice for the year is not out. */
  published: z.boolean(),
  /** Number and date of the notice, e.g. 国办发明电〔2025〕7号（2025-11-04）. */
  notice: z.string().nullable(),
  holidays: z.array(z.strictObject({ date: civilDateSchema, name: z.string().min(1) })),
  makeUpDays: z.array(civilDateSchema),
});
export type CalendarYear = z.infer<typeof calendarYearSchema>;

export interface Calendar {
  /** Changes whenever a year file changes; pinned on each commitment. */
  readonly version: string;
  readonly years: Readonly<Record<string, CalendarYear>>;
}

/** Day sets of a year, built once a calendar object; the object itself is never altered. */
interface DaySets { readonly off: ReadonlySet<CivilDate>; readonly work: ReadonlySet<CivilDate> }
const daySets = new WeakMap<CalendarYear, DaySets>();

const setsOf = (year: CalendarYear): DaySets => {
  let sets = daySets.get(year);
  if (!sets) {
    sets = { off: new Set(year.holidays.map((h) => h.date)), work: new Set(year.makeUpDays) };
    daySets.set(year, sets);
  }
  return sets;
};

/** True where the date's year has no published notice, so that the count may still change. */
export const isProvisional = (calendar: Calendar, date: CivilDate): boolean => !calendar.years[date.slice(0, 4)]?.published;

export const isWorkingDay = (calendar: Calendar, date: CivilDate): boolean => {
  const year = calendar.years[date.slice(0, 4)];
  if (year) {
    const sets = setsOf(year);
    if (sets.off.has(date)) return false;
    if (sets.work.has(date)) return true;
  }
  return weekday(date) <= 5;
};

/**
 * The `count`-th working day after `date` (before it if negative); `date` itself is not counted, on or off.
 * With 0 it is `date` unchanged (T stays as said, domain.md).
 */
export const addWorkingDays = (calendar: Calendar, date: CivilDate, count: number): CivilDate => {
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
};

/** Working days in (a, b]; negative where b is before a. */
export const workingDaysBetween = (calendar: Calendar, a: CivilDate, b: CivilDate): number => {
  if (b < a) return -workingDaysBetween(calendar, b, a);
  let count = 0;
  for (let day = addDays(a, 1); day <= b; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1;
  return count;
};

/** `date` if it is a working day, else the next one. */
export const workingDayFrom = (calendar: Calendar, date: CivilDate): CivilDate =>
  isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1);
