import * as markers from './lexicon/markers';
import * as verbs from './lexicon/verbs';
import * as words from './lexicon/words';
import * as skeletons from './skeleton';
import type { Span } from './types';

// Bound once: run as it stands, TypeScript asks two getters at each use of an import, and these are used at every letter.
const { ADVERBS, SPEAKERS } = markers;
const { verbAt } = verbs;
const { Chars } = words;
const { FILL } = skeletons;

/** How the name of a unit, a body of units or a post ends. */
const TAIL = '(?:(?:县|乡|镇|区|市)（□+）|县区|县市区|市县区?|区县|镇街|乡镇街?|街镇|街道办?|乡镇|总队|支队|大队|中队|局|委|(?<![开举承主创交帮经补领换申筹兴试])办|厅|署|院|校|(?<![全内大局干外东西南北中俱细各顶])部|中心|集团(?:有限(?:责任)?公司)?|总公司|分公司|公司|银行|协会|商会|学会|联合会|部门|单位|机构|机关|处|科室|科|室|站|所|(?<![带领排入部])队|组|段|(?<![路战主条底红防沿一管])线|县|区|市|州|旗|乡|镇|村|社区|学校|医院|企业|工厂|物业|城投|交投|园区|高新区|开发区|各地|地方|政府|党委|党组|党支部|支部|纪委|监委|工委|团委|工会|妇联|残联|工商联|指挥部|防指|专班|领导小组|供销社|红十字会|农商行|国企|幼儿园|敬老院|福利院|网格长|责任人|(?<=[全各体名位])党员|河长|党组织|党总支|合作社|理事会|管委会|居委会|村委会|业委会|“□□”|委员会|班子|工作队|医疗队|负责人|负责同志|书记|市长|县长|区长|镇长|局长|主任|主席|部长|厅长|同志|专员|网格员|驻村队员|两级|三级|运营商|业主|领导|成员|组长|队长|站长|院长|校长|所长|处长|科长|经理|支书|施工方|建设方|承建方|运营方|承包方|监理方|军分区|武装部|法院|检察院|财政|税务|央行|供电所|电网|交警|公安|水利|城管|住建|教育|卫健|应急|工信|发改|人社|民政)';
const ENDS_AS_UNIT = new RegExp(`${TAIL}(?:等(?:有关|相关)?(?:部门|单位|地|方面)?|们|（□+）)?$`);
const HEAD = /^(?:省|市|县|区|州|旗|镇|乡|街道|院|校|局|厅|委|集团|公司|各|全体|有关|相关|属地|所属|基层|承办|责任|牵头|配合|国家|自治区|中央|地方|上级|党委|政府|园区|经开区|高新区|企业|财政|人民银行|税务|公安|教育|水利|应急|住建|发改|工信|人社|民政|卫健|农业农村|自然资源|生态环境|市场监管|交通|城管|商务|文旅|审计|统计|医保|宣传|组织|纪检|政法|统战|驻|分管|主要|班子|机关|两办|中国|供电|电力|铁路|邮政|消防|气象|民兵|军)/;

/** The last letters of all those endings: most names that are tried end in none of them. */
const LAST = new Chars('织社会企园院校人员行部道办队局委厅署院校心团司行会位构关处室科站所组段线县区市州旗乡镇村业厂地方府支联指班人志记长任席员装检察政务央网警安利导方经理书级商主管建育卫健急信改社民面们）”街门关');

export const endsAsUnit = (bones: string): boolean => LAST.at(bones, bones.length - 1) && ENDS_AS_UNIT.test(bones.slice(bones.endsWith('）') || bones.includes('（') ? -24 : -13));

/** 主要, 需要, 重要, 要求, 应急, 响应 hold the letter of a modal without its sense. */
const MODAL_IN = /(?:(?<!(?<![业雇车户店房])主|[重需必首想只紧概摘简])要(?![求素点闻件义塞道害职领案害旨])|(?<![即麻干])将(?![来军近士领])|(?<![响反相对适供效因照顺])应(?![急用对力届收变付酬运聘征诉有])当?|必须|(?<![必])须|务必|负责(?!人|同志)|牵头|会同|不得|严禁|不准|力争|争取|计划(?=[在于用年\d])|承诺|保证|确保|都要|可(?=在|以))/g;

export interface Subject extends Span {
  readonly kind: 'unit' | 'speaker' | 'topic';
}

