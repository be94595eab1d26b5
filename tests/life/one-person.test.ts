import { instantAt } from '../../domain/time';
import { organisation } from '../support/organisation';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await createWorld({ start: instantAt('2026-03-30', '09:00') });
  await world.office.stores.organisation.importAll({
    ...organisation,
    holdings: organisation.holdings.map((holding) => (holding.post === 'unitHead@sjj' ? { ...holding, person: 'h-sjj' } : holding)),
  });
});
afterAll(() => world.stop());

test('somebody who is handler and head in one gets each slip once, and nobody is told that the other copy was not delivered', async () => {
  const id = await world.register({ due: '2026-03-31' });
  await world.until('2026-04-20');
  // Which of the two posts is served is chance.
  const mails = (await world.mails()).map((mail) => mail.replace(/(handler|unitHead)@/, 'post@')).sort();
  expect(mails).toEqual([
    'chase→post@sjj', 'chase→sponsor-a', 'circulate→post@sjj', 'dispatch→post@sjj', 'interview→sponsor-a', 'supervise→post@sjj',
  ]);
  expect(await world.rungs(id)).toEqual(['2026-04-01 08:30 chase', '2026-04-03 08:30 supervise', '2026-04-08 08:30 circulate', '2026-04-15 08:30 interview']);
});
