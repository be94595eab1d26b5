/** How it ends, and how it begins again: looked back at, given up, reopened; a leader's further opinion. */
import { clocksAfterReopening } from '../clocks';
import type { FactBody } from '../facts';
import { limitAfter } from '../moments';
import { firstPeriod } from '../periods';
import { refuse } from '../refusals';
import type { Commitment, Rules } from '../state';
import { civilDateOf, type Instant } from '../time';
import { ENDED_STATES } from '../vocabulary';
import type { Handlers } from './handler';

/** Units that had not signed when it ended have their limit anew. */
const reopened = (state: Commitment, rules: Rules, at: Instant, text: string, newDue: string, cause?: 'instruction' | 'decision'): FactBody => ({
  type: 'reopened', text, newDue, ...(cause === undefined ? {} : { cause }),
  ...(state.periods === null ? {} : { period: firstPeriod(rules, state.periods.rhythm, at, (state.periods.now?.index ?? 0) + 1) }),
  signBy: state.units.filter((part) => part.signedAt === null).map(({ unit }) => ({ unit, signBy: limitAfter(rules, at, rules.pack.signFor) })),
  ...(state.readings < 2 ? {} : clocksAfterReopening(state, rules, newDue)),
});

export const endHandlers: Handlers<'lookBack' | 'terminate' | 'notPursue' | 'reopen' | 'instruct'> = {
  lookBack: (state, { result, text, newDue }, { at }, rules) => {
    if (state.status !== 'CLOSED') return refuse('wrongState', '只有已办结、尚未销号的事项可以回头看');
    if (result === 'passed') return [{ type: 'writtenOff', text }];
    if (newDue === undefined || newDue < civilDateOf(at)) return refuse('newDueRequired');
    return [reopened(state, rules, at, text, newDue)];
  },

  terminate: (state, { reason }) => (state.status === 'CLOSED' ? refuse('wrongState', '已办结的事项不再终止') : [{ type: 'terminated', reason }]),

  notPursue: (state, { reason }) => (state.status === 'CLOSED' ? refuse('wrongState', '已办结的事项不能改为不再推进') : [{ type: 'notPursued', reason }]),

  reopen: (state, { reason, newDue }, { at }, rules) => {
    if (state.status !== 'CLOSED' && !ENDED_STATES.includes(state.status)) return refuse('notEnded');
    if (state.dispatchedAt === null) return refuse('neverDispatched');
    if (newDue < civilDateOf(at)) return refuse('newDueRequired');
    return [reopened(state, rules, at, reason, newDue, 'decision')];
  },

  /** "Leader's further opinion = not closed" (rule 27). */
  instruct: (state, { leader, text, newDue }, { at }, rules) => {
    const instructed: FactBody = { type: 'instructed', leader, text };
    if (state.status !== 'CLOSED') return newDue === undefined ? [instructed] : refuse('wrongState', '正在办理的事项，批示不带期限；期限请另行调整');
    if (newDue === undefined || newDue < civilDateOf(at)) return refuse('newDueRequired');
    return [instructed, reopened(state, rules, at, text, newDue, 'instruction')];
  },
};
