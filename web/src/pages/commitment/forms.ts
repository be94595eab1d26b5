/** Fields of each command's form; whether it may be given now, and why not, only the API says. */
export type Values = Record<string, unknown>;
export interface FormField {
  readonly name: string;
  readonly title: string;
  /** `own`: a unit that takes part; `other`: any unit of the office. */
  readonly type: 'text' | 'long' | 'date' | 'number' | 'choice' | 'own' | 'other' | 'measure' | 'stage' | 'criterion' | 'period' | 'reported' | 'grade' | 'file' | 'values' | 'children';
  readonly needed?: boolean;
  readonly choices?: readonly (readonly [string, string])[];
  readonly help?: string;
  /** Asked only after what was filled in above. */
  readonly when?: (values: Values) => boolean;
}
export interface CommandForm { readonly name: string; readonly fields: readonly FormField[]; /** What cannot be taken back. */ readonly final?: string }

const reason: FormField = { name: 'reason', title: '理由', type: 'long', needed: true };
const own: FormField = { name: 'unit', title: '单位', type: 'own', needed: true };
const said = (title: string): FormField => ({ name: 'text', title, type: 'long', needed: true });
const newDue = (title: string, when?: (values: Values) => boolean): FormField => ({ name: 'newDue', title, type: 'date', ...(when ? { when } : { needed: true }) });
const is = (name: string, value: string) => (values: Values): boolean => values[name] === value;

