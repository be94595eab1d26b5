/**
 * Brings up MongoDB and Temporal, or takes those that are configured (design, section 8).
 *
 * ```ts
 * const engines = await startEngines({ mode: 'temporary', say: console.error, env: process.env, ignoreConfigured: true });
 * try { ... engines.mongoUri, engines.temporalAddress ... } finally { await engines.stop(); }
 * ```
 */
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { lookAtMongo, lookAtTemporal } from './configured';
import type { Context } from './context';
import { mongodRecipe } from './fetch-mongod';
import { temporalRecipe } from './fetch-temporal';
import { find } from './find';
import { Lane } from './lane';
import { both, portInUse } from './messages';
import { mongoUri, startMongod } from './mongod';
import { claim, freePort, isFree, sweep, temporaryRoot } from './places';
import { Progress } from './progress';
import { startTemporal, type SearchAttributeType } from './temporal';

export { EngineError } from './messages';
export type { EngineErrorCode } from './messages';
export type { SearchAttributeType } from './temporal';

export interface StartEnginesOptions {
  /**
   * `persistent`: fixed ports, data kept under `dataDir` (default `var/engines`).
   * `temporary`: free ports, data in a folder that goes at `stop()`; Temporal in memory.
   */
  readonly mode: 'persistent' | 'temporary';
  /** Keeps the data here, in both modes. A temporary Temporal then writes to disk too, and survives a restart. */
  readonly dataDir?: string;
  /** Gets a line whenever there is something to tell (what was found where, a slow step every ten seconds). */
  readonly say: (line: string) => void;
  /** Default true. When false, `mongoUri` is ''. */
  readonly mongo?: boolean;
  /** Default true. When false, `temporalAddress` is ''. */
  readonly temporal?: boolean;
  /** Lets single workflows skip time (demo and tests). Only for an own engine. */
  readonly timeSkipping?: boolean;
  /** Default: `YANXING_TEMPORAL_PORT`, else 7733 in persistent mode, else a free one. */
  readonly temporalPort?: number;
  /** Temporal's web page; 0 takes a free port. Default: off in temporary mode, the Temporal port + 1000 in persistent mode. */
  readonly uiPort?: number | false;
  /** Default: `YANXING_MONGO_PORT`, else 27717 in persistent mode, else a free one. */
  readonly mongoPort?: number;
  /** Never uses MONGODB_URI and TEMPORAL_ADDRESS: the demo and the tests must not touch an office's data. */
  readonly ignoreConfigured?: boolean;
  /** Custom search attributes to register in an own Temporal. */
  readonly searchAttributes?: Readonly<Record<string, SearchAttributeType>>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Engines {
  readonly mongoUri: string;
  readonly temporalAddress: string;
  readonly temporalUi: string | null;
  readonly versions: { readonly mongo: string; readonly temporal: string };
  /** Where each one was found, in words for a person. */
  readonly source: { readonly mongo: string; readonly temporal: string };
  /** Of the engines themselves, at this moment; null when configured, not asked for, or killed. */
  readonly pids: { readonly mongo: number | null; readonly temporal: number | null };
  /** Ends own engines and removes temporary data. Idempotent. They end by themselves when this process does. */
  stop(): Promise<void>;
  /** SIGKILL, without warning; then `restart…` on the same port and data. Only for own engines. */
  killMongo?(): Promise<void>;
  killTemporal?(): Promise<void>;
  /** Ends it in good order if it runs, then starts it again. A Temporal in memory forgets everything: give a `dataDir`. */
  restartMongo?(): Promise<void>;
  restartTemporal?(): Promise<void>;
}

interface Part {
  readonly address: string;
  readonly ui: string | null;
  readonly version: string;
  readonly source: string;
  readonly lane: Lane | null;
}

const NO_PART: Part = { address: '', ui: null, version: '', source: '', lane: null };

async function choosePort(name: string, given: number | undefined, fallback: number | null, variable: string): Promise<number> {
  const port = given ?? fallback;
  if (port === null || port === 0) return freePort();
  if (!(await isFree(port))) throw portInUse(name, port, variable);
  return port;
}

const number = (text: string | undefined): number | undefined => (text ? Number(text) : undefined);

async function bringMongo(context: Context, options: StartEnginesOptions, root: string): Promise<Part> {
  const uri = context.env['MONGODB_URI'];
  if (uri && !options.ignoreConfigured) {
    return { ...NO_PART, address: uri, version: await lookAtMongo(uri), source: 'MONGODB_URI' };
  }
  const dir = join(root, 'mongo');
  const temporary = options.mode === 'temporary' && options.dataDir === undefined;
  await claim(context, 'MongoDB', dir);
  const { file, version, source } = await find(context, mongodRecipe);
  const fallback = options.mode === 'persistent' ? 27_717 : null;
  const given = options.mongoPort ?? number(context.env['YANXING_MONGO_PORT']);
  const open = async (): Promise<{ port: number; lane: Lane }> => {
    const port = await choosePort('MongoDB', given, fallback, 'YANXING_MONGO_PORT');
    const settings = { binary: file, dir, port, temporary, small: options.mode === 'temporary' };
    return { port, lane: await Lane.open(() => startMongod(context.env, settings)) };
  };
  // Seen once: its listener aborted (SIGABRT) before the first answer. Where any port will do, another is tried, once.
  const { port, lane } = await open().catch((error: unknown) => {
    if (given !== undefined || fallback !== null) throw error;
    return open();
  });
  return { ...NO_PART, address: mongoUri(port), version, source, lane };
}

async function chooseUi(context: Context, options: StartEnginesOptions, port: number): Promise<number | null> {
  if (options.uiPort === false || (options.uiPort === undefined && options.mode === 'temporary')) return null;
  if (options.uiPort !== undefined) return choosePort("Temporal's web page", options.uiPort, null, 'YANXING_TEMPORAL_UI_PORT');
  const wanted = number(context.env['YANXING_TEMPORAL_UI_PORT']) ?? port + 1000;
  if (await isFree(wanted)) return wanted;
  // The page is a comfort: its port must not stop the office.
  context.progress.say(
    both({
      en: `Port ${wanted} is in use, so Temporal's web page stays off (YANXING_TEMPORAL_UI_PORT names another).`,
      zh: `端口 ${wanted} 已被占用，Temporal 网页不开启（可用 YANXING_TEMPORAL_UI_PORT 另指定）。`,
    }),
  );
  return null;
}

async function bringTemporal(context: Context, options: StartEnginesOptions, root: string): Promise<Part> {
  const address = context.env['TEMPORAL_ADDRESS'];
  if (address && !options.ignoreConfigured) {
    return { ...NO_PART, address, version: await lookAtTemporal(address, context.env), source: 'TEMPORAL_ADDRESS' };
  }
  const dir = join(root, 'temporal');
  const temporary = options.mode === 'temporary' && options.dataDir === undefined;
  await claim(context, 'Temporal', dir);
  const { file, version, source } = await find(context, temporalRecipe);
  const fallback = options.mode === 'persistent' ? 7733 : null;
  const given = options.temporalPort ?? number(context.env['YANXING_TEMPORAL_PORT']);
  const port = await choosePort('Temporal', given, fallback, 'YANXING_TEMPORAL_PORT');
  const uiPort = await chooseUi(context, options, port);
  const settings = {
    ...{ binary: file, dir, port, uiPort, temporary },
    timeSkipping: options.timeSkipping ?? false,
    searchAttributes: options.searchAttributes ?? {},
  };
  const lane = await Lane.open(() => startTemporal(context.env, settings));
  return { address: `127.0.0.1:${port}`, ui: uiPort === null ? null : `http://127.0.0.1:${uiPort}`, version, source, lane };
}

/** Finds or starts both engines, side by side. When one fails, the other is stopped and the first error thrown. */
export async function startEngines(options: StartEnginesOptions): Promise<Engines> {
  const progress = new Progress(options.say);
  const context: Context = { env: options.env, fetch: (url, init) => fetch(url, init), progress };
  await sweep(context);
  const keep = options.dataDir ?? (options.mode === 'persistent' ? resolve(__dirname, '..', '..', 'var', 'engines') : null);
  const root = keep === null ? await temporaryRoot(options.env) : resolve(keep);
  const [mongo, temporal] = await Promise.allSettled([
    options.mongo === false ? NO_PART : bringMongo(context, options, root),
    options.temporal === false ? NO_PART : bringTemporal(context, options, root),
  ]);
  const stop = async (): Promise<void> => {
    const parts = [mongo, temporal].flatMap((part) => (part.status === 'fulfilled' ? [part.value.lane] : []));
    await Promise.all(parts.map(async (lane) => { await lane?.close(); }));
    if (keep === null) await rm(root, { recursive: true, force: true });
  };
  if (mongo.status === 'rejected' || temporal.status === 'rejected') {
    await stop();
    throw mongo.status === 'rejected' ? mongo.reason : (temporal as PromiseRejectedResult).reason;
  }
  const [m, t] = [mongo.value.lane, temporal.value.lane];
  return {
    mongoUri: mongo.value.address,
    temporalAddress: temporal.value.address,
    temporalUi: temporal.value.ui,
    versions: { mongo: mongo.value.version, temporal: temporal.value.version },
    source: { mongo: mongo.value.source, temporal: temporal.value.source },
    pids: {
      get mongo() {
        return m?.pid ?? null;
      },
      get temporal() {
        return t?.pid ?? null;
      },
    },
    stop,
    ...(m ? { killMongo: () => m.kill(), restartMongo: () => m.restart() } : {}),
    ...(t ? { killTemporal: () => t.kill(), restartTemporal: () => t.restart() } : {}),
  };
}
