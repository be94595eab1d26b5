/** A source on the desk: read whole, corrected piece by piece, each correction by the version that was seen. */
import { computed, shallowRef, type ComputedRef, type Ref } from 'vue';
import { get, isProblem, problemOf, send, type ApiProblem } from '../../api/http';
import { useLive } from '../../api/live';
import { useLoad } from '../../api/load';
import type { Coverage, Draft, Section, Sentence, Source, SourceText } from '../../api/types';
import { tell } from '../../tell';

export interface Desk { readonly source: Source; readonly sections: readonly Section[]; readonly sentences: readonly Sentence[]; readonly text: string }
export type Correction = { readonly type: string } & Readonly<Record<string, unknown>>;
/** Somebody else changed the same draft since it was looked at. */
export interface Conflict {
  readonly draft: string;
  readonly by: string;
  /** As it stands; null where it was split, merged or left out. */
  readonly now: Draft | null;
  readonly mine: Correction;
  /** What was wanted, in words. */
  readonly words: string;
}

const PAGE = 2_000;
const readDesk = async (id: string, signal: AbortSignal): Promise<Desk> => {
  const path = `/api/sources/${id}`;
  const [first, { text }] = await Promise.all([get<SourceText>(path, { limit: PAGE }, signal), get<{ text: string }>(`${path}/text`, {}, signal)]);
  const sentences = [...first.sentences];
  for (let { next } = first; next !== null;) {
    const page = await get<SourceText>(path, { limit: PAGE, from: next }, signal);
    sentences.push(...page.sentences);
    next = page.next;
  }
  return { source: first, sections: first.sections, sentences, text };
};

export const isLive = ({ state }: Draft): boolean => state.kind === 'open' || state.kind === 'registering' || state.kind === 'registered';
export const isReady = (draft: Draft): boolean => draft.state.kind === 'open' && draft.lacks.length === 0;

/** Of a kind that is tracked, with neither drafts nor a reason that a person gave. */
export const isUndecided = ({ kind, reason, tracked }: Sentence): boolean => !tracked && reason.provenance.kind !== 'assigned' && ['commitment', 'stretch', 'standing'].includes(kind.value);

/** Every draft once, in the order of the text. */
const draftsIn = (sentences: readonly Sentence[]): Draft[] =>
  [...new Map(sentences.flatMap(({ drafts }) => drafts).map((draft) => [draft.id, draft])).values()].sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));

/** A … Z, AA, AB … */
export const letterOf = (index: number): string => (index < 26 ? String.fromCharCode(65 + index) : `${letterOf(Math.floor(index / 26) - 1)}${letterOf(index % 26)}`);

const nameIn = (by: unknown): string | null => (typeof by === 'object' && by !== null && 'name' in by && typeof by.name === 'string' ? by.name : null);
/** Who made the difference: the field says it itself, where it was filled in by hand. */
const changedBy = (now: Draft | null, seen: Draft, lastChange: Source['lastChange']): string => {
  const otherwise = lastChange?.by.name ?? '另一人';
  if (now === null) return otherwise;
  if (now.state.kind !== seen.state.kind) return nameIn('by' in now.state ? now.state.by : null) ?? otherwise;
  for (const [name, value] of Object.entries(now) as [keyof Draft, unknown][]) {
    if (JSON.stringify(value) === JSON.stringify(seen[name])) continue;
    const provenance = typeof value === 'object' && value !== null && 'provenance' in value ? (value.provenance as { by?: unknown }) : null;
    const name2 = nameIn(provenance?.by);
    if (name2 !== null) return name2;
  }
  return otherwise;
};

interface Corrected { readonly version: number; readonly coverage: Coverage; readonly sentences: readonly Sentence[]; readonly drafts: readonly Draft[] }
interface Stale { readonly currentVersion?: number; readonly lastChange?: Source['lastChange']; readonly current?: { readonly sentences?: readonly Sentence[] } }
const TRIES = 5;

export interface DeskWork {
  readonly desk: Ref<Desk | undefined>;
  readonly problem: Ref<ApiProblem | null>;
  readonly waiting: Ref<boolean>;
  readonly drafts: ComputedRef<readonly Draft[]>;
  readonly letters: ComputedRef<ReadonlyMap<string, string>>;
  readonly conflict: Ref<Conflict | null>;
  /** Why the last correction was not taken. */
  readonly refused: Ref<ApiProblem | null>;
  reload(): Promise<void>;
  /** @param seen the drafts as they stood when the change was begun; another's change since is told, not overwritten @returns what it made, null where it was not done */
  correct(mine: Correction, words: string, seen: readonly Draft[]): Promise<Corrected | null>;
}

