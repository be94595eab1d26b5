import { assemble, type Action, type Assembly } from './actions';
import { afterClauses, beforeClauses, isHeadingLike, newTense, turnTense, type Verdict } from './classify';
import { clauseSpans, readClause, type Clause, type Reading } from './clause';
import { draftOf } from './drafts';
import { findDues, type Due } from './due';
import { Ids } from './ids';
import { repeatsInside } from './near';
import type { CivilDate } from '../domain/time';
import { normalise, toGiven } from './normalise';
import { placeIn, segment, type RawSentence } from './segment';
import type { AnalyseOptions, Draft, Explanation, Field, Section, Sentence, Span, SpeechAnalysis } from './types';

/** From the text of a speech to its sentences and draft commitments. Pure, deterministic, linear in the text's length. */
export const analyse = (text: string, opts: AnalyseOptions): SpeechAnalysis => {
  const { told: _, ...analysis } = readSpeech(text, opts, false);
  let explained: readonly Explanation[] | null = null;
  return {
    ...analysis,
    // Few readers ask why: the speech is read once more for them, and the others keep nothing for it.
    get explain() {
      explained ??= readSpeech(text, opts, true).told.flatMap(explainSentence);
      return explained;
    },
  };
};

const readSpeech = (text: string, opts: AnalyseOptions, tell: boolean): Omit<SpeechAnalysis, 'explain'> & { told: Telling[] } => {
  const n = normalise(text);
  const raw = segment(n);
  const roster = (opts.roster ?? []).flatMap((unit) => [unit.name, ...(unit.aliases ?? [])]).sort((a, b) => b.length - a.length);
  const tense = newTense();
  const sentenceIds = new Ids('s');
  const draftIds = new Ids('d');
  const sections: { index: number; heading: string; level: number; start: number; end: number }[] = [];
  const sentences: Sentence[] = [];
  const drafts: Draft[] = [];
  const told: Telling[] = [];
  let governing: Due | null = null;
  let listed: { due: Due; paragraph: number } | null = null;
  let charged: { unit: string; paragraph: number } | null = null;
  /** The drafts of the sentence just read. */
  let lastTold: { from: number; paragraph: number } | null = null;
  let headingLevel = 1;
  let from: CivilDate | null = null;
  for (const s of raw) {
    const read = readSentence(s, opts, roster, from);
    const isHeading = isHeadingLike(s, read.clauses);
    turnTense(tense, s, isHeading, opts.date);
    from = yearAhead(s, isHeading, opts.date, from);
    const span = toGiven(n, s.start, s.end);
    openSection(sections, s, span);
    const before: { from: number; paragraph: number } | null = drafts.length > 0 && WHO_DOES_IT.test(s.skeleton) ? lastTold : null;
    const named: { lead: Span; support: Span[] } | null = before?.paragraph === s.paragraphIndex ? whoDoesIt(read.clauses) : null;
    const judged: { verdict: Verdict; found: Assembly } = named ? { verdict: WHO, found: NONE } : judge(s, read.reading, read.clauses, tense.past);
    const { verdict, found: plain } = judged;
    if (before && named) {
      const at = (inner: Span): Field<string> => ({ value: s.text.slice(inner.start, inner.end), provenance: { kind: 'explicit', ...toGiven(n, placeIn(s, inner.start), placeIn(s, inner.end - 1) + 1) } });
      for (let i = before.from; i < drafts.length; i += 1) {
        const draft = drafts[i];
        if (draft?.lead === null) drafts[i] = { ...draft, lead: at(named.lead), support: named.support.map(at), lacks: draft.lacks.filter((lack) => lack !== 'lead') };
      }
    }
    if (s.heading && s.heading.level <= headingLevel && isHeading) governing = null;
    const announced = announcedDue(s, read);
    if (announced) listed = { due: announced, paragraph: s.paragraphIndex };
    else if (listed && listed.paragraph !== s.paragraphIndex) listed = null;
    const limit = listed?.due ?? governing;
    const dated = limit ? underHeading(plain, limit) : plain;
    const found = charged !== null && charged.paragraph === s.paragraphIndex && GOES_ON.test(s.skeleton.slice(0, 4)) ? underCharge(dated, charged.unit) : dated;
    charged = chargeOf(s, found);
    const head = plain.actions.length > 0 ? null : headingDue(s, read, isHeading);
    if (head) {
      governing = head;
      headingLevel = s.heading?.level ?? 1;
    }
    if (found.actions.length > 0) tense.past = false;
    const id = sentenceIds.next(s.text);
    const own = found.actions.length === 0 ? NO_DRAFTS : found.actions.map((action) => draftOf(action, { sentence: s, sentenceId: id, given: text, place: (inner) => toGiven(n, placeIn(s, inner.start), placeIn(s, inner.end - 1) + 1), id: draftIds.next(s.text.slice(action.start, action.end)), opts }));
    lastTold = own.length > 0 ? { from: drafts.length, paragraph: s.paragraphIndex } : null;
    drafts.push(...own);
    sentences.push({
      id, start: span.start, end: span.end, sectionIndex: sections.length - 1, paragraphIndex: s.paragraphIndex, text: text.slice(span.start, span.end),
      kind: verdict.kind, reason: verdict.reason, rule: verdict.rule, draftIds: own.map((d) => d.id),
    });
    if (tell) told.push({ id, verdict, s, clauses: read.clauses, found, own });
  }
  const repeats = repeatsInside(drafts);
  const warned = drafts.map((draft) => {
    const warning = repeats.get(draft.id);
    return warning ? { ...draft, warnings: [...draft.warnings, warning] } : draft;
  });
  const tracked = sentences.filter((s) => s.draftIds.length > 0).length;
  return { sections, sentences, drafts: warned, coverage: { sentences: sentences.length, tracked, untracked: sentences.length - tracked, unexplained: 0 }, told };
};

