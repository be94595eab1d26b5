/** Deadlines must not depend on the machine's time zone: three lives, whose tests assert exact instants, under four process zones. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const LIVES = ['tests/life/ladder.test.ts', 'tests/life/holidays.test.ts', 'tests/life/deemed-signature.test.ts'];

/** @returns what the run printed, where it failed; else nothing */
const failureUnder = (zone: string): Promise<string> => new Promise((resolve) => {
  execFile(process.execPath, [join(ROOT, 'node_modules/jest/bin/jest.js'), '--runInBand', '--silent', ...LIVES], {
    cwd: ROOT, env: { ...process.env, TZ: zone }, timeout: 280_000, maxBuffer: 16 * 1024 * 1024,
  }, (error, stdout, stderr) => resolve(error === null ? '' : `${zone}: ${error.message}\n${stdout}\n${stderr}`));
});

// The suite itself runs in UTC (scripts/test.ts), the fourth zone. Together: each spends most of its time waiting for its engines.
test('three lives keep the same instants with the process in New York, Urumqi and Shanghai', async () => {
  expect(await Promise.all(['America/New_York', 'Asia/Urumqi', 'Asia/Shanghai'].map(failureUnder))).toEqual(['', '', '']);
});
