/** Rule 10, the yellow slip: when an item is far enough behind its 序时进度 to be told so in writing, and when again. */
import { askedMeasureSchema } from '../../domain/measures';
import { type Life, lifeUnder, on, sign } from './support';

const PLAN = [{ date: '2026-03-02', percent: 0 }, { date: '2026-04-29', percent: 100 }];
const lived = (draft: Record<string, unknown>): Life => lifeUnder('三色督办单', { due: '2026-04-30', ...draft }, on('2026-03-02')).do(sign, on('2026-03-02', '11:00'));
const report = (percent: number) => ({ name: 'report', unit: 'data', line: '推进中', percent, causeCode: 'staffing' }) as const;

test('no slip goes out the morning after the dispatch: not before the first feedback is over, and not for less than the pack tolerates', () => {
  // 58 days for 100%: more than ten points on the sixth, Sunday 8 March; the first feedback was due on the 5th. Its slip on Monday.
  expect(lived({ plan: PLAN }).daysUntil('2026-03-02', '2026-03-10').rungs()).toEqual(['yellowSlip 03-09 08:30']);
  // Five days for all of it: 20% on D+1, yet nobody has had to say anything before the 5th.
  const short = [{ date: '2026-03-02', percent: 0 }, { date: '2026-03-07', percent: 100 }];
  expect(lived({ plan: short, due: '2026-03-31' }).daysUntil('2026-03-02', '2026-03-07').rungs()).toEqual(['yellowSlip 03-06 08:30']);
});

test('who has caught up and lags anew gets the next slip, with a number of its own', () => {
  const life = lived({ plan: PLAN }).daysUntil('2026-03-02', '2026-03-10');
  // 20% on the 11th is ahead of the plan (15.5%); more than ten points behind it is again on the 20th (31%).
  life.do(report(20), on('2026-03-11')).daysUntil('2026-03-11', '2026-03-24');
  expect(life.rungs()).toEqual(['yellowSlip 03-09 08:30', 'yellowSlip 03-20 08:30']);
  // A report that does not catch up draws none; T−3 brings no blue slip after a yellow one, T+1 the red.
  life.do(report(22), on('2026-03-25')).daysUntil('2026-03-25', '2026-05-08');
  expect(life.rungs().slice(2)).toEqual(['redSlip 05-06 08:30']);
  expect(new Set(life.notices.map(({ id }) => id)).size).toBe(life.notices.length);
});

test('a measure far enough behind draws it too', () => {
  const measures = [askedMeasureSchema.parse({ name: '归集率', unit: '%', baseline: 50, target: 90 })];
  const life = lived({ measures }).do({ name: 'report', unit: 'data', line: '起步', values: [{ measure: 'm1', value: 60 }] }, on('2026-03-04'));
  // From 50 to 90 in 59 days: a quarter is reached; more than ten points of the way beyond it on the 23rd (21 of 59 days, 35.6%).
  expect(life.daysUntil('2026-03-04', '2026-03-25').rungs()).toEqual(['yellowSlip 03-23 08:30']);
});
