import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { onPath, run } from './command';
import { download, downloadText, hashMismatch, WayFailed } from './download';
import type { Recipe, Way } from './find';
import { both } from './messages';

/** CLI 1.9.1 carries server 1.32.0, the first with time skipping for single workflows. */
const VERSION = '1.9.1';

/** Known sums of release archives; the other platforms are checked against the release's own list. */
const PINS: Readonly<Record<string, string>> = {
  linux_amd64: '09a0326a51db84d02735e53542b9ebd8c4758daf47482a9ab0abce15844e60d5',
};

const official: Way = {
  name: { en: 'official download', zh: '官方下载' },
  async fetch(context, folder, target) {
    const cpu = process.arch === 'x64' ? 'amd64' : process.arch;
    const platform = `${process.platform}_${cpu}`;
    if (!['linux', 'darwin'].includes(process.platform)) throw new WayFailed({ en: `no build for ${platform}`, zh: `没有 ${platform} 的版本` });
    const name = `temporal_cli_${VERSION}_${platform}.tar.gz`;
    const release = `https://github.com/temporalio/cli/releases/download/v${VERSION}`;
    const archive = join(folder, name);
    const got = await download(context, `${release}/${name}`, archive, { en: `Temporal CLI ${VERSION}`, zh: `Temporal CLI ${VERSION}` });
    const pinned = PINS[platform];
    const wanted = pinned ?? new RegExp(`([0-9a-f]{64})\\s+\\*?${name}`).exec(await downloadText(context, `${release}/checksums.txt`).catch(() => ''))?.[1];
    if (wanted !== undefined && wanted !== got) throw hashMismatch(name, wanted, got);
    if (pinned === undefined) {
      context.progress.say(
        both({
          en: `Temporal CLI ${VERSION}: SHA-256 ${got} (${wanted ? "equals the release's own list" : 'no published sum to compare'}; recorded in the cache).`,
          zh: `Temporal CLI ${VERSION}：${wanted ? '与官方公布的校验和一致' : '没有可比对的官方校验和'}，已记入缓存。`,
        }),
      );
    }
    const untar = await run(context.env, 'tar', ['-xzf', archive, '-C', folder, 'temporal']);
    if (!untar.ok) throw new WayFailed({ en: `tar failed (${untar.tail})`, zh: `tar 解包失败（${untar.tail}）` });
    await chmod(target, 0o755);
    return { from: `official download ${VERSION}` };
  },
};

const build: Way = {
  name: { en: 'build by Go', zh: '用 Go 编译' },
  async fetch(context, _folder, target) {
    const go = await onPath(context.env, 'go');
    if (go === null) throw new WayFailed({ en: 'no go on the PATH', zh: 'PATH 中没有 go' });
    context.progress.say(
      both({
        en: `Building Temporal from source by ${go}: five minutes or so, once (about 4 GB of Go caches).`,
        zh: '正在用 Go 从源码编译 Temporal，约五分钟，只需一次（Go 缓存约占 4 GB）。',
      }),
    );
    // -mod=readonly: what is built is what go.sum names.
    const args = ['build', '-mod=readonly', '-trimpath', '-ldflags=-s -w', '-o', target, 'github.com/temporalio/cli/cmd/temporal'];
    let modules = 0;
    const built = await context.progress.during(
      { en: 'building Temporal', zh: '正在编译 Temporal' },
      () =>
        run({ ...context.env, GOWORK: 'off' }, go, args, {
          cwd: join(__dirname, 'temporal'),
          onOutput: (text) => {
            modules += text.split('downloading').length - 1;
          },
        }),
      () => (modules > 0 ? `(${modules} modules)` : ''),
    );
    if (!built.ok) throw new WayFailed({ en: `go build failed (${built.tail})`, zh: `go build 失败（${built.tail}）` });
    return { from: `built by Go from CLI ${VERSION}` };
  },
};

export const temporalRecipe: Recipe = {
  name: 'Temporal',
  file: 'temporal',
  variable: 'YANXING_TEMPORAL',
  what: { en: 'a Temporal CLI with server 1.32 or later', zh: '带 1.32 以上服务器的 Temporal CLI' },
  atLeast: [1, 32],
  readVersion: (output) => /Server (\d+\.\d+\.\d+)/.exec(output)?.[1] ?? null,
  ways: [official, build],
};