/** 2027年工作打算, 明年，我将…: what follows speaks of that year until a heading or opening speaks of now. */
const yearAhead = (s: RawSentence, isHeading: boolean, date: CivilDate | null, now: CivilDate | null): CivilDate | null => {
  if (date === null) return null;
  const year = Number(date.slice(0, 4));
  const head = s.text.slice(0, 24).replace(/^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|各位代表，|同志们，)/, '');
  const named = /^(?:(20\d\d)年|(明年|新的一年|来年))/.exec(head);
  if (named && (isHeading || s.open || s.firstInParagraph)) {
    const meant = named[1] ? Number(named[1]) : named[2] === '新的一年' && Number(date.slice(5, 7)) <= 6 ? year : year + 1;
    return meant > year && meant <= year + 1 ? `${meant}-01-01` : null;
  }
  return now !== null && (isHeading && s.heading?.level === 1 || /^(?:今年|当前|近期|目前|年底前|岁末年初)/.test(head)) ? null : now;
};

/** 今年要办好十件实事：1.…；2.…: the limit of each item in the paragraph. */
const announcedDue = (s: RawSentence, read: { reading: Reading; clauses: readonly Clause[] }): Due | null => {
  const first = read.clauses[0];
  const due = first?.dues[0];
  if (!first || !due || due.past || due.date === null || s.skeleton.charAt(first.end) !== '：' || s.skeleton.length <= first.end + 1) return null;
  return /[几一二两三四五六七八九十\d]{1,2}(?:件|项|个|大)[\u4e00-\u9fa5]{0,6}$|以下[\u4e00-\u9fa5]{0,6}$/.test(s.skeleton.slice(first.start, first.end)) ? due : null;
};

/** Rule `due/heading`: the limit that a heading (下半年工作安排) or an opening (下半年，重点抓好以下工作) sets for what stands below it. */
const headingDue = (s: RawSentence, read: { reading: Reading; clauses: readonly Clause[] }, isHeading: boolean): Due | null => {
  const due = read.reading.dues[0];
  if (!due || due.past || due.date === null || read.reading.dues.length > 1 || due.start > 16 || s.text.length > 60) return null;
  const opens = read.clauses[0]?.dues[0] === due && /(?:(?:以下|如下)[^，]{0,12}|[几一二两三四五六七八九十\d]{1,2}(?:个方面|方面|件|项|点|个)(?:重点|主要|具体)?(?:工作|任务|事情?|实事|大事|举措|措施|要求|文章|改进|努力|推进|着手|发力|突破|落实)?[^，]{0,2})[。：]?$/.test(s.skeleton);
  if (opens && due.rule !== 'due/year' && due.rule !== 'due/whole-year' && !/情况|特点|问题/.test(s.text)) return due;
  const titled = isHeading || s.open && s.aloneInParagraph && s.text.length <= 30;
  return titled && due.rule !== 'due/year' && /工作|任务|安排|打算|计划|重点|目标|举措|部署|事项/.test(s.text) && !/回顾|总结|情况|成效/.test(s.text) ? due : null;
};

const underHeading = (found: Assembly, due: Due): Assembly => ({
  ...found, actions: found.actions.map((a) => (a.due || a.kind.rule === 'kind/conditional' ? a : { ...a, due: { due, rule: 'due/heading', governs: true } })),
});

/** Rule `sentence/who-does-it`: 改造管网42公里。由市住建局牵头，热力公司负责实施。 The second sentence is the first one's owner. */
const WHO_DOES_IT = /^(?:(?:此项|该项|这项|上述|以上)(?:工作|任务|事项)，?)?由[^，；。]{2,30}?(?:牵头|负责|承办|主办)(?:组织)?(?:落实|实施|推进|办理)?(?:[，、][^，；。]{2,40}?(?:配合|参与|协助|协办|负责)(?:落实|实施|推进|办理)?)*[。；]$/;
const WHO: Verdict = { kind: 'background', rule: 'sentence/who-does-it', reason: '写明前一句的事项由谁承办，已并入前一句' };
const whoDoesIt = (clauses: readonly Clause[]): { lead: Span; support: Span[] } | null => {
  const [lead, ...others] = clauses.flatMap(({ units }) => (units.lead ? [units.lead] : []));
  return lead ? { lead, support: [...others, ...clauses.flatMap(({ units }) => units.support)] } : null;
};

