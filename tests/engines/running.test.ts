import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { spawn } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client, Connection } from '@temporalio/client';
import type { mongo } from 'mongoose';
import { startEngines, type Engines, type StartEnginesOptions } from '../../scripts/engines/index';
import { connectTo } from '../../scripts/engines/mongo-client';
import { freePort } from '../../scripts/engines/places';
import { isAlive, signal as send } from '../../scripts/engines/processes';
import { until } from './support';

const own = (more: Partial<StartEnginesOptions> = {}): Promise<Engines> =>
  startEngines({ mode: 'temporary', say: () => undefined, env: process.env, ignoreConfigured: true, ...more });

const ours = (name: string): boolean => name.startsWith('yanxing-engines-');
const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);

async function withMongo<T>(uri: string, work: (db: mongo.Db, client: mongo.MongoClient) => Promise<T>): Promise<T> {
  const client = await connectTo(uri, 10_000);
  try {
    return await work(client.db(), client);
  } finally {
    await client.close();
  }
}

async function withTemporal<T>(address: string, work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address });
  try {
    return await work(new Client({ connection }));
  } finally {
    await connection.close();
  }
}

async function guardOf(dataDir: string): Promise<number> {
  const record = JSON.parse(await readFile(join(dataDir, 'mongo', 'engine.json'), 'utf8')) as { guard: number };
  return record.guard;
}

describe('own engines', () => {
  let engines: Engines;
  beforeAll(async () => {
    engines = await own({ timeSkipping: true, searchAttributes: { OfficeState: 'Keyword', OfficeDue: 'Datetime' } });
  });
  afterAll(async () => {
    await engines.stop();
  });

  it('give a MongoDB whose one-node replica set has a primary and does transactions', async () => {
    const set = await withMongo(engines.mongoUri, async (db, client) => {
      await client.withSession((session) =>
        session.withTransaction(async () => {
          await db.collection('seals').insertOne({ head: 'a' }, { session });
        }),
      );
      return db.admin().command({ hello: 1 });
    });
    expect(set['isWritablePrimary']).toBe(true);
    expect(engines.versions.mongo).toMatch(/^[67]\.\d+\.\d+$|^\d+\./);
  });

  it('give a Temporal that takes workflows and knows our search attributes', async () => {
    await withTemporal(engines.temporalAddress, async (client) => {
      await client.workflow.start('commitment', {
        workflowId: 'commitment/1',
        taskQueue: 'nobody',
        typedSearchAttributes: [{ key: defineSearchAttributeKey('OfficeState', SearchAttributeType.KEYWORD), value: 'SIGNED' }],
      });
      const { status } = await client.workflow.getHandle('commitment/1').describe();
      expect(status.name).toBe('RUNNING');
    });
  });

  it('say where each was found', () => {
    expect(engines.source.mongo).not.toBe('');
    expect(engines.source.temporal).not.toBe('');
  });
});

it('leave no process and no temporary folder behind when stopped', async () => {
  const TMPDIR = await mkdtemp(join(tmpdir(), 'yanxing-test-'));
  const engines = await own({ env: { ...process.env, TMPDIR } });
  const { mongo: m, temporal: t } = { mongo: engines.pids.mongo ?? 0, temporal: engines.pids.temporal ?? 0 };
  expect([isAlive(m), isAlive(t)]).toEqual([true, true]);
  await engines.stop();
  await engines.stop();
  expect([isAlive(m), isAlive(t)]).toEqual([false, false]);
  expect((await readdir(TMPDIR)).filter(ours)).toEqual([]);
  await rm(TMPDIR, { recursive: true });
});

