import { instantAt } from '../../domain/time';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld({ start: instantAt('2026-04-13', '09:00') }); });
afterAll(() => world.stop());

test('returned before T, its reminders and its ladder stand again, and what fell due under review is not made up for', async () => {
  const id = await world.register({ due: '2026-04-24' });
  await world.act(id, { name: 'sign', unit: 'sjj' });
  await world.through('2026-04-14', '2026-04-14');
  await world.handIn(id);
  // T-7 is the 15th, the first feedback is due on the 16th: both under review.
  await world.through('2026-04-15', '2026-04-16');
  await world.act(id, { name: 'review', result: 'returned', reasonCode: 'notSolved', text: '尚未印发' }, 'rev');
  await world.through('2026-04-17', '2026-04-27');
  expect(await world.lines(id)).toEqual([
    '2026-04-17 h-sjj: weekly',
    '2026-04-21 h-sjj: reminder-3',
    '2026-04-23 h-sjj: reminder-1',
    '2026-04-24 h-sjj: weekly',
  ]);
  expect(await world.rungs(id)).toEqual(['2026-04-27 08:30 chase']);
  expect(await world.mails()).toEqual([
    'chase→handler@sjj', 'chase→sponsor-a', 'chase→unitHead@sjj', 'closureRequested→reviewer',
    'digest→h-sjj', 'digest→h-sjj', 'digest→h-sjj', 'digest→h-sjj',
    'dispatch→handler@sjj', 'dispatch→unitHead@sjj', 'returned→handler@sjj', 'returned→unitHead@sjj',
  ]);
});
