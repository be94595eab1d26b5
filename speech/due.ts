import * as time from '../domain/time';
import type { CivilDate } from '../domain/time';
import * as calendars from '../domain/calendar';
import type { Calendar } from '../domain/calendar';
import * as words from './lexicon/words';
import { eveOf, feast, FEAST_NAMES } from './lexicon/feasts';
import * as skeletons from './skeleton';
import * as numerals from './numerals';

// Bound once: run as it stands, TypeScript asks two getters at each use of an import, and these are used at every letter.
const { addDays, addMonths, daysInMonth, weekday } = time;
const { addWorkingDays, isProvisional } = calendars;
const { Chars } = words;
const { FILL } = skeletons;
const { numberOf } = numerals;

/** limit: says its own end (年底前, 3个月内); period: a stretch of time (下半年), a limit only in an adverb's place; event: hangs on something undated. */
export type DueStrength = 'limit' | 'period' | 'event';

export interface Due {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly date: CivilDate | null;
  readonly provisional: boolean;
  readonly strength: DueStrength;
  /** The words name a time before the speech: 去年, 2019年底前. */
  readonly past: boolean;
  readonly rule: string;
}

export interface Clock {
  /** 明年，重点做好以下工作: the first day of the year that the text speaks of, for days and months without a year. */
  readonly from?: CivilDate | null;
  readonly date: CivilDate | null;
  readonly calendar: Calendar;
}

type Reading = { readonly date: CivilDate | null; readonly strength: DueStrength } | null;
type Reader = (found: RegExpExecArray, clock: Clock) => Reading;

const YEAR = '(?:(今年|明年|后年|本年度?|当年|次年|去年|前年|20\\d\\d年)(?:的)?)?';
const BEFORE = '(之前|以前|前夕|前|内|之内|以内|止)?';
const NUM = '\\d{1,4}|[一二两三四五六七八九十]{1,3}|半';

const yearOf = (words: string | undefined, clock: Clock): number | null => {
  if (words === undefined) return null;
  if (words.startsWith('20')) return Number(words.slice(0, 4));
  if (clock.date === null) return null;
  const now = Number(clock.date.slice(0, 4));
  const shift = ({ 明年: 1, 次年: 1, 后年: 2, 去年: -1, 前年: -2 } as Readonly<Record<string, number>>)[words] ?? 0;
  return now + shift;
};

const dateOf = (year: number, month: number, day: number): CivilDate | null =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : null;

/** A month or day without a year means the next one to come; one that has a year means that one. */
const upcoming = (named: number | null, words: string | undefined, clock: Clock, inYear: (year: number) => CivilDate | null, limit = true): CivilDate | null => {
  if (named !== null) return inYear(named);
  if (clock.date === null || words !== undefined) return null;
  const year = Number(clock.date.slice(0, 4));
  const here = inYear(year);
  // 一季度 said in April, without 前, speaks of the one that is over.
  return here !== null && here < clock.date && limit ? inYear(year + 1) : here;
};

const limitOrPeriod = (limit: unknown): DueStrength => (limit ? 'limit' : 'period');

const readMonth: Reader = (f, clock) => {
  const month = numberOf(f[2] ?? '');
  if (month === null || month < 1 || month > 12) return null;
  const [, yearWords, , , dayWords, part, before] = f;
  if (before?.endsWith('后')) return { date: null, strength: 'event' };
  const date = upcoming(yearOf(yearWords, clock), yearWords, clock, (year) => {
    if (dayWords) return dateOf(year, month, numberOf(dayWords) ?? 0);
    if (part === '上旬' || part === '初') return dateOf(year, month, 10);
    if (part === '上中旬') return dateOf(year, month, 20);
    if (part === '中旬' || part === '中') return dateOf(year, month, part === '中' ? 15 : 20);
    const last = dateOf(year, month, daysInMonth(year, month));
    // "9月前" without 底 ends before September begins.
    return (before === '前' || before === '之前' || before === '以前') && !part && !f[3] && last ? addDays(dateOf(year, month, 1) ?? last, -1) : last;
  }, before !== undefined);
  // 8月底, 4月上旬 end on a day, with 前 or without.
  return { date, strength: limitOrPeriod(part !== undefined && /底|末|旬/.test(part) || before && before !== '起' && before !== '开始') };
};