/** The noun phrase before a modal: 各县区要…, 整改率月底要…; null where none is near. */
export const subjectBeforeModal = (text: string, bones: string, from: number, to: number): (Subject & { readonly modalAt: number }) | null => {
  const window = bones.slice(from, Math.min(to, from + 48));
  MODAL_IN.lastIndex = 1;
  const found = MODAL_IN.exec(window);
  if (!found || found.index === 0) return null;
  return { ...subjectOf(text, bones, from, from + found.index), modalAt: from + found.index };
};

const DANGLING = /(?:[于也都均还又再仍就才更先后一]|全部|一律|共同|分别|逐一|必须|今年|明年|年底前?|年内|月底前?|\d{1,2}月(?:\d{1,2}[日号]|[底初]|[上中下]旬)?(?:之?前|以前)?|[本这]周内?|[一二三四五六七八九十两\d]+[天日]内|国庆前|春节前|节前|\d+月底?前?|下一步|近期|近日|同时)+$/;

const DANGLING_LAST = new Chars('于也都均还又再仍就才更先后一部律同别须年底前内步期日时号初旬');

export const subjectOf = (text: string, bones: string, start: number, end: number): Subject => {
  const phrase = DANGLING_LAST.at(bones, end - 1) ? bones.slice(start, end).replace(DANGLING, '') : bones.slice(start, end);
  const phraseEnd = start + phrase.length;
  const speaker = SPEAKERS.at(text, start);
  if (speaker !== null && speaker.length >= phrase.length) return { start, end: phraseEnd, kind: 'speaker' };
  if (phrase.length >= 2 && phrase.length <= 40 && phrase.charAt(0) !== phrase.charAt(1) && endsAsUnit(phrase) && !/[的了]/.test(phrase.replace(/的[\u4e00-\u9fa5]{0,6}$/, '')) && !/^(?:这|那|每一?个|对|在|把|为|以|从|支持|鼓励|引导|推动|督促|指导|依托)/.test(phrase) && !/以上|以下|范围内|[市县区省]域内/.test(phrase)) {
    return { start, end: phraseEnd, kind: 'unit' };
  }
  return { start, end: phraseEnd, kind: 'topic' };
};

/** A unit's name at the start of a clause that has no modal: 市应急局每月抽查一次. The shortest reading after which `goesOn` holds. */
export const unitPrefix = (text: string, bones: string, from: number, to: number, roster: readonly string[], goesOn: (place: number) => boolean): Subject | null => {
  for (const name of roster) {
    if (text.startsWith(name, from) && from + name.length < to) return { start: from, end: from + name.length, kind: 'unit' };
  }
  const headed = HEAD.test(text.slice(from, from + 6));
  const limit = Math.min(to, from + (headed ? 32 : 11));
  for (let end = from + 2; end < limit; end += 1) {
    if (/^(?:负责人|负责同志)/.test(bones.slice(end, end + 4))) continue;
    if (bones.charAt(end) === FILL || bones.charAt(end) === '（') continue;
    if (!headed && (end - from < 3 || !BODY_LAST.at(bones, end - 1))) continue;
    const name = bones.slice(from, end);
    if (!headed && !BODY.test(name)) continue;
    if (!endsAsUnit(name) || GENERIC.test(name) || /以上|以下|范围内|[市县区省]域内/.test(name) || /[由的对把将在以报前\d]/.test(name) || !goesOn(end)) continue;
    const office = OFFICE.exec(bones.slice(end, Math.min(limit, end + 12)));
    const longer = office ? end + office[0].length : end;
    return { start: from, end: longer < to && goesOn(longer) ? longer : end, kind: 'unit' };
  }
  return null;
};

/** An office inside the unit, its name begun by what looks like a verb: 县委督查室, 市委组织部. */
const OFFICE = /^(?!委托|聘请|邀请|选择|联系|确定|引进|协调|指导|督促|组织各|要求|成立|组建|设立|抽调|会同|联合)[\u4e00-\u9fa5]{2,8}?(?:室|组|处|科|办|中心|队|(?<!全)部|局|站|所|专班|指挥部|委员会)/;

