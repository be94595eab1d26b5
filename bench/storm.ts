/**
 * Many moments at once. Parts: `instances` (what a workflow costs its worker before it does anything), `bare` (empty wakes),
 * `storm` (a rung of all at the same moment), `ordinary` and `patient` (the same with effects travelling otherwise), `spread` (the same, spread over a window), `digest`. All, if none is named;
 * `bare` runs before a storm in any case, for its figure must be of the same run.
 *   --count N     commitments, and digest lines; default 3000
 *   --spread S    seconds of the window; default 60 (the pack's is 600)
 *   --memory      Temporal in memory instead of on disk as `npm start` runs it
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createTransport } from 'nodemailer';
import { wakeDelayMs } from '../domain/moments';
import { instantAt, msOf } from '../domain/time';
import { startEngines, type Engines } from '../scripts/engines';
import { installRuntime } from '../scripts/worker-runtime';
import { startMailSink, type MailSink } from '../scripts/mail-sink';
import { verifyLedger } from '../scripts/verify';
import { rawCollection } from '../stores/connection';
import type { NoticeRecord } from '../stores/notices';
import { COMMITMENT_QUEUE, noticeWorkflowId } from '../workflows/ids';
import { watchCores, type CoresUsed } from './support/machine';
import { benchBundle, openBenchOffice, startBenchWorkers, VARIANT_NAMES, type EffectsCall, type Variant } from './support/offices';
import { load, numberOption, partsWanted, quantile, spreadOf, table, tellMachine } from './support/report';
import { inFlight, largeOrganisation, seed, startAll, until } from './support/seed';

const COUNT = numberOption('count', 3_000);
const SPREAD_MS = numberOption('spread', 60) * 1_000;
/** Due on 31 March, so 催办 comes on 1 April at opening. */
const [SIGNED_AT, DUE, CHASE_AT] = [instantAt('2026-03-30', '10:00'), '2026-03-31', instantAt('2026-04-01', '08:30')];
const SLIPS_EACH = 3;

interface Ground { readonly engines: Engines; readonly sink: MailSink; readonly folder: string }

const withGround = async <T>(work: (ground: Ground) => Promise<T>): Promise<T> => {
  const [folder, dataDir] = await Promise.all([mkdtemp(join(tmpdir(), 'yanxing-bench-')), mkdtemp(join(tmpdir(), 'yanxing-bench-'))]);
  const engines = await startEngines({
    mode: 'temporary', say: () => undefined, env: process.env, ignoreConfigured: true, ...(process.argv.includes('--memory') ? {} : { dataDir }),
  });
  const sink = await startMailSink({ folder });
  try {
    return await work({ engines, sink, folder });
  } finally {
    await sink.stop();
    await engines.stop();
    await Promise.all([folder, dataDir].map((one) => rm(one, { recursive: true, force: true })));
  }
};

const seconds = (ms: number): string => (ms / 1000).toFixed(1);
const watch = ({ pids }: Engines): (() => CoresUsed) => watchCores({ temporal: pids.temporal, mongod: pids.mongo, 'worker+sink': process.pid });
const coresRow = (used: CoresUsed): string =>
  [...Object.entries(used.named), ['others', used.others] as const, ['idle', used.idle] as const].map(([name, cores]) => `${name} ${cores.toFixed(2)}`).join(', ');

interface Bare { readonly late: readonly number[]; readonly startsASecond: number; readonly cores: CoresUsed }

