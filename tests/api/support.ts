/** An office on real engines of its own, with the API listening; with or without a worker. */
import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import type { DestinationStream } from 'pino';
import type { MailTransport } from '../../activities/mail/transport';
import type { paths } from '../../api/client';
import { createLog } from '../../api/log';
import { createMetrics, type Metrics } from '../../api/metrics';
import { startApi, type RunningApi } from '../../api/server';
import { loadCalendar } from '../../config/calendars';
import { loadDefaults } from '../../config/defaults';
import { newLinkKeys } from '../../config/links';
import { createClock, type AdjustableClock } from '../../config/clock';
import { loadPolicies } from '../../config/policies';
import { parseSettings } from '../../config/settings';
import { organisationSchema } from '../../domain/organisation';
import { instantAt, msOf } from '../../domain/time';
import { createDoor, type Door } from '../../scripts/door';
import { startEngines, type Engines } from '../../scripts/engines';
import { startWorkers } from '../../scripts/worker-runtime';
import { openStores, type Stores } from '../../stores';
import { connectTemporal, type TemporalGateway } from '../../workflows/client';

/** A Monday inside the published calendars, whatever the day the tests run on. */
const START = instantAt('2026-03-02', '09:00');

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
  readonly text: string;
}
export interface CallOptions {
  readonly body?: unknown;
  /** Sent as it is. */
  readonly raw?: string | Buffer;
  readonly key?: string | null;
  readonly person?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a read answers, and how it is asked, as the contract has it. */
type Read<P extends keyof paths> = paths[P] extends { get: { responses: { 200: { content: { 'application/json': infer T } } } } } ? T : never;
type Asked<P extends keyof paths> = (paths[P] extends { get: { parameters: infer G } } ? Pick<G, keyof G & ('path' | 'query')> : never) & { readonly person?: string };

export interface Office {
  readonly engines: Engines;
  readonly stores: Stores;
  readonly temporal: TemporalGateway;
  readonly clock: AdjustableClock;
  readonly metrics: Metrics;
  readonly api: RunningApi;
  /** Headers that act as this person. */
  readonly as: Door;
  call<T = Record<string, unknown>>(method: string, path: string, options?: CallOptions): Promise<Answer<T>>;
  /** Reads by the contract's own types. @throws Error where the answer is not 200 */
  read<P extends keyof paths>(path: P, ...asked: object extends Asked<P> ? [Asked<P>?] : [Asked<P>]): Promise<Read<P>>;
  /** The bytes of a file that is given out. */
  bytes(path: string): Promise<Buffer>;
  /** Starts the worker of commitments; without it nothing is written down. */
  startWorker(): Promise<void>;
  close(): Promise<void>;
}

/** Everybody in these tests works for the supervision office; what a role may not do is shown in `tests/security`. */
const NAMES: Readonly<Record<string, string>> = { registrar: '督查室', zhang: '张三' };

let keys = 0;
export const freshKey = (): string => `key-${(keys += 1)}-${process.pid}`;

/** Any valid draft, with changes. */
export const draft = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: '制定贯彻全会精神任务清单', kind: 'deliverable', lead: 'sjj', sponsor: 'sponsor@szf', acceptance: ['清单印发文件'], due: '2026-06-15', ...changes,
});

const callAt = (url: string, as: Door) => async <T>(method: string, path: string, { body, raw, key, person, headers }: CallOptions = {}): Promise<Answer<T>> => {
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(sent === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(method !== 'POST' || key === null ? {} : { 'Idempotency-Key': key ?? freshKey() }),
      ...(await as(person ?? 'registrar')),
      ...headers,
    },
    ...(sent === undefined ? {} : { body: sent }),
  });
  const text = await answer.text();
  const json = /^application\/(problem\+)?json/.test(answer.headers.get('Content-Type') ?? '');
  return { status: answer.status, headers: answer.headers, text, body: (json && text !== '' ? JSON.parse(text) : {}) as T };
};

