/** Closed lists of the field (domain.md, glossary). Every switch over one of them ends in `assertNever`. */

export const COMMITMENT_STATES = [
  'REGISTERED', 'DISPATCHED', 'SIGNED', 'IN_PROGRESS', 'UNDER_REVIEW', 'CLOSED', 'WRITTEN_OFF',
  'SUSPENDED', 'TERMINATED', 'NOT_PURSUED',
] as const;
export type CommitmentStatus = (typeof COMMITMENT_STATES)[number];

/** States in which the unit still owes work. */
export const OPEN_STATES: readonly CommitmentStatus[] = ['REGISTERED', 'DISPATCHED', 'SIGNED', 'IN_PROGRESS', 'UNDER_REVIEW', 'SUSPENDED'];
/** States after which the workflow has ended. */
export const ENDED_STATES: readonly CommitmentStatus[] = ['WRITTEN_OFF', 'TERMINATED', 'NOT_PURSUED'];
/** Ended without being done: neither done nor owed. */
export const DROPPED_STATES: readonly CommitmentStatus[] = ['TERMINATED', 'NOT_PURSUED'];

/** Done with, and yet a leader's further opinion opens it again, with a date (domain.md, rule 27). */
export const OPENED_BY_INSTRUCTION: readonly CommitmentStatus[] = ['CLOSED', 'WRITTEN_OFF'];

export const STATUS_NAMES: Readonly<Record<CommitmentStatus, string>> = {
  REGISTERED: '已立项', DISPATCHED: '已交办', SIGNED: '已签收', IN_PROGRESS: '办理中', UNDER_REVIEW: '审核中',
  CLOSED: '已办结', WRITTEN_OFF: '已销号', SUSPENDED: '暂停', TERMINATED: '已终止', NOT_PURSUED: '不再推进',
};

export const COMMITMENT_KINDS = ['deliverable', 'target', 'recurring', 'standing'] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];
/** What recurs or lasts may have periods; the rest has an end. */
export const hasRhythm = (kind: CommitmentKind): boolean => kind === 'recurring' || kind === 'standing';

/** Order is the order in which lights are shown: 逾期 预警 预告 正常 暂停 办结. */
export const LIGHT_COLOURS = ['red', 'yellow', 'blue', 'green', 'paused', 'closed'] as const;
export type LightColour = (typeof LIGHT_COLOURS)[number];
export const LIGHT_NAMES: Readonly<Record<LightColour, string>> = {
  red: '逾期', yellow: '预警', blue: '预告', green: '正常', paused: '暂停', closed: '办结',
};

/** What a list is told apart by: the lights, and what ended without being done, which shines as 办结 and is none. */
export const LIGHT_CLASSES = [...LIGHT_COLOURS, 'dropped'] as const;
export type LightClass = (typeof LIGHT_CLASSES)[number];

/** As officials say it: 黄灯. */
export const LIGHT_WORDS: Readonly<Record<LightColour, string>> = { red: '红', yellow: '黄', blue: '蓝', green: '绿', paused: '停', closed: '结' };

export const POST_KINDS = ['handler', 'unitHead', 'deputy', 'registrar', 'sponsor', 'reviewer'] as const;
export type PostKind = (typeof POST_KINDS)[number];
export const POST_NAMES: Readonly<Record<PostKind, string>> = {
  handler: '承办人', unitHead: '单位主要负责人', deputy: '副职', registrar: '督查室', sponsor: '分管领导', reviewer: '审核人',
};

/** A post of a unit that does the work; the others are of the office itself. */
const UNIT_POSTS: readonly PostKind[] = ['handler', 'unitHead', 'deputy'];
export const isUnitPost = (kind: PostKind): boolean => UNIT_POSTS.includes(kind);

export const NOTICE_STATES = ['pending', 'claimed', 'deferred', 'sent', 'bounced', 'suppressed', 'bundled', 'expired'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];
export const NOTICE_STATE_NAMES: Readonly<Record<NoticeState, string>> = {
  pending: '待发', claimed: '正在发', deferred: '稍后再发', sent: '已送达', bounced: '被退信', suppressed: '未发出', bundled: '已并入汇总', expired: '一天内未能送达',
};
export const FINAL_NOTICE_STATES = ['sent', 'bounced', 'suppressed', 'bundled', 'expired'] as const;
export type NoticeOutcome = (typeof FINAL_NOTICE_STATES)[number];
/** Why a notice was not sent though it had been owed. */
export const SUPPRESSION_REASONS = ['nobody', 'noLongerOwed', 'samePerson', 'badAddress', 'addressBounced'] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];
export const SUPPRESSION_NAMES: Readonly<Record<SuppressionReason, string>> = {
  nobody: '岗位空缺', noLongerOwed: '已无须提醒', samePerson: '同一人已收到', badAddress: '邮箱有误', addressBounced: '该邮箱近期退信',
};

/** What a notice is about: one notice per (commitment, occasion, period, post). */
export const SLIP_OCCASIONS = [
  'dispatch', 'refused', 'ruled', 'amended', 'chase', 'supervise', 'circulate', 'interview',
  'closureRequested', 'accepted', 'returned', 'reviewOverdue', 'lookBackDue', 'reopened', 'terminated', 'undelivered',
  'extensionRequested', 'extensionDecided', 'extensionOverdue', 'suspended', 'resumed',
  'raised', 'instructed', 'notPursued', 'targetSet', 'periodMissed',
  'blueSlip', 'yellowSlip', 'redSlip', 'clockMissed', 'strikeCircular', 'strikeInterview', 'accountability', 'stageReturned', 'proposalDecided', 'filing', 'rulingOverdue',
] as const;
export type SlipOccasion = (typeof SLIP_OCCASIONS)[number];
export const LINE_OCCASIONS = ['firstFeedback', 'weekly', 'reminder', 'awaitAnswer', 'periodDue', 'stage', 'stageReview', 'clearance'] as const;
export type LineOccasion = (typeof LINE_OCCASIONS)[number];
export type Occasion = SlipOccasion | LineOccasion;