/** Rule `lead/carried`: 各镇要…；要…: the order goes on to the same unit. */
const GOES_ON = /^(?:并|还|也|又|更)?要/;
const chargeOf = (s: RawSentence, found: Assembly): { unit: string; paragraph: number } | null => {
  const lead = found.actions[found.actions.length - 1]?.lead;
  if (!lead || !s.text.endsWith('；')) return null;
  return { unit: lead.words ?? s.text.slice(lead.span.start, lead.span.end), paragraph: s.paragraphIndex };
};
const underCharge = (found: Assembly, unit: string): Assembly =>
  found.actions.some((a) => a.lead) ? found : { ...found, actions: found.actions.map((a) => ({ ...a, lead: { span: { start: a.start, end: a.start }, rule: 'lead/carried', words: unit } })) };

const NO_DUES: readonly Due[] = [];
const NO_DRAFTS: readonly Draft[] = [];
const NONE: Assembly = { actions: [], roles: [] };

const readSentence = (s: RawSentence, opts: AnalyseOptions, roster: readonly string[], from: CivilDate | null): { reading: Reading; clauses: Clause[] } => {
  const dues = findDues(s.text, s.skeleton, { date: opts.date, calendar: opts.calendar, from });
  const reading: Reading = { text: s.text, bones: s.skeleton, dues, roster };
  let next = 0;
  const clauses = clauseSpans(s.skeleton).map((span) => {
    const first = next;
    while ((dues[next]?.start ?? span.end) < span.end) next += 1;
    return readClause({ text: s.text, bones: s.skeleton, dues: next === first ? NO_DUES : dues.slice(first, next), roster }, span.start, span.end);
  });
  return { reading, clauses };
};

const judge = (s: RawSentence, reading: Reading, clauses: readonly Clause[], past: boolean): { verdict: Verdict; found: Assembly } => {
  const early = beforeClauses(s, clauses);
  if (early) return { verdict: early, found: NONE };
  const found = assemble(reading, clauses, past);
  return { verdict: afterClauses(s, clauses, found, past), found };
};

const openSection = (sections: { index: number; heading: string; level: number; start: number; end: number }[], s: RawSentence, span: Span): void => {
  const last = sections[sections.length - 1];
  const heading = s.heading && s.heading.level <= 3 ? s.heading : null;
  if (!last || heading) {
    sections.push({ index: sections.length, heading: heading ? s.text.replace(/[。；]$/, '').slice(0, 60) : '', level: heading?.level ?? 0, ...span });
  } else last.end = span.end;
};

interface Telling {
  readonly id: string;
  readonly verdict: Verdict;
  readonly s: RawSentence;
  readonly clauses: readonly Clause[];
  readonly found: Assembly;
  readonly own: readonly Draft[];
}

const explainSentence = ({ id: sentenceId, verdict, s, clauses, found, own }: Telling): Explanation[] => {
  const into: Explanation[] = [];
  into.push({ sentenceId, draftId: null, decision: 'sentence', rule: verdict.rule, words: s.text.slice(0, 40), outcome: `${verdict.kind}：${verdict.reason}` });
  found.roles.forEach((role, i) => {
    const c = clauses[i];
    if (c) into.push({ sentenceId, draftId: null, decision: 'clause', rule: role.rule, words: s.text.slice(c.start, Math.min(c.end, c.start + 40)), outcome: role.role });
  });
  found.actions.forEach((action, i) => {
    const draft = own[i];
    if (draft) into.push(...fieldsOf(action, draft, sentenceId));
  });
  return into;
};

const fieldsOf = (action: Action, draft: Draft, sentenceId: string): Explanation[] => {
  const line = (decision: Explanation['decision'], rule: string, words: string, outcome: string): Explanation => ({ sentenceId, draftId: draft.id, decision, rule, words, outcome });
  const lines = [line('action', action.role.rule, action.clause.verb?.word ?? '', draft.title), line('kind', action.kind.rule, action.clause.verb?.word ?? '', draft.kind)];
  if (draft.due && action.due) lines.push(line('due', action.due.rule, draft.due.value.words, draft.due.value.date ?? '日期不能确定'));
  if (draft.cadence && action.cadence) lines.push(line('cadence', action.cadence.rule, draft.cadence.value, draft.cadence.value));
  if (draft.lead && action.lead) lines.push(line('lead', action.lead.rule, draft.lead.value, draft.lead.value));
  for (const unit of draft.support) lines.push(line('support', 'support/named', unit.value, unit.value));
  draft.measures.forEach((m, i) => lines.push(line('measure', action.measures[i]?.rule ?? '', m.value.words, `${m.value.value ?? '未知'}${m.value.unit}`)));
  return lines;
};

/** The text between two sentences: white space and page furniture. With the sentences it gives back the whole text. */
export const reassemble = (text: string, sentences: readonly Span[]): string => {
  let out = '';
  let at = 0;
  for (const s of sentences) {
    out += text.slice(at, s.start) + text.slice(s.start, s.end);
    at = s.end;
  }
  return out + text.slice(at);
};

export type { Section };
