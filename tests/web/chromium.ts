/** Finds a Chromium for the browser tests; brings one to this machine where that is allowed; else says why there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Chromium =
  /** `path` null: Playwright's own download, which it finds by itself. */
  | { readonly path: string | null; readonly source: string }
  | { readonly missing: string };

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable'];
const DOWNLOAD_MS = 180_000;
const PACKAGE_MS = 240_000;
/** A machine without a network would otherwise wait once for each test file. */
const FAILURE_COUNTS_MS = 30 * 60_000;
const FAILED = join(tmpdir(), 'yanxing-no-chromium');

interface Ran { readonly ok: boolean; readonly tail: string }
const run = (file: string, args: readonly string[], timeout: number): Ran => {
  const { status, stdout, stderr, error } = spawnSync(file, args, { timeout, encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  const output = `${stdout ?? ''}\n${stderr ?? ''}`.trim();
  return { ok: status === 0, tail: error ? error.message : (output.split('\n').at(-1) ?? '') };
};

/** The whole path of the first that runs: a distribution's stub of the right name may only say how to install one. */
const onPath = (): string | null => {
  const name = NAMES.find((one) => run(one, ['--version'], 20_000).ok);
  return name === undefined ? null : spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
};

/** A download may lie there and lack a library of the system: only a start tells. */
const ownStarts = (): Ran =>
  run(process.execPath, ['-e', `require(${JSON.stringify(require.resolve('playwright-core'))}).chromium.launch().then((b) => b.close()).catch((e) => { console.error(e.message.split('\\n')[0]); process.exit(1); })`], 60_000);

const INSTALLERS: readonly (readonly [manager: string, ...steps: readonly (readonly string[])[]])[] = [
  ['apt-get', ['update'], ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=200', 'chromium']],
  ['dnf', ['install', '-y', 'chromium-headless']],
  ['apk', ['add', '--no-cache', 'chromium']],
];

/**
 * On PATH, else Playwright's own download (with a time-out), else the system's package manager where this process may use it.
 * `YANXING_CHROMIUM` names a program, or says `none`.
 */
export const findChromium = (): Chromium => {
  const named = process.env['YANXING_CHROMIUM'];
  if (named === 'none') return { missing: 'YANXING_CHROMIUM=none' };
  if (named) return { path: named, source: 'YANXING_CHROMIUM' };
  const there = onPath();
  if (there !== null) return { path: there, source: 'PATH' };
  if (existsSync(FAILED) && Date.now() - statSync(FAILED).mtimeMs < FAILURE_COUNTS_MS) return { missing: 'none on PATH, and none could be brought here a short while ago' };
  if (ownStarts().ok) return { path: null, source: 'Playwright, kept' };
  const cli = join(require.resolve('playwright-core/package.json'), '..', 'cli.js');
  const fetched = run(process.execPath, [cli, 'install', '--only-shell', 'chromium'], DOWNLOAD_MS);
  const started = fetched.ok ? ownStarts() : fetched;
  if (started.ok) return { path: null, source: 'Playwright, downloaded' };
  const reasons = [`Playwright's download: ${started.tail}`];
  const installer = INSTALLERS.find(([manager]) => run(manager, ['--version'], 20_000).ok);
  if (process.getuid?.() === 0 && installer) {
    const [manager, ...steps] = installer;
    const ended = steps.map((step) => run(manager, step, PACKAGE_MS)).at(-1);
    const path = onPath();
    if (path !== null) return { path, source: manager };
    reasons.push(`${manager}: ${ended?.tail ?? ''}`);
  }
  rmSync(FAILED, { force: true });
  writeFileSync(FAILED, reasons.join('\n'));
  return { missing: reasons.join('; ') };
};
