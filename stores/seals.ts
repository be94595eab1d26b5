/** Daily seals over the ledger's heads. Written once, never changed; one a day. */
import type { Connection } from 'mongoose';
import { sealHeads, type Head, type Seal, type SealedDay } from '../domain/seal';
import type { CivilDate, Instant } from '../domain/time';
import { inTransaction, isDuplicateKey, rawCollection } from './connection';
import type { IndexSpec } from './index-spec';
import { sha256Hex } from './ledger';

/** `_id`: the date. */
interface SealDocument extends Seal { readonly _id: string }
/** Heads of one seal, in parts that stay far below the 16 MB of a document. */
interface HeadsDocument { readonly _id: string; readonly date: CivilDate; readonly part: number; readonly heads: readonly (readonly [string, number, string])[] }
const PART = 20_000;

export const sealIndexes: readonly IndexSpec[] = [
  { collection: 'seals', name: 'n', keys: { n: 1 }, unique: true },
  { collection: 'seal_heads', name: 'date_part', keys: { date: 1, part: 1 }, unique: true },
];

export const createSealStore = (connection: Connection) => {
  const seals = () => rawCollection<SealDocument>(connection, 'seals');
  const parts = () => rawCollection<HeadsDocument>(connection, 'seal_heads');
  const headsOf = async (date: CivilDate): Promise<Head[]> =>
    (await parts().find({ date }).sort({ part: 1 }).toArray()).flatMap(({ heads }) => heads.map(([commitment, seq, hash]) => ({ commitment, seq, hash })));
  const plain = ({ _id, ...seal }: SealDocument): Seal => seal;

  return {
    headsOf,
    async last(): Promise<Seal | null> {
      const [found] = await seals().find().sort({ n: -1 }).limit(1).toArray();
      return found ? plain(found) : null;
    },
    async list(): Promise<Seal[]> {
      return (await seals().find().sort({ n: 1 }).toArray()).map(plain);
    },
    /** @returns the day's seal, made now or before; null where a later day is sealed already */
    async seal(date: CivilDate, at: Instant): Promise<Seal | null> {
      const had = await seals().findOne({ _id: date });
      if (had) return plain(had);
      try {
        return await inTransaction(connection, async (session) => {
          const [before] = await seals().find({}, { session }).sort({ n: -1 }).limit(1).toArray();
          if (before && before.date > date) return null;
          // What was written by this moment, in one snapshot: a projection and its head belong together.
          const found = await rawCollection<{ _id: string; version: number; headHash: string }>(connection, 'commitments')
            .find({ version: { $gt: 0 } }, { session, projection: { version: 1, headHash: 1 } }).sort({ _id: 1 }).toArray();
          const heads = found.map(({ _id, version, headHash }) => ({ commitment: _id, seq: version, hash: headHash }));
          const seal = sealHeads(heads, date, at, before ? plain(before) : null, sha256Hex);
          for (let part = 0; part * PART < heads.length; part += 1) {
            await parts().insertOne({ _id: `${date}:${part}`, date, part, heads: heads.slice(part * PART, (part + 1) * PART).map((head) => [head.commitment, head.seq, head.hash] as const) }, { session });
          }
          await seals().insertOne({ _id: date, ...seal }, { session });
          return seal;
        });
      } catch (error) {
        // Two workers sealed the same day: the first one's stands.
        if (!isDuplicateKey(error)) throw error;
        const other = await seals().findOne({ _id: date });
        return other ? plain(other) : null;
      }
    },
    async days(): Promise<SealedDay[]> {
      const all = (await seals().find().sort({ n: 1 }).toArray()).map(plain);
      return Promise.all(all.map(async (seal) => ({ seal, heads: await headsOf(seal.date) })));
    },
  };
};
export type SealStore = ReturnType<typeof createSealStore>;
