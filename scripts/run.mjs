// The first thing that runs on a fresh clone: plain Node, nothing installed yet, so no dependency here.
//   node scripts/run.mjs TARGET [arguments]
// Installs the dependencies when they are missing or package-lock.json has changed, then runs TARGET.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, forwardSignals, say } from './dependencies.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`Yanxing needs Node 20.19 or later; this is ${process.versions.node} (${process.execPath}).`);
  say(`言行需要 Node 20.19 以上；当前是 ${process.versions.node}。`);
  process.exit(1);
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
await ensureInstalled(root);
runTarget(target, args);
