import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { mongo } from 'mongoose';
import type { Context } from './context';
import { logTail, startGuarded, type EngineProcess } from './guarded';
import { failedToStart } from './messages';
import { connectTo } from './mongo-client';
import { listening } from './places';

const SET = 'yanxing';
/** Long, because a big data folder is recovered after a crash before the node becomes primary. */
const PRIMARY_MS = 120_000;

export const mongoUri = (port: number): string => `mongodb://127.0.0.1:${port}/yanxing?replicaSet=${SET}`;

export interface MongodSettings {
  readonly binary: string;
  readonly dir: string;
  readonly port: number;
  readonly temporary: boolean;
  /** Data that nobody keeps, or a small machine: less memory and no diagnostics. */
  readonly small: boolean;
}

function argumentsFor({ dir, port, small }: MongodSettings): string[] {
  return [
    ...['--dbpath', join(dir, 'data'), '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', SET],
    // Otherwise a killed mongod leaves its socket file in /tmp.
    '--nounixsocket',
    ...['--wiredTigerCacheSizeGB', small ? '0.25' : '0.5', '--oplogSize', small ? '128' : '1024'],
    // Compression on the loopback gains nothing, and older servers have a hole in it (CVE-2025-14847).
    ...['--networkMessageCompressors', 'disabled'],
    // With no other node to hand over to, waiting for one only delays the end.
    ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100'],
    ...(small ? ['--setParameter', 'diagnosticDataCollectionEnabled=false'] : []),
  ];
}

interface Hello {
  readonly isWritablePrimary?: boolean;
}

interface SetConfig {
  readonly version: number;
  readonly members: readonly { readonly host: string }[];
}

const codeNameOf = (error: unknown): unknown => (error instanceof Error && 'codeName' in error ? error.codeName : undefined);

/** Initiates the set on a new folder; on one that was used under another port, tells it its new address. */
async function ensureSet(admin: mongo.Admin, port: number): Promise<void> {
  const host = `127.0.0.1:${port}`;
  try {
    const { config } = await admin.command({ replSetGetConfig: 1 }) as { config: SetConfig };
    const [member] = config.members;
    if (member?.host === host) return;
    const moved = { ...config, version: config.version + 1, members: [{ ...member, host }] };
    await admin.command({ replSetReconfig: moved, force: true });
  } catch (error) {
    if (codeNameOf(error) !== 'NotYetInitialized') throw error;
    try {
      await admin.command({ replSetInitiate: { _id: SET, members: [{ _id: 0, host }] } });
    } catch (refused) {
      // One that comes back says that it is not initialized until it has read its own configuration.
      if (codeNameOf(refused) !== 'AlreadyInitialized') throw refused;
      await pause(15);
      await ensureSet(admin, port);
    }
  }
}

async function becomePrimary(port: number): Promise<void> {
  const client = await connectTo(`mongodb://127.0.0.1:${port}/?directConnection=true`, 10_000);
  try {
    const admin = client.db('admin').admin();
    await ensureSet(admin, port);
    const until = Date.now() + PRIMARY_MS;
    for (;;) {
      const hello: Hello = await admin.command({ hello: 1 });
      if (hello.isWritablePrimary) return;
      if (Date.now() > until) throw new Error(`no primary within ${PRIMARY_MS / 1000} s`);
      await pause(15);
    }
  } finally {
    await client.close();
  }
}

/** Starts mongod and comes back when it is the primary of its one-node set. */
export async function startMongod(env: Context['env'], settings: MongodSettings): Promise<EngineProcess> {
  await mkdir(join(settings.dir, 'data'), { recursive: true });
  const engine = await startGuarded(env, {
    name: 'MongoDB',
    command: settings.binary,
    args: argumentsFor(settings),
    dir: settings.dir,
    temporary: settings.temporary,
  });
  const fail = async (reason: string): Promise<never> => {
    const tail = await logTail(engine.log);
    await engine.release();
    throw failedToStart('MongoDB', reason, engine.log, tail);
  };
  const cause = await listening(settings.port, engine.exited);
  if (cause !== null) return fail(cause);
  try {
    await Promise.race([becomePrimary(settings.port), engine.exited.then((why) => Promise.reject(new Error(why)))]);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
  return engine;
}
