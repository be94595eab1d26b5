import { join } from 'node:path';
import { alone, fromCache, intoCache, withWorkFolder } from './cache';
import { isProgram, onPath, run } from './command';
import { cacheFolder, type Context } from './context';
import { WayFailed } from './download';
import { both, notFound, unfit, type Text, type Tried } from './messages';

/** One way to bring a binary to this machine; it leaves the program at `target` or throws `WayFailed`. */
export interface Way {
  readonly name: Text;
  fetch(context: Context, folder: string, target: string): Promise<{ readonly from: string }>;
}

/** What differs between the engines, as data; the order of looking (design, section 8) is the same for all. */
export interface Recipe {
  readonly name: string;
  readonly file: string;
  readonly variable: string;
  readonly what: Text;
  readonly atLeast: readonly [number, number];
  readVersion(output: string): string | null;
  readonly ways: readonly Way[];
}

export interface Found {
  readonly file: string;
  readonly version: string;
  /** Said to the user: "PATH", "cache (official download ...)". */
  readonly source: string;
}

export function fits(version: string, [major, minor]: readonly [number, number]): boolean {
  const [a = 0, b = 0] = version.split('.').map(Number);
  return a > major || (a === major && b >= minor);
}

/** Asks the program itself: a file of the right name may be for another platform, or lack a library. */
async function versionOf(context: Context, recipe: Recipe, file: string): Promise<string> {
  const answer = await run(context.env, file, ['--version'], { timeoutMs: 20_000 });
  const version = answer.ok ? recipe.readVersion(answer.output) : null;
  if (version === null) {
    throw new WayFailed({ en: `"${file} --version" failed (${answer.tail})`, zh: `“${file} --version” 失败（${answer.tail}）` });
  }
  const wanted = recipe.atLeast.join('.');
  if (!fits(version, recipe.atLeast)) {
    throw new WayFailed({ en: `version ${version}, ${wanted} or later is needed`, zh: `版本为 ${version}，需要 ${wanted} 以上` });
  }
  return version;
}

async function fetched(context: Context, recipe: Recipe, tried: Tried[]): Promise<Found | null> {
  for (const way of recipe.ways) {
    try {
      return await withWorkFolder(context, async (folder) => {
        const fresh = join(folder, recipe.file);
        const { from } = await way.fetch(context, folder, fresh);
        const version = await versionOf(context, recipe, fresh);
        const { file, stamp } = await intoCache(context, recipe.file, fresh, { version, from });
        return { file, version: stamp.version, source: from };
      });
    } catch (error) {
      const text = error instanceof WayFailed ? error.text : { en: String(error), zh: String(error) };
      tried.push({ way: way.name, result: text });
      context.progress.say(`${recipe.name}: ${both(way.name)}: ${both(text)}`);
    }
  }
  return null;
}

/** Finds a fitting program, fetching it if it must. What was configured but is unfit is an error, never skipped in silence. */
export async function find(context: Context, recipe: Recipe): Promise<Found> {
  const tried: Tried[] = [];
  const configured = context.env[recipe.variable];
  if (configured) {
    if (!(await isProgram(configured))) throw unfit(recipe.variable, configured, { en: 'no such program', zh: '没有这个可执行文件' });
    try {
      return { file: configured, version: await versionOf(context, recipe, configured), source: recipe.variable };
    } catch (error) {
      if (error instanceof WayFailed) throw unfit(recipe.variable, configured, error.text);
      throw error;
    }
  }
  tried.push({ way: { en: recipe.variable, zh: recipe.variable }, result: { en: 'not set', zh: '未设置' } });

  const path: Text = { en: 'PATH', zh: 'PATH' };
  const program = await onPath(context.env, recipe.file);
  if (program === null) tried.push({ way: path, result: { en: `no ${recipe.file}`, zh: `没有 ${recipe.file}` } });
  else {
    try {
      return { file: program, version: await versionOf(context, recipe, program), source: `PATH (${program})` };
    } catch (error) {
      if (!(error instanceof WayFailed)) throw error;
      tried.push({ way: path, result: error.text });
    }
  }

  const cached = async (): Promise<Found | null> => {
    const hit = await fromCache(context, recipe.file);
    return hit && { file: hit.file, version: hit.stamp.version, source: `cache (${hit.stamp.from})` };
  };
  const hit = await cached();
  if (hit) return hit;
  tried.push({
    way: { en: `cache ${cacheFolder(context.env)}`, zh: `缓存 ${cacheFolder(context.env)}` },
    result: { en: 'nothing usable', zh: '没有可用的' },
  });
  // Looked at again under the lock: another process may have fetched it meanwhile.
  const got = await alone(context, recipe.file, async () => (await cached()) ?? (await fetched(context, recipe, tried)));
  if (got) return got;
  throw notFound(recipe.name, tried, recipe.variable, recipe.what);
}
