/** Dates and names as officials write them. Counting working days is the API's. */
import { link } from './api/link';

export const LIGHTS = ['red', 'yellow', 'blue', 'green', 'paused', 'closed'] as const;
export type Colour = (typeof LIGHTS)[number];
/** As the API tells items apart: what was ended without being done is no 办结. */
export const LIGHT_CLASSES = [...LIGHTS, 'dropped'] as const;
export type LightClass = (typeof LIGHT_CLASSES)[number];
/** Of all that show a colour: some may be red by something other than their date. One item's own word comes with its light. */
export const LIGHT_WORDS: Readonly<Record<LightClass, string>> = { red: '红灯', yellow: '预警', blue: '预告', green: '正常', paused: '暂停', closed: '办结', dropped: '不再办理' };
export const worstOf = (colours: readonly LightClass[]): LightClass | null => LIGHT_CLASSES.find((colour) => colours.includes(colour)) ?? null;

export const KIND_WORDS: Readonly<Record<string, string>> = { deliverable: '交付', target: '指标', recurring: '周期', standing: '持续' };
export const SOURCE_KIND_WORDS: Readonly<Record<string, string>> = { speech: '讲话', report: '工作报告', minutes: '会议纪要', instruction: '批示', document: '文件' };
export const SENTENCE_KIND_WORDS: Readonly<Record<string, string>> = {
  commitment: '承诺', stretch: '力争', standing: '长期', background: '背景', principle: '原则', achieved: '已完成', soft: '泛表态',
};

const WEEK = ['日', '一', '二', '三', '四', '五', '六'];

/** 2026-11-30; the civil date of an instant at the office's fixed offset. */
export const dateOf = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
/** 17:00 */
export const clockOf = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16);
export const today = (): string => dateOf(link.at);

const parts = (date: string): [year: string, month: number, day: number] => [date.slice(0, 4), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
export const weekdayOf = (date: string): string => `周${WEEK[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''}`;

/** 11月30日 this year, 2027年1月29日 in another. */
export const dateWords = (date: string): string => {
  const [year, month, day] = parts(date);
  return `${year === today().slice(0, 4) ? '' : `${year}年`}${month}月${day}日`;
};
/** 11月30日（周一） */
export const dateWithWeekday = (date: string): string => `${dateWords(date)}（${weekdayOf(date)}）`;
/** 2026年8月27日 */
export const fullDate = (date: string): string => {
  const [year, month, day] = parts(date);
  return `${year}年${month}月${day}日`;
};
/** 11月24日 17:42 */
export const momentWords = (instant: string): string => `${dateWords(dateOf(instant))} ${clockOf(instant)}`;

const DAY_MS = 86_400_000;
export const addDays = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
/** First and last day of its month. */
export const monthOf = (date: string): [first: string, last: string] => {
  const [year, month] = parts(date);
  return [`${date.slice(0, 7)}-01`, new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10)];
};

/** Brackets in brackets are not written: there a date has no weekday. */
const inBrackets = (text: string, at: number): boolean => text.lastIndexOf('（', at) > text.lastIndexOf('）', at);

/** A sentence of the API, its 2026-11-30 as officials write it; what stands in a file's name stays. */
export const spoken = (text: string): string => text.replace(/(?<![\w“.-])(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?(?![\w”.-])/g,
  (_all, date: string, time: string | undefined, at: number) => (time === undefined ? (inBrackets(text, at) ? dateWords : dateWithWeekday)(date) : `${dateWords(date)}${time}`));

/** 、 between units, never a slash. */
export const listed = (names: readonly string[]): string => names.join('、');
