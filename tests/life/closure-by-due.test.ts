import { instantAt } from '../../domain/time';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld({ start: instantAt('2026-03-30', '09:00') }); });
afterAll(() => world.stop());

test('a closure handed in by T halts the ladder, a minute later it does not; a missed review is told to the sponsor once', async () => {
  const inTime = await world.register({ due: '2026-03-31' });
  const late = await world.register({ due: '2026-03-31', lead: 'czj' });
  await world.act(inTime, { name: 'sign', unit: 'sjj' });
  await world.act(late, { name: 'sign', unit: 'czj' });
  await world.until('2026-03-31', '17:20');
  await world.handIn(inTime);
  await world.until('2026-03-31', '17:31');
  await world.handIn(late);
  await world.until('2026-04-01', '09:00');
  expect(await world.refused(late, { name: 'review', result: 'accepted', text: '自己审核' }, 'officer')).toBe('reviewerIsSubmitter');
  await world.act(late, { name: 'review', result: 'accepted', text: '同意' }, 'rev');
  const own = ['closureRequested→reviewer', 'dispatch→handler@sjj', 'dispatch→unitHead@sjj'];
  await world.until('2026-04-03', '17:29');
  expect(await world.mails(inTime)).toEqual(own);
  await world.until('2026-04-03', '17:31');
  expect(await world.mails(inTime)).toEqual([...own, 'reviewOverdue→sponsor-a']);
  await world.until('2026-04-20');
  expect(await world.mails(inTime)).toEqual([...own, 'reviewOverdue→sponsor-a']);
  await world.act(inTime, { name: 'review', result: 'accepted', text: '同意' }, 'rev');
  expect(await world.state(inTime)).toMatchObject({ status: 'CLOSED', doneOn: '2026-03-31', wasRed: false });
  expect(await world.mails(inTime)).toEqual(['accepted→handler@sjj', ...own, 'reviewOverdue→sponsor-a']);

  const others = [
    'accepted→handler@czj', 'chase→handler@czj', 'chase→sponsor-a', 'chase→unitHead@czj', 'closureRequested→reviewer', 'dispatch→handler@czj', 'dispatch→unitHead@czj',
  ];
  expect(await world.mails(late)).toEqual(others);
  expect(await world.state(late)).toMatchObject({ status: 'CLOSED', doneOn: '2026-03-31' });
  expect(await world.mails()).toEqual(['accepted→handler@sjj', ...own, 'reviewOverdue→sponsor-a', ...others].sort());
});
