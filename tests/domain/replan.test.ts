/** 换版、换历: what a change of rules moves and what it leaves, counted by hand. */
import { decideRecount } from '../../domain/decide';
import { difference, foresee } from '../../domain/foresee';
import { packChanges, packLines, suggestions } from '../../domain/pack-words';
import { nextMoment } from '../../domain/moments';
import { loadPolicies } from '../../config/policies';
import type { Calendar } from '../../domain/calendar';
import { civilDateOf, instantAt } from '../../domain/time';
import { born, calendar, HANDLER, Life, on, officeDay, pack, packNamed, packs, REGISTRAR, rules, sign } from './support';

/** As on 27 January 2020: a holiday lengthened overnight; here 30 and 31 March 2026 are taken off. */
const lengthened: Calendar = {
  version: 'lengthened', years: { ...calendar.years, 2026: { ...calendar.years['2026']!, holidays: [...calendar.years['2026']!.holidays, { date: '2026-03-30', name: '延长' }, { date: '2026-03-31', name: '延长' }] } },
};
const recount = (life: Life, at: string, to: Calendar): void => {
  life.take(decideRecount(life.state, life.by, at, to, '紧急通知', REGISTRAR));
  life.by = { ...life.by, calendar: to };
};

test('a calendar changed overnight moves what lies ahead, keeps T and what was sent, and is one entry in the ledger', () => {
  const life = new Life(born({ due: '2026-03-27' }, on('2026-03-02'))).daysUntil('2026-03-02', '2026-03-28');
  expect(nextMoment(life.state, life.by)?.at).toBe(instantAt('2026-03-30', '08:30'));
  recount(life, on('2026-03-29', '20:00'), lengthened);
  expect(life.types().filter((type) => type === 'replanned')).toHaveLength(1);
  expect(life.state).toMatchObject({ due: '2026-03-27', calendarVersion: 'lengthened' });
  // T+1 by the new calendar is 1 April; told once more, nothing.
  expect(nextMoment(life.state, life.by)?.at).toBe(instantAt('2026-04-01', '08:30'));
  recount(life, on('2026-03-29', '21:00'), lengthened);
  expect(life.types().filter((type) => type === 'replanned')).toHaveLength(1);
  const mails = life.notices.length;
  life.daysUntil('2026-03-30', '2026-04-03');
  expect(life.rungs()).toEqual(['chase 04-01 08:30', 'supervise 04-03 08:30']);
  expect(life.notices.slice(mails).map((notice) => notice.occasion)).toEqual(['chase', 'chase', 'chase', 'supervise']);
});

test('a limit that the change would put into the past ends with the next working day, and a rung so caught comes at the next opening', () => {
  const worked: Calendar = { version: 'worked', years: { ...calendar.years, 2026: { ...calendar.years['2026']!, makeUpDays: [...calendar.years['2026']!.makeUpDays, '2026-03-28', '2026-03-29'] } } };
  const overdue = new Life(born({ due: '2026-03-27' }, on('2026-03-02'))).daysUntil('2026-03-02', '2026-03-28');
  recount(overdue, on('2026-03-29', '10:00'), worked);
  // T+1 had become Saturday the 28th, which is over.
  expect(nextMoment(overdue.state, overdue.by)?.at).toBe(instantAt('2026-03-30', '08:30'));
  const unsigned = new Life(born({ due: '2026-04-30' }, on('2026-03-27', '16:00')));
  unsigned.wake(on('2026-03-27', '16:00'));
  expect(unsigned.state.units[0]?.signBy).toBe(instantAt('2026-03-30', '17:30'));
  recount(unsigned, on('2026-03-29', '10:00'), worked);
  expect(unsigned.state.units[0]?.signBy).toBe(instantAt('2026-03-30', '17:30'));
});

test('rungs done count as done in a pack that has them too; clocks that had run out before it came are never owed', () => {
  const late = new Life(born({ due: '2026-03-10' }, on('2026-03-02'))).daysUntil('2026-03-02', '2026-03-12');
  expect(late.rungs()).toEqual(['chase 03-11 08:30']);
  late.do({ name: 'repin', pack: '三单', version: packNamed('三单').version, reason: '统一用三单' }, on('2026-03-12', '18:00'), REGISTRAR).daysUntil('2026-03-13', '2026-03-31');
  expect(late.rungs()).toEqual(['chase 03-11 08:30', 'supervise 03-17 08:30']);
  const staged = new Life(born({ due: '2026-04-30' }, on('2026-03-02'))).daysUntil('2026-03-02', '2026-03-06');
  staged.do({ name: 'repin', pack: '13710', version: packNamed('13710').version, matterClass: 'ordinary', reason: '改用13710' }, on('2026-03-06', '18:00'), REGISTRAR).daysUntil('2026-03-07', '2026-03-31');
  // D+1 and D+3 were over; D+7 ends on 9 March and is told the next morning.
  expect(staged.facts.flatMap((fact) => (fact.type === 'clockMissed' ? [`${fact.clock} ${officeDay(fact.at)}`] : []))).toEqual(['day7 03-10 08:30']);
});

