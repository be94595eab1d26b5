/** Starts the two workers: `commitments-v1` (workflows and store activities) and `mail-v1` (mails only). */
import { DefaultLogger, makeTelemetryFilterString, NativeConnection, Runtime, Worker, type LogLevel, type LogMetadata } from '@temporalio/worker';
import { createMailActivities, createStoreActivities } from '../activities';
import type { MailDeps } from '../activities/mail/deps';
import type { MailTransport } from '../activities/mail/transport';
import type { Stores } from '../stores';
import type { TemporalGateway } from '../workflows/client';
import { COMMITMENT_QUEUE, MAIL_QUEUE } from '../workflows/ids';
import { workflowBundle } from './workflow-bundle';

export interface WorkerOptions {
  readonly address: string;
  readonly namespace: string;
  readonly stores: Stores;
  readonly temporal: TemporalGateway;
  readonly transport: MailTransport;
  readonly only?: 'commitments' | 'mail';
  readonly onSettled?: MailDeps['onSettled'];
  readonly link?: MailDeps['link'];
  readonly sentAgain?: number;
}

export interface Workers {
  /** Finishes what is under way, then ends. */
  stop(): Promise<void>;
  /** Rejects if a worker dies. */
  readonly running: Promise<void>;
}

/** The mail worker has activities only, which is meant: nobody need be warned of it at every start. */
const MEANT = 'No workflows registered, not polling for workflow tasks';
class WorkerLogger extends DefaultLogger {
  override log(level: LogLevel, message: string, meta?: LogMetadata): void {
    if (message !== MEANT) super.log(level, message, meta);
  }
}

let runtimeInstalled = false;
/** Once a process, by whoever asks first: the SDK's own log lines, and those of its core, at `level`. */
export const installRuntime = (level: 'WARN' | 'ERROR'): void => {
  if (runtimeInstalled) return;
  runtimeInstalled = true;
  // Shutdown signals belong to the script, which also has engines and an api to stop.
  Runtime.install({ logger: new WorkerLogger(level), telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: level, other: 'ERROR' }) } }, shutdownSignals: [] });
};

export const startWorkers = async (options: WorkerOptions): Promise<Workers> => {
  installRuntime('WARN');
  const { address, namespace, stores, temporal, transport } = options;
  const connection = await NativeConnection.connect({ address });
  const { dataConverter } = temporal;
  const shared = { connection, namespace, shutdownGraceTime: '20s' as const, ...(dataConverter === undefined ? {} : { dataConverter }) };
  const workers: Worker[] = [];
  if (options.only !== 'mail') {
    workers.push(await Worker.create({
      ...shared,
      taskQueue: COMMITMENT_QUEUE,
      workflowBundle: { codePath: await workflowBundle(dataConverter) },
      activities: createStoreActivities({ stores, temporal }),
      // Commitments sleep for days: a small cache, and a replay of some hundred events when they wake (engineering.md, B13).
      maxCachedWorkflows: 500,
    }));
  }
  if (options.only !== 'commitments') {
    workers.push(await Worker.create({
      ...shared,
      taskQueue: MAIL_QUEUE,
      activities: createMailActivities({
        connection: stores.connection, notices: stores.notices, organisation: stores.organisation, digests: stores.digests, slips: stores.slips, rules: stores.rules, transport,
        fact: (commitment, seq) => stores.ledger.fact(commitment, seq),
        ...(options.onSettled === undefined ? {} : { onSettled: options.onSettled }),
        ...(options.link === undefined ? {} : { link: options.link }),
        ...(options.sentAgain === undefined ? {} : { sentAgain: options.sentAgain }),
      }),
    }));
  }
  const running = Promise.all(workers.map((worker) => worker.run())).then(() => undefined);
  running.catch(() => undefined); // told through `running`; an early crash must not end the process before anyone awaits it
  return {
    running,
    async stop() {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
      await running.catch(() => undefined);
      await connection.close();
    },
  };
};
