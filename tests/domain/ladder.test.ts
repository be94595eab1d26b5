import { nextMoment, rungMoment, weeklyDays, wakeDelayMs } from '../../domain/moments';
import { decideSettled } from '../../domain/decide';
import type { Rules } from '../../domain/state';
import { stillOwed } from '../../domain/notices';
import { foresee } from '../../domain/foresee';
import { accept, born, closure, evidence, Life, lifeUnder, officeDay, on, pack, packNamed, REGISTRAR, REVIEWER, rules, sendBack, sign } from './support';

const silent = (due: string, from = '2026-03-02'): Life => new Life(born({ due }, on(from)));
const working = (due: string, from = '2026-03-02'): Life => {
  const life = silent(due, from);
  life.do(sign, on(from, '11:00'));
  return life.do(evidence(), on(from, '11:30'));
};

describe('the ladder of a unit that falls silent', () => {
  it('climbs T+1, T+3, T+5 and T+10 in working days, each at the opening hour', () => {
    expect(silent('2026-03-20').daysUntil('2026-03-02', '2026-05-30').rungs()).toEqual(
      ['chase 03-23 08:30', 'supervise 03-25 08:30', 'circulate 03-27 08:30', 'interview 04-03 08:30']);
  });

  it('burns no rung on May Day, and counts the Saturday that is worked for it', () => {
    // Red at the weekly lines of 7 May (rolled from the 1st), 8 May and 15 May: the third comes before T+10, 18 May.
    expect(silent('2026-04-30').daysUntil('2026-03-02', '2026-05-30').rungs()).toEqual(
      ['chase 05-06 08:30', 'supervise 05-08 08:30', 'circulate 05-11 08:30', 'interview 05-15 17:00']);
  });

  it('burns no rung on National Day', () => {
    expect(silent('2026-09-30').daysUntil('2026-03-02', '2026-11-30').rungs()).toEqual(
      ['chase 10-08 08:30', 'supervise 10-10 08:30', 'circulate 10-13 08:30', 'interview 10-20 08:30']);
  });

  it('counts from a due date on a Sunday as it was said', () => {
    expect(silent('2026-03-22').daysUntil('2026-03-02', '2026-03-31').rungs()).toEqual(['chase 03-23 08:30', 'supervise 03-25 08:30', 'circulate 03-27 08:30']);
  });

  it('counts Monday to Friday into a year without a notice', () => {
    expect(silent('2026-12-31').daysUntil('2026-12-01', '2027-01-09').rungs()).toEqual(['chase 01-01 08:30', 'supervise 01-05 08:30', 'circulate 01-07 08:30']);
  });

  it('does not run for a stretch', () => {
    expect(new Life(born({ due: '2026-03-20', stretch: true }, on('2026-03-02'))).daysUntil('2026-03-02', '2026-05-30').rungs()).toEqual([]);
  });
});

describe('after a late wake', () => {
  it('the rungs passed collapse into the highest, at its own moment', () => {
    const life = silent('2026-03-20');
    life.wake(on('2026-03-02'));
    life.wake(on('2026-04-10'));
    expect(life.rungs()).toEqual(['interview 04-03 08:30 (chase,supervise,circulate)']);
    expect(life.notices.filter((n) => n.slip !== null).map((n) => `${n.occasion} ${n.post}`)).toEqual(
      ['dispatch handler@data', 'dispatch unitHead@data', 'interview leader-wang']);
  });

  it('the deemed signature comes first and carries its own moment', () => {
    const life = silent('2026-03-20');
    life.wake(on('2026-03-26'));
    expect(life.facts.map((f) => `${f.type} ${officeDay(f.at)}`)).toEqual(
      ['registered 03-02 10:00', 'dispatched 03-02 10:00', 'signed 03-03 17:30', 'rungReached 03-25 08:30']);
    expect(new Set(life.facts.map((f) => f.recordedAt))).toEqual(new Set([on('2026-03-26')]));
  });

  it('what came between the collapsed rungs is told before them, so that the ledger runs forward', () => {
    const life = working('2026-03-20');
    life.do(closure, on('2026-03-20', '18:00'));
    life.wake(on('2026-04-10'));
    expect(life.facts.slice(-2).map((f) => `${f.type} ${officeDay(f.at)}`)).toEqual(['reviewOverdue 03-25 17:30', 'rungReached 04-03 08:30']);
  });
});

