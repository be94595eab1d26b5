import { isAbstract, isConcrete } from './roles';
import { titleOf } from './title';
import type { Action } from './actions';
import type { RawSentence } from './segment';
import type { AnalyseOptions, Draft, Field, Lack, Provenance, Span, Warning } from './types';

export interface Setting {
  readonly sentence: RawSentence;
  readonly sentenceId: string;
  readonly given: string;
  readonly place: (inner: Span) => Span;
  readonly id: string;
  readonly opts: AnalyseOptions;
}

const wordsOf = (at: Setting, inner: Span): string => at.sentence.text.slice(inner.start, inner.end);

const explicit = (at: Setting, inner: Span): Provenance => ({ kind: 'explicit', ...at.place(inner) });

const said = <T>(at: Setting, value: T, inner: Span): Field<T> => ({ value, provenance: explicit(at, inner) });

const dueOf = (a: Action, at: Setting): Draft['due'] => {
  if (!a.due) return null;
  const { due, rule } = a.due;
  const provenance: Provenance = rule === 'due/inherited' ? { kind: 'derived', rule, words: wordsOf(at, due) }
    : rule === 'due/heading' ? { kind: 'derived', rule, words: due.words } : explicit(at, due);
  return { value: { words: due.words, date: due.date, provisional: due.provisional }, provenance };
};

const leadOf = (a: Action, at: Setting): Draft['lead'] => {
  if (!a.lead) return null;
  const { span, rule, words } = a.lead;
  return words === undefined ? said(at, wordsOf(at, span), span) : { value: words, provenance: { kind: 'derived', rule, words } };
};

/** What the text says of an action, each part with the place it was said; what it does not say is named as lacking. */
export const draftOf = (a: Action, at: Setting): Draft => {
  const text = at.sentence.text;
  const span = at.place(a);
  return {
    id: at.id, sentenceId: at.sentenceId, ...span, quote: at.given.slice(span.start, span.end), title: titleOf(text.slice(a.start, a.end)),
    kind: a.kind.kind, kindRule: a.kind.rule, stretch: a.stretch, due: dueOf(a, at), cadence: a.cadence ? said(at, a.cadence.words, a.cadence) : null,
    lead: leadOf(a, at), support: a.support.map((unit) => said(at, wordsOf(at, unit), unit)),
    measures: a.measures.map((m) => said(at, m.value, m)), masked: maskedIn(text, a).flatMap((span) => runsOf(at.given, at.place(span))), lacks: lacksOf(a), warnings: warningsOf(a, text, at.opts),
  };
};

const maskedIn = (text: string, a: Span): Span[] => {
  const spans: Span[] = [];
  for (let i = a.start; i < a.end; i += 1) {
    if (text.charAt(i) !== '*') continue;
    let end = i + 1;
    while (end < a.end && text.charAt(end) === '*') end += 1;
    spans.push({ start: i, end });
    i = end;
  }
  return spans;
};

/** Masks that the text as given holds apart by spaces are places of their own. */
const runsOf = (given: string, span: Span): Span[] =>
  [...given.slice(span.start, span.end).matchAll(/[*＊]+/g)].map((run) => ({ start: span.start + run.index, end: span.start + run.index + run[0].length }));

const lacksOf = (a: Action): Lack[] => {
  const lacks: Lack[] = [];
  if (!a.lead) lacks.push('lead');
  if (!a.due?.due.date && !a.cadence) lacks.push('dueOrReview');
  lacks.push('acceptance', 'policyPack');
  return lacks;
};

const warningsOf = (a: Action, text: string, opts: AnalyseOptions): Warning[] => {
  const warnings: Warning[] = [];
  const object = a.clause.object;
  if (a.measures.length === 0 && !a.due && !a.cadence && (object === '' || isAbstract(object) || object.endsWith('力度') || !isConcrete(object))) {
    warnings.push({ code: 'vague', text: '没有可核查的对象、数字或时限，立项前请写明验收标准' });
  }
  if (text.slice(a.start, a.end).includes('*')) warnings.push({ code: 'masked', text: '含隐去的内容（*），作未知处理，请按原件补全' });
  if (a.due?.due.provisional) warnings.push({ code: 'provisional', text: '时限落在尚未公布放假安排的年份，日期暂定' });
  if (a.due && a.due.due.date !== null && opts.date !== null && a.due.due.date < opts.date) warnings.push({ code: 'dueInPast', text: '时限早于讲话日期' });
  return warnings;
};
