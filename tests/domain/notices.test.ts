import { linesAhead } from '../../domain/lines';
import { decideSettled } from '../../domain/decide';
import { noticesOf, stillOwed, type NoticeDraft } from '../../domain/notices';
import type { Fact } from '../../domain/facts';
import { againIdOf, againMark, noticeIdOf, readNoticeId } from '../../domain/notice-ids';
import { resendObstacle, type Settled } from '../../domain/resend';
import type { Commitment, Rules } from '../../domain/state';
import { civilDateOf, instantAt } from '../../domain/time';
import { accept, born, closure, evidence, Life, on, pack, REGISTRAR, REVIEWER, rules, sendBack, sign } from './support';

const short = (n: NoticeDraft): string => `${n.occasion} ${n.post}${n.copy ? ' 抄送' : ''}${n.awaited ? ' 等' : ''}${n.slip ? ` ${n.slip.document}` : ''}`;
const since = (life: Life, before: number): string[] => life.notices.slice(before).map(short);

describe('the mails that a fact owes', () => {
  const life = (): Life => {
    const one = new Life(born({ due: '2026-03-20', coUnits: ['finance'] }, on('2026-03-02')));
    one.wake(on('2026-03-02'));
    return one;
  };
  const after = (one: Life, act: () => unknown): string[] => {
    const before = one.notices.length;
    act();
    return since(one, before);
  };

  it('a dispatch owes handler and head of each unit a 交办单', () => {
    expect(since(life(), 0)).toEqual([
      'dispatch handler@data 交办单', 'dispatch unitHead@data 交办单', 'dispatch handler@finance 交办单', 'dispatch unitHead@finance 交办单']);
  });
  it('signing, reporting and evidence owe none', () => {
    const one = life();
    expect(after(one, () => one.do(sign, on('2026-03-02', '11:00')).do(evidence(), on('2026-03-03')).do({ name: 'report', unit: 'data', line: '推进中' }, on('2026-03-03')))).toEqual([]);
  });
  it('a refusal owes the registrar, its ruling the unit', () => {
    const one = life();
    expect(after(one, () => one.do({ name: 'refuse', unit: 'finance', reason: '非本单位职责' }, on('2026-03-02', '11:00')))).toEqual(['refused registrar']);
    expect(after(one, () => one.do({ name: 'rule', unit: 'finance', ruling: 'same', reason: '维持' }, on('2026-03-02', '12:00'), REGISTRAR))).toEqual(['ruled handler@finance', 'ruled unitHead@finance']);
  });
  it('the way to closure owes the reviewer, the handler, the unit', () => {
    const one = life().do(sign, on('2026-03-02', '11:00')).do(evidence(), on('2026-03-03'));
    expect(after(one, () => one.do(closure, on('2026-03-04')))).toEqual(['closureRequested reviewer']);
    expect(after(one, () => one.wake(on('2026-03-09', '17:30')))).toEqual(['reviewOverdue leader-wang']);
    expect(after(one, () => one.do(sendBack, on('2026-03-10'), REVIEWER))).toEqual(['returned handler@data', 'returned unitHead@data']);
    expect(after(one, () => one.do(closure, on('2026-03-11')).do(accept, on('2026-03-12'), REVIEWER))).toEqual(['closureRequested reviewer', 'accepted handler@data']);
    expect(after(one, () => one.wake(on('2026-06-10', '08:30')))).toEqual(['lookBackDue reviewer']);
    expect(after(one, () => one.do({ name: 'lookBack', result: 'failed', text: '反弹', newDue: '2026-07-31' }, on('2026-06-11'), REVIEWER))).toEqual(['reopened handler@data', 'reopened unitHead@data', 'reopened handler@finance', 'reopened unitHead@finance']);
  });
  it('the rungs owe the posts of the pack, each with its numbered document', () => {
    const one = life();
    one.daysUntil('2026-03-02', '2026-04-30');
    expect(one.notices.filter((n) => n.occasion !== 'dispatch').map(short)).toEqual([
      'chase handler@data 等 催办单', 'chase unitHead@data 等 催办单', 'chase leader-wang 抄送 催办单',
      'supervise unitHead@data 等 督办通知单', 'circulate handler@data 等 通报告知单', 'circulate unitHead@data 等 通报告知单', 'interview leader-wang 约谈建议']);
  });
  it('an end owes all units', () => {
    const one = life();
    expect(after(one, () => one.do({ name: 'terminate', reason: '政策调整' }, on('2026-03-05'), REGISTRAR))).toEqual([
      'terminated handler@data', 'terminated unitHead@data', 'terminated handler@finance', 'terminated unitHead@finance']);
  });
  it('a unit that has not been given the item yet hears neither of its new date nor of its end', () => {
    const one = new Life(born({ due: '2026-03-20', dispatchOn: '2026-03-09' }, on('2026-03-02')));
    one.do({ name: 'amend', due: '2026-03-31', reason: '调整' }, on('2026-03-03'), REGISTRAR).do({ name: 'terminate', reason: '撤销' }, on('2026-03-04'), REGISTRAR);
    expect(one.notices).toEqual([]);
  });
  it('an undelivered slip is told to the registrar, but not one that was suppressed in order', () => {
    const told = (outcome: 'bounced' | 'suppressed' | 'expired' | 'sent', reason: 'nobody' | 'samePerson' | 'noLongerOwed' | null): string[] => {
      const one = life();
      one.wake(on('2026-03-23', '08:30'));
      return after(one, () => one.settle(on('2026-03-23', '08:31'), outcome, reason));
    };
    // The handler's failure is told to the head too; the deputy is tried once, whichever of the two failed first.
    const both = ['undelivered registrar', 'undelivered unitHead@data', 'chase deputy@data 等 催办单', 'undelivered registrar'];
    expect(told('bounced', null)).toEqual(both);
    expect(told('suppressed', 'nobody')).toEqual(both);
    expect([...told('sent', null), ...told('suppressed', 'samePerson'), ...told('suppressed', 'noLongerOwed')]).toEqual([]);
  });
  it('the rung after it waits for the deputy too, whose vacant post nobody is told of', () => {
    const one = life();
    one.wake(on('2026-03-23', '08:30'));
    one.settle(on('2026-03-23', '08:31'), 'bounced');
    expect(one.state.ladder).toMatchObject({ waitingFor: ['c1:chase:r1:deputy@data'], notBefore: null });
    expect(one.wake(on('2026-03-27', '10:00'))).toEqual([]);
    expect(after(one, () => one.settle(on('2026-03-27', '10:00'), 'suppressed', 'nobody'))).toEqual([]);
    expect(one.wake(on('2026-03-30', '08:30')).map((fact) => fact.type)).toEqual(['rungReached']);
  });
  it('a slip that failed is not tried with the deputy where it is owed no longer', () => {
    const one = life();
    one.wake(on('2026-03-23', '08:30'));
    const [slip = ''] = one.state.ladder.waitingFor;
    one.do({ name: 'amend', due: '2026-03-31', reason: '调整' }, on('2026-03-23', '09:00'), REGISTRAR);
    expect(after(one, () => one.take(decideSettled(one.state, one.by, on('2026-03-23', '09:01'), slip, 'bounced')))).toEqual(['undelivered registrar', 'undelivered unitHead@data']);
  });
  it('one post under two names gets one mail, as 主送 rather than 抄送', () => {
    const one = born({ due: '2026-03-20', sponsor: 'reviewer' }, on('2026-03-02'));
    const both: Rules = { ...rules, pack: { ...pack, rungs: pack.rungs.map((r) => ({ ...r, to: ['reviewer' as const], copy: ['sponsor' as const] })) } };
    const fact: Fact = { seq: 1, at: on('2026-03-23'), recordedAt: on('2026-03-23'), actor: REGISTRAR, updateId: null, type: 'rungReached', rung: 'chase', round: 1, index: 0, collapsed: [], waitingFor: ['x'] };
    expect(noticesOf(fact, one, both).map(short)).toEqual(['chase reviewer 等 催办单']);
  });
});

