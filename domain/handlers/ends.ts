/** How it ends: looked back at, or given up. */
import { refuse } from '../refusals';
import { civilDateOf } from '../time';
import type { Handlers } from './handler';

export const endHandlers: Handlers<'lookBack' | 'terminate'> = {
  lookBack: (state, { result, text, newDue }, { at }) => {
    if (state.status !== 'CLOSED') return refuse('wrongState', '只有已办结、尚未销号的事项可以回头看');
    if (result === 'passed') return [{ type: 'writtenOff', text }];
    if (newDue === undefined || newDue < civilDateOf(at)) return refuse('newDueRequired');
    return [{ type: 'reopened', text, newDue }];
  },

  terminate: (state, { reason }) => (state.status === 'CLOSED' ? refuse('wrongState', '已办结的事项不再终止') : [{ type: 'terminated', reason }]),
};
