/** The daily digests: one a person and working day, and the runs that gathered them. */
import { Schema, type ClientSession, type Connection, type mongo } from 'mongoose';
import type { CivilDate, Instant } from '../domain/time';
import { rawCollection } from './connection';
import { createDigestClaim } from './digest-claim';
import type { IndexSpec } from './index-spec';
import type { SendOutcome } from './notices';

/** `empty`: nothing in it was owed any more at sending. `superseded`: unsent when a later digest took its lines over. */
export const DIGEST_STATES = ['pending', 'claimed', 'deferred', 'sent', 'bounced', 'expired', 'empty', 'superseded'] as const;
export type DigestState = (typeof DIGEST_STATES)[number];
export const OPEN_DIGESTS: readonly DigestState[] = ['pending', 'claimed', 'deferred'];

export interface DigestRecord {
  /** digest:<person>:<date> */
  readonly _id: string;
  readonly person: string;
  readonly name: string;
  readonly address: string;
  readonly date: CivilDate;
  /** Ids of the notices it carries. */
  readonly lines: readonly string[];
  readonly state: DigestState;
  readonly createdAt: Instant;
  readonly attempts: number;
  readonly ambiguous: number;
  readonly token: string | null;
  readonly claimedAt: Instant | null;
  /** As for notices: the end of the body may have gone out. */
  readonly sendStarted: boolean;
  readonly response: string | null;
  readonly error: string | null;
  readonly nextAttemptAt: Instant | null;
  readonly settledAt: Instant | null;
}

/** One gathering: what a repeat of it answers, and where the next one goes on. */
export interface DigestRun { readonly _id: CivilDate; readonly asOf: Instant; readonly digestIds: readonly string[] }

const text = { type: String, required: true } as const;
const maybe = { type: String, default: null } as const;
const schema = new Schema<DigestRecord>({
  _id: text, person: text, name: text, address: text, date: text, lines: { type: [String], required: true }, state: text, createdAt: text,
  attempts: { type: Number, required: true }, ambiguous: { type: Number, required: true }, token: maybe, claimedAt: maybe,
  sendStarted: { type: Boolean, required: true }, response: maybe, error: maybe, nextAttemptAt: maybe, settledAt: maybe,
}, { collection: 'digests', versionKey: false, strict: 'throw' });
const runSchema = new Schema<DigestRun>({ _id: text, asOf: text, digestIds: { type: [String], required: true } }, { collection: 'digestRuns', versionKey: false, strict: 'throw' });

export const digestIndexes: readonly IndexSpec[] = [
  { collection: 'digests', name: 'state_date', keys: { state: 1, date: 1 } },
  { collection: 'digests', name: 'person_date', keys: { person: 1, date: -1 } },
  { collection: 'digestRuns', name: 'asOf', keys: { asOf: -1 } },
];

export const digestId = (person: string, date: CivilDate): string => `digest:${person}:${date}`;

export type NewDigest = Pick<DigestRecord, 'person' | 'name' | 'address' | 'date' | 'lines'>;
export interface DigestFilter { readonly person?: string; readonly date?: CivilDate; readonly states?: readonly DigestState[]; readonly limit?: number }

export const createDigestStore = (connection: Connection) => {
  const model = connection.model('Digest', schema);
  const runs = connection.model('DigestRun', runSchema);
  const raw: mongo.Collection<DigestRecord> = rawCollection<DigestRecord>(connection, 'digests');
  const rawRuns = rawCollection<DigestRun>(connection, 'digestRuns');

  return {
    /** Claims a batch in one transaction with the projections and the lines; see `digest-claim.ts`. */
    claimBatch: createDigestClaim(connection, raw),

    run(date: CivilDate, session?: ClientSession): Promise<DigestRun | null> {
      return runs.findById(date).session(session ?? null).lean<DigestRun>().exec();
    },
    /** The last gathering before `asOf`. */
    lastRun(asOf: Instant): Promise<DigestRun | null> {
      return runs.findOne({ asOf: { $lt: asOf } }).sort({ asOf: -1 }).lean<DigestRun>().exec();
    },
    async saveRun(run: DigestRun, session: ClientSession): Promise<void> {
      await rawRuns.insertOne(run, { session });
    },

    async insert(digests: readonly NewDigest[], asOf: Instant, session: ClientSession): Promise<void> {
      if (digests.length === 0) return;
      await raw.insertMany(digests.map((digest) => ({
        _id: digestId(digest.person, digest.date), ...digest, state: 'pending' as const, createdAt: asOf, attempts: 0, ambiguous: 0, token: null, claimedAt: null,
        sendStarted: false, response: null, error: null, nextAttemptAt: null, settledAt: null,
      })), { session });
    },

    /**
     * Ends older digests that surely were not sent, so that a new one may carry their lines.
     * @returns those that may have been sent: they are repeated as they are, with their own Message-ID
     */
    async supersedeBefore(date: CivilDate, asOf: Instant, session: ClientSession): Promise<DigestRecord[]> {
      const older = { date: { $lt: date }, state: { $in: [...OPEN_DIGESTS] } };
      await raw.updateMany({ ...older, ambiguous: 0, sendStarted: false }, { $set: { state: 'superseded', token: null, settledAt: asOf } }, { session });
      return raw.find(older, { session }).toArray();
    },

    get(id: string): Promise<DigestRecord | null> {
      return model.findById(id).lean<DigestRecord>().exec();
    },
    getMany(ids: readonly string[]): Promise<DigestRecord[]> {
      return model.find({ _id: { $in: [...ids] } }).lean<DigestRecord[]>().exec();
    },
    /** Newest first. */
    list({ states, limit, ...equal }: DigestFilter): Promise<DigestRecord[]> {
      return model.find({ ...equal, ...(states ? { state: { $in: [...states] } } : {}) }).sort({ date: -1, _id: 1 }).limit(limit ?? 500).lean<DigestRecord[]>().exec();
    },

    /** As for notices: called before the final dot; false where another attempt or a later digest took over. */
    async markSendStarted(id: string, token: string): Promise<boolean> {
      const result = await raw.updateOne({ _id: id, token, state: 'claimed' }, { $set: { sendStarted: true } });
      return result.matchedCount === 1;
    },

    /** @returns false where another attempt owns it by now */
    async record(id: string, token: string, outcome: SendOutcome, asOf: Instant, session: ClientSession): Promise<boolean> {
      const result = await raw.updateOne({ _id: id, token, state: 'claimed' }, {
        $set: {
          state: outcome.state, token: null, sendStarted: false,
          response: outcome.state === 'sent' ? outcome.response : null,
          error: outcome.state === 'sent' ? null : outcome.error,
          nextAttemptAt: outcome.state === 'deferred' ? outcome.nextAttemptAt : null,
          settledAt: outcome.state === 'deferred' ? null : asOf,
        },
        $inc: { ambiguous: 'ambiguous' in outcome && outcome.ambiguous ? 1 : 0 },
      }, { session });
      return result.matchedCount === 1;
    },
  };
};
export type DigestStore = ReturnType<typeof createDigestStore>;
