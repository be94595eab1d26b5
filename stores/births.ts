/** What must hold of a registration against the stores, and the document that a life begins with. Shared by api and activities. */
import { GENESIS_HASH } from '../domain/ledger-chain';
import { nextMoment } from '../domain/moments';
import { isClosed, unitFault } from '../domain/organisation';
import { forClass } from '../domain/policy';
import { classFaults, registrationFaults, type Registration } from '../domain/register';
import type { Commitment, Rules } from '../domain/state';
import { civilDateOf, type Instant } from '../domain/time';
import type { CommitmentDocument } from './commitments';
import type { Stores } from './index';

export interface BirthFault { readonly path: string; readonly message: string; readonly accepted: string }
export type BirthCheck = { readonly rules: Rules; readonly names: ReadonlyMap<string, string> } | { readonly faults: readonly BirthFault[] };

/** The organisation and the packs, read once for any number of drafts. */
export const birthChecks = async (stores: Pick<Stores, 'organisation' | 'rules'>): Promise<(draft: Registration, at: Instant) => Promise<BirthCheck>> => {
  const [{ unitNames, unitsById, postsById }, calendar] = await Promise.all([stores.organisation.directory(), stores.rules.calendar()]);
  return async (draft, at) => {
    const posts = [['sponsor', draft.sponsor, '分管领导'], ['registrar', draft.registrar, '督查室'], ['reviewer', draft.reviewer, '审核人']] as const;
    const named = [['lead', draft.lead] as const, ...draft.coUnits.map((unit, index) => [`coUnits.${index}`, unit] as const)];
    const today = civilDateOf(at);
    const pack = await stores.rules.packInUse(draft.pack);
    const faults: BirthFault[] = [
      ...registrationFaults(draft, at).map((fault) => ({ ...fault, accepted: fault.message })),
      ...named.flatMap(([path, unit]) => {
        const fault = unitFault(unitsById.get(unit), unit, today);
        return fault === null ? [] : [{ path, ...fault }];
      }),
      // The defaults `registrar` and `reviewer` are the schema's, not the caller's: an office may name these posts otherwise.
      ...posts.filter(([path, post]) => (postsById.get(post)?.kind ?? (post === path ? path : null)) !== path)
        .map(([path, post, name]) => ({ path, message: `没有编号为“${post}”的${name}岗位`, accepted: `组织机构中已有的${name}岗位编号` })),
      ...posts.flatMap(([path, post, name]) => {
        const found = postsById.get(post);
        return found !== undefined && isClosed(found, today) ? [{ path, message: `${found.name}已于${found.closedFrom ?? today}撤销`, accepted: `没有撤销的${name}岗位编号` }] : [];
      }),
    ];
    if (pack === null) faults.push({ path: 'pack', message: `没有名为“${draft.pack}”的规则`, accepted: (await stores.rules.packNames()).join('、') });
    else faults.push(...classFaults(draft, pack).map((fault) => ({ ...fault, accepted: fault.message })));
    return faults.length > 0 || pack === null ? { faults } : { rules: { pack: forClass(pack, draft.matterClass ?? null), calendar }, names: unitNames };
  };
};

/** Version 0: its first wake writes the first ledger entries. */
export const bornDocument = (state: Commitment, rules: Rules): CommitmentDocument => ({
  _id: state.id, version: 0, number: null, state, lines: [], nextMoment: nextMoment(state, rules), headHash: GENESIS_HASH, updatedAt: state.registeredAt,
});
