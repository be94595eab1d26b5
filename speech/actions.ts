import * as verbs from './lexicon/verbs';
import * as markers from './lexicon/markers';
import * as kinds from './kinds';
import type { KindReading } from './kinds';
import { splitCoordination } from './coordination';
import * as rolesOf from './roles';
import type { Role, RoleReading } from './roles';
import * as reading from './clause';
import type { Clause, Reading } from './clause';
import * as parts from './parts';
import type { Building } from './parts';
import * as units from './units';
import type { Due } from './due';
import type { Cadence } from './cadence';
import type { Measure } from './measures';
import type { Span } from './types';

// Bound once: run as it stands, TypeScript asks two getters at each use of an import, and these are used at every letter.
const { EVENT, verbAt } = verbs;
const { ADVERBS, PAST } = markers;
const { kindOf } = kinds;
const { BANS, PENALTY, roleOf } = rolesOf;
const { LONGEST } = reading;
const { absorb, comesToPass } = parts;
const { endsAsUnit } = units;

/** One ledger line, in offsets of its sentence. */
export interface Action extends Span {
  readonly clause: Clause;
  readonly role: RoleReading;
  readonly kind: KindReading;
  readonly stretch: boolean;
  readonly due: ActionDue | null;
  readonly cadence: Cadence | null;
  readonly lead: ActionLead | null;
  readonly support: readonly Span[];
  readonly measures: readonly Measure[];
}

export interface ActionLead {
  readonly span: Span;
  readonly rule: string;
  /** The unit's name where the sentence before has said it. */
  readonly words?: string;
}

export interface Assembly {
  readonly actions: readonly Action[];
  readonly roles: readonly RoleReading[];
}

export interface ActionDue {
  readonly due: Due;
  readonly rule: string;
  /** Said once for the whole sentence: 下半年，…. */
  readonly governs?: boolean;
}

/** A period (今年, 三季度) is a deadline only where it stands as an adverb: not in 下半年重点工作任务. */
const governs = (due: Due, c: Clause, text: string): boolean => {
  if (due.strength !== 'period') return true;
  if (due.start <= c.core || due.start === c.verbAt) return true;
  const before = text.slice(c.start, due.start);
  if (/(?:力争|争取|确保|力求|将|要|的|我们|，|预计|计划|打算|其余|剩余|和|、|于|到|至|并)$/.test(before)) return true;
  const after = text.slice(due.end, due.end + 4);
  if (/^(?:要|将|须|应|力争|争取|全部|再|必须|计划|投入|投用|正式|启动|开工|建成|完成)/.test(after)) return true;
  const event = EVENT.at(text, due.end);
  if (event !== null && due.end + event.length === c.end) return true;
  return c.subject !== null && c.subject.end === due.start && (verbAt(text, due.end) !== null || EVENT.at(text, due.end) !== null || ADVERBS.at(text, due.end) !== null);
};

const isFuture = (c: Clause, text: string, mixed: boolean): boolean => {
  if (c.strongModal || c.stretch || c.ask) return true;
  if (c.dues.some((d) => !d.past && (d.strength === 'event' || d.strength === 'limit'))) return true;
  if (c.past) return false;
  if ((c.letters & BANS) !== 0 && /不得|严禁|不准|一律/.test(text.slice(c.core, Math.min(c.end, c.core + 40)))) return true;
  // 着力, 继续 beside a report are part of the report.
  return c.modal && !mixed || /^(?:剩余|其余|余下|尚未|下一步)/.test(text.slice(c.core, c.core + 4)) || c.dues.some((d) => d.date !== null);
};

/** 要严打，破案率同比提高5个百分点: after an order, what is compared with last year is still to come. */
const onlyCompared = (said: string): boolean => /同比|较(?:上年|去年)/.test(said) && !PAST.test(said.replace(/同比|较(?:上年|去年)/g, ''));

/** 会议审议了方案，由甲局印发: what a meeting passes on to a unit is to come. */
const passedTo = (c: Clause, r: Reading): boolean => c.units.lead !== null && !c.past && r.bones.startsWith('会议') && r.bones.charAt(c.start) === '由';

/** 累计建成86个，今年再新建20个. */
const ANEW = /^(?:今年|明年|下半年)再(?!次)/;

/** Strong enough to leave a text about the past. */
const turnsForward = (c: Clause, text: string): boolean => ANEW.test(text.slice(c.start, c.start + 6)) || c.strongModal && !c.past || c.stretch || c.ask || c.dues.some((d) => !d.past && d.date !== null && d.strength === 'limit');

