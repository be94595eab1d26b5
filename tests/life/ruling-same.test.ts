import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.stop());

test('a refusal stops the clock for signing until it is ruled on; the ruling is final, and a second refusal is refused', async () => {
  const id = await world.register({ due: '2026-03-31' });
  await world.act(id, { name: 'refuse', unit: 'sjj', reason: '不属本单位职责' });
  expect(await world.refused(id, { name: 'refuse', unit: 'sjj', reason: '再次退单' })).toBe('refusalPending');
  expect(await world.refused(id, { name: 'sign', unit: 'sjj' })).toBe('refusalPending');
  await world.until('2026-03-05', '10:00');
  expect(await world.state(id)).toMatchObject({ status: 'DISPATCHED', units: [{ signedAt: null, refusals: 1 }] });

  await world.act(id, { name: 'rule', unit: 'sjj', ruling: 'same', reason: '三定方案已明确' }, 'registrar');
  expect(await world.refused(id, { name: 'refuse', unit: 'sjj', reason: '仍有异议' })).toBe('refusalsUsedUp');
  expect(await world.refused(id, { name: 'rule', unit: 'sjj', ruling: 'same', reason: '重复裁定' }, 'registrar')).toBe('noRefusalPending');
  await world.until('2026-03-06', '17:29');
  expect(await world.state(id)).toMatchObject({ status: 'DISPATCHED' });
  await world.until('2026-03-06', '17:31');
  expect(await world.state(id)).toMatchObject({ status: 'SIGNED', units: [{ deemed: true, signedAt: '2026-03-06T09:30:00.000Z' }] });
  expect(await world.mails()).toEqual([
    'dispatch→handler@sjj', 'dispatch→unitHead@sjj', 'refused→registrar', 'ruled→handler@sjj', 'ruled→unitHead@sjj', 'rulingOverdue→registrar',
  ]);
});
