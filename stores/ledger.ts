/** The ledger: facts in sequence, hash-chained, one chain a commitment. There is no update and no delete. */
import { createHash } from 'node:crypto';
import { Schema, type ClientSession, type Connection } from 'mongoose';
import type { Fact } from '../domain/facts';
import type { LedgerEntry } from '../domain/ledger-chain';
import { rawCollection } from './connection';
import type { IndexSpec } from './index-spec';

export const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

interface LedgerDocument extends LedgerEntry { readonly _id: string }

const schema = new Schema<LedgerDocument>({
  _id: { type: String, required: true },
  commitment: { type: String, required: true },
  seq: { type: Number, required: true },
  fact: { type: Schema.Types.Mixed, required: true },
  ruleVersion: { type: String, required: true },
  prevHash: { type: String, required: true },
  hash: { type: String, required: true },
}, { collection: 'ledger', versionKey: false, minimize: false, strict: true });

export const ledgerIndexes: readonly IndexSpec[] = [
  { collection: 'ledger', name: 'chain', keys: { commitment: 1, seq: 1 }, unique: true },
  { collection: 'ledger', name: 'update', keys: { 'fact.updateId': 1 } },
];

export const createLedgerStore = (connection: Connection) => {
  const model = connection.model('LedgerEntry', schema);
  const raw = rawCollection<LedgerDocument>(connection, 'ledger');
  return {
    /** @throws MongoServerError 11000 where a sequence is taken: two writers, which must not happen */
    async append(entries: readonly LedgerEntry[], session: ClientSession): Promise<void> {
      await raw.insertMany(entries.map((entry) => ({ _id: `${entry.commitment}:${entry.seq}`, ...entry })), { session });
    },

    async chain(commitment: string): Promise<LedgerEntry[]> {
      const found = await model.find({ commitment }).sort({ seq: 1 }).lean<LedgerDocument[]>().exec();
      return found.map(({ _id, ...entry }) => entry);
    },

    /** The fact with this sequence: brings the reasons people gave to the mail that it owes. */
    async fact(commitment: string, seq: number): Promise<Fact | null> {
      return (await model.findById(`${commitment}:${seq}`).lean<LedgerDocument>().exec())?.fact ?? null;
    },

    /** The first fact that a command under this Idempotency-Key brought about; its update's id is the key, a tilde and a hash. */
    async ofUpdateKey(commitment: string, key: string): Promise<Fact | null> {
      const found = await model.findOne({ commitment, 'fact.updateId': { $gte: `${key}~`, $lt: `${key}~g` } }).sort({ seq: 1 }).lean<LedgerDocument>().exec();
      return found?.fact ?? null;
    },

    /** The same, over all chains, of what this person did. */
    async ofPersonsKey(person: string, key: string): Promise<LedgerEntry | null> {
      const found = await model.findOne({ 'fact.updateId': { $gte: `${key}~`, $lt: `${key}~g` }, 'fact.actor.person': person }).sort({ commitment: 1, seq: 1 }).lean<LedgerDocument>().exec();
      if (!found) return null;
      const { _id, ...entry } = found;
      return entry;
    },

    async last(commitment: string): Promise<Fact | null> {
      return (await model.findOne({ commitment }).sort({ seq: -1 }).lean<LedgerDocument>().exec())?.fact ?? null;
    },

    /** All of it, chain after chain. */
    async *entries(): AsyncIterable<LedgerEntry> {
      for await (const { _id, ...entry } of model.find({}).sort({ commitment: 1, seq: 1 }).lean<LedgerDocument>().cursor() as AsyncIterable<LedgerDocument>) yield entry;
    },

    commitments(): Promise<string[]> {
      return model.distinct('commitment').exec();
    },
  };
};
export type LedgerStore = ReturnType<typeof createLedgerStore>;