/** A body by its last words alone: 后勤处, 施工单位. */
const BODY = /^(?![一二三四五六七八九十\d每这那某全该本])[\u4e00-\u9fa5]*(?:[^一二两三四五六七八九十几多各此到出]处|[^一二两三几各本学百]科|局|办公室|大队|支队|中队|公司|集团|街道办|单位|部门|护理部|工程部|宣传部|组织部|项目部|督查室|领导小组|专班|派出所|卫生院|村委会|居委会|管委会|业委会|指挥部|服务队|工作队|工作组|联合会|红十字会|供销社|街道|新区|开发区|高新区|经开区|[\u4e00-\u9fa5]{2}[镇乡村]|金融机构|施工企业|物业企业|业主|[\u4e00-\u9fa5]委办|编办|河长办|书记|网格长|派出所|司法所|敬老院|福利院|幼儿园|中心校|责任人|施工队|执法队|党支部|党总支|机关党委|工作组|综合组)$/;

const BODY_LAST = new Chars('处科局室办队司团位门部组班所院会社道区镇乡村构业主记长园校人支委');

/** Too general to be somebody without 要 or 负责: 企业开办, 社区服务. */
const GENERIC = /^(?:企业|单位|部门|机构|机关|社区|学校|医院|政府|园区|市场|公安|水利|教育|财政|税务|应急|交通|民政|国家|地方|基层|全体)$/;

export interface NamedUnits {
  readonly lead: Span | null;
  readonly support: readonly Span[];
  /** True where the unit is named for this clause alone (由各区住建部门约谈). */
  readonly local: boolean;
}

const DEED = /^(?!负责[人同])(?:予以|给予|代为|汇总|牵头|负责|主办|主责|承办|统筹|统一|对接|具体|[作以于对按根给跟任在报每向从将把及]|会同)/;
const ASK_UNIT = /^请([^，；]{2,24}?)(?:牵头|负责|会同|抓好|组织|尽快|认真|按)/;
const LEADS = /^([^，；由请]{2,40}?)(?:要|应|须|将|共同)?(牵头|负责(?!的|人|同)|会同)/;
const WITH = /(?:会同|联合|协同|对接|商(?=[省市县区]))((?:(?!牵头|配合)[^，；])+)/;
const SUPPORTERS = /(?:牵头|负责|主办|，|、|^|；)([^，；牵]{2,40}?)(?:配合|参与|协助|协办)(?!的|度|呼|市里|好)/;
const BRACKET = /[（【](?:责任单位|牵头单位|主办单位|承办单位|责任部门|牵头部门)[：:]([^；;。）】]{2,60})(?:[；;，](?:配合单位|协办单位|责任单位|配合部门)[：:]([^；;。）】]{2,80}))?/;

/** （市住建局牵头，市城管局配合） behind what they do. */
const ROUND = /[（【]([^（）【】，；：、。]{2,24}?(?:、[^（）【】，；：。]{2,24}?)?)(?:牵头|负责|主办)(?:[，；、]([^（）【】。]{2,60}?)(?:配合|参与|协助))?[）】]/;

const spanOf = (from: number, found: RegExpExecArray, group: number): Span => {
  const words = found[group] ?? '';
  const start = from + found.index + found[0].indexOf(words);
  return { start, end: start + words.length };
};

const list = (bones: string, span: Span): Span[] => {
  const spans: Span[] = [];
  let start = span.start;
  for (let i = span.start; i <= span.end; i += 1) {
    if (i === span.end || '、和及与'.includes(bones.charAt(i))) {
      const width = i - start;
      if (width >= 2 && !/[要须应将]/.test(bones.slice(start, i)) && HEAD.test(bones.slice(start, i)) && (endsAsUnit(bones.slice(start, i)) || bones.charAt(start) === '各')) spans.push({ start, end: i });
      else if (width > 0 && i < span.end && bones.charAt(i) !== '、') continue;
      start = i + 1;
    }
  }
  return spans;
};

/** The longest beginning of a span that ends as a unit, so that the verb after the name is left out. */
export const unitHead = (bones: string, span: Span): Span | null => {
  for (let end = Math.min(span.end, span.start + 44); end > span.start + 1; end -= 1) {
    if (bones.charAt(end) !== FILL && endsAsUnit(bones.slice(span.start, end))) return { start: span.start, end };
  }
  return null;
};

