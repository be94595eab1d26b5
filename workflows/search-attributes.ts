/** Search attributes: an operator's tool, not the dashboard's source. Not encrypted: ids, never names. */
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { assertNever, type CommitmentStatus } from '../domain/vocabulary';

export const phaseKey = defineSearchAttributeKey('CommitmentPhase', SearchAttributeType.KEYWORD);
export const leadUnitKey = defineSearchAttributeKey('LeadUnit', SearchAttributeType.KEYWORD);
export const dueKey = defineSearchAttributeKey('DueOn', SearchAttributeType.KEYWORD);
export const SEARCH_ATTRIBUTES = { CommitmentPhase: 'Keyword', LeadUnit: 'Keyword', DueOn: 'Keyword' } as const;

/** Of runs that an older release began: coarser than the state, since each change costs an event. */
export const phaseOf = (status: CommitmentStatus): 'open' | 'review' | 'closed' | 'ended' => {
  switch (status) {
    case 'REGISTERED': case 'DISPATCHED': case 'SIGNED': case 'IN_PROGRESS': case 'SUSPENDED':
      return 'open';
    case 'UNDER_REVIEW':
      return 'review';
    case 'CLOSED':
      return 'closed';
    case 'WRITTEN_OFF': case 'TERMINATED': case 'NOT_PURSUED':
      return 'ended';
    default:
      return assertNever(status);
  }
};