const CASE = /(?:干不成|办不到|完不成|达不到|做不到|未完成|没完成)(?:任务|目标|的)?$|^(?:凡|一经|一旦|如果|如[接遇有发因不]|若(?!干)|遇有|发现|接到|收到|逾期)|的$/;

const ordinalBefore = (r: Reading, c: Clause): boolean => /^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]|首先|其[一二三]|（[一二三四五六七八九十\d]|\d[.、]|[①-⑩])/.test(r.bones.slice(c.start, c.start + 4));

/**
 * Rule `clause/theme`: 一是盘活存量，…; 抓要素保障，…. Four letters behind an ordinal, or 抓 and a matter,
 * name what the deeds that follow are about.
 */
const isTheme = (r: Reading, c: Clause, clauses: readonly Clause[], at: number): boolean => {
  if (c.dues.length > 0 || c.measures.length > 0 || c.cadence || c.stretch || c.ask || c.subject !== null && c.subject.kind !== 'topic') return false;
  if (!clauses.slice(at + 1).some((next) => next.verb !== null || next.event !== null || next.measures.length > 0)) return false;
  const said = r.bones.slice(c.core, c.end);
  // 重点支持制造业，全面解决制造业…退税问题: the matter named alone comes again with what is done for it.
  const next = clauses[at + 1];
  if (next && c.verb?.verbClass === 'carry' && c.object.length >= 2 && c.object.length <= 6 && next.verb !== null && !c.modal && r.bones.slice(next.core, next.end).includes(c.object)) return true;
  return said.length <= 3 && !c.modal || ordinalBefore(r, c) && said.length <= 5 || /^抓(?![好住紧实细牢严手])/.test(said) && said.length <= 9 && !c.modal;
};

/** A deadline that stands alone between commas governs what follows. */
const freeDue = (c: Clause): Due | null => {
  const due = c.dues[0];
  if (due && c.bare && c.dues.length === 1) return due;
  if (!due || c.dues.length !== 1 || c.event !== null || c.verb !== null) return null;
  return c.end - c.start <= due.end - due.start + 3 && c.end - due.end <= 1 ? due : null;
};

const trimStart = (c: Clause, text: string): number => {
  if (c.subject && c.subject.kind !== 'speaker' && c.subject.start >= c.core) return c.core;
  if (c.end - c.core < 12) return c.core;
  let place = c.core;
  for (let i = 0; i < 4; i += 1) {
    const adverb = ADVERBS.at(text, place);
    if (!adverb || place + adverb.length > c.verbAt || c.prep && place + adverb.length > c.verbAt) break;
    if (/^(?:持续|继续|全面|定期|逐|一体|率先|优先|重点|分|再|新|一次性|阶段性|依法|常态)/.test(adverb)) break;
    place += adverb.length;
    if (text.charAt(place) === '地') place += 1;
  }
  return place;
};

