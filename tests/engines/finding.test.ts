import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromCache, intoCache } from '../../scripts/engines/cache';
import { mongodRecipe, tarballName } from '../../scripts/engines/fetch-mongod';
import { temporalRecipe } from '../../scripts/engines/fetch-temporal';
import { find, fits } from '../../scripts/engines/find';
import { withoutPassword } from '../../scripts/engines/messages';
import { bareMachine, type Bare } from './support';

let machine: Bare;
beforeEach(async () => {
  machine = await bareMachine();
});
afterEach(async () => {
  await machine.remove();
});

/** A stand-in program that only knows how to tell its version. */
async function program(name: string, answer: string): Promise<string> {
  await mkdir(join(machine.cache, 'bin'), { recursive: true });
  const file = join(machine.cache, 'bin', name);
  await writeFile(file, `#!/bin/sh\necho '${answer}'\n`);
  await chmod(file, 0o755);
  return file;
}

const OLD = 'temporal version 1.8.2 (Server 1.31.2, UI 2.50.0)';
const NEW = 'temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)';

describe('a machine without network, Go and pip', () => {
  it('is told at once, in both languages, what was tried for MongoDB and which one variable helps', async () => {
    const failure = find(machine, mongodRecipe);
    await expect(failure).rejects.toMatchObject({ code: 'not-found' });
    await expect(failure).rejects.toThrow(/official download: .*no network in this test/);
    await expect(failure).rejects.toThrow(/pip/);
    await expect(failure).rejects.toThrow(/Set one variable: YANXING_MONGOD=/);
    await expect(failure).rejects.toThrow(/只需设置一个变量：YANXING_MONGOD=/);
  });

  it('is told the same for Temporal, naming Go', async () => {
    const failure = find(machine, temporalRecipe);
    await expect(failure).rejects.toThrow(/build by Go: no go on the PATH/);
    await expect(failure).rejects.toThrow(/用 Go 编译: PATH 中没有 go/);
    await expect(failure).rejects.toThrow(/YANXING_TEMPORAL=/);
  });

  it('keeps nothing half-fetched in the cache', async () => {
    await find(machine, temporalRecipe).catch(() => undefined);
    expect(await readdir(machine.cache)).toEqual([]);
  });
});

describe('a program on the machine', () => {
  it('is taken from the PATH when its version fits', async () => {
    const file = await program('temporal', NEW);
    expect(await find(machine, temporalRecipe)).toEqual({ file, version: '1.32.0', source: `PATH (${file})` });
  });

  it('is passed over on the PATH when it is too old, and the message says so', async () => {
    await program('temporal', OLD);
    await expect(find(machine, temporalRecipe)).rejects.toThrow(/PATH: version 1\.31\.2, 1\.32 or later is needed/);
  });

  it('is an error when it was configured and is too old or missing: never silently replaced', async () => {
    const file = await program('temporal', OLD);
    const configured = (path: string): Promise<unknown> => find({ ...machine, env: { ...machine.env, YANXING_TEMPORAL: path } }, temporalRecipe);
    await expect(configured(file)).rejects.toMatchObject({ code: 'unfit' });
    await expect(configured(join(machine.cache, 'nowhere'))).rejects.toThrow(/YANXING_TEMPORAL.*no such program/);
  });

  it('compares versions by number, not by text', () => {
    expect(fits('10.0.1', [6, 0])).toBe(true);
    expect(fits('1.9.9', [1, 32])).toBe(false);
  });
});

describe('the cache', () => {
  async function cached(): Promise<string> {
    const fresh = await program('fresh', NEW);
    return (await intoCache(machine, 'temporal', fresh, { version: '1.32.0', from: 'a test' })).file;
  }

  it('is used without asking anything else', async () => {
    const file = await cached();
    expect(await find(machine, temporalRecipe)).toEqual({ file, version: '1.32.0', source: 'cache (a test)' });
  });

  it('names and removes a file that no longer matches its recorded hash, and goes on to fetch', async () => {
    const file = await cached();
    await writeFile(file, 'cut off');
    await expect(find(machine, temporalRecipe)).rejects.toThrow(/official download/);
    expect(machine.lines.join('\n')).toMatch(/is broken .*SHA-256.*缓存文件 .* 已损坏/);
    await expect(readFile(file)).rejects.toThrow('ENOENT');
  });

  it('trusts no file without a record, as a crash in the middle of fetching leaves it', async () => {
    await writeFile(join(machine.cache, 'temporal'), 'something');
    expect(await fromCache(machine, 'temporal')).toBeNull();
  });
});

describe('what is fetched', () => {
  it('is the build for the platform, or for the nearest older one', () => {
    const debian13 = 'ID=debian\nVERSION_ID="13"\n';
    expect(tarballName('linux', 'x64', debian13)).toMatch(/^linux\/mongodb-linux-x86_64-debian12-7\.0\.\d+\.tgz$/);
    expect(tarballName('linux', 'arm64', debian13)).toMatch(/aarch64-ubuntu2204/);
    expect(tarballName('linux', 'x64', 'ID="rocky"\nID_LIKE="rhel centos fedora"\nVERSION_ID="9.4"\n')).toMatch(/rhel90/);
    expect(tarballName('darwin', 'arm64', '')).toMatch(/^osx\/mongodb-macos-arm64-/);
    expect(tarballName('win32', 'x64', '')).toBeNull();
  });

  it('never replaces a good sum: a tampered archive is thrown away', async () => {
    const tampered = { ...machine, fetch: () => Promise.resolve(new Response('not the archive')) };
    await expect(find(tampered, temporalRecipe)).rejects.toThrow(/SHA-256|checksums|tar failed/);
    expect(await readdir(machine.cache)).toEqual([]);
  });
});

it('shows no password of a configured address', () => {
  expect(withoutPassword('mongodb://office:secret@db.example:27017/x')).toBe('mongodb://office:***@db.example:27017/x');
});
