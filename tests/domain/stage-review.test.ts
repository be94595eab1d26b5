/** 阶段审核 of 13710 (domain.md 5.2): the issuing unit reviews every stage, returns bad ones and grades 优秀/良好/合格/不合格. */
import { loadPolicies } from '../../config/policies';
import type { Command } from '../../domain/commands';
import { decide } from '../../domain/decide';
import { linesAhead } from '../../domain/lines';
import { stillOwed } from '../../domain/notices';
import { packLines, suggestions } from '../../domain/pack-words';
import { forClass, policyPackSchema } from '../../domain/policy';
import { isRefusal } from '../../domain/refusals';
import { register, registrationSchema } from '../../domain/register';
import { unitPartSchema, type Actor } from '../../domain/state';
import { civilDateOf, type Instant } from '../../domain/time';
import type { PostKind } from '../../domain/vocabulary';
import { accept, born, calendar, closure, evidence, HANDLER, Life, officeDay, on, REGISTRAR, REVIEWER, sign } from './support';

const pack = loadPolicies().find((one) => one.name === '13710')!;
/** Born on Monday, 2 March: D+1 ends on the 3rd, D+3 on the 5th, D+7 on the 9th. */
const staged = (matterClass = 'hard', coUnits: string[] = []): Life => {
  const rules = { pack: forClass(pack, matterClass), calendar };
  const draft = registrationSchema.parse({ title: '建成一体化平台', kind: 'deliverable', lead: 'data', coUnits, sponsor: 'leader-wang', acceptance: ['平台上线运行'], pack: '13710', matterClass, due: '2026-04-30' });
  const life = new Life(register(draft, { id: 'c1', at: on('2026-03-02'), clockShiftMs: 0, wakeSpreadMs: 0 }, rules), rules);
  life.wake(on('2026-03-02'));
  return life.do(sign, on('2026-03-02', '11:00'));
};
const report = (line: string): Command => ({ name: 'report', unit: 'data', line });
const grade = (stage: string, name: string, unit = 'data'): Command => ({ name: 'gradeStage', unit, stage, grade: name, text: '阅' });
const missed = (life: Life): string[] => life.facts.flatMap((fact) => (fact.type === 'clockMissed' ? [`${fact.clock} ${officeDay(fact.at)}`] : []));
const answered = (life: Life): (string | undefined)[] => life.facts.flatMap((fact) => (fact.type === 'reported' ? [fact.stage] : []));
const returned = (life: Life): string[] => life.notices.flatMap(({ occasion, post, at }) => (occasion === 'stageReturned' ? [`${post} ${officeDay(at)}`] : []));
/** As the API asks: with the posts that the person holds. */
const why = (life: Life, command: Command, at: Instant, actor: Actor = REGISTRAR, holds: PostKind[] = ['registrar']): string | null => {
  const found = decide(life.state, command, { at, actor, holds, updateId: null }, life.by);
  return isRefusal(found) ? found.refused : null;
};

test('a stage is graded once it is reported, once, by who the pack names and never by who reported it', () => {
  const life = staged();
  expect(why(life, grade('day1', '优秀'), on('2026-03-03'))).toBe('stageNotReported');
  life.do(report('分管副局长负责'), on('2026-03-03', '10:00'));
  const at = on('2026-03-03', '15:00');
  expect(why(life, grade('day3', '优秀'), at)).toBe('stageNotReported');
  expect(why(life, grade('month2', '优秀'), at)).toBe('unknownStage');
  expect(why(life, grade('day1', '一般'), at)).toBe('unknownGrade');
  expect(why(life, grade('day1', '优秀', 'gov'), at)).toBe('unknownUnit');
  expect(why(life, grade('day1', '优秀'), at, REVIEWER, ['reviewer'])).toBe('graderNotNamed');
  expect(why(life, grade('day1', '优秀'), at, HANDLER)).toBe('graderIsReporter');
  life.do(grade('day1', '优秀'), at, REGISTRAR);
  expect(life.state.units[0]?.stages).toEqual([{ code: 'day1', at: on('2026-03-03', '10:00'), by: HANDLER.person, returns: 0, grade: { name: '优秀', text: '阅', at, by: REGISTRAR.person, redoBy: null } }]);
  expect(why(life, grade('day1', '合格'), on('2026-03-04'))).toBe('stageGraded');
  // A good grade sends no mail, and nothing is owed anew.
  expect(returned(life)).toEqual([]);
  expect(missed(life.daysUntil('2026-03-03', '2026-03-05'))).toEqual([]);
});

