/**
 * Sources with their sentences and drafts, each in a collection of its own: a text of 5 MB has some ten thousand of either,
 * and a correction touches three. `version` guards every write; the coverage is kept beside by its changes.
 *
 * So many documents do not fit one transaction (WiredTiger: "too large and will not fit in the storage engine cache"). An import
 * therefore writes them under a generation that nobody reads yet, and one small transaction makes the source name it.
 */
import { randomUUID } from 'node:crypto';
import { Schema, type ClientSession, type Connection } from 'mongoose';
import type { Made } from '../domain/corrections';
import { NO_FIELDS, type DraftRead, type DraftRecord, type SentenceRecord, type SourceCoverage, type SourceRecord, type Span } from '../domain/drafts';
import type { Actor } from '../domain/state';
import type { Instant } from '../domain/time';
import { OPEN_STATES } from '../domain/vocabulary';
import { inTransaction, rawCollection } from './connection';
import type { IndexSpec } from './index-spec';

interface SourceDocument extends Omit<SourceRecord, 'id'> {
  readonly _id: string;
  /** Of the sentences and drafts that count. */
  readonly generation: string;
}
interface TextDocument { readonly _id: string; readonly source: string; readonly revision: number; readonly sha256: string; readonly text: string }
/** `_id`: source/generation/id. */
interface PartDocument { readonly _id: string; /** source/generation */ readonly part: string }
/** `_id`: source/version that a correction made; for a day, as long as somebody may still think better of it. */
interface MadeDocument extends Made { readonly _id: string; readonly createdAt: Date }
type SentenceDocument = SentenceRecord & PartDocument;
type DraftDocument = DraftRecord & PartDocument;

const schema = new Schema<SourceDocument>({
  _id: { type: String, required: true },
  kind: { type: String, required: true },
  urgency: { type: String, default: null },
  title: { type: String, required: true },
  date: { type: String, default: null },
  speaker: { type: String, default: null },
  basis: { type: [String], required: true },
  sha256: { type: String, required: true },
  file: { type: Schema.Types.Mixed, default: null },
  length: { type: Number, required: true },
  notes: { type: [String], required: true },
  sections: { type: Schema.Types.Mixed, required: true },
  coverage: { type: Schema.Types.Mixed, required: true },
  importedAt: { type: String, required: true },
  importedBy: { type: Schema.Types.Mixed, required: true },
  version: { type: Number, required: true },
  revision: { type: Number, required: true },
  supersedes: { type: Schema.Types.Mixed, required: true },
  running: { type: [String], required: true },
  lastChange: { type: Schema.Types.Mixed, default: null },
  generation: { type: String, required: true },
}, { collection: 'sources', versionKey: false, minimize: false, strict: true });

export const sourceIndexes: readonly IndexSpec[] = [
  { collection: 'sources', name: 'imported', keys: { importedAt: -1, _id: 1 } },
  { collection: 'sentences', name: 'part_order', keys: { part: 1, order: 1, _id: 1 } },
  { collection: 'sentences', name: 'part_start', keys: { part: 1, start: 1 } },
  { collection: 'drafts', name: 'part_start', keys: { part: 1, start: 1, _id: 1 } },
  { collection: 'drafts', name: 'part_sentences', keys: { part: 1, sentences: 1 } },
  { collection: 'source_texts', name: 'source_revision', keys: { source: 1, revision: 1 }, unique: true },
  { collection: 'source_corrections', name: 'expiry', keys: { createdAt: 1 }, expireAfterSeconds: 86_400 },
];

/** Everything of a source that its text decides. */
export interface SourceContent {
  readonly source: SourceRecord;
  readonly text: string;
  readonly sentences: readonly SentenceRecord[];
  readonly drafts: readonly DraftRecord[];
}
export interface SourcePart { readonly sentences: SentenceRecord[]; readonly drafts: DraftRecord[] }
/** Who changes a source, and when. */
export interface Changing { readonly by: Actor; readonly at: Instant }

/** Fields of `DraftRead`; a field that is null comes as none. */
const READ = {
  _id: 0, id: 1, sentences: 1, state: 1,
  ...Object.fromEntries(['title', 'kind', 'stretch', 'lead', 'due', 'reviewDate', 'acceptance', 'sponsor', 'pack', 'matterClass'].map((field) => [`${field}.value`, 1])), byClass: 1,
};
const BATCH = 2_000;
/** Sentences that a selected stretch may touch; more than any correction allows. */
const STRETCH = 20;
const batches = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) => items.slice(index * BATCH, (index + 1) * BATCH));

