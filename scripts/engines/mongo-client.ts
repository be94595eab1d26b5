import * as os from 'node:os';
import { mongo } from 'mongoose';

/**
 * The `os` module is handed in because the driver (since 7.6) loads it by a dynamic import, which fails inside jest's
 * sandbox: there the handshake would be sent without its `driver` part and every server would refuse it
 * (https://github.com/typegoose/mongodb-memory-server/issues/1026).
 */
export async function connectTo(uri: string, answerMs: number): Promise<mongo.MongoClient> {
  // An address that names its own patience keeps it: options given here would win over the address.
  const patience = /[?&]serverSelectionTimeoutMS=/i.test(uri) ? {} : { serverSelectionTimeoutMS: answerMs };
  return mongo.MongoClient.connect(uri, { ...patience, runtimeAdapters: { os } });
}
