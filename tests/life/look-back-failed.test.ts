import { instantAt } from '../../domain/time';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld({ start: instantAt('2026-03-23', '09:00') }); });
afterAll(() => world.stop());

test('a failed look-back reopens the commitment with a new deadline, reminders and a fresh ladder', async () => {
  const id = await world.register({ due: '2026-03-31' });
  await world.act(id, { name: 'sign', unit: 'sjj' });
  await world.handIn(id);
  await world.until('2026-03-25');
  await world.act(id, { name: 'review', result: 'accepted', text: '同意' }, 'rev');
  await world.through('2026-06-22', '2026-06-23');
  const closed = ['accepted→handler@sjj', 'closureRequested→reviewer', 'dispatch→handler@sjj', 'dispatch→unitHead@sjj', 'lookBackDue→reviewer'];
  expect(await world.mails()).toEqual(closed);

  expect(await world.refused(id, { name: 'lookBack', result: 'failed', text: '办法未执行' }, 'rev')).toBe('newDueRequired');
  await world.act(id, { name: 'lookBack', result: 'failed', text: '办法未执行', newDue: '2026-07-10' }, 'rev');
  expect(await world.state(id)).toMatchObject({ status: 'IN_PROGRESS', due: '2026-07-10', originalDue: '2026-03-31', doneOn: null, ladder: { round: 2, done: 0 } });
  await world.through('2026-06-24', '2026-07-10');
  await world.until('2026-07-15');
  expect(await world.lines(id)).toEqual([
    '2026-06-26 h-sjj: weekly', '2026-07-01 h-sjj: reminder-7', '2026-07-03 h-sjj: weekly', '2026-07-07 h-sjj: reminder-3', '2026-07-09 h-sjj: reminder-1',
    '2026-07-10 h-sjj: weekly',
  ]);
  expect(await world.rungs(id)).toEqual(['2026-07-13 08:30 chase', '2026-07-15 08:30 supervise']);
  expect(await world.mails()).toEqual([
    ...closed, 'chase→handler@sjj', 'chase→sponsor-a', 'chase→unitHead@sjj', ...Array.from({ length: 6 }, () => 'digest→h-sjj'),
    'reopened→handler@sjj', 'reopened→unitHead@sjj', 'supervise→unitHead@sjj',
  ].sort());
});
