/**
 * What a life costs, and by which way its effects should travel (docs/decisions/0002-effects.md).
 * Parts: `events` (a life of 180 days), `commands` (each command by itself), `throughput` (commands a second), `outage` (MongoDB away for 20 s). All, if none is named.
 * Exit code 1 where a life or a command needs more events than its bound.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '../domain/commands';
import { addDays, civilDateOf, daysBetween, instantAt, msOf, type CivilDate } from '../domain/time';
import { startEngines, type Engines } from '../scripts/engines';
import { startMailSink } from '../scripts/mail-sink';
import type { Office } from '../scripts/office';
import type { Workers } from '../scripts/worker-runtime';
import { rawCollection } from '../stores/connection';
import type { CommitmentDocument } from '../stores/commitments';
import { createWorld, type World } from '../tests/support/world';
import { commitmentWorkflowId, COMMITMENT_QUEUE, noticeWorkflowId } from '../workflows/ids';
import { COMMAND_BOUNDS, eventsOfCommands } from './support/command-events';
import { eventsOf, SKIPPING, sum, type Events } from './support/events';
import { openBenchOffice, startBenchWorkers, VARIANT_NAMES, type Variant } from './support/offices';
import { load, median, numberOption, partsWanted, quantile, spreadOf, table, tellMachine } from './support/report';
import { inFlight, largeOrganisation, seed, startAll, until, type Seeded } from './support/seed';
import type { DailyPollInput } from './workflows/daily-poll.workflow';

const BOUNDS = { local: 80, ordinary: 110 } as const;
const FIRST = '2026-02-24';
const LAST = '2026-08-24';
const DAYS = daysBetween(FIRST, LAST);
const KINDS: readonly (readonly [string, (name: string) => boolean])[] = [
  ['workflow tasks', (name) => name.startsWith('WORKFLOW_TASK')],
  ['activities', (name) => name.startsWith('ACTIVITY')],
  ['markers (local activities)', (name) => name === 'MARKER_RECORDED'],
  ['timers', (name) => name.startsWith('TIMER')],
  ['updates', (name) => name.includes('_UPDATE_')],
  ['signals', (name) => name.includes('SIGNAL')],
  ['search attributes', (name) => name.includes('SEARCH_ATTRIBUTES')],
  ['start and end', (name) => name === 'WORKFLOW_EXECUTION_STARTED' || name === 'WORKFLOW_EXECUTION_COMPLETED'],
];

interface Life { readonly events: Events; readonly noticeEvents: number; readonly notices: number; readonly days: number }

/** Sign, 6 reminders, 2 reports, 1 amended deadline, 1 rung with its slip delivered, evidence with the request for closure, review, look-back. */
const liveOn = async (world: World): Promise<Life> => {
  const id = await world.register({ due: '2026-04-17' });
  const { stores, temporal } = world.office;
  const linesDue = async (day: CivilDate): Promise<boolean> =>
    ((await stores.commitments.get(id))?.lines ?? []).some((line) => line.occasion === 'reminder' && civilDateOf(line.at) === day);
  let today: CivilDate = FIRST;
  /** With the digests of the days on which a reminder stands in one. */
  const liveTo = async (day: CivilDate, time: string): Promise<void> => {
    for (today = addDays(today, 1); today < day; today = addDays(today, 1)) {
      if (!(await linesDue(today))) continue;
      await world.until(today, '08:31');
      await world.digest(today);
    }
    if (await linesDue(day)) {
      await world.until(day, '08:31');
      await world.digest(day);
    }
    await world.until(day, time);
  };
  await liveTo('2026-02-25', '10:00');
  await world.act(id, { name: 'sign', unit: 'sjj' });
  await liveTo('2026-03-12', '10:00');
  await world.act(id, { name: 'report', unit: 'sjj', percent: 30, line: '初稿形成' });
  await liveTo('2026-04-16', '10:00');
  await world.act(id, { name: 'amend', due: '2026-05-22', reason: '上位法修订，经批准延期' }, 'registrar');
  await liveTo('2026-05-07', '10:00');
  await world.act(id, { name: 'report', unit: 'sjj', percent: 80, line: '征求意见完毕' });
  await liveTo('2026-05-25', '10:00');
  // As a unit does it: the file first, then one request that names it.
  const put = await fetch(`${world.url}/api/commitments/${id}/evidence/e1/file?name=${encodeURIComponent('印发稿.txt')}`, {
    method: 'PUT', headers: { 'Content-Type': 'application/octet-stream', ...(await world.as('officer')) }, body: '管理办法',
  });
  if (!put.ok) throw new Error(`the file was answered ${put.status}: ${await put.text()}`);
  // The server adds what it knows of the file.
  await world.act(id, { name: 'requestClosure', unit: 'sjj', summary: '管理办法已印发', evidence: [{ id: 'e1', criterion: 'a1' }] } as unknown as Command);
  await liveTo('2026-05-26', '10:00');
  await world.act(id, { name: 'review', result: 'accepted', text: '属实，同意办结' }, 'rev');
  await liveTo(LAST, '10:00');
  await world.act(id, { name: 'lookBack', result: 'passed', text: '办法执行良好' }, 'rev');
  await temporal.client.workflow.getHandle(commitmentWorkflowId(id)).result();

  const lines = await world.lines(id);
  const lived = {
    reminders: lines.join().split('reminder-').length - 1, rungs: await world.rungs(id), status: (await world.state(id)).status,
  };
  if (JSON.stringify(lived) !== JSON.stringify({ reminders: 6, rungs: ['2026-05-25 08:30 chase'], status: 'WRITTEN_OFF' })) {
    throw new Error(`not the life that was to be counted: ${JSON.stringify(lived)}`);
  }
  const slips = (await stores.notices.list({ commitment: id })).filter(({ factSeq }) => factSeq !== null);
  const noticeEvents = await Promise.all(slips.map(async ({ _id }) => sum(await eventsOf(temporal.client, noticeWorkflowId(_id)))));
  return { events: await eventsOf(temporal.client, commitmentWorkflowId(id)), notices: slips.length, noticeEvents: noticeEvents.reduce((a, b) => a + b, 0), days: DAYS };
};

