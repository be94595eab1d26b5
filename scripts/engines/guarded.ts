import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Socket } from 'node:net';
import { childEnv, type Context } from './context';
import { failedToStart } from './messages';
import { signal } from './processes';

export interface EngineProcess {
  readonly pid: number;
  /** Resolves with the cause once the engine is gone. */
  readonly exited: Promise<string>;
  readonly log: string;
  /** Lets go for good: the guard ends the engine and removes temporary data. */
  release(): Promise<void>;
}

export interface EngineCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** The engine's own folder; holds its log and the record of its process. */
  readonly dir: string;
  /** Data that nobody keeps needs no orderly end. */
  readonly temporary: boolean;
}

const GRACE_MS = 15_000;

export const recordOf = (dir: string): string => join(dir, 'engine.json');

export async function logTail(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-5).map((line) => line.slice(0, 400)).join('\n');
}

/** Starts an engine behind its guard (`guard.mjs`) and comes back with its process number. */
export async function startGuarded(env: Context['env'], what: EngineCommand): Promise<EngineProcess> {
  const log = join(what.dir, 'engine.log');
  const spec = {
    command: what.command,
    args: what.args,
    dir: what.dir,
    log,
    record: recordOf(what.dir),
    parent: process.pid,
    graceMs: what.temporary ? 0 : GRACE_MS,
    removeDir: what.temporary,
  };
  // NODE_OPTIONS is meant for the parent: a loader or a debugger port has no business in the guard.
  const { NODE_OPTIONS: _dropped, ...guardEnv } = childEnv(env);
  const guard = spawn(process.execPath, [join(__dirname, 'guard.mjs'), JSON.stringify(spec)], {
    env: guardEnv,
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  });
  // An engine serves its parent and never keeps it alive.
  guard.unref();
  (guard.stdin as unknown as Socket).unref();
  (guard.stdout as unknown as Socket).unref();
  guard.stdin.on('error', () => undefined);

  let pid = 0;
  let cause = '';
  const lines = createInterface({ input: guard.stdout });
  const started = new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      const [word, ...rest] = line.split(' ');
      if (word === 'pid') {
        pid = Number(rest[0]);
        resolve();
      } else cause = rest.join(' ');
    });
    guard.once('error', reject);
    guard.once('close', () => reject(new Error(cause || 'its guard ended')));
  });
  const exited = new Promise<string>((resolve) => {
    guard.once('close', () => {
      // The guard was killed and could not end the engine: then we do, at once (both engines journal).
      if (cause === '' && pid !== 0) signal(pid, 'SIGKILL');
      resolve(cause || 'guard killed');
    });
  });
  guard.ref();
  try {
    await started;
  } catch (error) {
    throw failedToStart(what.name, error instanceof Error ? error.message : String(error), log, await logTail(log));
  } finally {
    guard.unref();
  }
  return {
    pid,
    exited,
    log,
    async release() {
      guard.ref();
      guard.stdin.end();
      await exited;
    },
  };
}
