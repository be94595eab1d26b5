/** The rows of the 台账 as they are read: page after page, and again when something changes, without moving what somebody looks at. */
import { computed, nextTick, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import { get, problemOf, type ApiProblem, type Query } from '../../api/http';
import { link } from '../../api/link';
import { useLive, type Change } from '../../api/live';
import type { Answer, Item, LedgerPage } from '../../api/types';

type Count = Answer<'/api/commitments/count'>;
const PAGE = 100;
/** Rows that are all read again at a change; of a longer list only those that changed, in their places. */
const REREAD = 400;
/** The most that the API gives at once. */
const AT_ONCE = 200;
/** Of changed ones that are not listed so many are asked about at once, and the last row with them. */
const ASKED = AT_ONCE - 1;
/** An office at work changes something every second; nobody reads that fast. */
const QUIET_MS = 3_000;

/** @param hold keeps in its place on the screen what is looked at; called before the rows are exchanged, gives what to do after */
export const useList = (query: Ref<Readonly<Record<string, string>>>, hold: () => () => void) => {
  const items = shallowRef<readonly Item[]>([]);
  const next = ref<string | null>(null);
  const asOf = ref('');
  const problem = shallowRef<ApiProblem | null>(null);
  const waiting = ref(false);
  const count = shallowRef<Count>();
  /** Whether anything has been read of this query. */
  const read = ref(false);
  /** What belongs among the rows of a longer list since it was read: where, only reading it again tells. */
  const missing = shallowRef<ReadonlySet<string>>(new Set());
  const text = computed(() => new URLSearchParams(query.value).toString());
  let under = new AbortController();
  let queue: Promise<void> = Promise.resolve();

  /** One after another, so that reading again never breaks off reading on; of another query than the present one nothing is done. */
  const inTurn = (work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    const { signal } = under;
    queue = queue.then(async () => {
      if (signal.aborted) return;
      waiting.value = true;
      try {
        await work(signal);
        if (!signal.aborted) problem.value = null;
      } catch (error) {
        if (!signal.aborted) problem.value = problemOf(error);
      } finally {
        waiting.value = false;
      }
    });
    return queue;
  };
  const page = (signal: AbortSignal, more: Query): Promise<LedgerPage> => get<LedgerPage>('/api/commitments', { ...query.value, ...more }, signal);
  const recount = async (signal: AbortSignal): Promise<void> => { count.value = await get<Count>('/api/commitments/count', { ...query.value, sort: null }, signal); };

  const show = async (rows: readonly Item[]): Promise<void> => {
    const release = hold();
    items.value = rows;
    await nextTick();
    release();
  };
  const readAll = async (signal: AbortSignal): Promise<void> => {
    const wanted = Math.max(PAGE, items.value.length);
    const rows: Item[] = [];
    let cursor: string | null = null;
    let at = '';
    do {
      const got: LedgerPage = await page(signal, { limit: Math.min(AT_ONCE, wanted - rows.length), cursor });
      rows.push(...got.items);
      [cursor, at] = [got.next, got.asOf];
    } while (cursor !== null && rows.length < wanted);
    if (signal.aborted) return;
    [next.value, asOf.value, read.value, missing.value] = [cursor, at, true, new Set()];
    await show(rows);
    await recount(signal);
  };
  /** @returns those of them that belong before the last row, which the API's own order tells; all where the list has been read to its end */
  const amongRows = async (signal: AbortSignal, ids: readonly string[]): Promise<string[]> => {
    const last = next.value === null ? undefined : items.value.at(-1)?.id;
    const found = (await page(signal, { ids: last === undefined ? ids : [...ids, last], limit: AT_ONCE })).items.map(({ id }) => id);
    const end = last === undefined ? -1 : found.indexOf(last);
    return end < 0 ? found : found.slice(0, end);
  };
  const readChanged = async (signal: AbortSignal, changed: ReadonlySet<string>): Promise<void> => {
    const listed = new Set(items.value.map(({ id }) => id));
    const ids = [...listed].filter((id) => changed.has(id)).slice(0, AT_ONCE);
    const got = ids.length === 0 ? null : await get<LedgerPage>('/api/commitments', { ids, limit: AT_ONCE }, signal);
    // A view of given items takes no others in.
    const only = query.value['ids']?.split(',');
    const others = [...changed].filter((id) => !listed.has(id) && (only === undefined || only.includes(id))).slice(0, ASKED);
    const come = others.length === 0 ? [] : await amongRows(signal, others);
    if (signal.aborted) return;
    if (come.length > 0) missing.value = new Set([...missing.value, ...come]);
    if (got) {
      const fresh = new Map(got.items.map((item) => [item.id, item]));
      asOf.value = got.asOf;
      await show(items.value.map((item) => fresh.get(item.id) ?? item));
    }
    await recount(signal);
  };

  /** @param changes what is known to have changed; without them everything may have */
  const refresh = (changes?: readonly Change[]): Promise<void> => inTurn((signal) => {
    if (changes === undefined || items.value.length <= REREAD) return readAll(signal);
    return readChanged(signal, new Set(changes.filter(({ kind }) => kind === 'commitment').map(({ id }) => id)));
  });
  const more = (): Promise<void> => (next.value === null || waiting.value ? Promise.resolve() : inTurn(async (signal) => {
    const got = await page(signal, { limit: PAGE, cursor: next.value });
    if (signal.aborted) return;
    const known = new Set(items.value.map(({ id }) => id));
    [items.value, next.value, asOf.value] = [[...items.value, ...got.items.filter(({ id }) => !known.has(id))], got.next, got.asOf];
  }));

  watch(text, () => {
    under.abort();
    under = new AbortController();
    [items.value, next.value, read.value, missing.value] = [[], null, false, new Set()];
    void refresh();
  }, { immediate: true });
  // A past day does not change.
  useLive(({ kind }) => query.value['asOf'] === undefined && (kind === 'commitment' || kind === 'registration'), (changes) => void refresh(changes), QUIET_MS);
  onScopeDispose(() => under.abort());
  watch(() => link.online, (online) => { if (online) void refresh(); });
  // Between two streams changes were told to nobody.
  watch(() => link.gaps, () => void refresh());

  return { items, next, asOf, problem, waiting, count, read, missing, refresh, more };
};
