/** 视图: how a person likes to see the 台账; kept per person. */
import { Schema, type Connection } from 'mongoose';
import type { IndexSpec } from './index-spec';

export interface LedgerView {
  readonly id: string;
  readonly name: string;
  /** Filter and order as the page's address holds them. */
  readonly query: string;
  readonly columns: readonly string[];
}
interface ViewDocument extends Omit<LedgerView, 'id'> { readonly _id: string; readonly person: string }

const text = { type: String, required: true } as const;
const schema = new Schema<ViewDocument>({ _id: text, person: text, name: text, query: { type: String, default: '' }, columns: [String] }, { collection: 'ledger_views', versionKey: false, strict: 'throw' });

export const ledgerViewIndexes: readonly IndexSpec[] = [{ collection: 'ledger_views', name: 'person', keys: { person: 1, name: 1 }, unique: true }];

export const createLedgerViewStore = (connection: Connection) => {
  const model = connection.model('LedgerView', schema);
  return {
    /** By name. */
    async of(person: string): Promise<LedgerView[]> {
      const found = await model.find({ person }).sort({ name: 1 }).lean<ViewDocument[]>().exec();
      return found.map(({ _id, name, query, columns }) => ({ id: _id, name, query, columns }));
    },
    /** One of that name is replaced. @returns the view as it is kept */
    async save(person: string, view: LedgerView): Promise<LedgerView> {
      const { id, ...fields } = view;
      const found = await model.findOneAndUpdate({ person, name: view.name }, { $set: fields, $setOnInsert: { _id: id, person } }, { upsert: true, returnDocument: 'after' }).lean<ViewDocument>().exec();
      return { ...fields, id: found?._id ?? id };
    },
    /** @returns false where the person has none of that id */
    async remove(person: string, id: string): Promise<boolean> {
      return (await model.deleteOne({ _id: id, person }).exec()).deletedCount === 1;
    },
  };
};
export type LedgerViewStore = ReturnType<typeof createLedgerViewStore>;