export const useDesk = (id: Ref<string>): DeskWork => {
  const { data: desk, problem, waiting, reload } = useLoad((signal) => readDesk(id.value, signal), [id]);
  const conflict = shallowRef<Conflict | null>(null);
  const refused = shallowRef<ApiProblem | null>(null);
  useLive(({ kind, source, version }) => kind === 'source' && source === id.value && version !== desk.value?.source.version, () => void reload(), 300);

  const drafts = computed(() => draftsIn(desk.value?.sentences ?? []));
  const letters = computed(() => new Map(drafts.value.filter(isLive).map((draft, index) => [draft.id, letterOf(index)])));

  const take = ({ version, coverage, sentences, lastChange }: { version: number; coverage?: Coverage; sentences: readonly Sentence[]; lastChange?: Source['lastChange'] }): void => {
    const had = desk.value;
    if (!had) return;
    const fresh = new Map(sentences.map((sentence) => [sentence.id, sentence]));
    desk.value = {
      ...had, source: { ...had.source, version, coverage: coverage ?? had.source.coverage, lastChange: lastChange ?? had.source.lastChange },
      sentences: had.sentences.map((sentence) => fresh.get(sentence.id) ?? sentence),
    };
  };
  /** @returns the first of `seen` that stands otherwise now */
  const changed = (seen: readonly Draft[]): { seen: Draft; now: Draft | null } | null => {
    for (const one of seen) {
      const now = drafts.value.find(({ id: other }) => other === one.id) ?? null;
      if (JSON.stringify(now) !== JSON.stringify(one)) return { seen: one, now };
    }
    return null;
  };
  const tellConflict = (found: { seen: Draft; now: Draft | null }, mine: Correction, words: string): null => {
    conflict.value = { draft: found.seen.id, by: changedBy(found.now, found.seen, desk.value?.source.lastChange ?? null), now: found.now, mine, words };
    return null;
  };

  const undo = async (version: number): Promise<void> => {
    try {
      take(await send<Corrected>('POST', `/api/sources/${id.value}/corrections/${version}/undo`, {}));
      tell('已撤销');
    } catch (error) {
      refused.value = problemOf(error);
    }
    await reload();
  };

  const correct: DeskWork['correct'] = async (mine, words, seen) => {
    refused.value = null;
    conflict.value = null;
    for (let turn = 0; turn < TRIES; turn += 1) {
      const found = changed(seen);
      if (found) return tellConflict(found, mine, words);
      try {
        const answer = await send<Corrected>('POST', `/api/sources/${id.value}/corrections`, mine, { version: desk.value?.source.version ?? 0 });
        take(answer);
        tell(words, () => undo(answer.version));
        return answer;
      } catch (error) {
        const stale = isProblem(error, 'versionStale') ? (error.body as Stale) : null;
        // Somebody worked elsewhere in the text: what stands is taken over, and if it is not about these drafts, it goes on.
        if (!stale?.current?.sentences || stale.currentVersion === undefined) {
          refused.value = problemOf(error);
          return null;
        }
        take({ version: stale.currentVersion, sentences: stale.current.sentences, lastChange: stale.lastChange ?? null });
      }
    }
    await reload();
    return null;
  };

  return { desk, problem, waiting, drafts, letters, conflict, refused, reload, correct };
};

export interface Paragraph { readonly heading: number | null; readonly sentences: readonly Sentence[] }
/** Lines of the text: a heading alone, or the sentences of one paragraph. What is gone from the text is left out. */
export const paragraphsOf = ({ text, sections, sentences }: Desk): Paragraph[] => {
  const paragraphs: { heading: number | null; sentences: Sentence[] }[] = [];
  const levels = new Map(sections.filter(({ heading }) => heading !== '').map(({ start, level }) => [start, level]));
  let end = -1;
  for (const sentence of sentences) {
    if (sentence.removed) continue;
    const heading = levels.get(sentence.start) ?? null;
    const last = paragraphs.at(-1);
    if (!last || heading !== null || last.heading !== null || text.slice(end, sentence.start).includes('\n')) paragraphs.push({ heading, sentences: [sentence] });
    else last.sentences.push(sentence);
    end = sentence.end;
  }
  return paragraphs;
};