/** From the clauses of a sentence to its ledger lines; `pastContext` is the tense that the text before has set. */
export const assemble = (r: Reading, clauses: readonly Clause[], pastContext: boolean): Assembly => {
  const built: Building[] = [];
  const roles: RoleReading[] = [];
  const mixed = clauses.some((c) => c.past || c.strongPast);
  const anyFuture = clauses.some((c) => pastContext ? turnsForward(c, r.text) : isFuture(c, r.text, mixed));
  let past = pastContext || (clauses.some((c) => c.past) && !anyFuture);
  let governing: Due | null = null;
  let carriedLead: { span: Span; rule: string } | null = null;
  let carriedSupport: Span[] = [];
  let stated = false;
  let pending: number | null = null;
  let fronted = false;
  let pendingClause: Clause | null = null;
  let dangling: Span | null = null;
  let pendingLead: { span: Span; rule: string } | null = null;
  let rhythm: Cadence | null = null;
  for (let i = 0; i < clauses.length; i += 1) {
    const read = clauses[i];
    if (!read) continue;
    const c: Clause = rhythm && read.cadence === null ? { ...read, cadence: rhythm } : read;
    rhythm = null;
    const reports = c.subject?.kind === 'speaker' && !c.modal && c.dues.length === 0 && c.cadence === null && /^(?:我们?|本人|我本人|我[局委办部院校镇乡市县区所站队])$/.test(r.text.slice(c.subject.start, c.subject.end)) && c.verb !== null && c.verb.verbClass !== 'attitude' && !PENALTY.test(r.bones.slice(c.core, c.end));
    if (reports || c.strongPast && !(c.strongModal && c.dues.some((d) => !d.past && d.date !== null)) || (c.past && !isFuture(c, r.text, mixed) && !(clauses.slice(0, i).some((one) => one.strongModal && !one.past) && onlyCompared(r.bones.slice(c.start, c.end))))) past = true;
    else if (pastContext ? turnsForward(c, r.text) : isFuture(c, r.text, mixed) || passedTo(c, r)) past = false;
    if (c.units.lead && /^[（【]/.test(r.bones.charAt(c.start))) {
      // （责任单位：甲局；完成时限：9月底前）behind the sentence speaks for all of it.
      for (const b of built) {
        b.lead ??= { span: c.units.lead, rule: 'lead/named' };
        if (b.support.length === 0) b.support = [...c.units.support];
        const due = c.dues[0];
        if (due) b.due ??= { due, rule: due.rule };
      }
      roles.push({ role: 'other', rule: 'clause/units' });
      continue;
    }
    // 市住建局：…: who is to do what follows.
    if (r.bones.charAt(c.end) === '：' && c.end - c.start <= 24 && c.verb === null && !c.modal && endsAsUnit(r.bones.slice(c.core, c.end)) && !/会议|大会/.test(r.bones.slice(c.core, c.end))) {
      carriedLead = { span: { start: c.core, end: c.end }, rule: 'lead/subject' };
      roles.push({ role: 'other', rule: 'clause/units' });
      continue;
    }
    if (c.bare && c.cadence?.rule === 'cadence/every' && c.dues.length === 0) {
      rhythm = c.cadence;
      roles.push({ role: 'adverbial', rule: 'cadence/governs' });
      continue;
    }
    // 今年的主要预期目标是：…: the year is that of every figure named.
    if (c.dues.length === 1 && c.dues[0]?.date && /目标(?:任务)?(?:是|为)?$/.test(r.bones.slice(c.start, c.end))) {
      governing = c.dues[0];
      roles.push({ role: 'adverbial', rule: 'due/governs' });
      continue;
    }
    const free = freeDue(c);
    if (free) {
      governing = free;
      roles.push({ role: 'adverbial', rule: 'due/governs' });
      continue;
    }
    let role: RoleReading = past ? { role: 'past', rule: 'clause/past' } : roleOf(c, r.bones, built.length > 0, governing !== null);
    // 剩余26户扫尾任务，必须做到…: the aim of a matter named alone is what is undertaken of it.
    const matter = clauses[i - 1];
    if (role.role === 'purpose' && c.modal && built.length === 0 && matter && roles[i - 1]?.role === 'other' && matter.verb === null && /\d/.test(r.bones.slice(matter.start, matter.end)) && c.end - matter.start <= 48) {
      pending = matter.core;
      role = { role: 'action', rule: 'clause/fronted-object' };
    }
    if (role.role === 'topic' && i === clauses.length - 1 && (governing !== null || c.modal) && c.end - c.prepAt > 5) role = { role: 'action', rule: 'clause/fronted-object' };
    if (role.rule === 'clause/bare-verb' && pending !== null && fronted) role = { role: 'action', rule: 'clause/fronted-object' };
    if (role.rule === 'clause/copula') stated = true;
    else if (stated && (c.modal || c.dues.length > 0)) stated = false;
    else if (stated && role.role === 'action') role = { role: 'comment', rule: 'clause/copula' };
    if (built.length === 0 && role.role === 'action' && isTheme(r, c, clauses, i)) role = { role: 'comment', rule: 'clause/theme' };
    if (built.length === 0 && role.role === 'action' && ordinalBefore(r, c) && /^要/.test(r.bones.slice(clauses[i + 1]?.start ?? 0)) && c.measures.length === 0) role = { role: 'comment', rule: 'clause/announces' };
    if (role.role === 'comment' && /^(?:是|就是|也是|既是|关键|意味着|事关|重点是|离不开|体现)/.test(r.bones.slice(c.core, c.core + 4))) dropNominal(built);
    if ((role.role === 'target' || role.role === 'event' && !c.modal && c.dues.length === 0) && r.bones.slice(c.start, c.end).startsWith('其中')) role = { role: 'other', rule: 'clause/of-which' };
    roles.push(role);
    const how = role.rule === 'clause/means' && c.prep !== null && !/^为/.test(c.prep) && c.end - c.core >= 8;
    const before: Building | undefined = built[built.length - 1];
    if (!how) dangling = null;
    else if (dangling !== null) dangling = { start: dangling.start, end: c.end };
    else if (before && before.end + 1 >= c.start) dangling = { start: c.start, end: c.end };
    if (role.role === 'past') governing = null;
    const named = leadOf(c, r.bones);
    if (named) {
      if (!named.local) {
        carriedLead = { span: named.span, rule: named.rule };
        carriedSupport = [...c.units.support];
      }
    } else if (c.units.support.length > 0 && role.role !== 'past' && carriedSupport.length === 0 && role.role === 'adverbial') carriedSupport = [...c.units.support];
    const previous = built[built.length - 1];
    const said = previous ? r.bones.slice(c.core, Math.min(c.end, c.core + 80)) : '';
    const absorbed: string | null = previous && role.role !== 'past' ? absorb(previous, c, r, said, pending !== null, i === clauses.length - 1) : null;
    if (absorbed !== null) {
      pending = absorbed === 'action/doer' || absorbed === 'action/passed-on' ? null : pending;
      roles[roles.length - 1] = { role: 'other', rule: absorbed };
      continue;
    }
    // The case for which a rule holds belongs to the rule: 一经查实，…; 逾期未改的，….
    if ((role.role === 'adverbial' || role.role === 'other') && CASE.test(r.bones.slice(c.core, Math.min(c.end, c.core + 60)))) role = { role: 'topic', rule: role.rule };
    // 除法律另有规定外，不得…: what is left out belongs to the ban.
    if (role.role === 'adverbial' && /^除.*外$/.test(r.bones.slice(c.prepAt, c.end)) && /^(?:一律)?(?:不得|严禁|禁止|不再|不准|一律)/.test(r.bones.slice(clauses[i + 1]?.start ?? c.end))) role = { role: 'topic', rule: role.rule };
    // 屡查屡犯的，停业整顿: the rule for a case is an undertaking whatever its verb.
    if (pending !== null && roles[i - 1]?.rule === 'clause/case' && role.role === 'other' && i === clauses.length - 1 && c.end - c.core >= 4 && !c.copula && !r.bones.slice(c.core, c.end).includes('可')) role = { role: 'action', rule: 'clause/case-rule' };
    if (role.role === 'topic') {
      pending ??= c.core;
      fronted = c.prep !== null && /^[对把将]/.test(c.prep);
      if (role.rule === 'clause/units' && /^[^，由请]{4,30}由/.test(r.bones.slice(c.core, c.end))) pendingClause = c;
      if (!named && c.units.support.length > 0) carriedSupport = [...carriedSupport, ...c.units.support];
      if (named?.local) pendingLead = { span: named.span, rule: named.rule };
      continue;
    }
    if (previous && (role.role === 'event' || role.role === 'action' && c.event !== null && c.object.length <= 1) && pending === null && !named && previous.end + 1 >= c.start && comesToPass(previous, c, r)) {
      const due = c.dues.at(-1);
      previous.end = c.end;
      if (due) previous.due ??= { due, rule: due.rule };
      previous.role = { role: 'event', rule: 'clause/aim-that-comes-to-pass' };
      roles[roles.length - 1] = { role: 'other', rule: 'action/comes-to-pass' };
      continue;
    }
    // 每月开展一次党日活动，年底前完成换届: what recurs has no end; the work that ends is another.
    if (role.role === 'limit' && previous?.clause.cadence && c.verb !== null && c.object.length >= 2) role = { role: 'action', rule: 'clause/undertaking' };
    // 今年改造42公里，9月底前全部完工: the year was only when, the day is by when.
    const wider = role.role === 'limit' && /^(?:今年|全年|本年度)$/.test(previous?.due?.due.words ?? '') && c.dues[0]?.date;
    if (wider && previous) previous.due = null;
    if (role.role === 'limit' && previous?.due) role = { role: 'event', rule: 'clause/event' };
    if (role.role === 'limit' && previous) {
      const due = c.dues[0];
      if (due && previous.due === null) {
        previous.due = { due, rule: due.rule };
        previous.end = c.end;
        // 甲局负责…，乙局负责…，均于5月底前完成.
        if (/^[也]?[均都]|^全部|(?:均|都|全部)(?:要|须|应)?(?:完成|到位|落实|办结)(?:到位)?$/.test(said) || built.every((b) => /负责/.test(r.bones.slice(b.start, Math.min(b.end, b.start + 30))))) for (const b of built) b.due ??= previous.due;
        // 建设停车场6处，泊位不少于400个，年底前投入使用: the figure is of the work, and so is the limit.
        const work = built[built.length - 2];
        if (work && work.due === null && previous.role.role === 'target' && previous.clause.subject?.kind === 'topic' && work.clause.end + 1 >= previous.start) work.due = previous.due;
      } else if (!due) previous.end = c.end;
      pending = null;
      continue;
    }
    if (role.role !== 'action' && role.role !== 'target' && role.role !== 'event' && role.role !== 'ban') {
      if (role.role !== 'adverbial') pending = null;
      continue;
    }
    const own = c.dues.filter((d) => governs(d, c, r.text)).at(-1) ?? null;
    const inherited = own ? null : governing ?? inheritedDue(previous, c, role.role);
    const due = own ? { due: own, rule: own.rule } : inherited ? { due: inherited, rule: inherited === governing ? inherited.rule : 'due/inherited', governs: inherited === governing } : null;
    // 某事由甲局负责，签约率达到…: two matters where the second has a topic of its own.
    const apart = pendingClause !== null && c.subject?.kind === 'topic' && c.subject.end - c.subject.start >= 2 && c.measures.length > 0 ? pendingClause : null;
    if (apart) {
      built.push({ start: apart.core, end: apart.end, clause: apart, role: { role: 'action', rule: 'clause/unit-acts' }, stretch: false, due: null, lead: carriedLead ?? pendingLead, support: carriedSupport, measures: [...apart.measures], aside: [] });
      pending = null;
    }
    pendingClause = null;
    if (c.subject?.kind === 'speaker') pending = null;
    const start = pending ?? objectBefore(r, clauses, roles, i, built.length > 0) ?? trimStart(c, r.text);
    const lead = named ? { span: named.span, rule: named.rule } : pendingLead ?? carriedLead;
    pendingLead = null;
    const support = c.units.support.length > 0 ? [...c.units.support] : lead && lead === carriedLead ? [...carriedSupport] : lead === null && previous === undefined ? [...carriedSupport] : [];
    if (role.role === 'ban' && previous && belongsTo(previous, c, r)) {
      previous.end = c.end;
      continue;
    }
    // A short ban without an actor or a time guards what was just said: 15天内落实措施，不得走样.
    if (role.role === 'ban' && previous && previous.role.role !== 'ban' && pending === null && !named && c.dues.length === 0 && c.measures.length === 0 && !c.modal && c.end - c.core <= 8 && /^(?:不得|不准|不许|不能|绝不)/.test(said)) continue;
    const parts = splitCoordination(r, c, role.role);
    for (const part of parts) {
      const inner = parts.length > 1 ? c.dues.find((d) => d.start >= part.start && d.end <= part.end) : undefined;
      built.push({
        start: part === parts[0] ? start : part.start, end: part.end, clause: c, role, stretch: c.stretch, due: inner ? { due: inner, rule: inner.rule } : due, lead, support,
        measures: c.measures.filter((m) => m.start >= part.start && m.end <= part.end), aside: [],
      });
    }
    pending = null;
  }
  const last = built[built.length - 1];
  // 分类推进复工，对甲类…，对乙类…: what is said of how, with no deed after it, belongs to the deed before.
  if (last && dangling !== null && last.end < dangling.start) last.end = dangling.end;
  return { roles, actions: built.map((b) => finish(b, r)) };
};