const life = async (variant: Variant): Promise<Life> => {
  const world = await createWorld({ start: instantAt(FIRST, '09:00') });
  try {
    await world.office.workers?.stop();
    world.office.workers = await startBenchWorkers({ address: world.engines.temporalAddress, office: world.office, variant });
    return await liveOn(world);
  } finally {
    await world.stop();
  }
};

/** Days of a tenth of a second: their length changes no event, and 180 skips would take three minutes. */
const POLL_DAY_MS = 100;
const naive = async (): Promise<Events> => {
  const world = await createWorld({ start: instantAt(FIRST, '09:00') });
  try {
    await world.office.workers?.stop();
    world.office.workers = await startBenchWorkers({ address: world.engines.temporalAddress, office: world.office, variant: 'local' });
    const { client } = world.office.temporal;
    const commitment = await world.register({ due: '2026-06-30' });
    await client.workflow.execute<(input: DailyPollInput) => Promise<void>>('dailyPoll', {
      workflowId: 'daily-poll', taskQueue: COMMITMENT_QUEUE, args: [{ commitment, days: DAYS, dayMs: POLL_DAY_MS }],
    });
    return await eventsOf(client, 'daily-poll');
  } finally {
    await world.stop();
  }
};

const countEvents = async (): Promise<boolean> => {
  const [local, ordinary, poll] = await Promise.all([life('local'), life('ordinary'), naive()]);
  const columns = [local.events, ordinary.events, poll];
  table(`Events of a life of ${DAYS} days (those of time skipping not counted: ${SKIPPING.map((name) => columns.map((one) => one.get(name) ?? 0).join('/')).join(' and ')})`,
    ['', VARIANT_NAMES.local, VARIANT_NAMES.ordinary, 'c · naive daily poll, without commands'], [
      ...KINDS.map(([name, wanted]) => [name, ...columns.map((one) => sum(one, wanted))]),
      ['all', ...columns.map((one) => sum(one))],
      ['bound', BOUNDS.local, BOUNDS.ordinary, '–'],
      ['naive, times ours', ...columns.map((one) => (sum(poll) / sum(one)).toFixed(1))],
      ['beside it: its mails, each a workflow', ...[local, ordinary].map((one) => `${one.notices} with ${one.noticeEvents}`), 'none'],
    ]);
  for (const [variant, { events }] of [['local', local], ['ordinary', ordinary]] as const) {
    if (sum(events) > BOUNDS[variant]) console.error(`${VARIANT_NAMES[variant]}: ${sum(events)} events, above its bound of ${BOUNDS[variant]}`);
  }
  const others = columns.flatMap((one) => [...one.keys()]).filter((name) => !SKIPPING.includes(name) && !KINDS.some(([, wanted]) => wanted(name)));
  if (others.length > 0) throw new Error(`events in no row: ${[...new Set(others)].join(', ')}`);
  // What is shipped must keep its bound; the other one is only compared.
  return sum(local.events) <= BOUNDS.local;
};

