/**
 * The claim: who gets a notice, and whether it is still owed, decided in one transaction with the commitment's projection.
 * The transaction also writes to the projection, so a wake that changes the commitment at the same moment conflicts
 * with it instead of slipping in between judging and sending (quality.md, R15).
 */
import { randomUUID } from 'node:crypto';
import type { ClientSession, Connection, mongo } from 'mongoose';
import { againMark } from '../domain/notice-ids';
import { stillOwed } from '../domain/notices';
import { isAddrSpec, type Holder } from '../domain/organisation';
import type { Commitment, Rules } from '../domain/state';
import { addDays, civilDateOf, instantAt, type CivilDate, type Instant } from '../domain/time';
import type { NoticeOutcome, SuppressionReason } from '../domain/vocabulary';
import { wholeState, type CommitmentDocument } from './commitments';
import { inTransaction, isDuplicateKey, rawCollection } from './connection';
import { createSendHolds } from './send-holds';
import { bouncedAmong, isFinal, type NoticeRecord } from './notice-record';

/** A hard bounce keeps an address off this long, unless a delivery succeeds or a person asks for it once more (quality.md, A5, Postal). */
export const BOUNCE_DAYS = 30;
export const bouncesSince = (asOf: Instant): Instant => instantAt(addDays(civilDateOf(asOf), -BOUNCE_DAYS), '00:00');

export interface ClaimInput {
  readonly noticeId: string;
  readonly asOf: Instant;
  readonly messageId: string;
  /** Of the commitment as it stands: when its mails may leave. */
  readonly rules: (state: Commitment) => Promise<Rules>;
  readonly holders: (post: string, onDate: CivilDate, session: ClientSession) => Promise<Holder[]>;
}

export type Claim =
  | {
    readonly kind: 'claimed'; readonly token: string; readonly notice: NoticeRecord; readonly to: Holder;
    /** The projection's state and number at this moment: what the mail tells. */
    readonly state: Commitment; readonly number: string | null;
  }
  /** Held back by the pack's send window or throttle table. */
  | { readonly kind: 'held'; readonly until: Instant }
  | { readonly kind: 'settled'; readonly outcome: NoticeOutcome; readonly reason: SuppressionReason | null }
  | { readonly kind: 'missing' };

/** The part of the projection that a claim reads and writes. */
export type ClaimedProjection = Pick<CommitmentDocument, '_id' | 'version' | 'state' | 'number' | 'lines'> & {
  readonly claimedAt?: Instant;
  /** Counted up by every claim: an update that changes nothing is no write, and would conflict with nobody. */
  readonly claims?: number;
};

export const createClaim = (connection: Connection, raw: mongo.Collection<NoticeRecord>) => {
  const commitments = rawCollection<ClaimedProjection>(connection, 'commitments');

  const holdUntil = createSendHolds(connection);

  const attempt = async ({ noticeId, asOf, messageId, holders, rules }: ClaimInput, session: ClientSession): Promise<Claim> => {
    const notice = await raw.findOne({ _id: noticeId }, { session });
    if (!notice) return { kind: 'missing' };
    if (isFinal(notice.state)) return { kind: 'settled', outcome: notice.state, reason: notice.reason };
    const projection = await commitments.findOneAndUpdate({ _id: notice.commitment }, { $set: { claimedAt: asOf }, $inc: { claims: 1 } }, {
      session, returnDocument: 'after', projection: { state: 1, number: 1 },
    });
    if (!projection) throw new Error(`${notice.commitment}: no projection`);

    // A dead attempt may have got as far as the final dot.
    const ambiguous = notice.ambiguous + (notice.state === 'claimed' && notice.sendStarted ? 1 : 0);
    const suppress = async (reason: SuppressionReason): Promise<Claim> => {
      await raw.updateOne({ _id: noticeId }, { $set: { state: 'suppressed', reason, settledAt: asOf, occasionKey: null, token: null, nextAttemptAt: null, sendStarted: false, ambiguous } }, { session });
      return { kind: 'settled', outcome: 'suppressed', reason };
    };
    const state = wholeState(projection.state);
    if (!stillOwed(notice, state)) return suppress('noLongerOwed');

    const present = await holders(notice.post, civilDateOf(asOf), session);
    // A repeat goes to the same mailbox as long as its owner is still in office.
    const inOrder = [...present.filter((holder) => holder.person === notice.person), ...present.filter((holder) => holder.person !== notice.person)];
    const valid = inOrder.filter((holder) => isAddrSpec(holder.mail));
    // Who asks for it once more knows of the bounce, and why it will go this time.
    const bounced = notice.resendOf ? new Set<string>() : await bouncedAmong(raw, valid.map((holder) => holder.mail), bouncesSince(asOf), session);
    const to = valid.find((holder) => !bounced.has(holder.mail));
    if (!to) return suppress(present.length === 0 ? 'nobody' : valid.length === 0 ? 'badAddress' : 'addressBounced');

    const firstKey = [notice.commitment, notice.occasion, notice.period, notice.unit, to.mail.toLowerCase()].join(':');
    const occasionKey = `${firstKey}${againMark(noticeId)}`;
    // What goes out once more is no repeat for a mailbox that never had the first.
    const had = notice.resendOf ? [{ occasionKey }, { occasionKey: firstKey, state: { $nin: ['bounced' as const, 'expired' as const] } }] : [{ occasionKey }];
    if (await raw.findOne({ $or: had, _id: { $ne: noticeId } }, { session, projection: { _id: 1 } })) return suppress('samePerson');
    // What was let go once is only repeated; a hold is for what has not left yet.
    const until = notice.attempts > 0 ? null : await holdUntil(notice, to.mail, await rules(state), asOf, session);
    if (until !== null) {
      await raw.updateOne({ _id: noticeId }, { $set: { nextAttemptAt: until, claimedAt: asOf } }, { session });
      return { kind: 'held', until };
    }
    const token = randomUUID();
    const claimed = await raw.findOneAndUpdate({ _id: noticeId }, {
      $set: { state: 'claimed', token, claimedAt: asOf, sendStarted: false, person: to.person, address: to.mail, occasionKey, messageId, nextAttemptAt: null, ambiguous },
      $inc: { attempts: 1 },
    }, { session, returnDocument: 'after' });
    if (!claimed) throw new Error(`${noticeId}: gone while it was claimed`);
    return { kind: 'claimed', token, notice: claimed, to, state, number: projection.number };
  };

  return async (input: ClaimInput): Promise<Claim> => {
    for (let round = 1; ; round += 1) {
      try {
        return await inTransaction(connection, (session) => attempt(input, session));
      } catch (error) {
        // Two posts of one person claimed at once: the loser sees the winner's key on the next round.
        if (!isDuplicateKey(error) || round === 3) throw error;
      }
    }
  };
};