test('a pack without stages to grade refuses it, and a matter that stands still is not graded', () => {
  const plain = new Life(born({ due: '2026-04-30' }, on('2026-03-02')));
  plain.do(sign, on('2026-03-02', '11:00')).do(report('推进中'), on('2026-03-03'));
  expect(why(plain, grade('day1', '优秀'), on('2026-03-04'))).toBe('stagesNotGraded');
  expect(answered(plain)).toEqual([undefined]);
  const life = staged().do(report('分工'), on('2026-03-03'));
  life.do({ name: 'suspend', reason: '等批复', counterparty: { kind: 'superior', name: '省厅' } }, on('2026-03-03', '11:00'), REGISTRAR);
  expect(why(life, grade('day1', '优秀'), on('2026-03-04'))).toBe('suspended');
});

test('a bad stage is sent back: owed anew by the next working day, missed once more if it does not come, and its report counts for no other stage', () => {
  const life = staged().do(report('已知悉'), on('2026-03-03', '10:00')).do(grade('day1', '不合格'), on('2026-03-03', '15:00'), REGISTRAR);
  expect(returned(life)).toEqual(['handler@data 03-03 15:00', 'unitHead@data 03-03 15:00']);
  expect(life.state.units[0]?.stages[0]).toMatchObject({ returns: 1, grade: { redoBy: on('2026-03-04', '17:30') } });
  expect(missed(life.daysUntil('2026-03-03', '2026-03-05'))).toEqual(['day1 03-05 08:30']);
  life.do(report('分管副局长负责，已排定分工'), on('2026-03-05', '17:40'));
  // Done for D+1 only: D+3 is missed all the same.
  expect(missed(life.daysUntil('2026-03-06', '2026-03-06'))).toEqual(['day1 03-05 08:30', 'day3 03-06 08:30']);
  life.do(report('完成初稿'), on('2026-03-06', '18:00'));
  expect(answered(life)).toEqual(['day1', 'day1', 'day3']);
  expect(life.state.units[0]).toMatchObject({ reports: 3, redone: 1 });
});

test('sent back after the next stage was reported, it is what the next report answers; each return has a miss of its own', () => {
  const life = staged().daysUntil('2026-03-03', '2026-03-04');
  life.do(report('分工'), on('2026-03-04', '18:00')).do(report('初稿'), on('2026-03-05', '10:00')).do(grade('day1', '不合格'), on('2026-03-05', '11:00'), REGISTRAR);
  expect(missed(life.daysUntil('2026-03-05', '2026-03-09'))).toEqual(['day1 03-04 08:30', 'day1 03-09 08:30']);
  life.do(report('分工补充'), on('2026-03-09', '18:00')).do(grade('day1', '不合格'), on('2026-03-10', '09:00'), REGISTRAR).do(report('责任人已写明'), on('2026-03-10', '10:00'));
  life.do(grade('day1', '合格'), on('2026-03-10', '11:00'), REGISTRAR).do(report('月内办结'), on('2026-03-20'));
  expect(answered(life)).toEqual(['day1', 'day3', 'day1', 'day1', 'month1']);
  expect(missed(life.daysUntil('2026-03-20', '2026-04-10'))).toEqual(['day1 03-04 08:30', 'day1 03-09 08:30']);
});

test('once the matter is handed in no stage is owed any more; the last stage is graded when its closure was accepted, and never sent back by a grade', () => {
  const life = staged('ordinary').do(report('已知悉'), on('2026-03-03', '10:00')).do(grade('day1', '不合格'), on('2026-03-03', '11:00'), REGISTRAR);
  const mail = life.notices.find(({ occasion }) => occasion === 'stageReturned')!;
  expect(stillOwed(mail, life.state)).toBe(true);
  life.do(report('分工'), on('2026-03-04', '09:00')).do(evidence(), on('2026-03-04', '10:00')).do(closure, on('2026-03-04', '11:00'));
  expect(stillOwed(mail, life.state)).toBe(false);
  expect(why(life, grade('day7', '优秀'), on('2026-03-05'))).toBe('stageNotReported');
  life.do(grade('day1', '不合格'), on('2026-03-05'), REGISTRAR);
  expect(returned(life)).toHaveLength(2);
  life.do(accept, on('2026-03-06'), REVIEWER);
  expect(why(life, grade('day7', '不合格'), on('2026-03-06', '11:00'))).toBe('unknownGrade');
  life.do(grade('day7', '良好'), on('2026-03-06', '11:00'), REGISTRAR);
  expect(missed(life.daysUntil('2026-03-06', '2026-03-20'))).toEqual([]);
  expect(life.state.units[0]?.stages.map(({ code, grade: found }) => [code, found?.name])).toEqual([['day1', '不合格'], ['day7', '良好']]);
});

