// Dependencies of a folder with a package-lock.json of its own; plain Node, for it runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const say = (line) => process.stderr.write(`${line}\n`);

/** npm leaves a list of what it installed: a tree that somebody installed by hand need not be installed again. */
function treeFits(folder, lockText) {
  try {
    const wanted = JSON.parse(lockText).packages;
    const present = JSON.parse(readFileSync(join(folder, 'node_modules', '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(
      ([path, entry]) => path === '' || entry.optional === true || present[path]?.version === entry.version,
    );
  } catch {
    return false;
  }
}

function npmCommand() {
  const script = process.env.npm_execpath;
  return script && /\.c?js$/.test(script) && existsSync(script) ? [process.execPath, [script]] : ['npm', []];
}

/** Runs npm with one line that shows the elapsed time; resolves with its output when it failed, else with null. */
function npm(folder, args) {
  const [command, first] = npmCommand();
  // NODE_ENV=production must not leave out tsx and the tests' tools.
  const child = spawn(command, [...first, ...args, '--include=dev', '--no-audit', '--no-fund', '--no-progress'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const since = Date.now();
  const tty = process.stderr.isTTY;
  const show = () => {
    const line = `installing the dependencies 正在安装依赖 (npm ${args[0]}) ${Math.round((Date.now() - since) / 1000)} s`;
    if (tty) process.stderr.write(`\r\x1b[2K${line}`);
    else say(line);
  };
  show();
  const timer = setInterval(show, tty ? 1000 : 10_000);
  const stop = forwardSignals(child);
  return new Promise((done) => {
    const finish = (failure) => {
      clearInterval(timer);
      stop();
      if (tty) process.stderr.write('\r\x1b[2K');
      done(failure);
    };
    child.once('error', (error) => finish(error.message));
    child.once('close', (code) => finish(code === 0 ? null : output));
  });
}

/**
 * npm 11.16 and later refuse a lock file that lacks packages for other platforms which the registry did not have
 * ("Missing: name@ from lock file", without a version; https://github.com/npm/cli/issues/9846). `npm install --no-save`
 * then installs the same locked versions, checks the same hashes, and leaves the lock file alone.
 */
function lacksForeignPlatformsOnly(failure) {
  const faults = [...failure.matchAll(/(Missing|Invalid): (\S+)/g)];
  return faults.length > 0 && faults.every(([, kind, name]) => kind === 'Missing' && name.endsWith('@'));
}

async function install(folder) {
  const since = Date.now();
  let failure = await npm(folder, ['ci']);
  if (failure !== null && lacksForeignPlatformsOnly(failure)) failure = await npm(folder, ['install', '--no-save']);
  if (failure === null) return say(`dependencies installed 依赖已安装 (${Math.round((Date.now() - since) / 1000)} s)`);
  const lines = failure.trim().split('\n');
  say(lines.length > 20 ? [...lines.slice(0, 12), '...', ...lines.slice(-3)].join('\n') : lines.join('\n'));
  say('The dependencies could not be installed. If the registry is out of reach, set npm_config_registry to one that is not.');
  say('依赖安装失败。若连不上软件源，请把 npm_config_registry 设为可用的源。');
  process.exit(1);
}

/** Installs what `folder`/package-lock.json names, unless it is there; ends the process where that fails. */
export async function ensureInstalled(folder) {
  const stampFile = join(folder, 'node_modules', '.yanxing-lock-sha256');
  const lockText = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const sha256 = createHash('sha256').update(lockText).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sha256) return;
  if (!treeFits(folder, lockText)) await install(folder);
  writeFileSync(stampFile, sha256);
}

/**
 * On a terminal, Ctrl-C reaches the child by itself (same process group); passed on as well it would count twice,
 * and a second Ctrl-C means "at once" to many programs.
 */
export function forwardSignals(child) {
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => {
    const handler = () => {
      if (name === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(name);
    };
    process.on(name, handler);
    return [name, handler];
  });
  return () => handlers.forEach(([name, handler]) => process.off(name, handler));
}
