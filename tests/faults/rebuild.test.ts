/** Temporal's data lost, MongoDB's kept (quality.md, R18): lives and mails go on from MongoDB alone, and no mail comes twice. */
import { createClock } from '../../config/clock';
import { instantAt, msOf, type CivilDate } from '../../domain/time';
import { rebuild } from '../../scripts/rebuild';
import { reconcile } from '../../scripts/reconcile';
import { verifyLedger } from '../../scripts/verify';
import type { CommitmentDocument } from '../../stores/commitments';
import { rawCollection } from '../../stores/connection';
import { createWorld, eventually, type World } from '../support/world';
import { registerOnly } from './support';

jest.setTimeout(180_000);

let world: World;
beforeAll(async () => {
  world = await createWorld({ start: instantAt('2026-03-30', '09:00') });
});
afterAll(() => world.stop());

/** The auditor's pass, a minute on. */
const audit = async () => {
  const { stores, temporal, clock } = world.office;
  return reconcile(stores, temporal, createClock(clock.offsetMs + 60_000));
};

/**
 * The engine starts empty on its old port; the virtual days that its clock had skipped are put into the clock shift instead.
 * @returns puts the shifts back, so that the projections can be compared with their ledgers
 */
const loseTemporal = async (day: CivilDate, time: string): Promise<() => Promise<void>> => {
  const { stores, temporal, clock } = world.office;
  await world.office.workers?.stop();
  await world.engines.restartTemporal?.();
  const shift = msOf(instantAt(day, time)) - Date.now();
  clock.setOffset(shift);
  const commitments = rawCollection<CommitmentDocument>(stores.connection, 'commitments');
  const before = await commitments.find().toArray();
  await commitments.updateMany({}, { $set: { 'state.clockShiftMs': shift } });
  await eventually('the engine', () => temporal.isUp());
  await temporal.ensureSearchAttributes();
  await temporal.ensureDigestSchedule('08:30');
  return async () => {
    await Promise.all(before.map(({ _id, state }) => commitments.updateOne({ _id }, { $set: { 'state.clockShiftMs': state.clockShiftMs } })));
  };
};

test('after the loss of all workflows every open commitment goes on, and every mail comes once, also one that was greylisted', async () => {
  const { stores, temporal } = world.office;
  const late = await world.register({ due: '2026-03-31' });
  const signed = await world.register({ due: '2026-04-08', lead: 'czj' });
  await world.act(signed, { name: 'sign', unit: 'czj' });
  const ended = await world.register({ due: '2026-04-30' });
  await world.act(ended, { name: 'terminate', reason: '不再办理' }, 'registrar');
  await world.until('2026-04-01', '10:00');
  expect(await world.rungs(late)).toEqual(['2026-04-01 08:30 chase']);
  const before = await world.mails();

  // One more life whose first mail is put off by the server at the moment of the loss.
  world.sink.script(({ stage, to }) => (stage === 'recipient' && to === 'h-fgw@office.example' ? { code: 451 } : 'accept'));
  const grey = await world.register({ due: '2026-05-29', lead: 'fgw' });
  await eventually('a mail put off', async () => (await stores.notices.list({ commitment: grey, states: ['deferred'] })).length === 1);
  await eventually('its neighbour', async () => (await stores.notices.list({ commitment: grey, states: ['sent'] })).length === 1);
  const putBack = await loseTemporal('2026-04-01', '11:00');
  world.sink.script(() => 'accept');
  await world.office.startWorkers();
  // The engine forgot that mail too; nobody else would ever try it again.
  expect(await rebuild(stores, temporal)).toMatchObject({ started: 3, mails: 1 });
  const states = await Promise.all([late, signed, ended, grey].map((id) => temporal.stateOf(id)));
  expect(states.map((state) => state?.status ?? null)).toEqual(['SIGNED', 'SIGNED', null, 'DISPATCHED']);
  expect(await rebuild(stores, temporal)).toMatchObject({ started: 0 });
  await audit();

  expect(await world.mails()).toEqual([...before, 'dispatch→handler@fgw', 'dispatch→unitHead@fgw'].sort());
  await world.until('2026-04-03', '09:00');
  expect(await world.rungs(late)).toEqual(['2026-04-01 08:30 chase', '2026-04-03 08:30 supervise']);
  await world.until('2026-04-09', '09:00');
  expect(await world.rungs(signed)).toEqual(['2026-04-09 08:30 chase']);
  expect(await world.mails()).toEqual([
    ...before, 'dispatch→handler@fgw', 'dispatch→unitHead@fgw',
    'supervise→unitHead@sjj', 'circulate→handler@sjj', 'circulate→unitHead@sjj',
    'chase→handler@czj', 'chase→sponsor-a', 'chase→unitHead@czj',
  ].sort());
  await putBack();
  expect((await verifyLedger(stores)).faults).toEqual([]);
});

test('the auditor starts a commitment that was inserted but never started, and a notice that was written but never started', async () => {
  const { stores, temporal } = world.office;
  const { startCommitment, startNotice } = temporal;
  temporal.startCommitment = () => Promise.reject(new Error('away'));
  await expect(registerOnly(world, { due: '2026-06-30' }, 'unborn')).rejects.toThrow('registration answered');
  temporal.startCommitment = startCommitment;
  const [unborn] = await stores.commitments.unborn(world.office.clock.now());
  const id = unborn?._id ?? '';
  expect(await temporal.stateOf(id)).toBeNull();

  temporal.startNotice = async () => undefined;
  expect(await audit()).toEqual({ births: 1, notices: 0, registrations: 0, recounted: 0 });
  await eventually('two mails written', async () => (await stores.notices.list({ commitment: id })).length === 2);
  expect((await stores.notices.list({ commitment: id })).map(({ state }) => state)).toEqual(['pending', 'pending']);
  temporal.startNotice = startNotice;
  expect(await audit()).toEqual({ births: 0, notices: 2, registrations: 0, recounted: 0 });
  expect(await world.mails(id)).toEqual(['dispatch→handler@sjj', 'dispatch→unitHead@sjj']);
  expect(await audit()).toEqual({ births: 0, notices: 0, registrations: 0, recounted: 0 });
  expect(await registerOnly(world, { due: '2026-06-30' }, 'unborn')).toBe(id);
  expect(await world.mails(id)).toEqual(['dispatch→handler@sjj', 'dispatch→unitHead@sjj']);
});
