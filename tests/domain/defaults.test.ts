/** 默认时限和事项模板 as an office writes them: faults told all at once, what differs in a clerk's words, the version on what was taken. */
import { loadDefaults } from '../../config/defaults';
import { limitFor, limitRule, type DefaultLimits } from '../../domain/default-limits';
import { DEFAULT_SCHEMAS, defaultChanges, defaultLines } from '../../domain/defaults';
import { faultsIn } from '../../domain/schema-faults';

const { limits, templates } = loadDefaults();
const changed = (kind: string, patch: object): DefaultLimits => ({ ...limits, limits: limits.limits.map((limit) => (limit.kind === kind ? { ...limit, ...patch } : limit)) });
const faults = (name: 'limits' | 'templates', value: unknown): string[] => {
  const parsed = DEFAULT_SCHEMAS[name].safeParse(value, { reportInput: true });
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => faultsIn('', issue)).map(({ path, message }) => `${path}: ${message}`);
};

test('every line of both is said in words, with where its figure comes from', () => {
  expect(defaultLines({ limits }).map(({ label, value }) => `${label}：${value}`)).toEqual([
    '文件：办结期限为来文或收录后30天', '会议纪要：办结期限为来文或收录后20天', '批示（紧急）：办结期限为来文或收录后5天', '批示（一般）：办结期限为来文或收录后15天', '批示（复杂）：办结期限为来文或收录后30天',
    '讲话：建议复核日期为来文或收录后90天，由人确定', '工作报告：建议复核日期为来文或收录后90天，由人确定', '长期和周期性事项：每90天复核', '没有另选规则的：用“标准”',
  ]);
  expect(defaultLines({ templates }).find(({ label }) => label === '制度文件')?.value).toContain('环节：起草、征求意见、合法性审核、集体审议、印发（须有文号）');
});

test('what differs is told line by line, a line that came or went too', () => {
  expect(defaultChanges(defaultLines({ limits }), defaultLines({ limits: changed('minutes', { days: 15, basis: '本市2026年办法' }) }))).toEqual([
    { label: '会议纪要', from: '办结期限为来文或收录后20天；依据：市级督查办法：会议议定事项未明确时限的二十日内', to: '办结期限为来文或收录后15天；依据：本市2026年办法' },
  ]);
  expect(defaultChanges(defaultLines({ limits }), defaultLines({ limits: changed('speech', { days: 60, suggested: false }) }))).toEqual([
    { label: '讲话', from: '建议复核日期为来文或收录后90天，由人确定；建议值', to: '建议复核日期为来文或收录后60天，由人确定；不是建议值' },
  ]);
  const other = templates.map((one) => (one.name === '会议' ? { ...one, name: '专题会议' } : one));
  expect(defaultChanges(defaultLines({ templates }), defaultLines({ templates: other })).map(({ label, from, to }) => [label, from === null, to === null])).toEqual([['专题会议', true, false], ['会议', false, true]]);
  expect(defaultChanges(defaultLines({ limits }), defaultLines({ limits }))).toEqual([]);
});

test('all faults at once, each at its place', () => {
  expect(faults('limits', { ...changed('minutes', { days: 0 }), standingReview: { days: 900, basis: '', suggested: true } })).toEqual(['standingReview.days: 过大或过多', 'standingReview.basis: 请写明依据', 'limits.1.days: 过小或过少']);
  expect(faults('limits', { ...limits, limits: limits.limits.slice(1) })).toEqual(['limits: document应恰有一项，现有0项']);
  const [first] = templates;
  expect(faults('templates', [first, { ...first, summary: '' }, { ...first, name: '调研', stages: [{ code: 'a', name: '甲', numbered: false }, { code: 'a', name: '', numbered: false }] }])).toEqual([
    '1.summary: 不能为空', '2.stages.1.name: 不能为空', '2.stages.1.code: 环节代码不得重复', '1.name: 模板名称不得重复',
  ]);
  expect(faults('templates', [first, first])).toEqual(['1.name: 模板名称不得重复']);
});

test('what a draft was given names the limit and the version that it stood in', () => {
  expect(limitRule(limitFor(limits, 'minutes', null), 20, 1)).toBe('limit/minutes-20d@1');
  expect(limitRule(limitFor(limits, 'instruction', 'urgent'), 5, 3)).toBe('limit/instruction-urgent-5d@3');
  expect(limitRule(limitFor(limits, 'speech', null), 90, 2)).toBe('limit/speech-review-90d@2');
  expect(limitRule('standing', 90, 2)).toBe('limit/standing-review-90d@2');
});
