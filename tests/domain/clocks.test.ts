/** What the clocks of a pack do when a matter stands still, comes back or is opened again. */
import type { Command } from '../../domain/commands';
import { bandsAhead, light } from '../../domain/light';
import { nextMoment } from '../../domain/moments';
import { accept, born, closure, evidence, Life, lifeUnder, officeDay, on, packNamed, REGISTRAR, REVIEWER, sendBack, sign } from './support';

const missed = (life: Life): string[] => life.facts.flatMap((fact) => (fact.type === 'clockMissed' ? [`${fact.clock} ${officeDay(fact.limit)}, told ${officeDay(fact.at)}`] : []));
const suspend = { name: 'suspend', reason: '等批复', counterparty: { kind: 'external', name: '设计单位' } } as const;

describe('a matter sent back', () => {
  it('has its clocks again: those with time left go on to their own limits', () => {
    // A complaint of Monday 2 March: reply within 15 d (17 March), settled within 13 wd (19 March). Handed in empty on D+1, returned on D+2, then silence.
    const life = lifeUnder('三个第一时间', { matterClass: 'complaint', due: '2026-03-31' }, on('2026-03-02'));
    life.do(sign, on('2026-03-02', '11:00')).do(evidence(), on('2026-03-03', '09:00')).do(closure, on('2026-03-03')).do(sendBack, on('2026-03-04'), REVIEWER);
    expect(life.state.handedIn).toBe(false);
    life.daysUntil('2026-03-05', '2026-03-25');
    expect(missed(life)).toEqual(['reply 03-17 17:30, told 03-18 08:30', 'settle 03-19 17:30, told 03-20 08:30']);
  });

  it('and whose limits have all passed has one more, that ends with the next working day', () => {
    // Of 13710: D+1, D+3, D+7 (9 March) are over when it is returned on Thursday 12 March: one slip on Monday the 16th, not three.
    const life = lifeUnder('13710', { matterClass: 'ordinary', due: '2026-04-30' }, on('2026-03-02'));
    life.do(sign, on('2026-03-02', '11:00')).do(evidence(), on('2026-03-02', '12:00')).do(closure, on('2026-03-02', '13:00')).do(sendBack, on('2026-03-12'), REVIEWER);
    life.daysUntil('2026-03-13', '2026-03-20');
    expect(missed(life)).toEqual(['day7 03-13 17:30, told 03-16 08:30']);
  });

  it('is told missed again, though it had been told before', () => {
    const life = lifeUnder('三个第一时间', { matterClass: 'life', due: '2026-03-31' }, on('2026-03-02'));
    life.do(sign, on('2026-03-02', '10:05')).do({ name: 'report', unit: 'data', line: '已答复' }, on('2026-03-02', '11:00')).wake(on('2026-03-03', '08:30'));
    life.do(evidence(), on('2026-03-03', '09:00')).do(closure, on('2026-03-03')).do(sendBack, on('2026-03-04'), REVIEWER).daysUntil('2026-03-05', '2026-03-12');
    expect(missed(life)).toEqual(['settle 03-02 17:30, told 03-03 08:30', 'settle 03-05 17:30, told 03-06 08:30']);
  });
});

test('a matter opened again has until its new date to be settled, and its second call-back has a limit too', () => {
  const life = lifeUnder('三个第一时间', { matterClass: 'enquiry', due: '2026-03-06' }, on('2026-03-02'));
  life.do(sign, on('2026-03-02', '11:00')).do(evidence(), on('2026-03-03', '09:00')).do(closure, on('2026-03-03')).do(accept, on('2026-03-04'), REVIEWER).daysUntil('2026-03-04', '2026-03-06');
  life.do({ name: 'lookBack', result: 'failed', text: '来件人不满意', newDue: '2026-03-11' }, on('2026-03-06', '18:00'), REGISTRAR).daysUntil('2026-03-07', '2026-03-12');
  expect(missed(life)).toEqual(['callBack 03-05 17:30, told 03-06 08:30', 'settle 03-11 17:30, told 03-12 08:30']);
  life.do(closure, on('2026-03-12', '18:00')).do(accept, on('2026-03-13'), REVIEWER).daysUntil('2026-03-14', '2026-03-17');
  expect(missed(life).slice(2)).toEqual(['callBack 03-14 17:30, told 03-16 08:30']);
});

test('after a suspension each clock has the working time that was left to it', () => {
  // Settling within 13 wd: 19 March. Suspended on the 4th, eleven working days were left; resumed on the 11th they end on the 26th. Reply: 17 March, nine left, 24 March.
  const life = lifeUnder('三个第一时间', { matterClass: 'complaint', due: '2026-04-30' }, on('2026-03-02'));
  life.do(sign, on('2026-03-02', '11:00')).do(suspend, on('2026-03-04'), REGISTRAR).do({ name: 'resume', text: '已答复' }, on('2026-03-11'), REGISTRAR).daysUntil('2026-03-11', '2026-03-31');
  expect(missed(life)).toEqual(['reply 03-24 17:30, told 03-25 08:30', 'settle 03-26 17:30, told 03-27 08:30']);
});

test('hours that run day and night are counted on as hours', () => {
  // Two hours for the first reply, one of them gone at eleven; back at three, it is due at four.
  const life = lifeUnder('三个第一时间', { matterClass: 'life', due: '2026-04-30' }, on('2026-03-02'));
  life.do(sign, on('2026-03-02', '10:05')).do(suspend, on('2026-03-02', '11:00'), REGISTRAR).do({ name: 'resume', text: '已答复' }, on('2026-03-02', '15:00'), REGISTRAR);
  expect(nextMoment(life.state, life.by)).toMatchObject({ kind: 'clock', code: 'reply', at: on('2026-03-02', '16:00') });
});

