/** Days as officials write them. */
import { civilDateOf, timeOfDay, weekday, type CivilDate, type Instant } from './time';

const plainDate = (date: CivilDate, today: CivilDate): string => `${date.slice(0, 4) === today.slice(0, 4) ? '' : `${date.slice(0, 4)}年`}${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;

/** 11月30日（周一）; with the year only where it is not the reader's. */
export const dateWords = (date: CivilDate, today: CivilDate): string => `${plainDate(date, today)}（周${'一二三四五六日'[weekday(date) - 1]}）`;

/** 11月30日（周一）17:30 */
export const momentWords = (at: Instant, asOf: Instant): string => `${dateWords(civilDateOf(at), civilDateOf(asOf))}${timeOfDay(at)}`;

/** Brackets in brackets are not written: there a date has no weekday. */
const inBrackets = (text: string, at: number): boolean => text.lastIndexOf('（', at) > text.lastIndexOf('）', at);

/** A sentence of the rules, with its 2026-11-30 and 2026-11-30 17:30 as officials write them. */
export const withDateWords = (text: string, today: CivilDate): string =>
  text.replace(/(?<![\w“.-])(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?(?![\w”.-])/g, (_all, date: CivilDate, time: string | undefined, at: number) =>
    `${(inBrackets(text, at) ? plainDate : dateWords)(date, today)}${time ?? ''}`);
