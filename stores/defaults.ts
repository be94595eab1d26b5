/** 默认时限和事项模板 by version: the newest is in force, none is ever changed. */
import { Schema, type Connection } from 'mongoose';
import { DEFAULT_NAMES, DEFAULT_SCHEMAS, type DefaultName, type Defaults } from '../domain/defaults';
import { canonicalJson } from '../domain/ledger-chain';
import type { Instant } from '../domain/time';
import type { IndexSpec } from './index-spec';
import { readTogether } from './together';

/** Null: as the program brought it. */
export type MadeBy = { readonly at: Instant; readonly person: string; readonly name: string; readonly reason: string } | null;
export interface DefaultVersion<N extends DefaultName = DefaultName> { readonly name: N; readonly version: number; readonly value: Defaults[N]; readonly made: MadeBy }
interface DefaultDocument { readonly _id: string; readonly name: DefaultName; readonly version: number; readonly value: unknown; readonly made: MadeBy }

const schema = new Schema<DefaultDocument>({
  _id: { type: String, required: true }, name: { type: String, required: true }, version: { type: Number, required: true },
  value: { type: Schema.Types.Mixed, required: true }, made: { type: Schema.Types.Mixed, default: null },
}, { collection: 'defaults', versionKey: false, minimize: false });

export const defaultIndexes: readonly IndexSpec[] = [{ collection: 'defaults', name: 'name_version', keys: { name: 1, version: -1 }, unique: true }];

/** Stored by an older release, it lacks what has been added since: the schema says how it was meant. */
const whole = <N extends DefaultName>(name: N, { version, value, made }: DefaultDocument): DefaultVersion<N> =>
  ({ name, version, value: DEFAULT_SCHEMAS[name].parse(value) as Defaults[N], made });

export const createDefaultStore = (connection: Connection) => {
  const model = connection.model('Default', schema);
  const newest = readTogether((name) => model.findOne({ name: name as DefaultName }).sort({ version: -1 }).lean<DefaultDocument>().exec());
  const add = async <N extends DefaultName>(name: N, version: number, value: Defaults[N], made: MadeBy): Promise<boolean> => {
    const result = await model.updateOne({ _id: `${name}@${version}` }, { $setOnInsert: { name, version, value, made } }, { upsert: true }).exec();
    return result.upsertedCount === 1;
  };
  const current = async <N extends DefaultName>(name: N): Promise<DefaultVersion<N>> => {
    const found = await newest(name);
    if (!found) throw new Error(`no ${name} in the store; run the start script, which puts the shipped ones in`);
    return whole(name, found);
  };
  return {
    /** What is taken now. */
    current,
    async version<N extends DefaultName>(name: N, version: number): Promise<DefaultVersion<N> | null> {
      const found = await model.findById(`${name}@${version}`).lean<DefaultDocument>().exec();
      return found && whole(name, found);
    },
    /** The newest first. */
    async versions<N extends DefaultName>(name: N): Promise<DefaultVersion<N>[]> {
      return (await model.find({ name }).sort({ version: -1 }).lean<DefaultDocument[]>().exec()).map((one) => whole(name, one));
    },
    /** @returns false where that version is there already: somebody else wrote one */
    add,
    /** Puts the shipped ones in: as first version, and as a new one where the program brings others and the office has written none of its own. */
    async install(shipped: Defaults): Promise<void> {
      for (const name of DEFAULT_NAMES) {
        const had = await newest(name);
        if (had === null || (had.made === null && canonicalJson(whole(name, had).value) !== canonicalJson(shipped[name]))) await add(name, (had?.version ?? 0) + 1, shipped[name], null);
      }
    },
  };
};
export type DefaultStore = ReturnType<typeof createDefaultStore>;