/**
 * Rule `action/object-before`: 甲工程主体已封顶，年底前投入使用. The undertaking has no object of its own:
 * the span begins where the report names it.
 */
const objectBefore = (r: Reading, clauses: readonly Clause[], roles: readonly RoleReading[], at: number, acted: boolean): number | null => {
  const c = clauses[at];
  if (!c || acted || c.measures.length > 0 || c.subject?.kind === 'unit' || c.prep !== null) return null;
  const first0 = c.dues[0];
  if (!first0 || first0.start - c.core > 2) return null;
  const from = c.dues.reduce((last, d) => Math.max(last, d.end), c.core);
  const rest = r.bones.slice(from, c.end).replace(/^(?:要|将|必须|须|力争|争取|确保|务必|应|全部|基本|全面|按期|如期|正式|实质性)+/, '');
  const bare = c.event !== null && rest.length <= c.event.length + 2 || rest.length <= 4;
  if (!bare || c.dues.length === 0) return null;
  let first: number | null = null;
  for (let i = at - 1; i >= Math.max(0, at - 2); i -= 1) {
    const before = clauses[i];
    if (!before || roles[i]?.role !== 'past' && roles[i]?.role !== 'other' && roles[i]?.role !== 'topic' && roles[i]?.rule !== 'clause/copula') break;
    first = before.core;
  }
  return first;
};

