/** What changes while a page is open: one stream for all pages of this tab. */
import { onScopeDispose } from 'vue';
import { link } from './link';

/** `kind` names what changed, `id` which one; `source` is the speech it belongs to. */
export interface Change { readonly kind: 'commitment' | 'source' | 'registration' | 'notice'; readonly id: string; readonly source: string | null; readonly version: number | null }
type Listener = (changes: readonly Change[]) => void;

const listeners = new Set<Listener>();
let stream: EventSource | null = null;

const connect = (): void => {
  if (stream !== null) return;
  stream = new EventSource('/api/events');
  stream.addEventListener('open', () => { link.online = true; });
  stream.addEventListener('changes', (event) => {
    const changes = JSON.parse(event.data as string) as Change[];
    listeners.forEach((listener) => listener(changes));
  });
  stream.addEventListener('at', (event) => { link.at = event.data as string; });
  // The browser connects again by itself, except after a refusal.
  stream.addEventListener('error', () => { if (stream?.readyState !== EventSource.CLOSED) link.online = false; });
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
