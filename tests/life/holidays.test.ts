import { instantAt } from '../../domain/time';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld({ start: instantAt('2026-04-20', '09:00') }); });
afterAll(() => world.stop());

test('no rung burns on a weekend or over May Day, and the Saturday worked for it counts', async () => {
  const holiday = await world.register({ due: '2026-04-30' });
  const weekend = await world.register({ due: '2026-04-24' });
  const dispatched = ['dispatch→handler@sjj', 'dispatch→unitHead@sjj'];
  const chased = ['chase→handler@sjj', 'chase→sponsor-a', 'chase→unitHead@sjj', ...dispatched];

  await world.until('2026-04-26', '23:00');
  expect(await world.mails(weekend)).toEqual(dispatched);
  await world.until('2026-04-27', '08:31');
  expect(await world.mails(weekend)).toEqual(chased);

  await world.until('2026-05-06', '08:29');
  expect(await world.mails(holiday)).toEqual(dispatched);
  await world.until('2026-05-06', '08:31');
  expect(await world.mails(holiday)).toEqual(chased);

  await world.until('2026-05-31');
  const climbed = [
    'chase→handler@sjj', 'chase→sponsor-a', 'chase→unitHead@sjj', 'circulate→handler@sjj', 'circulate→unitHead@sjj', ...dispatched,
    'interview→sponsor-a', 'supervise→unitHead@sjj',
  ];
  expect(await world.mails(holiday)).toEqual(climbed);
  expect(await world.mails(weekend)).toEqual(climbed);
  expect(await world.mails()).toEqual([...climbed, ...climbed].sort());
  expect(await world.rungs(weekend)).toEqual(['2026-04-27 08:30 chase', '2026-04-29 08:30 supervise', '2026-05-06 08:30 circulate', '2026-05-12 08:30 interview']);
  // Saturday 9 May is T+4; red at the weekly lines of 7 May (rolled from the 1st), 8 May and 15 May, before T+10 on the 18th.
  expect(await world.rungs(holiday)).toEqual(['2026-05-06 08:30 chase', '2026-05-08 08:30 supervise', '2026-05-11 08:30 circulate', '2026-05-15 17:00 interview']);
});
