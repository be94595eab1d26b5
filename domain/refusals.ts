/** A refusal is a value: a code of a closed list, words for the person, and what would be accepted. */
import type { RefusalCode } from './vocabulary';

export interface Refusal {
  readonly refused: RefusalCode;
  /** What is wrong, for the person who asked. */
  readonly text: string;
  /** What would be accepted instead. */
  readonly hint: string;
}

const TEXTS: Readonly<Record<RefusalCode, readonly [text: string, hint: string]>> = {
  wrongState: ['事项当前状态不能办理此项操作', '请先查看事项的当前状态'],
  unknownUnit: ['该单位不是本事项的牵头单位或配合单位', '请选择本事项的牵头单位或配合单位'],
  alreadySigned: ['该单位已经签收', '无须重复签收，可直接反馈进展'],
  alreadyDispatched: ['事项已经交办', '无须重复交办'],
  refusalPending: ['该单位的退单申请尚未裁定', '请待督查室裁定后再办理'],
  noRefusalPending: ['该单位没有待裁定的退单申请', '只有提出退单申请后才能裁定'],
  refusalsUsedUp: ['该单位退单次数已用完', '裁定为最终裁定，请签收办理'],
  signFirst: ['该单位尚未签收', '请先签收，再反馈进展'],
  reportEmpty: ['反馈内容为空', '请填写一句进展，或选择“没有变化”'],
  percentBackwards: ['进度低于上次反馈的进度', '进度确需下调的，请在反馈中注明原因并填写原因代码'],
  causeRequired: ['事项已亮红灯，反馈须注明原因', '请选择原因代码'],
  onlyLead: ['此项操作由牵头单位办理', '请由牵头单位汇总后提出'],
  unknownCriterion: ['没有这一条验收标准', '请选择本事项所列的验收标准'],
  evidenceMissing: ['部分验收标准尚无佐证材料', '请为每一条验收标准提交佐证材料后再申请办结'],
  sameEvidence: ['同一份佐证材料已经提交过', '请提交不同的材料，或直接申请办结'],
  tooMuchEvidence: ['佐证材料已达到200份', '请合并材料后提交'],
  reviewerIsSubmitter: ['审核人不能是办结申请的提交人', '请由另一位审核人审核'],
  reasonCodeRequired: ['退回重办须注明原因', '请选择退回原因代码并说明'],
  dueNotLater: ['新的期限不符合要求', '期限应不早于交办之日'],
  dueInPast: ['新的期限早于今天', '请填写今天或以后的日期'],
  dueUnchanged: ['新的期限与现有期限相同', '请填写不同的日期'],
  newDueRequired: ['重新办理须确定期限', '请填写整改期限，应为今天或以后的日期'],
  ended: ['事项已经结束', '已结束的事项只能查看'],
  extensionPending: ['已有延期申请尚未审批', '请待审批后再申请'],
  noExtensionPending: ['没有待审批的延期申请', '承办单位提出延期申请后才能审批'],
  approverIsRequester: ['审批人不能是延期申请的提出人', '请由另一位有权审批的人员审批'],
  extensionDateRequired: ['同意延期须写明新的期限', '请填写晚于现有期限、不早于今天的日期'],
  dueNotExtended: ['申请的新期限不晚于现有期限', '请填写晚于现有期限、不早于今天的日期'],
  suspensionTooLong: ['暂停的截止日期不符合规定', '请填写今天以后、最长暂停时间以内的日期'],
  notSuspended: ['事项没有暂停', '只有暂停中的事项可以恢复'],
  unitTakesPart: ['该单位已经参与本事项', '请选择尚未参与本事项的单位'],
  notEnded: ['事项仍在办理，无须重新办理', '只有已办结、已销号、已终止或不再推进的事项可以重新办理'],
  neverDispatched: ['事项未曾交办', '未交办即结束的事项，请重新立项'],
  childrenThere: ['已有分解事项', '已分解的事项不能再写明“无须分解”'],
  childrenMissing: ['尚未按会议纪要分解任务', '请先分解任务，或写明无须分解的理由'],
  tooManyChildren: ['分解事项超过100项', '请合并后再分解'],
  dueAfterParent: ['分解事项的期限晚于上级事项', '请填写不晚于上级事项期限的日期，或先调整上级事项的期限'],
  unknownStage: ['没有这一环节或阶段', '请选择本事项所列的环节'],
  stageDone: ['该环节已经完成', '无须重复填报'],
  stageOrder: ['前面的环节尚未完成', '请按顺序填报'],
  stagesMissing: ['部分环节尚未完成', '请完成全部环节后再申请办结'],
  documentNumberRequired: ['该环节须填写文号', '请填写文件的文号，如 云政发〔2026〕12号'],
  unknownPeriod: ['没有这一期，或这一期不需要补报', '请选择漏报的一期；不填期数的，计入本期'],
  reviewTooFar: ['周期性、持续性事项至少每年复核一次', '请填写一年以内的日期'],
  unknownMeasure: ['没有这一项指标', '请选择本事项所列的指标'],
  targetUndetermined: ['部分指标的目标值待定', '请先确定目标值，再申请办结'],
  targetUnfit: ['目标值与基数或力争值不符', '请核对目标值、基数和升降方向'],
  approverTooLow: ['这次延期不由您这一级审批', '请报上一级审批'],
  samePack: ['事项已按这一版规则办理', '请选择另一版或另一套规则'],
  unknownPack: ['没有这一版规则', '请选择已启用的规则'],
  unknownClass: ['事项类别与这套规则不符', '请填写这套规则所列的类别；不分类别的规则不填'],
  stagesNotGraded: ['这套规则不对阶段评分', '只有按阶段审核的规则才评分，如13710'],
  stageNotReported: ['没有可评分的阶段报告', '承办单位报告后方可评分'],
  stageGraded: ['该阶段已经评分', '评分不再改动；退回重报的，待重报后再评'],
  unknownGrade: ['没有这一等次', '请选择规则所列的等次'],
  graderNotNamed: ['阶段评分不由您负责', '请由规则所定的岗位评分'],
  graderIsReporter: ['评分人不能是该阶段的报告人', '请由另一位评分'],
  noProposal: ['没有这一项待决定的建议', '约谈、问责建议拟出后才能决定，决定后不再改动'],
  leaderDecides: ['约谈、问责由分管领导决定', '请由本事项的分管领导办理'],
  suspended: ['事项已暂停', '请先恢复办理，再办理此项操作'],
};

/** @param hint replaces the general hint where the case allows a more exact one */
export const refuse = (code: RefusalCode, hint?: string): Refusal => {
  const [text, general] = TEXTS[code];
  return { refused: code, text, hint: hint ?? general };
};

export const isRefusal = (value: object): value is Refusal => 'refused' in value;
