import type { Draft, DraftKind, SpeechAnalysis } from './types';

/** An action in the form of corpus/score.mjs. */
export interface ScoredAction {
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly kind: DraftKind;
  readonly due: string | null;
  readonly dueDate: string | null;
  readonly cadence: string | null;
  readonly lead: string | null;
  readonly support: readonly string[];
  readonly measures: readonly string[];
}

const scoredAction = (d: Draft): ScoredAction => ({
  start: d.start, end: d.end, title: d.title, kind: d.kind, due: d.due?.value.words ?? null, dueDate: d.due?.value.date ?? null,
  cadence: d.cadence?.value ?? null, lead: d.lead?.value ?? null, support: d.support.map((unit) => unit.value), measures: d.measures.map((m) => m.value.words),
});

export const scored = (analysis: SpeechAnalysis): ScoredAction[] => analysis.drafts.map(scoredAction);
