/**
 * Civil dates and instants, without the host's clock, time zone or `Intl`.
 *
 * The workflow sandbox lets the process time zone leak through local getters, so nothing here
 * uses them: dates are computed as day numbers in UTC and the office's offset is a constant.
 */

/** A day as the office writes it, `YYYY-MM-DD`, without a time zone. Compares correctly as a string. */
export type CivilDate = string;
/** A point in time as an ISO 8601 string in UTC, `2026-03-02T00:30:00.000Z`. Compares correctly as a string. */
export type Instant = string;
/** A time of day as the office writes it, `HH:MM`. */
export type TimeOfDay = string;

/** Minutes east of UTC. China has one civil time, without summer time since 1992. */
export const OFFICE_OFFSET_MINUTES = 8 * 60;
export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** @throws RangeError if `text` is not an existing civil date. */
export const dayNumber = (text: CivilDate): number => {
  const match = CIVIL_DATE.exec(text);
  if (!match) throw new RangeError(`not a civil date: ${text}`);
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  // `Date.UTC` reads the years 0 to 99 as 1900 to 1999.
  if (year < 100 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) throw new RangeError(`no such day: ${text}`);
  return Date.UTC(year, month - 1, day) / DAY_MS;
};

/** Whether `text` is an existing day that can be reckoned with: rungs and look-backs counted from it must stay within four-digit years. */
export const isCivilDate = (text: string): boolean => {
  try {
    dayNumber(text);
    return text >= '1900-01-01' && text <= '2199-12-31';
  } catch {
    return false;
  }
};

/** The civil date of a day number (days since 1970-01-01). */
export const civilDate = (days: number): CivilDate => new Date(days * DAY_MS).toISOString().slice(0, 10);

export const addDays = (date: CivilDate, days: number): CivilDate => civilDate(dayNumber(date) + days);

/** Days from `a` to `b`; negative if `b` is earlier. */
export const daysBetween = (a: CivilDate, b: CivilDate): number => dayNumber(b) - dayNumber(a);

/** @param month 1 to 12 */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The same day of the month `months` later; a month after 31 January is the last day of February (domain.md, settled readings). */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  const index = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return civilDate(Date.UTC(y, m - 1, Math.min(day, daysInMonth(y, m))) / DAY_MS);
};

/** ISO weekday: Monday 1 to Sunday 7. */
export const weekday = (date: CivilDate): number => ((dayNumber(date) + 3) % 7 + 7) % 7 + 1;

/** The office's civil date at an instant. */
export const civilDateOf = (instant: Instant): CivilDate =>
  new Date(msOf(instant) + OFFICE_OFFSET_MINUTES * MINUTE_MS).toISOString().slice(0, 10);

/** The office's time of day at an instant, `HH:MM`. */
export const timeOfDay = (instant: Instant): TimeOfDay =>
  new Date(msOf(instant) + OFFICE_OFFSET_MINUTES * MINUTE_MS).toISOString().slice(11, 16);

/** The instant of a civil date and time of day in the office. */
export const instantAt = (date: CivilDate, time: TimeOfDay): Instant => {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return toInstant(dayNumber(date) * DAY_MS + (minutes - OFFICE_OFFSET_MINUTES) * MINUTE_MS);
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/**
 * Milliseconds since 1970.
 * @throws RangeError if it is not written as `Instant` says: without the Z it would be read in the process time zone,
 * without the milliseconds it would compare wrongly as a string
 */
export const msOf = (instant: Instant): number => {
  const ms = INSTANT.test(instant) ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`);
  return ms;
};

export const toInstant = (ms: number): Instant => new Date(ms).toISOString();

export const earlier = (a: Instant, b: Instant): Instant => (a <= b ? a : b);
export const later = (a: Instant, b: Instant): Instant => (a >= b ? a : b);
