/**
 * `npm run bench -- replan [--count 10000]`: a calendar changed overnight, rolled out to so many open commitments,
 * beside the same number of bare signals in the same run on the same engines. Goal: at most twice their time.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Calendar } from '../domain/calendar';
import { instantAt, msOf } from '../domain/time';
import { startEngines, type Engines } from '../scripts/engines';
import { verifyLedger } from '../scripts/verify';
import { commitmentWorkflowId, COMMITMENT_QUEUE } from '../workflows/ids';
import { openBenchOffice, startBenchWorkers } from './support/offices';
import { load, numberOption, table, tellMachine } from './support/report';
import { inFlight, largeOrganisation, seed, startAll, until } from './support/seed';

const COUNT = numberOption('count', 1_000);
const PATIENCE_MS = 3_600_000;
const NO_MAIL = 'smtp://127.0.0.1:1';
const all = Array.from({ length: COUNT }, (_, index) => index);

/** @returns seconds from the first signal to the last workflow that took it */
const bareSignals = async (engines: Engines): Promise<number> => {
  const office = await openBenchOffice({ engines, smtpUrl: NO_MAIL, name: 'bench-signals' });
  const workers = await startBenchWorkers({ address: engines.temporalAddress, office, variant: 'bare' });
  const { client } = office.temporal;
  try {
    await inFlight(all, 32, async (index) => { await client.workflow.start('bareSignal', { workflowId: `bare-${index}`, taskQueue: COMMITMENT_QUEUE }); });
    // Those of the start are done: the first task has run, so that only the signal's is left.
    await until('the bare workflows to wait', PATIENCE_MS, async () => (await client.workflow.getHandle(`bare-${COUNT - 1}`).describe()).historyLength >= 4);
    const started = performance.now();
    await inFlight(all, 32, (index) => client.workflow.getHandle(`bare-${index}`).signal('told'));
    const query = 'WorkflowType="bareSignal" AND ExecutionStatus="Completed"';
    await until('the bare signals', PATIENCE_MS, async () => (await client.workflow.count(query)).count >= COUNT, 250);
    return (performance.now() - started) / 1000;
  } finally {
    await workers.stop();
    await office.stop();
  }
};

interface Rolled { readonly seconds: number; readonly mails: number; readonly entries: number; readonly faults: number }

const rollOut = async (engines: Engines): Promise<Rolled> => {
  const office = await openBenchOffice({ engines, smtpUrl: NO_MAIL, name: 'bench-replan' });
  const { stores, temporal } = office;
  await stores.organisation.importAll(largeOrganisation());
  const at = instantAt('2026-03-02', '09:00');
  const seeded = await seed(stores, { count: COUNT, prefix: 'r', at, due: '2026-06-30', clockShiftMs: msOf(instantAt('2026-03-03', '10:00')) - Date.now(), wakeSpreadMs: 0 });
  const workers = await startBenchWorkers({ address: engines.temporalAddress, office, variant: 'local' });
  try {
    await startAll(temporal, seeded);
    // Started 32 at a time, the last of them may overtake each other; asleep is who has armed a timer (started, its task, the timer: five events).
    const last = all.slice(-40);
    const asleep = async (index: number): Promise<boolean> => (await temporal.client.workflow.getHandle(commitmentWorkflowId(`r-${index}`)).describe()).historyLength >= 5;
    await until('all to sleep', PATIENCE_MS, async () => (await Promise.all(last.map(asleep))).every(Boolean), 500);
    const before = await stores.rules.calendar();
    const year = before.years['2026'];
    if (!year) throw new Error('no 2026');
    // Two days more at 端午: every reminder, rung and light around the end of June moves.
    const longer = { ...year, holidays: [...year.holidays, { date: '2026-06-22', name: '延长' }, { date: '2026-06-23', name: '延长' }] };
    const after: Calendar = { version: 'bench-longer', years: { ...before.years, 2026: longer } };
    await stores.rules.importCalendar(after, { at, person: 'registrar', name: '督查员', reason: '延长假期', before: before.version });
    const started = performance.now();
    await temporal.startRollout({ version: after.version });
    await until('all to have counted anew', PATIENCE_MS, async () => (await stores.commitments.countNotCountedBy(after.version)) === 0, 250);
    const seconds = (performance.now() - started) / 1000;
    const [mails, verified] = [(await stores.notices.countByOccasionAndState()).reduce((sum, one) => sum + one.count, 0), await verifyLedger(stores)];
    return { seconds, mails, entries: verified.entries - 3 * COUNT, faults: verified.faults.length };
  } finally {
    await workers.stop();
    await office.stop();
  }
};

const main = async (): Promise<void> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'yanxing-bench-'));
  const engines = await startEngines({ mode: 'temporary', say: () => undefined, env: process.env, ignoreConfigured: true, dataDir });
  try {
    tellMachine(engines);
    const bare = await bareSignals(engines);
    const rolled = await rollOut(engines);
    table(`A changed calendar to ${COUNT} open commitments`, ['', 's', 'a second'], [
      ['bare signals, sent and taken', bare.toFixed(1), (COUNT / bare).toFixed(0)], ['roll-out, all written down', rolled.seconds.toFixed(1), (COUNT / rolled.seconds).toFixed(0)],
      ['ratio (goal 2)', (rolled.seconds / bare).toFixed(1), ''],
    ]);
    table('Beside it', ['', ''], [['ledger entries (one each)', rolled.entries], ['mails owed (none)', rolled.mails], ['faults in ledger and projections', rolled.faults]]);
    console.log(`load average ${load()}`);
  } finally {
    await engines.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};

main().then(() => process.exit(0), (error: unknown) => {
  console.error(error);
  process.exit(1);
});