describe('the next rung', () => {
  it('waits until every mail of the one before has an outcome', () => {
    const life = silent('2026-03-20');
    life.wake(on('2026-03-23', '08:30'));
    expect(life.state.ladder.waitingFor).toEqual(['c1:chase:r1:handler@data', 'c1:chase:r1:unitHead@data']);
    expect(nextMoment(life.state, rules)?.kind).toBe('horizon');
    life.take(decideSettled(life.state, rules, on('2026-03-23', '08:31'), 'c1:chase:r1:handler@data', 'sent'));
    expect(nextMoment(life.state, rules)?.kind).toBe('horizon');
    life.take(decideSettled(life.state, rules, on('2026-03-23', '08:32'), 'c1:chase:r1:unitHead@data', 'bounced'));
    expect(life.state.ladder.waitingFor).toEqual(['c1:chase:r1:deputy@data']);
    life.take(decideSettled(life.state, rules, on('2026-03-23', '08:33'), 'c1:chase:r1:deputy@data', 'bounced'));
    expect(nextMoment(life.state, rules)).toEqual({ kind: 'rung', index: 1, at: on('2026-03-25', '08:30') });
  });

  it('comes not before one working day after the last delivery', () => {
    const life = silent('2026-03-20');
    life.wake(on('2026-03-23', '08:30'));
    life.settle(on('2026-03-27', '16:00'));
    // By date T+3 and T+5 have passed; Friday 27 March plus a working day is Monday.
    expect(nextMoment(life.state, rules)?.at).toBe(on('2026-03-30', '08:30'));
    life.wake(on('2026-03-30', '08:30'));
    expect(life.rungs().slice(1)).toEqual(['circulate 03-30 08:30 (supervise)']);
  });

  it('lets a delivery on the eve of a holiday wait for the first working day after it', () => {
    const life = silent('2026-09-29');
    life.wake(on('2026-09-30', '08:30'));
    life.settle(on('2026-09-30', '09:00'));
    expect(rungMoment(life.state, rules, 1)).toBe(on('2026-10-09', '08:30'));
  });

  it('takes an outcome once, and none that nobody waits for', () => {
    const life = silent('2026-03-20');
    life.wake(on('2026-03-23', '08:30'));
    life.settle(on('2026-03-23', '08:31'));
    expect(decideSettled(life.state, rules, on('2026-03-23', '09:00'), 'c1:chase:r1:handler@data', 'sent').facts).toEqual([]);
    expect(decideSettled(life.state, rules, on('2026-03-23', '09:00'), 'c1:dispatch:d1:handler@data', 'sent').facts).toEqual([]);
  });

  it('does not wait for one post twice where two kinds of post are the same', () => {
    const twice: Rules = { ...rules, pack: { ...pack, rungs: pack.rungs.map((r) => ({ ...r, to: ['sponsor' as const, 'reviewer' as const], copy: [] })) } };
    const life = new Life(born({ due: '2026-03-20', sponsor: 'leader-wang', reviewer: 'leader-wang' }, on('2026-03-02')), twice);
    life.wake(on('2026-03-23', '08:30'));
    expect(life.state.ladder.waitingFor).toEqual(['c1:chase:r1:leader-wang']);
    expect(life.notices.filter((n) => n.occasion === 'chase')).toHaveLength(1);
    life.settle(on('2026-03-23', '08:31'));
    expect(life.state.ladder.notBefore).toBe(on('2026-03-24', '08:30'));
  });
});

