import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker';
import { Connection, Client } from '@temporalio/client';
import { startEngines } from '/work/main/scripts/engines';
import { installRuntime } from '/work/main/scripts/worker-runtime';
(async () => {
  installRuntime('ERROR');
  const e = await startEngines({ mode: 'temporary', say: () => undefined, env: process.env, ignoreConfigured: true, mongo: false });
  const silent = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error };
  const client = new Client({ connection: await Connection.connect({ address: e.temporalAddress }) });
  const nc = await NativeConnection.connect({ address: e.temporalAddress });
  for (let r = 0; r < 3; r++) for (const [name, path] of [['tiny', '/work/main/bench/workflows/empty-wake.workflow.ts'], ['full', '/work/main/bench/workflows/index.ts']] as const) {
    const b = await bundleWorkflowCode({ workflowsPath: path, logger: silent });
    const q = `${name}${r}`;
    const w = await Worker.create({ connection: nc, taskQueue: q, workflowBundle: b, maxCachedWorkflows: 500 });
    const run = w.run();
    await client.workflow.execute('emptyWake', { workflowId: `w-${q}`, taskQueue: q, args: [0] });
    const c0 = process.cpuUsage(); const t0 = performance.now(); const N = 200;
    await Promise.all(Array.from({ length: N }, (_, i) => client.workflow.execute('emptyWake', { workflowId: `x-${q}-${i}`, taskQueue: q, args: [0] })));
    const c = process.cpuUsage(c0);
    console.log(q, 'bundle kB', Math.round(b.code.length / 1024), 'wall ms/wf', ((performance.now() - t0) / N).toFixed(1), 'cpu ms/wf', ((c.user + c.system) / 1000 / N).toFixed(1));
    w.shutdown(); await run;
  }
  await nc.close(); await client.connection.close(); await e.stop(); process.exit(0);
})();
