/** The workflows' bundle, built once for a given source and kept: bundling costs 2 s, a test run starts many workers. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataConverter } from '@temporalio/common';
import { bundleWorkflowCode } from '@temporalio/worker';

const ROOT = join(__dirname, '..');

const sourceHash = (): string => {
  const hash = createHash('sha256');
  // Everything that can be in the bundle; the lockfile stands for the SDK and zod.
  for (const folder of ['workflows', 'domain']) {
    for (const file of readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.ts')).sort()) {
      hash.update(file).update(readFileSync(join(ROOT, folder, file)));
    }
  }
  return hash.update(readFileSync(join(ROOT, 'package-lock.json'))).digest('hex').slice(0, 16);
};

/**
 * @param dataConverter the worker's: its way of telling failures goes into the sandbox
 * @returns the path of the bundle for the sources as they are now
 */
export const workflowBundle = async (dataConverter?: DataConverter, folder = join(ROOT, 'node_modules', '.cache', 'yanxing')): Promise<string> => {
  const failures = dataConverter?.failureConverterPath;
  const file = join(folder, `workflows-${sourceHash()}${failures === undefined ? '' : '-encoded'}.js`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const silent = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error };
  const { code } = await bundleWorkflowCode({ workflowsPath: join(ROOT, 'workflows', 'index.ts'), logger: silent, ...(failures === undefined ? {} : { failureConverterPath: failures }) });
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, code);
  renameSync(partial, file); // two processes may build at once; each sees a whole file
  return file;
};
