import { commandSchemas, type Command, type CommandName } from '../../domain/commands';
import { EVIDENCE_LIMIT, type Commitment } from '../../domain/state';
import { registrationFaults, registrationSchema } from '../../domain/register';
import { accept, born, closure, evidence, HANDLER, Life, on, REGISTRAR, REVIEWER, sendBack, sign } from './support';

const dispatched = (): Life => new Life(born({ due: '2026-03-20', coUnits: ['finance'] }, on('2026-03-02')));
const waiting = (): Life => new Life(born({ due: '2026-03-20', dispatchOn: '2026-03-09' }, on('2026-03-02')));
const signed = (): Life => dispatched().do(sign, on('2026-03-02', '11:00'));
const reviewed = (): Life => signed().do(evidence(), on('2026-03-03')).do(closure, on('2026-03-04'));
const closed = (): Life => reviewed().do(accept, on('2026-03-05'), REVIEWER);
const at = on('2026-03-06');
const refuseIt = (unit = 'data'): Command => ({ name: 'refuse', unit, reason: '非本单位职责' });
const report = (more: Partial<Extract<Command, { name: 'report' }>> = {}): Command => ({ name: 'report', unit: 'data', line: '按计划推进', ...more });
const amend = (due: string): Command => ({ name: 'amend', due, reason: '调整' });

