/** How long clocks took: what is counted, in what unit, and which percentile may be said of how many. */
import fc from 'fast-check';
import { apply } from '../../domain/apply';
import { clockFigures, clockOfMatter, clockStanding, clockTimesAfter, percentile, tookWords, type ClockTime } from '../../domain/clock-times';
import { isStage, type Limit } from '../../domain/policy';
import { limitAfter } from '../../domain/limits';
import type { Commitment, Rules } from '../../domain/state';
import { msOf, toInstant, type Instant } from '../../domain/time';
import { accept, calendar, closure, evidence, type Life, lifeUnder, on, packNamed, REGISTRAR, REVIEWER, rules, sendBack, sign } from './support';

/** The life's own facts, folded as they are when they are written down. @param before its rules until they were changed */
const timesOf = (life: Life, before: Rules): readonly ClockTime[] => {
  let by = before;
  let state: Commitment | null = null;
  let times: readonly ClockTime[] = [];
  for (const fact of life.facts) {
    state = apply(state ?? (fact.type === 'registered' ? fact.state : life.state), fact);
    if (fact.type === 'replanned') by = life.by;
    times = clockTimesAfter(times, fact, state, by);
  }
  return times;
};
const told = (life: Life, at: Instant, before: Rules = life.by): Record<string, string> =>
  Object.fromEntries(timesOf(life, before).map((time) => [`${time.code}${time.unit === 'data' ? '' : ` ${time.unit}`}`, `${clockStanding(time, at) ?? 'no longer owed'}${time.took === null ? '' : ` ${time.took}`}`]));
const reply = { name: 'report', unit: 'data', line: '已答复' } as const;
const suspend = { name: 'suspend', reason: '等批复', counterparty: { kind: 'external', name: '设计单位' } } as const;

test('a complaint’s clocks, each in its own unit: hours as minutes, working days and days as they are counted', () => {
  // Came in on Friday at 16:00, registered on Monday at 10:00; reply within 15 d, settled within 13 wd.
  const life = lifeUnder('三个第一时间', { matterClass: 'complaint', due: '2026-03-31', arrivedAt: on('2026-02-27', '16:00') }, on('2026-03-02'));
  life.wake(on('2026-03-02'));
  life.do(sign, on('2026-03-03', '09:00')).do(reply, on('2026-03-08', '20:00')).do(evidence(), on('2026-03-16')).do(closure, on('2026-03-16', '17:30')).do(accept, on('2026-03-17'), REVIEWER);
  // Settled on the tenth working day at its very cut-off; replied on a Sunday evening after the cut-off of the sixth day.
  expect(told(life, on('2026-03-17', '12:00'))).toEqual({ accept: 'late 3960', dispatch: 'inTime 0', sign: 'inTime 1', reply: 'inTime 7', settle: 'inTime 10', callBack: 'running' });
  expect(told(life, on('2026-03-19'))).toMatchObject({ callBack: 'missed' });
  life.do({ name: 'lookBack', result: 'passed', text: '来件人满意' }, on('2026-03-20'), REGISTRAR);
  expect(told(life, on('2026-03-21'))).toMatchObject({ callBack: 'late 3' });
});

test('a deemed signature is none, and a matter given up owes only what it had missed', () => {
  const life = lifeUnder('三个第一时间', { matterClass: 'life', due: '2026-03-31', arrivedAt: on('2026-03-02', '09:58') }, on('2026-03-02'));
  life.wake(on('2026-03-02', '10:20'));
  expect(told(life, on('2026-03-02', '10:20'))).toEqual({ accept: 'inTime 2', dispatch: 'inTime 0', sign: 'missed', reply: 'running', settle: 'running' });
  life.do({ name: 'terminate', reason: '来件人撤回' }, on('2026-03-02', '11:00'), REGISTRAR);
  expect(told(life, on('2026-04-01'))).toMatchObject({ sign: 'missed', reply: 'no longer owed', settle: 'no longer owed' });
});

