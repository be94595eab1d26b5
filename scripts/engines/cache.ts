import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cacheFolder, type Context } from './context';
import { sha256Of } from './download';
import { both } from './messages';
import { isAlive } from './processes';

/** Written beside a cached binary when it is put there; what is started later is what was checked then. */
export interface Stamp {
  readonly sha256: string;
  readonly version: string;
  readonly from: string;
  readonly at: string;
}

export interface Cached {
  readonly file: string;
  readonly stamp: Stamp;
}

function isStamp(value: unknown): value is Stamp {
  if (typeof value !== 'object' || value === null) return false;
  return ['sha256', 'version', 'from', 'at'].every((key) => typeof Reflect.get(value, key) === 'string');
}

/** One hashing per process and file state: suites start engines many times. */
const verified = new Map<string, string>();

/** One file after the other: hashing keeps the thread busy anyway, and the first engine can start meanwhile. */
let hashing: Promise<unknown> = Promise.resolve();
function hashInTurn(file: string): Promise<string> {
  const mine = hashing.then(() => sha256Of(file));
  hashing = mine.catch(() => undefined);
  return mine;
}

/** The cached binary, if it is there and unbroken. A broken one is named and removed, so that it is fetched anew. */
export async function fromCache(context: Context, name: string): Promise<Cached | null> {
  const file = join(cacheFolder(context.env), name);
  const found = await stat(file).catch(() => null);
  if (!found) return null;
  let stamp: unknown = null;
  try {
    stamp = JSON.parse(await readFile(`${file}.json`, 'utf8'));
  } catch {
    // No stamp, or half of one: treated below like a wrong one.
  }
  if (isStamp(stamp)) {
    const state = `${found.ino}:${found.size}:${found.mtimeMs}`;
    if (verified.get(file) === `${state}:${stamp.sha256}`) return { file, stamp };
    if ((await hashInTurn(file)) === stamp.sha256) {
      verified.set(file, `${state}:${stamp.sha256}`);
      return { file, stamp };
    }
  }
  context.progress.say(
    both({
      en: `The cached file ${file} is broken (it does not match its recorded SHA-256); removing it and fetching it anew.`,
      zh: `缓存文件 ${file} 已损坏（与记录的 SHA-256 不符），现删除并重新获取。`,
    }),
  );
  await rm(file, { force: true });
  await rm(`${file}.json`, { force: true });
  return null;
}

/** Moves a fresh binary in. The stamp comes last: a crash in between leaves an unstamped file, which counts as broken. */
export async function intoCache(context: Context, name: string, fresh: string, about: Omit<Stamp, 'sha256' | 'at'>): Promise<Cached> {
  const file = join(cacheFolder(context.env), name);
  await chmod(fresh, 0o755);
  const stamp: Stamp = { sha256: await sha256Of(fresh), ...about, at: new Date().toISOString() };
  await rm(`${file}.json`, { force: true });
  await rename(fresh, file);
  await writeFile(`${file}.json.new`, `${JSON.stringify(stamp, null, 2)}\n`);
  await rename(`${file}.json.new`, `${file}.json`);
  return { file, stamp };
}

/** A folder in the cache's own file system (so that the last step is a rename), removed whatever happens. */
export async function withWorkFolder<T>(context: Context, work: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(cacheFolder(context.env), { recursive: true });
  const folder = await mkdtemp(join(cacheFolder(context.env), 'incoming-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Two processes that start on an empty cache (two test workers) must not both build for five minutes. */
export async function alone<T>(context: Context, name: string, work: () => Promise<T>): Promise<T> {
  const lock = join(cacheFolder(context.env), `.${name}.lock`);
  await mkdir(cacheFolder(context.env), { recursive: true });
  const take = async (): Promise<boolean> => {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      return true;
    } catch {
      const owner = Number(await readFile(lock, 'utf8').catch(() => '0'));
      const age = Date.now() - (await stat(lock).then((s) => s.mtimeMs).catch(() => Date.now()));
      // A just created lock may not hold its number yet.
      if (owner === 0 ? age > 5_000 : !isAlive(owner)) await rm(lock, { force: true });
      return false;
    }
  };
  if (!(await take())) {
    await context.progress.during({ en: `waiting for another process that fetches ${name}`, zh: `等待另一进程获取 ${name}` }, async () => {
      while (!(await take())) await pause(250);
    });
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}
