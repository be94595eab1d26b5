import { instantAt } from '../../domain/time';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld({ start: instantAt('2026-03-23', '09:00') }); });
afterAll(() => world.stop());

test('a unit that a ruling replaced gets nothing more; the new one has clocks of its own and the whole ladder', async () => {
  const id = await world.register({ due: '2026-03-31' });
  await world.act(id, { name: 'refuse', unit: 'sjj', reason: '属财政职责' });
  await world.through('2026-03-24', '2026-03-24');
  await world.act(id, { name: 'rule', unit: 'sjj', ruling: 'other', toUnit: 'czj', reason: '预算事项由财政局牵头' }, 'registrar');
  expect(await world.refused(id, { name: 'sign', unit: 'sjj' })).toBe('unknownUnit');
  await world.through('2026-03-25', '2026-03-31');
  expect(await world.state(id)).toMatchObject({
    units: [{ unit: 'czj', role: 'lead', deemed: true, signedAt: '2026-03-25T09:30:00.000Z' }], formerUnits: [{ unit: 'sjj' }],
  });
  await world.until('2026-04-20');
  expect(await world.lines(id)).toEqual([
    '2026-03-26 h-czj: reminder-3', '2026-03-27 h-czj: firstFeedback, weekly', '2026-03-30 h-czj: reminder-1',
  ]);
  expect(await world.mailsTo('h-sjj')).toEqual(['dispatch→handler@sjj']);
  expect(await world.mailsTo('head-sjj')).toEqual(['dispatch→unitHead@sjj']);
  expect(await world.mails()).toEqual([
    'chase→handler@czj', 'chase→sponsor-a', 'chase→unitHead@czj', 'circulate→handler@czj', 'circulate→unitHead@czj',
    'digest→h-czj', 'digest→h-czj', 'digest→h-czj',
    'dispatch→handler@czj', 'dispatch→handler@sjj', 'dispatch→unitHead@czj', 'dispatch→unitHead@sjj',
    'interview→sponsor-a', 'refused→registrar', 'supervise→unitHead@czj',
  ]);
});
