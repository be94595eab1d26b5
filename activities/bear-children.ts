/** The children of a decomposed commitment: inserted, then started. Repeated, it finds what it had done. */
import { childOf } from '../domain/children';
import type { Fact } from '../domain/facts';
import type { Commitment, Rules } from '../domain/state';
import type { Stores } from '../stores';
import { bornDocument } from '../stores/births';
import { isDuplicateKey } from '../stores/connection';
import type { TemporalGateway } from '../workflows/client';

export interface BirthDeps {
  readonly stores: Pick<Stores, 'commitments'>;
  readonly temporal: Pick<TemporalGateway, 'startCommitment'>;
}

/** @param parent the projection, at or past these facts */
export const bearChildren = async ({ stores, temporal }: BirthDeps, parent: Commitment, facts: readonly Fact[], rules: Rules): Promise<void> => {
  for (const fact of facts) {
    if (fact.type !== 'decomposed') continue;
    for (const child of fact.children) {
      const state = childOf(parent, child, fact.at, rules);
      try {
        await stores.commitments.insert(bornDocument(state, rules));
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        // Born before, and perhaps older by now: an earlier attempt, or the auditor, starts it from where it stands.
        const known = await stores.commitments.get(child.id);
        if (!known || known.version > 0) continue;
      }
      await temporal.startCommitment({ state, rules });
    }
  }
};
