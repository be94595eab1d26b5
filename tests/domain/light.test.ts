import { bandsAhead, distanceWords, light } from '../../domain/light';
import { plannedPercent } from '../../domain/planned';
import type { Commitment } from '../../domain/state';
import { accept, born, closure, evidence, Life, on, REGISTRAR, REVIEWER, rules, sendBack, sign } from './support';
import { instantAt } from '../../domain/time';

const item = (more: Partial<Commitment> = {}): Commitment => ({ ...born({ due: '2026-03-20' }, on('2026-03-02')), ...more });
const shown = (state: Commitment, day: string, time = '10:00'): string => {
  const { colour, reasons } = light(state, rules, on(day, time));
  return `${colour}：${reasons.join('；')}`;
};
const report = (percent: number, forecast?: 'onTrack' | 'atRisk' | 'willMiss') =>
  ({ name: 'report' as const, unit: 'data', line: '推进中', percent, causeCode: 'plan' as const, ...(forecast ? { forecast } : {}) });
const signed = (plan: Commitment['plan'] = []): Life => new Life(born({ due: '2026-03-20', plan }, on('2026-03-02'))).do(sign, on('2026-03-02', '11:00'));

describe('the light', () => {
  it.each([
    ['2026-03-02', '10:00', 'green：距办结期限还有14个工作日'],
    ['2026-03-11', '08:29', 'green：距办结期限还有7个工作日'],
    ['2026-03-11', '08:30', 'blue：距办结期限还有7个工作日'],
    ['2026-03-17', '08:29', 'blue：距办结期限还有3个工作日'],
    ['2026-03-17', '08:30', 'yellow：距办结期限还有3个工作日'],
    ['2026-03-20', '17:31', 'yellow：办结期限今天到期'],
    ['2026-03-21', '12:00', 'yellow：办结期限2026-03-20已过'],
    ['2026-03-23', '08:29', 'yellow：办结期限2026-03-20已过'],
    ['2026-03-23', '08:30', 'red：办结期限2026-03-20已过，逾期1个工作日'],
    ['2026-04-03', '08:30', 'red：办结期限2026-03-20已过，逾期10个工作日'],
  ])('on %s at %s is %s', (day, time, expected) => expect(shown(item(), day, time)).toBe(expected));

  it('turns after a holiday, not in it', () => {
    const may = item({ due: '2026-04-30' });
    expect(['2026-05-01', '2026-05-05', '2026-05-06'].map((day) => light(may, rules, on(day)).colour)).toEqual(['yellow', 'yellow', 'red']);
  });

  it('is never red for missing a stretch alone, and says so', () => {
    expect(shown(item({ stretch: true }), '2026-03-23')).toBe('yellow：力争事项，过办结期限未达到（不亮红灯）');
  });

  it('calls the review date of an undated item by its name', () => {
    expect(shown(item({ dueKind: 'review' }), '2026-03-20')).toBe('yellow：复核日期今天到期');
  });

  it('is yellow behind plan, measured once a day at the opening hour', () => {
    const plan = [{ date: '2026-03-02', percent: 0 }, { date: '2026-03-12', percent: 100 }];
    const life = signed(plan).do(report(20), on('2026-03-03'));
    expect(plannedPercent(plan, '2026-03-05')).toBe(30);
    expect(shown(life.state, '2026-03-04', '09:00')).toMatch(/^green/);
    expect(shown(life.state, '2026-03-05', '08:29')).toMatch(/^green/);
    expect(shown(life.state, '2026-03-05', '08:30')).toBe('yellow：进度20%低于序时进度30%');
  });

  it('is worsened by a bad forecast; only a good one takes that back, and never more', () => {
    const life = signed().do(report(20, 'willMiss'), on('2026-03-03'));
    expect(shown(life.state, '2026-03-03')).toBe('yellow：承办单位自报预计不能按期完成');
    life.do(report(30), on('2026-03-04'));
    expect(shown(life.state, '2026-03-04')).toMatch(/^yellow/);
    life.do(report(40, 'onTrack'), on('2026-03-05'));
    expect(shown(life.state, '2026-03-05')).toMatch(/^green/);
    expect(shown(life.state, '2026-03-23')).toMatch(/^red/);
  });

  it('under review keeps the colour of the day of a request handed in by T; handed in later it stays red', () => {
    const inTime = signed().do(evidence(), on('2026-03-10')).do(closure, on('2026-03-18'));
    expect(shown(inTime.state, '2026-04-20')).toBe('yellow：已按期申请办结，保持预警，待审核');
    const late = signed().do(evidence(), on('2026-03-10')).do(closure, on('2026-03-23'));
    expect(shown(late.state, '2026-03-24')).toMatch(/^red/);
    late.do(sendBack, on('2026-03-24'), REVIEWER);
    expect(shown(late.state, '2026-03-24')).toMatch(/^red/);
    late.do(closure, on('2026-03-25')).do(accept, on('2026-03-25'), REVIEWER);
    expect(shown(late.state, '2026-03-26')).toBe('closed：已于2026-03-25办结');
  });

  it('remembers red: after a later deadline it is yellow, not green, and the same after a failed look-back', () => {
    const life = signed().do({ name: 'amend', due: '2026-05-29', reason: '客观原因' }, on('2026-03-24'), REGISTRAR);
    expect(shown(life.state, '2026-03-24')).toBe('yellow：本期曾亮红灯，补办后转黄');
    const early = signed().do({ name: 'amend', due: '2026-05-29', reason: '客观原因' }, on('2026-03-19'), REGISTRAR);
    expect(shown(early.state, '2026-03-24')).toMatch(/^green/);
  });

  it('before the dispatch says what it waits for; ended, why', () => {
    const waiting = born({ due: '2026-03-20', dispatchOn: '2026-03-09' }, on('2026-03-02'));
    expect(shown(waiting, '2026-03-05')).toBe('green：尚未交办，定于2026-03-09交办');
    const ended = signed().do({ name: 'terminate', reason: '政策调整' }, on('2026-03-05'), REGISTRAR);
    expect(shown(ended.state, '2026-03-06')).toBe('closed：事项结束：政策调整');
  });

  it('counts its distance in the words of the office', () => {
    expect(['2026-05-04', '2026-05-05'].map((due) => distanceWords(rules, '2026-05-03', due))).toEqual(['还有不到1个工作日', '还有不到1个工作日']);
    expect(distanceWords(rules, '2026-05-03', '2026-05-01')).toBe('已过期，其后尚无工作日');
  });
});

