/** What a suspension may not swallow. */
import { linesAhead } from '../../domain/lines';
import { civilDateOf } from '../../domain/time';
import { partLight } from '../../domain/part-light';
import { born, Life, on, REGISTRAR, rules, sign } from './support';

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