/** Each command by itself: what it adds to a history, its wake included. */
const countCommands = async (): Promise<boolean> => {
  // One after the other: a write that a busy machine holds up goes the ordinary way, which would be counted too.
  const [local, ordinary] = [await eventsOfCommands('local'), await eventsOfCommands('ordinary')];
  table('Events of one command', ['', VARIANT_NAMES.local, VARIANT_NAMES.ordinary], [
    ...[...local].map(([name, events]) => [name, events, ordinary.get(name) ?? '–']),
    ['bound', COMMAND_BOUNDS.local, COMMAND_BOUNDS.ordinary],
  ]);
  const over = (found: ReadonlyMap<string, number>, bound: number): boolean => [...found.values()].some((events) => events > bound);
  return !over(local, COMMAND_BOUNDS.local) && !over(ordinary, COMMAND_BOUNDS.ordinary);
};

/** One way of carrying effects, with an office, its workers and its signed commitments. */
interface Contender {
  readonly variant: Variant;
  readonly office: Office;
  readonly workers: Workers;
  readonly seeded: Seeded;
  readonly commitments: ReturnType<typeof rawCollection<CommitmentDocument>>;
}

const HERE = '2026-03-04';

const withContenders = async (variants: readonly Variant[], count: number, work: (contenders: readonly Contender[], engines: Engines) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'yanxing-bench-'));
  const engines = await startEngines({ mode: 'temporary', say: () => undefined, env: process.env, ignoreConfigured: true });
  const sink = await startMailSink({ folder });
  const contenders: Contender[] = [];
  try {
    for (const variant of variants) {
      const office = await openBenchOffice({ engines, smtpUrl: sink.url, name: `bench-${variant}` });
      await office.stores.organisation.importAll(largeOrganisation());
      const workers = await startBenchWorkers({ address: engines.temporalAddress, office, variant });
      const at = instantAt(HERE, '10:00');
      const seeded = await seed(office.stores, { count, prefix: variant, at, due: '2026-05-29', clockShiftMs: msOf(at) - Date.now(), wakeSpreadMs: 0 });
      await startAll(office.temporal, seeded);
      contenders.push({ variant, office, workers, seeded, commitments: rawCollection<CommitmentDocument>(office.stores.connection, 'commitments') });
    }
    await work(contenders, engines);
  } catch (error) {
    // Told before the clean-up: a call that is being repeated may end the process then.
    console.error(error);
    throw error;
  } finally {
    await Promise.all(contenders.map(async ({ workers, office }) => {
      await workers.stop();
      await office.stop();
    }));
    await sink.stop();
    await engines.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

let updates = 0;
const report = ({ office, seeded }: Contender, index: number, percent: number) => {
  const { id, units } = seeded.states[index] ?? { id: '', units: [] };
  return office.temporal.command(id, {
    command: { name: 'report', unit: units[0]?.unit ?? '', percent, line: `第${percent}次` }, actor: { person: 'officer', name: '承办人' }, updateId: `u${(updates += 1)}`,
  });
};
const allWritten = ({ commitments, seeded }: Contender, version: number) => async (): Promise<boolean> =>
  (await commitments.countDocuments({ version: { $gte: version } })) === seeded.states.length;
const indexes = ({ seeded }: Contender): number[] => seeded.states.map((_, index) => index);
/** Every seeded commitment has lived through three facts: registered, dispatched, signed. */
const SEEDED_VERSION = 3;

const ROUNDS = 6;
const throughput = (count: number): Promise<void> => withContenders(['local', 'ordinary'], count, async (contenders) => {
  const rates = contenders.map((): number[] => []);
  const answers = contenders.map((): number[] => []);
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const [position, contender] of contenders.entries()) {
      const started = performance.now();
      const own: number[] = [];
      await inFlight(indexes(contender), 16, async (index) => {
        const asked = performance.now();
        const outcome = await report(contender, index, round);
        if (outcome.kind !== 'done') throw new Error(`${contender.variant}: ${JSON.stringify(outcome)}`);
        own.push(performance.now() - asked);
      });
      await until(`round ${round} of ${contender.variant} to be written`, 60_000, allWritten(contender, SEEDED_VERSION + round), 10);
      // The first round warms both up.
      if (round > 1) {
        rates[position]?.push(count / ((performance.now() - started) / 1000));
        answers[position]?.push(...own);
      }
    }
  }
  // One at a time: is what a person was told already in the projection that everybody reads?
  const behind = contenders.map((): number[] => []);
  for (let index = 0; index < Math.min(40, count); index += 1) {
    for (const [position, contender] of contenders.entries()) {
      const outcome = await report(contender, index, ROUNDS + 1);
      if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
      const answered = performance.now();
      const id = contender.seeded.states[index]?.id ?? '';
      let lag = 0;
      for (let first = true; ; first = false) {
        const document = await contender.commitments.findOne({ _id: id }, { projection: { version: 1 } });
        if ((document?.version ?? 0) >= outcome.answer.seq) break;
        lag = performance.now() - answered;
        if (first) await new Promise((resolve) => setImmediate(resolve));
      }
      behind[position]?.push(lag);
    }
  }
  table(`Commands a second until the last one is written (${count} commitments, 16 in flight, ${ROUNDS - 1} rounds A/B, median and range)`,
    ['', ...contenders.map(({ variant }) => VARIANT_NAMES[variant])], [
      ['commands a second', ...rates.map((own) => spreadOf(own))],
      ['answer p50 / p99, ms', ...answers.map((own) => `${quantile(own, 0.5).toFixed(0)} / ${quantile(own, 0.99).toFixed(0)}`)],
      ['answered before it could be read', ...behind.map((own) => `${own.filter((lag) => lag > 0).length} of ${own.length}`)],
      ['… by so many ms, p50 / max', ...behind.map((own) => {
        const late = own.filter((lag) => lag > 0);
        return late.length === 0 ? '–' : `${median(late).toFixed(0)} / ${Math.max(...late).toFixed(0)}`;
      })],
    ]);
  const [a, b] = rates;
  const ratios = (a ?? []).map((rate, index) => rate / (b?.[index] ?? Number.NaN));
  console.log(`a / b: ${spreadOf(ratios, 2)}; load average ${load()}`);
});