describe('the bands written ahead', () => {
  const turns = (state: Commitment, from: string, until: string): string[] =>
    bandsAhead(state, rules, on(from), instantAt(until, '00:00')).map((b) => `${b.from} ${b.colour}`);
  it('begin now and turn at the opening hour of T-7, T-3 and T+1', () => {
    expect(turns(item(), '2026-03-02', '2026-06-01')).toEqual([
      '2026-03-02T02:00:00.000Z green', '2026-03-11T00:30:00.000Z blue', '2026-03-17T00:30:00.000Z yellow', '2026-03-23T00:30:00.000Z red']);
  });
  it('turn also where only the ground changes: a stretch past its date stays yellow for another reason', () => {
    const bands = bandsAhead(item({ stretch: true }), rules, on('2026-03-18'), on('2026-04-30'));
    expect(bands.map((b) => `${b.colour} ${b.reasons.join('；')}`)).toEqual(['yellow 距办结期限还有2个工作日', 'yellow 力争事项，过办结期限未达到（不亮红灯）']);
  });
  it('end where they are told to', () => {
    expect(turns(item(), '2026-03-02', '2026-03-11')).toHaveLength(1);
  });
  it('are quick even for a date a century away', () => {
    const start = performance.now();
    bandsAhead(item({ due: '2150-03-20' }), rules, on('2026-03-02'), on('2026-09-18'));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
