/** 序时进度 follows T. */
import { askedMeasureSchema } from '../../domain/measures';
import { light } from '../../domain/light';
import { plannedPercent, movedPlan } from '../../domain/planned';
import { accept, born, closure, evidence, Life, on, REGISTRAR, REVIEWER, rules, sign } from './support';

const PLAN = [{ date: '2026-03-02', percent: 0 }, { date: '2026-03-12', percent: 40 }, { date: '2026-03-22', percent: 100 }];
const planned = (draft = {}): Life => new Life(born({ due: '2026-03-22', plan: PLAN, ...draft }, on('2026-03-02'))).do(sign, on('2026-03-02', '11:00'));

test('a date put off stretches what is left of the plan, from the mark of its day', () => {
  // On the 12th ten days were left for 60%; now there are twenty.
  const life = planned().do({ name: 'amend', due: '2026-04-01', reason: '会期推迟' }, on('2026-03-12'), REGISTRAR);
  expect(life.state.plan).toEqual([{ date: '2026-03-02', percent: 0 }, { date: '2026-03-12', percent: 40 }, { date: '2026-04-01', percent: 100 }]);
  expect(plannedPercent(life.state.plan, '2026-03-22')).toBe(70);
  // Between two points the mark of the day stays what it was.
  const between = planned().do({ name: 'raise', toUnit: 'gov', due: '2026-04-01', reason: '久拖未决' }, on('2026-03-07'), REGISTRAR);
  expect(between.state.plan).toEqual([{ date: '2026-03-02', percent: 0 }, { date: '2026-03-07', percent: 20 }, { date: '2026-03-15', percent: 40 }, { date: '2026-04-01', percent: 100 }]);
});

test('one brought forward presses it together, and more time asked for and granted stretches it too', () => {
  expect(movedPlan({ plan: PLAN, due: '2026-03-22' }, '2026-03-17', '2026-03-12', 0).at(-1)).toEqual({ date: '2026-03-17', percent: 100 });
  expect(movedPlan({ plan: PLAN, due: '2026-03-22' }, '2026-03-12', '2026-03-12', 0)).toEqual([{ date: '2026-03-02', percent: 0 }, { date: '2026-03-12', percent: 100 }]);
  const life = planned().do({ name: 'requestExtension', unit: 'data', to: '2026-04-01', reason: '征求意见', progress: '初稿' }, on('2026-03-12'))
    .do({ name: 'decideExtension', result: 'granted', newDue: '2026-04-01', text: '同意' }, on('2026-03-12', '15:00'), REGISTRAR);
  expect(life.state.plan.at(-1)).toEqual({ date: '2026-04-01', percent: 100 });
});

test('a plan that had come to its end begins again where the lead stands', () => {
  const life = planned().do({ name: 'report', unit: 'data', line: '基本完成', percent: 90 }, on('2026-03-16')).do(evidence(), on('2026-03-20')).do(closure, on('2026-03-20', '11:00'))
    .do(accept, on('2026-03-23'), REVIEWER).do({ name: 'lookBack', result: 'failed', text: '未执行', newDue: '2026-04-12' }, on('2026-04-02'), REVIEWER);
  expect(life.state.plan.slice(-2)).toEqual([{ date: '2026-04-02', percent: 90 }, { date: '2026-04-12', percent: 100 }]);
  expect(light(life.state, rules, on('2026-04-02', '11:00')).reasons.some((reason) => reason.includes('序时进度'))).toBe(false);
});

test('the steps of a measure move with it', () => {
  const measures = [askedMeasureSchema.parse({ name: '归集率', unit: '%', target: 90, curve: 'steps', points: [{ date: '2026-03-12', value: 30 }, { date: '2026-03-22', value: 90 }] })];
  const life = planned({ measures, plan: [] }).do({ name: 'amend', due: '2026-04-01', reason: '会期推迟' }, on('2026-03-12'), REGISTRAR);
  expect(life.state.measures[0]?.points).toEqual([{ date: '2026-03-12', value: 30 }, { date: '2026-04-01', value: 90 }]);
});
