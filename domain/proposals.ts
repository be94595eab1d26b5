/** 约谈、问责建议: drafted by the engine, decided by the leader in charge; which of them still wait for him. */
import type { Commitment, Rules } from './state';
import { PROPOSALS, type Proposal } from './vocabulary';

export interface OpenProposal { readonly proposal: Proposal; readonly round: number }

/** The weightiest first. */
export const openProposals = ({ ladder, strike, proposals }: Commitment, { pack }: Rules): OpenProposal[] => {
  const steps = pack.strikes?.steps ?? [];
  const drafted = [
    { code: strike === null || strike.n === null ? undefined : steps[Math.min(strike.n, steps.length) - 1]?.code, round: strike?.round ?? 0 },
    { code: pack.rungs[ladder.done - 1]?.code, round: ladder.round },
  ];
  return PROPOSALS.flatMap((proposal) => drafted.filter(({ code, round }) => code === proposal && !proposals.some((one) => one.proposal === proposal && one.round === round)).map(({ round }) => ({ proposal, round })));
};
