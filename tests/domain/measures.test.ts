import { light, lightSentence } from '../../domain/light';
import { askedMeasureSchema, behindWords, measureWords, plannedValue, type Measure } from '../../domain/measures';
import { partLight } from '../../domain/part-light';
import { partOf } from '../../domain/state';
import { born, closure, evidence, HANDLER, Life, on, REGISTRAR, rules, sign } from './support';

const measure = (more: Record<string, unknown> = {}): Measure => ({
  ...askedMeasureSchema.parse({ name: '归集率', unit: '%', denominator: '应归集目录数', baseline: 40, target: 100, ...more }), id: 'm1', from: '2026-03-02', actual: null,
});

describe('序时进度', () => {
  it.each([
    ['linear from the baseline to the target', {}, '2026-03-12', 70],
    ['linear, on its first day', {}, '2026-03-02', 40],
    ['linear, past T', {}, '2026-04-01', 100],
    ['in steps that hold until the next', { curve: 'steps', points: [{ date: '2026-03-10', value: 60 }, { date: '2026-03-20', value: 90 }] }, '2026-03-19', 60],
    ['in steps, before the first', { curve: 'steps', points: [{ date: '2026-03-10', value: 60 }] }, '2026-03-09', null],
    ['by points, linear between them', { curve: 'points', points: [{ date: '2026-03-10', value: 60 }, { date: '2026-03-20', value: 90 }] }, '2026-03-15', 75],
    ['unknown while the target is masked', { target: null }, '2026-03-12', null],
  ] as const)('%s', (_, more, day, value) => expect(plannedValue(measure(more), '2026-03-22', day)).toBe(value));

  it('says with figures which way it lags, and nothing where it does not', () => {
    expect(behindWords(measure(), '2026-03-22', '2026-03-12')).toBe('归集率40%低于序时进度70%');
    expect(behindWords({ ...measure({ name: '重复诉求率', baseline: 20, target: 10, direction: 'down' }), actual: { value: 18, on: '2026-03-11' } }, '2026-03-22', '2026-03-12')).toBe('重复诉求率18%高于序时进度15%');
    expect(behindWords({ ...measure(), actual: { value: 71, on: '2026-03-11' } }, '2026-03-22', '2026-03-12')).toBeNull();
    expect(behindWords(measure({ target: null }), '2026-03-22', '2026-03-12')).toBeNull();
  });

  it.each([
    [{ target: 30 }, '目标值低于基数，请核对升降方向'], [{ stretch: 90 }, '力争值应优于目标值'],
    [{ curve: 'steps' }, '请至少填写一个节点'], [{ points: [{ date: '2026-03-10', value: 60 }] }, '匀速进度不填节点；分段或按节点推进的，请另选进度方式'],
  ])('refuses %j', (more, words) => {
    expect(askedMeasureSchema.safeParse({ name: '归集率', unit: '%', baseline: 40, target: 100, ...more }).error?.issues.map((issue) => issue.message)).toEqual([words]);
  });
});

const targets = (...measures: Record<string, unknown>[]): Life =>
  new Life(born({ due: '2026-03-31', measures: measures.map((one) => askedMeasureSchema.parse({ name: '归集率', unit: '%', ...one })) }, on('2026-03-02'))).do(sign, on('2026-03-02', '11:00'));

describe('targets', () => {
  it('turn the light by actual against plan; the stretch is shown apart and turns nothing', () => {
    const life = targets({ baseline: 42, target: 100, stretch: 120 });
    const said = (day: string): string => lightSentence(light(life.state, rules, on(day)));
    expect(said('2026-03-03')).toBe('黄：归集率42%低于序时进度44%');
    life.do({ name: 'report', unit: 'data', line: '已归集', values: [{ measure: 'm1', value: 100 }] }, on('2026-03-04'));
    expect(said('2026-03-04')).toBe('绿：距办结期限还有19个工作日');
    expect(said('2026-03-26')).toBe('黄：距办结期限还有3个工作日');
    expect(measureWords(life.state.measures[0]!)).toBe('归集率：目标100%，目前100%（力争120%，尚未达到）');
    expect(life.try({ name: 'report', unit: 'data', line: '再报', values: [{ measure: 'm9', value: 1 }] }, on('2026-03-05'))).toMatchObject({ refused: 'unknownMeasure', hint: '本事项的指标：m1 归集率' });
  });

  it('that are masked stay 待定 and hold up nothing but the closure', () => {
    const life = targets({ baseline: 42 }).do({ name: 'report', unit: 'data', values: [{ measure: 'm1', value: 50 }] }, on('2026-03-04')).do(evidence(), on('2026-03-05'));
    expect(light(life.state, rules, on('2026-03-05')).colour).toBe('green');
    expect(measureWords(life.state.measures[0]!)).toBe('归集率：目标待定，目前50%');
    expect(life.try(closure, on('2026-03-06'))).toMatchObject({ refused: 'targetUndetermined', hint: '目标值待定：归集率' });
    life.do({ name: 'setTarget', measure: 'm1', target: 80, reason: '市里下达' }, on('2026-03-06'), REGISTRAR).do(closure, on('2026-03-06'));
    expect(life.types().slice(-2)).toEqual(['targetSet', 'closureRequested']);
  });
});

describe('co-units', () => {
  it('have each a light of their own: one late without colouring the others, and the reviewer learns who was silent', () => {
    const life = new Life(born({ due: '2026-03-20', coUnits: ['finance', 'gov'] }, on('2026-03-02'))).do(sign, on('2026-03-02', '11:00'))
      .do({ name: 'sign', unit: 'finance' }, on('2026-03-02', '11:00')).do({ name: 'report', unit: 'finance', line: '已核定', percent: 100 }, on('2026-03-03'));
    life.wake(on('2026-03-06'));
    const of = (unit: string, day: string): string => lightSentence(partLight(life.state, partOf(life.state, unit)!, rules, on(day)));
    expect(['data', 'finance', 'gov'].map((unit) => of(unit, '2026-03-06'))).toEqual([
      '绿：距办结期限还有10个工作日', '绿：本单位承担的部分已完成', '黄：首次反馈应在2026-03-05前提交，至今未反馈',
    ]);
    expect(light(life.state, rules, on('2026-03-06')).colour).toBe('green');
    expect(of('gov', '2026-03-23')).toBe('红：办结期限2026-03-20已过，逾期1个工作日，本单位承担的部分尚未完成');
    life.do(evidence(), on('2026-03-09')).do(closure, on('2026-03-09'), HANDLER);
    expect(life.state.closure?.silent).toEqual(['gov']);
  });
});
