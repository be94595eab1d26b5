/**
 * The first page of the ledger and the leader's page beside one indexed count, while reports are written down: quality.md, P3.
 * The commitments are seeded through the stores; no workflow stands behind them.
 *   --count N     commitments; default 100000
 *   --clients N   at once; default 50
 *   --updates N   reports a second that are to be written meanwhile; default 100
 *   --seconds N   of each of five rounds of each question; default 5
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import pino from 'pino';
import { createApplyEffects } from '../activities/apply-effects';
import { startApi } from '../api/server';
import { createMetrics } from '../api/metrics';
import { createClock } from '../config/clock';
import { loadCalendar } from '../config/calendars';
import { newLinkKeys } from '../config/links';
import { loadPolicies } from '../config/policies';
import { parseSettings } from '../config/settings';
import { isRefusal } from '../domain/refusals';
import { decide } from '../domain/decide';
import { addDays, instantAt, msOf, toInstant } from '../domain/time';
import { createDoor } from '../scripts/door';
import { startEngines } from '../scripts/engines';
import { openStores, type Stores } from '../stores';
import { connectTemporal } from '../workflows/client';
import type { ClientsWanted, Latencies } from './support/page-clients';
import { numberOption, quantile, spreadOf, table, tellMachine } from './support/report';
import { largeOrganisation, seed } from './support/seed';

const COUNT = numberOption('count', 100_000);
const CLIENTS = numberOption('clients', 50);
const UPDATES = numberOption('updates', 100);
const ROUND_MS = numberOption('seconds', 5) * 1_000;
const [ROUNDS, UNITS, PART] = [5, 300, 2_500];
/** The office's day; what is due before it is late. */
const NOW = instantAt('2026-04-03', '10:00');

const PAGES = { 'ledger page': '/api/commitments?limit=50', 'leader\'s page': '/api/overview' } as const;

/** Due dates spread over four months around today, so that every light is there. */
const seedAll = async (stores: Stores): Promise<string[]> => {
  const ids: string[] = [];
  for (let part = 0; ids.length < COUNT; part += 1) {
    const { states } = await seed(stores, {
      count: Math.min(PART, COUNT - ids.length), prefix: `p${part}`, at: instantAt('2026-01-05', '09:00'), due: addDays('2026-02-02', (part * 3) % 120), clockShiftMs: 0, wakeSpreadMs: 0,
    });
    ids.push(...states.map(({ id }) => id));
    process.stdout.write(`\r${ids.length} of ${COUNT} commitments`);
  }
  process.stdout.write('\n');
  return ids;
};

/** Reports written as a wake writes them, at a steady rate. @returns ends it, and says how many were written a second */
const keepWriting = (stores: Stores, ids: readonly string[], now: () => string): (() => Promise<number>) => {
  const nothing = (): Promise<never> => Promise.reject(new Error('a report owes no slip'));
  const { applyEffects } = createApplyEffects({ stores, temporal: { startNotice: nothing, startCommitment: nothing, strikeCounted: nothing } });
  const began = performance.now();
  let written = 0;
  let next = 0;
  let running = true;
  const lane = async (): Promise<void> => {
    while (running) {
      const due = Math.floor(((performance.now() - began) / 1000) * UPDATES);
      if (next >= due) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        continue;
      }
      const id = ids[(next * 7_919) % ids.length] as string;
      next += 1;
      const document = await stores.commitments.get(id);
      if (!document) continue;
      const rules = await stores.rules.forCommitment(document.state);
      const at = toInstant(Math.max(msOf(now()), msOf(document.updatedAt) + 1));
      const unit = document.state.units[0]?.unit ?? '';
      const decision = decide(document.state, { name: 'report', unit, line: '正在按计划推进' }, { at, actor: { person: 'officer', name: '承办人' }, updateId: null }, rules);
      if (isRefusal(decision)) throw new Error(decision.text);
      await applyEffects({ commitment: id, facts: decision.facts, asOf: at });
      written += 1;
    }
  };
  const lanes = Promise.all(Array.from({ length: 4 }, lane));
  return async () => {
    running = false;
    await lanes;
    return written / ((performance.now() - began) / 1000);
  };
};

const ask = (wanted: ClientsWanted): Promise<Latencies> => new Promise((resolve, reject) => {
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'support', 'page-clients.ts'), JSON.stringify(wanted)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString(); });
  child.on('close', (code) => (code === 0 ? resolve(JSON.parse(out) as Latencies) : reject(new Error('the clients failed'))));
});

const main = async (): Promise<void> => {
  const engines = await startEngines({ mode: 'temporary', say: () => undefined, env: process.env, ignoreConfigured: true });
  tellMachine(engines);
  const [stores, temporal] = await Promise.all([openStores(engines.mongoUri), connectTemporal({ address: engines.temporalAddress, namespace: 'default' })]);
  const clock = createClock(msOf(NOW) - Date.now());
  await Promise.all([stores.ensureIndexes(), stores.rules.install(loadPolicies(), loadCalendar()), stores.organisation.importAll(largeOrganisation()), temporal.ensureSearchAttributes()]);
  const settings = parseSettings({ NODE_ENV: 'development', YANXING_PORT: '0' });
  const api = await startApi({ stores, temporal, clock, settings, metrics: createMetrics(), linkKeys: newLinkKeys(), log: pino({ level: 'warn' }) });
  try {
    const ids = await seedAll(stores);
    const { Authorization: authorization } = await createDoor(stores, () => ['registrar'])('registrar');
    const stop = keepWriting(stores, ids, () => clock.now());
    const found = await ask({ mongoUri: engines.mongoUri, url: api.url, authorization, units: UNITS, pages: PAGES, clients: CLIENTS, rounds: ROUNDS, roundMs: ROUND_MS });
    const perSecond = await stop();
    const p95 = (name: string): number[] => (found[name] ?? []).map((round) => quantile(round, 0.95));
    const base = p95('count');
    table(`${COUNT} commitments, ${CLIENTS} clients, ${perSecond.toFixed(0)} reports written a second (wanted ${UPDATES}); ${ROUNDS} rounds`, ['', 'p50, ms', 'p95, ms', 'p95 ratio to the count', 'a second'],
      Object.entries(found).map(([name, rounds]) => [
        name, spreadOf(rounds.map((round) => quantile(round, 0.5))), spreadOf(p95(name)),
        name === 'count' ? '1' : spreadOf(p95(name).map((one, index) => one / (base[index] ?? Number.NaN)), 2), spreadOf(rounds.map((round) => round.length / (ROUND_MS / 1000)), 0),
      ]));
  } finally {
    await api.stop();
    await temporal.close();
    await stores.close();
    await engines.stop();
  }
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
