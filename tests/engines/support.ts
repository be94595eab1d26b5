import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Context, Fetcher } from '../../scripts/engines/context';
import { Progress } from '../../scripts/engines/progress';

/** Waits for a condition, never for a time. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`still not: ${what}`);
    await pause(20);
  }
}

export const refuse: Fetcher = () => Promise.reject(new TypeError('fetch failed', { cause: new Error('no network in this test') }));

export interface Bare extends Context {
  readonly lines: string[];
  readonly cache: string;
  remove(): Promise<void>;
}

/** A machine with nothing on its PATH, an empty cache and no network. */
export async function bareMachine(env: Record<string, string | undefined> = {}): Promise<Bare> {
  const cache = await mkdtemp(join(tmpdir(), 'yanxing-test-cache-'));
  const lines: string[] = [];
  return {
    env: { PATH: join(cache, 'bin'), HOME: cache, YANXING_CACHE: cache, ...env },
    fetch: refuse,
    progress: new Progress((line) => lines.push(line), null),
    lines,
    cache,
    remove: () => rm(cache, { recursive: true, force: true }),
  };
}
