import type { Calendar } from '../domain/calendar';
import type { CivilDate } from '../domain/time';

/** Offsets are UTF-16 code units into the text as it was given, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type SourceKind = 'speech' | 'report' | 'minutes' | 'instruction' | 'document';

export type SentenceKind = 'commitment' | 'stretch' | 'standing' | 'background' | 'principle' | 'achieved' | 'soft';

/** The kinds whose sentences carry drafts; a sentence of any other kind is kept as not tracked, with its reason. */
export const TRACKED_KINDS: readonly SentenceKind[] = ['commitment', 'stretch', 'standing'];

export type DraftKind = 'deliverable' | 'recurring' | 'target' | 'standing';

/** Said in the text, with its place, or concluded from it by a named rule, with the words the rule went by. */
export type Provenance =
  | { readonly kind: 'explicit'; readonly start: number; readonly end: number }
  | { readonly kind: 'derived'; readonly rule: string; readonly words: string };

export interface Field<T> {
  readonly value: T;
  readonly provenance: Provenance;
}

export interface DueValue {
  readonly words: string;
  /** The last day the words allow; null where they hang on an event, or where the speech has no date. */
  readonly date: CivilDate | null;
  /** True when the date was counted through a year whose holidays are not published yet. */
  readonly provisional: boolean;
}

export type MeasureDirection = 'reach' | 'atLeast' | 'atMost' | 'increase' | 'decrease' | 'rank';

export interface MeasureValue {
  /** The figure as written, Arabic digits where it can be read; null for a masked `*`, which is never guessed. */
  readonly value: string | null;
  readonly unit: string;
  readonly direction: MeasureDirection;
  readonly denominator: string | null;
  readonly words: string;
}

export type Lack = 'lead' | 'dueOrReview' | 'acceptance' | 'policyPack';

export interface Warning {
  readonly code: 'vague' | 'duplicate' | 'nearDuplicate' | 'masked' | 'dueInPast' | 'provisional';
  readonly text: string;
  /** The other draft or ledger item, where the warning is about a likeness. */
  readonly other?: string;
}

export interface Draft {
  readonly id: string;
  readonly sentenceId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** At most 40 characters, all of them from the text. */
  readonly title: string;
  readonly kind: DraftKind;
  /** The rule that chose the kind. */
  readonly kindRule: string;
  readonly stretch: boolean;
  readonly due: Field<DueValue> | null;
  readonly cadence: Field<string> | null;
  readonly lead: Field<string> | null;
  readonly support: readonly Field<string>[];
  readonly measures: readonly Field<MeasureValue>[];
  /** The masked places inside the draft's span. */
  readonly masked: readonly Span[];
  readonly lacks: readonly Lack[];
  readonly warnings: readonly Warning[];
}

export interface Section extends Span {
  readonly index: number;
  /** Empty for what stands before the first heading. */
  readonly heading: string;
  /** 1 for 一、, 2 for （一）, 3 for 1. */
  readonly level: number;
}

export interface Sentence extends Span {
  readonly id: string;
  readonly sectionIndex: number;
  readonly paragraphIndex: number;
  readonly text: string;
  readonly kind: SentenceKind;
  /** Chinese words for the reader. */
  readonly reason: string;
  /** The rule's name, one of `speech/rules.ts`. */
  readonly rule: string;
  readonly draftIds: readonly string[];
}

export interface Coverage {
  readonly sentences: number;
  readonly tracked: number;
  readonly untracked: number;
  /** Every sentence ends in drafts or in a reason; the figure stands here so that a reader can see it. */
  readonly unexplained: 0;
}

export interface Explanation {
  readonly sentenceId: string;
  readonly draftId: string | null;
  readonly decision: 'sentence' | 'clause' | 'action' | 'kind' | 'due' | 'cadence' | 'lead' | 'support' | 'measure';
  readonly rule: string;
  readonly words: string;
  readonly outcome: string;
}

/** A unit of the office, as the caller's organisation names it. */
export interface RosterUnit {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}

export interface AnalyseOptions {
  /** The day of the speech; null where it is unknown: due words then stay without a date. */
  readonly date: CivilDate | null;
  readonly calendar: Calendar;
  readonly roster?: readonly RosterUnit[];
  readonly sourceKind?: SourceKind;
}

export interface SpeechAnalysis {
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
  readonly drafts: readonly Draft[];
  readonly coverage: Coverage;
  readonly explain: readonly Explanation[];
}