describe('a command is refused', () => {
  const cases: [string, () => Life, Command, string, typeof HANDLER?][] = [
    ['dispatch, where it is dispatched', dispatched, { name: 'dispatch' }, 'alreadyDispatched'],
    ['signing before the dispatch', waiting, sign, 'wrongState'],
    ['signing by a stranger', dispatched, { name: 'sign', unit: 'stranger' }, 'unknownUnit'],
    ['signing twice', signed, sign, 'alreadySigned'],
    ['signing what is closed', closed, sign, 'wrongState'],
    ['a refusal after signing', signed, refuseIt(), 'alreadySigned'],
    ['a refusal by a stranger', dispatched, refuseIt('stranger'), 'unknownUnit'],
    ['a refusal before the dispatch', waiting, refuseIt(), 'wrongState'],
    ['a ruling that nobody asked for', dispatched, { name: 'rule', unit: 'data', ruling: 'same', reason: '维持' }, 'noRefusalPending'],
    ['a report with nothing in it', signed, { name: 'report', unit: 'data' }, 'reportEmpty'],
    ['a report of 50 percent by a stranger', signed, report({ unit: 'stranger' }), 'unknownUnit'],
    ['a report while under review', reviewed, report(), 'wrongState'],
    ['evidence for a criterion that is not there', signed, evidence('a9'), 'unknownCriterion'],
    ['evidence while under review', reviewed, evidence('a1', 'b'), 'wrongState'],
    ['a request for closure without evidence', signed, closure, 'evidenceMissing'],
    ['a request for closure under review', reviewed, closure, 'wrongState'],
    ['a review of nothing', signed, accept, 'wrongState', REVIEWER],
    ['a review by the submitter', reviewed, accept, 'reviewerIsSubmitter'],
    ['a return by the submitter', reviewed, sendBack, 'reviewerIsSubmitter'],
    ['a return without its reason code', reviewed, { name: 'review', result: 'returned', text: '退' }, 'reasonCodeRequired', REVIEWER],
    ['a due date that is the same', signed, amend('2026-03-20'), 'dueUnchanged', REGISTRAR],
    ['a due date in the past', signed, amend('2026-03-05'), 'dueInPast', REGISTRAR],
    ['a due date before the day of dispatch', waiting, amend('2026-03-08'), 'dueNotLater', REGISTRAR],
    ['a due date under review', reviewed, amend('2026-04-08'), 'wrongState', REGISTRAR],
    ['a due date of what is closed', closed, amend('2026-04-08'), 'wrongState', REGISTRAR],
    ['a look-back at what is open', signed, { name: 'lookBack', result: 'passed', text: '好' }, 'wrongState', REVIEWER],
    ['a failed look-back without a new date', closed, { name: 'lookBack', result: 'failed', text: '反弹' }, 'newDueRequired', REVIEWER],
    ['a failed look-back with a date in the past', closed, { name: 'lookBack', result: 'failed', text: '反弹', newDue: '2026-03-05' }, 'newDueRequired', REVIEWER],
    ['terminating what is closed', closed, { name: 'terminate', reason: '不再需要' }, 'wrongState', REGISTRAR],
  ];
  it.each(cases)('%s', (_title, life, command, code, actor = HANDLER) => {
    const one = life();
    one.wake(on('2026-03-03', '08:00'));
    const before = one.state;
    const early = command.name === 'refuse' || command.name === 'rule' || (command.name === 'sign' && one.state.status !== 'CLOSED');
    expect(one.try(command, early ? on('2026-03-03', '09:00') : at, actor)?.refused).toBe(code);
    expect(one.state).toBe(before);
  });

  it('reporting, evidence and closure before signing', () => {
    const early = on('2026-03-02', '11:00');
    expect([report(), evidence(), closure].map((c) => dispatched().try(c, early)?.refused)).toEqual(['signFirst', 'signFirst', 'signFirst']);
  });

  it('everything of a unit whose refusal waits for its ruling', () => {
    const life = dispatched().do(refuseIt(), on('2026-03-02', '11:00'));
    expect([sign, refuseIt(), report()].map((c) => life.try(c, at)?.refused)).toEqual(['refusalPending', 'refusalPending', 'refusalPending']);
  });

  it('a ruling that sends it to a unit that is in it already, or after it is closed', () => {
    const life = dispatched().do(sign, on('2026-03-02', '11:00')).do(refuseIt('finance'), on('2026-03-02', '11:00'));
    const rule = (toUnit: string): Command => ({ name: 'rule', unit: 'finance', ruling: 'other', toUnit, reason: '改派' });
    expect(['data', 'finance'].map((u) => life.try(rule(u), at, REGISTRAR)?.refused)).toEqual(['unknownUnit', 'unknownUnit']);
    life.do(evidence(), at).do(closure, at).do(accept, at, REVIEWER);
    expect(life.try(rule('gov'), at, REGISTRAR)?.refused).toBe('wrongState');
  });

  it('a report that goes backwards or comes late, unless it says why', () => {
    const life = signed().do(report({ percent: 60 }), at);
    expect(life.try(report({ percent: 50 }), at)?.refused).toBe('percentBackwards');
    life.do(report({ percent: 50, causeCode: 'plan' }), at);
    expect(life.try(report({ percent: 55 }), on('2026-03-23', '08:29'))).toBeNull();
    expect(life.try(report({ percent: 60 }), on('2026-03-23', '08:30'))?.refused).toBe('causeRequired');
    life.do(report({ percent: 60, causeCode: 'funding' }), on('2026-03-23', '08:30'));
  });

  it('the same file for the same criterion, and more than the state can carry', () => {
    const life = signed().do(evidence(), at);
    expect(life.try(evidence(), at)?.refused).toBe('sameEvidence');
    const full: Commitment = { ...life.state, evidence: Array.from({ length: EVIDENCE_LIMIT }, (_, i) => ({ ...life.state.evidence[0]!, sha256: String(i).padStart(64, '0') })) };
    expect(new Life(full).try(evidence('a1', 'c'), at)?.refused).toBe('tooMuchEvidence');
  });

  it('a request for closure by a co-unit', () => {
    const life = signed().do({ name: 'sign', unit: 'finance' }, on('2026-03-02', '12:00')).do(evidence(), at);
    expect(life.try({ name: 'requestClosure', unit: 'finance', summary: '好了' }, at)?.refused).toBe('onlyLead');
  });

  it('whatever it is, once the item has ended', () => {
    const life = signed().do({ name: 'terminate', reason: '政策调整' }, at, REGISTRAR);
    const all: Command[] = [{ name: 'dispatch' }, sign, refuseIt(), report(), evidence(), closure, accept, amend('2026-04-01'), { name: 'terminate', reason: '再次' }];
    expect(all.map((c) => life.try(c, at)?.refused)).toEqual(all.map(() => 'ended'));
  });
});

