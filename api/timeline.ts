/** The ledger in words: one sentence a fact, in the office's language. */
import type { Fact, FactOf, FactType } from '../domain/facts';
import type { LedgerEntry } from '../domain/ledger-chain';
import { filedSlip, readNoticeId } from '../domain/notice-ids';
import type { PolicyPack } from '../domain/policy';
import type { Commitment, Report } from '../domain/state';
import { periodWords } from '../domain/periods';
import { leadOf } from '../domain/state';
import { civilDateOf, timeOfDay, type Instant } from '../domain/time';
import { assertNever, CAUSE_NAMES, COUNTERPARTY_NAMES, LATENESS_NAMES, OCCASION_NAMES, POST_NAMES, PROPOSAL_NAMES, RETURN_NAMES, type Forecast, type NoticeOutcome, type SlipOccasion } from '../domain/vocabulary';
import { nameOf, type UnitNames } from './views';

export interface TimelineContext {
  /** The first state: titles and criteria are fixed at registration. */
  readonly registered: Commitment;
  /** That were in force when the entry was written (`ruleVersion`): the present ones may know neither its rungs nor its clocks. */
  readonly pack: Pick<PolicyPack, 'rungs' | 'clocks' | 'strikes'>;
  readonly names: UnitNames;
}

const FORECAST_WORDS: Readonly<Record<Forecast, string>> = { onTrack: '预计按期完成', atRisk: '按期完成有风险', willMiss: '预计不能按期完成' };
const OUTCOME_WORDS: Readonly<Record<NoticeOutcome, string>> = {
  sent: '已送达', bounced: '被退信', suppressed: '未发出', bundled: '已并入每日提醒', expired: '一天内未能送达',
};

const moment = (at: Instant): string => `${civilDateOf(at)} ${timeOfDay(at)}`;
const because = (text: string): string => (text === '' ? '' : `：${text}`);

const reportWords = ({ line, unchanged, percent, forecast, causeCode, values }: Report, measures: Commitment['measures']): string => {
  const said = unchanged ? '没有变化' : line;
  const beside = [
    percent === null ? null : `进度${percent}%`,
    ...(values ?? []).map(({ measure, value }) => `${measures.find((one) => one.id === measure)?.name ?? measure}${value}${measures.find((one) => one.id === measure)?.unit ?? ''}`),
    forecast === null ? null : FORECAST_WORDS[forecast],
    causeCode === null ? null : `原因：${CAUSE_NAMES[causeCode]}`,
  ].filter((part) => part !== null);
  return beside.length === 0 ? said : `${said}（${beside.join('，')}）`;
};

const replannedWords = ({ cause, reason, pack, provisional, signBy, reviewBy, periodDue }: FactOf<'replanned'>): string => {
  const what = cause === 'pack' ? `办理规则由“${pack.from.name}”第${pack.from.version}版换为“${pack.to.name}”第${pack.to.version}版` : '工作日历更新，各时限重新计算';
  const beside = [
    signBy.length === 0 ? null : `签收期限改为${moment(signBy[0]?.signBy ?? '')}`, reviewBy === null ? null : `审核期限为${moment(reviewBy)}`,
    periodDue === null ? null : `本期截止改为${periodDue}`,
    provisional.from === provisional.to ? null : provisional.to ? '期限所在年份的放假安排尚未公布，暂按周一至周五计' : '期限所在年份的放假安排已公布',
  ].filter((part) => part !== null);
  return `${what}${beside.length === 0 ? '' : `，${beside.join('，')}`}${because(reason)}`;
};