describe('at the moment of its claim a mail is owed no longer', () => {
  const started = (): Life => {
    const one = new Life(born({ due: '2026-03-20' }, on('2026-03-02'))).do(sign, on('2026-03-02', '11:00')).do(evidence(), on('2026-03-03'));
    one.wake(on('2026-03-23', '08:30'));
    return one;
  };
  const owed = (life: Life): string[] => life.notices.filter((n) => stillOwed(n, life.state)).map(short);
  it('once the item is closed', () => {
    const one = started().do(closure, on('2026-03-23', '09:00')).do(accept, on('2026-03-23', '09:05'), REVIEWER);
    expect(owed(one)).toEqual(['accepted handler@data']);
  });
  it('once it has ended', () => {
    expect(owed(started().do({ name: 'terminate', reason: '撤销' }, on('2026-03-23', '09:00'), REGISTRAR))).toEqual(['terminated handler@data', 'terminated unitHead@data']);
  });
  it('of a reminder, once its date has moved or the unit has handed in for review', () => {
    const one = new Life(born({ due: '2026-03-20' }, on('2026-03-02'))).do(sign, on('2026-03-02', '11:00')).do(evidence(), on('2026-03-03'));
    const reminder = { occasion: 'reminder' as const, unit: 'data', period: '2026-03-20-3' };
    expect(stillOwed(reminder, one.state)).toBe(true);
    expect(stillOwed(reminder, { ...one.state, due: '2026-03-27' })).toBe(false);
    expect(stillOwed(reminder, one.do(closure, on('2026-03-10')).state)).toBe(false);
  });
  it('of the first feedback, once there is a report; of a co-unit, once its share is done', () => {
    const one = new Life(born({ due: '2026-03-20', coUnits: ['finance'] }, on('2026-03-02'))).do({ name: 'sign', unit: 'finance' }, on('2026-03-02', '11:00'));
    const first = { occasion: 'firstFeedback' as const, unit: 'finance', period: '2026-03-02' };
    expect(stillOwed(first, one.state)).toBe(true);
    one.do({ name: 'report', unit: 'finance', line: '已完成', percent: 100 }, on('2026-03-03'));
    expect([first, { ...first, occasion: 'weekly' as const, period: '2026-03-06' }].map((n) => stillOwed(n, one.state))).toEqual([false, false]);
  });
});