/** As many timers, and nothing to do when they fire. */
const bareWakes = async (ground: Ground): Promise<Bare> => {
  const office = await openBenchOffice({ engines: ground.engines, smtpUrl: ground.sink.url, name: 'bench-bare' });
  const workers = await startBenchWorkers({ address: ground.engines.temporalAddress, office, variant: 'bare' });
  const { client } = office.temporal;
  const start = async (name: string, moment: number): Promise<void> => {
    await client.workflow.start<(until: number) => Promise<void>>('emptyWake', { workflowId: name, taskQueue: COMMITMENT_QUEUE, args: [moment] });
  };
  try {
    const warm = Array.from({ length: 200 }, (_, index) => index);
    const probed = performance.now();
    await inFlight(warm, 32, (index) => start(`warm-${index}`, 0));
    const startsASecond = warm.length / ((performance.now() - probed) / 1000);
    const moment = Math.round(Date.now() + 5_000 + (2_000 * COUNT) / startsASecond);
    await inFlight(Array.from({ length: COUNT }, (_, index) => index), 32, (index) => start(`empty-${index}`, moment));
    if (Date.now() > moment) throw new Error('the last empty timer started after its moment');
    await new Promise((resolve) => setTimeout(resolve, moment - Date.now()));
    const stop = watch(ground.engines);
    const query = 'WorkflowType="emptyWake" AND ExecutionStatus="Completed" AND WorkflowId STARTS_WITH "empty-"';
    let cores: CoresUsed | null = null;
    await until('the empty wakes', 300_000, async () => (await client.workflow.count(query)).count >= COUNT, 500);
    cores = stop();
    const late: number[] = [];
    for await (const { closeTime } of client.workflow.list({ query, pageSize: 1_000 })) late.push((closeTime?.getTime() ?? Number.NaN) - moment);
    return { late, startsASecond, cores };
  } finally {
    await workers.stop();
    await office.stop();
  }
};

interface Storm {
  readonly written: readonly number[];
  readonly recorded: readonly number[];
  /** From each commitment's own place in the window. */
  readonly recordedOwn: readonly number[];
  /** What the metric said of the same outcomes. */
  readonly told: readonly number[];
  readonly effects: readonly EffectsCall[];
  readonly deliverMs: readonly number[];
  readonly conflicts: number;
  readonly aborted: number;
  readonly faults: number;
  readonly mails: string;
  readonly startsASecond: number;
  readonly leftBeforeMoment: number;
  readonly cores: CoresUsed;
}

