/** How sources, their sentences and drafts are shown: every value with where it comes from. */
import { isLive, LACK_NAMES, lacksOf, type DraftRead, type DraftRecord, type Held, type SentenceRecord, type SourceRecord } from '../domain/drafts';
import { RULES } from '../speech/rules';
import type { RegistrationDocument } from '../stores/registrations';

export const sourceSelf = (id: string): string => `/api/sources/${id}`;

export const sourceView = (source: Omit<SourceRecord, 'sections'>) => ({
  self: sourceSelf(source.id),
  id: source.id, kind: source.kind, urgency: source.urgency, title: source.title, date: source.date, speaker: source.speaker, basis: source.basis,
  sha256: source.sha256, file: source.file, length: source.length, notes: source.notes,
  /** `percent`: sentences that end in drafts or in a reason. */
  coverage: { ...source.coverage, percent: source.coverage.sentences === 0 ? null : Math.floor(((source.coverage.sentences - source.coverage.unexplained) * 1000) / source.coverage.sentences) / 10 },
  importedAt: source.importedAt, importedBy: source.importedBy, version: source.version, revision: source.revision, supersedes: source.supersedes, running: source.running, lastChange: source.lastChange,
});

/** Numbers by commitment; null before the first wake. */
export type Numbers = ReadonlyMap<string, string | null>;

/** A rule that gave no words of its own is told by what it says. */
const told = <T>(held: Held<T>): Held<T> => {
  const { value, provenance } = held;
  return provenance.kind === 'derived' && provenance.words === '' ? { value, provenance: { ...provenance, words: RULES[provenance.rule]?.says ?? '' } } : held;
};

export const draftView = (draft: DraftRecord, numbers: Numbers) => {
  const { source: _source, ...shown } = draft;
  const lacks = draft.state.kind === 'open' ? lacksOf(draft) : [];
  return {
    ...shown, kind: told(draft.kind), stretch: told(draft.stretch),
    lacks: lacks.map((lack) => ({ code: lack, name: LACK_NAMES[lack] })),
    commitment: draft.state.kind === 'registered'
      ? { id: draft.state.commitment, number: numbers.get(draft.state.commitment) ?? null, self: `/api/commitments/${draft.state.commitment}` } : null,
  };
};

/** Drafts that were split or merged are history; what replaced them is shown. */
export const sentenceView = (sentence: SentenceRecord, drafts: readonly DraftRecord[], numbers: Numbers) => {
  const own = drafts.filter((draft) => draft.sentences.includes(sentence.id) && draft.state.kind !== 'replaced');
  const { source: _source, found: _found, ...shown } = sentence;
  return { ...shown, kind: told(sentence.kind), reason: told(sentence.reason), tracked: own.some(isLive), drafts: own.map((draft) => draftView(draft, numbers)) };
};

/** The same for reading alone: without what each value comes from. */
export const readingView = (sentence: SentenceRecord, drafts: readonly DraftRead[]) => {
  const tracked = drafts.some(isLive);
  return {
    id: sentence.id, start: sentence.start, end: sentence.end, order: sentence.order, section: sentence.section, text: sentence.text,
    kind: sentence.kind.value, tracked, removed: sentence.removed !== null, reason: tracked ? null : told(sentence.reason),
    drafts: drafts.flatMap(({ state, ...draft }) => (state.kind === 'replaced' ? [] : [{
      id: draft.id, sentences: draft.sentences, title: draft.title.value, kind: draft.kind.value, stretch: draft.stretch.value, state: state.kind,
      dropped: state.kind === 'dropped' ? state.reason : null, lacks: state.kind === 'open' ? lacksOf(draft).map((lack) => LACK_NAMES[lack]) : [],
      commitment: state.kind === 'registered' ? state.commitment : null,
    }])),
  };
};

export const commitmentsOf = (drafts: readonly DraftRecord[]): string[] =>
  drafts.flatMap(({ state }) => (state.kind === 'registered' ? [state.commitment] : []));

export const registrationSelf = ({ source, _id }: Pick<RegistrationDocument, 'source' | '_id'>): string => `${sourceSelf(source)}/registrations/${_id}`;

export const registrationView = (document: RegistrationDocument) => ({
  self: registrationSelf(document), id: document._id, source: document.source, state: document.state,
  total: document.total, done: document.done, failed: document.failed, by: document.by, at: document.at, endedAt: document.endedAt,
});