/** As lists and previews name a mail; a rung's own slip is named by its pack. */
export const OCCASION_NAMES: Readonly<Record<Occasion, string>> = {
  dispatch: '交办单', refused: '退单申请', ruled: '退单裁定', amended: '期限调整', chase: '催办', supervise: '督办', circulate: '通报', interview: '约谈建议',
  closureRequested: '办结申请', accepted: '审核通过', returned: '审核退回', reviewOverdue: '审核超期', lookBackDue: '回头看', reopened: '重新办理', terminated: '终止', undelivered: '文书未送达',
  extensionRequested: '延期申请', extensionDecided: '延期审批', extensionOverdue: '延期待批超期', suspended: '暂停', resumed: '恢复办理',
  raised: '提级办理', instructed: '批示', notPursued: '不再推进', targetSet: '目标值确定', periodMissed: '本期未报',
  blueSlip: '蓝色督办单', yellowSlip: '黄色督办单', redSlip: '红色督办单', clockMissed: '时限超时', strikeCircular: '通报和黄牌', strikeInterview: '约谈建议', accountability: '问责建议', stageReturned: '阶段退回', proposalDecided: '约谈问责决定', filing: '文书备案', rulingOverdue: '退单待裁定超期',
  firstFeedback: '首次反馈提醒', weekly: '周报一句话', reminder: '临期提醒', awaitAnswer: '催问上级答复', periodDue: '本期到期提醒', stage: '阶段报告提醒', stageReview: '阶段待评分', clearance: '清零核对',
};

/** Slips that only propose: a leader decides (domain.md, section 5). */
export const PROPOSALS = ['accountability', 'strikeInterview', 'interview'] as const satisfies readonly SlipOccasion[];
export type Proposal = (typeof PROPOSALS)[number];
export const PROPOSAL_NAMES: Readonly<Record<Proposal, string>> = { accountability: '问责', strikeInterview: '累计次数约谈', interview: '逾期约谈' };

export const FORECASTS = ['onTrack', 'atRisk', 'willMiss'] as const;
export type Forecast = (typeof FORECASTS)[number];
export const CAUSE_CODES = ['dependsOnOthers', 'funding', 'approval', 'staffing', 'plan', 'forceMajeure', 'other'] as const;
export type CauseCode = (typeof CAUSE_CODES)[number];
export const CAUSE_NAMES: Readonly<Record<CauseCode, string>> = {
  dependsOnOthers: '有待其他单位配合', funding: '资金未到位', approval: '审批未完成', staffing: '力量不足', plan: '计划安排不当', forceMajeure: '不可抗力', other: '其他',
};
export const RETURN_CODES = ['factsUnclear', 'notSolved', 'evidenceLacking', 'unsound', 'format'] as const;
export type ReturnCode = (typeof RETURN_CODES)[number];
/** The closure test's five questions (domain.md, rule 27). */
export const RETURN_NAMES: Readonly<Record<ReturnCode, string>> = {
  factsUnclear: '事实不清', notSolved: '问题未解决', evidenceLacking: '佐证不足', unsound: '结论不当', format: '格式不符',
};

/** How a request for more time stands to T. */
export const LATENESS = ['inTime', 'near', 'overdue'] as const;
export type Lateness = (typeof LATENESS)[number];
export const LATENESS_NAMES: Readonly<Record<Lateness, string>> = { inTime: '按规定提前申请', near: '临期申请', overdue: '逾期后申请，按逾期计' };
/** Whom we wait for while suspended. A superior is never chased; we chase ourselves. */
export const COUNTERPARTY_KINDS = ['superior', 'unit', 'external'] as const;
export type CounterpartyKind = (typeof COUNTERPARTY_KINDS)[number];
export const COUNTERPARTY_NAMES: Readonly<Record<CounterpartyKind, string>> = { superior: '上级', unit: '其他单位', external: '外部单位' };

/** Every reason for which a command is refused. */
export const REFUSAL_CODES = [
  'wrongState', 'unknownUnit', 'alreadySigned', 'alreadyDispatched', 'refusalPending', 'noRefusalPending', 'refusalsUsedUp',
  'signFirst', 'reportEmpty', 'percentBackwards', 'causeRequired', 'onlyLead', 'unknownCriterion', 'evidenceMissing', 'sameEvidence', 'tooMuchEvidence',
  'reviewerIsSubmitter', 'reasonCodeRequired', 'dueNotLater', 'dueInPast', 'dueUnchanged', 'newDueRequired', 'ended',
  'extensionPending', 'noExtensionPending', 'approverIsRequester', 'extensionDateRequired', 'dueNotExtended', 'suspensionTooLong', 'notSuspended', 'suspended',
  'unitTakesPart', 'notEnded', 'neverDispatched', 'unknownMeasure', 'targetUndetermined', 'targetUnfit', 'unknownPeriod', 'reviewTooFar',
  'childrenThere', 'childrenMissing', 'tooManyChildren', 'dueAfterParent', 'unknownStage', 'stageDone', 'stageOrder', 'stagesMissing', 'documentNumberRequired',
  'samePack', 'unknownPack', 'unknownClass', 'approverTooLow', 'stagesNotGraded', 'stageNotReported', 'stageGraded', 'unknownGrade', 'graderNotNamed', 'graderIsReporter', 'noProposal', 'leaderDecides',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** @throws Error always: the compiler proves that it is never reached. */
export const assertNever = (value: never): never => {
  throw new Error(`not in the closed list: ${JSON.stringify(value)}`);
};
