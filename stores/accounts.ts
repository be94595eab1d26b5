/** Who may log in. What a person may do comes from the posts held today; an account adds only what no post brings. */
import { Schema, type Connection } from 'mongoose';
import type { Instant } from '../domain/time';
import { isDuplicateKey, rawCollection } from './connection';
import type { IndexSpec } from './index-spec';
import { readTogether } from './together';

export interface AccountDocument {
  /** What is typed at log-in. */
  readonly _id: string;
  /** Of the organisation's list, where the person stands in it. */
  readonly person: string;
  readonly name: string;
  /** Beside those that posts bring: administrators, and who has no post. */
  readonly roles: readonly string[];
  /** `scrypt$…`; null where nobody logs in with a password (OIDC, tokens only). */
  readonly password: string | null;
  /** A one-time password: the first log-in must set another. */
  readonly mustChange: boolean;
  readonly passwordChangedAt: Date;
  /** Hashes of former passwords, the latest first. */
  readonly formerPasswords: readonly string[];
  readonly active: boolean;
  readonly version: number;
  /** Who changed it last; absent where nobody has since this is kept. */
  readonly changed?: { readonly person: string; readonly name: string; readonly at: Instant };
}
export type AccountChange = Partial<Omit<AccountDocument, '_id' | 'version'>>;

const schema = new Schema<AccountDocument>({
  _id: { type: String, required: true },
  person: { type: String, required: true },
  name: { type: String, required: true },
  roles: { type: [String], required: true },
  password: { type: String, default: null },
  mustChange: { type: Boolean, required: true },
  passwordChangedAt: { type: Date, required: true },
  formerPasswords: { type: [String], required: true },
  active: { type: Boolean, required: true },
  version: { type: Number, required: true },
  changed: { type: Schema.Types.Mixed },
}, { collection: 'accounts', versionKey: false });

export const accountIndexes: readonly IndexSpec[] = [{ collection: 'accounts', name: 'person', keys: { person: 1 }, unique: true }];

export const createAccountStore = (connection: Connection) => {
  const model = connection.model('Account', schema);
  const raw = rawCollection<AccountDocument>(connection, 'accounts');
  return {
    get: readTogether((id) => model.findById(id).lean<AccountDocument>().exec()),
    async list(): Promise<AccountDocument[]> {
      return model.find({}).sort({ _id: 1 }).lean<AccountDocument[]>().exec();
    },
    /** @returns false where the account's name or its person is taken */
    async insert(account: AccountDocument): Promise<boolean> {
      try {
        await raw.insertOne(account);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    /** @returns false where the version is no longer `expected` */
    async change(id: string, expected: number, change: AccountChange): Promise<boolean> {
      const result = await raw.updateOne({ _id: id, version: expected }, { $set: { ...change, version: expected + 1 } });
      return result.matchedCount === 1;
    },
    /** Persons who have one of these roles, switched off or not. */
    async personsWith(roles: readonly string[]): Promise<ReadonlySet<string>> {
      return new Set((await model.find({ roles: { $in: [...roles] } }, { person: 1 }).lean<Pick<AccountDocument, 'person'>[]>().exec()).map(({ person }) => person));
    },
    async any(): Promise<boolean> {
      return (await model.exists({}).exec()) !== null;
    },
  };
};
export type AccountStore = ReturnType<typeof createAccountStore>;
