import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLimits } from '../../config/limits';
import { loadPolicies } from '../../config/policies';
import { loadTemplates } from '../../config/templates';
import { policyPackSchema } from '../../domain/policy';
import { pack } from './support';

const faults = (body: unknown): string[] => policyPackSchema.safeParse(body).error?.issues.map((i) => i.path.join('.')).sort() ?? [];

describe('the pack 标准', () => {
  it('holds the numbers of domain.md, section 5.1', () => {
    expect(pack).toMatchObject({
      name: '标准', version: 2, hours: { opening: '08:30', cutoff: '17:30' }, signFor: { offset: 1, days: 'wd' }, firstFeedback: { offset: 3, days: 'wd' },
      weekly: { weekday: 5, at: '17:00', rollTo: 2, minWorkingDays: 3 }, light: { blueBefore: 7, yellowBefore: 3, redAfter: 1, days: 'wd' },
      review: { offset: 3, days: 'wd' }, lookBack: { offset: 90, days: 'd' }, extension: { leadDays: 3, days: 'wd', free: 1 }, bulletin: { dataClosesOn: 28, publishedBy: 5 },
    });
    expect(pack.reminders.map((r) => `${r.before}${r.days}`)).toEqual(['7wd', '3wd', '1wd']);
    expect(pack.rungs.map((r) => `${r.code} ${r.offset}${r.days} ${r.document} ${r.to.join('+')} ${r.copy.join('+')} ${r.orRedWeeks ?? '-'}`)).toEqual([
      'chase 1wd 催办单 handler+unitHead sponsor -', 'supervise 3wd 督办通知单 unitHead  -', 'circulate 5wd 通报告知单 handler+unitHead  -', 'interview 10wd 约谈建议 sponsor  3']);
  });
  it('marks what the rules leave to the office', () => {
    expect([...pack.suggested].sort()).toEqual(['hours.cutoff', 'longestSuspensionDays', 'refusalRuling', 'refusalsAllowed']);
  });
});

describe('a policy pack', () => {
  it('is refused with every fault at once, each with its path', () => {
    const { version: _version, ...rest } = pack;
    expect(faults({ ...rest, colour: 'red', hours: { opening: '8:30', cutoff: '25:00' }, weekly: { ...pack.weekly, weekday: 8 }, reminderTo: [], rungs: [{ ...pack.rungs[0], code: 'shout', to: ['nobody'] }] })).toEqual(
      ['', 'hours.cutoff', 'hours.opening', 'reminderTo', 'rungs.0.code', 'rungs.0.to.0', 'version', 'weekly.weekday']);
  });
  it('tells what does not fit together beside what is wrong by itself', () => {
    expect(faults({ ...pack, colour: 'red', refusalsAllowed: 'one', reminders: 'none', hours: { opening: '08:30', cutoff: '08:30' }, light: { ...pack.light, blueBefore: 2 }, suggested: ['no.such'] })).toEqual(
      ['', 'hours.cutoff', 'light.blueBefore', 'refusalsAllowed', 'reminders', 'suggested.0']);
    expect(faults('标准')).toEqual(['']);
  });
  it('is refused where its values do not fit each other', () => {
    const [first, second] = [pack.rungs[0]!, pack.rungs[1]!];
    expect(faults({
      ...pack, rungs: [first, { ...second, offset: 1 }, { ...first, offset: 9, to: ['handler', 'handler'], copy: ['sponsor', 'handler'] }],
      light: { ...pack.light, blueBefore: 2 }, hours: { opening: '08:30', cutoff: '08:30' }, suggested: ['hours.cutoff', 'no.such'],
      reminders: [{ before: 3, days: 'wd' }, { before: 3, days: 'd' }],
    })).toEqual(['hours.cutoff', 'light.blueBefore', 'reminders.1.before', 'rungs.1.offset', 'rungs.2.code', 'rungs.2.copy.1', 'rungs.2.to.1', 'suggested.1']);
  });
  it('may do without weekly lines and without rungs', () => {
    expect(faults({ ...pack, weekly: null, rungs: [], reminders: [] })).toEqual([]);
  });
  it('that is broken does not hide the faults of the others, and no version comes twice', () => {
    const folder = mkdtempSync(join(tmpdir(), 'policies-'));
    writeFileSync(join(folder, 'a.json'), '{"name": ');
    writeFileSync(join(folder, 'b.json'), JSON.stringify(pack));
    writeFileSync(join(folder, 'c.json'), JSON.stringify(pack));
    writeFileSync(join(folder, 'd.json'), JSON.stringify({ ...pack, version: 0 }));
    expect(() => loadPolicies(folder)).toThrow(/a\.json: \(整体\): 不是有效的 JSON[\s\S]*d\.json: version: 过小或过少，不少于1[\s\S]*c\.json: version: 标准@2/);
  });
});

test('templates and default limits that are broken are told by file, path and in words as packs are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'templates-'));
  writeFileSync(join(folder, 'a.json'), '{');
  writeFileSync(join(folder, 'b.json'), JSON.stringify({ name: '会议', summary: '', stages: [], spawnsChildren: 'yes' }));
  expect(() => loadTemplates(folder)).toThrow(/a\.json: \(整体\): 不是有效的 JSON[\s\S]*b\.json: summary: 不能为空[\s\S]*b\.json: spawnsChildren: 类型不对，应为true 或 false/);
  expect(() => loadLimits(join(folder, 'a.json'))).toThrow(/默认时限有误：\na\.json: \(整体\): 不是有效的 JSON/);

});