const readQuarter: Reader = (f, clock) => {
  const quarter = numberOf(f[2] ?? '');
  if (quarter === null || quarter > 4) return null;
  const month = quarter * 3;
  const date = upcoming(yearOf(f[1], clock), f[1], clock, (year) => dateOf(year, month, daysInMonth(year, month)), (f[3] ?? f[4]) !== undefined);
  return { date, strength: limitOrPeriod(f[3] ?? f[4]) };
};

const readHalf: Reader = (f, clock) => {
  const year = yearOf(f[1], clock);
  const inYear = (y: number): CivilDate => (f[2] === '上' ? `${y}-06-30` : `${y}-12-31`);
  return { date: upcoming(year, f[1], clock, inYear, f[3] !== undefined), strength: limitOrPeriod(f[3]) };
};

const readYearEnd: Reader = (f, clock) => {
  const named = f[1] === '年' || f[1] === '全' ? null : (f[1] ?? null);
  const year = named === null ? (clock.date === null ? null : Number(clock.date.slice(0, 4))) : yearOf(named, clock);
  const strength = limitOrPeriod(f[3] ?? (f[2] && f[2] !== '初'));
  if (year === null) return { date: null, strength };
  if (f[2] === '中') return { date: `${year}-06-30`, strength };
  if (f[2] === '初') return { date: `${year}-01-31`, strength };
  return { date: `${year}-12-31`, strength };
};

const readYear: Reader = (f, clock) => {
  const year = yearOf(f[1], clock);
  return { date: year === null ? null : `${year}-12-31`, strength: 'period' };
};

const readRelative: Reader = (f, clock) => {
  const [, which = '', unit = '', part = '', before] = f;
  if (clock.date === null) return { date: null, strength: limitOrPeriod(before ?? part) };
  const next = which.startsWith('下') || which === '次';
  const strength = limitOrPeriod(before ?? (part !== '' || which !== ''));
  if (unit === '月') {
    const base = next ? addMonths(`${clock.date.slice(0, 8)}01`, 1) : clock.date;
    const [year, month] = [Number(base.slice(0, 4)), Number(base.slice(5, 7))];
    if (part === '初' || part === '上旬') return { date: dateOf(year, month, 10), strength };
    if (part === '中旬') return { date: dateOf(year, month, 20), strength };
    return { date: dateOf(year, month, daysInMonth(year, month)), strength };
  }
  if (unit === '季度') {
    const base = next ? addMonths(`${clock.date.slice(0, 8)}01`, 3) : clock.date;
    const month = Math.ceil(Number(base.slice(5, 7)) / 3) * 3;
    const year = Number(base.slice(0, 4));
    return { date: dateOf(year, month, daysInMonth(year, month)), strength };
  }
  const wanted = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7, 末: 7 }[part] ?? 7;
  return { date: addDays(clock.date, wanted - weekday(clock.date) + (next ? 7 : 0)), strength };
};

const readDayOfMonth: Reader = (f, clock) => {
  const day = Number(f[1]);
  if (clock.date === null) return { date: null, strength: 'limit' };
  const here = dateOf(Number(clock.date.slice(0, 4)), Number(clock.date.slice(5, 7)), day);
  if (here !== null && here >= clock.date) return { date: here, strength: 'limit' };
  const next = addMonths(`${clock.date.slice(0, 8)}01`, 1);
  return { date: dateOf(Number(next.slice(0, 4)), Number(next.slice(5, 7)), day), strength: 'limit' };
};

const readRange: Reader = (f, clock) => {
  const first = numberOf(f[2] ?? '');
  const month = numberOf(f[4] ?? '');
  if (first === null || month === null || month < 1 || month > 12) return null;
  const words = f[3] ?? f[1];
  const named = yearOf(words, clock);
  const inYear = (year: number): CivilDate | null => f[5] ? dateOf(year, month, numberOf(f[5]) ?? 0)
    : dateOf(year, month, f[6] === '上旬' || f[6] === '初' ? 10 : f[6] === '中旬' ? 20 : daysInMonth(year, month));
  return { date: upcoming(named, words, clock, inYear), strength: 'limit' };
};

