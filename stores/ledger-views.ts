/** 视图: how a person likes to see the 台账; kept per person. */
import { Schema, type Connection } from 'mongoose';
import type { Instant } from '../domain/time';
import { isDuplicateKey } from './connection';
import type { IndexSpec } from './index-spec';

export interface LedgerView {
  readonly id: string;
  readonly name: string;
  /** Filter and order as the page's address holds them. */
  readonly query: string;
  readonly columns: readonly string[];
  readonly version: number;
  /** Null: saved by an older release, and not since. */
  readonly savedAt: Instant | null;
}
export type ViewContent = Pick<LedgerView, 'name' | 'query' | 'columns'>;
/** Views of older releases have neither version nor time. */
interface ViewDocument extends ViewContent { readonly _id: string; readonly person: string; readonly version?: number | null; readonly savedAt?: Instant | null }

const text = { type: String, required: true } as const;
const schema = new Schema<ViewDocument>({ _id: text, person: text, name: text, query: { type: String, default: '' }, columns: [String], version: Number, savedAt: String }, { collection: 'ledger_views', versionKey: false, strict: 'throw' });

export const ledgerViewIndexes: readonly IndexSpec[] = [{ collection: 'ledger_views', name: 'person', keys: { person: 1, name: 1 }, unique: true }];

export const createLedgerViewStore = (connection: Connection) => {
  const model = connection.model('LedgerView', schema);
  const viewOf = ({ _id, name, query, columns, version, savedAt }: ViewDocument): LedgerView => ({ id: _id, name, query, columns, version: version ?? 1, savedAt: savedAt ?? null });
  const standing = (expected: number) => ({ version: expected === 1 ? { $in: [1, null] } : expected });
  return {
    /** By name. */
    async of(person: string): Promise<LedgerView[]> {
      return (await model.find({ person }).sort({ name: 1 }).lean<ViewDocument[]>().exec()).map(viewOf);
    },
    /** @returns null where the person has one of that name */
    async add(person: string, id: string, view: ViewContent, savedAt: Instant): Promise<LedgerView | null> {
      try {
        return viewOf((await model.create({ _id: id, person, ...view, version: 1, savedAt })).toObject<ViewDocument>());
      } catch (error) {
        if (isDuplicateKey(error)) return null;
        throw error;
      }
    },
    /** Replaces the one of that name. @returns null where its version is not `expected` */
    async replace(person: string, view: ViewContent, expected: number, savedAt: Instant): Promise<LedgerView | null> {
      const found = await model.findOneAndUpdate({ person, name: view.name, ...standing(expected) }, { $set: { ...view, version: expected + 1, savedAt } }, { returnDocument: 'after' }).lean<ViewDocument>().exec();
      return found && viewOf(found);
    },
    /** @returns false where the person has none of that id and version */
    async remove(person: string, id: string, expected: number): Promise<boolean> {
      return (await model.deleteOne({ _id: id, person, ...standing(expected) }).exec()).deletedCount === 1;
    },
  };
};
export type LedgerViewStore = ReturnType<typeof createLedgerViewStore>;
