import { instantAt } from '../../domain/time';
import { commitmentWorkflowId } from '../../workflows/ids';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld({ start: instantAt('2026-03-23', '09:00') }); });
afterAll(() => world.stop());

test('a terminated commitment is told to its units, ends its run and is silent for ever', async () => {
  const id = await world.register({ due: '2026-03-31', coUnits: ['czj'] });
  await world.act(id, { name: 'sign', unit: 'sjj' });
  await world.through('2026-03-24', '2026-03-26');
  await world.act(id, { name: 'terminate', reason: '上级政策调整，不再实施' }, 'registrar');
  const run = world.office.temporal.client.workflow.getHandle(commitmentWorkflowId(id));
  await run.result();
  expect((await run.describe()).status.name).toBe('COMPLETED');
  await world.through('2026-03-27', '2026-04-03');
  for (const command of [{ name: 'sign', unit: 'czj' }, { name: 'report', unit: 'sjj', line: '还在办' }, { name: 'terminate', reason: '再次' }] as const) {
    expect(await world.refused(id, command)).toBe('ended');
  }
  expect(await world.state(id)).toMatchObject({ status: 'TERMINATED', endReason: '上级政策调整，不再实施' });
  expect((await run.describe()).status.name).toBe('COMPLETED');
  expect(await world.lines(id)).toEqual(['2026-03-26 h-czj: firstFeedback, reminder-3', '2026-03-26 h-sjj: firstFeedback, reminder-3']);
  expect(await world.mails()).toEqual([
    'digest→h-czj', 'digest→h-sjj',
    'dispatch→handler@czj', 'dispatch→handler@sjj', 'dispatch→unitHead@czj', 'dispatch→unitHead@sjj',
    'terminated→handler@czj', 'terminated→handler@sjj', 'terminated→unitHead@czj', 'terminated→unitHead@sjj',
  ]);
});