test('while a matter stands still no clock is missed, and the pause is not counted', () => {
  // Suspended at eleven, back at three: the reply at half past three took an hour and a half.
  const life = lifeUnder('三个第一时间', { matterClass: 'life', due: '2026-04-30' }, on('2026-03-02'));
  life.do(sign, on('2026-03-02', '10:05')).do(suspend, on('2026-03-02', '11:00'), REGISTRAR);
  expect(told(life, on('2026-03-02', '14:00'))).toMatchObject({ sign: 'inTime 5', reply: 'running' });
  life.do({ name: 'resume', text: '已答复' }, on('2026-03-02', '15:00'), REGISTRAR).do(reply, on('2026-03-02', '15:30'));
  expect(told(life, on('2026-03-02', '16:00'))).toMatchObject({ reply: 'inTime 90' });
  // By working days: two until the 4th, none until the 11th, two more until the 13th.
  const slow = lifeUnder('三个第一时间', { matterClass: 'enquiry', due: '2026-04-30' }, on('2026-03-02'));
  slow.do(sign, on('2026-03-02', '11:00')).do(suspend, on('2026-03-04'), REGISTRAR).do({ name: 'resume', text: '已答复' }, on('2026-03-11'), REGISTRAR).do(evidence(), on('2026-03-13', '09:00')).do(closure, on('2026-03-13', '10:00'));
  expect(told(slow, on('2026-03-13', '12:00'))).toMatchObject({ settle: 'late 4' });
});

test('sent back or opened again a clock runs on, and is told by its last end; once late it stays late', () => {
  const life = lifeUnder('三个第一时间', { matterClass: 'enquiry', due: '2026-03-06' }, on('2026-03-02'));
  life.do(sign, on('2026-03-02', '11:00')).do(evidence(), on('2026-03-03', '09:00')).do(closure, on('2026-03-03')).do(sendBack, on('2026-03-03', '15:00'), REVIEWER);
  expect(told(life, on('2026-03-04'))).toMatchObject({ settle: 'running' });
  life.do(closure, on('2026-03-05')).do(accept, on('2026-03-06', '09:00'), REVIEWER);
  expect(told(life, on('2026-03-06'))).toMatchObject({ settle: 'inTime 3' });
  life.do({ name: 'lookBack', result: 'failed', text: '来件人不满意', newDue: '2026-03-11' }, on('2026-03-06', '18:00'), REGISTRAR);
  expect(told(life, on('2026-03-06', '19:00'))).toMatchObject({ settle: 'running', callBack: 'inTime 1' });
  life.daysUntil('2026-03-07', '2026-03-12').do(closure, on('2026-03-12', '18:00'));
  expect(told(life, on('2026-03-12', '19:00'))).toMatchObject({ settle: 'late 9' });
});

test('a unit that hands the matter over keeps what it met and what it missed; the new one has clocks of its own', () => {
  const life = lifeUnder('三个第一时间', { matterClass: 'complaint', due: '2026-04-30' }, on('2026-03-02'));
  life.daysUntil('2026-03-02', '2026-03-04').do({ name: 'transfer', unit: 'data', toUnit: 'gov', reason: '职责调整' }, on('2026-03-05'), REGISTRAR);
  expect(told(life, on('2026-03-05', '12:00'))).toMatchObject({ sign: 'missed', reply: 'no longer owed', 'sign gov': 'running', 'reply gov': 'running' });
});

test('stages of 13710: each report answers the next, one sent back is told by the report that made it good', () => {
  const life = lifeUnder('13710', { matterClass: 'ordinary', due: '2026-04-30' }, on('2026-03-02'));
  life.do(sign, on('2026-03-02', '11:00')).do(reply, on('2026-03-03')).do({ name: 'gradeStage', unit: 'data', stage: 'day1', grade: '不合格', text: '无安排' }, on('2026-03-03', '15:00'), REVIEWER);
  expect(told(life, on('2026-03-03', '16:00'))).toMatchObject({ day1: 'running' });
  life.do(reply, on('2026-03-04'));
  expect(told(life, on('2026-03-04', '16:00'))).toMatchObject({ day1: 'inTime 2', day3: 'running' });
});

test('moved to another pack a matter counts under that one alone', () => {
  const life = lifeUnder('13710', { matterClass: 'ordinary', due: '2026-04-30' }, on('2026-03-02'));
  life.do(sign, on('2026-03-02', '11:00')).do(reply, on('2026-03-03'));
  const before = life.by;
  expect(told(life, on('2026-03-04'))).toMatchObject({ day1: 'inTime 1' });
  const { name, version } = packNamed('三个第一时间');
  life.do({ name: 'repin', pack: name, version, matterClass: 'complaint', reason: '来件按热线办理' }, on('2026-03-04'), REGISTRAR);
  expect(told(life, on('2026-03-04', '12:00'), before)).toEqual({ settle: 'running' });
});

