/** A process that owns engines and says which ones, for the tests that end it. */
import { startEngines } from '../../scripts/engines/index';

void (async () => {
  const [dataDir] = process.argv.slice(2);
  const engines = await startEngines({
    ...{ mode: 'temporary', say: () => undefined, env: process.env, ignoreConfigured: true },
    ...(dataDir === undefined ? {} : { dataDir, temporal: false }),
  });
  process.stdout.write(`${JSON.stringify({ mongo: engines.pids.mongo, temporal: engines.pids.temporal })}\n`);
  // Something to live for: engines do not keep their parent alive.
  setInterval(() => undefined, 60_000);
})();
