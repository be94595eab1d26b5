import { instantAt } from '../../domain/time';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld({ start: instantAt('2026-03-30', '09:00') }); });
afterAll(() => world.stop());

test('returned after T has passed, the rungs passed collapse into one on the next working day, and the next review has a limit of its own', async () => {
  const id = await world.register({ due: '2026-03-31' });
  await world.act(id, { name: 'sign', unit: 'sjj' });
  await world.until('2026-03-31', '10:00');
  await world.handIn(id);
  await world.until('2026-04-03', '10:00');
  const handedIn = ['closureRequested→reviewer', 'dispatch→handler@sjj', 'dispatch→unitHead@sjj'];
  expect(await world.mails()).toEqual(handedIn);

  const returned = await world.act(id, { name: 'review', result: 'returned', reasonCode: 'evidenceLacking', text: '缺印发文号' }, 'rev');
  expect(returned).toMatchObject({ status: 'IN_PROGRESS', returns: 1, due: '2026-03-31' });
  // 4 to 6 April are off: the next working day is Tuesday.
  await world.until('2026-04-07', '08:29');
  expect(await world.mails()).toEqual([...handedIn, 'returned→handler@sjj', 'returned→unitHead@sjj']);
  await world.until('2026-04-07', '18:00');
  expect(await world.rungs(id)).toEqual(['2026-04-07 08:30 supervise (chase)']);
  expect(await world.mails()).toEqual([...handedIn, 'returned→handler@sjj', 'returned→unitHead@sjj', 'supervise→unitHead@sjj']);

  // Asked for again on 8 April, after T: neither the ladder nor the review's clock stands still.
  await world.until('2026-04-08', '11:00');
  await world.handIn(id);
  await world.until('2026-04-13', '17:29');
  const late = [
    'circulate→handler@sjj', 'circulate→unitHead@sjj', 'closureRequested→reviewer', ...handedIn, 'returned→handler@sjj', 'returned→unitHead@sjj',
  ];
  expect(await world.mails()).toEqual([...late, 'supervise→unitHead@sjj']);
  await world.until('2026-04-13', '17:31');
  expect(await world.mails()).toEqual([...late, 'reviewOverdue→sponsor-a', 'supervise→unitHead@sjj'].sort());

  await world.until('2026-04-15', '10:00');
  expect(await world.rungs(id)).toEqual(['2026-04-07 08:30 supervise (chase)', '2026-04-08 08:30 circulate', '2026-04-15 08:30 interview']);
  await world.act(id, { name: 'review', result: 'accepted', text: '同意办结' }, 'rev');
  expect(await world.state(id)).toMatchObject({ status: 'CLOSED', doneOn: '2026-04-08' });
  await world.until('2026-05-15');
  expect(await world.mails()).toEqual(
    [...late, 'accepted→handler@sjj', 'interview→sponsor-a', 'reviewOverdue→sponsor-a', 'supervise→unitHead@sjj'].sort());
});
