/** A worker process killed round a slip's mail, at five points, with twenty mails in flight (quality.md, R1). */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FaultPoint } from '../../activities/fault-points';
import type { SinkScript } from '../../scripts/mail-sink';
import { createWorld, eventually, type World } from '../support/world';
import { shortenAttempts, faultsFound, noticesOf, registerOnly, startWorker, type WorkerProcess } from './support';

const COMMITMENTS = 10;
const MAILS = 2 * COMMITMENTS;
/** Longer than a killed worker lives. */
const HELD = { slowMs: 8_000 };

const DBG = (t: string) => { process.stderr.write(`DBG ${((Date.now() - T0) / 1000).toFixed(1)} ${t}\n`); };
const T0 = Date.now();
let world: World;
let folder: string;
let worker: WorkerProcess | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yanxing-faults-'));
  world = await createWorld();
  await world.office.workers?.stop();
  // A killed worker's transaction keeps its locks until the server ends it: after 60 s by default.
  await world.office.stores.connection.db?.admin().command({ setParameter: 1, transactionLifetimeLimitSeconds: 4 });
});
afterAll(async () => {
  await worker?.kill();
  await world.stop();
  await rm(folder, { recursive: true, force: true });
});

/**
 * Holds mails in flight until all are: `taken` of them whole in the server's hands but not acknowledged, the others before
 * their body. The last one goes on alone and brings the worker to its end.
 */
const inFlight = (taken: number): SinkScript => {
  let recipients = 0;
  return ({ stage }) => {
    if (stage === 'recipient') {
      recipients += 1;
      if (recipients <= taken) return 'accept';
      return recipients < MAILS ? HELD : { slowMs: 1_000 };
    }
    return stage === 'data' && recipients < MAILS ? HELD : 'accept';
  };
};

/** Registers, lets a worker die at `point`, starts a fresh one and waits for every mail's outcome. */
const killedAt = async (point: FaultPoint, taken = 0) => {
  await worker?.kill();
  const flag = join(folder, point);
  await writeFile(flag, '');
  const ids = await Promise.all(Array.from({ length: COMMITMENTS }, () => registerOnly(world, { due: '2026-03-04' })));
  DBG(`${point} registered`);
  world.sink.script(inFlight(taken));
  const victim = await startWorker(world, { point, flag });
  DBG('victim ready');
  expect(await victim.ended).toBe('SIGKILL');
  DBG('victim dead');
  world.sink.script(() => 'accept');
  const left = await noticesOf(world, ids);
  const unrecorded = left.filter(({ state }) => state === 'claimed');

  await shortenAttempts(world, unrecorded);
  worker = await startWorker(world);
  DBG(`fresh ready, unrecorded ${unrecorded.length} of ${left.length}`);
  DBG('ended');
  const timer = setInterval(() => { void (async () => {
    const n = await noticesOf(world, ids);
    const c = world.office.temporal.client;
    const bad = n.find((x) => x.state === 'expired');
    const h = bad ? await c.workflow.getHandle(`notice/${bad._id}`).fetchHistory() : null;
    DBG(n.map((x) => `${x.state}${x.attempts}`).join(' ') + JSON.stringify(h?.events?.filter((e) => e.activityTaskTimedOutEventAttributes || e.activityTaskFailedEventAttributes || e.activityTaskStartedEventAttributes || e.activityTaskScheduledEventAttributes).map((e) => [e.eventTime, e.activityTaskTimedOutEventAttributes, e.activityTaskFailedEventAttributes, e.activityTaskStartedEventAttributes, e.activityTaskScheduledEventAttributes?.retryPolicy])));
    if (bad) clearInterval(timer);
  })(); }, 5000);
  setTimeout(() => clearInterval(timer), 38000);
  const notices = await eventually(`${MAILS} mails to have their outcome`, async () => {
    const now = await noticesOf(world, ids);
    return now.length === MAILS && now.every(({ state }) => state === 'sent') && now;
  }, 60_000);
  DBG('settled');
  expect(await faultsFound(world, ids)).toEqual([]);
  DBG('verified');
  const copies = notices.map(({ messageId }) => world.sink.bodies.get(messageId ?? '') ?? 0);
  return {
    ids, left, unrecorded: unrecorded.length,
    twice: copies.filter((count) => count === 2).length,
    onceOrTwice: copies.every((count) => count === 1 || count === 2),
    twiceAndUnflagged: notices.filter(({ ambiguous }, index) => copies[index] === 2 && ambiguous === 0).length,
    flagged: notices.filter(({ ambiguous }) => ambiguous > 0).length,
  };
};
const CLEAN = { twice: 0, onceOrTwice: true, twiceAndUnflagged: 0, flagged: 0 };

describe('a worker killed with twenty mails owed or in flight loses none', () => {
  it('before the write: nothing was there, all of it comes once', async () => {
    const found = await killedAt('beforeWrite');
    expect(found).toMatchObject({ ...CLEAN, left: [] });
  });

  it('after the write: the mails were written but not started, and come once', async () => {
    const found = await killedAt('afterWrite');
    expect(found).toMatchObject(CLEAN);
    expect(found.left.length).toBeGreaterThan(0);
  });

  it('during SMTP before the final dot: all twenty are sent again, none was taken', async () => {
    expect(await killedAt('duringSmtp')).toMatchObject({ ...CLEAN, unrecorded: MAILS });
  });

  it('after the 250 before the record: just those the server had taken come twice, with the same Message-ID and flagged', async () => {
    expect(await killedAt('afterAccepted', 9)).toMatchObject({ unrecorded: MAILS, twice: 10, onceOrTwice: true, twiceAndUnflagged: 0, flagged: 10 });
  });

  it('after the record: the recorded one is not sent again, the nineteen others come once', async () => {
    const { ids, ...found } = await killedAt('afterRecord');
    expect(found).toMatchObject({ ...CLEAN, unrecorded: MAILS - 1 });

    // Killed between wakes, with the next moment ahead: its effects come exactly once.
    await worker?.kill();
    worker = await startWorker(world);
    const before = world.sink.bodies.size;
    await world.until('2026-03-05', '09:00', ids);
    const chased = (await noticesOf(world, ids)).filter(({ occasion }) => occasion === 'chase');
    expect(chased).toHaveLength(3 * COMMITMENTS);
    expect(chased.every(({ state, ambiguous, messageId }) => state === 'sent' && ambiguous === 0 && world.sink.bodies.get(messageId ?? '') === 1)).toBe(true);
    expect(world.sink.bodies.size).toBe(before + 3 * COMMITMENTS);
    expect(await faultsFound(world, [])).toEqual([]);
  });
});