describe('a slip that is filed first (rule 12)', () => {
  const at = on('2026-03-23', '08:30');
  const FILING = 'c1:filing:chase-r1:registrar';
  const filed = (): Life => {
    const life = lifeUnder('三单', { due: '2026-03-20' }, on('2026-03-02'));
    life.wake(at);
    return life;
  };
  const slips = (life: Life): string[] => life.notices.filter(({ slip, occasion }) => slip !== null && occasion !== 'dispatch').map(({ occasion, post, slip }) => `${occasion} ${slip?.document ?? ''} ${post}`);

  it('goes to the supervision office alone, and to the unit once that has arrived', () => {
    const life = filed();
    expect(slips(life)).toEqual(['filing 催办单 registrar']);
    expect(life.state.ladder).toMatchObject({ done: 1, waitingFor: [FILING] });
    life.take(decideSettled(life.state, life.by, on('2026-03-23', '08:34'), FILING, 'sent'));
    expect(slips(life).slice(1)).toEqual(['chase 催办单 handler@data', 'chase 催办单 unitHead@data']);
    expect(life.rungs()).toEqual(['chase 03-23 08:34']);
    expect(life.state.ladder).toMatchObject({ done: 1, notBefore: null, waitingFor: ['c1:chase:r1:handler@data', 'c1:chase:r1:unitHead@data'] });
    // What it asked for and when the next rung comes hang on the slip, as in every pack.
    life.settle(on('2026-03-23', '08:35'));
    expect(nextMoment(life.state, life.by)).toEqual({ kind: 'rung', index: 1, at: on('2026-03-27', '08:30') });
  });

  it('is issued all the same where the filing cannot be delivered, and the registrar is told', () => {
    const life = filed();
    life.take(decideSettled(life.state, life.by, on('2026-03-23', '08:34'), FILING, 'bounced'));
    expect(life.types().slice(-2)).toEqual(['noticeSettled', 'rungReached']);
    expect(life.notices.slice(-3).map(({ occasion, post }) => `${occasion}→${post}`)).toEqual(['undelivered→registrar', 'chase→handler@data', 'chase→unitHead@data']);
  });

  it('is not issued once the matter has moved on, nor to a unit whose slip was never filed', () => {
    const halted = filed().do({ name: 'suspend', reason: '等批复', counterparty: { kind: 'external', name: '交易中心' } }, on('2026-03-23', '08:32'));
    halted.take(decideSettled(halted.state, halted.by, on('2026-03-23', '08:34'), FILING, 'suppressed', 'noLongerOwed'));
    expect(halted.rungs()).toEqual([]);
    const moved = filed().do({ name: 'transfer', unit: 'data', toUnit: 'finance', reason: '职责调整' }, on('2026-03-23', '08:32'));
    expect(decideSettled(moved.state, moved.by, on('2026-03-23', '08:34'), FILING, 'sent').facts).toEqual([]);
    const late = filed().do({ name: 'amend', due: '2026-04-30', reason: '调整' }, on('2026-03-23', '08:32'));
    expect(decideSettled(late.state, late.by, on('2026-03-23', '08:34'), FILING, 'sent').facts).toEqual([]);
  });

  it('stands for the rungs that collapsed into it, and what time brought meanwhile is told before it', () => {
    const pack = { ...packNamed('三单'), rungs: packNamed('三单').rungs.map((rung) => ({ ...rung, filedFirst: true })) };
    const life = lifeUnder(pack, { due: '2026-03-20' }, on('2026-03-02'));
    life.wake(on('2026-03-30'));
    expect(life.facts.at(-1)).toMatchObject({ type: 'rungFiled', rung: 'supervise', collapsed: ['chase'], at: on('2026-03-27', '08:30') });
    life.do({ name: 'requestExtension', unit: 'data', to: '2026-05-08', reason: '审批未完', progress: '过半' }, on('2026-03-30'));
    life.settle(on('2026-04-02', '09:00'));
    expect(life.facts.slice(-3).map((fact) => `${fact.type} ${officeDay(fact.at)}`)).toEqual(['extensionOverdue 04-01 17:30', 'noticeSettled 04-02 09:00', 'rungReached 04-02 09:00']);
    // The last rung waits for nothing.
    expect(life.facts.at(-1)).toMatchObject({ rung: 'supervise', collapsed: ['chase'], waitingFor: [] });
  });

  it('comes in the days ahead as it will come: the filing, then the slip', () => {
    const life = lifeUnder('三单', { due: '2026-03-20' }, on('2026-03-02'));
    expect(foresee(life.state, life.by, on('2026-03-19', '09:00'), on('2026-03-27', '09:00')).filter(({ slip }) => slip !== null && slip.document !== '交办单').map(({ occasion, post }) => `${occasion}→${post}`))
      .toEqual(['chase→handler@data', 'chase→unitHead@data', 'filing→registrar', 'supervise→handler@data', 'supervise→unitHead@data']);
  });
});