describe('moved to rules whose stages have all run out', () => {
  const repin = (pack: string, matterClass?: string): Command => ({ name: 'repin', pack, version: packNamed(pack).version, reason: '改按热线规则', ...(matterClass === undefined ? {} : { matterClass }) });

  it('a matter that a stage still held has the time that was left to it for the last of them', () => {
    // 710, a complex matter: within a month, 2 April. As an enquiry, its reply (9 March) and its settling (5 March) would be over.
    const life = lifeUnder('710', { matterClass: 'complex', due: '2026-04-30' }, on('2026-03-02')).do(sign, on('2026-03-02', '11:00'));
    life.do(repin('三个第一时间', 'enquiry'), on('2026-03-16'), REGISTRAR).daysUntil('2026-03-16', '2026-04-10');
    expect(missed(life)).toEqual(['settle 04-02 17:00, told 04-03 08:30']);
  });

  it('one sent back and then moved keeps to the day that its return set, and sent back once more to the next', () => {
    // Sent back on the 20th, past every stage of 13710 (D+7: 9 March), the last one ends with Monday the 23rd; moved that morning, so does the settling.
    const life = lifeUnder('13710', { matterClass: 'ordinary', due: '2026-04-30' }, on('2026-03-02')).do(sign, on('2026-03-02', '11:00')).daysUntil('2026-03-02', '2026-03-18');
    life.do(evidence(), on('2026-03-18', '18:00')).do(closure, on('2026-03-19')).do(sendBack, on('2026-03-20'), REVIEWER).do(repin('三个第一时间', 'enquiry'), on('2026-03-23'), REGISTRAR);
    life.daysUntil('2026-03-23', '2026-03-25');
    expect(missed(life).at(-1)).toBe('settle 03-23 17:30, told 03-24 08:30');
    life.do(closure, on('2026-03-26')).do(sendBack, on('2026-03-27'), REVIEWER).daysUntil('2026-03-27', '2026-04-02');
    expect(missed(life).at(-1)).toBe('settle 03-30 17:30, told 03-31 08:30');
  });

  it('one that no stage held is held to none by the move, and to the last by a return', () => {
    const life = new Life(born({ due: '2026-04-30' }, on('2026-03-02'))).do(sign, on('2026-03-02', '11:00')).do(repin('三个第一时间', 'enquiry'), on('2026-03-16'), REGISTRAR).daysUntil('2026-03-16', '2026-03-17');
    expect(life.state.clocks.every(({ by }) => by === null)).toBe(true);
    life.do(evidence(), on('2026-03-18')).do(closure, on('2026-03-18')).do(sendBack, on('2026-03-19'), REVIEWER).daysUntil('2026-03-19', '2026-03-26');
    expect(missed(life)).toEqual(['settle 03-20 17:30, told 03-23 08:30']);
  });
});

test('a life that an older release began is led on as it went, until this one gives it a command', () => {
  const life = lifeUnder('三个第一时间', { matterClass: 'complaint', due: '2026-03-31' }, on('2026-03-02'));
  life.state = { ...life.state, readings: 1 };
  life.do(sign, on('2026-03-02', '11:00')).do(evidence(), on('2026-03-03', '09:00')).do(closure, on('2026-03-03')).do(sendBack, on('2026-03-04'), REVIEWER);
  expect(life.state).toMatchObject({ readings: 1, handedIn: true, clocks: [] });
  life.do(closure, on('2026-03-05')).do(sendBack, on('2026-03-06'), REVIEWER, 2);
  expect(life.state).toMatchObject({ readings: 2, handedIn: false });
  expect(nextMoment(life.state, life.by)).toMatchObject({ kind: 'clock', code: 'reply' });
});

test('a missed clock turns the light yellow, a missed settling red, and says which; done late, it is past', () => {
  const life = lifeUnder('三个第一时间', { matterClass: 'life', due: '2026-03-31' }, on('2026-03-02'));
  const seen = (day: string, time: string): string => {
    const { colour, reasons } = light(life.state, life.by, on(day, time));
    return `${colour}：${reasons.join('，')}`;
  };
  // Written ahead at its birth: a quarter of an hour for the signature, two hours for the reply, settled the same day and told on Tuesday.
  expect(bandsAhead(life.state, life.by, on('2026-03-02'), on('2026-03-04')).map(({ colour, from }) => `${colour} ${officeDay(from)}`)).toEqual(['green 03-02 10:00', 'yellow 03-02 10:15', 'yellow 03-02 12:00', 'red 03-03 08:30']);
  life.daysUntil('2026-03-02', '2026-03-10');
  expect([seen('2026-03-02', '10:14'), seen('2026-03-02', '10:15')]).toEqual(['green：距办结期限还有21个工作日', 'yellow：“签收”时限2026-03-02 10:15已过，至今未签收']);
  expect(seen('2026-03-10', '09:00')).toBe('red：“签收”时限2026-03-02 10:15已过，至今未签收，“答复”时限2026-03-02 12:00已过，至今未反馈，“办理”时限2026-03-02已过，至今未申请办结');
  life.do({ name: 'report', unit: 'data', line: '已答复', causeCode: 'staffing' }, on('2026-03-10'));
  expect(seen('2026-03-10', '10:00')).toBe('red：“办理”时限2026-03-02已过，至今未申请办结');
  life.do(evidence(), on('2026-03-10', '11:00')).do(closure, on('2026-03-10', '11:00'));
  expect(seen('2026-03-10', '12:00')).toBe('red：办结期限内已申请办结，但有时限逾期，保持红灯，待审核');
});
