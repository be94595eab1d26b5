/** A worker process killed round a slip's mail, at five points, with twenty mails in flight (quality.md, R1). */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FaultPoint } from '../../activities/fault-points';
import type { SinkScript } from '../../scripts/mail-sink';
import { createWorld, eventually, type World } from '../support/world';
import { shortenAttempts, faultsFound, noticesOf, registerOnly, startWorker, type WorkerProcess } from './support';

jest.setTimeout(240_000);

const COMMITMENTS = 10;
const MAILS = 2 * COMMITMENTS;
/** Longer than a killed worker lives. */
const HELD = { slowMs: 8_000 };

let world: World;
let folder: string;
let worker: WorkerProcess | null = null;
/** Of the last round, on their way to the first rung. */
let waiting: readonly string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yanxing-faults-'));
  world = await createWorld();
  await world.office.workers?.stop();
  world.office.workers = null;
  // A killed worker's transaction keeps its locks until the server ends it: after 60 s by default.
  await world.office.stores.connection.db?.admin().command({ setParameter: 1, transactionLifetimeLimitSeconds: 4 });
});
afterAll(async () => {
  await worker?.kill();
  await world.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Flight { readonly script: SinkScript; readonly taken: ReadonlySet<string> }
/**
 * Holds mails in flight until all are: `bodies` of them whole in the server's hands but not acknowledged, the others before
 * their body. The last one goes on alone and brings the worker to its end.
 */
const inFlight = (bodies: number): Flight => {
  let recipients = 0;
  const taken = new Set<string>();
  return {
    taken,
    script({ stage, messageId }) {
      if (stage === 'recipient') {
        recipients += 1;
        return recipients <= bodies ? 'accept' : recipients < MAILS ? HELD : { slowMs: 1_000 };
      }
      if (stage !== 'data') return 'accept';
      taken.add(messageId ?? '');
      return taken.size <= bodies ? HELD : 'accept';
    },
  };
};

/** A worker that dies at `point` as soon as the flag's file is there; until then it works like any other. */
const armed = (point: FaultPoint): Promise<WorkerProcess> => startWorker(world, { point, flag: join(folder, point) });

/**
 * Registers, lets a worker die at `point`, starts a fresh one and waits for every mail's outcome.
 * @param next where the fresh one is to die in its turn
 */
const killedAt = async (point: FaultPoint, next: FaultPoint | null, bodies = 0) => {
  const victim = worker ?? await armed(point);
  await writeFile(join(folder, point), '');
  const flight = inFlight(bodies);
  world.sink.script(flight.script);
  const ids = await Promise.all(Array.from({ length: COMMITMENTS }, () => registerOnly(world, { due: '2026-03-04' })));
  expect(await victim.ended).toBe('SIGKILL');
  // What it had put on the wire still arrives.
  await new Promise((resolve) => setTimeout(resolve, 300));
  world.sink.script(() => 'accept');
  const left = await noticesOf(world, ids);
  const unrecorded = left.filter(({ state }) => state === 'claimed');

  await shortenAttempts(world, unrecorded);
  worker = next === null ? await startWorker(world) : await armed(next);
  const notices = await eventually(`${MAILS} mails to have their outcome`, async () => {
    const now = await noticesOf(world, ids);
    return now.length === MAILS && now.every(({ state }) => state === 'sent') && now;
  }, 60_000);
  expect(await faultsFound(world, ids)).toEqual([]);
  const copies = notices.map(({ messageId }) => world.sink.bodies.get(messageId ?? '') ?? 0);
  return {
    ids, left, unrecorded: unrecorded.length, taken: flight.taken.size,
    twice: copies.filter((count) => count === 2).length,
    onceOrTwice: copies.every((count) => count === 1 || count === 2),
    twiceAndUnflagged: notices.filter(({ ambiguous }, index) => copies[index] === 2 && ambiguous === 0).length,
    flagged: notices.filter(({ ambiguous }) => ambiguous > 0).length,
  };
};
const CLEAN = { twice: 0, onceOrTwice: true, twiceAndUnflagged: 0, flagged: 0 };

describe('R1: a worker killed with twenty mails owed or in flight loses none', () => {
  it('before the write: nothing was there, all of it comes once', async () => {
    const found = await killedAt('beforeWrite', 'afterWrite');
    expect(found).toMatchObject({ ...CLEAN, left: [] });
  });

  it('after the write: the mails were written but not started, and come once', async () => {
    const found = await killedAt('afterWrite', 'duringSmtp');
    expect(found).toMatchObject(CLEAN);
    expect(found.left.length).toBeGreaterThan(0);
  });

  it('during SMTP before the final dot: all twenty are sent again, none was taken', async () => {
    expect(await killedAt('duringSmtp', 'afterAccepted')).toMatchObject({ ...CLEAN, unrecorded: MAILS });
  });

  it('after the 250 before the record: just those the server had taken come twice, with the same Message-ID and flagged', async () => {
    const { taken, flagged, ...found } = await killedAt('afterAccepted', 'afterRecord', 9);
    expect(found).toMatchObject({ unrecorded: MAILS, twice: taken, onceOrTwice: true, twiceAndUnflagged: 0 });
    // One may have been marked whose final dot was still unsent; never the other way round.
    expect(flagged).toBeGreaterThanOrEqual(taken);
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThanOrEqual(10);
  });

  it('after the record: the recorded one is not sent again, the nineteen others come once', async () => {
    const found = await killedAt('afterRecord', null);
    expect(found).toMatchObject({ ...CLEAN, unrecorded: MAILS - 1 });
    waiting = found.ids;
  });

  it('between wakes: what the next moment brings comes exactly once', async () => {
    await worker?.kill();
    worker = await startWorker(world);
    const before = world.sink.bodies.size;
    await world.until('2026-03-05', '09:00', waiting);
    const chased = (await noticesOf(world, waiting)).filter(({ occasion }) => occasion === 'chase');
    expect(chased).toHaveLength(3 * COMMITMENTS);
    expect(chased.every(({ state, ambiguous, messageId }) => state === 'sent' && ambiguous === 0 && world.sink.bodies.get(messageId ?? '') === 1)).toBe(true);
    expect(world.sink.bodies.size).toBe(before + 3 * COMMITMENTS);
    expect(await faultsFound(world, [])).toEqual([]);
  });
});
