/**
 * 问责台账: the strikes of each unit over all its commitments, one document a unit, in the order in which they came.
 * The count lives here and not in a workflow, because no commitment knows the others; pushing and reading in one atomic
 * update gives every strike its own number even where two come at once. The commitment gets it back as a fact.
 */
import { Schema, type Connection } from 'mongoose';
import type { StrikeCount } from '../domain/decide';
import type { Instant } from '../domain/time';
import { isDuplicateKey, rawCollection } from './connection';

/** `struckOff`: found to be wrong; it stays in the book and no longer counts. */
export interface Strike { readonly key: string; readonly commitment: string; readonly at: Instant; readonly struckOff?: { readonly at: Instant; readonly person: string; readonly name: string; readonly reason: string } }
export interface StrikeBook { readonly _id: string; readonly strikes: readonly Strike[] }

const bookSchema = new Schema<StrikeBook>({
  _id: { type: String, required: true }, strikes: { type: Schema.Types.Mixed, required: true },
}, { collection: 'strikes', versionKey: false, strict: true });

export const createStrikeStore = (connection: Connection) => {
  connection.model('StrikeBook', bookSchema);
  const raw = rawCollection<StrikeBook>(connection, 'strikes');

  const book = async (unit: string, strike: Strike): Promise<readonly Strike[]> => {
    try {
      await raw.updateOne({ _id: unit, 'strikes.key': { $ne: strike.key } }, { $push: { strikes: strike } }, { upsert: true });
    } catch (error) {
      // The unit's book holds this strike already: the upsert looked for a book without it.
      if (!isDuplicateKey(error)) throw error;
    }
    return (await raw.findOne({ _id: unit }))?.strikes ?? [];
  };

  return {
    /** @returns the strike's number among those of the unit since `since`; the same one however often it is asked */
    async count(unit: string, commitment: string, round: number, at: Instant, since: Instant): Promise<StrikeCount> {
      const key = `${commitment}:${round}`;
      const strikes = await book(unit, { key, commitment, at });
      const place = strikes.findIndex((one) => one.key === key);
      const earlier = strikes.slice(0, place < 0 ? strikes.length : place).filter((one) => one.at >= since && one.struckOff === undefined).map((one) => one.commitment);
      return { round, n: earlier.length + 1, since, earlier };
    },

    /** By unit. @param units only those of these */
    books(units?: readonly string[]): Promise<StrikeBook[]> {
      return raw.find(units === undefined ? {} : { _id: { $in: [...units] } }).sort({ _id: 1 }).toArray();
    },

    /** @returns false where the unit has no such strike, or it is struck off already */
    async strikeOff(unit: string, commitment: string, round: number, by: NonNullable<Strike['struckOff']>): Promise<boolean> {
      const result = await raw.updateOne({ _id: unit, strikes: { $elemMatch: { key: `${commitment}:${round}`, struckOff: { $exists: false } } } }, { $set: { 'strikes.$.struckOff': by } });
      return result.modifiedCount === 1;
    },
  };
};
export type StrikeStore = ReturnType<typeof createStrikeStore>;