describe('the lines written ahead for the digest', () => {
  const lines = (state: Commitment, asOf = state.registeredAt, until = '2026-12-01', by = rules): string[] =>
    linesAhead(state, by, asOf, instantAt(until, '00:00')).map((l) => `${civilDateOf(l.at).slice(5)} ${l.occasion} ${l.post}`);
  const birth = (due: string, from = '2026-03-02', more: object = {}): Life => new Life(born({ due, ...more }, on(from)));

  it('are first feedback at D+3, the weekly line on Fridays, reminders at T-7, T-3 and T-1', () => {
    expect(lines(birth('2026-03-20').state, on('2026-03-02'), '2026-03-28')).toEqual([
      '03-05 firstFeedback handler@data', '03-06 weekly handler@data', '03-11 reminder handler@data', '03-13 weekly handler@data',
      '03-17 reminder handler@data', '03-19 reminder handler@data', '03-20 weekly handler@data', '03-27 weekly handler@data']);
  });
  it('stand at the opening hour of their day, in the order of their days', () => {
    const all = linesAhead(birth('2026-03-20').state, rules, on('2026-03-02'), on('2026-06-01'));
    expect(new Set(all.map((l) => l.at.slice(11)))).toEqual(new Set(['00:30:00.000Z']));
  });
  it('roll with a Friday off, and two that roll to one day are one', () => {
    const weekly = (due: string, from: string): string[] => lines(birth(due, from).state, on(from), '2026-10-18').filter((l) => l.includes('weekly')).map((l) => l.slice(0, 5));
    expect(weekly('2026-12-31', '2026-09-14')).toEqual(['09-18', '09-29', '10-09', '10-16']);
  });
  it('leave out the first weekly line with fewer than three working days since the dispatch', () => {
    expect(lines(birth('2026-05-29', '2026-03-04').state, on('2026-03-04'), '2026-03-15').filter((l) => l.includes('weekly'))).toEqual(['03-13 weekly handler@data']);
  });
  it('leave out what falls on or before the day of dispatch', () => {
    expect(lines(birth('2026-03-06', '2026-03-03').state, on('2026-03-03'), '2026-03-10').filter((l) => l.includes('reminder'))).toEqual(['03-05 reminder handler@data']);
  });
  it('leave out the first feedback after any report, and the weekly line of a week that has its report', () => {
    const one = birth('2026-05-29').do(sign, on('2026-03-02', '11:00')).do({ name: 'report', unit: 'data', line: '启动' }, on('2026-03-02', '16:00'));
    expect(lines(one.state, on('2026-03-02'), '2026-03-15')).toEqual(['03-13 weekly handler@data']);
    one.do({ name: 'report', unit: 'data', unchanged: true }, on('2026-03-09'));
    expect(lines(one.state, on('2026-03-09'), '2026-03-21')).toEqual(['03-20 weekly handler@data']);
  });
  it('go to each unit that still owes something, not to a co-unit that is done', () => {
    const one = birth('2026-03-20', '2026-03-02', { coUnits: ['finance'] });
    expect(lines(one.state, on('2026-03-02'), '2026-03-06')).toEqual(['03-05 firstFeedback handler@data', '03-05 firstFeedback handler@finance', '03-06 weekly handler@data', '03-06 weekly handler@finance']);
    one.do({ name: 'sign', unit: 'finance' }, on('2026-03-02', '11:00')).do({ name: 'report', unit: 'finance', line: '已完成', percent: 100 }, on('2026-03-03'));
    expect(lines(one.state, on('2026-03-03'), '2026-03-06').filter((l) => l.includes('finance'))).toEqual([]);
  });
  it('fall silent before the dispatch, under review and after closure', () => {
    const one = birth('2026-03-20').do(sign, on('2026-03-02', '11:00')).do(evidence(), on('2026-03-03')).do(closure, on('2026-03-03'));
    const waiting = born({ due: '2026-03-20', dispatchOn: '2026-03-09' }, on('2026-03-02'));
    expect([lines(one.state), lines(waiting), lines(one.do(accept, on('2026-03-04'), REVIEWER).state)]).toEqual([[], [], []]);
  });
  it('of a day that the digest missed still stand, for the longest holiday and a weekend', () => {
    const state = birth('2026-05-29').state;
    expect(lines(state, on('2026-03-17'), '2026-03-17')).toEqual(['03-06 weekly handler@data', '03-13 weekly handler@data']);
    expect(lines(state, on('2026-03-18'), '2026-03-18')).toEqual(['03-13 weekly handler@data']);
  });
  it('follow a due date that moved, with ids of their own', () => {
    const one = birth('2026-03-20');
    const ids = (): string[] => linesAhead(one.state, rules, on('2026-03-03'), on('2026-06-01')).filter((l) => l.occasion === 'reminder').map((l) => l.id);
    const before = ids();
    one.do({ name: 'amend', due: '2026-04-17', reason: '调整' }, on('2026-03-03'), REGISTRAR);
    expect(ids()).toEqual(['c1:reminder:2026-04-17-7:handler@data', 'c1:reminder:2026-04-17-3:handler@data', 'c1:reminder:2026-04-17-1:handler@data']);
    expect(ids().some((id) => before.includes(id))).toBe(false);
  });
  it('name a post of the item once, however many units there are', () => {
    const toSponsor: Rules = { ...rules, pack: { ...pack, reminderTo: ['sponsor'] } };
    expect(lines(birth('2026-03-20', '2026-03-02', { coUnits: ['finance'] }).state, on('2026-03-02'), '2026-03-05', toSponsor)).toEqual(['03-05 firstFeedback leader-wang']);
  });
});

