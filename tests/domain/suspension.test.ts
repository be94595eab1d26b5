/** What a suspension may not swallow. */
import { linesAhead } from '../../domain/lines';
import { civilDateOf } from '../../domain/time';
import { partLight } from '../../domain/part-light';
import { born, Life, lifeUnder, on, REGISTRAR, rules, sign } from './support';

const feedbackDays = (life: Life, at: string): string[] =>
  linesAhead(life.state, rules, at, life.state.plannedUntil).filter((line) => line.occasion === 'firstFeedback').map((line) => `${line.unit} ${civilDateOf(line.at)}`);
const suspend = { name: 'suspend', reason: '等批复', counterparty: { kind: 'external', name: '设计单位' } } as const;

test('a first feedback whose day falls into it is owed after it, with the working days that were left', () => {
  // D+3 of Monday 2 March is Thursday the 5th; suspended on the 3rd, two working days were left.
  const life = new Life(born({ due: '2026-04-30', coUnits: ['finance'] }, on('2026-03-02')));
  life.do(sign, on('2026-03-02', '11:00'));
  expect(feedbackDays(life, on('2026-03-02'))).toEqual(['data 2026-03-05', 'finance 2026-03-05']);
  life.do(suspend, on('2026-03-03'), REGISTRAR).do({ name: 'resume', text: '已答复' }, on('2026-03-10'), REGISTRAR);
  expect(feedbackDays(life, on('2026-03-10'))).toEqual(['data 2026-03-12', 'finance 2026-03-12']);
  const finance = life.state.units[1]!;
  expect([on('2026-03-12', '17:00'), on('2026-03-13')].map((at) => partLight(life.state, finance, rules, at).reasons.some((reason) => reason.includes('首次反馈')))).toEqual([false, true]);
});

test('one that was owed before it stays where it was', () => {
  const life = new Life(born({ due: '2026-04-30' }, on('2026-03-02')));
  life.do(sign, on('2026-03-02', '11:00')).do(suspend, on('2026-03-09'), REGISTRAR).do({ name: 'resume', text: '已答复' }, on('2026-03-20'), REGISTRAR);
  expect(life.state.units[0]?.feedbackBy).toBeNull();
});

describe('a superior whose answer we wait for', () => {
  const asked = (life: Life): string[] => linesAhead(life.state, life.by, life.facts.at(-1)!.at, life.state.plannedUntil).map((line) => `${civilDateOf(line.at).slice(5)} ${line.postKind}`);
  const waiting = (pack: string): Life => lifeUnder(pack, { due: '2026-05-29', ...(pack === '13710' ? { matterClass: 'hard' } : {}) }, on('2026-03-26')).do(sign, on('2026-03-26', '11:00'))
    .do({ name: 'suspend', reason: '等批复', counterparty: { kind: 'superior', name: '省厅' }, until: '2026-04-20' }, on('2026-03-30'), REGISTRAR);

  it('is asked after every week, also where the pack has no weekly line; a day off rolls', () => {
    // Seven days on is Monday 6 April, the holiday of 清明: Tuesday.
    const life = waiting('13710');
    expect(asked(life).slice(0, 4)).toEqual(['04-07 handler', '04-07 registrar', '04-13 handler', '04-13 registrar']);
    expect(asked(waiting('标准')).slice(0, 4)).toEqual(['04-03 handler', '04-03 registrar', '04-10 handler', '04-10 registrar']);
  });

  it('is asked once where two weeks roll over 国庆 to one day', () => {
    const life = lifeUnder('三单', { due: '2026-11-27' }, on('2026-09-23')).do({ name: 'suspend', reason: '等批复', counterparty: { kind: 'superior', name: '省厅' }, until: '2026-10-20' }, on('2026-09-24'), REGISTRAR);
    expect(asked(life).slice(0, 3)).toEqual(['10-08 handler', '10-08 registrar', '10-15 handler']);
  });

  it('may be reported on meanwhile: that answers no stage and no feedback, and asks the handler no more that week', () => {
    const life = waiting('13710').do({ name: 'report', unit: 'data', line: '省厅在会签' }, on('2026-04-08'));
    expect(life.state).toMatchObject({ status: 'SUSPENDED', units: [{ reports: 0, stages: [], lastReport: { line: '省厅在会签' } }] });
    expect(asked(life).filter((line) => line.startsWith('04-1'))).toEqual(['04-13 registrar']);
  });
});
