/** Deadlines must not depend on the machine's time zone: three lives against a table by hand, under four process zones. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const livesUnder = async (zone: string): Promise<unknown> => {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', join(__dirname, 'zones-run.ts')], { env: { ...process.env, TZ: zone }, timeout: 280_000 });
  // Before it, the engine may have said that it was slow.
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
};

const climb = ['chase→handler@sjj', 'chase→sponsor-a', 'chase→unitHead@sjj', 'circulate→handler@sjj', 'circulate→unitHead@sjj', 'dispatch→handler@sjj', 'dispatch→unitHead@sjj', 'interview→sponsor-a', 'supervise→unitHead@sjj'];

/** The rungs at 08:30 in the office are at 00:30 by UTC; the days are those of holidays.test.ts, which says why. */
const LIVES = {
  weekend: ['2026-04-27T00:30:00.000Z chase', '2026-04-29T00:30:00.000Z supervise', '2026-05-06T00:30:00.000Z circulate', '2026-05-12T00:30:00.000Z interview'],
  holiday: ['2026-05-06T00:30:00.000Z chase', '2026-05-08T00:30:00.000Z supervise', '2026-05-11T00:30:00.000Z circulate', '2026-05-15T09:00:00.000Z interview'],
  before: 'DISPATCHED',
  deemed: { deemed: true, signedAt: '2026-05-09T09:30:00.000Z' },
  mails: [...climb, ...climb, 'dispatch→handler@czj', 'dispatch→unitHead@czj'].sort(),
};

// Two at a time: two cores. Each has engines of its own.
test('three lives keep the same instants and mails with the process in UTC, New York, Urumqi and Shanghai', async () => {
  const [west, urumqi] = await Promise.all(['America/New_York', 'Asia/Urumqi'].map(livesUnder));
  const [shanghai, utc] = await Promise.all(['Asia/Shanghai', 'UTC'].map(livesUnder));
  expect([west, urumqi, shanghai, utc]).toEqual([{ ...LIVES, offset: 240 }, { ...LIVES, offset: -360 }, { ...LIVES, offset: -480 }, { ...LIVES, offset: 0 }]);
});
