/** What the API answers, as far as the pages read it. */
import type { Colour } from '../words';

export type Provenance =
  | { readonly kind: 'explicit'; readonly start: number; readonly end: number }
  | { readonly kind: 'derived'; readonly rule: string; readonly words: string }
  | { readonly kind: 'assigned'; readonly by: { readonly person: string; readonly name: string }; readonly at: string };
export interface Held<T> { readonly value: T; readonly provenance: Provenance }

export interface Coverage {
  readonly sentences: number; readonly tracked: number; readonly untracked: number; readonly unexplained: number;
  readonly drafts: number; readonly ready: number; readonly registered: number; readonly percent: number | null;
}
export interface Source {
  readonly id: string; readonly kind: string; readonly title: string; readonly date: string | null; readonly speaker: string | null;
  readonly length: number; readonly notes: readonly string[]; readonly coverage: Coverage; readonly importedAt: string; readonly importedBy: { readonly name: string };
  readonly version: number; readonly revision: number; readonly running: readonly string[];
}
export interface Section { readonly index: number; readonly heading: string; readonly level: number; readonly start: number; readonly end: number }
export interface MeasureSaid { readonly value: string | null; readonly unit: string; readonly words: string }
export interface Draft {
  readonly id: string; readonly start: number; readonly end: number; readonly sentences: readonly string[]; readonly section: string | null; readonly quote: string;
  readonly title: Held<string>; readonly kind: Held<string>; readonly stretch: Held<boolean>;
  readonly lead: Held<string> | null; readonly coUnits: Held<readonly string[]> | null; readonly due: Held<string> | null; readonly reviewDate: Held<string> | null;
  readonly acceptance: Held<readonly string[]> | null; readonly sponsor: Held<string> | null; readonly registrar: Held<string> | null; readonly reviewer: Held<string> | null; readonly pack: Held<string> | null;
  readonly proposedReview: Held<string> | null;
  readonly said: { readonly due: Held<{ readonly words: string; readonly date: string | null; readonly provisional: boolean }> | null; readonly cadence: Held<string> | null; readonly measures: readonly Held<MeasureSaid>[] };
  readonly warnings: readonly { readonly code: string; readonly text: string }[];
  readonly state: { readonly kind: 'open' | 'dropped' | 'replaced' | 'registering' | 'registered'; readonly reason?: string };
  readonly lacks: readonly { readonly code: string; readonly name: string }[];
  readonly commitment: { readonly id: string; readonly number: string | null } | null;
}
export interface Sentence {
  readonly id: string; readonly order: number; readonly section: number; readonly start: number; readonly end: number; readonly text: string;
  readonly kind: Held<string>; readonly reason: Held<string>; readonly tracked: boolean; readonly removed: unknown; readonly drafts: readonly Draft[];
}
export interface SourceText extends Source { readonly sections: readonly Section[]; readonly sentences: readonly Sentence[]; readonly next: number | null }

export interface Task {
  readonly id: string; readonly number: string | null; readonly title: string; readonly kind: string; readonly stretch: boolean;
  readonly lead: { readonly unit: string; readonly name: string }; readonly coUnits: readonly { readonly unit: string; readonly name: string }[];
  readonly status: string; readonly statusName: string; readonly due: string; readonly dueKind: string; readonly dueProvisional: boolean;
  readonly light: { readonly colour: Colour; readonly name: string; readonly reasons: readonly string[]; readonly text: string };
  readonly distance: string; readonly nextMoment: { readonly date: string; readonly text: string } | null;
  readonly lastWord: { readonly at: string; readonly text: string } | null;
}
export interface Turns { readonly since: string; readonly weeks: readonly string[]; readonly items: readonly { readonly commitment: string; readonly colours: readonly (Colour | null)[] }[] }

export interface Unit { readonly id: string; readonly name: string; readonly aliases: readonly string[]; readonly shortForms: readonly string[] }
export interface Post { readonly id: string; readonly kind: string; readonly kindName: string; readonly unit: string | null; readonly name: string }
export interface Organisation { readonly units: readonly Unit[]; readonly posts: readonly Post[]; readonly packs: readonly string[] }

export interface CalendarYear { readonly year: number; readonly published: boolean; readonly notice: string | null; readonly holidays: readonly { readonly date: string; readonly name: string }[]; readonly makeUpDays: readonly string[] }

export interface Registration {
  readonly id: string; readonly source: string; readonly state: 'running' | 'completed'; readonly total: number; readonly done: number;
  readonly failed: readonly { readonly draft: string; readonly reason: string }[];
}
