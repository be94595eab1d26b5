/**
 * P1 (quality.md): `POST /api/commitments` (log-in, limits, audit, checks, insert, start) beside a bare start of an empty
 * workflow on the same server, 32 in flight each, in turns within one run. No worker runs: nothing but the birth is measured.
 * `npm run bench -- registration [--items 400] [--rounds 5]`
 */
import { mkdtempSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOffice } from '../scripts/office';
import pino from 'pino';
import { parseSettings } from '../config/settings';
import { addDays, civilDateOf } from '../domain/time';
import { createDoor } from '../scripts/door';
import { startEngines } from '../scripts/engines';
import { SEARCH_ATTRIBUTES } from '../workflows/search-attributes';
import { watchCores } from './support/machine';
import { median, numberOption, quantile, spreadOf, table, tellMachine } from './support/report';
import { largeOrganisation } from './support/seed';

const AT_ONCE = 32;

/** @returns starts a second, and each one's milliseconds */
const timed = async (count: number, one: (index: number) => Promise<void>): Promise<{ rate: number; each: number[] }> => {
  const each: number[] = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let index = next; index < count; index = next) {
      next += 1;
      const since = performance.now();
      await one(index);
      each.push(performance.now() - since);
    }
  }));
  return { rate: count / ((performance.now() - began) / 1000), each };
};

/** Asked as cheaply as can be: who asks shares the two cores with what is measured, and in an office is elsewhere. @throws Error unless it is made */
const post = (agent: Agent, url: string, headers: Readonly<Record<string, string>>, body: string): Promise<void> => new Promise((resolve, reject) => {
  request(url, { agent, method: 'POST', headers: { ...headers, 'Content-Length': Buffer.byteLength(body) } }, (response) => {
    response.resume().on('end', () => (response.statusCode === 201 ? resolve() : reject(new Error(`registration answered ${response.statusCode}`)))).on('error', reject);
  }).on('error', reject).end(body);
});

const main = async (): Promise<void> => {
  const [items, rounds] = [numberOption('items', 400), numberOption('rounds', 5)];
  const engines = await startEngines({ mode: 'temporary', say: () => undefined, env: process.env, ignoreConfigured: true, searchAttributes: SEARCH_ATTRIBUTES });
  const office = await openOffice({
    settings: parseSettings({ NODE_ENV: 'production', YANXING_PORT: '0', YANXING_READS_A_MINUTE: '0', YANXING_WRITES_A_MINUTE: '0', YANXING_DATA: mkdtempSync(join(tmpdir(), 'yanxing-bench-')) }),
    mongoUri: engines.mongoUri, temporalAddress: engines.temporalAddress, smtpUrl: 'smtp://127.0.0.1:9', parts: { api: true, worker: false }, log: pino({ level: 'silent' }),
  });
  try {
    await office.stores.organisation.importAll(largeOrganisation());
    tellMachine(engines);
    const headers = { 'Content-Type': 'application/json', ...(await createDoor(office.stores, () => ['registrar'])('registrar')) };
    const url = `${office.api?.url ?? ''}/api/commitments`;
    const due = addDays(civilDateOf(office.clock.now()), 30);
    const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
    let keys = 0;
    const bare = async (): Promise<void> => {
      await office.temporal.client.workflow.start('empty', { taskQueue: 'nobody', workflowId: `bare-${keys += 1}` });
    };
    const ours = async (index: number): Promise<void> => {
      await post(agent, url, { ...headers, 'Idempotency-Key': `bench-${keys += 1}` },
        JSON.stringify({ title: '制定数据共享管理办法', kind: 'deliverable', lead: `u${index % 300}`, sponsor: `sponsor-${index % 10}`, acceptance: ['印发管理办法'], due }));
    };
    const rates: { bare: number[]; ours: number[]; ratio: number[] } = { bare: [], ours: [], ratio: [] };
    const each: { bare: number[]; ours: number[] } = { bare: [], ours: [] };
    const cores: Record<string, number[]> = {};
    for (let round = 0; round <= rounds; round += 1) {
      const a = await timed(items, bare);
      const watch = watchCores({ api: process.pid, mongod: engines.pids.mongo, temporal: engines.pids.temporal });
      const b = await timed(items, ours);
      const used = watch();
      // The first one warms up.
      if (round === 0) continue;
      rates.bare.push(a.rate);
      rates.ours.push(b.rate);
      rates.ratio.push(b.rate / a.rate);
      each.bare.push(...a.each);
      each.ours.push(...b.each);
      for (const [name, value] of Object.entries({ ...used.named, others: used.others, idle: used.idle })) (cores[name] ??= []).push(value);
    }
    table(`registration, ${items} each in turn, ${AT_ONCE} in flight, ${rounds} rounds`, ['what', 'a second', 'p50 ms', 'p99 ms'], [
      ['bare client.workflow.start', spreadOf(rates.bare), quantile(each.bare, 0.5).toFixed(1), quantile(each.bare, 0.99).toFixed(1)],
      ['POST /api/commitments', spreadOf(rates.ours), quantile(each.ours, 0.5).toFixed(1), quantile(each.ours, 0.99).toFixed(1)],
      ['ratio', spreadOf(rates.ratio, 2), '', ''],
    ]);
    table('cores while registering', Object.keys(cores), [Object.values(cores).map((one) => median(one).toFixed(2))]);
  } finally {
    await office.stop();
    await engines.stop();
  }
};

main().then(() => process.exit(0), (error: unknown) => {
  console.error(error);
  process.exit(1);
});
