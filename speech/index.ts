export { analyse, reassemble } from './analyse';
export { nearDuplicates } from './near';
export type { Likeness, OpenItem } from './near';
export { TRACKED_KINDS } from './types';
export type {
  AnalyseOptions, Coverage, Draft, DraftKind, DueValue, Explanation, Field, Lack, MeasureDirection, MeasureValue, Provenance,
  RosterUnit, Section, Sentence, SentenceKind, SourceKind, Span, SpeechAnalysis, Warning,
} from './types';