/** @returns one whole sentence without its time, which stands beside it */
export const sentenceOf = (fact: Fact, { registered, pack, names }: TimelineContext): string => {
  const unit = (id: string): string => nameOf(names, id);
  const stageName = (code: string): string => pack.clocks.find((clock) => clock.code === code)?.name ?? '规定时限';
  const rungName = (code: SlipOccasion): string => pack.rungs.find((rung) => rung.code === code)?.name ?? OCCASION_NAMES[code];
  switch (fact.type) {
    case 'registered':
      return `立项“${fact.state.title}”，由${unit(leadOf(fact.state).unit)}牵头，${fact.state.dueKind === 'review' ? '复核日期' : '办结期限'}${fact.state.due}`;
    case 'dispatched':
      return `交办${fact.units.map((one) => `${unit(one.unit)}（${moment(one.signBy)}前签收）`).join('、')}`;
    case 'signed':
      return fact.deemed ? `${unit(fact.unit)}未在期限内签收，视为签收` : `${unit(fact.unit)}签收`;
    case 'refused':
      return `${unit(fact.unit)}申请退单${fact.ruleBy === undefined ? '' : `，${moment(fact.ruleBy)}前裁定`}${because(fact.reason)}`;
    case 'rulingOverdue':
      return fact.to === 'registrar' ? `${unit(fact.unit)}的退单超过裁定时限，提醒督查室` : `${unit(fact.unit)}的退单经提醒仍未裁定，报${POST_NAMES[fact.to]}`;
    case 'ruled':
      return fact.ruling === 'same'
        ? `裁定仍由${unit(fact.unit)}办理，${moment(fact.signBy)}前签收${because(fact.reason)}`
        : `裁定由${unit(fact.unit)}改派${unit(fact.to.unit)}办理，${moment(fact.to.signBy)}前签收${because(fact.reason)}`;
    case 'reported':
      return `${unit(fact.unit)}${(fact.report.period ?? null) === null ? '' : `补报第${fact.report.period}期`}${fact.stage === undefined ? '' : `（${stageName(fact.stage)}）`}反馈：${reportWords(fact.report, registered.measures)}`;
    case 'evidenceAdded': {
      const criterion = registered.acceptance.find((one) => one.id === fact.evidence.criterion)?.text ?? fact.evidence.criterion;
      return `${unit(fact.evidence.unit)}提交佐证“${fact.evidence.fileName}”，对应验收标准“${criterion}”`;
    }
    case 'closureRequested':
      return `${fact.inTime ? '按期' : '逾期'}申请办结，${moment(fact.reviewBy)}前审核${because(fact.summary)}`;
    case 'accepted':
      return `审核通过，计为${fact.doneOn}办结，${civilDateOf(fact.lookBackAt)}回头看${because(fact.text)}`;
    case 'returned':
      return `审核退回（${RETURN_NAMES[fact.reasonCode]}），继续办理${because(fact.text)}`;
    case 'reviewOverdue':
      return '审核超过期限';
    case 'amended':
      return `期限由${fact.from}调整为${fact.to}${because(fact.reason)}`;
    case 'rungReached':
      return `${fact.collapsed.length > 0 ? `越过${fact.collapsed.map(rungName).join('、')}，` : ''}进入${rungName(fact.rung)}${fact.round > 1 ? `（第${fact.round}轮）` : ''}`;
    case 'rungFiled':
      return `${fact.collapsed.length > 0 ? `越过${fact.collapsed.map(rungName).join('、')}，` : ''}到${rungName(fact.rung)}时点${fact.round > 1 ? `（第${fact.round}轮）` : ''}，文书先报督查室备案`;
    case 'noticeSettled': {
      const filed = filedSlip(readNoticeId(registered.id, fact.noticeId));
      return filed === null ? `督办文书${OUTCOME_WORDS[fact.outcome]}` : `备案件${OUTCOME_WORDS[fact.outcome]}`;
    }
    case 'lookBackDue':
      return '到了回头看的时间';
    case 'writtenOff':
      return `回头看通过，销号${because(fact.text)}`;
    case 'reopened':
      return `${fact.cause === undefined ? '回头看未通过，重新办理' : fact.cause === 'instruction' ? '按批示重新办理' : '经决定重新办理'}，整改期限${fact.newDue}${because(fact.text)}`;
    case 'notPursued':
      return `不再推进${because(fact.reason)}`;
    case 'periodEnded':
      return fact.outcome === 'missed' ? `${periodWords(fact)}未反馈，下一期至${fact.next.due}` : fact.outcome === 'excused' ? `${periodWords(fact)}在审核期间，不计，下一期至${fact.next.due}` : `${periodWords(fact)}按期反馈，下一期至${fact.next.due}`;
    case 'decomposed':
      return fact.children.length === 0 ? `无须分解${because(fact.none ?? '')}` : `分解为${fact.children.map((child) => `“${child.title}”（${unit(child.unit)}，${child.due}）`).join('、')}`;
    case 'stageCompleted':
      return `完成环节“${registered.stages.find((stage) => stage.code === fact.stage)?.name ?? fact.stage}”${fact.documentNumber === null ? '' : `，文号${fact.documentNumber}`}${because(fact.note)}`;
    case 'targetSet':
      return `确定指标“${registered.measures.find((one) => one.id === fact.measure)?.name ?? fact.measure}”的目标值为${fact.to}${fact.from === null ? '（原为待定）' : `（原为${fact.from}）`}${because(fact.reason)}`;
    case 'transferred':
      return `由${unit(fact.unit)}转办${unit(fact.to.unit)}，${moment(fact.to.signBy)}前签收${because(fact.reason)}`;
    case 'raised':
      return `提级由${unit(fact.to.unit)}办理，期限${fact.due}，${moment(fact.to.signBy)}前签收；原承办单位${unit(fact.unit)}责任不变${because(fact.reason)}`;
    case 'instructed':
      return `${fact.leader}批示：${fact.text}`;
    case 'extensionRequested':
      return `${unit(fact.unit)}申请由${fact.from}延期至${fact.to}（${LATENESS_NAMES[fact.lateness]}），由${POST_NAMES[fact.approver]}在${moment(fact.decideBy)}前审批：${fact.reason}；目前进展：${fact.progress}`;
    case 'extensionDecided':
      return fact.granted ? `同意延期，期限由${fact.from}延至${fact.to}${because(fact.text)}` : `不同意延期，期限仍为${fact.from}${because(fact.text)}`;
    case 'extensionOverdue':
      return `延期申请超过审批期限，报${POST_NAMES[fact.to]}`;
    case 'suspended':
      return `暂停，等待${COUNTERPARTY_NAMES[fact.counterparty.kind]}（${fact.counterparty.name}），至迟${fact.until}恢复${because(fact.reason)}`;
    case 'resumed':
      return `${fact.by === 'limit' ? '暂停到期，自动恢复办理' : '恢复办理'}，${fact.from === fact.to ? `期限仍为${fact.to}` : `期限由${fact.from}顺延至${fact.to}`}${because(fact.text ?? '')}`;
    case 'terminated':
      return `终止${because(fact.reason)}`;
    case 'clockMissed':
      return `${unit(fact.unit)}未在${moment(fact.limit)}前完成“${stageName(fact.clock)}”`;
    case 'stageGraded':
      return `${unit(fact.unit)}“${stageName(fact.stage)}”评定为${fact.grade}${fact.redoBy === null ? '' : `，退回，${moment(fact.redoBy)}前重报`}${because(fact.text)}`;
    case 'struck':
      return `逾期未办结，计入${unit(fact.unit)}问责次数`;
    case 'strikeCounted':
      return `${unit(fact.unit)}自${civilDateOf(fact.since)}以来第${fact.n}次，${pack.strikes?.steps[Math.min(fact.n, pack.strikes.steps.length) - 1]?.name ?? ''}文稿已拟，报领导决定`;
    case 'proposalDecided':
      return `${fact.approved ? '同意' : '不同意'}${PROPOSAL_NAMES[fact.proposal]}建议${because(fact.text)}`;
    case 'replanned':
      return replannedWords(fact);
    case 'planned':
      return '续排以后的提醒';
    default:
      return assertNever(fact);
  }
};