const storm = async (ground: Ground, { startsASecond }: Bare, wakeSpreadMs: number, variant: Variant): Promise<Storm> => {
  const name = `bench-${variant}-${wakeSpreadMs}`;
  const office = await openBenchOffice({ engines: ground.engines, smtpUrl: ground.sink.url, name });
  const { stores, temporal } = office;
  await stores.organisation.importAll(largeOrganisation());
  const earlier = new Set(ground.sink.bodies.keys());
  const effects: EffectsCall[] = [];
  const [recorded, recordedOwn, told, deliverMs]: number[][] = [[], [], [], []] as const;
  let moment = 0;
  const delays = new Map<string, number>();
  const workers = await startBenchWorkers({
    address: ground.engines.temporalAddress, office, variant,
    onEffects: (call) => effects.push(call),
    onDelivered: (ms, noticeId) => {
      deliverMs?.push(ms);
      recorded?.push(Date.now() - moment);
      recordedOwn?.push(Date.now() - moment - (delays.get(noticeId.split(':')[0] ?? '') ?? 0));
    },
    onSettled: (_occasion, _outcome, latenessSeconds) => told?.push(latenessSeconds * 1_000),
  });
  const serverStatus = async (): Promise<{ conflicts: number; aborted: number }> => {
    const status = await stores.connection.db?.admin().serverStatus() as { metrics: { operation: { writeConflicts: number } }; transactions: { totalAborted: number } };
    return { conflicts: status.metrics.operation.writeConflicts, aborted: status.transactions.totalAborted };
  };
  try {
    // The seeding itself takes its time, and the moment stands in the states: seeding is counted in.
    moment = Math.round(Date.now() + 10_000 + COUNT * 8 + (3_000 * COUNT) / startsASecond);
    const seeded = await seed(stores, {
      count: COUNT, prefix: name, at: SIGNED_AT, due: DUE, clockShiftMs: msOf(CHASE_AT) - moment, wakeSpreadMs,
    });
    for (const state of seeded.states) delays.set(state.id, wakeDelayMs(state, { kind: 'rung', at: CHASE_AT, index: 0 }));
    const rate = await startAll(temporal, seeded);
    const leftBeforeMoment = moment - Date.now();
    if (leftBeforeMoment < 0) throw new Error('the last commitment started after the moment');
    await new Promise((resolve) => setTimeout(resolve, leftBeforeMoment));
    const [before, stop] = [await serverStatus(), watch(ground.engines)];
    const notices = rawCollection<NoticeRecord>(stores.connection, 'notices');
    let [seen, since] = [0, Date.now()];
    await until(`${COUNT * SLIPS_EACH} outcomes`, 3_600_000, async () => {
      const now = await notices.countDocuments({ state: 'sent' });
      if (now > seen) [seen, since] = [now, Date.now()];
      if (Date.now() - since > 60_000 + wakeSpreadMs) {
        const open = await notices.find({ state: { $ne: 'sent' } }).limit(3).toArray();
        const missing = open.map(async ({ _id, state, attempts, error }) => {
          const run = await temporal.client.workflow.getHandle(noticeWorkflowId(_id)).describe().then(({ status }) => status.name, (error: unknown) => String(error));
          return `${_id} ${state} after ${attempts} attempts (${error ?? 'no error'}), its workflow ${run}`;
        });
        throw new Error(`${now} of ${COUNT * SLIPS_EACH} outcomes, and none for a minute: ${(await Promise.all(missing)).join('; ')}`);
      }
      return now >= COUNT * SLIPS_EACH;
    }, 200);
    const cores = stop();
    const after = await serverStatus();
    const own = [...ground.sink.bodies].filter(([messageId]) => !earlier.has(messageId));
    return {
      written: effects.filter(({ failed }) => !failed).map(({ endedAt }) => endedAt - moment),
      recorded: recorded ?? [], recordedOwn: recordedOwn ?? [], told: told ?? [], effects, deliverMs: deliverMs ?? [],
      conflicts: after.conflicts - before.conflicts, aborted: after.aborted - before.aborted,
      faults: (await verifyLedger(stores)).faults.length,
      mails: `${own.length}, ${own.filter(([, times]) => times > 1).length} of them twice`,
      startsASecond: rate, leftBeforeMoment, cores,
    };
  } finally {
    await workers.stop();
    await office.stop();
  }
};

const pair = (values: readonly number[]): string => `${seconds(quantile(values, 0.5))} / ${seconds(quantile(values, 0.99))} / ${seconds(Math.max(...values))}`;

/** Named only where the figures name it. */
const bottleneckOf = ({ cores, deliverMs, effects }: Storm): string => {
  const { named: { temporal = 0, mongod = 0, 'worker+sink': worker = 0 }, idle, others } = cores;
  const first = ([['the Temporal server', temporal], ['the worker process', worker], ['MongoDB', mongod]] as const).toSorted((a, b) => b[1] - a[1])[0];
  const waits = `an outcome spends ${quantile(deliverMs, 0.5).toFixed(0)} ms (p50) in its activity, a wake ${quantile(effects.map(({ ms }) => ms), 0.5).toFixed(0)} ms`;
  if (idle > 0.3) return `no processor: ${idle.toFixed(2)} cores idle; ${waits}`;
  return `the processor, most of it taken by ${first?.[0] ?? '?'} (${(first?.[1] ?? 0).toFixed(2)} cores; others' programs ${others.toFixed(2)}); ${waits}`;
};

