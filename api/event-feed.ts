/** One feed a process of what changes: written things from MongoDB's change stream, and lights that turn as time passes. */
import { followChanges, type Change } from '../stores/changes';
import type { ApiDeps } from './deps';

type Listener = (changes: readonly Change[]) => void;
/** Changes within this time are told together: a registration of a whole speech is one message, not three hundred. */
const TOGETHER_MS = 100;
/** How often it is looked whether a light has turned by itself. */
const TURNS_MS = 1_000;

export interface EventFeed {
  /** @returns leaves */
  join(listener: Listener, onEnd: () => void): () => void;
  /** Ends every listener's stream, so that the server can stop. */
  close(): Promise<void>;
}

export const createEventFeed = ({ stores, clock, log }: Pick<ApiDeps, 'stores' | 'clock' | 'log'>): EventFeed => {
  const listeners = new Map<Listener, () => void>();
  let pending: Change[] = [];
  let soon: NodeJS.Timeout | undefined;
  let running: { stop(): Promise<void> } | null = null;

  const tell = (change: Change): void => {
    pending.push(change);
    soon ??= setTimeout(() => {
      soon = undefined;
      const told = pending;
      pending = [];
      listeners.forEach((_end, listener) => listener(told));
    }, TOGETHER_MS);
  };

  const begin = (): { stop(): Promise<void> } => {
    // What was missed is not known: everybody connects again, and reads again.
    const stream = followChanges(stores.connection, tell, () => [...listeners.values()].forEach((end) => end()));
    let seen = clock.now();
    const turns = setInterval(() => {
      const until = clock.now();
      const after = seen;
      seen = until;
      stores.bands.turned(after, until).then(
        (found) => found.forEach((band) => tell({ kind: 'commitment', id: band.commitment, source: band.source, version: null, units: [band.unit], sponsor: null })),
        (error: unknown) => {
          seen = after;
          log.debug({ err: error }, 'turns not read');
        },
      );
    }, TURNS_MS);
    return {
      async stop() {
        clearInterval(turns);
        await stream.stop();
      },
    };
  };

  const rest = async (): Promise<void> => {
    const was = running;
    running = null;
    await was?.stop();
  };
  return {
    join(listener, onEnd) {
      listeners.set(listener, onEnd);
      running ??= begin();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) void rest();
      };
    },
    async close() {
      clearTimeout(soon);
      [...listeners.values()].forEach((end) => end());
      listeners.clear();
      await rest();
    },
  };
};
