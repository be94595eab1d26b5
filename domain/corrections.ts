/** What the registrar corrects by hand. Pure: the touched sentences and drafts in, the changed ones out, each value `assigned`. */
import { z } from 'zod';
import {
  coverageChange, coverageOf, DRAFT_FIELDS, isBound, isLive, NO_FIELDS, NOTHING_SAID,
  type DraftFields, type DraftRecord, type UsualFields, type Held, type Provenance, type Said, type SentenceRecord, type SourceCoverage, type Span,
} from './drafts';
import { FIELD_SHAPES as SHAPES } from './registration-fields';
import type { Actor } from './state';
import { text } from './text';
import type { Instant } from './time';
import { assertNever, COMMITMENT_KINDS, hasRhythm } from './vocabulary';

const id = text().trim().min(1, '不能为空').max(100, '不超过100字');
const title = text().trim().min(1, '不能为空').max(120, '不超过120字');
const reason = text().trim().min(1, '请写明原因').max(300, '不超过300字');
const offset = z.int().min(0);
const drafts = z.array(id).min(1).max(500).refine((ids) => new Set(ids).size === ids.length, { message: '编号重复' });

/** Null takes a value back. */
const fieldsSchema = z.strictObject({
  lead: SHAPES.lead.nullable().optional(),
  coUnits: SHAPES.coUnits.nullable().optional(),
  due: SHAPES.due.nullable().optional(),
  reviewDate: SHAPES.reviewDate.nullable().optional(),
  dispatchOn: SHAPES.dispatchOn.nullable().optional(),
  acceptance: SHAPES.acceptance.nullable().optional(),
  sponsor: SHAPES.sponsor.nullable().optional(),
  registrar: SHAPES.registrar.nullable().optional(),
  reviewer: SHAPES.reviewer.nullable().optional(),
  pack: SHAPES.pack.nullable().optional(),
  matterClass: SHAPES.matterClass.nullable().optional(),
  arrivedAt: SHAPES.arrivedAt.nullable().optional(),
  rhythm: SHAPES.rhythm.nullable().optional(),
  measures: SHAPES.measures.nullable().optional(),
  template: SHAPES.template.nullable().optional(),
  plan: SHAPES.plan.nullable().optional(),
}).refine((fields) => Object.keys(fields).length > 0, { message: '至少填写一项' })
  .refine((fields) => !(fields.due && fields.reviewDate), { message: '办结期限与复核日期只填一项' });

export const correctionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('split'), draft: id, at: offset, titles: z.tuple([title, title]).optional() }),
  z.strictObject({ type: z.literal('merge'), drafts: drafts.min(2, '至少两项').max(20), title: title.optional() }),
  z.strictObject({ type: z.literal('retitle'), draft: id, title }),
  z.strictObject({ type: z.literal('rekind'), draft: id, kind: z.enum(COMMITMENT_KINDS), stretch: z.boolean().optional() }),
  z.strictObject({ type: z.literal('notTracked'), drafts, reason }),
  z.strictObject({ type: z.literal('sentenceNotTracked'), sentence: id, reason }),
  z.strictObject({ type: z.literal('restore'), drafts }),
  z.strictObject({ type: z.literal('add'), start: offset, end: offset, title: title.optional(), kind: z.enum(COMMITMENT_KINDS) }),
  z.strictObject({ type: z.literal('assign'), drafts, fields: fieldsSchema }),
  z.strictObject({ type: z.literal('acceptProposed'), drafts }),
]);
export type Correction = z.infer<typeof correctionSchema>;
export type AssignedFields = z.infer<typeof fieldsSchema>;

/** Everything that belongs together with what a correction names: sentences, and all drafts that stand in them. */
export interface Part { readonly sentences: readonly SentenceRecord[]; readonly drafts: readonly DraftRecord[] }

