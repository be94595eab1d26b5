/** What a command may not do by a side door. */
import { askedMeasureSchema } from '../../domain/measures';
import { firstPeriod, rhythmSchema } from '../../domain/periods';
import { registrationFaults, registrationSchema } from '../../domain/register';
import { accept, born, closure, evidence, HANDLER, Life, lifeUnder, on, packNamed, REGISTRAR, REVIEWER, rules, sign } from './support';

const refusal = (life: Life, ...asked: Parameters<Life['try']>): string | undefined => life.try(...asked)?.refused;

test('a target set later must fit its baseline and its stretch, as one that was registered must', () => {
  const measures = [askedMeasureSchema.parse({ name: '归集率', unit: '%', baseline: 60, stretch: 98 })];
  const life = new Life(born({ due: '2026-04-30', measures }, on('2026-03-02'))).do(sign, on('2026-03-02', '11:00'));
  const set = (target: number) => refusal(life, { name: 'setTarget', measure: 'm1', target, reason: '下达' }, on('2026-03-03'), REGISTRAR);
  expect([set(50), set(99), set(95)]).toEqual(['targetUnfit', 'targetUnfit', undefined]);
});

test('a first period is never one day, under a pack without a weekly line either', () => {
  // 30 March is a Monday, the month ends on Tuesday: the first report is due at the end of April.
  expect(firstPeriod({ ...rules, pack: packNamed('三单') }, rhythmSchema.parse({ every: 'month' }), on('2026-03-30')).due).toBe('2026-04-30');
});

test('what stands or recurs is reviewed within a year, whatever command sets the date, with a rhythm or without', () => {
  const draft = registrationSchema.parse({ title: '持续推进数字化转型', kind: 'standing', lead: 'data', sponsor: 'leader-wang', acceptance: ['年度总结'], reviewDate: '2027-03-03' });
  expect(registrationFaults(draft, on('2026-03-02')).map(({ path }) => path)).toEqual(['reviewDate']);
  expect(registrationFaults({ ...draft, reviewDate: '2027-03-02' }, on('2026-03-02'))).toEqual([]);
  const duty = (): Life => new Life(born({ kind: 'standing', reviewDate: '2027-02-26' }, on('2026-03-02'))).do(sign, on('2026-03-02', '11:00'));
  const far = '2027-03-10';
  expect(refusal(duty(), { name: 'amend', due: far, reason: '延长' }, on('2026-03-03'), REGISTRAR)).toBe('reviewTooFar');
  expect(refusal(duty(), { name: 'raise', toUnit: 'gov', due: far, reason: '久拖' }, on('2026-03-03'), REGISTRAR)).toBe('reviewTooFar');
  expect(refusal(duty(), { name: 'requestExtension', unit: 'data', to: far, reason: '延长', progress: '过半' }, on('2026-03-03'))).toBe('reviewTooFar');
  const asked = duty().do({ name: 'requestExtension', unit: 'data', to: '2027-03-02', reason: '延长', progress: '过半' }, on('2026-03-03'));
  expect(refusal(asked, { name: 'decideExtension', result: 'granted', newDue: far, text: '同意' }, on('2026-03-03'), REGISTRAR)).toBe('reviewTooFar');
  const closed = (): Life => duty().do(evidence(), on('2026-03-03')).do(closure, on('2026-03-03', '11:00')).do(accept, on('2026-03-03', '12:00'), REVIEWER);
  expect(refusal(closed(), { name: 'lookBack', result: 'failed', text: '未执行', newDue: far }, on('2026-03-04'), REVIEWER)).toBe('reviewTooFar');
  expect(refusal(closed(), { name: 'reopen', reason: '仍需办理', newDue: far }, on('2026-03-04'), REGISTRAR)).toBe('reviewTooFar');
  expect(refusal(closed(), { name: 'instruct', leader: '李副市长', text: '再办', newDue: far }, on('2026-03-04'), REGISTRAR)).toBe('reviewTooFar');
});

test('a ruling is final for the unit that it names, however many refusals a pack allows', () => {
  const life = lifeUnder({ ...packNamed('标准'), refusalsAllowed: 3 }, { due: '2026-04-30' }, on('2026-03-02'));
  life.do({ name: 'refuse', unit: 'data', reason: '非本单位职责' }, on('2026-03-02', '11:00')).do({ name: 'rule', unit: 'data', ruling: 'same', reason: '维持' }, on('2026-03-02', '14:00'), REGISTRAR);
  expect(refusal(life, { name: 'refuse', unit: 'data', reason: '再退' }, on('2026-03-02', '15:00'))).toBe('refusalsUsedUp');
});

test('more time is asked for in time until the cut-off of the last day, not until midnight', () => {
  // T−3 working days of Friday 20 March is Tuesday the 17th.
  const asked = (time: string): string | undefined => new Life(born({ due: '2026-03-20' }, on('2026-03-02'))).do(sign, on('2026-03-02', '11:00'))
    .do({ name: 'requestExtension', unit: 'data', to: '2026-03-31', reason: '征求意见', progress: '初稿' }, on('2026-03-17', time), HANDLER).state.extension.pending?.lateness;
  expect([asked('17:30'), asked('17:31')]).toEqual(['inTime', 'near']);
});

test('a leader\'s further opinion opens a matter again that was written off, with a date', () => {
  const life = new Life(born({ due: '2026-03-20' }, on('2026-03-02'))).do(sign, on('2026-03-02', '11:00')).do(evidence(), on('2026-03-03')).do(closure, on('2026-03-03', '11:00'))
    .do(accept, on('2026-03-03', '12:00'), REVIEWER).do({ name: 'lookBack', result: 'passed', text: '成效稳定' }, on('2026-03-04'), REVIEWER);
  const instruct = { name: 'instruct', leader: '李副市长', text: '再深入一步' } as const;
  expect(refusal(life, instruct, on('2026-03-05'), REGISTRAR)).toBe('newDueRequired');
  life.do({ ...instruct, newDue: '2026-04-10' }, on('2026-03-05'), REGISTRAR);
  expect(life.state).toMatchObject({ status: 'IN_PROGRESS', due: '2026-04-10', endedAt: null, instructions: { count: 1 } });
  expect(life.notices.filter(({ at }) => at === on('2026-03-05')).map(({ occasion }) => occasion)).toEqual(['reopened', 'reopened']);
});
