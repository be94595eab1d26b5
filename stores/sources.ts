/**
 * Sources with their sentences and drafts, each in a collection of its own: a text of 5 MB has some ten thousand of either,
 * and a correction touches three. `version` guards every write; the coverage is kept beside by its changes.
 */
import { Schema, type ClientSession, type Connection } from 'mongoose';
import type { DraftRecord, SentenceRecord, SourceCoverage, SourceRecord, Span } from '../domain/drafts';
import type { Instant } from '../domain/time';
import { OPEN_STATES } from '../domain/vocabulary';
import { inTransaction, rawCollection } from './connection';
import type { IndexSpec } from './index-spec';

export interface SourceDocument extends Omit<SourceRecord, 'id'> { readonly _id: string }
interface TextDocument { readonly _id: string; readonly source: string; readonly revision: number; readonly sha256: string; readonly text: string }
interface SentenceDocument extends SentenceRecord { readonly _id: string }
interface DraftDocument extends DraftRecord { readonly _id: string }

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
}, { collection: 'sources', versionKey: false, minimize: false, strict: true });

export const sourceIndexes: readonly IndexSpec[] = [
  { collection: 'sources', name: 'imported', keys: { importedAt: -1, _id: 1 } },
  { collection: 'sentences', name: 'source_order', keys: { source: 1, order: 1, _id: 1 } },
  { collection: 'sentences', name: 'source_start', keys: { source: 1, start: 1 } },
  { collection: 'drafts', name: 'source_start', keys: { source: 1, start: 1, _id: 1 } },
  { collection: 'drafts', name: 'source_sentences', keys: { source: 1, sentences: 1 } },
  { collection: 'source_texts', name: 'source_revision', keys: { source: 1, revision: 1 }, unique: true },
];

/** Everything of a source that its text decides. */
export interface SourceContent {
  readonly source: SourceRecord;
  readonly text: string;
  readonly sentences: readonly SentenceRecord[];
  readonly drafts: readonly DraftRecord[];
}
export interface SourcePart { readonly sentences: SentenceRecord[]; readonly drafts: DraftRecord[] }

const BATCH = 2_000;
const batches = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) => items.slice(index * BATCH, (index + 1) * BATCH));

const keyOf = ({ source, id }: { readonly source: string; readonly id: string }): string => `${source}/${id}`;
const plain = <T extends { readonly _id: string }>({ _id, ...fields }: T): Omit<T, '_id'> => fields;

