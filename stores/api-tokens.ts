/** Tokens for other systems: kept by their hash, with a scope and an end. */
import { Schema, type Connection } from 'mongoose';
import { rawCollection } from './connection';
import type { IndexSpec } from './index-spec';
import { readTogether } from './together';

export interface TokenDocument {
  /** Shown in lists; says nothing about the secret. */
  readonly _id: string;
  /** SHA-256 of the secret: 256 random bits need no slow hash. */
  readonly hash: string;
  readonly account: string;
  readonly label: string;
  /** Actions; null: whatever the account may. */
  readonly scope: readonly string[] | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const schema = new Schema<TokenDocument>({
  _id: { type: String, required: true },
  hash: { type: String, required: true },
  account: { type: String, required: true },
  label: { type: String, required: true },
  scope: { type: [String], default: null },
  createdAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
}, { collection: 'apiTokens', versionKey: false });

export const tokenIndexes: readonly IndexSpec[] = [
  { collection: 'apiTokens', name: 'hash', keys: { hash: 1 }, unique: true },
  { collection: 'apiTokens', name: 'account', keys: { account: 1 } },
  { collection: 'apiTokens', name: 'expiry', keys: { expiresAt: 1 }, expireAfterSeconds: 0 },
];

export const createTokenStore = (connection: Connection) => {
  const model = connection.model('ApiToken', schema);
  const raw = rawCollection<TokenDocument>(connection, 'apiTokens');
  const byHash = readTogether((hash) => model.findOne({ hash }).lean<TokenDocument>().exec());
  return {
    async insert(token: TokenDocument): Promise<void> {
      await raw.insertOne(token);
    },
    /** @returns null where there is none, or its time is over: the server removes it only within a minute or so */
    async byHash(hash: string, now: Date): Promise<TokenDocument | null> {
      const token = await byHash(hash);
      return token && token.expiresAt > now ? token : null;
    },
    async of(account: string): Promise<TokenDocument[]> {
      return model.find({ account }).sort({ createdAt: 1, _id: 1 }).lean<TokenDocument[]>().exec();
    },
    /** @returns false where the account has no such token */
    async remove(id: string, account: string): Promise<boolean> {
      return (await raw.deleteOne({ _id: id, account })).deletedCount === 1;
    },
    /** All of an account: a new password, a switched-off account, or somebody who has lost hold of them. @returns how many */
    async removeOf(account: string): Promise<number> {
      return (await raw.deleteMany({ account })).deletedCount;
    },
    /** How many are good, by account; who has none is missing. */
    async counts(now: Date): Promise<ReadonlyMap<string, number>> {
      const found = await raw.aggregate<{ _id: string; count: number }>([{ $match: { expiresAt: { $gt: now } } }, { $group: { _id: '$account', count: { $sum: 1 } } }]).toArray();
      return new Map(found.map(({ _id, count }) => [_id, count]));
    },
  };
};
export type TokenStore = ReturnType<typeof createTokenStore>;
