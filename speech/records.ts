/** From an analysis to the records that are kept: fields filled where the text or a named rule says so, nothing invented. */
import { limitFor, limitRule, type DefaultLimits, type SourceKind, type Urgency } from '../domain/default-limits';
import {
  coverageOf, NO_FIELDS, type DraftFields, type DraftRecord, type DraftWarning, type Held, type Said, type Section, type SentenceRecord, type SourceCoverage, type UsualFields,
} from '../domain/drafts';
import type { Unit } from '../domain/organisation';
import { addDays, type CivilDate } from '../domain/time';
import { nearDuplicates, type OpenItem } from './near';
import { proposedOf } from './propose';
import type { Draft, RosterUnit, SpeechAnalysis } from './types';

export interface RecordContext {
  readonly source: string;
  readonly kind: SourceKind;
  readonly urgency: Urgency | null;
  /** Default limits count from here: the source's day or that of its import, whichever is later. */
  readonly from: CivilDate;
  readonly limits: DefaultLimits;
  readonly limitsVersion: number;
  readonly units: readonly Unit[];
  /** Pack, registrar, reviewer: what the office always takes. */
  readonly usual: UsualFields;
  /** Names of the office's templates. */
  readonly templates: readonly string[];
  /** Titles of the open ledger, for near-duplicates. */
  readonly openItems: readonly OpenItem[];
}

export interface Records {
  readonly sections: readonly Section[];
  readonly sentences: readonly SentenceRecord[];
  readonly drafts: readonly DraftRecord[];
  readonly coverage: SourceCoverage;
}

const derived = <T>(value: T, rule: string, words: string): Held<T> => ({ value, provenance: { kind: 'derived', rule, words } });

/** The roster as the analysis takes it. */
export const rosterOf = (units: readonly Unit[]): RosterUnit[] =>
  units.map(({ id, name, aliases, shortForms }) => ({ id, name, aliases: [...aliases, ...shortForms] }));

/** Unit ids by every name the office knows; a name that two units share finds neither. */
const unitsByName = (units: readonly Unit[]): ReadonlyMap<string, string | null> => {
  const found = new Map<string, string | null>();
  for (const { id, name, aliases, shortForms } of units) {
    for (const one of [name, ...aliases, ...shortForms]) found.set(one, found.has(one) && found.get(one) !== id ? null : id);
  }
  return found;
};

export const saidOf = (draft: Draft): Said => ({
  due: draft.due, cadence: draft.cadence, lead: draft.lead, support: draft.support, measures: draft.measures, masked: draft.masked,
});

export const recordsOf = (analysis: SpeechAnalysis, context: RecordContext): Records => {
  const byName = unitsByName(context.units);
  const likenesses = new Map(nearDuplicates(analysis.drafts, context.openItems).map((likeness) => [likeness.draftId, likeness]));
  const sectionOf = new Map(analysis.sentences.map((s) => [s.id, s.sectionIndex]));
  const drafts = analysis.drafts.map((draft): DraftRecord => {
    const near = likenesses.get(draft.id);
    const ledger: DraftWarning[] = near
      ? [{ code: near.same ? 'duplicate' : 'nearDuplicate', text: near.same ? '与台账中在办事项相同' : '与台账中在办事项相近，请确认是否重复立项', other: near.other }] : [];
    const { id, sentenceId, start, end, quote } = draft;
    const record: DraftRecord = {
      ...NO_FIELDS, byClass: false, ...context.usual, id, source: context.source, sentences: [sentenceId], section: headingOf(analysis.sections, sectionOf.get(sentenceId) ?? 0),
      start, end, quote,
      title: { value: draft.title, provenance: { kind: 'explicit', start, end } }, kind: derived(draft.kind, draft.kindRule, ''), stretch: derived(draft.stretch, draft.kindRule, ''),
      said: saidOf(draft), ...unitsOf(draft, byName), ...datesOf(draft, context), warnings: [...draft.warnings, ...ledger],
      origin: { kind: 'analysed' }, state: { kind: 'open' },
    };
    return { ...record, ...proposedOf(record, context.templates) };
  });
  const sentences = analysis.sentences.map((s, order): SentenceRecord => ({
    id: s.id, source: context.source, order, section: s.sectionIndex, start: s.start, end: s.end, text: s.text,
    kind: derived(s.kind, s.rule, ''), reason: derived(s.reason, s.rule, ''), found: { kind: s.kind, reason: s.reason, rule: s.rule }, removed: null,
  }));
  return { sections: analysis.sections, sentences, drafts, coverage: coverageOf(sentences, drafts) };
};

export const headingOf = (sections: readonly Section[], index: number): string | null => {
  const heading = sections[index]?.heading ?? '';
  return heading === '' ? null : heading;
};

const unitsOf = (draft: Draft, byName: ReadonlyMap<string, string | null>): Pick<DraftFields, 'lead' | 'coUnits'> => {
  const idOf = (words: string): string | null => byName.get(words) ?? null;
  const lead = draft.lead === null ? null : idOf(draft.lead.value);
  const co = [...new Set(draft.support.map((unit) => idOf(unit.value)).filter((unit) => unit !== null && unit !== lead))] as string[];
  return {
    lead: lead === null ? null : derived(lead, 'roster/name', draft.lead?.value ?? ''),
    coUnits: co.length === 0 ? null : derived(co, 'roster/name', draft.support.map((unit) => unit.value).join('、')),
  };
};

/** The date that the words allow; where they name none, the default of the source's kind. Words that hang on an event get no default. */
const datesOf = (draft: Draft, { kind, urgency, from, limits, limitsVersion }: RecordContext): Pick<DraftRecord, 'due' | 'proposedReview'> => {
  if (draft.due?.value.date) return { due: { value: draft.due.value.date, provenance: draft.due.provenance }, proposedReview: null };
  const lasting = draft.kind === 'recurring' || draft.kind === 'standing';
  const limit = limitFor(limits, kind, urgency);
  if (limit.sets === 'due' && !lasting && draft.due === null) return { due: derived(addDays(from, limit.days), limitRule(limit, limit.days, limitsVersion), limit.basis), proposedReview: null };
  const usual = limit.sets === 'review' && !lasting;
  const { days, basis } = usual ? limit : limits.standingReview;
  return { due: null, proposedReview: derived(addDays(from, days), limitRule(usual ? limit : 'standing', days, limitsVersion), basis) };
};
