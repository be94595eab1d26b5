/** When a mail may leave, counted by hand. */
import { nextInWindow, throttledUntil } from '../../domain/sending';
import { instantAt } from '../../domain/time';
import { officeDay, on, pack, rules } from './support';

const under = (workingDaysOnly: boolean) => ({ ...rules, pack: { ...pack, sending: { window: { from: '08:30', to: '17:30', workingDaysOnly }, urgent: [], throttle: [] } } });

test.each([
  ['2026-03-02', '08:29', true, '03-02 08:30'], ['2026-03-02', '08:30', true, '03-02 08:30'], ['2026-03-02', '17:29', true, '03-02 17:29'], ['2026-03-02', '17:30', true, '03-03 08:30'],
  // Friday evening; a Saturday that is worked; the eve of 劳动节; any day where weekends count too.
  ['2026-03-06', '19:00', true, '03-09 08:30'], ['2026-05-08', '20:00', true, '05-09 08:30'], ['2026-04-30', '18:00', true, '05-06 08:30'], ['2026-03-06', '19:00', false, '03-07 08:30'],
])('%s %s (working days only: %s) → %s', (day, time, workingDaysOnly, expected) => {
  expect(officeDay(nextInWindow(under(workingDaysOnly), on(day, time)))).toBe(expected);
});

test('the throttle lets go as many as it says, and the next one when the oldest of them is so many hours past', () => {
  const line = { per: 'person', max: 2, hours: 24 } as const;
  const at = on('2026-03-03', '10:00');
  expect(throttledUntil(line, [], at)).toBeNull();
  expect(throttledUntil(line, [on('2026-03-03', '09:00')], at)).toBeNull();
  expect(throttledUntil(line, [on('2026-03-03', '09:00'), on('2026-03-02', '11:00')], at)).toBe(instantAt('2026-03-03', '11:00'));
  // Out of its hours a mail no longer counts; beyond the most, the second last decides.
  expect(throttledUntil(line, [on('2026-03-02', '10:00'), on('2026-03-03', '09:00')], at)).toBeNull();
  expect(throttledUntil(line, ['08:00', '08:30', '09:00'].map((time) => on('2026-03-03', time)), at)).toBe(instantAt('2026-03-04', '08:30'));
});
