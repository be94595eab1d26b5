/** What changes while a page is open: one stream for all pages of this tab. */
import { onScopeDispose } from 'vue';
import { get } from './http';
import { link } from './link';

/** `kind` names what changed, `id` which one; `source` is the speech it belongs to. */
export interface Change { readonly kind: 'commitment' | 'source' | 'registration' | 'notice'; readonly id: string; readonly source: string | null; readonly version: number | null }
type Listener = (changes: readonly Change[]) => void;

/** After an answer that was no stream: the browser gives up, a proxy in front of a restart does not mean it. */
const AGAIN_MS = 5_000;

const listeners = new Set<Listener>();
let stream: EventSource | null = null;
/** Tries that failed since it was last open. The server ends each stream after some minutes, so one means nothing. */
let failed = 0;

/** Logged out, this leads to the log-in page; else it is tried again as long as a page listens. */
const refused = async (): Promise<void> => {
  stream = null;
  await get('/api/session').catch(() => undefined);
  setTimeout(() => { if (listeners.size > 0) connect(); }, AGAIN_MS);
};

const connect = (): void => {
  if (stream !== null) return;
  stream = new EventSource('/api/events');
  stream.addEventListener('open', () => {
    // Whatever changed between two streams was told to nobody.
    if (failed > 0 && link.online) link.gaps += 1;
    failed = 0;
    link.online = true;
  });
  stream.addEventListener('changes', (event) => {
    const changes = JSON.parse(event.data as string) as Change[];
    listeners.forEach((listener) => listener(changes));
  });
  stream.addEventListener('at', (event) => { link.at = event.data as string; });
  stream.addEventListener('error', () => {
    failed += 1;
    if (stream?.readyState === EventSource.CLOSED) void refused();
    else if (failed > 1) link.online = false;
  });
};

export const closeLive = (): void => {
  stream?.close();
  stream = null;
};

/** Calls `listener` with what changed, at most once in `quietMs`, as long as the component lives. */
export const useLive = (wanted: (change: Change) => boolean, listener: Listener, quietMs = 150): void => {
  let waiting: Change[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take: Listener = (changes) => {
    waiting.push(...changes.filter(wanted));
    if (waiting.length === 0 || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      const told = waiting;
      waiting = [];
      listener(told);
    }, quietMs);
  };
  listeners.add(take);
  connect();
  onScopeDispose(() => {
    clearTimeout(timer);
    listeners.delete(take);
    if (listeners.size === 0) closeLive();
  });
};
