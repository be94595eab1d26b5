/** `npm test`: engines, lint, types, and every test on the real engines. The last line counts: `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngines } from './engines';
import { workflowBundle } from './workflow-bundle';

const ROOT = join(__dirname, '..');

const seconds = (since: number): string => `${Math.round((Date.now() - since) / 1000)} s`;

const run = (script: string, args: readonly string[]): Promise<boolean> => new Promise((resolve) => {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], { cwd: ROOT, stdio: 'inherit', env: { ...process.env, TZ: process.env['TZ'] ?? 'UTC' } });
  child.on('close', (code) => resolve(code === 0));
});

interface JestResults { readonly numPassedTests: number; readonly numFailedTests: number; readonly numPendingTests: number; readonly numRuntimeErrorTestSuites: number }

const main = async (): Promise<number> => {
  const began = Date.now();
  const only = process.argv.slice(2);
  const folder = mkdtempSync(join(tmpdir(), 'yanxing-test-'));
  let failed = 0;
  let passed = 0;
  let skipped = 0;
  const step = async (name: string, work: () => Promise<boolean>): Promise<void> => {
    const since = Date.now();
    console.log(`▸ ${name}`);
    const ok = await work();
    if (ok) passed += 1;
    else failed += 1;
    console.log(`${ok ? '✓' : '✗'} ${name} ${seconds(since)}`);
  };
  try {
    // Once, before many test files want them at the same time.
    await step('engines come up and go down', async () => {
      const engines = await startEngines({ mode: 'temporary', ignoreConfigured: true, say: console.log, env: process.env });
      await engines.stop();
      await workflowBundle();
      return true;
    });
    const web = (): Promise<void> => step('web', () => run('scripts/build-web.mjs', only.length === 0 ? ['--check'] : []));
    if (only.length > 0) {
      await web();
    } else {
      // Lint takes one core for as long as the two others take the second.
      await Promise.all([
        step('lint', () => run('node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0'])),
        step('types', () => run('node_modules/typescript/bin/tsc', ['--noEmit'])).then(web),
      ]);
    }
    const report = join(folder, 'jest.json');
    await run('node_modules/jest/bin/jest.js', ['--json', `--outputFile=${report}`, '--silent', ...only]);
    const results = JSON.parse(readFileSync(report, 'utf8')) as JestResults;
    passed += results.numPassedTests;
    // A file that could not even be loaded ran no test, and is a failure all the same.
    failed += results.numFailedTests + results.numRuntimeErrorTestSuites;
    skipped += results.numPendingTests;
  } catch (error) {
    failed += 1;
    console.error(error instanceof Error ? error.message : error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`took ${seconds(began)}${skipped > 0 ? `; ${skipped} skipped, each says why` : ''}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
};

void main().then((code) => process.exit(code));
