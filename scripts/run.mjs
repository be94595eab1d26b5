// The first thing that runs on a fresh clone: plain Node, nothing installed yet, so no dependency here.
//   node scripts/run.mjs TARGET [arguments]
// Installs the dependencies when they are missing or package-lock.json has changed, then runs TARGET.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = join(root, 'node_modules', '.yanxing-lock-sha256');
const say = (line) => process.stderr.write(`${line}\n`);

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`Yanxing needs Node 20.19 or later; this is ${process.versions.node} (${process.execPath}).`);
  say(`言行需要 Node 20.19 以上；当前是 ${process.versions.node}。`);
  process.exit(1);
}

/** npm leaves a list of what it installed: a tree that somebody installed by hand need not be installed again. */
function treeFits(lockText) {
  try {
    const wanted = JSON.parse(lockText).packages;
    const present = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages;
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
function npm(args) {
  const [command, first] = npmCommand();
  // NODE_ENV=production must not leave out tsx and the tests' tools.
  const child = spawn(command, [...first, ...args, '--include=dev', '--no-audit', '--no-fund', '--no-progress'], {
    cwd: root,
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

async function install() {
  const since = Date.now();
  let failure = await npm(['ci']);
  if (failure !== null && lacksForeignPlatformsOnly(failure)) failure = await npm(['install', '--no-save']);
  if (failure === null) return say(`dependencies installed 依赖已安装 (${Math.round((Date.now() - since) / 1000)} s)`);
  const lines = failure.trim().split('\n');
  say(lines.length > 20 ? [...lines.slice(0, 12), '...', ...lines.slice(-3)].join('\n') : lines.join('\n'));
  say('The dependencies could not be installed. If the registry is out of reach, set npm_config_registry to one that is not.');
  say('依赖安装失败。若连不上软件源，请把 npm_config_registry 设为可用的源。');
  process.exit(1);
}

async function ensureInstalled() {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const sha256 = createHash('sha256').update(lockText).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sha256) return;
  if (!treeFits(lockText)) await install();
  writeFileSync(stampFile, sha256);
}

/**
 * On a terminal, Ctrl-C reaches the child by itself (same process group); passed on as well it would count twice,
 * and a second Ctrl-C means "at once" to many programs.
 */
function forwardSignals(child) {
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

function runTarget(target, args) {
  const file = resolve(root, target);
  const loader = /\.[cm]?ts$/.test(file) ? ['--import', import.meta.resolve('tsx')] : [];
  const child = spawn(process.execPath, [...loader, file, ...args], { stdio: 'inherit' });
  forwardSignals(child);
  child.once('error', (error) => {
    say(error.message);
    process.exit(1);
  });
  child.once('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
}

checkNode();
const [target, ...args] = process.argv.slice(2);
if (target === undefined) {
  say('usage: node scripts/run.mjs TARGET [arguments]');
  process.exit(2);
}
await ensureInstalled();
runTarget(target, args);