describe('a command that is taken', () => {
  it('keeps the name of the file beside that of the command', () => {
    expect(signed().do(evidence(), at).state.evidence).toEqual([
      { id: 'e-a1-a', unit: 'data', criterion: 'a1', fileName: '验收报告.pdf', size: 10, sha256: 'a'.repeat(64), by: 'p-handler', at }]);
  });

  it('hands in evidence with the request for closure in one step, all of it or none', () => {
    const life = signed();
    const one = { id: 'e9', criterion: 'a1', fileName: '办法.pdf', size: 10, sha256: 'd'.repeat(64) };
    const ask = (evidence: (typeof one)[]): Command => ({ name: 'requestClosure', unit: 'data', summary: '已印发', evidence });
    expect(life.try(ask([one, { ...one, id: 'e10', criterion: 'none' }]), at)?.refused).toBe('unknownCriterion');
    expect(life.try(ask([one, one]), at)?.refused).toBe('sameEvidence');
    expect(life.state.evidence).toEqual([]);
    const others = life.state.acceptance.slice(1).map((a, i) => ({ ...one, id: `f${i}`, criterion: a.id }));
    life.do(ask([one, ...others]), at);
    expect(life.state.status).toBe('UNDER_REVIEW');
    expect(life.state.evidence).toHaveLength(life.state.acceptance.length);
  });

  it('leaves its update id with the sequence it led to, the last fifty of them', () => {
    const life = signed();
    for (let i = 0; i < 60; i += 1) life.do(report({ line: `第${i}次` }), at);
    expect(life.state.answered).toHaveLength(50);
    expect(life.state.answered.at(-1)?.seq).toBe(life.state.seq);
  });

  it('“没有变化” is a legal report: the last words stand, and it is counted', () => {
    const life = signed().do(report({ percent: 30 }), at).do({ name: 'report', unit: 'data', unchanged: true }, at);
    expect(life.state.units[0]).toMatchObject({ reports: 2, unchangedReports: 1, lastReport: { line: '按计划推进', percent: 30, unchanged: true } });
    expect(life.state.status).toBe('IN_PROGRESS');
  });

  it('a report of a co-unit is taken before the lead has signed', () => {
    const life = dispatched().do({ name: 'sign', unit: 'finance' }, on('2026-03-02', '11:00')).do(report({ unit: 'finance' }), on('2026-03-02', '12:00'));
    expect(life.state.status).toBe('DISPATCHED');
  });
});

describe('the form of a command', () => {
  const faults = (name: CommandName, body: unknown): string[] => commandSchemas[name].safeParse(body).error?.issues.map((i) => i.path.join('.')) ?? [];
  it('refuses unknown fields, empty words, dates that do not exist and half characters', () => {
    expect(commandSchemas.sign.safeParse({ unit: 'data', status: 'CLOSED' }).success).toBe(false);
    expect(faults('terminate', { reason: '  ' })).toEqual(['reason']);
    expect(faults('amend', { due: '2026-02-30', reason: '' })).toEqual(['due', 'reason']);
    expect(faults('amend', { due: '9999-12-31', reason: '远' })).toEqual(['due']);
    expect(faults('terminate', { reason: '半\ud83d' })).toEqual(['reason']);
    expect(faults('terminate', { reason: '全😀𠮷' })).toEqual([]);
    expect(faults('report', { unit: 'data', percent: 101 })).toEqual(['percent']);
    expect(faults('report', { unit: 'data', percent: Number.NaN })).toEqual(['percent']);
  });
  it('asks for the other unit where the ruling names one, and only there', () => {
    expect(faults('rule', { unit: 'data', ruling: 'other', reason: '改' })).toEqual(['toUnit']);
    expect(faults('rule', { unit: 'data', ruling: 'same', toUnit: 'gov', reason: '改' })).toEqual(['toUnit']);
  });
});

describe('a registration', () => {
  const draft = { title: '建成平台', kind: 'deliverable', lead: 'data', sponsor: 'leader', acceptance: ['上线'] };
  const paths = (extra: object): string[] => registrationSchema.safeParse({ ...draft, ...extra }).error?.issues.map((i) => i.path.join('.')) ?? [];
  it('needs a deadline or a review date, one of them', () => {
    expect(paths({})).toEqual(['due']);
    expect(paths({ due: '2026-03-20', reviewDate: '2026-03-20' })).toEqual(['due']);
    expect(paths({ reviewDate: '2026-03-20' })).toEqual([]);
  });
  it('refuses the lead as its own co-unit, and a plan that goes backwards', () => {
    expect(paths({ due: '2026-03-20', coUnits: ['data'] })).toEqual(['coUnits']);
    expect(paths({ due: '2026-03-20', plan: [{ date: '2026-03-10', percent: 50 }, { date: '2026-03-10', percent: 60 }] })).toEqual(['plan']);
  });
  it('refuses a due date before today, and a dispatch outside of the time left', () => {
    const parsed = registrationSchema.parse({ ...draft, due: '2026-03-20', dispatchOn: '2026-03-21' });
    expect(registrationFaults(parsed, on('2026-03-02')).map((f) => f.path)).toEqual(['dispatchOn']);
    // 00:30 in the office is still the day before in UTC.
    expect(registrationFaults(registrationSchema.parse({ ...draft, due: '2026-03-20' }), on('2026-03-21', '00:30')).map((f) => f.path)).toEqual(['due']);
    expect(registrationFaults(registrationSchema.parse({ ...draft, reviewDate: '2026-03-20' }), on('2026-03-20', '23:30'))).toEqual([]);
  });
});
