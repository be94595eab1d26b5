/** Days as officials write them. */
import { civilDateOf, timeOfDay, weekday, type CivilDate, type Instant } from './time';

/** 11月30日（周一）; with the year only where it is not the reader's. */
export const dateWords = (date: CivilDate, today: CivilDate): string => {
  const [year, month, day] = [date.slice(0, 4), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  return `${year === today.slice(0, 4) ? '' : `${year}年`}${month}月${day}日（周${'一二三四五六日'[weekday(date) - 1]}）`;
};

/** 11月30日（周一）17:30 */
export const momentWords = (at: Instant, asOf: Instant): string => `${dateWords(civilDateOf(at), civilDateOf(asOf))}${timeOfDay(at)}`;
