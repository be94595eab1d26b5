import { createServer, connect } from 'node:net';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from './context';
import { recordOf } from './guarded';
import { alreadyRunning, both } from './messages';
import { commandLine, end, isAlive } from './processes';

const PREFIX = 'yanxing-engines-';

const base = (env: Context['env']): string => env['TMPDIR'] ?? tmpdir();

export const temporaryRoot = async (env: Context['env']): Promise<string> => mkdtemp(join(base(env), `${PREFIX}${process.pid}-`));

interface EngineRecord {
  readonly engine: number;
  readonly parent: number;
}

/** The engine that a record in `dir` speaks of, if it still runs and really is the one on that folder. */
async function runningOn(dir: string): Promise<EngineRecord | null> {
  try {
    const record: unknown = JSON.parse(await readFile(recordOf(dir), 'utf8'));
    if (typeof record !== 'object' || record === null) return null;
    const engine: unknown = Reflect.get(record, 'engine');
    const parent: unknown = Reflect.get(record, 'parent');
    if (typeof engine !== 'number' || typeof parent !== 'number' || !isAlive(engine)) return null;
    return (await commandLine(engine)).includes(dir) ? { engine, parent } : null;
  } catch {
    return null;
  }
}

/**
 * Makes an engine's folder ready. An engine may have outlived its parent (both the parent and the guard were killed):
 * then it is ended here; one whose parent lives is somebody's, and the second start is refused.
 */
export async function claim(context: Context, name: string, dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  const running = await runningOn(dir);
  if (!running) return;
  if (isAlive(running.parent)) throw alreadyRunning(name, dir, running.engine, running.parent);
  context.progress.say(
    both({
      en: `${name} (process ${running.engine}) was left over from a crash on ${dir}; ending it.`,
      zh: `${dir} 上有上次崩溃遗留的 ${name}（进程 ${running.engine}），现予结束。`,
    }),
  );
  await end(running.engine, 10_000);
}

/** Removes what crashed processes left: their folders, and an engine in them that may still run. */
export async function sweep(context: Context): Promise<void> {
  for (const name of await readdir(base(context.env)).catch(() => [])) {
    const owner = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : NaN;
    if (Number.isNaN(owner) || isAlive(owner)) continue;
    const root = join(base(context.env), name);
    for (const engine of ['mongo', 'temporal']) {
      const running = await runningOn(join(root, engine));
      if (running) await end(running.engine, 0);
    }
    // Another process may be sweeping the same folder.
    await rm(root, { recursive: true, force: true }).catch(() => undefined);
  }
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/**
 * A free port below the range from which the system takes ports for outgoing connections: an engine that is killed and
 * started again on its port must not find it taken by a client that is trying to reconnect.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 18_000 + Math.floor(Math.random() * 14_000);
    if (await isFree(port)) return port;
  }
}

/** Waits until the port takes connections, or `gone` resolves (the engine ended): then returns its cause. */
export async function listening(port: number, gone: Promise<string>): Promise<string | null> {
  let cause: string | null = null;
  void gone.then((why) => {
    cause = why;
  });
  for (;;) {
    const up = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (cause !== null) return cause;
    if (up) return null;
    await pause(20);
  }
}
