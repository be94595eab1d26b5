import { instantAt } from '../../domain/time';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld({ start: instantAt('2026-02-24', '09:00') }); });
afterAll(() => world.stop());

test('a digest run twice sends once, a missed day stands in the next one, make-up days have one and days off have none', async () => {
  const spring = await world.register({ due: '2026-03-02' });
  await world.through('2026-02-25', '2026-02-25');
  // The digest of Thursday 26 February is missed: its T-3 stands in Friday's.
  await world.until('2026-02-27', '08:31');
  expect(await world.digest('2026-02-27')).toEqual({ date: '2026-02-27', workingDay: true, digests: 1 });
  expect(await world.digest('2026-02-27')).toEqual({ date: '2026-02-27', workingDay: true, digests: 1 });
  const dispatched = ['dispatch→handler@sjj', 'dispatch→unitHead@sjj'];
  expect(await world.mails()).toEqual(['digest→h-sjj', ...dispatched]);
  await world.until('2026-02-28', '08:31');
  expect(await world.digest('2026-02-28')).toEqual({ date: '2026-02-28', workingDay: true, digests: 1 });
  await world.until('2026-03-01', '08:31');
  expect(await world.digest('2026-03-01')).toEqual({ date: '2026-03-01', workingDay: false, digests: 0 });
  expect(await world.lines(spring)).toEqual(['2026-02-27 h-sjj: firstFeedback, reminder-3, weekly', '2026-02-28 h-sjj: reminder-1']);
  await world.act(spring, { name: 'terminate', reason: '并入另一事项' }, 'registrar');

  // Sunday 20 September is worked for National Day.
  await world.until('2026-09-16', '09:00');
  const sunday = await world.register({ due: '2026-09-21' });
  await world.through('2026-09-17', '2026-09-18');
  await world.until('2026-09-19', '08:31');
  expect(await world.digest('2026-09-19')).toEqual({ date: '2026-09-19', workingDay: false, digests: 0 });
  await world.through('2026-09-20', '2026-09-21');
  expect(await world.lines(sunday)).toEqual(['2026-09-17 h-sjj: reminder-3', '2026-09-20 h-sjj: firstFeedback, reminder-1']);
  await world.act(sunday, { name: 'terminate', reason: '并入另一事项' }, 'registrar');

  // Friday 25 September is a holiday: no digest, and the weekly line rolls to the second working day after it.
  const autumn = await world.register({ due: '2026-10-30' });
  await world.through('2026-09-22', '2026-09-24');
  await world.until('2026-09-25', '08:31');
  expect(await world.digest('2026-09-25')).toEqual({ date: '2026-09-25', workingDay: false, digests: 0 });
  await world.through('2026-09-26', '2026-09-29');
  expect(await world.lines(autumn)).toEqual(['2026-09-24 h-sjj: firstFeedback', '2026-09-29 h-sjj: weekly']);

  const ended = ['terminated→handler@sjj', 'terminated→unitHead@sjj'];
  expect(await world.mails()).toEqual([
    ...Array.from({ length: 6 }, () => 'digest→h-sjj'), ...dispatched, ...dispatched, ...dispatched, ...ended, ...ended,
  ].sort());
});