const partOf = (source: string, generation: string): string => `${source}/${generation}`;
const keyOf = (part: string, { id }: { readonly id: string }): string => `${part}/${id}`;
const partDocument = <T extends { readonly id: string }>(part: string, one: T): T & PartDocument => ({ ...one, _id: keyOf(part, one), part });
const recordOfPart = <T extends PartDocument>({ _id, part: _part, ...fields }: T): Omit<T, keyof PartDocument> => fields;

const LATER = { ...NO_FIELDS, byClass: false };
/** Stored by an older release, a draft lacks the fields that have been added since: nobody has filled them in. */
const whole = (draft: DraftRecord): DraftRecord =>
  ({ ...draft, ...Object.fromEntries(Object.entries(LATER).filter(([name]) => !(name in draft))) });

export const createSourceStore = (connection: Connection) => {
  const model = connection.model('Source', schema);
  const sources = rawCollection<SourceDocument>(connection, 'sources');
  const texts = rawCollection<TextDocument>(connection, 'source_texts');
  const sentences = rawCollection<SentenceDocument>(connection, 'sentences');
  const drafts = rawCollection<DraftDocument>(connection, 'drafts');
  const corrections = rawCollection<MadeDocument>(connection, 'source_corrections');

  /** Outside any transaction; seen once a source names the generation. */
  const insertParts = async ({ source, sentences: own, drafts: cut }: SourceContent, generation: string): Promise<void> => {
    const part = partOf(source.id, generation);
    for (const batch of batches(own)) await sentences.insertMany(batch.map((one) => partDocument(part, one)));
    for (const batch of batches(cut)) await drafts.insertMany(batch.map((one) => partDocument(part, one)));
  };
  const insertText = async ({ source, text }: SourceContent, session: ClientSession): Promise<void> => {
    await texts.insertOne({ _id: `${source.id}/${source.revision}`, source: source.id, revision: source.revision, sha256: source.sha256, text }, { session });
  };
  /** All generations of a source but these; `0` is the character after `/`. */
  const sweep = async (source: string, keep: readonly string[]): Promise<void> => {
    const others = { _id: { $gte: `${source}/`, $lt: `${source}0` }, part: { $nin: keep.map((generation) => partOf(source, generation)) } };
    await Promise.all([sentences.deleteMany(others), drafts.deleteMany(others)]);
  };
  /**
   * Writes the parts, then publishes them in one transaction. What a failure leaves is removed; what a crash leaves is never
   * seen, and goes with the next import of this source.
   */
  const publish = async (content: SourceContent, publishing: (generation: string, session: ClientSession) => Promise<boolean>): Promise<string | null> => {
    const generation = randomUUID();
    const part = partOf(content.source.id, generation);
    let published = false;
    try {
      await insertParts(content, generation);
      published = await inTransaction(connection, (session) => publishing(generation, session));
    } finally {
      if (!published) await Promise.all([sentences.deleteMany({ part }), drafts.deleteMany({ part })]);
    }
    return published ? generation : null;
  };
  /** @returns the key of the parts that count; a source that is not there has none */
  const present = async (id: string, session?: ClientSession): Promise<string> => {
    const found = await sources.findOne({ _id: id }, { projection: { generation: 1 }, ...(session ? { session } : {}) });
    return partOf(id, found?.generation ?? '');
  };
  const documentOf = ({ id, ...fields }: SourceRecord, generation: string): SourceDocument => ({ _id: id, ...fields, generation });
  // What was taken in before this was kept has no last change.
  const recordOf = ({ _id, generation: _generation, ...fields }: SourceDocument): SourceRecord => ({ ...fields, id: _id, lastChange: (fields as Partial<SourceRecord>).lastChange ?? null });
  const coverageSteps = (change: SourceCoverage): Record<string, number> =>
    Object.fromEntries(Object.entries(change).map(([name, by]) => [`coverage.${name}`, by as number]));
  const draftsWhere = async (part: string, filter: object): Promise<DraftRecord[]> =>
    (await drafts.find({ part, ...filter }).sort({ start: 1, _id: 1 }).toArray()).map((draft) => whole(recordOfPart(draft)));
  const sentencesWhere = async (part: string, filter: object): Promise<SentenceRecord[]> =>
    (await sentences.find({ part, ...filter }).sort({ order: 1, _id: 1 }).toArray()).map(recordOfPart);

  return {
    /** Whole or not at all. @throws MongoServerError 11000 where the id is there already */
    async insert(content: SourceContent): Promise<void> {
      const generation = await publish(content, async (made, session) => {
        await sources.insertOne(documentOf(content.source, made), { session });
        await insertText(content, session);
        return true;
      });
      if (generation !== null) await sweep(content.source.id, [generation]);
    },

    async get(id: string): Promise<SourceRecord | null> {
      const found = await sources.findOne({ _id: id });
      return found ? recordOf(found) : null;
    },

    /** The latest import first. */
    async list(limit: number, after: { importedAt: Instant; id: string } | null, only?: readonly string[]): Promise<Omit<SourceRecord, 'sections'>[]> {
      const page = after === null ? {} : { $or: [{ importedAt: { $lt: after.importedAt } }, { importedAt: after.importedAt, _id: { $gt: after.id } }] };
      const found = await model.find(only === undefined ? page : { $and: [{ _id: { $in: [...only] } }, page] }, { sections: 0 }).sort({ importedAt: -1, _id: 1 }).limit(limit).lean<SourceDocument[]>().exec();
      return found.map(recordOf);
    },

    /** @param revision the present one and every one before it are kept */
    async text(id: string, revision: number): Promise<string> {
      const found = await texts.findOne({ _id: `${id}/${revision}` });
      if (!found) throw new Error(`source ${id} has no text of revision ${revision}`);
      return found.text;
    },

    /** In the text's order. */
    async sentences(id: string, fromOrder: number, limit: number): Promise<SentenceRecord[]> {
      const part = await present(id);
      return (await sentences.find({ part, order: { $gte: fromOrder } }).sort({ order: 1, _id: 1 }).limit(limit).toArray()).map(recordOfPart);
    },
    allSentences: async (id: string): Promise<SentenceRecord[]> => sentencesWhere(await present(id), {}),
    allDrafts: async (id: string): Promise<DraftRecord[]> => draftsWhere(await present(id), {}),
    draftsIn: async (id: string, sentenceIds: readonly string[]): Promise<DraftRecord[]> => draftsWhere(await present(id), { sentences: { $in: [...sentenceIds] } }),
    /** The same without what each value comes from: a long speech has megabytes of that. */
    draftsRead: async (id: string, sentenceIds: readonly string[]): Promise<DraftRead[]> =>
      drafts.find({ part: await present(id), sentences: { $in: [...sentenceIds] } }).sort({ start: 1, _id: 1 }).project<DraftRead>(READ).toArray(),
    drafts: async (id: string, draftIds: readonly string[]): Promise<DraftRecord[]> => {
      const part = await present(id);
      return draftsWhere(part, { _id: { $in: draftIds.map((draft) => keyOf(part, { id: draft })) } });
    },

    /** What belongs together with these drafts, sentences and that stretch: until no draft reaches into a sentence outside. */
    async part(id: string, named: { readonly drafts: readonly string[]; readonly sentences: readonly string[]; readonly span: Span | null }): Promise<SourcePart> {
      const part = await present(id);
      const first = await draftsWhere(part, { _id: { $in: named.drafts.map((draft) => keyOf(part, { id: draft })) } });
      const known = new Set([...named.sentences, ...first.flatMap((draft) => draft.sentences)]);
      if (named.span) {
        const touched = await sentences.find({ part, start: { $lt: named.span.end }, end: { $gt: named.span.start } }).sort({ start: -1 }).limit(STRETCH).toArray();
        touched.forEach((sentence) => known.add(sentence.id));
      }
      for (;;) {
        const own = await draftsWhere(part, { sentences: { $in: [...known] } });
        const reached = own.flatMap((draft) => draft.sentences).filter((sentence) => !known.has(sentence));
        if (reached.length === 0) return { sentences: await sentencesWhere(part, { _id: { $in: [...known].map((one) => keyOf(part, { id: one })) } }), drafts: own };
        reached.forEach((sentence) => known.add(sentence));
      }
    },

    /**
     * @param before the same records as they stood
     * @returns false where the version is no longer `expected`: somebody corrected meanwhile
     */
    async change(id: string, expected: number, changed: SourcePart, coverage: SourceCoverage, lastChange: Changing, before: SourcePart): Promise<boolean> {
      return inTransaction(connection, async (session) => {
        const { matchedCount } = await sources.updateOne({ _id: id, version: expected }, { $inc: { version: 1, ...coverageSteps(coverage) }, $set: { lastChange } }, { session });
        if (matchedCount === 0) return false;
        await corrections.insertOne({ _id: `${id}/${expected + 1}`, before, after: changed, createdAt: new Date() }, { session });
        const part = await present(id, session);
        const steps = <T extends { readonly id: string }>(records: readonly T[]) => records.map((one) => partDocument(part, one))
          .map((replacement) => ({ replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true } }));
        if (changed.sentences.length > 0) await sentences.bulkWrite(steps(changed.sentences), { session });
        if (changed.drafts.length > 0) await drafts.bulkWrite(steps(changed.drafts), { session });
        return true;
      });
    },

    /** What the correction changed that made this version; null where it was none, or longer than a day ago. */
    async made(id: string, version: number): Promise<Made | null> {
      const found = await corrections.findOne({ _id: `${id}/${version}` });
      const stood = ({ sentences: own, drafts: cut }: Made['before']): Made['before'] => ({ sentences: own, drafts: cut.map(whole) });
      return found ? { before: stood(found.before), after: stood(found.after) } : null;
    },

    /** A new revision of the text in place of the old one, which is kept as text. @returns false where the version is another or a registration runs */
    async revise(content: SourceContent, expected: number): Promise<boolean> {
      const { source } = content;
      const before = (await sources.findOne({ _id: source.id }, { projection: { generation: 1 } }))?.generation ?? '';
      const generation = await publish(content, async (made, session) => {
        const { matchedCount } = await sources.replaceOne({ _id: source.id, version: expected, running: { $size: 0 } }, documentOf(source, made), { session });
        if (matchedCount === 0) return false;
        await insertText(content, session);
        return true;
      });
      // The one before stays until the next: somebody may be reading it.
      if (generation !== null) await sweep(source.id, [generation, before]);
      return generation !== null;
    },

    /**
     * Binds drafts to a registration, in the caller's transaction.
     * @returns false where the version is another or a draft is no longer open: the caller ends the transaction
     */
    async bind(id: string, expected: number, draftIds: readonly string[], registration: string, ready: number, lastChange: Changing, session: ClientSession): Promise<boolean> {
      const { matchedCount } = await sources.updateOne(
        { _id: id, version: expected }, { $inc: { version: 1, 'coverage.ready': -ready }, $push: { running: registration }, $set: { lastChange } }, { session },
      );
      if (matchedCount === 0) return false;
      const part = await present(id, session);
      const bound = await drafts.updateMany(
        { _id: { $in: draftIds.map((draft) => keyOf(part, { id: draft })) }, 'state.kind': 'open' }, { $set: { state: { kind: 'registering', registration } } }, { session },
      );
      return bound.matchedCount === draftIds.length;
    },

    /** Marks drafts of a registration as registered. @returns how many were not so yet */
    async markRegistered(id: string, registration: string, made: readonly { readonly draft: string; readonly commitment: string; readonly at: Instant }[], session: ClientSession): Promise<number> {
      if (made.length === 0) return 0;
      const part = await present(id, session);
      const { matchedCount } = await drafts.bulkWrite(made.map(({ draft, commitment, at }) => ({
        updateOne: {
          filter: { _id: keyOf(part, { id: draft }), 'state.kind': 'registering' as const, 'state.registration': registration },
          update: { $set: { state: { kind: 'registered' as const, registration, commitment, at } } },
        },
      })), { session });
      if (matchedCount > 0) await sources.updateOne({ _id: id }, { $inc: { 'coverage.registered': matchedCount } }, { session });
      return matchedCount;
    },

    /** Opens what a registration could not register. @returns how many were still bound */
    async release(id: string, registration: string, draftIds: readonly string[], session: ClientSession): Promise<number> {
      if (draftIds.length === 0) return 0;
      const part = await present(id, session);
      const { matchedCount } = await drafts.updateMany(
        { _id: { $in: draftIds.map((draft) => keyOf(part, { id: draft })) }, 'state.kind': 'registering', 'state.registration': registration },
        { $set: { state: { kind: 'open' } } }, { session },
      );
      if (matchedCount > 0) await sources.updateOne({ _id: id }, { $inc: { 'coverage.ready': matchedCount } }, { session });
      return matchedCount;
    },

    async ended(id: string, registration: string, session: ClientSession): Promise<void> {
      await sources.updateOne({ _id: id }, { $pull: { running: registration } }, { session });
    },

    /** Titles of the open ledger, for likenesses. */
    /** By id. */
    async titles(): Promise<Map<string, string>> {
      const found = await model.find({}, { title: 1 }).lean<{ _id: string; title: string }[]>().exec();
      return new Map(found.map(({ _id, title }) => [_id, title]));
    },

    async openTitles(limit: number): Promise<{ id: string; title: string }[]> {
      const found = await connection.collection<{ _id: string; state: { title: string } }>('commitments')
        .find({ 'state.status': { $in: [...OPEN_STATES] } }, { projection: { 'state.title': 1 } }).limit(limit).toArray();
      return found.map(({ _id, state }) => ({ id: _id, title: state.title }));
    },

    /** Numbers of commitments by id; null before the first wake. */
    async numbers(commitments: readonly string[]): Promise<Map<string, string | null>> {
      const found = await connection.collection<{ _id: string; number: string | null }>('commitments')
        .find({ _id: { $in: [...commitments] } }, { projection: { number: 1 } }).toArray();
      return new Map(found.map(({ _id, number }) => [_id, number]));
    },
  };
};
export type SourceStore = ReturnType<typeof createSourceStore>;
