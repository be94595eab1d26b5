import * as markers from './lexicon/markers';
import type { Verb } from './lexicon/verbs';
import * as words from './lexicon/words';
import * as places from './verb-place';
import * as cadences from './cadence';
import type { Cadence } from './cadence';
import * as figures from './measures';
import type { Measure } from './measures';
import * as units from './units';
import type { NamedUnits, Subject } from './units';
import type { Due } from './due';

// Bound once: run as it stands, TypeScript asks two getters at each use of an import, and these are used at every letter.
const { ADVERBS, CONNECTORS, MODALS, PAST, SPEAKERS, STRETCH, STRONG_MODALS, STRONG_PAST } = markers;
const { Chars, lettersIn, needs } = words;
const { eventEnd, innerVerb, isVerbPlace, lightWithin, madeWithin, MEANS_PREPS, PHRASE_END, prepAhead, PREPS, verbAfter, WITH_VERBS } = places;
const { cadenceAt, findCadence } = cadences;
const { findMeasures } = figures;
const { endsAsUnit, namedUnits, NOBODY, partnersEnd, subjectBeforeModal, subjectOf, unitPrefix } = units;

/** A clause between two commas, read once; all places are offsets in the sentence. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** Where the promise begins, after 同时, 我们将, 要. */
  readonly core: number;
  readonly subject: Subject | null;
  readonly units: NamedUnits;
  readonly modal: boolean;
  readonly strongModal: boolean;
  /** 确保, 保证: an aim, unless it comes to pass by itself. */
  readonly ensures: boolean;
  readonly stretch: boolean;
  readonly ask: boolean;
  readonly dues: readonly Due[];
  readonly cadence: Cadence | null;
  readonly measures: readonly Measure[];
  readonly adverbs: string;
  readonly prep: string | null;
  readonly prepAt: number;
  /** Nothing but lead-in words, modals and deadline: 我们计划用三年时间. */
  readonly bare: boolean;
  /** A light verb behind a topic: 剩余小区实行包案. */
  readonly inner: Verb | null;
  /** 甲是乙: a statement, unless it has a modal. */
  readonly copula: boolean;
  readonly verb: Verb | null;
  readonly verbAt: number;
  /** An ending such as 开工建设 with its subject before it. */
  readonly event: string | null;
  readonly object: string;
  readonly past: boolean;
  readonly strongPast: boolean;
  /** What the clause holds of the letters that patterns need (`needs` in lexicon/words.ts). */
  readonly letters: number;
}

export interface Reading {
  readonly text: string;
  readonly bones: string;
  readonly dues: readonly Due[];
  readonly roster: readonly string[];
}

/** Beyond this a clause is no sentence of a speech; only its beginning is read, so that time stays linear. */
export const LONGEST = 320;

const EDGE_START = new Chars(' 　—-');
const EDGE_END = new Chars('。！？；…：， ');
const PAUSES = new Chars('，：。；！？');

export const clauseSpans = (bones: string): { start: number; end: number }[] => {
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  for (let i = 0; i <= bones.length; i += 1) {
    if (i < bones.length && !PAUSES.at(bones, i)) continue;
    let from = start;
    let to = i;
    while (from < to && EDGE_START.at(bones, from)) from += 1;
    while (to > from && EDGE_END.at(bones, to - 1)) to -= 1;
    if (to > from) spans.push({ start: from, end: to });
    start = i + 1;
  }
  return spans;
};

/** 争取上级资金1.2亿元: asked for and got, no hope. */
const GOT = /^(?:上级|中央|省级|国家|各类|专项|资金|项目资金|政策|到位)/;
const COPULA = /^[^，]{0,30}?(?!是[把将要])(?<![但还只也都凡于要若就正总老可尤特求实一二三四五六七八九十])是(?!否|非)/;

interface Cursor {
  place: number;
  core: number;
  modal: boolean;
  modals: string;
  ask: boolean;
  adverbs: string;
  subject: Subject | null;
  kept: boolean;
}

/** 市医院新院区: 新 opens no deed there. */
const adverbOfDeed = (text: string, at: number): boolean => {
  const adverb = ADVERBS.at(text, at);
  return adverb !== null && (adverb.length > 1 || isVerbPlace(text, at + 1) !== null || ADVERBS.at(text, at + 1) !== null);
};