export interface CorrectionContext {
  readonly by: Actor;
  readonly at: Instant;
  /** Different for each correction of a source: new drafts are named after it. */
  readonly version: number;
  readonly source: string;
  /** Whole text of the source; read by split, merge and add only. */
  readonly text: string;
  readonly titleOf: (quote: string) => string;
  /** What the analysis reads in a stretch of the text that a person selected. */
  readonly read: (span: Span) => Said;
  readonly headingOf: (section: number) => string | null;
  readonly usual: UsualFields;
  /** What the words of a draft propose of its kind. */
  readonly proposed: (draft: DraftRecord) => Proposed;
  /** Codes of a pack's classes. */
  readonly classesOf: (pack: string) => readonly string[];
}
/** Fields that a draft's own words may fill in. */
export type Proposed = Pick<DraftFields, 'rhythm' | 'measures' | 'template'>;

export const CORRECTION_REFUSALS = ['unknownDraft', 'unknownSentence', 'draftBound', 'draftNotOpen', 'notDropped', 'notApart', 'badSpan', 'overlaps', 'nothingProposed', 'changedSince', 'unknownClass'] as const;
export type CorrectionRefusalCode = (typeof CORRECTION_REFUSALS)[number];
export interface CorrectionRefusal { readonly refused: CorrectionRefusalCode; readonly text: string; readonly hint: string }

const REFUSALS: Readonly<Record<CorrectionRefusalCode, readonly [text: string, hint: string]>> = {
  unknownDraft: ['没有这条拟立项事项', '请刷新后核对编号'],
  unknownSentence: ['没有这个句子', '请刷新后核对编号'],
  draftBound: ['该事项正在立项或已经立项', '已立项的事项请在台账中调整'],
  draftNotOpen: ['该事项已标为不跟踪，或已拆分、合并', '请先恢复，或改在替代它的事项上'],
  notDropped: ['该事项没有标为不跟踪', '只能恢复已标为不跟踪的事项'],
  notApart: ['合并的事项须在同一句或相邻句中', '请选择相邻的事项'],
  badSpan: ['所选位置不在句子之内，或没有文字', '请在一句或相邻几句之内选取文字'],
  overlaps: ['所选文字与已有事项重叠', '请改选文字，或先将重叠的事项标为不跟踪'],
  changedSince: ['此后又改过，不能撤销', '请直接改成需要的内容'],
  unknownClass: ['所用的规则没有这个类别', '请在该规则的类别中选择'],
  nothingProposed: ['没有可采用的建议复核日期', '请直接填写办结期限或复核日期'],
};
const refuse = (refused: CorrectionRefusalCode): CorrectionRefusal => ({ refused, text: REFUSALS[refused][0], hint: REFUSALS[refused][1] });
export const isCorrectionRefusal = (result: Corrected | CorrectionRefusal): result is CorrectionRefusal => 'refused' in result;

export interface Corrected {
  /** Changed or new ones only. */
  readonly sentences: readonly SentenceRecord[];
  readonly drafts: readonly DraftRecord[];
  readonly coverageChange: SourceCoverage;
}

interface Change { readonly sentences: readonly SentenceRecord[]; readonly drafts: readonly DraftRecord[] }

/** What a correction names, so that the caller can fetch the part. */
export const namedBy = (correction: Correction): { drafts: readonly string[]; sentences: readonly string[]; span: Span | null } => {
  switch (correction.type) {
    case 'split': case 'retitle': case 'rekind': return { drafts: [correction.draft], sentences: [], span: null };
    case 'merge': case 'notTracked': case 'restore': case 'assign': case 'acceptProposed': return { drafts: correction.drafts, sentences: [], span: null };
    case 'sentenceNotTracked': return { drafts: [], sentences: [correction.sentence], span: null };
    case 'add': return { drafts: [], sentences: [], span: { start: correction.start, end: correction.end } };
    default: return assertNever(correction);
  }
};