test('of several units the slowest speaks for the matter', () => {
  const time = { code: 'sign', limit: { offset: 1, days: 'wd' }, from: on('2026-03-02'), by: on('2026-03-03', '17:30'), late: false, ended: false, pausedAt: null, pauses: [] } as const;
  const lead = { ...time, unit: 'data', doneAt: on('2026-03-02', '12:00'), took: 0 };
  expect(clockOfMatter([lead, { ...time, unit: 'gov', doneAt: on('2026-03-03', '09:00'), took: 1 }], on('2026-03-09'))).toEqual({ standing: 'inTime', took: 1 });
  expect(clockOfMatter([lead, { ...time, unit: 'gov', doneAt: null, took: null }], on('2026-03-03', '12:00'))).toEqual({ standing: 'running', took: null });
  expect(clockOfMatter([lead, { ...time, unit: 'gov', doneAt: null, took: null }], on('2026-03-04'))).toEqual({ standing: 'missed', took: null });
  expect(clockOfMatter([{ ...time, unit: 'gov', doneAt: null, took: null, ended: true }], on('2026-03-04'))).toBeNull();
});

test.each<[string, number[], (number | null)[]]>([
  ['none', [], [null, null, null]],
  ['one says no median', [5], [null, null, null]],
  ['two', [5, 9], [5, null, null]],
  ['nine have no ninetieth', [1, 2, 3, 4, 5, 6, 7, 8, 9], [5, null, null]],
  ['ten have, and it is not the longest', [1, 2, 3, 4, 5, 6, 7, 8, 9, 50], [5, 9, null]],
  ['twenty have a ninety-fifth', Array.from({ length: 20 }, (_, index) => index + 1), [10, 18, 19]],
  ['a hundred', Array.from({ length: 100 }, (_, index) => index + 1), [50, 90, 95]],
])('percentiles by the nearest rank: %s', (_name, values, [median, p90, p95]) => {
  expect([percentile(values, 50), percentile(values, 90), percentile(values, 95)]).toEqual([median, p90, p95]);
});

test('figures name what they are of: those still running or missed took no time yet', () => {
  const figures = clockFigures([{ standing: 'inTime', took: 3 }, { standing: 'late', took: 40 }, { standing: 'running', took: null }, { standing: 'missed', took: null }]);
  expect(figures).toEqual({ owed: 4, standings: { inTime: 1, late: 1, running: 1, missed: 1 }, took: { of: 2, median: 3, p90: null, p95: null, longest: 40 } });
});

test.each([[0, 'wd', '当日'], [3, 'wd', '3个工作日'], [7, 'd', '7天'], [45, 'min', '45分钟'], [125, 'min', '2小时5分钟'], [120, 'min', '2小时'], [1441, 'min', '24小时1分钟'], [2880, 'min', '2天'], [3065, 'min', '2天3小时']] as const)('%d %s is told as %s', (took, unit, words) => {
  expect(tookWords(took, unit)).toBe(words);
});

test('to take no more than the limit and to be in time are one and the same, at whatever minute', () => {
  const limit = fc.record({ offset: fc.integer({ min: 0, max: 20 }), days: fc.constantFrom<Limit['days'][]>('wd', 'd', 'h', 'min') });
  fc.assert(fc.property(limit, fc.nat(60 * 24 * 300), fc.nat(60 * 24 * 40), (given, start, after) => {
    const from = toInstant(msOf(on('2026-01-05', '00:00')) + start * 60_000);
    const first = packNamed('三个第一时间');
    const pack = { ...first, clocks: first.clocks.filter(isStage).map((clock) => ({ ...clock, limit: given })) };
    const by = { pack, calendar };
    const life = lifeUnder({ ...pack, classes: [], suggested: [] }, { due: '2027-12-31' }, from);
    const at = toInstant(msOf(from) + after * 60_000);
    const state: Commitment = { ...life.state, units: life.state.units.map((part) => ({ ...part, reports: 1 })) };
    const begun = clockTimesAfter([], { type: 'planned', seq: 1, at: from, recordedAt: from, actor: REGISTRAR, updateId: null }, life.state, by);
    const [time] = clockTimesAfter(begun, { type: 'planned', seq: 2, at, recordedAt: at, actor: REGISTRAR, updateId: null }, state, by).filter(({ code }) => code === 'reply');
    const most = given.days === 'h' ? given.offset * 60 : given.offset;
    expect([(time?.took ?? -1) <= most, time?.late]).toEqual([at <= limitAfter({ ...rules, pack }, from, given), at > limitAfter({ ...rules, pack }, from, given)]);
  }), { numRuns: 300 });
});
