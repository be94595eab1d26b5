/**
 * Temporal's data lost, MongoDB's kept (quality.md, R18): lives and mails go on from MongoDB alone, and no mail comes twice.
 * All of it under a payload key, so that what Temporal keeps can be looked through at the end (S12).
 */
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { Worker } from '@temporalio/worker';
import { createClock } from '../../config/clock';
import { instantAt, msOf, type CivilDate } from '../../domain/time';
import { rebuild } from '../../scripts/rebuild';
import { reconcile } from '../../scripts/reconcile';
import { verifyLedger } from '../../scripts/verify';
import { startWorkers } from '../../scripts/worker-runtime';
import { workflowBundle } from '../../scripts/workflow-bundle';
import type { CommitmentDocument } from '../../stores/commitments';
import { rawCollection } from '../../stores/connection';
import { connectTemporal } from '../../workflows/client';
import { commitmentWorkflowId } from '../../workflows/ids';
import { createWorld, eventually, type World } from '../support/world';
import { registerOnly } from './support';

jest.setTimeout(180_000);

const KEY = { id: 'k1', secret: 'erste-Schluessel-0123456789abcdef' };

let world: World;
beforeAll(async () => {
  world = await createWorld({ start: instantAt('2026-03-30', '09:00'), env: { YANXING_PAYLOAD_KEYS: `${KEY.id}:${KEY.secret}` } });
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

/** All that Temporal keeps of its runs, as text; what is base64 in it, once more decoded. */
const kept = async (): Promise<{ id: string; text: string; decoded: string }[]> => {
  const { client } = world.office.temporal;
  const runs: { id: string; text: string; decoded: string }[] = [];
  for await (const { workflowId, runId } of client.workflow.list()) {
    const text = historyToJSON(await client.workflow.getHandle(workflowId, runId).fetchHistory());
    const decoded = [...text.matchAll(/"([A-Za-z0-9+/]{8,}={0,2})"/g)].map(([, base64]) => Buffer.from(base64 ?? '', 'base64').toString('utf8')).join('\n');
    runs.push({ id: workflowId, text, decoded });
  }
  return runs;
};

test('S12: no word of a matter, no name and no address stands in what Temporal keeps', async () => {
  const id = await world.register({ due: '2026-06-30', title: '整治占道经营' });
  expect(await world.refused(id, { name: 'review', result: 'accepted', text: '同意办结' }, 'rev')).not.toBe('');
  const runs = await kept();
  expect(new Set(runs.map((run) => run.id.split('/')[0]))).toEqual(new Set(['commitment', 'notice']));
  expect(runs.filter(({ decoded }) => !decoded.includes('binary/encrypted'))).toEqual([]);
  // Titles, criteria, the pack's words, a decision's; a mail server's about an address (the failed attempt of the greylisted one).
  const words = ['制定数据共享管理办法', '印发管理办法', '整治占道经营', '工作日', '催办', '同意办结', 'office.example', 'scripted 451', '"title"', '"acceptance"'];
  const told = ({ text, decoded }: { text: string; decoded: string }): string[] => words.filter((word) => text.includes(word) || decoded.includes(word));
  expect(runs.flatMap((run) => told(run).map((word) => `${run.id}: ${word}`))).toEqual([]);
  expect(runs.filter(({ text }) => /\p{Script=Han}/u.test(text)).map((run) => run.id)).toEqual([]);
  // What it does keep in plain, for an operator to search by.
  expect(runs.filter(({ text }) => text.includes('"LeadUnit"')).length).toBeGreaterThan(0);
});

test('S12: after a rotation the old key still reads, the new one writes, and the history replays under both', async () => {
  const { stores, transport, temporal } = world.office;
  const id = await world.register({ due: '2026-06-30' });
  await world.office.workers?.stop();
  const address = world.engines.temporalAddress;
  const [stranger, rotated] = await Promise.all(['k3', 'k2'].map((fresh) => connectTemporal({
    address, namespace: 'default', payloadKeys: [{ id: fresh, secret: `${fresh}-Schluessel-0123456789abcdef0123` }, ...(fresh === 'k2' ? [KEY] : [])],
  })));
  if (!stranger || !rotated) throw new Error('no second door');
  world.office.workers = await startWorkers({ address, namespace: 'default', stores, transport, temporal: rotated });
  const input = { command: { name: 'sign', unit: 'sjj' } as const, actor: { person: 'officer', name: '承办人' }, updateId: 'rotated' };
  expect((await rotated.command(id, input)).kind).toBe('done');
  expect((await rotated.stateOf(id))?.status).toBe('SIGNED');
  const history = await rotated.client.workflow.getHandle(commitmentWorkflowId(id)).fetchHistory();
  const keyIds = new Set([...historyToJSON(history).matchAll(/"encryption-key-id":\s*"([^"]+)"/g)].map(([, base64]) => Buffer.from(base64 ?? '', 'base64').toString()));
  expect(keyIds).toEqual(new Set(['k1', 'k2']));
  const { dataConverter } = rotated;
  await Worker.runReplayHistory({ workflowBundle: { codePath: await workflowBundle(dataConverter) }, ...(dataConverter ? { dataConverter } : {}) }, history);
  // Who lacks the key that wrote is told which one.
  await expect(stranger.stateOf(id)).rejects.toThrow('"k2"');
  expect(await rebuild(stores, rotated)).toMatchObject({ started: 0 });
  await world.office.workers.stop();
  world.office.workers = null;
  await Promise.all([stranger.close(), rotated.close()]);
  expect(await temporal.isUp()).toBe(true);
});
