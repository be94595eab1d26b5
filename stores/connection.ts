/** One connection to MongoDB with the concerns that correctness rests on, and the transaction that keeps effects together. */
import mongoose, { type ClientSession, type Connection, type mongo } from 'mongoose';
import { writeTogether } from './together';

/**
 * Jepsen found lost effects under weaker concerns (quality.md, A3), so all three are explicit.
 * @throws Error with a clear message on a standalone server: transactions need a replica set
 */
export const connectMongo = async (uri: string): Promise<Connection> => {
  const connection = await mongoose.createConnection(uri, {
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    autoIndex: false,
    autoCreate: false,
    serverSelectionTimeoutMS: 5_000,
  }).asPromise();
  const hello = await connection.db?.command({ hello: 1 });
  if (!hello?.setName) {
    await connection.close();
    throw new Error('MongoDB is a standalone server; Yanxing needs a replica set (one node is enough): start mongod with --replSet and run rs.initiate(). Set MONGODB_URI to a replica set.');
  }
  return connection;
};

/** Runs `work` in a transaction; the driver repeats it on transient conflicts, so `work` must be repeatable. */
export const inTransaction = async <T>(connection: Connection, work: (session: ClientSession) => Promise<T>): Promise<T> => {
  const session = await connection.startSession();
  try {
    return await session.withTransaction(() => work(session), { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', journal: true } });
  } finally {
    await session.endSession();
  }
};

/** Duplicate key: the document is there already, which for idempotent inserts is success. */
export const isDuplicateKey = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 11000;

/** The driver's own collection, for documents whose `_id` is a string; mongoose's wrapper insists on ObjectId. */
export const rawCollection = <T extends { readonly _id: string }>(connection: Connection, name: string): mongo.Collection<T> => {
  if (!connection.db) throw new Error('not connected to MongoDB');
  return connection.db.collection<T>(name);
};

/**
 * Inserts or updates of a round; one document's refusal (a key that is taken) is that document's alone.
 * @returns by index which were refused @throws where the whole round failed
 */
export const bulkRefusals = async (round: () => Promise<unknown>): Promise<ReadonlyMap<number, Error>> => {
  try {
    await round();
    return new Map();
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) throw error;
    // The driver wraps what is not one document's fault; callers know an engine that is away by the error's own name.
    const own: unknown = error.errorResponse;
    if (own instanceof Error) throw own;
    const refused = [error.writeErrors].flat();
    // Nor is what was not made durable.
    if (refused.length === 0 || error.result.getWriteConcernError()) throw error;
    return new Map(refused.map((one) => [one.index, Object.assign(new Error(one.errmsg ?? 'refused'), { code: one.code })]));
  }
};

/** Inserts, many a round. */
export const insertTogether = <T extends { readonly _id: string }>(collection: () => mongo.Collection<T>): ((document: T) => Promise<void>) =>
  writeTogether((documents) => bulkRefusals(() => collection().insertMany(documents as mongo.OptionalUnlessRequiredId<T>[], { ordered: false })));
