import { light } from '../../domain/light';
import { firstPeriod, nextPeriod, periodDue, presentLight, rhythmSchema, type Rhythm } from '../../domain/periods';
import { addDays, civilDateOf } from '../../domain/time';
import { born, Life, on, REGISTRAR, rules, sign } from './support';

const every = (rhythm: Partial<Rhythm>): Rhythm => rhythmSchema.parse(rhythm);

describe('the due days of periods', () => {
  it.each([
    ['a week ends on Friday', { every: 'week' as const }, '2026-03-02', '2026-03-06'],
    ['or, that Friday off, on the second working day after it', { every: 'week' as const }, '2026-04-28', '2026-05-07'],
    ['a month on its last working day', { every: 'month' as const }, '2026-05-06', '2026-05-29'],
    ['from its end the next one', { every: 'month' as const }, '2026-05-29', '2026-06-30'],
    ['a quarter on its last working day', { every: 'quarter' as const }, '2026-03-02', '2026-03-31'],
    ['from its end the next one', { every: 'quarter' as const }, '2026-03-31', '2026-06-30'],
    ['an agreed rhythm after its days, on a working day', { every: 'days' as const, days: 10 }, '2026-04-24', '2026-05-06'],
  ])('%s', (_, rhythm, after, due) => expect(periodDue(rules, every(rhythm), after)).toBe(due));

  it('leave no first week of two days', () => {
    expect(firstPeriod(rules, every({ every: 'week' }), on('2026-03-05'))).toEqual({ index: 1, from: '2026-03-05', due: '2026-03-13' });
    expect(nextPeriod(rules, every({ every: 'week' }), { index: 1, due: '2026-03-13' })).toEqual({ index: 2, from: '2026-03-13', due: '2026-03-20' });
  });
});

const duty = (): Life => new Life(born({ kind: 'standing', rhythm: every({ every: 'week' }), reviewDate: '2027-01-29' }, on('2026-02-02'))).do(sign, on('2026-02-02', '11:00'));

describe('periods inside one life', () => {
  it('run a hundred times without the state growing', () => {
    const life = duty();
    let size = 0;
    for (let day = '2026-02-03', said = ''; (life.state.periods?.now?.index ?? 0) <= 100; day = addDays(day, 1)) {
      life.wake(on(day, '17:30'));
      const { periods, due } = life.state;
      if (due < addDays(day, 30)) life.do({ name: 'amend', due: addDays(day, 360), reason: '年度复核' }, on(day, '17:40'), REGISTRAR);
      if (periods?.now && periods.now.due !== said) {
        life.do({ name: 'report', unit: 'data', line: '已按周提醒', percent: 0 }, on(day, '17:45'));
        said = periods.now.due;
      }
      if (periods?.past.length === 13 && size === 0) size = JSON.stringify(life.state).length;
    }
    expect(life.state.periods).toMatchObject({ counts: { kept: 100, missed: 0 }, past: { length: 13 } });
    // The answered update ids fill up to fifty, and no further.
    expect(JSON.stringify({ ...life.state, answered: [] }).length).toBeLessThan(size + 200);
  });

  it('stand still while suspended and go on with what was left', () => {
    const life = duty();
    life.do({ name: 'suspend', reason: '等系统升级', counterparty: { kind: 'external', name: '运营商' }, until: '2026-03-02' }, on('2026-02-04'));
    life.wake(on('2026-03-02', '08:30'));
    // Two working days were left on 4 February (5th, 6th).
    expect(life.state.periods).toMatchObject({ now: { index: 1, due: '2026-03-04' }, counts: { missed: 0 } });
    expect(life.wake(on('2026-03-04', '17:30')).map((fact) => `${fact.type} ${civilDateOf(fact.at)}`)).toEqual(['periodEnded 2026-03-04']);
  });

  it('stay red as long as one is missed, however long ago, and can then still be made good', () => {
    const life = duty();
    life.wake(on('2026-02-06', '17:30'));
    // Every week since has been reported.
    for (let said = 1, day = '2026-02-07'; day < '2026-06-30'; day = addDays(day, 1)) {
      const now = life.state.periods!.now!.index;
      if (now > said) life.do({ name: 'report', unit: 'data', line: '已按周提醒', causeCode: 'staffing' }, on(day, '09:00'));
      said = now;
      life.wake(on(day, '18:00'));
    }
    expect(life.state.periods).toMatchObject({ counts: { missed: 1 }, past: { length: 14 } });
    expect(light(life.state, rules, on('2026-06-29', '18:00'))).toEqual({ colour: 'red', reasons: ['第1期（2026-02-06）未反馈'] });
    life.do({ name: 'report', unit: 'data', line: '补报', period: 1, causeCode: 'staffing' }, on('2026-06-30'));
    expect(life.state.periods?.counts).toMatchObject({ missed: 0, madeGood: 1 });
    expect(light(life.state, rules, on('2026-06-30')).colour).not.toBe('red');
  });

  it('more than a year of them, missed, still count', () => {
    const life = duty();
    for (let day = '2026-02-03'; day < '2027-08-30'; day = addDays(day, 7)) life.wake(on(day, '18:00'));
    const { past, counts } = life.state.periods!;
    expect([past.length, counts.missed > 66]).toEqual([66, true]);
    expect(light(life.state, rules, on('2027-08-30')).reasons.some((reason) => reason.endsWith(`等${counts.missed}期未反馈`))).toBe(true);
  });

  it('owe nothing for the one that runs once the matter has ended', () => {
    const life = duty();
    life.wake(on('2026-02-06', '09:00'));
    expect(presentLight(life.state, rules, on('2026-02-06', '09:00'))?.colour).toBe('yellow');
    life.do({ name: 'terminate', reason: '职责已取消' }, on('2026-02-06', '10:00'), REGISTRAR);
    expect(presentLight(life.state, rules, on('2026-02-06', '11:00'))).toBeNull();
  });

  it('are reviewed within a year', () => {
    expect(duty().try({ name: 'amend', due: '2027-02-10', reason: '延长' }, on('2026-02-09'), REGISTRAR)).toMatchObject({ refused: 'reviewTooFar' });
    expect(duty().try({ name: 'report', unit: 'data', line: '补报', period: 7 }, on('2026-02-09'))).toMatchObject({ refused: 'unknownPeriod' });
  });
});