/** Whether a deed begins at a place: what stands before it is then a whole name. */
const deedIn = ({ text, bones, dues }: Reading) => (place: number): boolean =>
  isVerbPlace(bones, place) !== null || ADVERBS.at(text, place) !== null || dues.some((d) => d.start === place) || cadenceAt(text, bones, place, place + 16, false) !== null || prepAhead(bones, place) || /^(?:牵头|负责|督促)/.test(text.slice(place, place + 2));

/** 头一件是把欠账补上: what is so announced is undertaken. */
const THING_MARK = new Chars('把将');
const thingAhead = (bones: string, from: number): boolean => {
  const to = Math.min(bones.length, from + 14);
  for (let i = from; i < to; i += 1) if (bones.charCodeAt(i) === 0x662f && THING_MARK.at(bones, i + 1)) return true;
  return false;
};
const FIRST_THING = /^(?:[^，的把将]{0,8}(?:件|桩|项|条|个)(?:大?事|任务)?)?就?是(?=[把将])/;

/** 会议听取了汇报，要求各县区…: what a meeting orders is to come, whatever it heard before. */
const ORDERS = /^(?:会议)?(?:同意|原则同意|一致同意|要求|明确要求|决定|议定|研究决定|会议决定|会议要求|会议明确)$/;
const MEETING = /^(?:会议|大会|会上|.{2,8}会议)/;
const WITH_BEGINS = new Chars('会联协商');
const CHARGES = new Chars('责授指明交会');
const STOPS = new Chars('的、要将应须由在把对0123456789*');
/** 普查结束后, 汛期间 before the deed: where the phrase ends, or 0. */
const timePhrase = ({ text, bones, dues }: Reading, from: number, to: number): number => {
  const limit = Math.min(to, from + 14);
  for (let i = from + 2; i < limit; i += 1) {
    const c = bones.charAt(i);
    if (STOPS.at(bones, i)) return 0;
    const width = c === '期' && bones.charAt(i + 1) === '间' ? 2 : c === '前' && bones.charAt(i + 1) !== '后' || c === '后' && !/[灾会课事战售产背今然先最落]/.test(bones.charAt(i - 1)) ? 1 : 0;
    if (width > 0 && i + width < to && (isVerbPlace(bones, i + width) || ADVERBS.at(text, i + width) || MODALS.at(text, i + width) || dues.some((d) => d.start === i + width))) return i + width;
  }
  return 0;
};