/** In the order in which they are offered: what moves a matter on first, what ends it last. */
export const FORMS: readonly CommandForm[] = [
  { name: 'dispatch', fields: [] },
  { name: 'sign', fields: [own] },
  { name: 'review', fields: [{ name: 'result', title: '结论', type: 'choice', needed: true, choices: [['accepted', '通过'], ['returned', '退回重办']] },
    { name: 'reasonCode', title: '退回原因', type: 'choice', needed: true, when: is('result', 'returned'), choices: [['factsUnclear', '事实不清'], ['notSolved', '问题未解决'], ['evidenceLacking', '佐证不足'], ['unsound', '结论不当'], ['format', '格式不符']] }, said('审核意见')] },
  { name: 'gradeStage', fields: [own, { name: 'stage', title: '阶段', type: 'reported', needed: true }, { name: 'grade', title: '等次', type: 'grade', needed: true }, said('审核意见')] },
  { name: 'rule', fields: [own, { name: 'ruling', title: '裁定', type: 'choice', needed: true, choices: [['same', '仍由原单位办理'], ['other', '改派其他单位']] }, { name: 'toUnit', title: '改派给', type: 'other', needed: true, when: is('ruling', 'other') }, reason] },
  { name: 'decideExtension', fields: [{ name: 'result', title: '结论', type: 'choice', needed: true, choices: [['granted', '同意'], ['refused', '不同意']] }, newDue('新的期限', is('result', 'granted')), said('意见')] },
  { name: 'decideProposal', fields: [{ name: 'proposal', title: '哪一项建议', type: 'choice', needed: true, choices: [['interview', '逾期约谈'], ['strikeInterview', '累计次数约谈'], ['accountability', '问责']] }, { name: 'result', title: '决定', type: 'choice', needed: true, choices: [['approved', '同意'], ['declined', '不同意']] }, said('意见')], final: '决定记入台账并告知督查室办理，不再改动。' },
  { name: 'report', fields: [own, { name: 'period', title: '反馈哪一期', type: 'period', help: '补报后该期转为预警，不恢复为正常' }, { name: 'line', title: '一句进展', type: 'long', help: '没有新情况的，按“没有变化”' }, { name: 'percent', title: '进度（%）', type: 'number' }, { name: 'values', title: '指标', type: 'values' },
    { name: 'forecast', title: '预计', type: 'choice', choices: [['onTrack', '按期完成'], ['atRisk', '有风险'], ['willMiss', '不能按期']] },
    { name: 'causeCode', title: '原因', type: 'choice', help: '红灯、进度下调时须写明', choices: [['dependsOnOthers', '有待其他单位配合'], ['funding', '资金未到位'], ['approval', '审批未完成'], ['staffing', '力量不足'], ['plan', '计划安排不当'], ['forceMajeure', '不可抗力'], ['other', '其他']] }] },
  { name: 'evidence', fields: [own, { name: 'criterion', title: '对应的验收标准', type: 'criterion', needed: true }, { name: 'file', title: '文件', type: 'file', needed: true, help: '不超过100 MB，收下即计算校验值，此后不能替换' }] },
  { name: 'requestClosure', fields: [own, { name: 'summary', title: '办理结果', type: 'long', needed: true }] },
  { name: 'completeStage', fields: [{ name: 'stage', title: '环节', type: 'stage', needed: true }, { name: 'note', title: '完成情况', type: 'long', needed: true }, { name: 'documentNumber', title: '文号', type: 'text', help: '须有文号的环节填写，如 云政发〔2026〕12号' }] },
  { name: 'decompose', fields: [{ name: 'children', title: '分解事项', type: 'children' }] },
  { name: 'requestExtension', fields: [own, { name: 'to', title: '延至', type: 'date', needed: true }, reason, { name: 'progress', title: '目前进展', type: 'long', needed: true }] },
  { name: 'instruct', fields: [{ name: 'leader', title: '批示领导', type: 'text', needed: true, help: '如 李副市长' }, said('批示内容'), { name: 'newDue', title: '新的期限', type: 'date', help: '已办结、按批示重新办理的填写' }] },
  { name: 'raise', fields: [{ name: 'toUnit', title: '由哪个单位办理', type: 'other', needed: true }, { name: 'due', title: '期限', type: 'date', needed: true }, reason], final: '原承办单位责任不变，提级后不能退回原级。' },
  { name: 'transfer', fields: [own, { name: 'toUnit', title: '转给', type: 'other', needed: true }, reason] },
  { name: 'amend', fields: [{ name: 'due', title: '新的期限', type: 'date', needed: true }, reason] },
  { name: 'suspend', fields: [reason, { name: 'counterparty.kind', title: '等谁', type: 'choice', needed: true, choices: [['superior', '上级'], ['unit', '其他单位'], ['external', '外部单位']] }, { name: 'counterparty.name', title: '名称', type: 'text', needed: true }, { name: 'until', title: '至迟恢复', type: 'date', help: '不填则为规则所定的最长时间' }] },
  { name: 'resume', fields: [said('说明')] },
  { name: 'setTarget', fields: [{ name: 'measure', title: '指标', type: 'measure', needed: true }, { name: 'target', title: '目标值', type: 'number', needed: true }, reason] },
  { name: 'refuse', fields: [own, reason] },
  { name: 'lookBack', fields: [{ name: 'result', title: '结论', type: 'choice', needed: true, choices: [['passed', '通过，销号'], ['failed', '未通过，重新办理']] }, newDue('整改期限', is('result', 'failed')), said('说明')], final: '通过即销号，事项就此结束。' },
  { name: 'reopen', fields: [reason, newDue('整改期限')] },
  { name: 'notPursue', fields: [reason], final: '事项就此结束，理由会公示；确需再办的，只能重新办理。' },
  { name: 'terminate', fields: [reason], final: '事项就此结束，不再提醒和督办。' },
];
const ORDER = new Map(FORMS.map(({ name }, index) => [name, index]));
export const inOrder = <T extends { readonly name: string }>(commands: readonly T[]): T[] => [...commands].sort((a, b) => (ORDER.get(a.name) ?? 99) - (ORDER.get(b.name) ?? 99));

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
/** What is sent: of the fields that are asked for, those filled in. A dot in a name stands for depth. */
export const bodyOf = (values: Values, fields: readonly FormField[]): Record<string, unknown> => {
  const body: Record<string, unknown> = {};
  for (const { name, type, when } of fields) {
    const value = values[name];
    if (isEmpty(value) || when?.(values) === false) continue;
    const [first = '', second] = name.split('.');
    const typed = type === 'number' || type === 'period' ? Number(value) : value;
    body[first] = second === undefined ? typed : { ...(body[first] as object | undefined), [second]: typed };
  }
  return body;
};
