import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.stop());

test('a unit that stays silent is chased on T+1, T+3, T+5 and T+10, and nobody else gets mail', async () => {
  const id = await world.register({ due: '2026-03-31' });
  await world.until('2026-03-03', '18:00');
  expect((await world.state(id)).units[0]).toMatchObject({ deemed: true, signedAt: '2026-03-03T09:30:00.000Z' });
  await world.until('2026-04-20');
  expect(await world.mails()).toEqual([
    'chase→handler@sjj', 'chase→sponsor-a', 'chase→unitHead@sjj',
    'circulate→handler@sjj', 'circulate→unitHead@sjj',
    'dispatch→handler@sjj', 'dispatch→unitHead@sjj',
    'interview→sponsor-a',
    'supervise→unitHead@sjj',
  ]);
  const ledger = await world.office.stores.ledger.chain(id);
  expect(ledger.filter((e) => e.fact.type === 'rungReached').map((e) => e.fact.at)).toEqual([
    '2026-04-01T00:30:00.000Z', '2026-04-03T00:30:00.000Z', '2026-04-08T00:30:00.000Z', '2026-04-15T00:30:00.000Z',
  ]);
});
