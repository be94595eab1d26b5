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

// A light and its next moment ask for some hundred days each, a page for those of fifty items: dates are read and written
// digit by digit, and reckoned by the Gregorian rule alone (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms"),
// which costs a tenth of patterns and `Date` objects.
const DAYS_TO_1970 = 719_468;
const DAYS_IN_400_YEARS = 146_097;
const DASH = 45;

/** The number that stands in `text` from `from` up to `to`; NaN where there is anything but digits. */
const digits = (text: string, from: number, to: number): number => {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
};

/** The first ten characters as a day number; NaN where they are no date, -Infinity where there is no such day. */
const readDay = (text: string): number => {
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  if (Number.isNaN(year + month + day) || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return Number.NaN;
  // Instants before the year 100 are no business of an office; `Date` would read them as of the twentieth century.
  if (year < 100 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return Number.NEGATIVE_INFINITY;
  // Years begin in March, so that a leap day is the last one.
  const from = month > 2 ? year : year - 1;
  const era = Math.floor(from / 400);
  const ofEra = from - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * DAYS_IN_400_YEARS + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - DAYS_TO_1970;
};

/** @throws RangeError if `text` is not an existing civil date. */
export const dayNumber = (text: CivilDate): number => {
  const day = text.length === 10 ? readDay(text) : Number.NaN;
  if (Number.isNaN(day)) throw new RangeError(`not a civil date: ${text}`);
  if (day === Number.NEGATIVE_INFINITY) throw new RangeError(`no such day: ${text}`);
  return day;
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

const LAST_DAY = 2_932_896; // 9999-12-31
const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`);

/** The civil date of a day number (days since 1970-01-01). */
export const civilDate = (days: number): CivilDate => {
  const sinceMarch0 = days + DAYS_TO_1970;
  if (!Number.isInteger(days) || sinceMarch0 < DAYS_IN_400_YEARS || days > LAST_DAY) return new Date(days * DAY_MS).toISOString().slice(0, 10);
  const era = Math.floor(sinceMarch0 / DAYS_IN_400_YEARS);
  const ofEra = sinceMarch0 - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return `${year < 1_000 ? `0${year}` : year}-${two(month)}-${two(day)}`;
};

export const addDays = (date: CivilDate, days: number): CivilDate => civilDate(dayNumber(date) + days);

/** Days from `a` to `b`; negative if `b` is earlier. */
export const daysBetween = (a: CivilDate, b: CivilDate): number => dayNumber(b) - dayNumber(a);

/** @param month 1 to 12 */
export const daysInMonth = (year: number, month: number): number =>
  (month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);

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
export const civilDateOf = (instant: Instant): CivilDate => civilDate(Math.floor((msOf(instant) + OFFICE_OFFSET_MINUTES * MINUTE_MS) / DAY_MS));

/** The office's time of day at an instant, `HH:MM`. */
export const timeOfDay = (instant: Instant): TimeOfDay =>
  new Date(msOf(instant) + OFFICE_OFFSET_MINUTES * MINUTE_MS).toISOString().slice(11, 16);

/** The instant of a civil date and time of day in the office. */
export const instantAt = (date: CivilDate, time: TimeOfDay): Instant => {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return toInstant(dayNumber(date) * DAY_MS + (minutes - OFFICE_OFFSET_MINUTES) * MINUTE_MS);
};

/**
 * Milliseconds since 1970.
 * @throws RangeError if it is not written as `Instant` says: without the Z it would be read in the process time zone,
 * without the milliseconds it would compare wrongly as a string
 */
export const msOf = (instant: Instant): number => {
  const marks = instant.length === 24 && instant[10] === 'T' && instant[13] === ':' && instant[16] === ':' && instant[19] === '.' && instant[23] === 'Z';
  const [hour, minute, second] = [digits(instant, 11, 13), digits(instant, 14, 16), digits(instant, 17, 19)];
  const ms = readDay(instant) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1_000 + digits(instant, 20, 23);
  if (!marks || !Number.isFinite(ms) || hour > 23 || minute > 59 || second > 59) throw new RangeError(`not an instant: ${instant}`);
  return ms;
};

export const toInstant = (ms: number): Instant => new Date(ms).toISOString();

export const earlier = (a: Instant, b: Instant): Instant => (a <= b ? a : b);
export const later = (a: Instant, b: Instant): Instant => (a >= b ? a : b);
