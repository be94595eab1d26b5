/** `npm run bench [-- history storm speech pages]`: those named, or all; what else is given goes on to each. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ALL = ['history', 'storm', 'speech', 'pages'] as const;
const given = process.argv.slice(2);
const named = ALL.filter((name) => given.includes(name));
const rest = given.filter((word) => !ALL.some((name) => name === word));

let failed = false;
for (const name of named.length > 0 ? named : ALL) {
  console.log(`\n== ${name}`);
  // A process each: neither meets the other's event loop, memory or engines.
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(__dirname, `${name}.ts`), ...rest], { stdio: 'inherit' });
  if (status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
