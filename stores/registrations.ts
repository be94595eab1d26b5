/** 立项 of many drafts at once: who asked for which, and how far it is. */
import { Schema, type ClientSession, type Connection } from 'mongoose';
import type { Actor } from '../domain/state';
import type { Instant } from '../domain/time';
import { rawCollection } from './connection';
import type { IndexSpec } from './index-spec';

export interface FailedDraft { readonly draft: string; readonly reason: string }
export interface RegistrationDocument {
  readonly _id: string;
  readonly source: string;
  readonly drafts: readonly string[];
  readonly total: number;
  readonly done: number;
  readonly failed: readonly FailedDraft[];
  readonly state: 'running' | 'completed';
  readonly by: Actor;
  readonly at: Instant;
  /** Handed to the workflow: a second start after a crash must say the same. */
  readonly clockShiftMs: number;
  readonly wakeSpreadMs: number | null;
  readonly endedAt: Instant | null;
}

const schema = new Schema<RegistrationDocument>({
  _id: { type: String, required: true },
  source: { type: String, required: true },
  drafts: { type: [String], required: true },
  total: { type: Number, required: true },
  done: { type: Number, required: true },
  failed: { type: Schema.Types.Mixed, required: true },
  state: { type: String, required: true },
  by: { type: Schema.Types.Mixed, required: true },
  at: { type: String, required: true },
  clockShiftMs: { type: Number, required: true },
  wakeSpreadMs: { type: Number, default: null },
  endedAt: { type: String, default: null },
}, { collection: 'registrations', versionKey: false, minimize: false, strict: true });

export const registrationIndexes: readonly IndexSpec[] = [
  { collection: 'registrations', name: 'source', keys: { source: 1, at: 1 } },
  { collection: 'registrations', name: 'running', keys: { state: 1, at: 1 }, partial: { state: 'running' } },
];

export const createRegistrationStore = (connection: Connection) => {
  const model = connection.model('Registration', schema);
  const raw = rawCollection<RegistrationDocument>(connection, 'registrations');
  return {
    get: (id: string): Promise<RegistrationDocument | null> => raw.findOne({ _id: id }),
    /** @throws MongoServerError 11000 where it is there already */
    async insert(document: RegistrationDocument, session: ClientSession): Promise<void> {
      await raw.insertOne(document, { session });
    },
    async progress(id: string, done: number, failed: readonly FailedDraft[], session: ClientSession): Promise<void> {
      if (done === 0 && failed.length === 0) return;
      await raw.updateOne({ _id: id }, { $inc: { done }, $push: { failed: { $each: [...failed] } } as never }, { session });
    },
    async complete(id: string, at: Instant, session: ClientSession): Promise<void> {
      await raw.updateOne({ _id: id, state: 'running' }, { $set: { state: 'completed', endedAt: at } }, { session });
    },
    /** Begun before `before` and not ended: to be started again by the auditor, which changes nothing where it runs. */
    running(before: Instant, limit = 100): Promise<RegistrationDocument[]> {
      return model.find({ state: 'running', at: { $lt: before } }).limit(limit).lean<RegistrationDocument[]>().exec();
    },
  };
};
export type RegistrationStore = ReturnType<typeof createRegistrationStore>;
