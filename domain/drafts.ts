/**
 * A source's sentences and drafts as they are kept: what the text says, what a rule made of it, what a person decided,
 * each value with its provenance. Made by `speech/records.ts`, changed by `domain/corrections.ts` only.
 */
import type { SourceKind, Urgency } from './default-limits';
import { FIELD_SHAPES, FIELD_TITLES, type FieldName } from './registration-fields';
import type { Actor } from './state';
import type { CivilDate, Instant } from './time';
import type { CommitmentKind } from './vocabulary';
import type { z } from 'zod';

/** Offsets are UTF-16 code units into the source's text, end exclusive. */
export interface Span { readonly start: number; readonly end: number }

/** Said in the text, concluded from it by a named rule, or decided by a person. */
export type Provenance =
  | { readonly kind: 'explicit'; readonly start: number; readonly end: number }
  | { readonly kind: 'derived'; readonly rule: string; readonly words: string }
  | { readonly kind: 'assigned'; readonly by: Actor; readonly at: Instant };
export interface Held<T> { readonly value: T; readonly provenance: Provenance }

export const SENTENCE_KINDS = ['commitment', 'stretch', 'standing', 'background', 'principle', 'achieved', 'soft'] as const;
export type SentenceKind = (typeof SENTENCE_KINDS)[number];
const TRACKED: readonly SentenceKind[] = ['commitment', 'stretch', 'standing'];

export interface Section extends Span { readonly index: number; readonly heading: string; readonly level: number }

export interface SentenceRecord extends Span {
  readonly id: string;
  readonly source: string;
  /** Ascending through the text; a removed sentence stands after the one it followed. */
  readonly order: number;
  readonly section: number;
  readonly text: string;
  readonly kind: Held<SentenceKind>;
  /** Why it is tracked, or why not. */
  readonly reason: Held<string>;
  /** What the analysis made of it, to go back to. */
  readonly found: { readonly kind: SentenceKind; readonly reason: string; readonly rule: string };
  /** Gone from the corrected text, kept for what is registered; its span is that of the text of this revision. */
  readonly removed: { readonly by: Actor; readonly at: Instant; readonly revision: number } | null;
}

export interface DueSaid { readonly words: string; readonly date: CivilDate | null; readonly provisional: boolean }
export interface MeasureSaid {
  /** Null for a masked `*`: never guessed. */
  readonly value: string | null;
  readonly unit: string;
  readonly direction: string;
  readonly denominator: string | null;
  readonly words: string;
}
/** What the text itself says of the matter. */
export interface Said {
  readonly due: Held<DueSaid> | null;
  readonly cadence: Held<string> | null;
  readonly lead: Held<string> | null;
  readonly support: readonly Held<string>[];
  readonly measures: readonly Held<MeasureSaid>[];
  readonly masked: readonly Span[];
}
export const NOTHING_SAID: Said = { due: null, cadence: null, lead: null, support: [], measures: [], masked: [] };

export type FieldValue<N extends FieldName> = z.output<(typeof FIELD_SHAPES)[N]>;
/** What a commitment is registered with; units and posts by their ids. */
export type DraftFields = { readonly [N in FieldName]: Held<FieldValue<N>> | null };
export const DRAFT_FIELDS = Object.keys(FIELD_SHAPES) as readonly FieldName[];
export const NO_FIELDS = Object.fromEntries(DRAFT_FIELDS.map((name) => [name, null])) as unknown as DraftFields;

/** What follows from a chosen pack. */
export interface ByPack {
  /** Its limits go by class, so that one must be named. */
  readonly byClass: boolean;
}
/** What rules give every new draft: pack, registrar, reviewer. */
export type UsualFields = Partial<DraftFields> & Partial<ByPack>;

export type DraftState =
  | { readonly kind: 'open' }
  | { readonly kind: 'dropped'; readonly reason: string; readonly by: Actor; readonly at: Instant }
  | { readonly kind: 'replaced'; readonly by: readonly string[]; readonly at: Instant }
  /** Chosen for a registration that is under way: not to be corrected meanwhile. */
  | { readonly kind: 'registering'; readonly registration: string }
  | { readonly kind: 'registered'; readonly registration: string; readonly commitment: string; readonly at: Instant };

export type DraftOrigin =
  | { readonly kind: 'analysed' }
  | { readonly kind: 'split' | 'merge' | 'selection'; readonly of: readonly string[]; readonly by: Actor; readonly at: Instant };

/** As much of a draft as a reader of the speech is shown. */
export interface DraftRead extends Registrable {
  readonly id: string;
  readonly sentences: readonly string[];
  readonly title: { readonly value: string };
  readonly kind: { readonly value: CommitmentKind };
  readonly stretch: { readonly value: boolean };
  readonly state: DraftState;
}

export interface DraftWarning { readonly code: string; readonly text: string; readonly other?: string }

export interface DraftRecord extends Span, DraftFields, ByPack {
  readonly id: string;
  readonly source: string;
  /** The sentences it stands in, the first one leading; more than one after a merge. */
  readonly sentences: readonly string[];
  /** Heading of its section; null before the first. */
  readonly section: string | null;
  readonly quote: string;
  readonly title: Held<string>;
  readonly kind: Held<CommitmentKind>;
  readonly stretch: Held<boolean>;
  readonly said: Said;
  /** A review date that a rule proposes; counts only once a person takes it. */
  readonly proposedReview: Held<CivilDate> | null;
  readonly warnings: readonly DraftWarning[];
  readonly origin: DraftOrigin;
  readonly state: DraftState;
}

