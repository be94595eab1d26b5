import { CHAIR_ORDER, FUTURE_OPENING, GREETING, MEETING_OPENING, PAST_OPENING, REQUEST_UP, RHETORIC, SUPERIOR_DEMAND } from './lexicon/markers';
import { Chars } from './lexicon/words';
import { FUTURE_HEADINGS, PAST_HEADINGS } from './lexicon/nouns';
import { isConcrete } from './roles';
import type { Assembly } from './actions';
import type { Clause } from './clause';
import type { RawSentence } from './segment';
import type { CivilDate } from '../domain/time';
import type { SentenceKind } from './types';

export interface Verdict {
  readonly kind: SentenceKind;
  readonly reason: string;
  readonly rule: string;
}

const verdict = (kind: SentenceKind, rule: string, reason: string): Verdict => ({ kind, rule, reason });

const ORDINAL = /^(?:[一二三四五六七八九十]{1,2}(?:是|要|[、])|（[一二三四五六七八九十\d]{1,2}）|\d{1,2}[.、]|第[一二三四五六七八九十][，、]|首先|其次|再次|最后|其[一二三]|一方面，|另一方面，|同时，)/;

/** What the text says about time so far: set by headings and openings, kept until the next of them. */
export interface Tense {
  past: boolean;
  /** An opening (去年，…) speaks for its paragraph, a heading (工作回顾) until the next one. */
  section: boolean;
  paragraph: number;
}

const MODAL_AHEAD = /[要将]|力争|争取|必须|务必|确保|计划|打算/;

export const newTense = (): Tense => ({ past: false, section: false, paragraph: -1 });

export const turnTense = (tense: Tense, s: RawSentence, isHeading: boolean, date: CivilDate | null): void => {
  const year = date === null ? null : Number(date.slice(0, 4));
  // A report of November or December speaks of its year as done.
  const yearIsOver = date !== null && Number(date.slice(5, 7)) >= 11;
  const head = s.text.slice(0, 40);
  if (s.paragraphIndex !== tense.paragraph) {
    tense.paragraph = s.paragraphIndex;
    tense.past = tense.section;
  }
  if (isHeading && s.heading && s.heading.level <= 2) {
    if (PAST_HEADINGS.test(head) && !/下一?步|打算|整改措施/.test(head)) tense.section = true;
    else if (FUTURE_HEADINGS.test(head) || s.heading.level === 1) tense.section = false;
    tense.past = tense.section;
    return;
  }
  const opening = head.replace(/^(?:各位领导|同志们|各位代表|，|：|。)+/, '');
  const named = /^(20\d\d)年/.exec(opening);
  if (FUTURE_OPENING.test(opening)) {
    tense.past = false;
    tense.section = false;
  }
  else if (PAST_OPENING.test(opening)) tense.past = true;
  else if (named && year !== null && Number(named[1]) < year) tense.past = true;
  else if (yearIsOver && !MODAL_AHEAD.test(s.skeleton) && (/^(?:今年|全年|本年度|这一年)[，,]?/.test(opening) || named && Number(named[1]) === year)) tense.past = true;
};

const STOPS = new Chars('。！？；');
const withoutStop = (bones: string): string => {
  let end = bones.length;
  while (end > 0 && STOPS.at(bones, end - 1)) end -= 1;
  return bones.slice(0, end);
};

/** A row of a table of tasks that stands as a sentence of its own. */
const FORM_LINE = /^(?:责任|牵头|主办|承办|配合|协办)(?:单位|部门|领导|人)[：:]|^(?:完成|办理|办结|整改)(?:时限|时间|期限)[：:]/;

const DEMANDS = /[求调出召示望嘱]/;

/** Sentences that no reading of their clauses can make an undertaking; null lets the clauses decide. */
export const beforeClauses = (s: RawSentence, clauses: readonly Clause[]): Verdict | null => {
  const bones = s.skeleton;
  const plain = withoutStop(bones);
  if (FORM_LINE.test(bones)) return verdict('background', 'sentence/form-line', '责任单位、完成时限的说明，不单独立项');
  if (/[：]$/.test(bones) && !hasFigures(clauses.slice(-1))) return verdict('background', 'sentence/announces', '引出下文的提示语');
  if (/？[”’）]*$/.test(bones)) return verdict('background', 'sentence/question', '设问句，不作承诺');
  if (s.open && s.heading === null && s.aloneInParagraph && plain.length <= 30 && !/[，]/.test(plain) && !hasFigures(clauses) && !/^(?:要|将|制定|出台|建成|完成|召开|开展|建立)/.test(plain)) {
    return verdict('background', 'sentence/title', '标题，不单独立项');
  }
  if (s.heading && isHeadingLike(s, clauses)) return verdict('background', 'sentence/heading', '标题或段首提示语，不单独立项');
  if (GREETING.test(bones) && !/(?:将|要|须|力争)[^，]{2,}/.test(bones.slice(Math.max(4, bones.search(/[，：]/))))) return verdict('background', 'sentence/greeting', '称呼、致谢或过渡语');
  if (bones.includes('会') && MEETING_OPENING.test(bones) && !clauses.some((c) => c.modal && c.strongModal)) return verdict('background', 'sentence/meeting-opening', '会议情况的记述');
  if (REQUEST_UP.test(bones) && !/^请[^，]{2,16}牵头/.test(bones)) return verdict('background', 'sentence/request-upwards', '向上级或他方提出的请求、建议，不是本方承诺');
  const demand = DEMANDS.test(bones) ? SUPERIOR_DEMAND.exec(bones.slice(0, 80)) : null;
  if (demand && !CHAIR_ORDER.test(bones) && !/(?:我们|我[局委办市县区院校镇])[^，]{0,6}(?:将|要|承诺|保证)/.test(bones.slice(demand.index + demand[0].length)) && !/^(?:按照|根据|围绕|落实|对照|贯彻|为落实)/.test(bones) && /^(?:.{0,2}|.*[，：、])$/.test(bones.slice(0, demand.index)) && clauses.length > 0 && !/的$|的要求$/.test(demand[0]) && !/^[^，]{0,4}的/.test(bones.slice(demand.index + demand[0].length))) {
    return verdict('background', 'sentence/superior-demand', '转述上级或他人的要求，不是本方承诺');
  }
  if (/[谁就没越何难怎]|不[是仅]/.test(plain) && RHETORIC.test(plain) && !hasFigures(clauses)) return verdict('soft', 'sentence/rhetoric', '口号或修辞，无可核查的内容');
  if (isLeadIn(s, plain, clauses)) return verdict('principle', 'sentence/lead-in', '段首提示语，具体事项见后文');
  return null;
};

