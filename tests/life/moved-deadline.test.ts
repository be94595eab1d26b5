import { instantAt } from '../../domain/time';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld({ start: instantAt('2026-03-23', '09:00') }); });
afterAll(() => world.stop());

test('a deadline moved a minute before the first rung sends nothing old, and the ladder counts from the new one', async () => {
  const id = await world.register({ due: '2026-03-31' });
  await world.act(id, { name: 'sign', unit: 'sjj' });
  await world.through('2026-03-24', '2026-03-31');
  await world.until('2026-04-01', '08:29');
  await world.act(id, { name: 'amend', due: '2026-04-10', reason: '上级文件推迟印发' }, 'registrar');
  await world.until('2026-04-01', '08:31');
  expect(await world.state(id)).toMatchObject({ due: '2026-04-10', originalDue: '2026-03-31', wasRed: false, ladder: { round: 1, done: 0 } });
  await world.through('2026-04-01', '2026-04-10');
  expect(await world.rungs(id)).toEqual([]);
  await world.through('2026-04-13', '2026-04-14');
  expect(await world.rungs(id)).toEqual(['2026-04-13 08:30 chase']);
  expect(await world.lines(id)).toEqual([
    '2026-03-26 h-sjj: firstFeedback, reminder-3',
    '2026-03-27 h-sjj: weekly',
    '2026-03-30 h-sjj: reminder-1',
    // T-7 of the new date is 31 March, before it was known.
    '2026-04-03 h-sjj: weekly',
    '2026-04-07 h-sjj: reminder-3',
    '2026-04-09 h-sjj: reminder-1',
    '2026-04-10 h-sjj: weekly',
  ]);
  const first = [
    'amended→handler@sjj', 'amended→unitHead@sjj', 'chase→handler@sjj', 'chase→sponsor-a', 'chase→unitHead@sjj',
    ...Array.from({ length: 7 }, () => 'digest→h-sjj'), 'dispatch→handler@sjj', 'dispatch→unitHead@sjj',
  ];
  expect(await world.mails()).toEqual(first);

  // Moved again a minute before 督办: the ladder starts anew for the new T; what was issued stays on record.
  await world.until('2026-04-15', '08:29');
  await world.act(id, { name: 'amend', due: '2026-04-17', reason: '印发流程延长' }, 'registrar');
  await world.until('2026-04-20', '08:29');
  expect(await world.rungs(id)).toEqual(['2026-04-13 08:30 chase']);
  await world.until('2026-04-22', '09:00');
  expect(await world.rungs(id)).toEqual(['2026-04-13 08:30 chase', '2026-04-20 08:30 chase', '2026-04-22 08:30 supervise']);
  expect(await world.mails()).toEqual([
    ...first, 'amended→handler@sjj', 'amended→unitHead@sjj', 'chase→handler@sjj', 'chase→sponsor-a', 'chase→unitHead@sjj', 'supervise→unitHead@sjj',
  ].sort());
});