describe('a notice that goes out once more', () => {
  it('has an id of its own that says how often, and is about the same thing for the same post', () => {
    const first = noticeIdOf('c1', 'chase', 'r1', 'handler@data');
    const second = againIdOf(first);
    expect([second, againIdOf(second)]).toEqual([`${first}~again-1`, `${first}~again-2`]);
    expect([againMark(first), againMark(second)]).toEqual(['', '~again-1']);
    expect(readNoticeId('c1', againIdOf(second))).toEqual(readNoticeId('c1', first));
  });
  it('is one that did not arrive, that nobody has repeated, and that is still owed', () => {
    const life = new Life(born({ due: '2026-03-31' }, on('2026-03-02')));
    life.wake(on('2026-03-02'));
    const why = (change: Partial<Settled>) => resendObstacle({ ...life.notices[0]!, state: 'bounced', reason: null, resent: null, ...change }, life.state);
    expect([why({}), why({ state: 'expired' }), why({ state: 'suppressed', reason: 'nobody' }), why({ state: 'suppressed', reason: 'addressBounced' })]).toEqual([null, null, null, null]);
    expect([why({ state: 'claimed' }), why({ state: 'sent' }), why({ state: 'bundled' }), why({ state: 'suppressed', reason: 'samePerson' }), why({ factSeq: null }), why({ resent: {} })])
      .toEqual(['unsettled', 'delivered', 'delivered', 'delivered', 'inDigest', 'resent']);
    expect(why({ state: 'suppressed', reason: 'nobody', postKind: 'deputy' })).toBe('delivered');
    life.do({ name: 'terminate', reason: '并入' }, on('2026-03-03'), REGISTRAR);
    expect(why({})).toBe('noLongerOwed');
  });
});