/** Of the present text: a removed sentence no longer counts, a draft registered from it does. */
export interface SourceCoverage {
  readonly sentences: number;
  readonly tracked: number;
  readonly untracked: number;
  /** Neither drafts nor a reason. */
  readonly unexplained: number;
  /** Open, being registered, or registered. */
  readonly drafts: number;
  /** Open and lacking nothing. */
  readonly ready: number;
  readonly registered: number;
}
export const NO_COVERAGE: SourceCoverage = { sentences: 0, tracked: 0, untracked: 0, unexplained: 0, drafts: 0, ready: 0, registered: 0 };

export interface SourceRecord {
  readonly id: string;
  readonly kind: SourceKind;
  readonly urgency: Urgency | null;
  readonly title: string;
  readonly date: CivilDate | null;
  readonly speaker: string | null;
  /** From the widest to the nearest: plenary, speech, item. */
  readonly basis: readonly string[];
  /** Of the text as UTF-8. */
  readonly sha256: string;
  /** The file it came in; null where it was pasted. */
  readonly file: { readonly name: string; readonly sha256: string; readonly encoding: string; readonly format: 'txt' | 'docx' } | null;
  readonly length: number;
  readonly notes: readonly string[];
  readonly sections: readonly Section[];
  readonly coverage: SourceCoverage;
  readonly importedAt: Instant;
  readonly importedBy: Actor;
  /** Raised by every correction, re-import and registration: what If-Match names. */
  readonly version: number;
  /** Of the text, from 1; every one is kept. */
  readonly revision: number;
  readonly supersedes: readonly { readonly revision: number; readonly sha256: string; readonly until: Instant; readonly by: Actor }[];
  /** Registrations under way. */
  readonly running: readonly string[];
  /** Who raised `version` last; null where nobody has yet. */
  readonly lastChange: { readonly by: Actor; readonly at: Instant } | null;
}

export type DraftLack = 'lead' | 'dueOrReview' | 'acceptance' | 'sponsor' | 'policyPack' | 'matterClass';
export const LACK_NAMES: Readonly<Record<DraftLack, string>> = {
  lead: FIELD_TITLES.lead, dueOrReview: `${FIELD_TITLES.due}或${FIELD_TITLES.reviewDate}`, acceptance: FIELD_TITLES.acceptance, sponsor: FIELD_TITLES.sponsor,
  policyPack: FIELD_TITLES.pack, matterClass: FIELD_TITLES.matterClass,
};

export const isLive = ({ state }: Pick<DraftRecord, 'state'>): boolean => state.kind === 'open' || state.kind === 'registering' || state.kind === 'registered';
/** Held by a registration: what the ledger says about it must not be undermined. */
export const isBound = ({ state }: Pick<DraftRecord, 'state'>): boolean => state.kind === 'registering' || state.kind === 'registered';

type Kept<T> = { readonly value: T } | null;
/** As much of a draft as says what it lacks. */
export interface Registrable { readonly lead: Kept<string>; readonly due: Kept<string>; readonly reviewDate: Kept<string>; readonly acceptance: Kept<readonly string[]>; readonly sponsor: Kept<string>; readonly pack: Kept<string>; readonly matterClass: Kept<string>; readonly byClass: boolean }

/** What must be there before 立项. A masked value is no lack. */
export const lacksOf = (draft: Registrable): DraftLack[] => {
  const lacks: DraftLack[] = [];
  if (!draft.lead) lacks.push('lead');
  if (!draft.due && !draft.reviewDate) lacks.push('dueOrReview');
  if (!draft.acceptance || draft.acceptance.value.length === 0) lacks.push('acceptance');
  if (!draft.sponsor) lacks.push('sponsor');
  if (!draft.pack) lacks.push('policyPack');
  if (draft.byClass && !draft.matterClass) lacks.push('matterClass');
  return lacks;
};

/** Of these sentences and drafts; both lists must hold all that belongs together. */
export const coverageOf = (sentences: readonly SentenceRecord[], drafts: readonly DraftRecord[]): SourceCoverage => {
  const live = drafts.filter(isLive);
  const withDrafts = new Set(live.flatMap((draft) => draft.sentences));
  const present = sentences.filter(({ removed }) => removed === null);
  const tracked = present.filter(({ id }) => withDrafts.has(id)).length;
  const unexplained = present.filter(({ id, kind, reason }) => !withDrafts.has(id) && TRACKED.includes(kind.value) && reason.provenance.kind !== 'assigned').length;
  return {
    sentences: present.length, tracked, unexplained, untracked: present.length - tracked - unexplained, drafts: live.length,
    ready: live.filter((draft) => draft.state.kind === 'open' && lacksOf(draft).length === 0).length,
    registered: live.filter((draft) => draft.state.kind === 'registered').length,
  };
};

/** What a change of some sentences and drafts adds to the whole source's coverage. */
export const coverageChange = (before: SourceCoverage, after: SourceCoverage): SourceCoverage => ({
  sentences: after.sentences - before.sentences, tracked: after.tracked - before.tracked, untracked: after.untracked - before.untracked,
  unexplained: after.unexplained - before.unexplained, drafts: after.drafts - before.drafts, ready: after.ready - before.ready,
  registered: after.registered - before.registered,
});
