/** The projection of each commitment: its workflow's whole state, with what is written ahead beside it. */
import { Schema, type ClientSession, type Connection } from 'mongoose';
import type { ClockTime, ToldClock } from '../domain/clock-times';
import type { Moment } from '../domain/moments';
import type { NoticeDraft } from '../domain/notices';
import type { PackRef } from '../domain/policy';
import { commitmentSchema, type Commitment } from '../domain/state';
import type { Instant } from '../domain/time';
import { OPEN_STATES, type CommitmentStatus } from '../domain/vocabulary';
import { insertTogether, rawCollection } from './connection';
import type { IndexSpec } from './index-spec';
import { commitmentConditions, type LedgerFilter } from './ledger-filter';

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
  /** How long its pack's clocks took; absent until the first wake, and in what older releases wrote. */
  readonly clocks?: readonly ClockTime[];
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
  clocks: { type: Schema.Types.Mixed },
  headHash: { type: String, required: true },
  updatedAt: { type: String, required: true },
}, { collection: 'commitments', versionKey: false, minimize: false, strict: true });

export const commitmentIndexes: readonly IndexSpec[] = [
  { collection: 'commitments', name: 'status_due', keys: { 'state.status': 1, 'state.due': 1, _id: 1 } },
  { collection: 'commitments', name: 'unit_due', keys: { 'state.units.unit': 1, 'state.due': 1, _id: 1 } },
  { collection: 'commitments', name: 'source_due', keys: { 'state.source.id': 1, 'state.due': 1, _id: 1 } },
  { collection: 'commitments', name: 'due', keys: { 'state.due': 1, _id: 1 } },
  { collection: 'commitments', name: 'registered', keys: { 'state.registeredAt': 1, _id: 1 } },
  { collection: 'commitments', name: 'parent', keys: { 'state.parent.id': 1, _id: 1 }, partial: { 'state.parent.id': { $exists: true } } },
  { collection: 'commitments', name: 'calendar_status', keys: { 'state.calendarVersion': 1, 'state.status': 1 } },
  { collection: 'commitments', name: 'lines_at', keys: { 'lines.at': 1 } },
  { collection: 'commitments', name: 'pack_registered', keys: { 'state.pack.name': 1, 'state.registeredAt': 1 } },
  // What asks for a decision: few at any time, so each index is small.
  { collection: 'commitments', name: 'extension_pending', keys: { 'state.extension.pending.decideBy': 1 }, partial: { 'state.extension.pending.decideBy': { $type: 'string' } } },
  { collection: 'commitments', name: 'refusal_pending', keys: { 'state.units.pendingRefusal.at': 1 }, partial: { 'state.units.pendingRefusal.at': { $type: 'string' } } },
  { collection: 'commitments', name: 'review_by', keys: { 'state.closure.reviewBy': 1 }, partial: { 'state.status': 'UNDER_REVIEW' } },
  { collection: 'commitments', name: 'look_back_told', keys: { 'state.lookBackAt': 1 }, partial: { 'state.status': 'CLOSED', 'state.lookBackTold': true } },
  { collection: 'commitments', name: 'target_open', keys: { 'state.measures.target': 1 }, partial: { 'state.measures.target': { $type: 'null' } } },
  { collection: 'commitments', name: 'unborn', keys: { version: 1, 'state.registeredAt': 1 }, partial: { version: 0 } },
];

const RUNNING_STATES: CommitmentStatus[] = [...OPEN_STATES, 'CLOSED'];
const RUNNING = { 'state.status': { $in: RUNNING_STATES } };
const notUnder = ({ name, version }: PackRef, matterClass: string | null) => ({
  ...RUNNING, $nor: [{ 'state.pack.name': name, 'state.pack.version': version, ...(matterClass === null ? {} : { 'state.matterClass': matterClass }) }],
});

/** By present due date or by registration, which is the order of the numbers. */
export interface PageOrder { readonly by: 'due' | 'registeredAt'; readonly down: boolean }
/** The last item of the page before: its value of `PageOrder.by`, and its id. */
export interface PagePlace { readonly value: string; readonly id: string }

const TOLD_OF_CLOCKS: readonly (keyof ToldClock)[] = ['code', 'unit', 'limit', 'by', 'doneAt', 'took', 'late', 'ended', 'pausedAt'];
/** What the report of clocks is reckoned from. */
export interface ClockedMatter {
  readonly id: string; readonly pack: PackRef; readonly matterClass: string | null; readonly clocks: readonly ToldClock[];
}

/** What a reader may see: matters of these units, or of these sponsors' posts. */
export interface Within { readonly units: readonly string[]; readonly sponsors: readonly string[] }
const within = ({ units, sponsors }: Within) => ({ $or: [{ 'state.units.unit': { $in: units } }, { 'state.sponsor': { $in: sponsors } }] });

