import { instantAt } from '../../domain/time';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld({ start: instantAt('2026-03-30', '09:00') }); });
afterAll(() => world.stop());

test('after an outage over several moments one mail goes out, for the highest rung, and the ladder goes on from there', async () => {
  const id = await world.register({ due: '2026-03-31' });
  const dispatched = ['dispatch→handler@sjj', 'dispatch→unitHead@sjj'];
  await world.until('2026-03-30', '18:00');
  await world.outage('2026-04-09');
  await world.until('2026-04-09', '09:30');
  const once = ['circulate→handler@sjj', 'circulate→unitHead@sjj', ...dispatched];
  expect(await world.mails()).toEqual(once);
  expect(await world.rungs(id)).toEqual(['2026-04-08 08:30 circulate (chase, supervise)']);
  const ledger = await world.office.stores.ledger.chain(id);
  expect(ledger.map(({ fact }) => `${fact.type} ${fact.at}`).slice(2, 4)).toEqual(['signed 2026-03-31T09:30:00.000Z', 'rungReached 2026-04-08T00:30:00.000Z']);
  expect(ledger.slice(2).every(({ fact }) => fact.recordedAt >= instantAt('2026-04-09', '09:00'))).toBe(true);

  // A second outage, begun after the delivery was known to the engine alone: rebuild tells it again.
  await world.outage('2026-04-13');
  await world.until('2026-04-14');
  expect(await world.mails()).toEqual(once);
  await world.until('2026-04-20');
  expect(await world.rungs(id)).toEqual(['2026-04-08 08:30 circulate (chase, supervise)', '2026-04-15 08:30 interview']);
  expect(await world.mails()).toEqual([...once, 'interview→sponsor-a']);
});