export const createSourceStore = (connection: Connection) => {
  const model = connection.model('Source', schema);
  const sources = rawCollection<SourceDocument>(connection, 'sources');
  const texts = rawCollection<TextDocument>(connection, 'source_texts');
  const sentences = rawCollection<SentenceDocument>(connection, 'sentences');
  const drafts = rawCollection<DraftDocument>(connection, 'drafts');

  const insertParts = async ({ source, text, sentences: own, drafts: cut }: SourceContent, session: ClientSession): Promise<void> => {
    await texts.insertOne({ _id: `${source.id}/${source.revision}`, source: source.id, revision: source.revision, sha256: source.sha256, text }, { session });
    for (const batch of batches(own)) await sentences.insertMany(batch.map((one) => ({ _id: keyOf(one), ...one })), { session });
    for (const batch of batches(cut)) await drafts.insertMany(batch.map((one) => ({ _id: keyOf(one), ...one })), { session });
  };
  const documentOf = ({ id, ...fields }: SourceRecord): SourceDocument => ({ _id: id, ...fields });
  const recordOf = ({ _id, ...fields }: SourceDocument): SourceRecord => ({ id: _id, ...fields });
  const coverageSteps = (change: SourceCoverage): Record<string, number> =>
    Object.fromEntries(Object.entries(change).map(([name, by]) => [`coverage.${name}`, by as number]));
  const draftsWhere = async (source: string, filter: object): Promise<DraftRecord[]> =>
    (await drafts.find({ source, ...filter }).sort({ start: 1, _id: 1 }).toArray()).map(plain);
  const sentencesWhere = async (source: string, filter: object): Promise<SentenceRecord[]> =>
    (await sentences.find({ source, ...filter }).sort({ order: 1, _id: 1 }).toArray()).map(plain);

  return {
    /** Whole or not at all. @throws MongoServerError 11000 where the id is there already */
    async insert(content: SourceContent): Promise<void> {
      await inTransaction(connection, async (session) => {
        await sources.insertOne(documentOf(content.source), { session });
        await insertParts(content, session);
      });
    },

    async get(id: string): Promise<SourceRecord | null> {
      const found = await sources.findOne({ _id: id });
      return found ? recordOf(found) : null;
    },

    /** The latest import first. */
    async list(limit: number, after: { importedAt: Instant; id: string } | null): Promise<Omit<SourceRecord, 'sections'>[]> {
      const filter = after === null ? {} : { $or: [{ importedAt: { $lt: after.importedAt } }, { importedAt: after.importedAt, _id: { $gt: after.id } }] };
      const found = await model.find(filter, { sections: 0 }).sort({ importedAt: -1, _id: 1 }).limit(limit).lean<SourceDocument[]>().exec();
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
      return (await sentences.find({ source: id, order: { $gte: fromOrder } }).sort({ order: 1, _id: 1 }).limit(limit).toArray()).map(plain);
    },
    allSentences: (id: string): Promise<SentenceRecord[]> => sentencesWhere(id, {}),
    allDrafts: (id: string): Promise<DraftRecord[]> => draftsWhere(id, {}),
    draftsIn: (id: string, sentenceIds: readonly string[]): Promise<DraftRecord[]> => draftsWhere(id, { sentences: { $in: [...sentenceIds] } }),
    drafts: (id: string, draftIds: readonly string[]): Promise<DraftRecord[]> => draftsWhere(id, { id: { $in: [...draftIds] } }),

    /** What belongs together with these drafts, sentences and that stretch: until no draft reaches into a sentence outside. */
    async part(id: string, named: { readonly drafts: readonly string[]; readonly sentences: readonly string[]; readonly span: Span | null }): Promise<SourcePart> {
      const first = await draftsWhere(id, { id: { $in: [...named.drafts] } });
      const known = new Set([...named.sentences, ...first.flatMap((draft) => draft.sentences)]);
      if (named.span) (await sentencesWhere(id, { start: { $lt: named.span.end }, end: { $gt: named.span.start } })).slice(0, 50).forEach((s) => known.add(s.id));
      for (;;) {
        const own = await draftsWhere(id, { sentences: { $in: [...known] } });
        const reached = own.flatMap((draft) => draft.sentences).filter((sentence) => !known.has(sentence));
        if (reached.length === 0) return { sentences: await sentencesWhere(id, { id: { $in: [...known] } }), drafts: own };
        reached.forEach((sentence) => known.add(sentence));
      }
    },

    /** @returns false where the version is no longer `expected`: somebody corrected meanwhile */
    async change(id: string, expected: number, changed: SourcePart, coverage: SourceCoverage): Promise<boolean> {
      return inTransaction(connection, async (session) => {
        const { matchedCount } = await sources.updateOne({ _id: id, version: expected }, { $inc: { version: 1, ...coverageSteps(coverage) } }, { session });
        if (matchedCount === 0) return false;
        for (const one of changed.sentences) await sentences.replaceOne({ _id: keyOf(one) }, one, { session });
        if (changed.drafts.length > 0) {
          await drafts.bulkWrite(changed.drafts.map((one) => ({ replaceOne: { filter: { _id: keyOf(one) }, replacement: one, upsert: true } })), { session });
        }
        return true;
      });
    },

    /** A new revision of the text in place of the old one, which is kept as text. @returns false where the version is another or a registration runs */
    async revise(content: SourceContent, expected: number): Promise<boolean> {
      const { source } = content;
      return inTransaction(connection, async (session) => {
        const { matchedCount } = await sources.replaceOne({ _id: source.id, version: expected, running: { $size: 0 } }, documentOf(source), { session });
        if (matchedCount === 0) return false;
        await sentences.deleteMany({ source: source.id }, { session });
        await drafts.deleteMany({ source: source.id }, { session });
        await insertParts(content, session);
        return true;
      });
    },

    /**
     * Binds drafts to a registration, in the caller's transaction.
     * @returns false where the version is another or a draft is no longer open: the caller ends the transaction
     */
    async bind(id: string, expected: number, draftIds: readonly string[], registration: string, ready: number, session: ClientSession): Promise<boolean> {
      const { matchedCount } = await sources.updateOne(
        { _id: id, version: expected }, { $inc: { version: 1, 'coverage.ready': -ready }, $push: { running: registration } }, { session },
      );
      if (matchedCount === 0) return false;
      const bound = await drafts.updateMany(
        { _id: { $in: draftIds.map((draft) => keyOf({ source: id, id: draft })) }, 'state.kind': 'open' }, { $set: { state: { kind: 'registering', registration } } }, { session },
      );
      return bound.matchedCount === draftIds.length;
    },

    /** Marks drafts of a registration as registered. @returns how many were not so yet */
    async markRegistered(id: string, registration: string, made: readonly { readonly draft: string; readonly commitment: string; readonly at: Instant }[], session: ClientSession): Promise<number> {
      if (made.length === 0) return 0;
      const { matchedCount } = await drafts.bulkWrite(made.map(({ draft, commitment, at }) => ({
        updateOne: {
          filter: { _id: keyOf({ source: id, id: draft }), 'state.kind': 'registering' as const, 'state.registration': registration },
          update: { $set: { state: { kind: 'registered' as const, registration, commitment, at } } },
        },
      })), { session });
      if (matchedCount > 0) await sources.updateOne({ _id: id }, { $inc: { 'coverage.registered': matchedCount } }, { session });
      return matchedCount;
    },

    /** Opens what a registration could not register. @returns how many were still bound */
    async release(id: string, registration: string, draftIds: readonly string[], session: ClientSession): Promise<number> {
      const { matchedCount } = await drafts.updateMany(
        { _id: { $in: draftIds.map((draft) => keyOf({ source: id, id: draft })) }, 'state.kind': 'registering', 'state.registration': registration },
        { $set: { state: { kind: 'open' } } }, { session },
      );
      if (matchedCount > 0) await sources.updateOne({ _id: id }, { $inc: { 'coverage.ready': matchedCount } }, { session });
      return matchedCount;
    },

    async ended(id: string, registration: string, session: ClientSession): Promise<void> {
      await sources.updateOne({ _id: id }, { $pull: { running: registration } }, { session });
    },

    /** Titles of the open ledger, for likenesses. */
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