const AWAY_MS = 20_000;
const SAMPLED = 20;

interface Outage {
  readonly usual: readonly number[];
  readonly away: readonly number[];
  readonly answers: readonly number[];
  readonly unknown: number;
  readonly caughtUpMs: number;
  readonly wrong: number;
}

/** Each contender has the machine for itself: what one holds up must not hold up another. */
const outageOf = async (variant: Variant, count: number): Promise<Outage> => {
  const found: Outage[] = [];
  await withContenders([variant], count, async ([contender], engines) => {
    if (!contender) throw new Error('no contender');
    const { client } = contender.office.temporal;
    const sizes = (): Promise<number[]> => Promise.all(contender.seeded.states.slice(0, SAMPLED).map(async ({ id }) => sum(await eventsOf(client, commitmentWorkflowId(id)))));
    /** Until the task that follows the write is over as well. */
    const settledSizes = async (): Promise<number[]> => {
      for (let before = ''; ;) {
        const now = await sizes();
        if (JSON.stringify(now) === before) return now;
        before = JSON.stringify(now);
        await new Promise((resolve) => setTimeout(resolve, 2_000));
      }
    };
    const added = async (work: () => Promise<void>): Promise<number[]> => {
      const before = await settledSizes();
      await work();
      return (await settledSizes()).map((size, index) => size - (before[index] ?? 0));
    };
    const answers: number[] = [];
    let unknown = 0;
    const everyReport = (percent: number): Promise<void> => inFlight(indexes(contender), count, async (index) => {
      const asked = performance.now();
      const { kind } = await report(contender, index, percent);
      answers.push(performance.now() - asked);
      if (kind !== 'done') unknown += 1;
    });
    const usual = await added(async () => {
      await everyReport(1);
      await until('the usual write', 60_000, allWritten(contender, SEEDED_VERSION + 1));
    });
    answers.length = 0;
    unknown = 0;
    let caughtUpMs = 0;
    const away = await added(async () => {
      await engines.killMongo?.();
      const asking = everyReport(2);
      await new Promise((resolve) => setTimeout(resolve, AWAY_MS));
      await engines.restartMongo?.();
      const back = performance.now();
      await asking;
      // The driver finds the server again by itself; a poll may meet it half-way.
      await until(`${variant} to catch up`, 120_000, () => allWritten(contender, SEEDED_VERSION + 2)().catch(() => false));
      caughtUpMs = performance.now() - back;
    });
    const wrong = await contender.commitments.countDocuments({ version: { $ne: SEEDED_VERSION + 2 } });
    found.push({ usual, away, answers: [...answers], unknown, caughtUpMs, wrong });
  });
  const [only] = found;
  if (!only) throw new Error('nothing found');
  return only;
};