const tellStorm = (title: string, bare: Bare, result: Storm): void => {
  const { effects } = result;
  const wakesASecond = (late: readonly number[]): string => (late.length / (Math.max(...late) / 1000)).toFixed(0);
  table(title, ['', 'p50 / p99 / last, s', 'a second'], [
    ['bare engine: empty wake over', pair(bare.late), wakesASecond(bare.late)],
    ['rung written down', pair(result.written), wakesASecond(result.written)],
    ["slip's outcome recorded", pair(result.recorded), wakesASecond(result.recorded)],
    ['… from its own place in the window', pair(result.recordedOwn), ''],
    ['… as the metric tells it', pair(result.told), ''],
  ]);
  table('Beside it', ['', ''], [
    ['outcome p99 / empty wake p99', (quantile(result.recorded, 0.99) / quantile(bare.late, 0.99)).toFixed(1)],
    ['effects: local, failed local, ordinary', [
      effects.filter((call) => call.isLocal).length, effects.filter((call) => call.isLocal && call.failed).length, effects.filter((call) => !call.isLocal).length,
    ].join(', ')],
    ['MongoDB: write conflicts, aborted transactions', `${result.conflicts}, ${result.aborted}`],
    ['cores, bare', coresRow(bare.cores)],
    ['cores, ours', coresRow(result.cores)],
    ['event loop delay p99, ms', result.cores.loopDelayP99.toFixed(0)],
    ['commitments started a second; last one before the moment', `${result.startsASecond.toFixed(0)}; ${seconds(result.leftBeforeMoment)} s`],
    ['outcomes that the metric never heard of', COUNT * SLIPS_EACH - result.told.length],
    ['mails at the sink', result.mails],
    ['faults in ledger and projections', result.faults],
  ]);
  console.log(`Bottleneck: ${bottleneckOf(result)}.`);
};

const INSTANCES = 60;
const INSTANCE_ROUNDS = 4;

/** Processor time of this process for a workflow that does nothing, by bundle. */
const instances = async ({ engines }: Ground): Promise<void> => {
  installRuntime('ERROR');
  const kinds = ['bare', 'local', 'preloaded'] as const;
  const office = await openBenchOffice({ engines, smtpUrl: 'smtp://127.0.0.1:1', name: 'bench-instances' });
  const { client } = office.temporal;
  const connection = await NativeConnection.connect({ address: engines.temporalAddress });
  const took = kinds.map((): number[] => []);
  try {
    for (let round = 1; round <= INSTANCE_ROUNDS; round += 1) {
      for (const [position, kind] of kinds.entries()) {
        const taskQueue = `${kind}-${round}`;
        const worker = await Worker.create({
          connection, namespace: client.options.namespace, taskQueue, workflowBundle: await benchBundle(kind), maxCachedWorkflows: 500,
        });
        const running = worker.run();
        const run = (index: number): Promise<void> => client.workflow.execute<(until: number) => Promise<void>>('emptyWake', { workflowId: `${taskQueue}-${index}`, taskQueue, args: [0] });
        await run(-1);
        const before = process.cpuUsage();
        await inFlight(Array.from({ length: INSTANCES }, (_, index) => index), 32, (index) => run(index));
        const { user, system } = process.cpuUsage(before);
        if (round > 1) took[position]?.push((user + system) / 1_000 / INSTANCES);
        worker.shutdown();
        await running;
      }
    }
  } finally {
    await connection.close();
    await office.stop();
  }
  table(`Processor time for a workflow that does nothing, client included (${INSTANCE_ROUNDS - 1} rounds interleaved, median and range)`, ['bundle', 'ms'], [
    ['that workflow alone', spreadOf(took[0] ?? [])], ['ours, as shipped', spreadOf(took[1] ?? [])], ['ours, zod and domain/ loaded once a worker', spreadOf(took[2] ?? [])],
  ]);
};

const DIGEST_DAY = '2026-03-31';
const PEOPLE = 300;
const DIGEST_ROUNDS = 3;

/** The same mails through the same kind of pool to the same sink: what SMTP itself takes. */
const rawPool = async ({ sink }: Ground, mails: readonly Buffer[]): Promise<number> => {
  const pool = createTransport({ pool: true, url: sink.url, maxConnections: 20, maxMessages: 10_000 });
  const started = performance.now();
  await Promise.all(mails.map((raw, index) => pool.sendMail({ envelope: { from: 'duchashi@yanxing.invalid', to: [`p${index}@office.example`] }, raw })));
  const ms = performance.now() - started;
  pool.close();
  return ms;
};

