import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Progress } from './progress';

export type Fetcher = (url: string, init: { signal: AbortSignal }) => Promise<Response>;

/** What finding and fetching may touch; handed in, so that tests can take the network or the PATH away. */
export interface Context {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch: Fetcher;
  readonly progress: Progress;
}

export const cacheFolder = (env: Context['env']): string =>
  env['YANXING_CACHE'] ?? join(env['HOME'] ?? homedir(), '.cache', 'yanxing');

/** `process.env`-like without the holes, as `spawn` wants it. */
export const childEnv = (env: Context['env']): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
