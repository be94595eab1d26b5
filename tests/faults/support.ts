/** Worker processes that can be killed, and what the crash tests ask afterwards. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { canonicalJson } from '../../domain/ledger-chain';
import type { FaultPoint } from '../../activities/fault-points';
import { verifyLedger } from '../../scripts/verify';
import { rawCollection } from '../../stores/connection';
import type { NoticeRecord } from '../../stores/notices';
import { noticeWorkflowId } from '../../workflows/ids';
import type { World } from '../support/world';

const ROOT = join(__dirname, '..', '..');

export interface WorkerProcess {
  /** Resolves with the signal that ended it, or its exit code. */
  readonly ended: Promise<NodeJS.Signals | number | null>;
  /** SIGKILL, without warning. */
  kill(): Promise<void>;
}

/** @returns once it polls; with a fault it may be dead by then. @throws Error where it ends by itself */
export const startWorker = async (world: World, fault?: { readonly point: FaultPoint; readonly flag: string }): Promise<WorkerProcess> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/fault-worker.ts'], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'test', YANXING_LOG: 'silent',
      MONGODB_URI: world.engines.mongoUri, TEMPORAL_ADDRESS: world.engines.temporalAddress, SMTP_URL: world.sink.url,
      YANXING_MAIL_RATE: '1000', YANXING_MAIL_CONNECTIONS: '20',
      ...(fault ? { YANXING_FAULT_POINT: fault.point, YANXING_FAULT_FLAG: fault.flag } : {}),
    },
  });
  const ended = once(child, 'exit').then(([code, signal]: (number | NodeJS.Signals | null)[]) => signal ?? code ?? null) as WorkerProcess['ended'];
  const first = await Promise.race([once(child.stdout, 'data').then(() => 'ready'), ended]);
  if (first !== 'ready' && !fault) throw new Error(`the worker ended before it was ready: ${first}`);
  return {
    ended,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
};

let keys = 0;
/** Registers over HTTP without waiting for a worker. */
export const registerOnly = async (world: World, draft: Readonly<Record<string, unknown>> = {}, key = `f${process.pid}-${(keys += 1)}`): Promise<string> => {
  const response = await fetch(`${world.url}/api/commitments`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...(await world.as('registrar')) },
    body: JSON.stringify({ title: '制定数据共享管理办法', kind: 'deliverable', lead: 'sjj', sponsor: 'sponsor-a', acceptance: ['印发管理办法'], due: '2026-03-31', ...draft }),
  });
  if (response.status !== 201) throw new Error(`registration answered ${response.status}: ${await response.text()}`);
  return ((await response.json()) as { id: string }).id;
};

export const noticesOf = (world: World, ids: readonly string[]): Promise<NoticeRecord[]> =>
  rawCollection<NoticeRecord>(world.office.stores.connection, 'notices').find({ commitment: { $in: [...ids] }, factSeq: { $ne: null } }).sort({ _id: 1 }).toArray();

/**
 * Gives the attempts of these mails ten seconds from their start instead of two minutes: only the engine knows that the
 * worker is dead, and it knows by this time-out alone. Changed from outside, because no caller should choose it.
 */
export const shortenAttempts = async (world: World, notices: readonly NoticeRecord[]): Promise<void> => {
  const { client } = world.office.temporal;
  await Promise.all(notices.map(({ _id }) => client.workflowService.updateActivityOptions({
    namespace: client.options.namespace,
    execution: { workflowId: noticeWorkflowId(_id) },
    type: 'deliverNotice',
    activityOptions: { startToCloseTimeout: { seconds: 10 as never }, retryPolicy: { initialInterval: { nanos: 100_000_000 } } },
    updateMask: { paths: ['start_to_close_timeout', 'retry_policy.initial_interval'] },
  })));
};

/** What `npm run verify` says, and whether each workflow holds what its projection tells. */
export const faultsFound = async ({ office }: World, ids: readonly string[]): Promise<string[]> => {
  const { faults } = await verifyLedger(office.stores);
  const apart = await Promise.all(ids.map(async (id) => {
    const [document, state] = await Promise.all([office.stores.commitments.get(id), office.temporal.stateOf(id)]);
    return canonicalJson(document?.state) === canonicalJson(state) ? [] : [`${id}: the workflow holds another state than the projection`];
  }));
  return [...faults, ...apart.flat()];
};
