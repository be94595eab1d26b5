import type { mongo } from 'mongoose';
import type { Context } from './context';
import { connectTo } from './mongo-client';
import { EngineError, notAReplicaSet, unreachable, withoutPassword } from './messages';

/** Engines that the office runs itself are only looked at: do they answer, and can they do what is needed? */

const ANSWER_MS = 8_000;

export async function lookAtMongo(uri: string): Promise<string> {
  const shown = withoutPassword(uri);
  let client: mongo.MongoClient | null = null;
  try {
    client = await connectTo(uri, ANSWER_MS);
    const admin = client.db().admin();
    const hello = await admin.command({ hello: 1 });
    // A sharded cluster (mongos) has no set name of its own and does transactions as well.
    if (hello['setName'] === undefined && hello['msg'] !== 'isdbgrid') throw notAReplicaSet(shown);
    const info = await admin.command({ buildInfo: 1 });
    return String(info['version']);
  } catch (error) {
    if (error instanceof EngineError) throw error;
    throw unreachable('MongoDB', 'MONGODB_URI', shown, error instanceof Error ? error.message : String(error));
  } finally {
    await client?.close();
  }
}

/** A cluster behind TLS or an API key is left to the application's own client, which has the keys. */
export async function lookAtTemporal(address: string, env: Context['env']): Promise<string> {
  const guarded = Object.keys(env).some((key) => /^TEMPORAL_(API_KEY|TLS)/.test(key) && env[key]);
  if (guarded) return 'unknown';
  try {
    const { Connection } = await import('@temporalio/client');
    const connection = await Connection.connect({ address, connectTimeout: ANSWER_MS });
    try {
      return (await connection.workflowService.getSystemInfo({})).serverVersion ?? 'unknown';
    } finally {
      await connection.close();
    }
  } catch (error) {
    throw unreachable('Temporal', 'TEMPORAL_ADDRESS', address, error instanceof Error ? error.message : String(error));
  }
}