export const createCommitmentStore = (connection: Connection) => {
  const model = connection.model('Commitment', schema);
  const raw = rawCollection<CommitmentDocument>(connection, 'commitments');
  const plain = async (id: string, session?: ClientSession): Promise<CommitmentDocument | null> => {
    const found = await model.findById(id).session(session ?? null).lean<CommitmentDocument>().exec();
    return found ? whole(found) : null;
  };
  return {
    get: plain,

    /** Who takes part: all that the question "may this person?" needs. */
    async standing(id: string): Promise<{ units: string[]; sponsor: string } | null> {
      const found = await model.findById(id, { 'state.units.unit': 1, 'state.sponsor': 1 }).lean<{ state: { units: { unit: string }[]; sponsor: string } }>().exec();
      return found ? { units: found.state.units.map(({ unit }) => unit), sponsor: found.state.sponsor } : null;
    },

    /** Ids of what a reader may see. A unit's matters are some hundred, so the list is short. */
    async idsWithin(reach: Within): Promise<string[]> {
      const found = await model.find(within(reach), { _id: 1 }).lean<{ _id: string }[]>().exec();
      return found.map(({ _id }) => _id);
    },

    /** Sources from which something came that a reader may see. */
    async sourcesWithin(reach: Within): Promise<string[]> {
      const found: unknown[] = await model.distinct('state.source.id', within(reach)).exec();
      return found.filter((id) => typeof id === 'string');
    },

    /** Whether something came from that source that a reader may see. */
    async anyFromSource(source: string, reach: Within): Promise<boolean> {
      return (await model.exists({ 'state.source.id': source, ...within(reach) }).exec()) !== null;
    },

    /** @throws MongoServerError 11000 where the id is there already */
    insert: insertTogether(() => raw),

    /** @returns false where the version is no longer `expected`: somebody wrote already */
    async replace(document: CommitmentDocument, expected: number, session: ClientSession): Promise<boolean> {
      const { _id, ...fields } = document;
      const result = await raw.updateOne({ _id, version: expected }, { $set: fields }, { session });
      return result.matchedCount === 1;
    },

    async page(filter: LedgerFilter, limit: number, { by, down }: PageOrder, after: PagePlace | null): Promise<CommitmentDocument[]> {
      const field = `state.${by}`;
      const past = down ? '$lt' : '$gt';
      const conditions = [
        ...commitmentConditions(filter),
        ...(after === null ? [] : [{ $or: [{ [field]: { [past]: after.value } }, { [field]: after.value, _id: { [past]: after.id } }] }]),
      ];
      const order = down ? -1 : 1;
      const found = await model.find(conditions.length > 0 ? { $and: conditions } : {}, { lines: 0 })
        .sort({ [field]: order, _id: order }).limit(limit).lean<CommitmentDocument[]>().exec();
      return found.map(whole);
    },

    async idsOf(filter: LedgerFilter): Promise<string[]> {
      const conditions = commitmentConditions(filter);
      const found = await model.find(conditions.length > 0 ? { $and: conditions } : {}, { _id: 1 }).lean<{ _id: string }[]>().exec();
      return found.map(({ _id }) => _id);
    },

    async getMany(ids: readonly string[]): Promise<Map<string, CommitmentDocument>> {
      const found = await model.find({ _id: { $in: [...ids] } }, { lines: 0 }).lean<CommitmentDocument[]>().exec();
      return new Map(found.map((document) => [document._id, whole(document)]));
    },

    /** Those on which a decision may be asked for at `at`, whatever their light; at most `limit` of each kind, the longest waiting first. */
    async asking(at: Instant, limit: number): Promise<{ documents: CommitmentDocument[]; more: boolean }> {
      const kinds: readonly [Record<string, unknown>, string][] = [
        [{ 'state.extension.pending.decideBy': { $type: 'string' } }, 'state.extension.pending.decideBy'],
        [{ 'state.units.pendingRefusal.at': { $type: 'string' } }, 'state.units.pendingRefusal.at'],
        [{ 'state.status': 'UNDER_REVIEW', 'state.closure.reviewBy': { $lt: at } }, 'state.closure.reviewBy'],
        [{ 'state.status': 'CLOSED', 'state.lookBackTold': true }, 'state.lookBackAt'],
        [{ 'state.status': 'SUSPENDED' }, 'state.due'],
        [{ 'state.measures.target': { $type: 'null' } }, 'state.measures.target'],
      ];
      const found = await Promise.all(kinds.map(([condition, order]) =>
        model.find(condition, { lines: 0 }).sort({ [order]: 1 }).limit(limit).lean<CommitmentDocument[]>().exec()));
      return { documents: found.flat().map(whole), more: found.some((some) => some.length === limit) };
    },

    /** Of these packs, with the times of their clocks. @param unit held to one of them, now or before it was transferred; null: any */
    async clocked(packs: readonly string[], filter: LedgerFilter, unit: string | null): Promise<ClockedMatter[]> {
      const found = raw.find<{ _id: string; state: Pick<Commitment, 'pack' | 'matterClass'>; clocks?: ToldClock[] }>(
        { $and: [{ 'state.pack.name': { $in: [...packs] } }, ...(unit === null ? [] : [{ 'clocks.unit': unit }]), ...commitmentConditions(filter)] },
        // Others are answered between the batches.
        { projection: { 'state.pack': 1, 'state.matterClass': 1, ...Object.fromEntries(TOLD_OF_CLOCKS.map((field) => [`clocks.${field}`, 1])) }, batchSize: 1_000 },
      );
      const matters: ClockedMatter[] = [];
      for await (const { _id, state, clocks } of found) matters.push({ id: _id, pack: state.pack, matterClass: state.matterClass ?? null, clocks: clocks ?? [] });
      return matters;
    },
    /** Written by an older release, which kept no times. */
    async unclocked(packs: readonly string[], limit: number): Promise<{ id: string; version: number }[]> {
      const found = await model.find({ 'state.pack.name': { $in: packs }, version: { $gt: 0 }, clocks: { $exists: false } }, { version: 1 }).limit(limit).lean<{ _id: string; version: number }[]>().exec();
      return found.map(({ _id, version }) => ({ id: _id, version }));
    },
    /** Nothing where the matter has gone on meanwhile: then its wake wrote them. */
    async setClocks(id: string, version: number, clocks: readonly ClockTime[]): Promise<void> {
      await raw.updateOne({ _id: id, version }, { $set: { clocks } });
    },

    /** At most `most`: a figure beyond it is "more than". */
    async countOf(filter: LedgerFilter, most: number): Promise<number> {
      const conditions = commitmentConditions(filter);
      return model.countDocuments(conditions.length > 0 ? { $and: conditions } : {}, { limit: most }).exec();
    },

    /** Open ones that a unit takes part in, or that a post answers for. */
    countInHand(of: 'unit' | 'post', id: string): Promise<number> {
      const whose = of === 'unit' ? { 'state.units.unit': id } : { $or: [{ 'state.sponsor': id }, { 'state.reviewer': id }, { 'state.registrar': id }] };
      return model.countDocuments({ ...whose, 'state.status': { $in: OPEN_STATES } }).exec();
    },

    /** In the order of their birth, as far as ids tell. */
    async childrenOf(parent: string): Promise<CommitmentDocument[]> {
      const found = await model.find({ 'state.parent.id': parent }, { lines: 0 }).sort({ 'state.registeredAt': 1, _id: 1 }).lean<CommitmentDocument[]>().exec();
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

    /** Those whose rules may still be changed: open, or done and not yet looked back at. */
    async running(limit: number): Promise<CommitmentDocument[]> {
      const found = await model.find(RUNNING, { lines: 0 }).sort({ 'state.due': 1, _id: 1 }).limit(limit).lean<CommitmentDocument[]>().exec();
      return found.map(whole);
    },
    /** Those of them that go by other rules, by due date. @param matterClass null: of whatever class */
    async runningNotUnder(ref: PackRef, matterClass: string | null, after: { readonly due: string; readonly id: string } | null, limit: number): Promise<CommitmentDocument[]> {
      const found = await model.find({
        $and: [notUnder(ref, matterClass), after === null ? {} : { $or: [{ 'state.due': { $gt: after.due } }, { 'state.due': after.due, _id: { $gt: after.id } }] }],
      }, { lines: 0 }).sort({ 'state.due': 1, _id: 1 }).limit(limit).lean<CommitmentDocument[]>().exec();
      return found.map(whole);
    },
    countRunningNotUnder(ref: PackRef, matterClass: string | null): Promise<number> {
      return model.countDocuments(notUnder(ref, matterClass)).exec();
    },
    countRunning(): Promise<number> {
      return model.countDocuments(RUNNING).exec();
    },
    /** How many run under each version of a pack, by `name@version`. */
    async runningByPack(): Promise<Map<string, number>> {
      const found = await model.aggregate<{ _id: { name: string; version: number }; count: number }>([
        { $match: RUNNING }, { $group: { _id: '$state.pack', count: { $sum: 1 } } },
      ]).exec();
      return new Map(found.map(({ _id, count }) => [`${_id.name}@${_id.version}`, count]));
    },
    /** Running ones whose limits were counted by another calendar, in the order of their ids. */
    async notCountedBy(version: string, after: string | null, limit: number): Promise<{ id: string; calendarVersion: string }[]> {
      const found = await model.find({ ...RUNNING, 'state.calendarVersion': { $ne: version }, ...(after === null ? {} : { _id: { $gt: after } }) }, { 'state.calendarVersion': 1 })
        .sort({ _id: 1 }).limit(limit).lean<{ _id: string; state: Pick<Commitment, 'calendarVersion'> }[]>().exec();
      return found.map(({ _id, state }) => ({ id: _id, calendarVersion: state.calendarVersion }));
    },
    countNotCountedBy(version: string): Promise<number> {
      return model.countDocuments({ ...RUNNING, 'state.calendarVersion': { $ne: version } }).exec();
    },

    count(): Promise<number> {
      return model.estimatedDocumentCount().exec();
    },
  };
};
export type CommitmentStore = ReturnType<typeof createCommitmentStore>;