const readWeekday: Reader = (f, clock) => {
  if (clock.date === null) return { date: null, strength: 'limit' };
  const wanted = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 }[f[1] ?? ''] ?? 7;
  const ahead = wanted - weekday(clock.date);
  return { date: addDays(clock.date, ahead < 0 ? ahead + 7 : ahead), strength: 'limit' };
};

const readNextYear: Reader = (_, clock) => ({ date: clock.date === null ? null : `${Number(clock.date.slice(0, 4)) + 1}-12-31`, strength: 'period' });

const readNewYear: Reader = (_, clock) => {
  const day = clock.date === null ? null : feast('春节', clock.date, null);
  return { date: day === null ? null : eveOf(day), strength: 'limit' };
};

const readDuration: Reader = (f, clock) => {
  const amountWords = f[2] === undefined || f[2] === '' ? f[1] ?? '' : f[2];
  const amount = amountWords === '半' ? 0.5 : numberOf(amountWords);
  const unit = f[3] ?? '';
  if (amount === null) return null;
  if (clock.date === null) return { date: null, strength: 'limit' };
  const d = clock.date;
  const date = unit === '工作日' ? addWorkingDays(clock.calendar, d, Math.min(Math.ceil(amount), 2000))
    : unit === '天' || unit === '日' ? addDays(d, Math.ceil(amount))
    : unit === '周' || unit === '星期' ? addDays(d, Math.ceil(amount * 7))
    : unit === '月' ? (amount === 0.5 ? addDays(d, 15) : addMonths(d, amount))
    : unit === '年' ? addMonths(d, Math.round(amount * 12))
    : unit === '小时' ? addDays(d, Math.floor(amount / 24))
    : d;
  return { date, strength: 'limit' };
};

const readSpan: Reader = (f, clock) => {
  const years = numberOf(f[1] ?? '');
  return years === null || years > 20 ? null : { date: clock.date === null ? null : addMonths(clock.date, years * 12), strength: 'period' };
};

const readFeast: Reader = (f, clock) => {
  const after = f[3] === '后' || f[3] === '过后' || f[3] === '之后';
  if (clock.date === null || after) return { date: null, strength: 'event' };
  const day = feast(f[2] ?? '', clock.date, yearOf(f[1], clock));
  return { date: day === null ? null : eveOf(day), strength: 'limit' };
};

const readNextFeast: Reader = (_, clock) => {
  if (clock.date === null) return { date: null, strength: 'limit' };
  const days = ['元旦', '春节', '五一', '端午', '中秋', '国庆'].map((name) => feast(name, clock.date ?? '', null)).filter((d): d is CivilDate => d !== null);
  const first = days.sort()[0];
  return { date: first === undefined ? null : eveOf(first), strength: 'limit' };
};

const readSchool: Reader = (f, clock) => ({
  date: f[1] === '秋季' && f[0].includes('开学') ? upcoming(null, undefined, clock, (year) => `${year}-08-31`) : null, strength: f[2] === '前' ? 'limit' : 'event',
});

const readPlan: Reader = (f) => {
  const order = '一二三四五六'.indexOf(f[1]?.charAt(1) ?? '') + 1;
  return { date: order > 0 ? `${2005 + order * 5}-12-31` : null, strength: 'limit' };
};

const readToday: Reader = (f, clock) => ({
  date: clock.date === null ? null : f[0].startsWith('后天') ? addDays(clock.date, 2) : f[0].startsWith('明天') ? addDays(clock.date, 1) : clock.date, strength: 'limit',
});

const undated: Reader = () => ({ date: null, strength: 'event' });

