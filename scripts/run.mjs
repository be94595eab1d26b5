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

/** Runs `npm ci` with one line that shows the elapsed time; its output is shown only when it fails. */
function install() {
  const [command, first] = npmCommand();
  // NODE_ENV=production must not leave out tsx and the tests' tools.
  const child = spawn(command, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--no-progress'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const since = Date.now();
  const elapsed = () => `${Math.round((Date.now() - since) / 1000)} s`;
  const text = 'installing the dependencies (npm ci) 正在安装依赖';
  const tty = process.stderr.isTTY;
  if (!tty) say(text);
  const timer = setInterval(() => (tty ? process.stderr.write(`\r\x1b[2K${text} ${elapsed()}`) : say(`${text} ${elapsed()}`)), tty ? 1000 : 10_000);
  const stop = forwardSignals(child);
  return new Promise((done) => {
    const finish = (problem) => {
      clearInterval(timer);
      stop();
      if (tty) process.stderr.write('\r\x1b[2K');
      if (problem !== null) {
        say(`${output.trim()}\nnpm ci failed (${problem}). 安装依赖失败。Registry unreachable? npm reads npm_config_registry. 若连不上软件源，请设置 npm_config_registry。`);
        process.exit(1);
      }
      say(`dependencies installed in ${elapsed()} 依赖已安装`);
      done();
    };
    child.once('error', (error) => finish(error.message));
    child.once('close', (code, signal) => finish(code === 0 ? null : (signal ?? `code ${code}`)));
  });
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
