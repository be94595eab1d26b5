import { instantAt } from '../../domain/time';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld({ start: instantAt('2026-05-08', '10:00') }); });
afterAll(() => world.stop());

test('silence until the cut-off of the next working day is a deemed signature, on a make-up Saturday too', async () => {
  const friday = await world.register({ due: '2026-06-30' });
  const signed = await world.register({ due: '2026-06-30', lead: 'czj' });
  // Saturday 9 May is worked for May Day.
  await world.until('2026-05-09', '17:29');
  expect(await world.state(friday)).toMatchObject({ status: 'DISPATCHED' });
  await world.act(signed, { name: 'sign', unit: 'czj' });
  await world.until('2026-05-09', '18:00');
  expect(await world.state(friday)).toMatchObject({ status: 'SIGNED', units: [{ deemed: true, signedAt: '2026-05-09T09:30:00.000Z' }] });
  expect(await world.state(signed)).toMatchObject({ status: 'SIGNED', units: [{ deemed: false }] });
  expect(await world.refused(friday, { name: 'sign', unit: 'sjj' })).toBe('alreadySigned');
  expect(await world.refused(friday, { name: 'refuse', unit: 'sjj', reason: '不属本单位职责' })).toBe('alreadySigned');

  // Dispatched on that Saturday evening: its limit is Monday's.
  const saturday = await world.register({ due: '2026-06-30', lead: 'fgw' });
  await world.until('2026-05-11', '17:29');
  expect(await world.state(saturday)).toMatchObject({ status: 'DISPATCHED' });
  await world.until('2026-05-11', '17:31');
  expect(await world.state(saturday)).toMatchObject({ status: 'SIGNED', units: [{ deemed: true, signedAt: '2026-05-11T09:30:00.000Z' }] });
  expect(await world.mails()).toEqual(['czj', 'fgw', 'sjj'].map((unit) => `dispatch→handler@${unit}`).concat(['czj', 'fgw', 'sjj'].map((unit) => `dispatch→unitHead@${unit}`)));
});
