/** The projection of each commitment: its workflow's whole state, with what is written ahead beside it. */
import { Schema, type ClientSession, type Connection } from 'mongoose';
import type { Moment } from '../domain/moments';
import type { NoticeDraft } from '../domain/notices';
import { commitmentSchema, type Commitment } from '../domain/state';
import type { Instant } from '../domain/time';
import { rawCollection } from './connection';
import type { IndexSpec } from './index-spec';

export interface CommitmentDocument {
  readonly _id: string;
  /** `state.seq`: the guard of every write. */
  readonly version: number;
  /** 督〔2026〕12号; null until the first wake. */
  readonly number: string | null;
  readonly state: Commitment;
  /** What the digest will say, ahead of time. */
  readonly lines: readonly NoticeDraft[];
  readonly nextMoment: Moment | null;
  /** Hash of the ledger's last entry. */
  readonly headHash: string;
  /** Instant of the last write, in the commitment's own time. */
  readonly updatedAt: Instant;
}

/** Written by an older release, a state lacks what has been added since; the schema's defaults say how it was meant. */
export const wholeState = (state: unknown): Commitment => commitmentSchema.parse(state);
const whole = (document: CommitmentDocument): CommitmentDocument => ({ ...document, state: wholeState(document.state) });

const schema = new Schema<CommitmentDocument>({
  _id: { type: String, required: true },
  version: { type: Number, required: true },
  number: { type: String, default: null },
  // The workflow's state is validated by `commitmentSchema` before it comes here; mongoose must not reshape it.
  state: { type: Schema.Types.Mixed, required: true },
  lines: { type: Schema.Types.Mixed, required: true },
  nextMoment: { type: Schema.Types.Mixed, default: null },
  headHash: { type: String, required: true },
  updatedAt: { type: String, required: true },
}, { collection: 'commitments', versionKey: false, minimize: false, strict: true });

export const commitmentIndexes: readonly IndexSpec[] = [
  { collection: 'commitments', name: 'status_due', keys: { 'state.status': 1, 'state.due': 1, _id: 1 } },
  { collection: 'commitments', name: 'unit_due', keys: { 'state.units.unit': 1, 'state.due': 1, _id: 1 } },
  { collection: 'commitments', name: 'source_due', keys: { 'state.source.id': 1, 'state.due': 1, _id: 1 } },
  { collection: 'commitments', name: 'due', keys: { 'state.due': 1, _id: 1 } },
  { collection: 'commitments', name: 'registered', keys: { 'state.registeredAt': 1, _id: 1 } },
  { collection: 'commitments', name: 'lines_at', keys: { 'lines.at': 1 } },
  { collection: 'commitments', name: 'unborn', keys: { version: 1, 'state.registeredAt': 1 }, partial: { version: 0 } },
];

export interface CommitmentFilter {
  readonly unit?: string;
  readonly source?: string;
  readonly status?: readonly string[];
  readonly ids?: readonly string[];
  /** Registered at or before, for reads as of a past day. */
  readonly registeredBy?: Instant;
}

export const createCommitmentStore = (connection: Connection) => {
  const model = connection.model('Commitment', schema);
  const raw = rawCollection<CommitmentDocument>(connection, 'commitments');
  const plain = async (id: string, session?: ClientSession): Promise<CommitmentDocument | null> => {
    const found = await model.findById(id).session(session ?? null).lean<CommitmentDocument>().exec();
    return found ? whole(found) : null;
  };
  return {
    get: plain,

    /** @throws MongoServerError 11000 where the id is there already */
    async insert(document: CommitmentDocument): Promise<void> {
      await raw.insertOne(document);
    },

    /** @returns false where the version is no longer `expected`: somebody wrote already */
    async replace(document: CommitmentDocument, expected: number, session: ClientSession): Promise<boolean> {
      const { _id, ...fields } = document;
      const result = await raw.updateOne({ _id, version: expected }, { $set: fields }, { session });
      return result.matchedCount === 1;
    },

    /** Ordered by due date, then id; `after` is the last item of the page before. */
    async page(filter: CommitmentFilter, limit: number, after: { due: string; id: string } | null): Promise<CommitmentDocument[]> {
      const conditions: Record<string, unknown>[] = [];
      if (filter.unit !== undefined) conditions.push({ 'state.units.unit': filter.unit });
      if (filter.source !== undefined) conditions.push({ 'state.source.id': filter.source });
      if (filter.status !== undefined) conditions.push({ 'state.status': { $in: filter.status } });
      if (filter.ids !== undefined) conditions.push({ _id: { $in: filter.ids } });
      if (filter.registeredBy !== undefined) conditions.push({ 'state.registeredAt': { $lte: filter.registeredBy } });
      if (after) conditions.push({ $or: [{ 'state.due': { $gt: after.due } }, { 'state.due': after.due, _id: { $gt: after.id } }] });
      const found = await model.find(conditions.length > 0 ? { $and: conditions } : {}, { lines: 0 })
        .sort({ 'state.due': 1, _id: 1 }).limit(limit).lean<CommitmentDocument[]>().exec();
      return found.map(whole);
    },

    /** Every document that may still have a workflow; a cursor, for rebuild and verify. */
    async *all(): AsyncIterable<CommitmentDocument> {
      for await (const found of model.find({}).sort({ _id: 1 }).lean<CommitmentDocument>().cursor() as AsyncIterable<CommitmentDocument>) yield whole(found);
    },

    /** Inserted before `before`, yet never woken: a crash came between insert and start, or no worker is up. */
    async unborn(before: Instant, limit = 500): Promise<CommitmentDocument[]> {
      const found = await model.find({ version: 0, 'state.registeredAt': { $lt: before } }).limit(limit).lean<CommitmentDocument[]>().exec();
      return found.map(whole);
    },

    count(): Promise<number> {
      return model.estimatedDocumentCount().exec();
    },
  };
};
export type CommitmentStore = ReturnType<typeof createCommitmentStore>;