/** Every form of a deadline, the more exact first; each has an example of its own in tests/speech/due.test.ts. */
const FORMS: readonly (readonly [rule: string, form: RegExp, reader: Reader, begins: string])[] = [
  ['due/feast', new RegExp(`${YEAR}“?(${FEAST_NAMES.join('|')})”?(?:国际)?(?:劳动节|青年节|妇女节|儿童节|建军节|建党节|节日?|假期|小长假|黄金周)?(?:来临|到来)?(之前|以前|前夕|前(?!后)|之后|过后|后)`, 'y'), readFeast, '今明后本当次去前2“春过元清端中重三劳五六七八教国十'],
  ['due/next-feast', /(?:双)?节前(?!后)(?=[，。；、]|[^\u3001]{0,2}(?:完成|全部|要|必须|全面|完|见|集中|组织|开展))/y, readNextFeast, '双节'],
  ['due/plan-period', /“?(十[一二三四五六]五)”?(?:规划)?(?:期末|时期末|末期|末|收官之年|期间|时期)(?:之?前)?/y, readPlan, '“十'],
  ['due/range', new RegExp(`(?:从|自)?${YEAR}(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|上旬|中旬|下旬|底|初)?(?:至|到|—|-|~|～)(今年|明年|20\\d\\d年)?(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?(?:(\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|(上旬|中旬|下旬|底|末|初))?(?:止|期间)?`, 'y'), readRange, '从自今明后本当次去前20123456789一二三四五六七八九十'],
  ['due/month', new RegExp(`(?:从即日起|即日起|自即日起)?(?:到|至|截至|于|自|从)?${YEAR}(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(份)?(?:(\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|(上旬|中下旬|上中旬|中旬|下旬|底|末|初|中))?(之前|以前|前夕|前(?!后)|之内|以内|内|止|起|开始|下班前|以后|之后|后)?`, 'y'), readMonth, '从即自到至截于今明后本当次去前20123456789一二三四五六七八九十'],
  ['due/quarter', new RegExp(`(?:到|至|于)?${YEAR}第?([一二三四1-4])季度(末|底|初|中)?${BEFORE}`, 'y'), readQuarter, '到至于今明后本当次去前2第一二三四1234'],
  ['due/half-year', new RegExp(`(?:到|至)?${YEAR}([上下])半年${BEFORE}`, 'y'), readHalf, '到至今明后本当次去前2上下'],
  ['due/year-end', new RegExp(`(?:力争|争取|确保)?(?:到|至|于)?(今年|明年|后年|本年度?|当年|次年|去年|20\\d\\d年|年)年?(底|末|终|内|中|初)${BEFORE}`, 'y'), readYearEnd, '力争确到至于今明后本当次去2年'],
  ['due/whole-year', /(全)年(?!龄|级|报|轻)/y, readYearEnd, '全'],
  ['due/day-of-month', /(?:本|这个|当)月(\d{1,2})[日号](?:之前|以前|前)/y, readDayOfMonth, '0123456789本这当'],
  ['due/relative', /(本|这个?|当|下个?|次)?(月|周|季度|星期)(底|末|内|初|中旬|上旬|[一二三四五六日天])?(之前|以前|前|之内|以内|内)?/y, readRelative, '本这当下次月周季星'],
  ['due/weekday', /(?:周|星期)([一二三四五六日天])(?:下班)?(?:之前|以前|前)/y, readWeekday, '周星'],
  ['due/day-of-month', /(\d{1,2})[日号](?:下班)?(?:之前|以前|前)/y, readDayOfMonth, '0123456789本这当'],
  ['due/duration', new RegExp(`(?:用)?(${NUM})(?:[—\\-至到](${NUM}))?个?(工作日|天|日|周|星期|月|小时|分钟|年)(?:左右)?(?:的)?(?:之内|以内|内|时间内|左右时间|时间(?=[，内]))`, 'y'), readDuration, '用0123456789一二两三四五六七八九十半'],
  ['due/duration', /限(?:期|时)?(\d{1,3}|[一二两三四五六七八九十]{1,3})()个?(工作日|天|日|周|月|小时)(?:之内|以内|内)?/y, readDuration, '限'],
  ['due/duration', new RegExp(`(?:利?用)(${NUM})()个?(天|周|星期|月|年)(?:左右)?的?(?:时间|左右)`, 'y'), readDuration, '利用'],
  ['due/coming-years', /今(明)两年(?:内)?/y, readNextYear, '今'],
  ['due/coming-years', /(?:今后|未来)([一二两三四五六七八九十])(?:到[一二三四五六七八九十])?年(?:内|之内|时间)?/y, readSpan, '今未'],
  ['due/school-term', /(秋季|春季)?(?:学期)?开学(前|之前)/y, readSchool, '秋春开'],
  ['due/school-term', /(秋季|春季)(?:学期)?开学(?=投|启用|正式|时|全)/y, readSchool, '秋春'],
  ['due/school-term', /(秋季|春季)学期(前|起)?(?=投|启|正式|开|全|完|建|交|实|增|新|招)/y, readSchool, '秋春开'],
  ['due/feast', /年前(?=完|全|要|必|务|把|将|组|开|发|拨|兑|清|建|投|集|启|召|拿|确|做|对)/y, readNewYear, '年'],
  ['due/season', /(?:今冬明春|今冬|明春|(?:主?汛期|入汛|入冬|封冻|上冻|供暖季|采暖季|采暖期|供暖期|供热期|高考|中考|两会|“两会”|暑期|寒假|雨季|旅游旺季|开犁|春耕|秋收|换届|任期)(?:来临|到来|结束)?(?:之)?前|汛前|任期内|本学期(?:内|结束前)?|下次会议之?前|寒暑假|暑假期间|暑期|开春后|(?:春节|国庆|五一|“五一”|元旦)(?:节|假期)?(?:之?后|过后))/y, undated, '今明主汛入封上供采高中两“暑寒雨旅开春秋换任本下国五元'],
  ['due/year', /(今年|20\d\d年)(?=[^，。；]{0,16}目标(?:任务)?[：是为])/y, readYear, '今2'],
  ['due/year', /(?:到|至)?(今年|明年|后年|本年度|当年|20\d\d年)(?!度(?!内)|来|以来|初|上半|下半|底|末|的|第|[一二三四]季|\d|经济|计划(?![增完新改实建在用投再引将要])|工作|预算|重点|政府|民生|以后|之后|起|前|间|至|—|-|全市|全县)/y, readYear, '到至今明后本当2'],
  ['due/today', /连夜|当天|当日|明天(?:下班前)?|后天(?=之?前|下班前)|今天(?:内|下班前)/y, readToday, '连当明今后'],
  ['due/duration', new RegExp(`(${NUM})()个?(天|周|月|年)(?=(?:全部|基本)?(?:修好|修通|修复|完成|建成|办结|办好|办完|还清|清零|见效|拿出|到位|通车|改完|疏通|补齐|交付|投用|摸清))`, 'y'), readDuration, '0123456789一二两三四五六七八九十半'],
];

