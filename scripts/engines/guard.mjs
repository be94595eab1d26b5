// Stands between Yanxing and one engine, so that no engine outlives it, however it ends.
// The parent holds the other end of our stdin. When the parent ends, even by SIGKILL, the kernel closes it, and we
// end the engine. Works alike on Linux and macOS, needs no polling and no process number that might be reused.
// The parent starts us in a session of our own: a Ctrl-C reaches the parent alone, which can finish its work on
// living engines before it lets go of us.
// Plain Node without imports of ours: it must start in some ten milliseconds.
import { spawn } from 'node:child_process';
import { openSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const { command, args, dir, log, record, parent, graceMs, removeDir } = JSON.parse(process.argv[2]);

// The parent may be gone: a failing answer must not stop us from ending the engine.
process.stdout.on('error', () => {});
const tell = (line) => process.stdout.write(`${line}\n`);

const out = openSync(log, 'w');
const engine = spawn(command, args, { cwd: dir, stdio: ['ignore', out, out] });
let ending = false;

engine.once('error', (error) => {
  tell(`exit ${error.message}`);
  process.exitCode = 1;
  process.stdin.destroy();
});
engine.once('spawn', () => {
  writeFileSync(record, JSON.stringify({ engine: engine.pid, guard: process.pid, parent }));
  tell(`pid ${engine.pid}`);
});
engine.once('exit', (code, signal) => {
  rmSync(record, { force: true });
  tell(`exit ${signal ?? `code ${code}`}`);
  // Only at the end of all: an engine that was killed for a test is started again on its data.
  if (ending && removeDir) {
    rmSync(dir, { recursive: true, force: true });
    try {
      rmdirSync(dirname(dir));
    } catch {
      // The other engine's folder is still in there; its guard will do it.
    }
  }
  process.exit(0);
});

function end() {
  if (ending) return;
  ending = true;
  if (graceMs > 0) engine.kill('SIGTERM');
  setTimeout(() => engine.kill('SIGKILL'), graceMs);
}

process.stdin.on('end', end).on('close', end).on('error', end).resume();
for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, end);
