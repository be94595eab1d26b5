import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The command line, or '' when the process is gone: a recorded number may long belong to somebody else. */
export async function commandLine(pid: number): Promise<string> {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
  } catch {
    if (process.platform === 'linux') return '';
    return new Promise((resolve) => {
      execFile('ps', ['-o', 'args=', '-p', String(pid)], (error, stdout) => resolve(error ? '' : stdout));
    });
  }
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already: that is what was wanted.
  }
}

/** SIGTERM, then SIGKILL for one that does not listen. Comes back when the process is gone. */
export async function end(pid: number, graceMs: number): Promise<void> {
  signal(pid, 'SIGTERM');
  const until = Date.now() + graceMs;
  while (isAlive(pid)) {
    if (Date.now() > until) signal(pid, 'SIGKILL');
    await pause(20);
  }
}