/** A rule that takes up a word of the action before guards it: 做好劝导，劝导无效的一律移送. */
const belongsTo = (previous: Building, c: Clause, r: Reading): boolean => {
  const words = r.text.slice(c.core, c.core + 2);
  if (previous.clause.end + 1 < c.start && previous.role.role !== 'ban') return false;
  if (previous.role.role === 'ban' && (/^一律/.test(r.bones.slice(c.core, c.core + 4)) || c.end - c.core <= 10 && c.dues.length === 0 && c.measures.length === 0 && c.subject?.kind !== 'unit')) return true;
  return /的一律|的.{0,2}不得/.test(r.bones.slice(c.core, c.end)) && r.text.slice(previous.start, previous.end).includes(words);
};

/** 创建…，是…的决策: what was read as an undertaking was the subject of a statement. */
const dropNominal = (built: Building[]): void => {
  const last = built[built.length - 1];
  if (last && !last.clause.modal && last.due === null && last.measures.length === 0) built.pop();
};

const leadOf = (c: Clause, bones: string): { span: Span; rule: string; local: boolean } | null => {
  if (!c.units.lead && (c.subject?.kind !== 'unit' || !c.modal && /(?:配合|参与|协助)$/.test(bones.slice(c.start, c.end)))) return null;
  // 镇财政再困难，也要…: what holds it back does not do it.
  if (/再(?:困难|紧张|难|忙|紧|苦)$/.test(bones.slice(c.start, c.end))) return null;
  if (c.units.lead) return { span: c.units.lead, rule: 'lead/named', local: c.units.local };
  if (c.subject?.kind === 'unit') return { span: { start: c.subject.start, end: c.subject.end }, rule: 'lead/subject', local: false };
  return null;
};

