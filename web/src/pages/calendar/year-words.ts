/** A year's days off and worked, as the State Council's notice writes them, and back: 元旦 1月1日至3日. Pure. */

const DAY_MS = 86_400_000;

export interface DayOff { readonly date: string; readonly name: string }
export interface YearWords { readonly holidays: readonly DayOff[]; readonly makeUpDays: readonly string[]; /** What could not be read, in words. */ readonly faults: readonly string[] }

const bare = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

/** Days that follow each other, and are called the same, are one stretch. */
const runsOf = (days: readonly DayOff[]): { name: string; words: string }[] => {
  const runs: { name: string; from: string; to: string }[] = [];
  for (const { date, name } of days) {
    const last = runs.at(-1);
    if (last?.name === name && Date.parse(date) - Date.parse(last.to) === DAY_MS) last.to = date;
    else runs.push({ name, from: date, to: date });
  }
  return runs.map(({ name, from, to }) => ({ name, words: `${bare(from)}${to === from ? '' : `至${bare(to)}`}` }));
};
/** One line a holiday. */
export const holidayWords = (holidays: readonly DayOff[]): string => runsOf(holidays).map(({ name, words }) => `${name} ${words}`).join('\n');
/** 1月1日、2月8日至2月11日 */
export const stretches = (dates: readonly string[]): string => runsOf(dates.map((date) => ({ date, name: '' }))).map(({ words }) => words).join('、');
export const makeUpWords = (days: readonly string[]): string => days.map(bare).join('、');

/** A day that its month does not have is none: 2月30日 is no 2 March. */
const dateIn = (year: number, month: string, day: string): string | null => {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const ms = Date.parse(date);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === date ? date : null;
};

/** @returns the days of 1月1日, 1月1日至3日 or 1月30日至2月3日; null where it reads otherwise */
const daysOf = (year: number, text: string): string[] | null => {
  const found = /^(\d{1,2})月(\d{1,2})日(?:(?:至|—|-)(?:(\d{1,2})月)?(\d{1,2})日)?$/.exec(text.replaceAll(/\s/g, ''));
  if (!found) return null;
  const [, month = '', day = '', toMonth = month, toDay = day] = found;
  const [from, to] = [dateIn(year, month, day), dateIn(year, toMonth, toDay)];
  if (from === null || to === null || to < from) return null;
  return Array.from({ length: (Date.parse(to) - Date.parse(from)) / DAY_MS + 1 }, (_, index) => new Date(Date.parse(from) + index * DAY_MS).toISOString().slice(0, 10));
};

/** @param off one holiday a line @param work days worked instead, set apart by 、 , or line ends */
export const readYear = (year: number, off: string, work: string): YearWords => {
  const faults: string[] = [];
  const holidays = off.split('\n').map((line) => line.trim()).filter((line) => line !== '').flatMap((line) => {
    const found = /^(\S+?)[\s：:]+(.+)$/.exec(line);
    const days = found?.[2] === undefined ? null : daysOf(year, found[2]);
    if (days === null) faults.push(`放假“${line}”读不出，应如：元旦 1月1日至3日`);
    return (days ?? []).map((date) => ({ date, name: found?.[1] ?? '' }));
  });
  const makeUpDays = work.split(/[、，,\n]/).map((one) => one.trim()).filter((one) => one !== '').flatMap((one) => {
    const days = daysOf(year, one);
    if (days === null) faults.push(`补班“${one}”读不出，应如：2月14日`);
    return days ?? [];
  });
  return { holidays, makeUpDays, faults };
};
