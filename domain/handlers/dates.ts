/** By when: the deadline moved. */
import { light } from '../light';
import { refuse } from '../refusals';
import { civilDateOf } from '../time';
import type { Handlers } from './handler';

export const dateHandlers: Handlers<'amend'> = {
  amend: (state, { due, reason }, { at }, rules) => {
    if (state.status === 'CLOSED') return refuse('wrongState');
    // Its colour and its halt hang on the request having come by T: the review decides first.
    if (state.status === 'UNDER_REVIEW') return refuse('wrongState', '审核中的事项请先审核，退回后可调整期限');
    if (due === state.due) return refuse('dueUnchanged');
    if (due < civilDateOf(at)) return refuse('dueInPast');
    if (state.status === 'REGISTERED' && state.dispatchOn !== null && due < state.dispatchOn) return refuse('dueNotLater');
    const { ladder } = state;
    const red = light(state, rules, at).colour === 'red';
    return [{ type: 'amended', from: state.due, to: due, reason, newRound: ladder.done > 0 || ladder.waitingFor.length > 0, wasRed: state.wasRed || red }];
  },
};