const hasFigures = (clauses: readonly Clause[]): boolean => clauses.some((c) => c.dues.length > 0 || c.measures.length > 0 || c.cadence !== null);

export const isHeadingLike = (s: RawSentence, clauses: readonly Clause[]): boolean => {
  if (!s.heading) return false;
  if (s.heading.mark === 0) return true;
  if (hasFigures(clauses) && clauses.some((c) => c.modal || c.dues.some((d) => d.strength === 'limit'))) return false;
  if (s.text.endsWith('；') && (hasFigures(clauses) || clauses.some((c) => c.verb !== null && c.object.length >= 2))) return false;
  if (s.heading.level >= 3 && !s.open && clauses.some((c) => c.measures.length > 0 && c.verb !== null)) return false;
  // 四、各管线单位要配合迁改。: an item of the minutes.
  if (!s.open && clauses.some((c) => c.modal && c.subject?.kind === 'unit' || c.units.lead !== null)) return false;
  if (s.heading.level <= 2) return s.open || s.text.length <= 40;
  return s.open ? s.text.length <= 26 && !clauses.some((c) => isConcrete(c.object)) : s.text.length <= 16;
};

const isLeadIn = (s: RawSentence, plain: string, clauses: readonly Clause[]): boolean => {
  if (hasFigures(clauses) || clauses.length > 2) return false;
  const ordinal = ORDINAL.exec(plain);
  const body = ordinal ? plain.slice(ordinal[0].length) : plain;
  if (ordinal) return body.length <= 10 || (body.length <= 20 && clauses.length === 1 && !clauses.some((c) => isConcrete(c.object))) || (body.length <= 16 && !clauses.some((c) => isConcrete(c.object) || c.prep !== null));
  // 各街道要建立台账；: an order to a unit, the first of several.
  if (clauses.some((c) => c.modal && c.subject?.kind === 'unit')) return false;
  return s.firstInParagraph && !s.aloneInParagraph && clauses.length === 1 && body.length <= 18
    && !/工程|项目|政策|制度|办法|方案|试点|行动|系统|平台|机制|计划/.test(body) && !/^(?:要|将|我)/.test(body);
};

/** The verdict on a sentence from what its clauses came to. */
export const afterClauses = (s: RawSentence, clauses: readonly Clause[], found: Assembly, pastContext: boolean): Verdict => {
  const { actions, roles } = found;
  if (actions.length > 0) {
    if (actions.some((a) => a.stretch) && actions.filter((a) => a.stretch).length * 2 >= actions.length) return verdict('stretch', 'sentence/stretch', '含力争、争取的目标，未达到不单独亮红灯');
    if (actions.every((a) => a.kind.kind === 'standing' || a.kind.kind === 'recurring')) return verdict('standing', 'sentence/standing', '持续推进或按节奏开展的工作');
    return verdict('commitment', 'sentence/commitment', '承诺今后完成、可以核查的事项');
  }
  if (roles.some((r) => r.role === 'past')) {
    const figures = clauses.some((c) => c.measures.length > 0) || /[\d*]/.test(s.skeleton);
    return figures || clauses.some((c) => c.past) ? verdict('achieved', 'sentence/achieved', '已完成的工作或成绩，不需跟踪') : verdict('background', pastContext ? 'sentence/past-context' : 'sentence/past', '回顾性叙述');
  }
  const pledges = clauses.some((c) => c.modal) || /我们|我[局委院校县区市]/.test(s.skeleton.slice(0, 12));
  if (roles.some((r) => r.role === 'attitude' || r.role === 'slogan')) {
    return pledges || roles.some((r) => r.role === 'purpose') ? verdict('soft', 'sentence/soft', '表态性语言，无可核查的对象') : verdict('principle', 'sentence/principle', '原则、理念，不作任务');
  }
  if (roles.some((r) => r.role === 'purpose') || pledges) return verdict('soft', 'sentence/soft', '表态性语言，无可核查的对象');
  return verdict('background', 'sentence/background', '背景、形势或说明性叙述');
};
