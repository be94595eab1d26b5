/** Failed log-ins, by account and by address. An attempt is counted before it is tried: guesses sent at once gain nothing. */
import { Schema, type Connection } from 'mongoose';
import { isDuplicateKey, rawCollection } from './connection';
import type { IndexSpec } from './index-spec';

interface AttemptDocument {
  /** `account:wang` or `address:10.0.0.7`. */
  readonly _id: string;
  readonly failures: number;
  readonly until: Date;
  readonly lastAt: Date;
}

const schema = new Schema<AttemptDocument>({
  _id: { type: String, required: true }, failures: { type: Number, required: true }, until: { type: Date, required: true }, lastAt: { type: Date, required: true },
}, { collection: 'loginAttempts', versionKey: false });

export const attemptIndexes: readonly IndexSpec[] = [{ collection: 'loginAttempts', name: 'expiry', keys: { lastAt: 1 }, expireAfterSeconds: 86_400 }];

/** Free attempts, then a delay that doubles with each further one. */
export interface Lockout { readonly free: number; readonly firstMs: number; readonly longestMs: number }

export const createAttemptStore = (connection: Connection) => {
  const model = connection.model('LoginAttempt', schema);
  const raw = rawCollection<AttemptDocument>(connection, 'loginAttempts');
  return {
    /** Counts an attempt. @returns null where it may be tried; else the instant from which the next one may */
    async begin(key: string, now: Date, { free, firstMs, longestMs }: Lockout): Promise<Date | null> {
      const failures = { $add: [{ $ifNull: ['$failures', 0] }, 1] };
      const over = { $subtract: [failures, free] };
      const delay = { $cond: [{ $lt: [over, 0] }, 0, { $min: [longestMs, { $multiply: [firstMs, { $pow: [2, { $min: [over, 30] }] }] }] }] };
      try {
        await raw.updateOne({ _id: key, until: { $lte: now } }, [{ $set: { failures, until: { $add: [now, delay] }, lastAt: now } }], { upsert: true });
        return null;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      // The upsert met the document that is still locked, or one that another attempt has just written.
      const had = await model.findById(key).lean<AttemptDocument>().exec();
      return had && had.until > now ? had.until : this.begin(key, now, { free, firstMs, longestMs });
    },
    async clear(key: string): Promise<void> {
      await raw.deleteOne({ _id: key });
    },
    /** Takes one attempt back: it was a good one. An address is not cleared, or an own account would buy guesses at others. */
    async undo(key: string): Promise<void> {
      await raw.updateOne({ _id: key }, [{ $set: { failures: { $max: [0, { $subtract: ['$failures', 1] }] }, until: '$lastAt' } }]);
    },
  };
};
export type AttemptStore = ReturnType<typeof createAttemptStore>;
