import * as verbs from './lexicon/verbs';
import type { Verb } from './lexicon/verbs';
import * as nouns from './lexicon/nouns';
import * as words from './lexicon/words';
import * as skeletons from './skeleton';

// Bound once: run as it stands, TypeScript asks two getters at each use of an import, and these are used at every letter.
const { EVENT, verbAt } = verbs;
const { CONCRETE } = nouns;
const { Chars } = words;
const { FILL } = skeletons;

/*
 * Where in a clause its verb stands: at once, behind a fronted object (对…进行), behind the means (利用…建设),
 * or as an ending of what comes to pass.
 */

export const PREPS = /^(?:通过(?![\u4e00-\u9fa5]{0,5}(?:认证|验收|评审|复审|复核|评估|鉴定|考核|审定)(?:$|[，。；、]))|以(?!上|下|内|及)|紧?紧?围绕|聚焦|针对|结合|紧密结合|依托|按照|根据|依据|借助|依靠|立足|着眼于?|本着|对照|对标|瞄准|在(?!建|岗|线)|于|自(?![来然治主建查贸身觉愿筹有动行])|从(?![业事严])|随着|为了?|面向|适应|顺应|沿(?![街线江河海边岸途湖])着?|采取|采用|比照|参照|基于|用(?!好|足|活|于)|对(?!接|标|外)于?|把(?!好|牢|关|握|控|住|严)|将|向|给予?|就(?!业|地|近)|与|同(?!步|时|比)|和|因(?![地城企校村户时人材势事类病])|按(?!期|时|规)|经(?!济|营|开)|除了?|当|由|比(?!例|重)|往|凡|至|到(?=20))/;
const PREP_BEGINS = new Chars('通以紧围聚针结依按根据借立着本对照瞄在于自从随为面适顺沿采比参基用把将向给就与同和因经除当由往凡至到');
export const prepAhead = (bones: string, at: number): boolean => PREP_BEGINS.at(bones, at) && PREPS.test(bones.slice(at, at + 10));
export const MEANS_PREPS = /^(?:通过|以|紧?紧?围绕|聚焦|针对|结合|紧密结合|依托|按照|根据|依据|借助|依靠|立足|着眼于?|本着|对照|对标|瞄准|在|于|自(?![来然治主建查贸身觉愿筹有动行])|从|随着|为了|面向|适应|顺应|沿着?|采取|采用|比照|参照|基于|用|因(?![地城企校村户时人材势事类病])|按|经|除了?|当|往|凡|至|到)/;
export const PHRASE_END = /(?:方面|领域|环节|过程中|基础上|前提下|条件下|期间|方式|形式|手段|机制|契机|抓手|重点|统领|导向|引领|主线|牵引|核心|支撑|载体|平台|突破口|龙头|依托|原则|要求|精神|思路|目标|背景下|情况下|[^集]中(?![心学小医央共国介期长部队标])|[^以之]上(?![级市线报海门])|[^以之]下(?![沉发一级达])|[^以之]内(?![容部涝蒙])|以后|之后|之际|之时|时候|时(?![间代期限段]))/g;

/** 整改结果, 整改工作虽有成效: the word names a matter here. */
const NOUN_AFTER = /^(?:结果|情况|成效|进展|难度|压力|过程|效果|力度|工作(?:虽|还|已|仍|是|要|须|应|中|任|存|全|取|由))/;

export const isVerbPlace = (text: string, at: number): Verb | null => {
  const verb = verbAt(text, at);
  if (!verb) return null;
  const after = text.charAt(at + verb.word.length);
  if (verb.word === '组成' && after === '员' || verb.word === '抽调' && after === '的') return null;
  // 报告用较大篇幅…: the word names a paper here.
  if (verb.noun === 'paper' && /[用中里提指强分对从]/.test(after)) return null;
  if (verb.noun === 'matter' && NOUN_AFTER.test(text.slice(at + verb.word.length, at + verb.word.length + 3))) return null;
  return after === '的' || after === '是' || after === '性' || after === '率' && verb.word.length <= 2 ? null : verb;
};

const LIGHT = /开展|进行|实施|实行|给予|提供|发放|做好|抓好|加强|建立|完成|纳入|列入|落实|推进|强化|完善|优化|免征|减征|退还|减免|出台|制定|设为|作为|提高|降低|组织|执行|办好/g;

/** 对未达标的指标, 对推进不力的单位: the verb is part of what the object is. */
const ofObject = (bones: string, from: number, to: number, at: number, word: string): boolean =>
  /[对针]/.test(bones.charAt(from - 1)) && /的(?!\d)/.test(bones.slice(at + word.length, to)) && !bones.slice(from, at).includes('的');