const spanIn = (outer: Span, inner: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;
const saidWithin = <T>(held: Held<T> | null, span: Span): Held<T> | null =>
  (held === null || held.provenance.kind !== 'explicit' || spanIn(span, held.provenance) ? held : null);
const unitedWith = <T>(values: readonly (Held<T> | null)[]): Held<T> | null => {
  const given = values.filter((held) => held !== null);
  const [first] = given;
  return first && given.every((held) => JSON.stringify(held.value) === JSON.stringify(first.value)) ? first : null;
};

/** What a correction found and what it made of it: the records that it changed, before and after. */
export interface Made { readonly before: Part; readonly after: Part }

/** Takes a correction back, provenances and all, where nobody has touched its records since. Undone once more, it holds again. */
export const undo = (part: Part, { before, after }: Made, { by, at }: Pick<CorrectionContext, 'by' | 'at'>): Corrected | CorrectionRefusal => {
  const stands = (made: readonly { readonly id: string }[], now: readonly { readonly id: string }[]): boolean =>
    made.every((one) => JSON.stringify(now.find(({ id: other }) => other === one.id)) === JSON.stringify(one));
  if (!stands(after.drafts, part.drafts) || !stands(after.sentences, part.sentences)) return refuse('changedSince');
  const ids = before.drafts.map((draft) => draft.id);
  const bornOfIt = after.drafts.filter((draft) => !ids.includes(draft.id));
  // A draft that only the correction made stays as history, as after a split.
  const gone = bornOfIt.map((draft): DraftRecord => (ids.length > 0 ? { ...draft, state: { kind: 'replaced', by: ids, at } } : { ...draft, state: { kind: 'dropped', reason: '撤销新增', by, at } }));
  return withCoverage(part, { sentences: before.sentences, drafts: [...before.drafts, ...gone] });
};

/** The correction as it changes the part. @returns what is changed, or why it cannot be */
export const correct = (part: Part, correction: Correction, context: CorrectionContext): Corrected | CorrectionRefusal => {
  const change = changeOf(part, correction, context);
  return 'refused' in change ? change : withCoverage(part, change);
};

const withCoverage = (part: Part, change: Change): Corrected => {
  const merged = {
    sentences: [...part.sentences.filter(({ id: one }) => !change.sentences.some((s) => s.id === one)), ...change.sentences],
    drafts: [...part.drafts.filter(({ id: one }) => !change.drafts.some((d) => d.id === one)), ...change.drafts],
  };
  return { ...change, coverageChange: coverageChange(coverageOf(part.sentences, part.drafts), coverageOf(merged.sentences, merged.drafts)) };
};

const changeOf = (part: Part, correction: Correction, context: CorrectionContext): Change | CorrectionRefusal => {
  const assigned: Provenance = { kind: 'assigned', by: context.by, at: context.at };
  const hold = <T>(value: T): Held<T> => ({ value, provenance: assigned });
  const open = named(part, namedBy(correction).drafts, correction.type === 'restore' ? 'dropped' : 'open');
  if ('refused' in open) return open;
  const [first] = open;
  switch (correction.type) {
    case 'retitle':
      return drafted(open.map((draft) => ({ ...draft, title: hold(correction.title) })));
    case 'rekind':
      return drafted(open.map((draft) => proposing({
        ...draft, kind: hold(correction.kind), stretch: correction.stretch === undefined ? draft.stretch : hold(correction.stretch),
        rhythm: hasRhythm(correction.kind) ? draft.rhythm : null,
      }, context)));
    case 'assign': {
      const given = open.map((draft) => withFields(draft, correction.fields, assigned, context));
      return given.some(({ pack, matterClass }) => matterClass !== null && correction.fields.matterClass && !context.classesOf(pack?.value ?? '').includes(matterClass.value)) ? refuse('unknownClass') : drafted(given);
    }
    case 'acceptProposed':
      if (open.some((draft) => draft.proposedReview === null)) return refuse('nothingProposed');
      return drafted(open.map((draft) => withFields(draft, { reviewDate: draft.proposedReview?.value ?? null }, assigned, context)));
    case 'notTracked':
      return dropped(part, open, correction.reason, context);
    case 'sentenceNotTracked': {
      const sentence = part.sentences.find((one) => one.id === correction.sentence);
      if (!sentence) return refuse('unknownSentence');
      const own = part.drafts.filter((draft) => isLive(draft) && draft.sentences.includes(sentence.id));
      if (own.some(isBound)) return refuse('draftBound');
      const change = dropped(part, own, correction.reason, context);
      return { ...change, sentences: [...change.sentences.filter((one) => one.id !== sentence.id), { ...sentence, reason: hold(correction.reason) }] };
    }
    case 'restore':
      return {
        drafts: open.map((draft) => ({ ...draft, state: { kind: 'open' } })),
        // A reason that a person gave for leaving it out no longer holds.
        sentences: part.sentences.filter((s) => s.reason.provenance.kind === 'assigned' && open.some((d) => d.sentences.includes(s.id))).map(asFound),
      };
    case 'split':
      return first ? split(first, correction, context) : refuse('unknownDraft');
    case 'merge':
      return merge(part, open, correction.title, context);
    case 'add':
      return add(part, correction, context);
    default:
      return assertNever(correction);
  }
};

const drafted = (drafts: readonly DraftRecord[]): Change => ({ sentences: [], drafts });

const named = (part: Part, ids: readonly string[], state: 'open' | 'dropped'): readonly DraftRecord[] | CorrectionRefusal => {
  const found: DraftRecord[] = [];
  for (const one of ids) {
    const draft = part.drafts.find((d) => d.id === one);
    if (!draft) return refuse('unknownDraft');
    if (isBound(draft)) return refuse('draftBound');
    if (draft.state.kind !== state) return refuse(state === 'open' ? 'draftNotOpen' : 'notDropped');
    found.push(draft);
  }
  return found;
};

const withFields = (draft: DraftRecord, fields: AssignedFields, provenance: Provenance, { classesOf }: CorrectionContext): DraftRecord => {
  const given = Object.fromEntries(DRAFT_FIELDS.filter((name) => fields[name] !== undefined).map((name) => {
    const value = fields[name];
    return [name, value === null ? null : { value, provenance }];
  })) as Partial<DraftFields>;
  // An item has a deadline or a review date, never both.
  const other = fields.due ? { reviewDate: null } : fields.reviewDate ? { due: null } : {};
  const next = { ...draft, ...given, ...other };
  if (fields.pack === undefined && fields.matterClass === undefined) return next;
  const classes = next.pack ? classesOf(next.pack.value) : [];
  // A class belongs to its pack; one of the same name goes along.
  const kept = fields.matterClass !== undefined || (next.matterClass !== null && classes.includes(next.matterClass.value)) ? {} : { matterClass: null };
  return { ...next, byClass: classes.length > 0, ...kept };
};

/** What nobody decided is read from the draft's words anew. */
const proposing = (draft: DraftRecord, { proposed }: Pick<CorrectionContext, 'proposed'>): DraftRecord => {
  const { rhythm, measures, template } = proposed(draft);
  const kept = <T>(now: Held<T> | null, fresh: Held<T> | null): Held<T> | null => (now?.provenance.kind === 'assigned' ? now : fresh);
  return { ...draft, rhythm: kept(draft.rhythm, rhythm), measures: kept(draft.measures, measures), template: kept(draft.template, template) };
};

const asFound = (sentence: SentenceRecord): SentenceRecord => {
  const provenance: Provenance = { kind: 'derived', rule: sentence.found.rule, words: '' };
  return { ...sentence, kind: { value: sentence.found.kind, provenance }, reason: { value: sentence.found.reason, provenance } };
};

/** Sentences that are left without drafts get the reason for their own. */
const dropped = (part: Part, going: readonly DraftRecord[], reason: string, { by, at }: CorrectionContext): Change => {
  const gone = new Set(going.map((draft) => draft.id));
  const left = new Set(part.drafts.filter((draft) => isLive(draft) && !gone.has(draft.id)).flatMap((draft) => draft.sentences));
  const emptied = new Set(going.flatMap((draft) => draft.sentences).filter((sentence) => !left.has(sentence)));
  return {
    drafts: going.map((draft) => ({ ...draft, state: { kind: 'dropped', reason, by, at } })),
    sentences: part.sentences.filter((s) => emptied.has(s.id)).map((s) => ({ ...s, reason: { value: reason, provenance: { kind: 'assigned', by, at } } })),
  };
};

const saidIn = (said: Said, span: Span): Said => ({
  due: saidWithin(said.due, span), cadence: saidWithin(said.cadence, span), lead: said.lead, support: said.support,
  measures: said.measures.filter((measure) => saidWithin(measure, span) !== null), masked: said.masked.filter((one) => spanIn(span, one)),
});

const split = (draft: DraftRecord, { at, titles }: Extract<Correction, { type: 'split' }>, context: CorrectionContext): Change | CorrectionRefusal => {
  const spans = [trimmed(context.text, { start: draft.start, end: at }), trimmed(context.text, { start: at, end: draft.end })];
  if (at <= draft.start || at >= draft.end || spans.some((span) => span === null)) return refuse('badSpan');
  const parts = spans.flatMap((span, index): DraftRecord[] => {
    if (span === null) return [];
    const quote = context.text.slice(span.start, span.end);
    const given = titles?.[index];
    const said = saidIn(draft.said, span);
    // A date that the other half says does not hold for this one.
    const due = draft.due?.provenance.kind === 'explicit' && said.due === null ? null : draft.due;
    return [proposing({
      ...draft, id: `h${context.version}-${index + 1}`, ...span, quote, said, due, warnings: warningsLeft(draft, quote),
      title: given === undefined ? { value: context.titleOf(quote), provenance: { kind: 'explicit', ...span } } : { value: given, provenance: { kind: 'assigned', by: context.by, at: context.at } },
      origin: { kind: 'split', of: [draft.id], by: context.by, at: context.at },
    }, context)];
  });
  return drafted([...parts, { ...draft, state: { kind: 'replaced', by: parts.map((part) => part.id), at: context.at } }]);
};

const warningsLeft = (draft: DraftRecord, quote: string): DraftRecord['warnings'] =>
  draft.warnings.filter(({ code }) => code !== 'masked' || quote.includes('*'));

const merge = (part: Part, open: readonly DraftRecord[], title: string | undefined, context: CorrectionContext): Change | CorrectionRefusal => {
  const ordered = [...open].sort((a, b) => a.start - b.start);
  const sentences = part.sentences.filter((s) => ordered.some((draft) => draft.sentences.includes(s.id))).sort((a, b) => a.order - b.order);
  const span = { start: Math.min(...ordered.map((d) => d.start)), end: Math.max(...ordered.map((d) => d.end)) };
  const gaps = sentences.slice(1).some((s, index) => context.text.slice(sentences[index]?.end ?? s.start, s.start).trim() !== '');
  const [first] = ordered;
  if (!first || gaps || sentences.some((s) => s.removed !== null)) return refuse('notApart');
  const between = part.drafts.some((draft) => isLive(draft) && !open.includes(draft) && draft.start < span.end && draft.end > span.start);
  if (between) return refuse('overlaps');
  const quote = context.text.slice(span.start, span.end);
  const all = <K extends keyof DraftFields>(name: K): DraftFields[K] => unitedWith<unknown>(ordered.map((draft) => draft[name])) as DraftFields[K];
  const whole: DraftRecord = {
    ...first, ...Object.fromEntries(DRAFT_FIELDS.map((name) => [name, all(name)])),
    id: `h${context.version}-1`, sentences: sentences.map((s) => s.id), ...span, quote,
    title: title === undefined ? { value: context.titleOf(quote), provenance: { kind: 'explicit', ...span } } : { value: title, provenance: { kind: 'assigned', by: context.by, at: context.at } },
    // A deadline that only some of them have does not hold for all; nor does one of two different ones.
    proposedReview: unitedWith(ordered.map((draft) => draft.proposedReview)),
    said: {
      due: unitedWith(ordered.map((draft) => draft.said.due)), cadence: unitedWith(ordered.map((draft) => draft.said.cadence)),
      lead: unitedWith(ordered.map((draft) => draft.said.lead)), support: distinct(ordered.flatMap((draft) => draft.said.support)),
      measures: ordered.flatMap((draft) => draft.said.measures), masked: ordered.flatMap((draft) => draft.said.masked),
    },
    warnings: distinct(ordered.flatMap((draft) => draft.warnings)),
    origin: { kind: 'merge', of: ordered.map((draft) => draft.id), by: context.by, at: context.at },
  };
  const both = whole.due && whole.reviewDate ? { reviewDate: null } : {};
  return drafted([proposing({ ...whole, ...both, byClass: whole.pack !== null && first.byClass }, context), ...ordered.map((draft): DraftRecord => ({ ...draft, state: { kind: 'replaced', by: [whole.id], at: context.at } }))]);
};

const distinct = <T>(values: readonly T[]): T[] => [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];

const add = (part: Part, { start, end, title, kind }: Extract<Correction, { type: 'add' }>, context: CorrectionContext): Change | CorrectionRefusal => {
  const span = end > start && end <= context.text.length ? trimmed(context.text, { start, end }) : null;
  const own = part.sentences.filter((s) => s.removed === null && span !== null && s.start < span.end && s.end > span.start).sort((a, b) => a.order - b.order);
  const [first, last] = [own[0], own.at(-1)];
  if (!span || !first || !last || span.start < first.start || span.end > last.end || own.length > 5) return refuse('badSpan');
  if (part.drafts.some((draft) => isLive(draft) && draft.start < span.end && draft.end > span.start)) return refuse('overlaps');
  const hold = <T>(value: T): Held<T> => ({ value, provenance: { kind: 'assigned', by: context.by, at: context.at } });
  const quote = context.text.slice(span.start, span.end);
  const said = context.read(span);
  const draft: DraftRecord = {
    ...NO_FIELDS, byClass: false, ...context.usual, id: `h${context.version}-1`, source: context.source, sentences: own.map((s) => s.id), section: context.headingOf(first.section), ...span, quote,
    title: title === undefined ? { value: context.titleOf(quote), provenance: { kind: 'explicit', ...span } } : hold(title),
    kind: hold(kind), stretch: hold(false), said: said ?? NOTHING_SAID,
    due: said.due?.value.date ? { value: said.due.value.date, provenance: said.due.provenance } : null,
    proposedReview: null,
    warnings: quote.includes('*') ? [{ code: 'masked', text: '含隐去的内容（*），作未知处理，请按原件补全' }] : [],
    origin: { kind: 'selection', of: [], by: context.by, at: context.at }, state: { kind: 'open' },
  };
  return { drafts: [proposing(draft, context)], sentences: own.filter((s) => s.reason.provenance.kind === 'assigned').map(asFound) };
};

/** Without white space and separating marks at the ends; null where nothing is left. */
const trimmed = (text: string, span: Span): Span | null => {
  let { start, end } = span;
  while (start < end && /[\s，、；。：,;]/.test(text.charAt(start))) start += 1;
  while (end > start && /[\s，、；。：,;]/.test(text.charAt(end - 1))) end -= 1;
  return end > start ? { start, end } : null;
};
