/** 等您拿主意的: which commitments need a leader, what he is asked to decide, and which of them come first. */
import { workingDaysBetween } from './calendar';
import type { CommandName } from './commands';
import { distanceWords } from './light';
import { dueInstant } from './moments';
import { openProposals } from './proposals';
import type { Commitment, Rules } from './state';
import { civilDateOf, type Instant } from './time';
import { OPEN_STATES, type PostKind } from './vocabulary';

/** In the order of their consequences: what stops the work of others first, what only waits last. */
export const ATTENTION_KINDS = ['accountability', 'interview', 'circulate', 'decideExtension', 'ruleRefusal', 'coordinate', 'review', 'setTarget', 'askSuperior', 'lookBack'] as const;
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

export interface Attention {
  readonly kind: AttentionKind;
  /** What is asked for, in two to four characters. */
  readonly decision: string;
  /** Why now, one clause. */
  readonly why: string;
  /** Working days it has been waiting. */
  readonly waiting: number;
  /** By what it is answered, and whose it is to answer. */
  readonly command: CommandName;
  readonly by: PostKind;
}

const DECISIONS: Readonly<Record<AttentionKind, Pick<Attention, 'decision' | 'command' | 'by'>>> = {
  accountability: { decision: '批准问责', command: 'decideProposal', by: 'sponsor' },
  interview: { decision: '批准约谈', command: 'decideProposal', by: 'sponsor' },
  circulate: { decision: '签发通报', command: 'instruct', by: 'sponsor' },
  decideExtension: { decision: '批延期', command: 'decideExtension', by: 'sponsor' },
  ruleRefusal: { decision: '定牵头', command: 'rule', by: 'registrar' },
  coordinate: { decision: '出面协调', command: 'instruct', by: 'sponsor' },
  review: { decision: '催审核', command: 'instruct', by: 'sponsor' },
  setTarget: { decision: '定口径', command: 'setTarget', by: 'registrar' },
  askSuperior: { decision: '催请示', command: 'instruct', by: 'sponsor' },
  lookBack: { decision: '回头看', command: 'lookBack', by: 'registrar' },
};

/** Overdue by so many working days while waiting for others: the unit alone cannot move it. */
const COORDINATE_AFTER = 5;

/** @returns the weightiest decision that is asked for; null where the item goes its way without one */
export const attentionOf = (state: Commitment, rules: Rules, at: Instant): Attention | null => {
  const { calendar, pack } = rules;
  const day = civilDateOf(at);
  const since = (from: Instant): number => Math.max(0, workingDaysBetween(calendar, civilDateOf(from), day));
  const ask = (kind: AttentionKind, why: string, waiting: number): Attention => ({ kind, ...DECISIONS[kind], why, waiting });
  if (state.status === 'CLOSED') {
    return state.lookBackTold && state.lookBackAt !== null ? ask('lookBack', '已到回头看的时间，尚未复查', since(state.lookBackAt)) : null;
  }
  if (!OPEN_STATES.includes(state.status)) return null;
  const overdue = at > dueInstant(state.due, pack) ? Math.max(0, workingDaysBetween(calendar, state.due, day)) : 0;
  const rung = pack.rungs[state.ladder.done - 1]?.code;
  const words = distanceWords(rules, day, state.due);
  const { pending } = state.extension;
  if (pending !== null) {
    const why = `申请延期至${pending.to}${state.extension.granted > 0 ? `，第${state.extension.granted + 1}次申请` : ''}：${pending.reason}`;
    return { ...ask('decideExtension', why, since(pending.at)), by: pending.approver };
  }
  const refusal = state.units.find((part) => part.pendingRefusal !== null)?.pendingRefusal;
  if (refusal) return ask('ruleRefusal', `承办单位退单${refusal.reminded ? '，已超过裁定时限' : ''}：${refusal.reason}`, since(refusal.at));
  if (state.closure !== null && at > state.closure.reviewBy) return ask('review', '办结申请超过审核期限', since(state.closure.reviewBy));
  if (state.status === 'SUSPENDED' && state.suspension !== null) {
    const { counterparty, until } = state.suspension;
    return counterparty.kind === 'superior' ? ask('askSuperior', `等待${counterparty.name}答复，至迟${until}恢复`, since(state.suspension.at)) : null;
  }
  if (state.status !== 'UNDER_REVIEW' && overdue > 0) {
    const [proposal] = openProposals(state, rules);
    if (proposal && state.strike !== null && proposal.proposal !== 'interview') {
      return ask(proposal.proposal === 'accountability' ? 'accountability' : 'interview', `${words}，计为承办单位第${state.strike.n ?? 1}次`, since(state.strike.at));
    }
    if (proposal) return ask('interview', `${words}，督办各级已用完`, overdue);
    if (rung === 'circulate') return ask('circulate', `${words}，已到通报一级`, overdue);
    const cause = state.units.find((part) => part.role === 'lead')?.lastReport?.causeCode;
    if (overdue >= COORDINATE_AFTER && (cause === 'dependsOnOthers' || cause === 'approval' || cause === 'funding')) {
      return ask('coordinate', `${words}，承办单位报告${cause === 'funding' ? '资金未到位' : cause === 'approval' ? '审批未完成' : '有待其他单位配合'}`, overdue);
    }
  }
  const masked = state.measures.find((measure) => measure.target === null);
  return masked ? ask('setTarget', `“${masked.name}”的目标值待定`, since(state.registeredAt)) : null;
};

/** By consequence, then by how long it has waited, then by due date. */
export const byUrgency = (a: { readonly attention: Attention; readonly due: string }, b: { readonly attention: Attention; readonly due: string }): number =>
  ATTENTION_KINDS.indexOf(a.attention.kind) - ATTENTION_KINDS.indexOf(b.attention.kind)
  || b.attention.waiting - a.attention.waiting
  || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0);