const TITLES: Readonly<Record<FactType, string>> = {
  registered: '立项', dispatched: '交办', signed: '签收', refused: '退单', rulingOverdue: '退单待裁定超期', ruled: '裁定退单', reported: '报送进展', evidenceAdded: '提交佐证', closureRequested: '申请办结', accepted: '审核通过', returned: '审核退回',
  reviewOverdue: '审核超期', amended: '调整期限', rungFiled: '文书备案', rungReached: '督办升级', noticeSettled: '文书送达', lookBackDue: '回头看', writtenOff: '销号', reopened: '重新办理', terminated: '终止', extensionRequested: '申请延期',
  extensionDecided: '审批延期', extensionOverdue: '延期待批超期', suspended: '暂停', resumed: '恢复办理', transferred: '转办', raised: '提级', instructed: '批示', notPursued: '不再推进', targetSet: '定目标值',
  periodEnded: '一期结束', decomposed: '分解', stageCompleted: '完成环节', stageGraded: '阶段评分', clockMissed: '时限届满', struck: '计入问责', strikeCounted: '问责', proposalDecided: '决定约谈问责', replanned: '规则或日历变动', planned: '续排提醒',
};

/** What happened in a word or two, over the sentence. */
export const titleOf = (fact: Fact): string => {
  switch (fact.type) {
    case 'signed': return fact.deemed ? '视为签收' : TITLES.signed;
    case 'reported': return (fact.report.period ?? null) === null ? TITLES.reported : '补报';
    case 'periodEnded': return fact.outcome === 'missed' ? '一期未报' : TITLES.periodEnded;
    case 'noticeSettled': return fact.outcome === 'sent' || fact.outcome === 'bundled' ? TITLES.noticeSettled : '文书未送达';
    case 'decomposed': return fact.children.length === 0 ? '无须分解' : TITLES.decomposed;
    case 'replanned': return fact.cause === 'pack' ? '换用规则' : '更新日历';
    default: return TITLES[fact.type];
  }
};

/** The entries as they are shown, with the hashes by which anyone can check them. */
export const timelineOf = (entries: readonly LedgerEntry[], { packOf, ...context }: Omit<TimelineContext, 'pack'> & { readonly packOf: (ruleVersion: string) => TimelineContext['pack'] }) =>
  entries.map(({ fact, hash, ruleVersion }) => ({
    seq: fact.seq,
    at: fact.at,
    /** Later than `at` where the wake came late. */
    recordedAt: fact.recordedAt,
    type: fact.type,
    title: titleOf(fact),
    actor: fact.actor,
    text: sentenceOf(fact, { ...context, pack: packOf(ruleVersion) }),
    ruleVersion,
    hash,
  }));
