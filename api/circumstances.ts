/** 情况: what stands beside the course of a matter (a pause, a request, an instruction, an end), each in one sentence. */
import { COUNTERPARTY_NAMES, LATENESS_NAMES, POST_NAMES } from '../domain/vocabulary';
import { civilDateOf, timeOfDay, type Instant } from '../domain/time';
import { nameOf, type Shown } from './views';

export interface Circumstance { readonly title: string; readonly text: string }

const day = civilDateOf;
const moment = (at: Instant): string => `${civilDateOf(at)} ${timeOfDay(at)}`;
const times = (words: string, count: number): string[] => (count === 0 ? [] : [`${words}${count}次`]);

/** What is still open first, then what has been, then the end. */
export const circumstancesOf = ({ state, names }: Shown): Circumstance[] => {
  const { suspension, extension, instructions, children, endReason, closure } = state;
  const { pending } = extension;
  const decided = [...times('已同意', extension.granted), ...times('未同意', extension.refused), ...times('其中逾期后申请', extension.overdueRequests)];
  return [
    ...(suspension === null ? [] : [{ title: '暂停', text: `${day(suspension.at)}起，等待${COUNTERPARTY_NAMES[suspension.counterparty.kind]}（${suspension.counterparty.name}），至迟${suspension.until}恢复：${suspension.reason}` }]),
    ...state.units.flatMap(({ unit, pendingRefusal: refusal }) => (refusal === null ? [] : [{ title: '退单待裁定', text: `${day(refusal.at)}${nameOf(names, unit)}申请退单${refusal.ruleBy === null ? '' : refusal.reminded ? '，已超过裁定时限' : `，${moment(refusal.ruleBy)}前裁定`}：${refusal.reason}` }])),
    ...(pending === null ? [] : [{ title: '延期待批', text: `${nameOf(names, pending.unit)}申请延期至${pending.to}（${LATENESS_NAMES[pending.lateness]}），由${POST_NAMES[pending.approver]}在${moment(pending.decideBy)}前审批：${pending.reason}；目前进展：${pending.progress}` }]),
    ...(closure === null || state.status !== 'UNDER_REVIEW' ? [] : [{ title: '待审核', text: `${day(closure.at)}${closure.inTime ? '按期' : '逾期'}申请办结，${moment(closure.reviewBy)}前审核：${closure.summary}${closure.silent.length === 0 ? '' : `；${closure.silent.map((unit) => nameOf(names, unit)).join('、')}尚未报完成`}` }]),
    ...(decided.length === 0 ? [] : [{ title: '延期', text: decided.join('，') }]),
    ...state.raises.map(({ at, from, to, due, reason }) => ({ title: '提级', text: `${day(at)}由${nameOf(names, from)}提级至${nameOf(names, to)}，期限${due}：${reason}` })),
    ...(instructions.last === null ? [] : [{ title: '批示', text: `${instructions.count > 1 ? `共${instructions.count}次，最近一次` : ''}${day(instructions.last.at)}，${instructions.last.leader}：${instructions.last.text}` }]),
    ...(children.none === null ? [] : [{ title: '无须分解', text: children.none }]),
    ...(endReason === null ? [] : [{ title: state.status === 'NOT_PURSUED' ? '不再推进' : '终止', text: endReason }]),
  ];
};
