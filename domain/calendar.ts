/**
 * The working calendar (调休): Monday to Friday, less the State Council's holidays, plus its make-up days.
 * A year without a published notice is *provisional*: counted Monday to Friday and marked so, never silently.
 */
import { z } from 'zod';
import { whereSound } from './schema-faults';
import { addDays, dayNumber, isCivilDate, weekday, type CivilDate } from './time';

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
}).superRefine(({ published, notice }, context) => {
  if (published && !notice) context.addIssue({ code: 'custom', path: ['notice'], message: '已公布的年份须写明通知文号' });
}, whereSound('published', 'notice')).superRefine((file, context) => {
  const fault = (path: (string | number)[], message: string): void => context.addIssue({ code: 'custom', path, message });
  const seen = new Set<string>();
  const check = (date: string, path: (string | number)[]): void => {
    if (!date.startsWith(`${file.year}-`)) fault(path, `不在${file.year}年内`);
    if (seen.has(date)) fault(path, '日期重复，或既是放假日又是补班日');
    seen.add(date);
  };
  file.holidays.forEach((holiday, index) => check(holiday.date, ['holidays', index, 'date']));
  file.makeUpDays.forEach((date, index) => {
    check(date, ['makeUpDays', index]);
    if (isCivilDate(date) && weekday(date) <= 5) fault(['makeUpDays', index], '补班日应为周六或周日');
  });
}, whereSound('year', 'holidays', 'makeUpDays'));
export type CalendarYear = z.infer<typeof calendarYearSchema>;

export interface Calendar {
  /** Changes whenever a year file changes; pinned on each commitment. */
  readonly version: string;
  readonly years: Readonly<Record<string, CalendarYear>>;
}

/** Day sets of a year, built once a calendar object; the object itself is never altered. */
interface DaySets {
  readonly off: ReadonlySet<CivilDate>;
  readonly work: ReadonlySet<CivilDate>;
  /** Monday to Friday, yet off; Saturday or Sunday, yet worked. */
  readonly lost: readonly CivilDate[];
  readonly gained: readonly CivilDate[];
}
const daySets = new WeakMap<CalendarYear, DaySets>();

const setsOf = (year: CalendarYear): DaySets => {
  let sets = daySets.get(year);
  if (!sets) {
    const off = new Set(year.holidays.map((h) => h.date));
    const work = new Set(year.makeUpDays);
    sets = {
      off, work,
      lost: [...off].filter((date) => weekday(date) <= 5),
      gained: [...work].filter((date) => weekday(date) > 5 && !off.has(date)),
    };
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

/** Days Monday to Friday up to and including a day number, from a fixed origin. */
const weekdaysUpTo = (day: number): number => Math.floor((day + 3) / 7) * 5 + Math.min((((day + 3) % 7) + 7) % 7 + 1, 5);

/** Working days in (a, b]; negative where b is before a. Counted, not walked: the light asks it for dates years away. */
export const workingDaysBetween = (calendar: Calendar, a: CivilDate, b: CivilDate): number => {
  if (b <= a) return b === a ? 0 : 0 - workingDaysBetween(calendar, b, a);
  let count = weekdaysUpTo(dayNumber(b)) - weekdaysUpTo(dayNumber(a));
  const within = (dates: readonly CivilDate[]): number => dates.reduce((n, date) => (date > a && date <= b ? n + 1 : n), 0);
  for (const file of Object.values(calendar.years)) {
    const sets = setsOf(file);
    count += within(sets.gained) - within(sets.lost);
  }
  return count;
};

/** `date` if it is a working day, else the next one. */
export const workingDayFrom = (calendar: Calendar, date: CivilDate): CivilDate =>
  isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1);