test('who grades is told once, on the working day after the report, in the digest; two units that report a stage on one day are one line', () => {
  const life = staged('hard', ['finance']);
  life.do({ name: 'sign', unit: 'finance' }, on('2026-03-02', '11:00'));
  life.do(report('分工'), on('2026-03-03')).do({ name: 'report', unit: 'finance', line: '专人负责' }, on('2026-03-03', '16:00'));
  const lines = () => linesAhead(life.state, life.by, on('2026-03-03', '17:00'), on('2026-04-30')).filter(({ occasion }) => occasion === 'stageReview');
  expect(lines().map(({ id, at }) => `${id} ${officeDay(at)}`)).toEqual(['c1:stageReview:day1-2026-03-03:registrar 03-04 08:30']);
  const [line] = lines();
  life.do(grade('day1', '良好'), on('2026-03-03', '17:00'), REGISTRAR);
  expect(stillOwed(line!, life.state)).toBe(true);
  life.do(grade('day1', '良好', 'finance'), on('2026-03-03', '17:00'), REGISTRAR);
  expect([lines(), stillOwed(line!, life.state)]).toEqual([[], false]);
  // A stage that was sent back has had its mail: the digest does not remind of it as well.
  const again = staged().do(report('已知悉'), on('2026-03-02', '15:00')).do(grade('day1', '不合格'), on('2026-03-02', '16:00'), REGISTRAR);
  expect(linesAhead(again.state, again.by, on('2026-03-02', '17:00'), on('2026-03-10')).filter(({ occasion }) => occasion === 'stage').map(({ period, at }) => `${period} ${civilDateOf(at)}`)).toEqual(['day3-2 2026-03-05']);
});

test('a unit that gets the matter anew begins with no grade; a state of an older release has none', () => {
  const life = staged().do(report('分工'), on('2026-03-03')).do(grade('day1', '优秀'), on('2026-03-03', '15:00'), REGISTRAR);
  const { stages: _stages, redone: _redone, ...older } = life.state.units[0]!;
  expect(unitPartSchema.parse(older)).toMatchObject({ stages: [], redone: 0, reports: 1 });
  life.do({ name: 'transfer', unit: 'data', toUnit: 'gov', reason: '职责调整' }, on('2026-03-04'), REGISTRAR);
  expect(life.state.units[0]).toMatchObject({ unit: 'gov', stages: [], redone: 0 });
});

test('the pack says it in words, leaves the time for a redone stage to the office, and a wrong scale is refused with its place', () => {
  expect(packLines(pack).filter(({ group }) => group === '阶段审核').map(({ label, value, suggested }) => [label, value, suggested])).toEqual([
    ['评分', '每阶段报告由督查室审核，评定优秀、良好、合格、不合格', false], ['退回重报', '评定不合格的退回，1个工作日内重报，原时限未到的从原时限', true],
  ]);
  expect(suggestions(pack).map(({ path }) => path)).toContain('stageReview.redoWithin');
  const faults = (change: object): string[] => (policyPackSchema.safeParse({ ...pack, ...change }).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}：${message}`);
  const grades = [{ name: '合格', returned: true }, { name: '合格', returned: true }];
  expect(faults({ stageReview: { ...pack.stageReview, grades } })).toEqual(['stageReview.grades.1.name：等次不得重复', 'stageReview.grades：至少应有一个不退回的等次']);
  expect(faults({ clocks: [], classes: [], suggested: [] })).toEqual(['stageReview：没有可评分的阶段：clocks 中应有到 report 或 closure 为止的时钟']);
});