/** The forms that can begin with a character; most characters begin none. */
const BY_FIRST: readonly (typeof FORMS)[] = (() => {
  const table: (typeof FORMS[number])[][] = [];
  for (const form of FORMS) for (const c of form[3]) (table[c.charCodeAt(0)] ??= []).push(form);
  return table;
})();

/** Asked of every character: a dictionary of arrays would be slow to ask. */
const FIRST = new Chars(FORMS.map((form) => form[3]).join(''));

const CONDITION = /(?:对(?:排?查|发现|检查|摸排)出?的[^，]{1,12}，|一经|一旦|如果|如(?=[接遇有发因不])|若(?!干)|凡是?|倘若|遇到|遇有|接到|收到|发现|对[^，]{1,20}的，|逾期|每次|每起|每件|受理|报警|[坏丢断漏]了)[^，；]{0,24}(?:，[^，；]{0,12})?$/;

/** All deadline words of a sentence, left to right. Words inside quotes set no limit; words in round brackets do. */
export const findDues = (text: string, bones: string, clock: Clock): Due[] => {
  const dues: Due[] = [];
  if (!/[年月日天周号内前季星学夜期今末限]|[节庆旦一春”]后|暑假/.test(text)) return dues;
  const ranged = RANGE.test(text);
  for (let i = 0; i < text.length; i += 1) {
    if (!FIRST.at(text, i)) continue;
    if (bones.charAt(i) === FILL && !insideRound(text, bones, i)) continue;
    const before = dues[dues.length - 1];
    // 明年一季度启动，6月底前完成: the month that follows belongs to the year just named.
    const spoken = clock.from ? { date: clock.from, calendar: clock.calendar } : clock;
    const from = before?.date && /明年|后年|20\d\d年/.test(before.words) && (clock.date === null || before.date > clock.date) ? { ...clock, date: `${before.date.slice(0, 4)}-01-01` } : spoken;
    const near = dueAt(text, i, clock, ranged);
    const due = near && from !== clock && (clock.from ? YEARLESS : /^due\/(?:month|quarter|day-of-month)$/).test(near.rule) && !/今年|明年|20\d\d/.test(near.words) ? dueAt(text, i, from, ranged) : near;
    if (!due) continue;
    // 6月9日“档案日”当天: the day is the one just named.
    if (due.rule === 'due/today' && before && before.date !== null && due.start - before.end <= 12 && !/[，；：]/.test(text.slice(before.end, due.start)) && /^当[天日]/.test(due.words)) continue;
    // 24小时内受理，5个工作日内反馈: each limit of such a row runs from the same case.
    const same = due.rule === 'due/duration' && before?.rule === 'due/conditional' && /^[\u4e00-\u9fa5]{1,8}[，、][\u4e00-\u9fa5]{0,2}$/.test(text.slice(before.end, due.start));
    dues.push(same ? { ...due, date: null, provisional: false, strength: 'event', rule: 'due/conditional' } : due);
    i = due.end - 1;
  }
  return dues;
};

