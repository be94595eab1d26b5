/** Offices on given engines whose effects travel one way or the other; each has a namespace and a database of its own. */
import { join } from 'node:path';
import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { bundleWorkflowCode, NativeConnection, Worker, type WorkflowBundle } from '@temporalio/worker';
import { ConnectionStates } from 'mongoose';
import pino from 'pino';
import { createMailActivities, createStoreActivities } from '../../activities';
import type { MailDeps } from '../../activities/mail/deps';
import { parseSettings } from '../../config/settings';
import type { Engines } from '../../scripts/engines';
import { openOffice, type Office } from '../../scripts/office';
import { installRuntime, type Workers } from '../../scripts/worker-runtime';
import type { TemporalGateway } from '../../workflows/client';
import { COMMITMENT_QUEUE, MAIL_QUEUE } from '../../workflows/ids';

/**
 * How effects travel. `local`: as shipped. `patient`: the same with one limit of 5 s. `breaker`: patient, and not tried at all
 * while the driver itself says that MongoDB is away.
 */
export type Variant = 'local' | 'ordinary' | 'local-only' | 'patient' | 'breaker';
export const VARIANT_NAMES: Readonly<Record<Variant, string>> = {
  local: 'a · local, falling back', ordinary: 'b · ordinary', 'local-only': 'local only', patient: 'a, one limit of 5 s', breaker: '… and a breaker',
};

/** `bare`: the empty wake alone, without a line of ours. `preloaded`: zod and domain/ once a worker instead of once a workflow. */
export type BundleKind = Exclude<Variant, 'breaker'> | 'bare' | 'preloaded';
/** A measure, not a way out: what is preloaded is frozen, and zod's schemas write to themselves at their first use. */
const PRELOADED = ['zod', ...['state', 'decide', 'notices'].map((name) => join(__dirname, '..', '..', 'domain', `${name}.ts`))];

const bundles = new Map<BundleKind, Promise<WorkflowBundle>>();
export const benchBundle = (kind: BundleKind): Promise<WorkflowBundle> => {
  const known = bundles.get(kind);
  if (known) return known;
  const silent = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error };
  const made = bundleWorkflowCode({
    workflowsPath: join(__dirname, '..', 'workflows', kind === 'bare' ? 'empty-wake.workflow.ts' : 'index.ts'),
    logger: silent,
    ...(kind === 'preloaded' ? { preloadModules: PRELOADED } : {}),
    webpackConfigHook: (config) => (kind === 'bare' || kind === 'preloaded' || kind === 'local' ? config : {
      ...config,
      // The stand-in names the real module by another path, so it is not replaced by itself.
      resolve: { ...config.resolve, alias: { ...config.resolve?.alias, './proxies$': join(__dirname, '..', 'proxies', `${kind}.ts`) } },
    }),
  });
  bundles.set(kind, made);
  return made;
};

/** One call of `applyEffects`, as the worker saw it. */
export interface EffectsCall { readonly isLocal: boolean; readonly failed: boolean; readonly ms: number; readonly endedAt: number }

export interface BenchWorkerOptions {
  readonly address: string;
  readonly office: Pick<Office, 'stores' | 'transport'> & { readonly temporal: TemporalGateway };
  readonly variant: Variant | 'bare';
  readonly onEffects?: (call: EffectsCall) => void;
  readonly onDelivered?: (ms: number, noticeId: string) => void;
  readonly onSettled?: MailDeps['onSettled'];
}

/** The same workers as `scripts/worker-runtime.ts` starts, with another bundle and with ears. */
export const startBenchWorkers = async ({ address, office, variant, onEffects, onDelivered, onSettled }: BenchWorkerOptions): Promise<Workers> => {
  installRuntime('ERROR');
  const { stores, transport, temporal } = office;
  const connection = await NativeConnection.connect({ address });
  const shared = { connection, namespace: temporal.client.options.namespace, shutdownGraceTime: '20s' as const };
  const ours = createStoreActivities({ stores, temporal });
  const mail = createMailActivities({
    connection: stores.connection, notices: stores.notices, organisation: stores.organisation, digests: stores.digests, slips: stores.slips, rules: stores.rules, transport,
    fact: (commitment, seq) => stores.ledger.fact(commitment, seq),
    ...(onSettled === undefined ? {} : { onSettled }),
  });
  const workers = [
    await Worker.create({
      ...shared,
      taskQueue: COMMITMENT_QUEUE,
      workflowBundle: await benchBundle(variant === 'breaker' ? 'patient' : variant),
      maxCachedWorkflows: 500,
      activities: {
        ...ours,
        async applyEffects(effects: Parameters<typeof ours.applyEffects>[0]): Promise<void> {
          const [started, { isLocal }] = [performance.now(), Context.current().info];
          const tell = (failed: boolean): void => onEffects?.({ isLocal, failed, ms: performance.now() - started, endedAt: Date.now() });
          // The driver's own monitor knows it within milliseconds.
          if (variant === 'breaker' && isLocal && stores.connection.readyState !== ConnectionStates.connected) throw ApplicationFailure.nonRetryable('MongoDB is away', 'StoreAway');
          try {
            await ours.applyEffects(effects);
            tell(false);
          } catch (error) {
            tell(true);
            throw error;
          }
        },
        isEnded: async (commitment: string) => (await stores.commitments.get(commitment))?.state.endedAt !== null,
      },
    }),
    await Worker.create({
      ...shared,
      taskQueue: MAIL_QUEUE,
      activities: {
        ...mail,
        async deliverNotice(input: Parameters<typeof mail.deliverNotice>[0]) {
          const started = performance.now();
          const delivered = await mail.deliverNotice(input);
          onDelivered?.(performance.now() - started, input.noticeId);
          return delivered;
        },
      },
    }),
  ];
  const running = Promise.all(workers.map((worker) => worker.run())).then(() => undefined);
  running.catch(() => undefined);
  return {
    running,
    async stop() {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
      await running.catch(() => undefined);
      await connection.close();
    },
  };
};

const ensureNamespace = async (address: string, namespace: string): Promise<void> => {
  const { Connection } = await import('@temporalio/client');
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: { seconds: 86_400 as never } });
    // The server's caches learn of it a little later.
    for (const until = Date.now() + 30_000; ;) {
      try {
        await connection.workflowService.listWorkflowExecutions({ namespace, pageSize: 1 });
        await connection.operatorService.listSearchAttributes({ namespace });
        return;
      } catch (error) {
        if (Date.now() > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  } finally {
    await connection.close();
  }
};

export interface BenchOfficeOptions {
  readonly engines: Engines;
  readonly smtpUrl: string;
  /** Of the namespace and the database. */
  readonly name: string;
}

/** An office without api and workers. Mails go out as fast as the engines let them: the office's own rate is not what is measured. */
export const openBenchOffice = async ({ engines, smtpUrl, name }: BenchOfficeOptions): Promise<Office> => {
  await ensureNamespace(engines.temporalAddress, name);
  return openOffice({
    settings: parseSettings({ NODE_ENV: 'test', TEMPORAL_NAMESPACE: name, YANXING_MAIL_RATE: '10000', YANXING_MAIL_CONNECTIONS: '20', YANXING_READS_A_MINUTE: '0', YANXING_WRITES_A_MINUTE: '0' }),
    mongoUri: engines.mongoUri.replace(/\/yanxing\?/, `/${name}?`),
    temporalAddress: engines.temporalAddress,
    smtpUrl,
    parts: { api: false, worker: false },
    log: pino({ level: 'silent' }),
  });
};
