import { instantAt } from '../../domain/time';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld({ start: instantAt('2026-03-30', '09:00') }); });
afterAll(() => world.stop());

test('a slip that bounces is told to the registrar, and the next rung comes after it all the same', async () => {
  const id = await world.register({ due: '2026-03-31' });
  await world.until('2026-03-31');
  world.sink.script(({ stage, to }) => (stage === 'recipient' && to === 'head-sjj@office.example' ? { code: 550, text: 'no such user' } : 'accept'));
  await world.until('2026-04-01', '18:00');
  const first = ['chase→handler@sjj', 'chase→sponsor-a', 'dispatch→handler@sjj', 'dispatch→unitHead@sjj', 'undelivered→registrar'];
  expect(await world.mails()).toEqual(first);
  await world.until('2026-04-20');
  // The address stays off for thirty days, so later slips are not even tried.
  const outcomes = await world.office.stores.notices.list({ commitment: id });
  expect(outcomes.filter((n) => n.post === 'unitHead@sjj').map((n) => `${n.occasion} ${n.state} ${String(n.reason)}`).sort()).toEqual([
    'chase bounced null', 'circulate suppressed addressBounced', 'dispatch sent null', 'supervise suppressed addressBounced',
  ]);
  expect(await world.rungs(id)).toEqual(['2026-04-01 08:30 chase', '2026-04-03 08:30 supervise', '2026-04-08 08:30 circulate', '2026-04-15 08:30 interview']);
  expect(await world.mails()).toEqual([
    'chase→handler@sjj', 'chase→sponsor-a', 'circulate→handler@sjj', 'dispatch→handler@sjj', 'dispatch→unitHead@sjj', 'interview→sponsor-a',
    'undelivered→registrar', 'undelivered→registrar', 'undelivered→registrar',
  ]);
});
