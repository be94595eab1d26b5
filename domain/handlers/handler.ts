/** What every command's handler is given and gives, and the checks that several of them share. */
import type { Command, CommandBody } from '../commands';
import type { FactBody } from '../facts';
import { limitAfter } from '../moments';
import type { PolicyPack } from '../policy';
import { refuse, type Refusal } from '../refusals';
import { partOf, type Actor, type Commitment, type Rules, type UnitPart } from '../state';
import type { CivilDate, Instant } from '../time';
import type { PostKind } from '../vocabulary';

export interface Context {
  /** Now. */
  readonly at: Instant;
  readonly actor: Actor;
  /** The update's id (the Idempotency-Key); null for what needs none. */
  readonly updateId: string | null;
  /** Of a child: the parent's date as it stands now. */
  readonly parentDue?: CivilDate;
  /** Of `decideExtension`, `gradeStage` and `decideProposal`: which posts of this matter the actor holds; absent in histories older than the check. */
  readonly holds?: readonly PostKind[];
  /** How the release that gives the command reads the rules; absent in histories older than that. */
  readonly readings?: number;
  /** Of `repin`: the pack that it names, whole. */
  readonly pack?: PolicyPack;
}

/** Facts, or why not. The state has passed every moment up to now. */
export type Handler<N extends Command['name']> = (state: Commitment, command: CommandBody<N>, context: Context, rules: Rules) => FactBody[] | Refusal;

export const underWay = (state: Commitment): Refusal | null =>
  state.status === 'SIGNED' || state.status === 'IN_PROGRESS' ? null
    : refuse(state.status === 'DISPATCHED' ? 'signFirst' : 'wrongState');

export const signedPart = (state: Commitment, unit: string): UnitPart | Refusal => {
  const part = partOf(state, unit);
  if (!part) return refuse('unknownUnit');
  if (part.pendingRefusal) return refuse('refusalPending');
  return part.signedAt === null ? refuse('signFirst') : part;
};

export const freshUnit = (unit: string, role: UnitPart['role'], rules: Rules, at: Instant): UnitPart => ({
  unit, role, dispatchedAt: at, signBy: limitAfter(rules, at, rules.pack.signFor), signedAt: null, deemed: false,
  refusals: 0, pendingRefusal: null, lastReport: null, reports: 0, unchangedReports: 0, feedbackBy: null, liable: false, stages: [], redone: 0,
});

export type Handlers<N extends Command['name']> = { readonly [K in N]: Handler<K> };
