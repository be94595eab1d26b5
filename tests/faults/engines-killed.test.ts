/** Engines killed under load (quality.md, R3 and R4): what was answered stays, what was owed comes, once. */
import { inFlight, largeOrganisation, seed, startAll } from '../../bench/support/seed';
import { instantAt, msOf } from '../../domain/time';
import { verifyLedger } from '../../scripts/verify';
import { rawCollection } from '../../stores/connection';
import type { NoticeRecord } from '../../stores/notices';
import { commitmentWorkflowId } from '../../workflows/ids';
import { createWorld, eventually, type World } from '../support/world';

/** The short form; the whole one: YANXING_DUE=500 npm run jest -- tests/faults/engines-killed */
const DUE = Number(process.env['YANXING_DUE'] ?? 60);
const WRITERS = 50;
const SLIPS_EACH = 3;
/** Due on 31 March, so 催办 comes on 1 April at opening. */
const [SIGNED_AT, DUE_ON, CHASE_AT] = [instantAt('2026-03-30', '10:00'), '2026-03-31', instantAt('2026-04-01', '08:30')];

jest.setTimeout(1_200_000);

let world: World;
beforeAll(async () => {
  world = await createWorld({ start: instantAt('2026-03-30', '09:00'), onDisk: true });
});
afterAll(() => world.stop());

test('R4: MongoDB killed under fifty registrations: every 201 is there afterwards, every retry finds its own, and nothing lives that nobody registered', async () => {
  const registrar = await world.as('registrar');
  const answers: { key: string; status: number; id: string }[] = [];
  const ask = async (key: string): Promise<number> => {
    const answer = await fetch(`${world.url}/api/commitments`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...registrar },
      body: JSON.stringify({ title: '制定数据共享管理办法', kind: 'deliverable', lead: 'sjj', sponsor: 'sponsor-a', acceptance: ['印发管理办法'], due: '2026-03-31' }),
    });
    answers.push({ key, status: answer.status, id: (await answer.json() as { id?: string }).id ?? '' });
    return answer.status;
  };
  const writer = (key: string): Promise<true> => eventually(`${key} to be registered`, async () => (await ask(key)) === 201, 90_000);
  const keys = Array.from({ length: WRITERS }, (_, index) => `writer-${index}-${process.pid}`);
  const all = Promise.all(keys.map(writer));
  await eventually('the first of them', async () => answers.some(({ status }) => status === 201));
  await world.engines.killMongo?.();
  await eventually('a refusal', async () => answers.some(({ status }) => status === 503));
  await world.engines.restartMongo?.();
  await all;
  // Once more each: what was answered stays answered.
  await inFlight(keys, 10, async (key) => { await ask(key); });

  expect([...new Set(answers.map(({ status }) => status))].filter((status) => ![201, 409, 503].includes(status))).toEqual([]);
  const ids = keys.map((key) => [...new Set(answers.filter((one) => one.key === key && one.status === 201).map(({ id }) => id))]);
  expect(ids.every((own) => own.length === 1)).toBe(true);
  expect(new Set(ids.flat()).size).toBe(WRITERS);
  expect((await world.office.stores.commitments.count())).toBe(WRITERS);
  const { client } = world.office.temporal;
  const running = async (): Promise<string[]> => {
    const found: string[] = [];
    for await (const { workflowId } of client.workflow.list({ query: 'WorkflowType="commitment"' })) found.push(workflowId);
    return found.sort();
  };
  expect(await eventually('every life in the list', async () => {
    const found = await running();
    return found.length >= WRITERS && found;
  })).toEqual(ids.flat().map(commitmentWorkflowId).sort());
  await eventually('every first wake', async () => (await Promise.all(ids.flat().map((id) => world.office.stores.commitments.get(id)))).every((one) => (one?.version ?? 0) > 0), 60_000);
  expect((await verifyLedger(world.office.stores)).faults).toEqual([]);
});

test(`R3: Temporal killed while ${DUE} rungs are due: none is lost, no mail comes twice`, async () => {
  const { stores, temporal } = world.office;
  await stores.organisation.importAll(largeOrganisation());
  const moment = Date.now() + 10_000 + DUE * 60;
  const seeded = await seed(stores, { count: DUE, prefix: 'due', at: SIGNED_AT, due: DUE_ON, clockShiftMs: msOf(CHASE_AT) - moment, wakeSpreadMs: 0 });
  await startAll(temporal, seeded);
  expect(Date.now()).toBeLessThan(moment);
  const notices = rawCollection<NoticeRecord>(stores.connection, 'notices');
  const ours = { commitment: { $in: seeded.states.map(({ id }) => id) } };
  const sent = async (): Promise<number> => notices.countDocuments({ ...ours, state: 'sent' });

  await eventually('the first rungs', async () => (await notices.countDocuments(ours)) > 0, 120_000);
  const killedAt = Date.now();
  await world.engines.killTemporal?.();
  await eventually('its absence to be seen', async () => !(await temporal.isUp()));
  await world.engines.restartTemporal?.();
  const outage = Date.now() - killedAt;
  await eventually(`${DUE * SLIPS_EACH} slips`, async () => (await sent()) === DUE * SLIPS_EACH, 120_000 + DUE * 1_500);

  const records = await notices.find(ours).toArray();
  expect(records).toHaveLength(DUE * SLIPS_EACH);
  const copies = records.map(({ messageId }) => world.sink.bodies.get(messageId ?? '') ?? 0);
  // A mail whose answer the dead engine never heard is told as ambiguous, if it went twice.
  expect(records.filter(({ ambiguous }, index) => copies[index] !== 1 && !(copies[index] === 2 && ambiguous > 0))).toEqual([]);
  expect((await verifyLedger(stores)).faults).toEqual([]);
  console.log(`R3: ${DUE} due, engine away ${(outage / 1000).toFixed(1)} s, last slip ${((Date.now() - moment) / 1000).toFixed(1)} s after the moment`);
});