const strip = (r: Reading, c: Cursor, end: number): void => {
  const { text, bones } = r;
  for (let round = 0; round < 14 && c.place < end; round += 1) {
    const p = c.place;
    const due = r.dues.length === 0 ? undefined : r.dues.find((d) => d.start <= p && p < d.end || d.start === p + 1 && /[用于到至在限]/.test(text.charAt(p)));
    if (due && due.end <= end) {
      c.place = due.end;
      c.kept = true;
      continue;
    }
    const cadence = cadenceAt(text, bones, p, end, false);
    if (cadence) {
      c.place = cadence.end;
      c.kept = true;
      continue;
    }
    const partners = WITH_BEGINS.at(text, p) && /^(?:会同|联合|协同|商)/.test(text.slice(p, p + 2)) ? partnersEnd(bones, p + 2, end, deedIn(r)) : null;
    if (partners) {
      c.place = partners;
      c.kept = true;
      continue;
    }
    const first = p === c.core && !c.modal && thingAhead(bones, p) ? FIRST_THING.exec(bones.slice(p, p + 14)) : null;
    if (first) {
      c.place += first[0].length;
      c.core = c.place;
      c.modal = true;
      continue;
    }
    const charged = p === c.core && CHARGES.at(text, p) ? /^(?:会议)?(?:责成|责令|授权|指定|明确由|交由)/.exec(text.slice(p, p + 5)) : null;
    const charge = charged && !c.subject ? partnersEnd(bones, p + charged[0].length, end, deedIn(r)) : null;
    if (charged && charge !== null) {
      c.modal = true;
      c.modals += '要';
      c.subject = { start: p + charged[0].length, end: charge, kind: 'unit' };
      c.core = c.subject.start;
      c.kept = true;
      c.place = charge;
      continue;
    }
    const connector = CONNECTORS.at(text, p);
    const verb = isVerbPlace(bones, p);
    if (connector && !(connector === '限' && /[时期上额]/.test(text.charAt(p + 1))) && !(/^第/.test(connector) && !/^[，、：要是]/.test(bones.charAt(p + connector.length))) && !(verb && verb.word.length > connector.length) && (ADVERBS.at(text, p)?.length ?? 0) <= connector.length) {
      c.place += connector.length;
      if (!c.kept) c.core = c.place;
      if (/要$/.test(connector)) {
        c.modal = true;
        c.modals += '要';
      }
      if (p > 0 && ORDERS.test(connector) && MEETING.test(text.slice(0, 16))) {
        c.modal = true;
        c.modals += '要';
        const asked = c.subject ? null : partnersEnd(bones, c.place, end, deedIn(r));
        if (asked !== null && endsAsUnit(bones.slice(c.place, asked))) {
          c.subject = { start: c.place, end: asked, kind: 'unit' };
          c.kept = true;
          c.place = asked;
        }
      }
      continue;
    }
    const speaker = SPEAKERS.at(text, p);
    if (speaker && !c.subject && text.charAt(p + speaker.length) !== '的' && !(verb && verb.word.length > speaker.length)) {
      c.subject = { start: p, end: p + speaker.length, kind: 'speaker' };
      c.place += speaker.length;
      if (speaker.endsWith('要') || speaker.endsWith('将')) {
        c.modal = true;
        c.modals += speaker.slice(-1);
      }
      if (!c.kept && !speaker.startsWith('全')) c.core = c.place;
      continue;
    }
    const modal = MODALS.at(text, p);
    if (modal && !(modal === '应' && /[急届对用收聘诉]/.test(text.charAt(p + 1))) && !(verb && verb.word.length > modal.length) && !(modal === '争取' && GOT.test(text.slice(p + 2, p + 6))) && !(modal === '将' && !(c.subject?.kind === 'speaker' && c.subject.end === p) && !r.dues.some((d) => d.start === p + 1) && !isVerbPlace(bones, p + 1) && !ADVERBS.at(text, p + 1) && !prepAhead(bones, p + 1) && !/^[有会于不再被由按达迎每]/.test(text.charAt(p + 1)))) {
      if (modal === '重点' || modal === '主要' || modal === '重点要') c.adverbs += '重点';
      else {
        c.modal = true;
        c.modals += modal;
      }
      c.place += modal === '请各' ? 1 : modal.length;
      if (modal.startsWith('请')) {
        c.ask = true;
        const asked = partnersEnd(bones, c.place, end, deedIn(r));
        if (asked !== null) {
          c.subject = { start: c.place, end: asked, kind: 'unit' };
          c.core = c.place;
          c.kept = true;
          c.place = asked;
          continue;
        }
      }
      if (/^(?:力争|争取|力求|继续|确保|保证|努力|重点|预计)$/.test(modal)) c.kept = true;
      else if (!c.kept && !(c.subject && c.subject.kind !== 'speaker')) c.core = c.place;
      continue;
    }
    const adverb = ADVERBS.at(text, p);
    if (adverb) {
      let next = p + adverb.length;
      if (text.charAt(next) === '地') next += 1;
      if (adverb.length === 1 && verb !== null && verb.word.length > 1 && verb.word.startsWith(adverb)) break;
      if (adverb.length === 1 && !isVerbPlace(bones, next) && ADVERBS.at(text, next) === null && !r.dues.some((d) => d.start === next)) break;
      if (!verb || isVerbPlace(bones, next) || ADVERBS.at(text, next) || (prepAhead(bones, next) && verb.word.length <= adverb.length && !/^[和与同]/.test(bones.charAt(next)))) {
        if (next >= end) break;
        c.adverbs += adverb;
        c.place = next;
        continue;
      }
    }
    const after = !verb && !c.subject ? timePhrase(r, p, end) : 0;
    if (after > 0) {
      c.place = after;
      c.kept = true;
      continue;
    }
    break;
  }
};

