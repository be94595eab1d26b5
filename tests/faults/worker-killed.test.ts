/** A worker process killed round a slip's mail, at five points, with twenty mails in flight (quality.md, R1). */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FaultPoint } from '../../activities/fault-points';
import type { SinkScript } from '../../scripts/mail-sink';
import { createWorld, eventually, type World } from '../support/world';
import { endAttempts, faultsFound, noticesOf, registerOnly, startWorker, type WorkerProcess } from './support';

const COMMITMENTS = 10;
const MAILS = 2 * COMMITMENTS;
/** Longer than a killed worker lives. */
const HELD = { slowMs: 8_000 };

let world: World;
let folder: string;
let worker: WorkerProcess | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yanxing-faults-'));
  world = await createWorld();
  await world.office.workers?.stop();
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
  world.sink.script(inFlight(taken));
  const victim = await startWorker(world, { point, flag });
  expect(await victim.ended).toBe('SIGKILL');
  world.sink.script(() => 'accept');
  const left = await noticesOf(world, ids);
  const unrecorded = left.filter(({ state }) => state === 'claimed');

  worker = await startWorker(world);
  await endAttempts(world, unrecorded);
  const notices = await eventually(`${MAILS} mails to have their outcome`, async () => {
    const now = await noticesOf(world, ids);
    return now.length === MAILS && now.every(({ state }) => state === 'sent') && now;
  }, 40_000);
  expect(await faultsFound(world, ids)).toEqual([]);
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
