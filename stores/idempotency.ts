/** One answer a (actor, route, key): the same body gets the same answer, another body is refused, one in flight is told so. */
import { Schema, type Connection } from 'mongoose';
import { bulkRefusals, insertTogether, isDuplicateKey, rawCollection } from './connection';
import type { IndexSpec } from './index-spec';
import { writeTogether } from './together';

export const IDEMPOTENCY_DAYS = 7;

export interface StoredAnswer { readonly status: number; readonly body: unknown }
interface IdempotencyDocument {
  readonly _id: string;
  readonly bodySha256: string;
  readonly state: 'inFlight' | 'done';
  readonly answer: StoredAnswer | null;
  /** Wall clock: TTL, and how long a dead request may hold its key. */
  readonly createdAt: Date;
}

const schema = new Schema<IdempotencyDocument>({
  _id: { type: String, required: true },
  bodySha256: { type: String, required: true },
  state: { type: String, required: true },
  answer: { type: Schema.Types.Mixed, default: null },
  createdAt: { type: Date, required: true },
}, { collection: 'idempotency', versionKey: false, minimize: false });

export const idempotencyIndexes: readonly IndexSpec[] = [
  { collection: 'idempotency', name: 'expiry', keys: { createdAt: 1 }, expireAfterSeconds: IDEMPOTENCY_DAYS * 86_400 },
];

export type Opening =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'done'; readonly answer: StoredAnswer }
  | { readonly kind: 'otherBody' }
  | { readonly kind: 'inFlight' };

/** A request that died with its process frees its key after this; every handler ends well before. */
const STALE_MS = 30_000;

export const createIdempotencyStore = (connection: Connection) => {
  const model = connection.model('Idempotency', schema);
  const raw = rawCollection<IdempotencyDocument>(connection, 'idempotency');
  const insert = insertTogether(() => raw);
  const finish = writeTogether<{ readonly id: string; readonly answer: StoredAnswer }>((done) => bulkRefusals(() => raw.bulkWrite(
    done.map(({ id, answer }) => ({ updateOne: { filter: { _id: id }, update: { $set: { state: 'done', answer } } } })), { ordered: false },
  )));
  return {
    /** @param wallClock real time: this is about requests in flight, not about what is owed */
    async open(id: string, bodySha256: string, wallClock: Date): Promise<Opening> {
      try {
        await insert({ _id: id, bodySha256, state: 'inFlight', answer: null, createdAt: wallClock });
        return { kind: 'fresh' };
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      const had = await model.findById(id).lean<IdempotencyDocument>().exec();
      if (!had) return this.open(id, bodySha256, wallClock);
      if (had.bodySha256 !== bodySha256) return { kind: 'otherBody' };
      if (had.state === 'done' && had.answer) return { kind: 'done', answer: had.answer };
      const stale = new Date(wallClock.getTime() - STALE_MS);
      const taken = await model.updateOne({ _id: id, state: 'inFlight', createdAt: { $lt: stale } }, { $set: { createdAt: wallClock } }).exec();
      return taken.modifiedCount === 1 ? { kind: 'fresh' } : { kind: 'inFlight' };
    },
    /** What was asked under a key, whatever the route; at most a few. */
    async ofKey(person: string, key: string): Promise<{ readonly route: string; readonly state: 'inFlight' | 'done'; readonly answer: StoredAnswer | null }[]> {
      const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const found = await model.find({ _id: { $regex: `^${literally(person)} [A-Z]+ \\S+ ${literally(key)}$` } }).limit(20).lean<IdempotencyDocument[]>().exec();
      return found.map(({ _id, state, answer }) => ({ route: _id.split(' ').slice(1, 3).join(' '), state, answer }));
    },
    finish: (id: string, answer: StoredAnswer): Promise<void> => finish({ id, answer }),
    /** Frees the key after a failure that may be tried again (503). */
    async release(id: string): Promise<void> {
      await model.deleteOne({ _id: id, state: 'inFlight' }).exec();
    },
  };
};
export type IdempotencyStore = ReturnType<typeof createIdempotencyStore>;
