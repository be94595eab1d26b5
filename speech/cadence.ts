import * as words from './lexicon/words';
import * as skeletons from './skeleton';

// Bound once: run as it stands, TypeScript asks two getters at each use of an import, and these are used at every letter.
const { Chars } = words;
const { FILL } = skeletons;

export interface Cadence {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly rule: string;
}

const VERB_AHEAD = '(?=[\\u4e00-\\u9fa5“□])';
const FORMS: readonly (readonly [rule: string, form: RegExp, firstLetters: string])[] = [
  ['cadence/every', /每(?:个|逢|隔|到)?(?:[一二两三四五六七八九十半\d]{1,3})?个?(?:工作日|学期|学年|季度|半年|半月|星期|月份?|周|天|日|年度?|旬|季|小时|晚)(?:末|底|初)?(?:[一二三四五六日天](?![个项次批名年月]))?(?:上午|下午|晚上?)?(?:(?:1[0-2]|[1-9])月(?:份|底|初|上旬|中旬|下旬)?)?(?:\d{1,2}[日号](?:至\d{1,2}[日号])?)?(?:之?前)?/y, '每'],
  ['cadence/every', /(?:隔|双)(?:日|天|周|月)(?=[\u4e00-\u9fa5])|早晚各|每班(?![子级主])(?=[\u4e00-\u9fa5])|每次(?=[\u4e00-\u9fa5]{2,8}(?:先|都|要|必))|逢[\u4e00-\u9fa5]必(?=[\u4e00-\u9fa5])/y, '隔双早每逢'],
  ['cadence/every', /(?:天天|日日|周周|月月|季季)(?=[\u4e00-\u9fa5]{2})/y, '天日周月季'],
  ['cadence/one-one', /(?:一|半)(?:日|天|周|旬|月|季度?|年)一(?:调度|通报|报告|研判|会商|总结|督查|督办|排名|分析|小结|更新|评|晒|考核|盘点|主题|碰头|汇报|梳理|例会|点评|讲评|交账|对账|检查|巡查|抽查|暗访|公示|反馈|会诊|走访)/y, '一半'],
  ['cadence/one-one', /(?:一[日天周月][两二三][扫次巡查报检]|日产日清|日清日结|日结日清|月结月清)/y, '一日月'],
  ['cadence/regularly', new RegExp(`(?:不定期|不定时|定期|常态化|经常性|经常化|周期性|滚动式?)(?:地)?${VERB_AHEAD}`, 'y'), '不定常经周滚'],
  ['cadence/by-period', /(?:按|逐|分)(?:季度?|月|周|旬|日|年度?)(?=[\u4e00-\u9fa5])(?!期)/y, '按逐分'],
  ['cadence/compound', /(?:日|周|旬|月|季)(?:报告?|例会|调度|通报|会商|研判|总结)制度?/y, '日周旬月季'],
  ['cadence/compound', /(?:日|周|旬|月|季|年)(?:调度|通报|报告|提醒|点评|考核|例会|研判|巡查|盘点|小结|会商|督查|督办|排名|晾晒|分析|评估|公示)(?:、(?:日|周|旬|月|季度?|半?年)[\u4e00-\u9fa5]{2})*/y, '日周旬月季年'],
];

/** The forms that can begin with a letter. */
const BY_FIRST: readonly (typeof FORMS)[] = (() => {
  const table: (typeof FORMS[number])[][] = [];
  for (const form of FORMS) for (const c of form[2]) (table[c.charCodeAt(0)] ??= []).push(form);
  return table;
})();

/** 作风建设常态化 is a state, 常态化开展 a rhythm. */
const NOT_AFTER: Readonly<Record<string, RegExp>> = { 'cadence/regularly': /^(?:播|发展|长效化|机制|制度|建设|、|和|的|疫情)/ };

const BEGINS = new Chars(FORMS.map((form) => form[2]).join(''));

/** The words of a rhythm in a clause. The compound form (“周调度、月通报”) counts only where the caller says so. */
export const findCadence = (text: string, bones: string, from: number, to: number, compound: boolean): Cadence | null => {
  for (let i = from; i < to; i += 1) {
    if (!BEGINS.at(text, i)) continue;
    const found = cadenceAt(text, bones, i, to, compound);
    if (found) return found;
  }
  return null;
};

/** The rhythm that begins at a place. */
export const cadenceAt = (text: string, bones: string, at: number, to: number, compound: boolean): Cadence | null => {
  if (!BEGINS.at(text, at)) return null;
  const quoted = bones.charAt(at) === FILL;
  for (const [rule, form] of BY_FIRST[text.charCodeAt(at)] ?? []) {
    if (quoted && rule !== 'cadence/compound') continue;
    if (rule === 'cadence/compound' && !compound) continue;
    form.lastIndex = at;
    const found = form.exec(text);
    if (!found) continue;
    const end = at + found[0].length;
    if (end > to || NOT_AFTER[rule]?.test(text.slice(end, end + 3))) continue;
    if (rule === 'cadence/every' && perHead(text, at, end, found[0])) continue;
    if (rule === 'cadence/by-period' && found[0] === '逐年') continue;
    return { start: at, end, words: found[0], rule };
  }
  return null;
};

/** 每人每月850元 is a rate, 每年新增… a yearly figure: no rhythm of an action. */
const perHead = (text: string, at: number, end: number, words: string): boolean => {
  const after = text.slice(end, end + 10);
  if (/^\d[\d.]*(?:万|亿)?元|^约?\d+(?:人|元|次|吨)/.test(after) || /[人户亩平]/.test(text.charAt(at - 1)) && /元/.test(after)) return true;
  return /^(?:新增|增长|提高|约|达|可|不少于|不低于|投入|安排.{0,6}资金)/.test(after) && !/[月周天日]/.test(words);
};
