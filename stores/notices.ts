/** What was owed to whom, and what became of it: one document a notice, from `pending` to exactly one final outcome. */
import type { ClientSession, Connection, mongo } from 'mongoose';
import { againIdOf } from '../domain/notice-ids';
import type { NoticeDraft } from '../domain/notices';
import type { Instant } from '../domain/time';
import { FINAL_NOTICE_STATES, LINE_OCCASIONS, type NoticeOutcome, type NoticeState, type Occasion, type SuppressionReason } from '../domain/vocabulary';
import { inTransaction, isDuplicateKey, rawCollection } from './connection';
import { createClaim, type ClaimedProjection } from './notice-claim';
import { bouncedAmong, isFinal, noticeSchema, OPEN, type NoticeRecord } from './notice-record';

export { isFinal, noticeIndexes, type NoticeRecord } from './notice-record';

export interface NoticeFilter {
  /** What a reader may see: to posts of these units. */
  readonly units?: readonly string[];
  readonly commitment?: string;
  readonly states?: readonly NoticeState[];
  readonly occasion?: Occasion;
  readonly unit?: string;
  readonly person?: string;
  readonly digest?: string;
  /** Only those that the server may have taken twice. */
  readonly ambiguous?: boolean;
  /** Place of the last one shown: older ones follow. */
  readonly before?: { readonly at: Instant; readonly id: string };
  /** Default 500. */
  readonly limit?: number;
}

export interface NoticeCount { readonly occasion: Occasion; readonly state: NoticeState; readonly count: number }

export type SendOutcome =
  | { readonly state: 'sent'; readonly response: string }
  | { readonly state: 'bounced'; readonly error: string }
  | { readonly state: 'expired'; readonly error: string; readonly ambiguous: boolean }
  | { readonly state: 'deferred'; readonly error: string; readonly ambiguous: boolean; readonly nextAttemptAt: Instant };

/** What a batch of digest lines came to. */
export interface LineOutcome {
  readonly state: Exclude<NoticeOutcome, 'sent'>;
  readonly reason?: SuppressionReason;
  readonly person?: string;
  readonly address?: string;
  readonly digest?: string;
  /** How often the digest's answer was lost. */
  readonly ambiguous?: number;
  readonly response?: string;
  readonly error?: string;
}

const fresh = ({ draft, slipNumber }: OwedNotice, asOf: Instant): Omit<NoticeRecord, '_id'> => {
  const { id: _, ...fields } = draft;
  return {
    ...fields, state: 'pending', slipNumber, createdAt: asOf, attempts: 0, ambiguous: 0, token: null, claimedAt: null, sendStarted: false,
    person: null, address: null, occasionKey: null, messageId: null, reason: null, response: null, error: null, nextAttemptAt: null, digest: null, settledAt: null, resendOf: null, resent: null,
  };
};

export interface OwedNotice { readonly draft: NoticeDraft; readonly slipNumber: string | null }

/** An unordered insert goes on past duplicates and reports them all at the end. */
const isOnlyDuplicates = (error: unknown): boolean => {
  if (!isDuplicateKey(error)) return false;
  const errors = typeof error === 'object' && error !== null && 'writeErrors' in error ? error.writeErrors : [];
  return (Array.isArray(errors) ? errors : [errors]).every((one: unknown) => isDuplicateKey(one));
};

