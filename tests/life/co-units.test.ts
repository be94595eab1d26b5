import { instantAt } from '../../domain/time';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld({ start: instantAt('2026-03-23', '09:00') }); });
afterAll(() => world.stop());

test('each co-unit has a slip, a clock and digest lines of its own, and one that is done hears no more', async () => {
  const id = await world.register({ due: '2026-03-31', coUnits: ['czj', 'fgw'] });
  const slips = await world.office.stores.notices.list({ commitment: id, occasion: 'dispatch' });
  const numbers = ['sjj', 'czj', 'fgw'].map((unit) => [...new Set(slips.filter((slip) => slip.unit === unit).map((slip) => slip.slipNumber))]);
  expect(numbers.map((own) => own.length)).toEqual([1, 1, 1]);
  expect(new Set(numbers.flat()).size).toBe(3);

  await world.act(id, { name: 'sign', unit: 'sjj' });
  await world.through('2026-03-24', '2026-03-24');
  await world.act(id, { name: 'sign', unit: 'czj' });
  await world.through('2026-03-25', '2026-03-26');
  expect((await world.state(id)).units.map(({ unit, deemed }) => [unit, deemed])).toEqual([['sjj', false], ['czj', false], ['fgw', true]]);
  await world.act(id, { name: 'report', unit: 'czj', percent: 100, line: '预算已核定' });
  expect(await world.refused(id, { name: 'requestClosure', unit: 'fgw', summary: '已办结' })).toBe('onlyLead');
  await world.through('2026-03-27', '2026-03-30');
  await world.handIn(id);
  await world.through('2026-03-31', '2026-04-01');
  expect(await world.lines(id)).toEqual([
    '2026-03-26 h-czj: firstFeedback, reminder-3', '2026-03-26 h-fgw: firstFeedback, reminder-3', '2026-03-26 h-sjj: firstFeedback, reminder-3',
    '2026-03-27 h-fgw: weekly', '2026-03-27 h-sjj: weekly',
    '2026-03-30 h-fgw: reminder-1', '2026-03-30 h-sjj: reminder-1',
  ]);
  expect(await world.mails()).toEqual([
    'closureRequested→reviewer',
    'digest→h-czj', 'digest→h-fgw', 'digest→h-fgw', 'digest→h-fgw', 'digest→h-sjj', 'digest→h-sjj', 'digest→h-sjj',
    'dispatch→handler@czj', 'dispatch→handler@fgw', 'dispatch→handler@sjj',
    'dispatch→unitHead@czj', 'dispatch→unitHead@fgw', 'dispatch→unitHead@sjj',
  ]);
});
