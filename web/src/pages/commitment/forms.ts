/** Fields of each command's form; what is allowed, and when, only the API says. */
export interface FormField { readonly name: string; readonly title: string; readonly type: 'text' | 'date' | 'number' | 'long' | 'choice' | 'unit' | 'criterion' | 'measure'; readonly needed?: boolean; readonly choices?: readonly (readonly [string, string])[] }
const reason: FormField = { name: 'reason', title: '理由', type: 'long', needed: true };
const own: FormField = { name: 'unit', title: '单位', type: 'unit', needed: true };
const toUnit: FormField = { name: 'toUnit', title: '转给单位（编号）', type: 'text', needed: true };
const newDue = (title: string, needed = false): FormField => ({ name: 'newDue', title, type: 'date', needed });

export interface CommandForm { readonly name: string; readonly title: string; readonly fields: readonly FormField[]; /** What cannot be taken back. */ readonly final?: string }
export const FORMS: readonly CommandForm[] = [
  { name: 'sign', title: '签收', fields: [own] },
  { name: 'report', title: '反馈', fields: [own, { name: 'line', title: '一句进展', type: 'long' }, { name: 'percent', title: '进度（%）', type: 'number' },
    { name: 'forecast', title: '预计', type: 'choice', choices: [['onTrack', '按期完成'], ['atRisk', '有风险'], ['willMiss', '不能按期']] },
    { name: 'causeCode', title: '原因（逾期时必填）', type: 'choice', choices: [['dependsOnOthers', '有待其他单位配合'], ['funding', '资金未到位'], ['approval', '审批未完成'], ['staffing', '力量不足'], ['plan', '计划安排不当'], ['forceMajeure', '不可抗力'], ['other', '其他']] }] },
  { name: 'review', title: '审核', fields: [{ name: 'result', title: '结论', type: 'choice', needed: true, choices: [['accepted', '通过'], ['returned', '退回重办']] },
    { name: 'reasonCode', title: '退回原因（退回时必填）', type: 'choice', choices: [['factsUnclear', '事实不清'], ['notSolved', '问题未解决'], ['evidenceLacking', '佐证不足'], ['unsound', '结论不当'], ['format', '格式不符']] }, { name: 'text', title: '审核意见', type: 'long', needed: true }] },
  { name: 'requestClosure', title: '申请办结', fields: [own, { name: 'summary', title: '办理结果', type: 'long', needed: true }] },
  { name: 'decideExtension', title: '审批延期', fields: [{ name: 'result', title: '结论', type: 'choice', needed: true, choices: [['granted', '同意'], ['refused', '不同意']] }, newDue('新的期限（同意时必填）'), { name: 'text', title: '意见', type: 'long', needed: true }] },
  { name: 'rule', title: '裁定退单', fields: [own, { name: 'ruling', title: '裁定', type: 'choice', needed: true, choices: [['same', '仍由原单位办理'], ['other', '改派其他单位']] }, { ...toUnit, title: '改派单位（编号）', needed: false }, reason] },
  { name: 'requestExtension', title: '申请延期', fields: [own, { name: 'to', title: '延至', type: 'date', needed: true }, reason, { name: 'progress', title: '目前进展', type: 'long', needed: true }] },
  { name: 'raise', title: '提级办理', fields: [{ ...toUnit, title: '由单位（编号）办理' }, { name: 'due', title: '期限', type: 'date', needed: true }, reason], final: '原承办单位责任不变，提级后不能退回原级。' },
  { name: 'instruct', title: '批示', fields: [{ name: 'leader', title: '批示领导', type: 'text', needed: true }, { name: 'text', title: '批示内容', type: 'long', needed: true }, newDue('新的期限（已办结的填写）')] },
  { name: 'suspend', title: '暂停', fields: [reason, { name: 'counterparty.kind', title: '等谁', type: 'choice', needed: true, choices: [['superior', '上级'], ['unit', '其他单位'], ['external', '外部单位']] }, { name: 'counterparty.name', title: '名称', type: 'text', needed: true }, { name: 'until', title: '至迟恢复', type: 'date' }] },
  { name: 'resume', title: '恢复办理', fields: [{ name: 'text', title: '说明', type: 'long', needed: true }] },
  { name: 'transfer', title: '转办', fields: [own, toUnit, reason] },
  { name: 'amend', title: '调整期限', fields: [{ name: 'due', title: '新的期限', type: 'date', needed: true }, reason] },
  { name: 'dispatch', title: '交办', fields: [] },
  { name: 'refuse', title: '退单', fields: [own, reason] },
  { name: 'setTarget', title: '确定目标值', fields: [{ name: 'measure', title: '指标', type: 'measure', needed: true }, { name: 'target', title: '目标值', type: 'number', needed: true }, reason] },
  { name: 'lookBack', title: '回头看', fields: [{ name: 'result', title: '结论', type: 'choice', needed: true, choices: [['passed', '通过，销号'], ['failed', '未通过，重新办理']] }, newDue('整改期限（未通过时必填）'), { name: 'text', title: '说明', type: 'long', needed: true }], final: '通过即销号，事项就此结束。' },
  { name: 'reopen', title: '重新办理', fields: [reason, newDue('整改期限', true)] },
  { name: 'notPursue', title: '不再推进', fields: [reason], final: '事项就此结束，理由会公示；确需再办的，只能重新办理。' },
  { name: 'terminate', title: '终止', fields: [reason], final: '事项就此结束，不再提醒和督办。' },
];

/** Dots in a name stand for depth; empty fields are left out. */
export const bodyOf = (values: Readonly<Record<string, string>>, fields: readonly FormField[]): Record<string, unknown> => {
  const body: Record<string, unknown> = {};
  for (const { name, type } of fields) {
    const value = values[name];
    if (value === undefined || value === '') continue;
    const [first = '', second] = name.split('.');
    const typed = type === 'number' ? Number(value) : value;
    if (second === undefined) body[first] = typed;
    else body[first] = { ...(body[first] as object | undefined), [second]: typed };
  }
  return body;
};
