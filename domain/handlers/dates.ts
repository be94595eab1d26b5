/** By when: the deadline moved, more time asked for, the clock stopped and started again. */
import { workingDayFrom } from '../calendar';
import { approverOf, latenessOf, reachesLevel } from '../extension';
import { light } from '../light';
import { limitAfter } from '../moments';
import { isTooFar } from '../periods';
import { isRefusal, refuse } from '../refusals';
import type { Commitment, Rules } from '../state';
import { resumedBody } from '../suspension';
import { addDays, civilDateOf, instantAt, type Instant } from '../time';
import { POST_NAMES } from '../vocabulary';
import { signedPart, underWay, type Handlers } from './handler';

/** Rungs of the old T are done with; colour memory stays for the rest of the period. */
const rearmed = (state: Commitment, rules: Rules, at: Instant): { newRound: boolean; wasRed: boolean } => ({
  newRound: state.ladder.done > 0 || state.ladder.waitingFor.length > 0 || state.strike?.round === state.ladder.round,
  wasRed: state.wasRed || light(state, rules, at).colour === 'red',
});

export const dateHandlers: Handlers<'amend' | 'requestExtension' | 'decideExtension' | 'suspend' | 'resume'> = {
  amend: (state, { due, reason }, { at }, rules) => {
    if (state.status === 'CLOSED') return refuse('wrongState');
    if (state.status === 'SUSPENDED') return refuse('suspended');
    // Its colour and its halt hang on the request having come by T: the review decides first.
    if (state.status === 'UNDER_REVIEW') return refuse('wrongState', '审核中的事项请先审核，退回后可调整期限');
    if (due === state.due) return refuse('dueUnchanged');
    if (due < civilDateOf(at)) return refuse('dueInPast');
    if (isTooFar(state, due, at)) return refuse('reviewTooFar');
    if (state.status === 'REGISTERED' && state.dispatchOn !== null && due < state.dispatchOn) return refuse('dueNotLater');
    return [{ type: 'amended', from: state.due, to: due, reason, ...rearmed(state, rules, at) }];
  },

  requestExtension: (state, { unit, to, reason, progress }, { at }, rules) => {
    if (state.status === 'SUSPENDED') return refuse('suspended');
    const wrong = underWay(state);
    if (wrong) return wrong;
    const part = signedPart(state, unit);
    if (isRefusal(part)) return part;
    if (part.role !== 'lead') return refuse('onlyLead');
    if (state.extension.pending !== null) return refuse('extensionPending');
    if (to <= state.due || to < civilDateOf(at)) return refuse('dueNotExtended');
    if (state.readings >= 2 && isTooFar(state, to, at)) return refuse('reviewTooFar');
    const lateness = latenessOf(state, rules, at);
    return [{
      type: 'extensionRequested', unit, from: state.due, to, reason, progress, lateness,
      approver: approverOf(state, rules, to, lateness), decideBy: limitAfter(rules, at, rules.pack.extension.decision),
    }];
  },

  decideExtension: (state, { result, newDue, text }, { at, actor, holds }, rules) => {
    const { pending } = state.extension;
    if (pending === null) return refuse('noExtensionPending');
    if (pending.by === actor.person) return refuse('approverIsRequester');
    if (holds !== undefined && !reachesLevel(rules, pending.approver, holds)) return refuse('approverTooLow', `这次延期须由${POST_NAMES[pending.approver]}或其上一级审批`);
    const { due } = state;
    if (result === 'refused') return [{ type: 'extensionDecided', granted: false, text, from: due, to: due, newRound: false, wasRed: state.wasRed }];
    if (newDue === undefined || newDue <= due || newDue < civilDateOf(at)) return refuse('extensionDateRequired');
    if (state.readings >= 2 && isTooFar(state, newDue, at)) return refuse('reviewTooFar');
    const { newRound, wasRed } = rearmed(state, rules, at);
    // Asked for after T it counts as overdue, however soon it was granted: the lateness stays.
    return [{ type: 'extensionDecided', granted: true, text, from: due, to: newDue, newRound, wasRed: wasRed || pending.lateness === 'overdue' }];
  },

  suspend: (state, { reason, counterparty, until }, { at }, rules) => {
    if (state.status === 'SUSPENDED') return refuse('suspended');
    if (state.status !== 'DISPATCHED' && state.status !== 'SIGNED' && state.status !== 'IN_PROGRESS') return refuse('wrongState', '只有已交办、尚未申请办结的事项可以暂停');
    const today = civilDateOf(at);
    const longest = addDays(today, rules.pack.longestSuspensionDays);
    const last = until ?? longest;
    if (last <= today || last > longest) return refuse('suspensionTooLong', `请填写${addDays(today, 1)}至${longest}之间的日期，最长可暂停${rules.pack.longestSuspensionDays}天`);
    return [{ type: 'suspended', reason, counterparty, until: last, wakeAt: instantAt(workingDayFrom(rules.calendar, last), rules.pack.hours.opening) }];
  },

  resume: (state, { text }, { at }, rules) =>
    (state.status === 'SUSPENDED' ? [resumedBody(state, rules, at, 'person', text)] : refuse('notSuspended')),
};
