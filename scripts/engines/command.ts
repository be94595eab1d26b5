import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { childEnv, type Context } from './context';

export interface Outcome {
  readonly ok: boolean;
  readonly output: string;
  /** The last lines, short enough for a message. */
  readonly tail: string;
}

/** Runs a helper program to its end. Never throws: a program that is missing is an outcome like another. */
export function run(
  env: Context['env'],
  file: string,
  args: readonly string[],
  options: { cwd?: string; timeoutMs?: number; onOutput?: (text: string) => void } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    let output = '';
    const finish = (ok: boolean): void =>
      resolve({ ok, output, tail: output.trim().split('\n').slice(-3).join(' / ').slice(-400) });
    const child = spawn(file, [...args], {
      env: childEnv(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    const take = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-64_000);
      options.onOutput?.(chunk.toString());
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (error) => {
      output += error.message;
      finish(false);
    });
    child.once('close', (code) => finish(code === 0));
  });
}

export async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

export async function onPath(env: Context['env'], name: string): Promise<string | null> {
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    if (folder !== '' && (await isProgram(join(folder, name)))) return join(folder, name);
  }
  return null;
}
