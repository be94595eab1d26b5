import { randomUUID } from 'node:crypto';
import { commitmentWorkflowId } from '../../workflows/ids';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld({ historyLimit: 10 }); });
afterAll(() => world.stop());

test('a life of many runs keeps everything, and an update retried after continue-as-new is answered without acting twice', async () => {
  const id = await world.register({ due: '2026-03-31' });
  const { temporal, stores } = world.office;
  const runId = async (): Promise<string> => (await temporal.client.workflow.getHandle(commitmentWorkflowId(id)).describe()).runId;
  const first = await runId();
  const signature = { command: { name: 'sign', unit: 'sjj' }, actor: { person: 'officer', name: '承办人' }, updateId: randomUUID() } as const;
  const answer = await temporal.command(id, signature);
  expect(answer).toMatchObject({ kind: 'done', answer: { seq: 3, state: { status: 'SIGNED' } } });
  const runs = new Set([first]);
  for (const [percent, line] of [[10, '已成立专班'], [30, '初稿形成'], [60, '征求意见'], [80, '送审']] as const) {
    await world.act(id, { name: 'report', unit: 'sjj', percent, line });
    runs.add(await runId());
  }
  await world.until('2026-03-04');
  runs.add(await runId());
  expect(runs.size).toBeGreaterThan(2);

  // As an Idempotency-Key sent again hours later; the same id with a body that would now be refused proves that nothing is decided anew.
  expect(await temporal.command(id, signature)).toMatchObject({ kind: 'done', answer: { seq: 3, state: { status: 'IN_PROGRESS' } } });
  const state = await world.state(id);
  expect(await temporal.stateOf(id)).toEqual(state);
  expect(state.units[0]).toMatchObject({ reports: 4, lastReport: { percent: 80 } });
  expect((await stores.ledger.chain(id)).map(({ fact }) => fact.type)).toEqual(['registered', 'dispatched', 'signed', 'reported', 'reported', 'reported', 'reported']);

  // The one timer is armed again in every run: the ladder is climbed on its days.
  await world.until('2026-04-20');
  expect(await runId()).not.toBe(first);
  expect(await world.rungs(id)).toEqual(['2026-04-01 08:30 chase', '2026-04-03 08:30 supervise', '2026-04-08 08:30 circulate', '2026-04-15 08:30 interview']);
  expect(await world.mails()).toEqual([
    'chase→handler@sjj', 'chase→sponsor-a', 'chase→unitHead@sjj', 'circulate→handler@sjj', 'circulate→unitHead@sjj',
    'dispatch→handler@sjj', 'dispatch→unitHead@sjj', 'interview→sponsor-a', 'supervise→unitHead@sjj',
  ]);
});