const inheritedDue = (previous: Building | undefined, c: Clause, role: Role): Due | null => {
  // 上半年出台办法，在两县先行试点: the trial falls into the same time.
  if (previous?.due && /^(?:先行)?(?:试点|试行)$/.test(c.verb?.word ?? '') && !c.modal && !c.cadence && previous.due.rule !== 'due/conditional') return previous.due.due;
  // 15个工作日内办结，办结率达到100%: a limit for each case is none for the rate.
  if (!previous?.due || previous.due.rule === 'due/conditional' || (role !== 'target' && !(role === 'action' && c.measures.length > 0 && previous.measures.length > 0 && (previous.due.due.strength === 'period' || previous.due.due.words.endsWith('年内')))) || c.modal || c.cadence) return null;
  return previous.due.due.words.endsWith('起') ? null : previous.due.due;
};

/** 总投资12亿元的物流园: how big the matter is, nothing to be reached. */
const isSize = (m: Measure, text: string): boolean => m.value.unit.endsWith('元') && text.charAt(m.end) === '的' && /投资/.test(text.slice(Math.max(0, m.start - 4), m.start));

const finish = (b: Building, r: Reading): Action => {
  const quote = r.bones.slice(b.start, Math.min(b.aside.length > 0 ? b.clause.end : b.end, b.start + 2 * LONGEST));
  const limit = b.due !== null && b.due.rule !== 'due/inherited' && b.due.governs !== true && b.due.rule !== 'due/conditional' && !/^(?:从|自|即日)|起$/.test(b.due.due.words);
  return {
    start: b.start, end: b.end, clause: b.clause, role: b.role, kind: kindOf(b.role.role, { ...b.clause, measures: b.measures.filter((m) => !isSize(m, r.text)) }, quote, limit, b.due?.due.rule ?? null, b.due?.due.strength === 'period' && /今年|明年|全年|年度|下半年|20\d\d年$/.test(b.due.due.words)),
    stretch: b.stretch, due: b.due, cadence: b.clause.cadence, lead: b.lead, support: b.support, measures: [...b.measures, ...b.aside],
  };
};