const YEARLESS = /^due\/(?:month|quarter|half-year|year-end|whole-year|range)$/;

/** Matters that come in day by day: a limit after them runs for each, not from the speech. */
const DAILY = /(?:诉求|来信|来访|投诉|咨询|申请|事项|问题|线索|工单|隐患|案件|警情|留言|举报|险情|灾情|舆情|企业|群众|群众反映)[\u4e00-\u9fa5（）□]{0,8}$/;

/** 中标后20日内签订合同、30日内进场: counted from the same event. */
const AFTER_EVENT = /(?:后|之日起)[^，；]{2,8}内[\u4e00-\u9fa5]{2,8}、$/;
/** 30分钟内到场: no one counts minutes from a speech; so it is whenever the case comes. */
const EACH_TIME = /分钟/;

const insideRound = (text: string, bones: string, at: number): boolean => {
  let i = at;
  while (i > 0 && bones.charAt(i) === FILL && at - i < 60) i -= 1;
  return text.charAt(i) === '（' || text.charAt(i) === '【';
};

const LEVEL_BEFORE = /(?:[压升降减控提][到至]|压缩|缩短|压减|控制|降低|减少|精简|提速|延长|调整|不超过|不低于|不少于)[到至在]?(?:了)?$|平均(?:时间|时限|用时)?(?:不超过)?$/;

const RANGE = /月[^，。月]{0,4}[至到—~～-]/;

const DIGITS = new Chars('0123456789一二两三四五六七八九十半');
/** What may follow the number that a deadline begins with. */
const AFTER_NUMBER = new Chars('年月日号天周星小分工个季度—-至到~～，、上中下底初末两间前后节假国劳青妇儿建党期规时会”');