/** The main verb after a fronted object or a phrase of means. */
export const verbAfter = (bones: string, from: number, to: number): { verb: Verb; at: number } | null => {
  const window = bones.slice(from, to);
  LIGHT.lastIndex = 1;
  for (let f = LIGHT.exec(window); f; f = LIGHT.exec(window)) {
    const verb = isVerbPlace(bones, from + f.index);
    if (verb && window.charAt(f.index - 1) !== '的' && !ofObject(bones, from, to, from + f.index, verb.word)) return { verb, at: from + f.index };
  }
  let last: { verb: Verb; at: number } | null = null;
  let made: { verb: Verb; at: number } | null = null;
  for (let i = from + 1; i < to - 1; i += 1) {
    if (bones.charAt(i) === FILL) continue;
    const verb = isVerbPlace(bones, i);
    if (verb && verb.word.length >= 2 && i + verb.word.length <= to) {
      last = { verb, at: i };
      if (verb.verbClass === 'make' && bones.charAt(i - 1) !== '的') made ??= last;
      i += verb.word.length - 1;
    }
  }
  const best = made ?? last;
  return best && ofObject(bones, from, to, best.at, best.verb.word) ? null : best;
};

/** 围绕两大产业绘制招商图谱: after the phrase of means a thing is made. */
export const madeWithin = (bones: string, from: number, end: number): number | null => {
  const found = verbAfter(bones, from + 2, end);
  if (!found || found.verb.verbClass !== 'make' || bones.charAt(found.at - 1) === '的') return null;
  const object = bones.slice(found.at + found.verb.word.length, end);
  return object.length >= 3 && CONCRETE.endsWith(object.replace(/[”』》]$/, '')) !== null ? found.at - 1 : null;
};

/** 按照职责分工做好衔接: behind the ground named by at least three letters a light verb with its object. */
export const WITH_VERBS: ReadonlySet<string> = new Set('利用 充分利用 整合 统筹 盘活 组织 邀请 委托'.split(' '));
const LIGHT_AFTER = /(?:打造|招引|引进|组建|举办|推广|设立|谋划|绘制|编制|出台|推出|做好|抓好|开展|加强|推进|落实|完善|优化|制定|落细|强化|办理|组织|提供|排查|整治)/g;
export const lightWithin = (bones: string, from: number, end: number): number | null => {
  LIGHT_AFTER.lastIndex = 0;
  const rest = bones.slice(from, end);
  for (let f = LIGHT_AFTER.exec(rest); f; f = LIGHT_AFTER.exec(rest)) {
    if (f.index < 3) return null;
    if (rest.length - f.index - f[0].length >= 2 && !/[的、和]/.test(rest.charAt(f.index - 1)) && !rest.slice(f.index).includes('的')) return from + f.index - 1;
  }
  return null;
};

const INNER = /(?:实行|实施|开展|纳入|列入|推行|执行|建立|完成|接入|享受|免征|报送|移交|并入)/g;

export const innerVerb = (bones: string, from: number, end: number, any: boolean): Verb | null => {
  if (any) {
    for (let i = from + 2; i < end - 2; i += 1) {
      const verb = bones.charAt(i) === FILL || bones.charAt(i - 1) === '的' ? null : isVerbPlace(bones, i);
      if (verb && verb.word.length >= 2 && i + verb.word.length < end) return verb;
    }
    return null;
  }
  INNER.lastIndex = 0;
  const found = INNER.exec(bones.slice(from, end));
  if (!found || found.index < 2 || from + found.index + found[0].length >= end) return null;
  return bones.charAt(from + found.index - 1) === '的' ? null : isVerbPlace(bones, from + found.index);
};

/** 拆完, 修好, 发到位: the deed and its result in one. */
const RESULT = /(?<![\u4e00-\u9fa5]没|[不未])(?:[拆修清做干办搬改补填铺挖种收装换跑走查谈签交还建发管动硬用晒亮报摆传腾]|[\u4e00-\u9fa5](?=到位))(?:完毕?|到位|齐全?|通车?|掉|回来|出来|下来|起来)$|正式[\u4e00-\u9fa5]{2}$/;

const RESULT_ENDS = new Chars('完毕位齐全通车掉来');

/** Endings may carry a short complement: 投入使用, 全部到村, 约谈一次. */
export const eventEnd = (bones: string, from: number, to: number): string | null => {
  const tail = bones.slice(Math.max(from, to - 16), to);
  const result = RESULT_ENDS.at(tail, tail.length - 1) || tail.startsWith('正式', tail.length - 4) ? RESULT.exec(tail) : null;
  if (result) return result[0];
  return EVENT.endsWith(tail) ?? EVENT.endsWith(/[次遍轮台场]$/.test(tail) ? tail.replace(/(?:一次|一遍|一轮|市级平台|市场)$/, '') : '');
};
