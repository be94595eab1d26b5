import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const digestUnder = async (zone: string): Promise<[digest: string, offset: string]> => {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', join(__dirname, 'zones-run.ts')], { env: { ...process.env, TZ: zone } });
  const [digest = '', offset = ''] = stdout.trim().split(' ');
  return [digest, offset];
};

it('a life has the same dates, mails, lines and bands in every process time zone', async () => {
  const zones = ['UTC', 'America/New_York', 'Asia/Urumqi', 'Asia/Shanghai'];
  const results: [string, string][] = [];
  // Two at a time: each child compiles the domain for itself.
  for (let i = 0; i < zones.length; i += 2) results.push(...(await Promise.all(zones.slice(i, i + 2).map(digestUnder))));
  // The zones were really in force in the children.
  expect(results.map(([, offset]) => Number(offset))).toEqual([0, 240, -360, -480]);
  expect(results[0]?.[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(results.map(([digest]) => digest)).size).toBe(1);
});