describe('a request for closure', () => {
  it('handed in by T, to the minute of the cut-off, halts the ladder', () => {
    const life = working('2026-03-20').do(closure, on('2026-03-20', '17:30'));
    life.daysUntil('2026-03-20', '2026-05-30');
    expect(life.rungs()).toEqual([]);
    expect(life.types().filter((t) => t === 'reviewOverdue')).toHaveLength(1);
    life.do(accept, on('2026-06-01'), REVIEWER);
    expect(life.state.doneOn).toBe('2026-03-20');
  });

  it('handed in after the cut-off of T does not halt it', () => {
    const life = working('2026-03-20').do(closure, on('2026-03-20', '17:31'));
    expect(life.daysUntil('2026-03-20', '2026-04-30').rungs()).toHaveLength(4);
  });

  it('returned after T arms all rungs again: those passed collapse into one on the next working day', () => {
    const life = working('2026-03-20').do(closure, on('2026-03-19'));
    life.wake(on('2026-03-27', '15:00'));
    life.do(sendBack, on('2026-03-27', '16:00'), REVIEWER);
    expect(nextMoment(life.state, rules)).toMatchObject({ kind: 'rung', at: on('2026-03-30', '08:30') });
    life.wake(on('2026-03-30', '08:30'));
    expect(life.rungs()).toEqual(['circulate 03-30 08:30 (chase,supervise)']);
    life.settle(on('2026-03-30', '08:31'));
    life.daysUntil('2026-03-31', '2026-04-30');
    expect(life.rungs().slice(1)).toEqual(['interview 04-03 08:30']);
  });

  it('returned before T leaves the rungs where they were', () => {
    const life = working('2026-03-20').do(closure, on('2026-03-10')).do(sendBack, on('2026-03-11'), REVIEWER);
    expect(life.state.returns).toBe(1);
    expect(life.daysUntil('2026-03-11', '2026-03-24').rungs()).toEqual(['chase 03-23 08:30']);
  });

  it('has a review limit of three working days, told once, and armed again for the next request', () => {
    const life = working('2026-05-29').do(closure, on('2026-04-29'));
    expect(life.state.closure?.reviewBy).toBe(on('2026-05-07', '17:30'));
    life.wake(on('2026-05-07', '17:29'));
    expect(life.types()).not.toContain('reviewOverdue');
    life.wake(on('2026-05-07', '17:30'));
    life.wake(on('2026-05-20'));
    expect(life.types().filter((t) => t === 'reviewOverdue')).toHaveLength(1);
    life.do(sendBack, on('2026-05-20'), REVIEWER).do(closure, on('2026-05-21'));
    life.wake(on('2026-05-28'));
    expect(life.types().filter((t) => t === 'reviewOverdue')).toHaveLength(2);
  });
});

describe('an amended deadline', () => {
  it('starts the ladder anew once a rung has been reached, and owes nothing of the old round', () => {
    const life = silent('2026-03-20');
    life.wake(on('2026-03-23', '08:30'));
    const slip = life.notices.find((n) => n.occasion === 'chase');
    expect(slip && stillOwed(slip, life.state)).toBe(true);
    life.do({ name: 'amend', due: '2026-04-10', reason: '客观原因' }, on('2026-03-23', '08:31'), REGISTRAR);
    expect(slip && stillOwed(slip, life.state)).toBe(false);
    expect(life.state.ladder).toEqual({ round: 2, done: 0, notBefore: null, waitingFor: [], at: null, filing: [], told: [] });
    expect(life.daysUntil('2026-03-23', '2026-05-30').rungs().slice(1)).toEqual(
      ['chase 04-13 08:30', 'supervise 04-15 08:30', 'circulate 04-17 08:30', 'interview 04-24 08:30']);
  });

  it('moved in the last minute before a rung moves the rung', () => {
    const life = silent('2026-03-20');
    life.wake(on('2026-03-23', '08:29'));
    life.do({ name: 'amend', due: '2026-03-23', reason: '顺延' }, on('2026-03-23', '08:29'), REGISTRAR);
    expect(life.daysUntil('2026-03-23', '2026-03-24').rungs()).toEqual(['chase 03-24 08:30']);
    expect(life.state).toMatchObject({ originalDue: '2026-03-20', due: '2026-03-23', ladder: { round: 1 } });
  });
});

