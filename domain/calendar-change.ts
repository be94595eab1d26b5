/** A calendar with one year read otherwise: its version, and what differs. */
import { isWorkingDay, type Calendar, type CalendarYear } from './calendar';
import { canonicalJson, type Sha256Hex } from './ledger-chain';
import { addDays, type CivilDate } from './time';

/** The version is told by the content; a year that reads as before leaves the calendar as it is, and nobody counts anew for nothing. */
export const withYear = (calendar: Calendar, file: CalendarYear, sha256: Sha256Hex): Calendar => {
  if (canonicalJson(calendar.years[String(file.year)] ?? null) === canonicalJson(file)) return calendar;
  const years = { ...calendar.years, [String(file.year)]: file };
  return { version: sha256(canonicalJson(years)).slice(0, 12), years };
};

export interface DayChange { readonly date: CivilDate; /** Whether it was a working day. */ readonly from: boolean; readonly to: boolean }

/** @returns the days of `year` that are worked by one of the two only, in order */
export const changedDays = (from: Calendar, to: Calendar, year: number): DayChange[] => {
  const days: DayChange[] = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
    const [was, is] = [isWorkingDay(from, date), isWorkingDay(to, date)];
    if (was !== is) days.push({ date, from: was, to: is });
  }
  return days;
};

/** The years that read otherwise in `to`, those new among them. */
export const changedYears = (from: Calendar, to: Calendar): CalendarYear[] =>
  Object.entries(to.years).filter(([year, file]) => canonicalJson(from.years[year] ?? null) !== canonicalJson(file)).map(([, file]) => file);