/** What comes to pass with a building or a line, which does nothing itself. */
const COMES_INTO_USE = /^[^，]{0,8}(?:投入(?:使用|运营|运行|生产)|交付使用|投用|投产|建成|竣工(?:验收)?|完工|开工(?:建设)?|封顶|通车|开园|开业|开诊|落成)$/;

const ORDINAL_MARK = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}(?:、|\.(?!\d))|[①-⑩])/;

export const readClause = (r: Reading, start: number, fullEnd: number): Clause => {
  const { text, bones } = r;
  const end = Math.min(fullEnd, start + LONGEST);
  const from = start === 0 || bones.charAt(start - 1) === '：' ? start + (ORDINAL_MARK.exec(text.slice(start, start + 8))?.[0].length ?? 0) : start;
  const letters = lettersIn(bones, start, end);
  const c: Cursor = { place: from, core: from, modal: false, modals: '', ask: false, adverbs: '', subject: null, kept: false };
  strip(r, c, end);
  if (c.subject?.kind !== 'speaker' || c.subject.end === c.place) {
    const atVerb = isVerbPlace(bones, c.place);
    const before = !c.modal && (letters & MODAL_LETTERS) !== 0 && !prepAhead(bones, c.place) ? subjectBeforeModal(text, bones, c.place, atVerb ? Math.min(end, c.place + 20) : end) : null;
    // 招商专班要…: a name may begin with what else is a verb.
    if (before && (!atVerb || before.kind === 'unit' && before.end - before.start <= 16 || /^(?:组织|宣传|服务|监督|管理)/.test(text.slice(c.place, c.place + 2)) && before.end - c.place <= 24)) {
      c.subject = { start: before.start, end: before.end, kind: before.kind };
      c.kept = true;
      c.place = before.modalAt;
      strip(r, c, end);
    } else if (!c.modal && (!atVerb || /^(?:组织|教育|宣传|管理|服务|监督|监管|执法|建设|规划|治理|派出|招商|审计|统计|监测|救援|联合执法|承建|牵头|帮扶)(?:[\u4e00-\u9fa5]{0,4})(?:部门|单位|机构|所|队|局|组|专班|中心|科)/.test(text.slice(c.place, c.place + 12)))) {
      const unit = unitPrefix(text, bones, c.place, end, r.roster, (p: number): boolean => isVerbPlace(text, p) !== null && !/^[\u4e00-\u9fa5]{2,4}(?:项目|工程)/.test(text.slice(p, p + 6)) || /[已正拟]/.test(text.charAt(p)) || adverbOfDeed(text, p) || r.dues.some((d) => d.start === p) || cadenceAt(text, bones, p, end, false) !== null || /^(?:[对向把将从于每]|在(?!建|岗)|会同|联合|根据|按照|结合|利用|通过|以(?!上|下|内|及|外))/.test(text.slice(p, p + 2)));
      // 县医院新院区投入使用: a house that comes into use does nothing itself.
      if (unit && !COMES_INTO_USE.test(bones.slice(unit.end, end))) {
        c.subject = unit;
        c.kept = true;
        c.place = unit.end;
        strip(r, c, end);
      }
    }
  }
  const head = bones.slice(c.place, Math.min(end, c.place + 10));
  const prep = prepAhead(bones, c.place) ? PREPS.exec(head)?.[0] ?? null : null;
  let verb = prep ? null : isVerbPlace(bones, c.place);
  let at = c.place;
  // 利用闲置地块建设停车场: what is made says what is done, what it is made with only how.
  const within = verb && WITH_VERBS.has(verb.word) ? madeWithin(bones, at + verb.word.length - 2, end) : null;
  if (within !== null) {
    verb = isVerbPlace(bones, within + 1);
    at = within + 1;
  }
  if (prep) {
    let from = c.place + prep.length;
    let whole = false;
    if (MEANS_PREPS.test(head)) {
      PHRASE_END.lastIndex = 0;
      const rest = bones.slice(from, end);
      let cut = -1;
      for (let f = PHRASE_END.exec(rest); f; f = PHRASE_END.exec(rest)) cut = f.index + f[0].length;
      if (cut > 0) from += cut - 1;
      whole = cut > 0 && from >= end - 2;
      if (whole || cut < 0 && !/^(?:在|以|通过|用|于|从|到)/.test(head)) from = madeWithin(bones, from, end) ?? (whole ? null : lightWithin(bones, from, end)) ?? end;
    }
    const found = verbAfter(bones, from, end) ?? (!whole && /^(?:在|以|通过|用|于|从|到)/.test(head) ? verbAfter(bones, c.place + prep.length, end) : null);
    // 对督查反馈的18个问题: what stands before the last 的 only tells which.
    const of = found && prep === '对' ? bones.lastIndexOf('的', end - 1) : -1;
    verb = found && !(of > found.at && /[\u4e00-\u9fa5]{2,}$/.test(bones.slice(of + 1, end)) && verbAfter(bones, of + 1, end) === null) ? found.verb : null;
    at = found?.at ?? c.place;
  }
  const event = eventEnd(bones, c.place, end);
  if (!verb && !prep && c.subject === null) c.subject = { ...subjectOf(text, bones, c.place, Math.max(c.place, end - (event?.length ?? 0))), kind: 'topic' };
  const said = r.dues.filter((d) => d.start >= start && d.end <= end);
  const rhythm = findCadence(text, bones, start, end, /^(?:坚持|实行|执行)/.test(text.slice(c.place, c.place + 2)));
  // 建立定期清理机制: the rhythm is part of a name. 将每月1日设为接待日: it is what the deed is done to.
  const named = rhythm !== null && /[将把]/.test(text.charAt(rhythm.start - 1)) && /^[^，]{0,14}(?:设为|定为|作为|列为|确定为|设立为)/.test(bones.slice(rhythm.end, Math.min(end, rhythm.end + 18)));
  const cadence = named ? null : rhythm && verb && !prep && rhythm.start > at && (rhythm.rule === 'cadence/regularly' || rhythm.rule === 'cadence/by-period') ? null : rhythm;
  // 每月5日前: the day belongs to the rhythm.
  const dues = cadence ? said.filter((d) => d.end <= cadence.start || d.start >= cadence.end) : said;
  const taken = cadence ? [...dues, cadence] : dues;
  const whole = bones.slice(start, end);
  const told = (letters & PAST_LETTERS) !== 0;
  return {
    start, end: fullEnd, core: Math.min(c.core, end), subject: c.subject, units: (letters & UNIT_LETTERS) === 0 ? NOBODY : namedUnits(text, bones, from, end), modal: c.modal, strongModal: c.modals !== '' && STRONG_MODALS.test(c.modals), ensures: c.modals !== '' && /确保|保证/.test(c.modals),
    stretch: (letters & STRETCH_LETTERS) !== 0 && STRETCH.test(whole), ask: c.ask, dues, cadence, measures: findMeasures(text, bones, start, end, taken), adverbs: c.adverbs,
    prep, prepAt: c.place, verb, verbAt: at, inner: !verb && !prep ? innerVerb(bones, c.place, end, c.modal || dues.length > 0 || /\d|\*/.test(bones.slice(c.place, end))) : null,
    bare: c.place >= end, letters,
    copula: !c.modal && (letters & IS) !== 0 && COPULA.test(bones.slice(c.core, Math.min(end, c.core + 40))),
    event, object: verb ? bones.slice(at + verb.word.length, end) : bones.slice(c.place, end),
    past: told && isPast(whole), strongPast: told && (STRONG_PAST.test(whole) || /原(?:承诺|定|计划|本(?!本))|曾/.test(whole)) || dues.some((d) => d.past),
  };
};

/** A past mark inside an attribute (已销号的19个问题) says nothing about the clause. */
/** One of these stands in every mark of the past, of a hope: most clauses hold none, and need no closer look. */
const PAST_LETTERS = needs('已了去前来截累比先曾刚获荣被益圆连较功近些过取现完原阶半');
const MODAL_LETTERS = needs('要将应须务责牵同得禁准争划诺证保可');
const UNIT_LETTERS = needs('由请为牵责同联协接商配参（【');
const IS = needs('是');
const STRETCH_LETTERS = needs('争求努冲奋');
const isPast = (bones: string): boolean => PAST.test(bones) && PAST.test(bones.replace(/(?:已|去年|曾|截至)[^，。的]{1,20}的(?=[^，。])/g, ''));