describe('when the parent', () => {
  async function parentWithEngines(
    ...args: string[]
  ): Promise<{ end: (signal: NodeJS.Signals) => Promise<void>; pids: readonly [number, number]; TMPDIR: string }> {
    const TMPDIR = await mkdtemp(join(tmpdir(), 'yanxing-test-'));
    const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'parent.ts'), ...args], {
      env: { ...process.env, TMPDIR },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const line = await new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
    const { mongo: m, temporal: t } = JSON.parse(line) as { mongo: number; temporal: number };
    const end = (signal: NodeJS.Signals): Promise<void> =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill(signal);
      });
    return { end, pids: [m, t], TMPDIR };
  }

  it.each(['SIGKILL', 'SIGINT'] as const)('ends by %s, its engines and their folders go too', async (signal) => {
    const { end, pids, TMPDIR } = await parentWithEngines();
    expect(pids.map(isAlive)).toEqual([true, true]);
    await end(signal);
    await until(() => !pids.some(isAlive), 'both engines gone');
    await until(async () => !(await readdir(TMPDIR)).some(ours), 'folders gone');
    await rm(TMPDIR, { recursive: true, force: true });
  });

  it('and the guard are both killed at once, the next start ends what was left over and takes the data over, under its new port', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'yanxing-test-data-'));
    const { end, pids, TMPDIR } = await parentWithEngines(dataDir);
    send(await guardOf(dataDir), 'SIGKILL');
    await end('SIGKILL');
    const engines = await own({ dataDir, temporal: false });
    expect(isAlive(pids[0])).toBe(false);
    await withMongo(engines.mongoUri, (db) => db.collection('rounds').insertOne({ round: 2 }));
    await engines.stop();
    await rm(dataDir, { recursive: true });
    await rm(TMPDIR, { recursive: true, force: true });
  });
});

it('an engine whose guard is killed does not outlive it', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'yanxing-test-data-'));
  const engines = await own({ dataDir, temporal: false });
  const pid = engines.pids.mongo ?? 0;
  send(await guardOf(dataDir), 'SIGKILL');
  await until(() => !isAlive(pid), 'engine gone');
  await engines.stop();
  await rm(dataDir, { recursive: true });
});

describe('an engine that is killed', () => {
  let dataDir: string;
  let engines: Engines;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'yanxing-test-data-'));
    engines = await own({ dataDir });
  });
  afterAll(async () => {
    await engines.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('comes back on the same port with everything that was acknowledged', async () => {
    await withMongo(engines.mongoUri, (db) => db.collection<{ _id: string }>('commitments').insertOne({ _id: 'c1' }, { writeConcern: { w: 'majority', journal: true } }));
    await withTemporal(engines.temporalAddress, (client) => client.workflow.start('commitment', { workflowId: 'c1', taskQueue: 'nobody' }));
    const before = [engines.pids.mongo, engines.pids.temporal];
    await Promise.all([engines.killMongo?.(), engines.killTemporal?.()]);
    expect([engines.pids.mongo, engines.pids.temporal]).toEqual([null, null]);
    await Promise.all([engines.restartMongo?.(), engines.restartTemporal?.()]);
    expect([engines.pids.mongo, engines.pids.temporal]).not.toEqual(before);
    expect(await withMongo(engines.mongoUri, (db) => db.collection<{ _id: string }>('commitments').countDocuments({ _id: 'c1' }))).toBe(1);
    const { status } = await withTemporal(engines.temporalAddress, (client) => client.workflow.getHandle('c1').describe());
    expect(status.name).toBe('RUNNING');
  });

  it('may not be started a second time on the same data while it runs', async () => {
    await expect(own({ dataDir, temporal: false })).rejects.toMatchObject({ code: 'already-running' });
  });
});

it('a port that something else holds is named, with the variable that names another', async () => {
  const port = await freePort();
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
  const failure = own({ mongoPort: port, temporal: false });
  await expect(failure).rejects.toThrow(new RegExp(`Port ${port}.*in use.*YANXING_MONGO_PORT[\\s\\S]*端口 ${port} 已被别的程序占用`));
  await new Promise((resolve) => squatter.close(resolve));
});

it('a configured address that does not answer is named, without its password', async () => {
  const env = { ...process.env, MONGODB_URI: `mongodb://office:secret@127.0.0.1:${await freePort()}/x?serverSelectionTimeoutMS=300` };
  const failure = own({ env, ignoreConfigured: false, temporal: false });
  await expect(failure).rejects.toThrow(/MONGODB_URI/);
  await expect(failure).rejects.not.toThrow(/secret/);
});

it('folders of crashed processes are swept at the next start', async () => {
  const TMPDIR = await mkdtemp(join(tmpdir(), 'yanxing-test-'));
  // Beyond the largest process number any system gives out.
  const stale = join(TMPDIR, 'yanxing-engines-999999999-abc');
  await mkdir(join(stale, 'mongo', 'data'), { recursive: true });
  await writeFile(join(stale, 'mongo', 'engine.json'), JSON.stringify({ engine: 999999999, parent: 999999999 }));
  const engines = await own({ env: { ...process.env, TMPDIR }, mongo: false, temporal: false });
  expect(await exists(stale)).toBe(false);
  await engines.stop();
  await rm(TMPDIR, { recursive: true });
});