const digests = async (ground: Ground): Promise<void> => {
  const [all, gathered, raw]: number[][] = [[], [], []] as const;
  let cores = '';
  for (let round = 1; round <= DIGEST_ROUNDS; round += 1) {
    const office = await openBenchOffice({ engines: ground.engines, smtpUrl: ground.sink.url, name: `bench-digest-${round}` });
    const { stores, temporal } = office;
    await stores.organisation.importAll(largeOrganisation());
    // T-3 of each is the day of the digest; no other line is due by then.
    await seed(stores, { count: COUNT, prefix: `d${round}`, at: SIGNED_AT, due: '2026-04-03', clockShiftMs: 0, wakeSpreadMs: 0 });
    await temporal.ensureDigestSchedule('08:30');
    const workers = await startBenchWorkers({ address: ground.engines.temporalAddress, office, variant: 'local' });
    const notices = rawCollection<NoticeRecord>(stores.connection, 'notices');
    try {
      const stop = watch(ground.engines);
      const started = performance.now();
      const at = msOf(instantAt(DIGEST_DAY, '08:30'));
      await temporal.backfillDigests(new Date(at - 1_000).toISOString(), new Date(at + 1_000).toISOString());
      await until('the gathering', 120_000, async () => (await stores.digests.run(DIGEST_DAY)) !== null, 20);
      gathered?.push(performance.now() - started);
      await until(`${COUNT} lines bundled`, 300_000, async () => (await notices.countDocuments({ state: 'bundled' })) >= COUNT, 50);
      all?.push(performance.now() - started);
      cores = coresRow(stop());
      const sent = await stores.digests.list({ states: ['sent'], limit: 10_000 });
      if (sent.length !== Math.min(PEOPLE, COUNT)) throw new Error(`${sent.length} digests instead of ${PEOPLE}`);
      const files = (await readdir(ground.folder)).sort().slice(-sent.length);
      raw?.push(await rawPool(ground, await Promise.all(files.map((file) => readFile(join(ground.folder, file))))));
    } finally {
      await workers.stop();
      await office.stop();
    }
  }
  table(`One digest of ${COUNT} lines for ${Math.min(PEOPLE, COUNT)} people (${DIGEST_ROUNDS} rounds, median and range)`, ['', 's'], [
    ['gathered', spreadOf((gathered ?? []).map((ms) => ms / 1000))],
    ['last outcome recorded', spreadOf((all ?? []).map((ms) => ms / 1000))],
    ['the same mails through a bare pool', spreadOf((raw ?? []).map((ms) => ms / 1000))],
    ['cores', cores],
  ]);
};

const main = async (): Promise<void> => {
  const parts = partsWanted(['instances', 'bare', 'storm', 'ordinary', 'patient', 'spread', 'digest'] as const);
  await withGround(async (ground) => {
    tellMachine(ground.engines);
    console.log(`${COUNT} commitments, ${SLIPS_EACH} slips each; Temporal ${process.argv.includes('--memory') ? 'in memory' : 'on disk'}`);
    if (parts.includes('instances')) await instances(ground);
    if (parts.some((part) => part !== 'instances' && part !== 'digest')) {
      const bare = await bareWakes(ground);
      table('Bare engine', ['', ''], [
        ['starts a second', bare.startsASecond.toFixed(0)], ['empty wake p50 / p99 / last, s', pair(bare.late)], ['cores', coresRow(bare.cores)],
      ]);
      for (const [part, variant] of [['storm', 'local'], ['ordinary', 'ordinary'], ['patient', 'patient']] as const) {
        if (parts.includes(part)) tellStorm(`A rung of ${COUNT} at one moment, not spread; effects ${VARIANT_NAMES[variant]}`, bare, await storm(ground, bare, 0, variant));
      }
      if (parts.includes('spread')) tellStorm(`A rung of ${COUNT} at one moment, spread over ${SPREAD_MS / 1000} s`, bare, await storm(ground, bare, SPREAD_MS, 'local'));
    }
    if (parts.includes('digest')) await digests(ground);
    console.log(`load average ${load()}`);
  });
};

main().then(() => process.exit(0), (error: unknown) => {
  console.error(error);
  process.exit(1);
});