const outage = async (count: number): Promise<void> => {
  const variants = ['local', 'patient', 'breaker', 'ordinary', 'local-only'] as const;
  const all: Outage[] = [];
  for (const variant of variants) all.push(await outageOf(variant, count));
  table(`MongoDB away for ${AWAY_MS / 1000} s, ${count} commitments with one command each at its beginning`,
    ['', ...variants.map((variant) => VARIANT_NAMES[variant])], [
      ['events of a command, usually', ...all.map(({ usual }) => spreadOf(usual, 0))],
      ['events of a command, meanwhile', ...all.map(({ away }) => spreadOf(away, 0))],
      ['answer p50 / max, s', ...all.map(({ answers }) => `${(quantile(answers, 0.5) / 1000).toFixed(1)} / ${(Math.max(...answers) / 1000).toFixed(1)}`)],
      [`answers that stayed unknown (10 s), of ${count}`, ...all.map(({ unknown }) => unknown)],
      ['all written after its return, s', ...all.map(({ caughtUpMs }) => (caughtUpMs / 1000).toFixed(1))],
      ['written twice or not at all', ...all.map(({ wrong }) => wrong)],
    ]);
  console.log(`load average ${load()}`);
};

const main = async (): Promise<boolean> => {
  const engines = await startEngines({ mode: 'temporary', say: console.error, env: process.env, ignoreConfigured: true });
  tellMachine(engines);
  await engines.stop();
  const parts = partsWanted(['events', 'commands', 'throughput', 'outage'] as const);
  const count = numberOption('count', 100);
  const lives = !parts.includes('events') || (await countEvents());
  const commands = !parts.includes('commands') || (await countCommands());
  if (parts.includes('throughput')) await throughput(count);
  if (parts.includes('outage')) await outage(Math.min(count, 60));
  return lives && commands;
};

main().then((fine) => { process.exit(fine ? 0 : 1); }, (error: unknown) => {
  console.error(error);
  process.exit(1);
});