describe('signing', () => {
  it('is deemed done at the cut-off of the first working day, in silence', () => {
    const life = silent('2026-05-29', '2026-04-30');
    expect(life.state.units[0]?.signBy).toBe(on('2026-05-06', '17:30'));
    life.wake(on('2026-05-06', '17:29'));
    expect(life.state.status).toBe('DISPATCHED');
    life.wake(on('2026-05-06', '17:31'));
    expect(life.state).toMatchObject({ status: 'SIGNED', units: [{ deemed: true, signedAt: on('2026-05-06', '17:30') }] });
  });

  it('of a co-unit leaves the lead unsigned, and each has its own clock', () => {
    const life = new Life(born({ due: '2026-03-20', coUnits: ['finance'] }, on('2026-03-02')));
    life.do({ name: 'sign', unit: 'finance' }, on('2026-03-02', '11:00'));
    expect(life.state.status).toBe('DISPATCHED');
    life.wake(on('2026-03-03', '17:30'));
    expect(life.facts.filter((f) => f.type === 'signed')).toMatchObject([{ unit: 'finance', deemed: false }, { unit: 'data', deemed: true }]);
  });

  it('stands still while a refusal waits for its ruling; ruled the same, it has a new limit', () => {
    const life = silent('2026-03-20').do({ name: 'refuse', unit: 'data', reason: '非本单位职责' }, on('2026-03-02', '11:00'));
    life.wake(on('2026-03-06'));
    expect(life.state.status).toBe('DISPATCHED');
    life.do({ name: 'rule', unit: 'data', ruling: 'same', reason: '属本单位职责' }, on('2026-03-06'), REGISTRAR);
    expect(life.state.units[0]).toMatchObject({ signBy: on('2026-03-09', '17:30'), pendingRefusal: null, refusals: 1 });
    expect(life.try({ name: 'refuse', unit: 'data', reason: '再退' }, on('2026-03-06', '11:00'))?.refused).toBe('refusalsUsedUp');
    life.wake(on('2026-03-09', '17:30'));
    expect(life.state.status).toBe('SIGNED');
  });

  it('passes to the other unit where the ruling says so, with clocks of its own and the chain of liability kept', () => {
    const life = silent('2026-03-20').do({ name: 'refuse', unit: 'data', reason: '非本单位职责' }, on('2026-03-02', '11:00'));
    life.do({ name: 'rule', unit: 'data', ruling: 'other', toUnit: 'gov', reason: '改派' }, on('2026-03-04'), REGISTRAR);
    expect(life.state.units).toMatchObject([{ unit: 'gov', role: 'lead', dispatchedAt: on('2026-03-04'), signBy: on('2026-03-05', '17:30'), refusals: 0 }]);
    expect(life.state.formerUnits).toEqual([{ unit: 'data', until: on('2026-03-04'), reason: '改派', how: 'ruled' }]);
    expect(life.notices.slice(-2).map((n) => `${n.occasion} ${n.post}`)).toEqual(['dispatch handler@gov', 'dispatch unitHead@gov']);
    expect(stillOwed({ occasion: 'dispatch', unit: 'data', period: 'd1' }, life.state)).toBe(false);
  });
});

