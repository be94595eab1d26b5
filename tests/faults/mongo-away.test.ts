/** MongoDB killed while a rung comes due and while commands are sent (quality.md, R4): nothing lost, nothing done twice. */
import { fastForward } from '../../scripts/engines/time-skipping';
import { EVERY_MS, LEFT_ALONE_MS } from '../../scripts/reconcile';
import { verifyLedger } from '../../scripts/verify';
import { instantAt } from '../../domain/time';
import { commitmentWorkflowId } from '../../workflows/ids';
import { createWorld, eventually, type World } from '../support/world';

jest.setTimeout(180_000);

let world: World;
beforeAll(async () => {
  world = await createWorld({ start: instantAt('2026-03-30', '09:00') });
});
afterAll(() => world.stop());

/** Without those that only time skipping makes. */
const eventsOf = async (id: string) => {
  const { events } = await world.office.temporal.client.workflow.getHandle(commitmentWorkflowId(id)).fetchHistory();
  return (events ?? []).filter((event) => !event.workflowExecutionTimeSkippingTransitionedEventAttributes && !event.workflowExecutionOptionsUpdatedEventAttributes);
};
const facts = async (id: string): Promise<string[]> => (await world.office.stores.ledger.chain(id)).map(({ fact }) => fact.type);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const report = async (id: string, key: string, line: string): Promise<Response> => fetch(`${world.url}/api/commitments/${id}/commands/report`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...(await world.as('officer')) },
  body: JSON.stringify({ unit: 'sjj', line }),
});
/** Repeats the same request until it is answered with 200; in between only 503, and 409 while the first is still on its way. */
const untilDone = async (id: string, key: string, line: string): Promise<void> => {
  await eventually(`${key} to be done`, async () => {
    const { status } = await report(id, key, line);
    expect([200, 409, 503]).toContain(status);
    return status === 200;
  }, 60_000);
};

test('what a crash left between two steps is old enough for the auditor, and looked at, within a minute', () => {
  expect(LEFT_ALONE_MS + EVERY_MS).toBeLessThanOrEqual(60_000);
});

test('a rung that comes due while MongoDB is away is written and told once it is back, and the history does not grow meanwhile', async () => {
  const id = await world.register({ due: '2026-03-31' });
  await world.until('2026-04-01', '08:00');
  const { clockShiftMs } = await world.state(id);
  const before = await eventsOf(id);
  expect(before.some((event) => event.activityTaskScheduledEventAttributes)).toBe(false);

  await world.engines.killMongo?.();
  await fastForward(world.office.temporal.client, commitmentWorkflowId(id), clockShiftMs, instantAt('2026-04-01', '08:31'));
  // The quick way gives up within its workflow task; the ordinary activity waits for the database.
  const fallen = await eventually('the ordinary activity', async () => {
    const events = await eventsOf(id);
    return events.some((event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'applyEffects') && events;
  });
  // Longer than a workflow task lasts: a local activity that hung on would show by now.
  await pause(12_000);
  const after = await eventsOf(id);
  expect(after.length).toBe(fallen.length);
  expect(after.filter((event) => event.workflowTaskTimedOutEventAttributes ?? event.workflowTaskFailedEventAttributes)).toEqual([]);
  // The timer, the task's three, the marker of the quick attempt, the ordinary activity.
  expect(after.length - before.length).toBe(6);

  await world.engines.restartMongo?.();
  await eventually('the rung', async () => (await facts(id)).includes('rungReached'), 60_000);
  expect(await world.mails(id)).toEqual(['chase→handler@sjj', 'chase→sponsor-a', 'chase→unitHead@sjj', 'dispatch→handler@sjj', 'dispatch→unitHead@sjj']);
  expect(await world.rungs(id)).toEqual(['2026-04-01 08:30 chase']);
  expect((await verifyLedger(world.office.stores)).faults).toEqual([]);
});

test('a command sent while MongoDB is away, or dies under it, is answered done or 503, and repeated with its key it is done once', async () => {
  const id = await world.register({ due: '2026-06-30' });
  await world.act(id, { name: 'sign', unit: 'sjj' });

  const [dying] = await Promise.all([report(id, 'dying', '数据库停止时'), pause(5).then(() => world.engines.killMongo?.())]);
  expect([200, 503]).toContain(dying.status);
  expect((await report(id, 'away', '数据库停止后')).status).toBe(503);
  // Past the API's door: the workflow takes the command, and what it decided waits for the database.
  const input = { command: { name: 'report', unit: 'sjj', line: '已受理' } as const, actor: { person: 'officer', name: '承办人' }, updateId: 'accepted' };
  expect((await world.office.temporal.command(id, input)).kind).toMatch(/done|unknown/);

  await world.engines.restartMongo?.();
  await Promise.all([untilDone(id, 'dying', '数据库停止时'), untilDone(id, 'away', '数据库停止后')]);
  expect((await world.office.temporal.command(id, input)).kind).toBe('done');
  await eventually('three reports', async () => (await facts(id)).filter((type) => type === 'reported').length === 3, 60_000);
  await Promise.all([untilDone(id, 'dying', '数据库停止时'), untilDone(id, 'away', '数据库停止后')]);
  expect(await facts(id)).toEqual(['registered', 'dispatched', 'signed', 'reported', 'reported', 'reported']);
  expect(await world.mails(id)).toEqual(['dispatch→handler@sjj', 'dispatch→unitHead@sjj']);
  expect((await verifyLedger(world.office.stores)).faults).toEqual([]);
});
