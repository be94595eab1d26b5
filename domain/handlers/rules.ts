/** By which rules a running commitment goes on, and what they only propose to a leader. */
import { openProposals } from '../proposals';
import { classFault, forClass } from '../policy';
import { refuse } from '../refusals';
import { replanBody } from '../replan';
import type { Handlers } from './handler';

export const ruleHandlers: Handlers<'repin' | 'decideProposal'> = {
  decideProposal: (state, { proposal, result, text }, { holds }, rules) => {
    const open = openProposals(state, rules).find((one) => one.proposal === proposal);
    if (open === undefined) return refuse('noProposal');
    if (holds !== undefined && !holds.includes('sponsor')) return refuse('leaderDecides');
    return [{ type: 'proposalDecided', ...open, approved: result === 'approved', text }];
  },

  repin: (state, { pack: name, version, matterClass, reason }, { at, pack }, rules) => {
    if (pack === undefined || pack.name !== name || pack.version !== version) return refuse('unknownPack');
    // The class goes along where the new pack has it too.
    const wanted = matterClass ?? (pack.classes.some((one) => one.code === state.matterClass) ? (state.matterClass ?? undefined) : undefined);
    const fault = classFault(pack, wanted);
    if (fault !== null) return refuse('unknownClass', fault);
    if (state.pack.name === name && state.pack.version === version && (wanted ?? null) === state.matterClass) return refuse('samePack');
    const next = { ...rules, pack: forClass(pack, wanted ?? null) };
    return [{ type: 'replanned', ...replanBody(state, rules, next, at, { cause: 'pack', reason, matterClass: wanted ?? null }) }];
  },
};
