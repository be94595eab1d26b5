/** What a link's token is worth at this moment: who acts by it, or why nobody does any more. */
import { createHash } from 'node:crypto';
import { addressHash, readLink, signLink, type LinkClaim } from '../../config/links';
import type { Fact } from '../../domain/facts';
import { postOf, seqOfPeriod } from '../../domain/notice-ids';
import { partOf, type Actor, type Commitment, type Rules, type UnitPart } from '../../domain/state';
import { civilDateOf, msOf, toInstant, type Instant } from '../../domain/time';
import { ENDED_STATES, POST_KINDS, type PostKind } from '../../domain/vocabulary';
import type { ApiDeps } from '../deps';

export interface GoodLink {
  readonly kind: 'good';
  readonly claim: LinkClaim;
  readonly postKind: PostKind;
  readonly actor: Actor;
  readonly state: Commitment;
  readonly number: string | null;
  readonly rules: Rules;
  readonly part: UnitPart;
  readonly unitName: string;
  /** The period that the mail of this link says was missed. */
  readonly missed: number | null;
  readonly at: Instant;
}

/** `used` carries what was done by it. */
export type BadLink =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'expired'; readonly at: Instant; readonly until: Instant }
  | { readonly kind: 'used'; readonly at: Instant; readonly fact: Fact; readonly claim: LinkClaim }
  | { readonly kind: 'ended'; readonly title: string }
  | { readonly kind: 'transferred'; readonly title: string; readonly unitName: string }
  | { readonly kind: 'left'; readonly title: string };

/** The Idempotency-Key of a link's one action. Its expiry is left out: the same mail sent once more is still the same link. */
export const linkKey = ({ commitment, step, period, post, unit, address, round }: LinkClaim): string =>
  `link-${createHash('sha256').update(JSON.stringify([commitment, step, period, post, unit, address, round]), 'utf8').digest('hex').slice(0, 32)}`;

/** The next link of a person who has just used this one; it ends with it. */
export const nextToken = ({ linkKeys }: Pick<ApiDeps, 'linkKeys'>, claim: LinkClaim): string => signLink(linkKeys, { ...claim, round: claim.round + 1 });

/** The post is bound by its id; its kind decides what its holder may do. */
const kindOf = (state: Commitment, { post, unit }: LinkClaim): PostKind | undefined => POST_KINDS.find((kind) => postOf(state, kind, unit) === post);

const missedPeriod = async ({ ledger }: ApiDeps['stores'], { commitment, step, period }: LinkClaim): Promise<number | null> => {
  const seq = step === 'periodMissed' ? seqOfPeriod(period) : null;
  const fact = seq === null ? null : await ledger.fact(commitment, seq);
  return fact?.type === 'periodEnded' ? fact.index : null;
};

/** Changes nothing, so a scanner may ask as often as it likes. */
export const judgeLink = async ({ stores, clock, linkKeys }: Pick<ApiDeps, 'stores' | 'clock' | 'linkKeys'>, token: string): Promise<GoodLink | BadLink> => {
  const claim = readLink(linkKeys, token);
  if (claim === null) return { kind: 'unknown' };
  const at = clock.now();
  const document = await stores.commitments.get(claim.commitment);
  if (!document) return { kind: 'unknown' };
  const { state, number } = document;
  const fact = await stores.ledger.ofUpdateKey(claim.commitment, linkKey(claim));
  if (fact) return { kind: 'used', at, fact, claim };
  if (msOf(at) / 1_000 > claim.expires) return { kind: 'expired', at, until: toInstant(claim.expires * 1_000) };
  if (ENDED_STATES.includes(state.status)) return { kind: 'ended', title: state.title };
  const [names, rules, holders, missed] = await Promise.all([
    stores.organisation.unitNames(), stores.rules.forCommitment(state), stores.organisation.holders(claim.post, civilDateOf(at)), missedPeriod(stores, claim),
  ]);
  const unitName = names.get(claim.unit) ?? claim.unit;
  const part = partOf(state, claim.unit);
  const postKind = kindOf(state, claim);
  if (!part || postKind === undefined) return { kind: 'transferred', title: state.title, unitName };
  // Who holds the post now and still reads that mailbox: a successor gets mails of his own.
  const holder = holders.find((one) => addressHash(one.mail) === claim.address);
  if (!holder) return { kind: 'left', title: state.title };
  return { kind: 'good', claim, postKind, actor: { person: holder.person, name: holder.name, via: 'link' }, state, number, rules, part, unitName, missed, at };
};