/** @param log where log lines go; nowhere without. @param env settings beside those of every test. @param mongo options that go with MongoDB's address */
export const openOffice = async (log?: DestinationStream, env: Readonly<Record<string, string>> = {}, mongo = ''): Promise<Office> => {
  const engines = await startEngines({ mode: 'temporary', say: () => undefined, env: process.env, ignoreConfigured: true });
  const [stores, temporal] = await Promise.all([
    openStores(`${engines.mongoUri}${mongo}`), connectTemporal({ address: engines.temporalAddress, namespace: 'default' }),
  ]);
  const organisation = organisationSchema.parse(JSON.parse(readFileSync(join(__dirname, '../../examples/organisation.json'), 'utf8')));
  await Promise.all([
    stores.ensureIndexes(), stores.rules.install(loadPolicies(), loadCalendar()), stores.defaults.install(loadDefaults()), stores.organisation.importAll(organisation), temporal.ensureSearchAttributes(),
  ]);
  const clock = createClock(msOf(START) - Date.now());
  const settings = parseSettings({ NODE_ENV: 'test', YANXING_PORT: '0', YANXING_WAKE_SPREAD_MINUTES: '0', YANXING_READS_A_MINUTE: '0', YANXING_WRITES_A_MINUTE: '0', ...env });
  const metrics = createMetrics();
  const api = await startApi({ stores, temporal, clock, settings, metrics, linkKeys: newLinkKeys(), log: createLog(log ? 'debug' : (process.env['API_TEST_LOG'] ?? 'silent'), log) });
  const as = createDoor(stores, () => ['registrar'], (person) => NAMES[person] ?? person);
  const stops: (() => Promise<void>)[] = [];
  const call = callAt(api.url, as);
  return {
    engines, stores, temporal, clock, metrics, api,
    as,
    call,
    async read(path, ...[asked]) {
      const { path: named = {}, query = {}, person } = (asked ?? {}) as { path?: Record<string, string>; query?: Record<string, unknown>; person?: string };
      const address = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(named[name] ?? ''));
      const search = new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])).toString();
      const { status, text } = await call('GET', search === '' ? address : `${address}?${search}`, person === undefined ? {} : { person });
      if (status !== 200) throw new Error(`GET ${address} answered ${status}: ${text}`);
      return JSON.parse(text) as Read<typeof path>;
    },
    bytes: async (path) => Buffer.from(await (await fetch(`${api.url}${path}`, { headers: await as('registrar') })).arrayBuffer()),
    async startWorker() {
      // The queue of commitments sends no mail: its transport is never asked for.
      const transport = undefined as unknown as MailTransport;
      const workers = await startWorkers({ address: engines.temporalAddress, namespace: 'default', stores, temporal, transport, only: 'commitments' });
      stops.push(() => workers.stop());
    },
    async close() {
      await api.stop();
      for (const stop of stops) await stop();
      await temporal.close();
      await stores.close();
      await engines.stop();
    },
  };
};

/** Sends a body of `bytes` without saying how long it will be, and stops when the server answers. @returns status and how much was sent */
export const streamUp = (url: string, path: string, bytes: number, headers: Readonly<Record<string, string>>, fill = 'a'): Promise<{ status: number; sent: number }> =>
  new Promise((resolve, reject) => {
    const chunk = Buffer.alloc(64 * 1024, fill);
    let sent = 0;
    let answered = false;
    const request = httpRequest(`${url}${path}`, { method: 'PUT', headers: { 'Content-Type': 'application/octet-stream', ...headers } }, (response) => {
      answered = true;
      response.resume();
      request.destroy();
      resolve({ status: response.statusCode ?? 0, sent });
    });
    request.on('error', (error) => (answered ? undefined : reject(error)));
    const pump = (): void => {
      while (!answered && sent < bytes) {
        sent += chunk.length;
        if (!request.write(chunk)) return;
      }
      if (!answered) request.end();
    };
    request.on('drain', pump);
    pump();
  });

/** Waits for a condition, never for a time. */
export const until = async (condition: () => Promise<boolean>, what: string): Promise<void> => {
  const deadline = Date.now() + 30_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`still not: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
