/** Deadlines must not depend on the machine's time zone: three lives, whose tests assert exact instants, under four process zones. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const LIVES = ['tests/life/ladder.test.ts', 'tests/life/holidays.test.ts', 'tests/life/deemed-signature.test.ts'];

// The suite itself runs in UTC (scripts/test.ts), the fourth zone.
test.each(['America/New_York', 'Asia/Urumqi', 'Asia/Shanghai'])('three lives keep the same instants with the process in %s', (zone) => {
  const run = spawnSync(process.execPath, [join(ROOT, 'node_modules/jest/bin/jest.js'), '--runInBand', '--silent', ...LIVES], {
    cwd: ROOT, env: { ...process.env, TZ: zone }, encoding: 'utf8', timeout: 280_000,
  });
  expect(run.status === 0 ? '' : `${run.stdout}\n${run.stderr}`).toBe('');
});