test('moved to a pack without it and back, a rung that was sent is not sent again', () => {
  const late = new Life(born({ due: '2026-03-10' }, on('2026-03-02'))).daysUntil('2026-03-02', '2026-03-12');
  expect(late.rungs()).toEqual(['chase 03-11 08:30']);
  late.do({ name: 'repin', pack: '三色督办单', version: packNamed('三色督办单').version, reason: '试用三色' }, on('2026-03-12', '17:40'), REGISTRAR);
  late.do({ name: 'repin', pack: '标准', version: packNamed('标准').version, reason: '改回' }, on('2026-03-12', '17:50'), REGISTRAR).daysUntil('2026-03-13', '2026-03-17');
  expect(late.rungs()).toEqual(['chase 03-11 08:30', 'supervise 03-13 08:30', 'circulate 03-17 08:30']);
});

test('a pack whose classes do not fit, the same pack again and a pack that is not there are refused', () => {
  const life = new Life(born({ due: '2026-04-30' }, on('2026-03-02')));
  life.do(sign, on('2026-03-02', '11:00'));
  const ask = (name: string, matterClass?: string): string | undefined => life.try({ name: 'repin', pack: name, version: packs.find((one) => one.name === name)?.version ?? 1, reason: '换', ...(matterClass === undefined ? {} : { matterClass }) }, on('2026-03-03'), HANDLER)?.refused;
  expect([ask('13710'), ask('13710', 'none'), ask('三单', 'life'), ask('标准'), ask('没有')]).toEqual(['unknownClass', 'unknownClass', 'unknownClass', 'samePack', 'unknownPack']);
});

test('a dry run names each mail of the days ahead and changes nothing', () => {
  const state = born({ due: '2026-03-10' }, on('2026-03-02'));
  const before = JSON.stringify(state);
  const told = foresee(state, rules, on('2026-03-02', '09:00'), on('2026-03-20', '23:59')).map((mail) => `${civilDateOf(mail.at).slice(5)} ${mail.occasion}→${mail.post}`);
  expect(told).toEqual([
    '03-02 dispatch→handler@data', '03-02 dispatch→unitHead@data', '03-05 firstFeedback→handler@data', '03-05 reminder→handler@data', '03-06 weekly→handler@data', '03-09 reminder→handler@data',
    '03-11 chase→handler@data', '03-11 chase→leader-wang', '03-11 chase→unitHead@data', '03-13 supervise→unitHead@data', '03-13 weekly→handler@data',
    '03-17 circulate→handler@data', '03-17 circulate→unitHead@data', '03-20 weekly→handler@data',
  ]);
  expect(JSON.stringify(state)).toBe(before);
  const moved = foresee(state, { ...rules, pack: { ...pack, rungs: pack.rungs.map((rung, index) => (index === 1 ? { ...rung, offset: 4 } : rung)) } }, on('2026-03-02', '09:00'), on('2026-03-20', '23:59'));
  const course = difference(foresee(state, rules, on('2026-03-02', '09:00'), on('2026-03-20', '23:59')), moved);
  expect([course.dropped, course.added, course.moved.map(({ notice, to }) => `${notice.occasion} ${officeDay(notice.at)} → ${officeDay(to)}`)]).toEqual([[], [], ['supervise 03-13 08:30 → 03-16 08:30']]);
});

test('every shipped pack reads in a clerk\'s words, and two versions differ in the lines that differ', () => {
  for (const one of loadPolicies()) {
    expect(packLines(one).map((line) => line.value).filter((value) => /undefined|null|NaN|[a-z]{4}/.test(value))).toEqual([]);
    expect(suggestions(one).map(({ path, text }) => [path, text === path]).filter(([, bare]) => bare)).toEqual([]);
  }
  expect(packLines(pack).find((line) => line.label === '约谈')?.value).toBe('期限后10个工作日，或连续3次周报亮红灯，以先到的为准；发约谈建议（督约）；主送分管领导');
  expect(packChanges(pack, { ...pack, version: 2, signFor: { offset: 2, days: 'wd' }, rungs: pack.rungs.filter((rung) => rung.code !== 'circulate') })).toEqual([
    { path: 'signFor', group: '签收与反馈', label: '签收', from: '交办后1个工作日内，逾时视为签收', to: '交办后2个工作日内，逾时视为签收' },
    { path: 'rungs.2', group: '逐级督办', label: '通报', from: '期限后5个工作日；发通报告知单（督通）；主送承办人、单位主要负责人', to: null },
  ]);
});
