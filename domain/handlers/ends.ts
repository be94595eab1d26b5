/** How it ends, and how it begins again: looked back at, given up, reopened; a leader's further opinion. */
import { clocksAfterReopening } from '../clocks';
import type { FactBody } from '../facts';
import { limitAfter } from '../moments';
import { firstPeriod, isTooFar } from '../periods';
import { isRefusal, refuse, type Refusal } from '../refusals';
import type { Commitment, Rules } from '../state';
import { civilDateOf, type CivilDate, type Instant } from '../time';
import { ENDED_STATES, OPENED_BY_INSTRUCTION } from '../vocabulary';
import type { Handlers } from './handler';

const ruledAnew = (state: Commitment, rules: Rules, at: Instant): { ruleBy?: { unit: string; ruleBy: Instant }[] } => {
  const { refusalRuling } = rules.pack;
  const pending = refusalRuling === null ? [] : state.units.filter(({ pendingRefusal }) => pendingRefusal !== null);
  return refusalRuling === null || pending.length === 0 ? {} : { ruleBy: pending.map(({ unit }) => ({ unit, ruleBy: limitAfter(rules, at, refusalRuling) })) };
};

/** Units that had not signed when it ended have their limit anew, and so has the ruling on what they refused. */
const reopened = (state: Commitment, rules: Rules, at: Instant, text: string, newDue: string, cause?: 'instruction' | 'decision'): FactBody => ({
  type: 'reopened', text, newDue, ...(cause === undefined ? {} : { cause }),
  ...(state.periods === null ? {} : { period: firstPeriod(rules, state.periods.rhythm, at, (state.periods.now?.index ?? 0) + 1, state.readings) }),
  signBy: state.units.filter((part) => part.signedAt === null).map(({ unit }) => ({ unit, signBy: limitAfter(rules, at, rules.pack.signFor) })),
  ...ruledAnew(state, rules, at),
  ...(state.readings < 2 ? {} : clocksAfterReopening(state, rules, newDue)),
});

/** @returns the reopening, or why not by this date */
const againBy = (state: Commitment, rules: Rules, at: Instant, text: string, newDue: CivilDate | undefined, cause?: 'instruction' | 'decision'): FactBody | Refusal => {
  if (newDue === undefined || newDue < civilDateOf(at)) return refuse('newDueRequired');
  if (state.readings >= 2 && isTooFar(state, newDue, at)) return refuse('reviewTooFar');
  return reopened(state, rules, at, text, newDue, cause);
};

export const endHandlers: Handlers<'lookBack' | 'terminate' | 'notPursue' | 'reopen' | 'instruct'> = {
  lookBack: (state, { result, text, newDue }, { at }, rules) => {
    if (state.status !== 'CLOSED') return refuse('wrongState', '只有已办结、尚未销号的事项可以回头看');
    if (result === 'passed') return [{ type: 'writtenOff', text }];
    const again = againBy(state, rules, at, text, newDue);
    return isRefusal(again) ? again : [again];
  },

  terminate: (state, { reason }) => (state.status === 'CLOSED' ? refuse('wrongState', '已办结的事项不再终止') : [{ type: 'terminated', reason }]),

  notPursue: (state, { reason }) => (state.status === 'CLOSED' ? refuse('wrongState', '已办结的事项不能改为不再推进') : [{ type: 'notPursued', reason }]),

  reopen: (state, { reason, newDue }, { at }, rules) => {
    if (state.status !== 'CLOSED' && !ENDED_STATES.includes(state.status)) return refuse('notEnded');
    if (state.dispatchedAt === null) return refuse('neverDispatched');
    const again = againBy(state, rules, at, reason, newDue, 'decision');
    return isRefusal(again) ? again : [again];
  },

  /** "Leader's further opinion = not closed" (rule 27). */
  instruct: (state, { leader, text, newDue }, { at }, rules) => {
    const instructed: FactBody = { type: 'instructed', leader, text };
    if (!OPENED_BY_INSTRUCTION.includes(state.status)) return newDue === undefined ? [instructed] : refuse('wrongState', '正在办理的事项，批示不带期限；期限请另行调整');
    const again = againBy(state, rules, at, text, newDue, 'instruction');
    return isRefusal(again) ? again : [instructed, again];
  },
};
