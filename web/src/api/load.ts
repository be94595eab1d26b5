/** What a page shows of one read: the answer, or why there is none; kept while it is read again. */
import { onScopeDispose, shallowRef, watch, type Ref, type WatchSource } from 'vue';
import { problemOf, type ApiProblem } from './http';
import { link } from './link';

/** Below this a wait is not shown: a page that flickers reads as slower. */
const QUIET_MS = 200;

export interface Load<T> {
  readonly data: Ref<T | undefined>;
  readonly problem: Ref<ApiProblem | null>;
  /** True once the first answer has been awaited longer than `QUIET_MS`. */
  readonly waiting: Ref<boolean>;
  /** Reads again and keeps what is shown until the answer is there. */
  reload(): Promise<void>;
}

/** Reads now, again when `sources` change (which empties the page), and again when the system can be reached again. */
export const useLoad = <T>(read: (signal: AbortSignal) => Promise<T>, sources: readonly WatchSource[] = []): Load<T> => {
  const data = shallowRef<T>();
  const problem = shallowRef<ApiProblem | null>(null);
  const waiting = shallowRef(false);
  let under: AbortController | null = null;

  const reload = async (): Promise<void> => {
    under?.abort();
    const mine = new AbortController();
    under = mine;
    const timer = setTimeout(() => { waiting.value = data.value === undefined; }, QUIET_MS);
    try {
      const answer = await read(mine.signal);
      if (mine.signal.aborted) return;
      data.value = answer;
      problem.value = null;
    } catch (error) {
      if (!mine.signal.aborted) problem.value = problemOf(error);
    } finally {
      clearTimeout(timer);
      if (under === mine) waiting.value = false;
    }
  };

  if (sources.length > 0) watch(sources as WatchSource[], () => { data.value = undefined; void reload(); });
  watch(() => link.online, (online) => { if (online && (problem.value !== null || data.value !== undefined)) void reload(); });
  watch(() => link.gaps, () => { if (data.value !== undefined) void reload(); });
  onScopeDispose(() => under?.abort());
  void reload();
  return { data, problem, waiting, reload };
};