describe('the look-back', () => {
  it('is due 90 days after closure, told once, and passed writes the item off', () => {
    const life = working('2026-03-20').do(closure, on('2026-03-10')).do(accept, on('2026-03-12'), REVIEWER);
    expect(life.state.lookBackAt).toBe(on('2026-06-10', '08:30'));
    expect(nextMoment(life.state, rules)?.kind).toBe('lookBack');
    life.wake(on('2026-06-10', '08:30'));
    life.wake(on('2026-07-10'));
    expect(life.types().filter((t) => t === 'lookBackDue')).toHaveLength(1);
    expect(nextMoment(life.state, rules)).toBeNull();
    life.do({ name: 'lookBack', result: 'passed', text: '成效稳固' }, on('2026-07-10'), REVIEWER);
    expect(life.state).toMatchObject({ status: 'WRITTEN_OFF', endedAt: on('2026-07-10') });
    expect(nextMoment(life.state, rules)).toBeNull();
  });

  it('failed opens the item again with a new date, its ladder and its memory', () => {
    const life = working('2026-03-20');
    life.daysUntil('2026-03-02', '2026-03-25');
    life.do(closure, on('2026-03-26')).do(accept, on('2026-03-26', '15:00'), REVIEWER);
    life.do({ name: 'lookBack', result: 'failed', text: '问题反弹', newDue: '2026-07-31' }, on('2026-06-30'), REVIEWER);
    expect(life.state).toMatchObject({ status: 'IN_PROGRESS', due: '2026-07-31', closure: null, doneOn: null, wasRed: true, ladder: { round: 2, done: 0, waitingFor: [] } });
    expect(life.daysUntil('2026-07-01', '2026-08-04').rungs().slice(2)).toEqual(['chase 08-03 08:30']);
  });
});

describe('a birth', () => {
  it('whose clock ran ahead of the worker still comes before the first command', () => {
    const life = silent('2026-03-20');
    life.do(sign, on('2026-03-02', '09:59'));
    expect(life.types()).toEqual(['registered', 'dispatched', 'signed']);
  });

  it('with a later day of dispatch wakes then, and its clocks start there', () => {
    const life = new Life(born({ due: '2026-03-20', dispatchOn: '2026-03-09' }, on('2026-03-02')));
    life.wake(on('2026-03-05'));
    expect(life.state).toMatchObject({ status: 'REGISTERED', dispatchedAt: null });
    expect(nextMoment(life.state, rules)).toEqual({ kind: 'dispatch', at: on('2026-03-09', '08:30') });
    life.wake(on('2026-03-09', '08:33'));
    expect(life.state).toMatchObject({ status: 'DISPATCHED', dispatchedAt: on('2026-03-09', '08:30'), units: [{ signBy: on('2026-03-10', '17:30') }] });
  });
});

describe('the wake', () => {
  it('is spread within its window, always at the same place, but a birth or dispatch is not', () => {
    const state = { ...born({ due: '2026-03-20' }, on('2026-03-02')), wakeSpreadMs: 600_000 };
    const delay = wakeDelayMs(state, { kind: 'reviewLimit', at: on('2026-03-10') });
    expect(delay).toBe(wakeDelayMs(state, { kind: 'lookBack', at: on('2026-06-10') }));
    expect(delay).toBeGreaterThanOrEqual(0);
    expect(delay).toBeLessThan(600_000);
    expect(wakeDelayMs(state, { kind: 'birth', at: on('2026-03-10') })).toBe(0);
    const delays = Array.from({ length: 1000 }, (_, i) => wakeDelayMs({ ...state, id: `c${i}` }, { kind: 'lookBack', at: on('2026-03-10') }));
    const perMinute = Array.from({ length: 10 }, (_, m) => delays.filter((d) => Math.floor(d / 60_000) === m).length);
    expect(Math.min(...perMinute)).toBeGreaterThan(60);
  });
});

describe('the weekly line', () => {
  it('rolls from a Friday off to the second working day after it; two that roll to one day are one', () => {
    expect(weeklyDays(rules, '2026-04-20', '2026-05-16')).toEqual(['2026-04-24', '2026-05-07', '2026-05-08', '2026-05-15']);
    expect(weeklyDays(rules, '2026-09-20', '2026-10-16')).toEqual(['2026-09-29', '2026-10-09', '2026-10-16']);
  });

  it('stays in order where an office lets it roll past the next Friday', () => {
    const far: Rules = { ...rules, pack: { ...pack, weekly: { weekday: 5, at: '17:00', rollTo: 5, minWorkingDays: 3 } } };
    expect(weeklyDays(far, '2026-04-20', '2026-05-16')).toEqual(['2026-04-24', '2026-05-08', '2026-05-11', '2026-05-15']);
  });
});
