/** Numbers of documents (督〔2026〕12号): taken before the transaction, once an owner; an unused one is void. */
import { Schema, type Connection } from 'mongoose';
import { isDuplicateKey, rawCollection } from './connection';
import type { IndexSpec } from './index-spec';

interface NumberDocument { readonly _id: string; readonly series: string; readonly owner: string; readonly n: number }

const numberSchema = new Schema<NumberDocument>({
  _id: { type: String, required: true },
  series: { type: String, required: true },
  owner: { type: String, required: true },
  n: { type: Number, required: true },
}, { collection: 'numbers', versionKey: false, strict: true });
const counterSchema = new Schema<{ _id: string; n: number }>({ _id: String, n: Number }, { collection: 'counters', versionKey: false, strict: true });

export const numberIndexes: readonly IndexSpec[] = [
  { collection: 'numbers', name: 'series_n', keys: { series: 1, n: 1 }, unique: true },
];

export const createNumberStore = (connection: Connection) => {
  const numbers = connection.model('Number', numberSchema);
  const raw = rawCollection<NumberDocument>(connection, 'numbers');
  const counters = connection.model('Counter', counterSchema);

  /**
   * The number of `owner` in `series`, e.g. 3 in 督催〔2026〕; the same one however often it is asked.
   * A counter inside the transaction made 40 writers retry 4–5 times each; before it, one try (engineering.md, D3).
   */
  const take = async (series: string, owner: string): Promise<number> => {
    const _id = `${series}:${owner}`;
    const had = await numbers.findById(_id).lean<NumberDocument>().exec();
    if (had) return had.n;
    const counter = await counters.findByIdAndUpdate(series, { $inc: { n: 1 } }, { upsert: true, returnDocument: 'after' }).lean().exec();
    if (!counter) throw new Error(`no counter for ${series}`);
    try {
      await raw.insertOne({ _id: _id, series, owner, n: counter.n });
      return counter.n;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return take(series, owner);
    }
  };

  return {
    take,
    /** 督催〔2026〕3号 */
    async takeLabel(series: string, year: string, owner: string): Promise<string> {
      return `${series}〔${year}〕${await take(`${series}〔${year}〕`, owner)}号`;
    },
  };
};
export type NumberStore = ReturnType<typeof createNumberStore>;