export const createNoticeStore = (connection: Connection) => {
  const model = connection.model('Notice', noticeSchema);
  const raw: mongo.Collection<NoticeRecord> = rawCollection<NoticeRecord>(connection, 'notices');
  const projections = rawCollection<ClaimedProjection>(connection, 'commitments');
  const inSession = (session?: ClientSession): { session?: ClientSession } => (session ? { session } : {});

  return {
    /** Fixes recipient, address and Message-ID in one transaction with the commitment's projection; see `notice-claim.ts`. */
    claim: createClaim(connection, raw),

    /** Inserts those not there yet; a duplicate is left as it is and does not abort the transaction. */
    async insertPending(owed: readonly OwedNotice[], asOf: Instant, session?: ClientSession): Promise<void> {
      if (owed.length === 0) return;
      const writes = owed.map((one) => ({ updateOne: { filter: { _id: one.draft.id }, update: { $setOnInsert: fresh(one, asOf) }, upsert: true } }));
      await raw.bulkWrite(writes, { ordered: false, ...inSession(session) });
    },

    /** As `insertPending`, for thousands of digest lines: one batch of plain inserts, outside a transaction. */
    async insertLines(drafts: readonly NoticeDraft[], asOf: Instant): Promise<void> {
      if (drafts.length === 0) return;
      const documents = drafts.map((draft) => ({ _id: draft.id, ...fresh({ draft, slipNumber: null }, asOf) }));
      await raw.insertMany(documents, { ordered: false }).catch((error: unknown) => {
        if (!isOnlyDuplicates(error)) throw error;
      });
    },

    get(id: string): Promise<NoticeRecord | null> {
      return model.findById(id).lean<NoticeRecord>().exec();
    },

    getMany(ids: readonly string[], session?: ClientSession): Promise<NoticeRecord[]> {
      return model.find({ _id: { $in: [...ids] } }).session(session ?? null).lean<NoticeRecord[]>().exec();
    },

    /** Newest first. */
    list(filter: NoticeFilter): Promise<NoticeRecord[]> {
      const { states, ambiguous, limit, units, unit, before, ...equal } = filter;
      return model.find({
        ...equal, $and: [units === undefined ? {} : { unit: { $in: [...units] } }, unit === undefined ? {} : { unit }, before === undefined ? {} : { $or: [{ createdAt: { $lt: before.at } }, { createdAt: before.at, _id: { $gt: before.id } }] }], ...(states ? { state: { $in: [...states] } } : {}), ...(ambiguous ? { ambiguous: { $gt: 0 } } : {}),
      }).sort({ createdAt: -1, _id: 1 }).limit(limit ?? 500).lean<NoticeRecord[]>().exec();
    },

    async countByOccasionAndState(units?: readonly string[]): Promise<NoticeCount[]> {
      return model.aggregate<NoticeCount>([
        ...(units === undefined ? [] : [{ $match: { unit: { $in: [...units] } } }]),
        { $group: { _id: { occasion: '$occasion', state: '$state' }, count: { $sum: 1 } } },
        { $project: { _id: 0, occasion: '$_id.occasion', state: '$_id.state', count: 1 } },
        { $sort: { occasion: 1, state: 1 } },
      ]).exec();
    },

    /** Those of given facts that still wait for their start. */
    pendingOf(commitment: string, factSeqs: readonly number[]): Promise<NoticeRecord[]> {
      return model.find({ commitment, factSeq: { $in: [...factSeqs] }, state: 'pending' }).lean<NoticeRecord[]>().exec();
    },

    /** Slips of a commitment without an outcome, whatever was under way. */
    openSlipsOf(commitment: string): Promise<NoticeRecord[]> {
      return model.find({ commitment, state: OPEN, factSeq: { $ne: null } }).lean<NoticeRecord[]>().exec();
    },

    /** Whether a slip still waits for its outcome; digest lines wait for their day and do not count. */
    async anyOpenSlip(): Promise<boolean> {
      return (await model.exists({ state: { $in: ['pending', 'claimed', 'deferred'] }, factSeq: { $ne: null } })) !== null;
    },

    /** Slips that should have gone out by now; one that is held back until later is not among them. */
    async outbox(now: Instant): Promise<{ readonly waiting: number; readonly deferred: number; readonly oldest: Instant | null }> {
      const [found] = await raw.aggregate<{ waiting: number; deferred: number; oldest: Instant }>([
        { $match: { state: { $in: ['pending', 'claimed', 'deferred'] }, factSeq: { $ne: null }, $or: [{ state: { $ne: 'pending' } }, { nextAttemptAt: null }, { nextAttemptAt: { $lte: now } }] } },
        { $group: { _id: null, waiting: { $sum: 1 }, deferred: { $sum: { $cond: [{ $eq: ['$state', 'deferred'] }, 1, 0] } }, oldest: { $min: '$createdAt' } } },
        { $project: { _id: 0 } },
      ]).toArray();
      return found ?? { waiting: 0, deferred: 0, oldest: null };
    },

    /** Slips nobody has claimed since before `before`: the auditor starts their workflows again. Oldest first. */
    pendingOlderThan(before: Instant, limit = 500): Promise<NoticeRecord[]> {
      return model.find({ state: 'pending', createdAt: { $lt: before }, factSeq: { $ne: null } }).sort({ createdAt: 1 }).limit(limit).lean<NoticeRecord[]>().exec();
    },

    /** Lines that projections say are due in (since, until]. */
    async dueLines(since: Instant, until: Instant): Promise<NoticeDraft[]> {
      const found = await projections.find({ lines: { $elemMatch: { at: { $gt: since, $lte: until } } } }, {
        projection: { lines: { $filter: { input: '$lines', cond: { $and: [{ $gt: ['$$this.at', since] }, { $lte: ['$$this.at', until] }] } } } },
      }).toArray();
      return found.flatMap((document) => document.lines);
    },

    /** Digest lines that no digest has carried yet. */
    pendingLines(): Promise<NoticeRecord[]> {
      return model.find({ state: 'pending', occasion: { $in: [...LINE_OCCASIONS] } }).lean<NoticeRecord[]>().exec();
    },

    /**
     * Called before the final dot: the last moment at which it surely has not been sent.
     * @returns false where another attempt owns it by now, so this one must break off
     */
    async markSendStarted(id: string, token: string): Promise<boolean> {
      const result = await raw.updateOne({ _id: id, token, state: 'claimed' }, { $set: { sendStarted: true } });
      return result.matchedCount === 1;
    },

    /** @returns false where another attempt owns it by now: its outcome will be the one that counts */
    async record(id: string, token: string, outcome: SendOutcome, asOf: Instant): Promise<boolean> {
      const again = 'ambiguous' in outcome && outcome.ambiguous ? 1 : 0;
      const result = await raw.updateOne({ _id: id, token, state: 'claimed' }, {
        $set: {
          state: outcome.state, token: null, sendStarted: false,
          response: outcome.state === 'sent' ? outcome.response : null,
          error: outcome.state === 'sent' ? null : outcome.error,
          nextAttemptAt: outcome.state === 'deferred' ? outcome.nextAttemptAt : null,
          settledAt: outcome.state === 'deferred' ? null : asOf,
        },
        $inc: { ambiguous: again },
      });
      return result.matchedCount === 1;
    },

    /** Writes the notice that repeats a settled one and marks that one with it, both or neither. @returns null where it has been repeated already, or is not settled */
    async resend(id: string, by: { readonly person: string; readonly name: string }, asOf: Instant): Promise<NoticeRecord | null> {
      const _id = againIdOf(id);
      return inTransaction(connection, async (session) => {
        const old = await raw.findOneAndUpdate({ _id: id, resent: null, state: { $in: [...FINAL_NOTICE_STATES] } }, { $set: { resent: { notice: _id, at: asOf, person: by.person, name: by.name } } }, { session });
        if (old === null) return null;
        const { commitment, occasion, period, post, postKind, unit, factSeq, slip, copy, slipNumber } = old;
        // The rung that waited for it has had its outcome.
        const draft: NoticeDraft = { id: _id, commitment, occasion, period, post, postKind, unit, at: asOf, factSeq, slip, awaited: false, copy };
        const again: NoticeRecord = { _id, ...fresh({ draft, slipNumber }, asOf), resendOf: id };
        await raw.insertOne(again, { session });
        return again;
      });
    },

    /** Ends it without a delivery, unless it is final; fences off an attempt that still runs. @returns its outcome; null if there is no such notice */
    async expire(id: string, asOf: Instant): Promise<NoticeOutcome | null> {
      const ambiguous = { $add: ['$ambiguous', { $cond: ['$sendStarted', 1, 0] }] };
      await raw.updateOne({ _id: id, state: OPEN }, [{ $set: { state: 'expired', settledAt: asOf, token: null, nextAttemptAt: null, sendStarted: false, ambiguous } }]);
      const found = await raw.findOne({ _id: id }, { projection: { state: 1 } });
      return found && isFinal(found.state) ? found.state : null;
    },

    /** Settles digest lines that are not final yet. */
    async settleLines(ids: readonly string[], outcome: LineOutcome, asOf: Instant, session?: ClientSession): Promise<void> {
      if (ids.length === 0) return;
      await raw.updateMany({ _id: { $in: [...ids] }, state: OPEN }, { $set: { ...outcome, settledAt: asOf } }, inSession(session));
    },

    /** Addresses whose last outcome since `since` is a hard bounce: a later success clears one. */
    async bouncedAddresses(addresses: readonly string[], since: Instant, session?: ClientSession): Promise<Set<string>> {
      return bouncedAmong(raw, addresses, since, session);
    },
  };
};
export type NoticeStore = ReturnType<typeof createNoticeStore>;