/** Where the partners end in 会同甲局、乙局清理…: the first unit's name after which the deed begins. */
export const partnersEnd = (bones: string, from: number, to: number, deedAt: (place: number) => boolean): number | null => {
  const limit = Math.min(to, from + 48);
  for (let end = from + 2; end <= limit; end += 1) {
    const next = bones.charAt(end);
    if (next === FILL || '、和及与）（'.includes(next) && end < limit || !endsAsUnit(bones.slice(from, end))) continue;
    if (end === to || next === '，') return end;
    if (!deedAt(end) || /^(?:负责人|负责同志)/.test(bones.slice(end, end + 4))) continue;
    const office = OFFICE.exec(bones.slice(end, Math.min(limit, end + 12)));
    const longer = office ? end + office[0].length : end;
    return longer < to && deedAt(longer) ? longer : end;
  }
  return null;
};

const leadIn = (text: string, bones: string, from: number, found: RegExpExecArray | null): Span | null => {
  if (!found) return null;
  const span = spanOf(from, found, 1);
  if (unitHead(bones, span)?.end !== span.end || /^(?:支持|鼓励|引导|推动|督促|指导|建议|要求)/.test(found[1] ?? '')) return null;
  return SPEAKERS.at(text, span.start)?.length === span.end - span.start && !/牵头|负责|主办/.test(found[2] ?? '') ? null : span;
};

const NAMES = /[由请]|为.{0,2}(?:牵头|责任|主办)|牵头|负责|会同|联合|协同|对接|商[省市县区]|配合|参与|协助|协办|[（【]/;
export const NOBODY: NamedUnits = { lead: null, support: [], local: false };

/** Units named by 由…牵头, 请…牵头, 会同…, …配合 and by a bracket （责任单位：…）. */
export const namedUnits = (text: string, bones: string, from: number, to: number): NamedUnits => {
  const clause = bones.slice(from, Math.min(to, from + 200));
  if (!NAMES.test(clause)) return NOBODY;
  const support: Span[] = [];
  let lead: Span | null = null;
  let local = false;
  const by = clause.indexOf('由');
  if (by >= 0) {
    const end = partnersEnd(bones, from + by + 1, to, (place) => DEED.test(bones.slice(place, place + 3)) || verbAt(bones, place) !== null || ADVERBS.at(bones, place) !== null);
    const deed = end === null ? '' : bones.slice(end, end + 2);
    // 由其会同…: who that is was said before.
    if (end !== null && !deed.startsWith('任') && text.charAt(from + by + 1) !== '其' && (SPEAKERS.at(text, from + by + 1)?.length !== end - from - by - 1 || /牵头|负责|主办/.test(deed))) {
      lead = { start: from + by + 1, end };
      local = !/牵头|负责|主办|承办|统筹|统一|对接|主责/.test(deed);
    }
  }
  if (clause.includes('请')) lead ??= leadIn(text, bones, from, ASK_UNIT.exec(clause));
  if (/牵头|负责|会同/.test(clause)) lead ??= leadIn(text, bones, from, LEADS.exec(clause));
  const together = WITH.exec(clause);
  if (together) {
    const whole = spanOf(from, together, 1);
    const end = partnersEnd(bones, whole.start, whole.end, (place) => verbAt(bones, place) !== null || ADVERBS.at(bones, place) !== null || bones.charAt(place) === '逐');
    const head = end === null ? unitHead(bones, whole) : { start: whole.start, end };
    if (head) support.push(...list(bones, head));
  }
  if (/配合|参与|协助|协办/.test(clause)) {
    const helpers = SUPPORTERS.exec(clause);
    if (helpers) support.push(...list(bones, spanOf(from, helpers, 1)));
  }
  const bracket = !/[（【]/.test(clause) ? null : BRACKET.exec(text.slice(from, Math.min(to, from + 400)));
  if (bracket) {
    lead = spanOf(from, bracket, 1);
    if (bracket[2] !== undefined) support.push(...list(text, spanOf(from, bracket, 2)));
  }
  const round = bracket || !/[（【]/.test(clause) ? null : ROUND.exec(text.slice(from, Math.min(to, from + 400)));
  if (round && endsAsUnit(round[1] ?? '')) {
    lead = spanOf(from, round, 1);
    if (round[2] !== undefined) support.push(...list(text, spanOf(from, round, 2)));
  }
  const office = !/为.{0,2}(?:牵头|责任|主办)/.test(clause) ? null : /(.{2,20}?)为(?:第一)?(?:牵头|责任|主办)(?:单位|部门)/.exec(clause);
  if (office && endsAsUnit(office[1] ?? '')) lead ??= spanOf(from, office, 1);
  return { lead, support, local };
};
