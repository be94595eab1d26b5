/**
 * The first page of the ledger and the leader's page beside one indexed count, while reports are written down: quality.md, P3.
 * The commitments are seeded through the stores; no workflow stands behind them.
 *   --count N     commitments; default 100000
 *   --clients N   at once; default 50
 *   --updates N   reports a second that are to be written meanwhile; default 100
 *   --lanes N     reports under way at once; default 32
 *   --seconds N   of each of five rounds of each question; default 5
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { startApi } from '../api/server';
import { createMetrics } from '../api/metrics';
import { createClock } from '../config/clock';
import { loadCalendar } from '../config/calendars';
import { loadDefaults } from '../config/defaults';
import { newLinkKeys } from '../config/links';
import { loadPolicies } from '../config/policies';
import { parseSettings } from '../config/settings';
import { addDays, instantAt, msOf } from '../domain/time';
import { createDoor } from '../scripts/door';
import { startEngines } from '../scripts/engines';
import { openStores, type Stores } from '../stores';
import { connectTemporal } from '../workflows/client';
import type { ClientsWanted, Round, Rounds } from './support/page-clients';
import type { WriterWanted, Written } from './support/page-writer';
import { watchCores } from './support/machine';
import { numberOption, quantile, spreadOf, table, tellMachine } from './support/report';
import { largeOrganisation, seed } from './support/seed';

const COUNT = numberOption('count', 100_000);
const CLIENTS = numberOption('clients', 50);
const UPDATES = numberOption('updates', 100);
const ROUND_MS = numberOption('seconds', 5) * 1_000;
const LANES = numberOption('lanes', 32);
const [ROUNDS, UNITS, PART] = [5, 40, 2_500];
/** The office's day; what is due before it is late. */
const NOW = instantAt('2026-04-03', '10:00');

const PAGES = { 'ledger page': '/api/commitments?limit=50', 'leader\'s page': '/api/overview' } as const;

/** Due dates spread over four months around today, so that every light is there. */
const seedAll = async (stores: Stores): Promise<void> => {
  let seeded = 0;
  for (let part = 0; seeded < COUNT; part += 1) {
    const { states } = await seed(stores, {
      count: Math.min(PART, COUNT - seeded), prefix: `p${part}`, at: instantAt('2026-01-05', '09:00'), due: addDays('2026-02-02', (part * 3) % 120), clockShiftMs: 0, wakeSpreadMs: 0, units: UNITS, until: NOW,
    });
    seeded += states.length;
    process.stdout.write(`\r${seeded} of ${COUNT} commitments`);
  }
  process.stdout.write('\n');
};

interface Child<T> { readonly pid: number | null; readonly answer: Promise<T>; end(): void }
/** A program of ours beside this process, which answers with one line of JSON. */
const start = <T>(program: string, wanted: unknown): Child<T> => {
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'support', program), JSON.stringify(wanted)], { stdio: ['pipe', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString(); });
  const answer = new Promise<T>((resolve, reject) => {
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(out) as T) : reject(new Error(`${program} failed`))));
  });
  return { pid: child.pid ?? null, answer, end: () => child.stdin.end() };
};

const main = async (): Promise<void> => {
  // As `npm start` brings them: an office of this size does not live in the small cache of a test.
  const dataDir = await mkdtemp(join(tmpdir(), 'yanxing-bench-'));
  const engines = await startEngines({ mode: 'persistent', dataDir, mongoPort: 0, temporalPort: 0, uiPort: false, say: () => undefined, env: process.env, ignoreConfigured: true });
  tellMachine(engines);
  const [stores, temporal] = await Promise.all([openStores(engines.mongoUri), connectTemporal({ address: engines.temporalAddress, namespace: 'default' })]);
  const began = Date.now();
  const clock = createClock(msOf(NOW) - began);
  await Promise.all([stores.ensureIndexes(), stores.rules.install(loadPolicies(), loadCalendar()), stores.defaults.install(loadDefaults()), stores.organisation.importAll(largeOrganisation(UNITS)), temporal.ensureSearchAttributes()]);
  // One person stands for fifty, who ask again at once: their allowance is not what is measured.
  const settings = parseSettings({ NODE_ENV: 'development', YANXING_PORT: '0', YANXING_READS_A_MINUTE: '0', YANXING_WRITES_A_MINUTE: '0' });
  const api = await startApi({ stores, temporal, clock, settings, metrics: createMetrics(), linkKeys: newLinkKeys(), log: pino({ level: 'warn' }) });
  try {
    await seedAll(stores);
    const { Authorization: authorization } = await createDoor(stores, () => ['registrar'])('registrar');
    const writer = start<Written>('page-writer.ts', { mongoUri: engines.mongoUri, updates: UPDATES, lanes: LANES, clockOffsetMs: msOf(NOW) - began, count: COUNT, part: PART } satisfies WriterWanted);
    const clients = start<Rounds>('page-clients.ts', { mongoUri: engines.mongoUri, url: api.url, authorization, units: UNITS, pages: PAGES, clients: CLIENTS, rounds: ROUNDS, roundMs: ROUND_MS } satisfies ClientsWanted);
    const watched = watchCores({ api: process.pid, mongod: engines.pids.mongo, writer: writer.pid });
    const found = await clients.answer.finally(() => writer.end());
    const used = watched();
    const { writtenAt } = await writer.answer;
    const p95 = (name: string): number[] => (found[name] ?? []).map(({ latencies }) => quantile(latencies, 0.95));
    const written = ({ from, to }: Round): number => writtenAt.filter((at) => at >= from && at < to).length / ((to - from) / 1000);
    const base = p95('count');
    table(`${COUNT} commitments, ${CLIENTS} clients, ${ROUNDS} rounds; ${UPDATES} reports a second wanted beside them, ${LANES} at once`, ['', 'p50, ms', 'p95, ms', 'p95 ratio to the count', 'a second', 'reports written a second'],
      Object.entries(found).map(([name, rounds]) => [
        name, spreadOf(rounds.map(({ latencies }) => quantile(latencies, 0.5))), spreadOf(p95(name)),
        name === 'count' ? '1' : spreadOf(p95(name).map((one, index) => one / (base[index] ?? Number.NaN)), 2), spreadOf(rounds.map(({ from, to, latencies }) => latencies.length / ((to - from) / 1000)), 0), spreadOf(rounds.map(written), 0),
      ]));
    const cores = { ...used.named, 'clients and other programs': used.others, idle: used.idle };
    table('cores over all rounds', Object.keys(cores), [Object.values(cores).map((one) => one.toFixed(2))]);
  } finally {
    await api.stop();
    await temporal.close();
    await stores.close();
    await engines.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