const dueAt = (text: string, at: number, clock: Clock, ranged: boolean): Due | null => {
  if (DIGITS.at(text, at)) {
    let end = at + 1;
    while (DIGITS.at(text, end)) end += 1;
    if (!AFTER_NUMBER.at(text, end)) return null;
  }
  for (const [rule, form, reader] of BY_FIRST[text.charCodeAt(at)] ?? []) {
    if (rule === 'due/range' && !ranged) continue;
    form.lastIndex = at;
    const found = form.exec(text);
    if (!found || found[0] === '') continue;
    const end = at + found[0].length;
    const after = text.slice(end, end + 2);
    const before = text.slice(Math.max(0, at - 1), at);
    if (after.startsWith('以来') || after.startsWith('来，') || /^[度的]$/.test(after.charAt(0)) && rule !== 'due/duration') continue;
    if (/[\d.—\-～~A-Za-z]/.test(before) && /^\d/.test(found[0])) continue;
    if (rule === 'due/relative' && (/^[月周季星]/.test(found[0]) && (!/^(?:月底|月末|月内|周内|月初)/.test(found[0]) || /[\d个每逐按上半一年]/.test(before)) || before === '每' || before === '上')) continue;
    if (rule === 'due/year-end' && found[1] === '年' && /[\d一二三四五六七八九十半几多每今明去当]/.test(before) && !/[A-Za-z]\d{1,4}$/.test(text.slice(Math.max(0, at - 6), at))) continue;
    if (rule === 'due/year-end' && found[2] === '终' && /^(?:考|总结|评|测评|述职|决算|绩效|奖)/.test(after)) continue;
    if (rule === 'due/year-end' && found[2] === '中' && !found[3] && /^[国央心共等小学]/.test(after)) continue;
    if (rule === 'due/month' && /^(?:[一二三四五六七八九十])月/.test(found[0]) && /[\u4e00-\u9fa5]/.test(before) && /[每十逐]/.test(before)) continue;
    if (rule === 'due/month' && before === '每') continue;
    if (rule === 'due/half-year' && before === '每') continue;
    if (rule === 'due/year' && found[1] === '当年' && /^[评考]/.test(after)) continue;
    // 压缩至15个工作日以内 is a level to reach, not a limit.
    if (rule === 'due/duration' && LEVEL_BEFORE.test(text.slice(Math.max(0, at - 8), at))) continue;
    const reading = reader(found, clock);
    if (!reading) continue;
    return finish(text, at, end, rule, reading, clock);
  }
  return null;
};

const finish = (text: string, at: number, end: number, rule: string, reading: { date: CivilDate | null; strength: DueStrength }, clock: Clock): Due => {
  const raw = text.slice(at, end);
  const lead = /^(?:力争|争取|确保|到|至(?!\d)|于|用)/.exec(raw)?.[0].length ?? 0;
  let start = at + (rule === 'due/month' && raw.startsWith('至') ? 0 : lead);
  let { date, strength } = reading;
  let named = rule;
  const before = text.slice(Math.max(0, start - 40), start);
  const aheadOf = /(?:^|(?<=[，、；局司门位委办会要]))[\u4e00-\u9fa5]{1,6}前$/.exec(before);
  const event = /([\u4e00-\u9fa5]{1,10}(?:后|之日起|起))的?$/.exec(before);
  if ((rule === 'due/duration' || rule === 'due/today') && event && !/(?:会后|今后|会议后)$/.test(before)) {
    start -= (event[1] ?? '').length;
    date = null;
    strength = 'event';
    // 接到报告后30分钟内: each time it comes.
    if (/接到|收到|接报|发现|发生|受理|转办|交办/.test(event[1] ?? '')) named = 'due/conditional';
  } else if (rule === 'due/duration' && aheadOf && !/(?:[月日号底天]|之|以|提)前$/.test(before)) {
    // 供热前一个月: counted back from something else.
    start -= aheadOf[0].length;
    date = null;
    strength = 'event';
  } else if (rule === 'due/duration' && AFTER_EVENT.test(before) && !/接到|收到|接报|发现|发生|受理/.test(before)) {
    date = null;
    strength = 'event';
  } else if ((rule === 'due/duration' || rule === 'due/today') && (CONDITION.test(before) || /[^目]的，?$/.test(before) || EACH_TIME.test(raw) || /^(?:不得|不准|不再|禁止|严禁)/.test(text.slice(end, end + 2)) || rule === 'due/duration' && /(?:小时|分钟|工作日|[天日])/.test(raw) && (DAILY.test(before.replace(/的?，$/, '').replace(/[^，。；]*[，。；]/g, '')) || /内[\u4e00-\u9fa5]{2,3}、$/.test(before)))) {
    date = null;
    strength = 'event';
    named = 'due/conditional';
  }
  let past = false;
  if (date !== null && clock.date !== null && date < clock.date) {
    date = null;
    past = true;
  }
  return { start, end, words: text.slice(start, end), date, provisional: date !== null && isProvisional(clock.calendar, date), strength, past, rule: named };
};
