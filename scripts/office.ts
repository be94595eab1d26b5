/** Puts the parts together over given engines: stores with the shipped rules, workers, api. Used by start, demo and tests. */
import type { Logger } from 'pino';
import { createLinks } from '../activities/mail/link';
import { createMailTransport, type MailTransport } from '../activities/mail/transport';
import { createLog } from '../api/log';
import { createMetrics, type Metrics } from '../api/metrics';
import { startApi, type RunningApi } from '../api/server';
import { createClock, type AdjustableClock } from '../config/clock';
import { loadCalendar } from '../config/calendars';
import { loadDefaults } from '../config/defaults';
import { newLinkKeys, type LinkKeys } from '../config/links';
import { loadPolicies } from '../config/policies';
import type { Settings } from '../config/settings';
import { openStores, type Stores } from '../stores';
import { connectTemporal, type TemporalGateway } from '../workflows/client';
import { startWorkers, type Workers } from './worker-runtime';

export interface OfficeOptions {
  readonly settings: Settings;
  readonly mongoUri: string;
  readonly temporalAddress: string;
  readonly smtpUrl: string;
  readonly parts: { readonly api: boolean; readonly worker: boolean };
  readonly log?: Logger;
  readonly clock?: AdjustableClock;
  /** Default: the configured ones, else keys that end with this process. */
  readonly linkKeys?: LinkKeys;
}

export interface Office {
  readonly stores: Stores;
  readonly temporal: TemporalGateway;
  readonly clock: AdjustableClock;
  readonly metrics: Metrics;
  readonly api: RunningApi | null;
  readonly transport: MailTransport;
  workers: Workers | null;
  startWorkers(): Promise<Workers>;
  stop(): Promise<void>;
}

export const openOffice = async (options: OfficeOptions): Promise<Office> => {
  const { settings } = options;
  const log = options.log ?? createLog(settings.YANXING_LOG);
  const clock = options.clock ?? createClock(settings.YANXING_CLOCK_OFFSET_MS);
  const stores = await openStores(options.mongoUri);
  await stores.ensureIndexes();
  await stores.rules.install(loadPolicies(), loadCalendar());
  await stores.defaults.install(loadDefaults());
  const temporal = await connectTemporal({ address: options.temporalAddress, namespace: settings.TEMPORAL_NAMESPACE, payloadKeys: settings.YANXING_PAYLOAD_KEYS });
  await temporal.ensureSearchAttributes();
  const metrics = createMetrics();
  const transport = createMailTransport({
    url: options.smtpUrl,
    from: { name: settings.YANXING_MAIL_FROM_NAME, address: settings.YANXING_MAIL_FROM },
    ratePerSecond: settings.YANXING_MAIL_RATE,
    maxConnections: settings.YANXING_MAIL_CONNECTIONS,
  });
  const linkKeys = options.linkKeys ?? settings.YANXING_LINK_KEYS ?? newLinkKeys();
  const api = options.parts.api ? await startApi({ stores, temporal, clock, settings, log, metrics, linkKeys }) : null;
  const publicUrl = settings.YANXING_PUBLIC_URL ?? api?.url ?? `http://${settings.YANXING_HOST}:${settings.YANXING_PORT}`;
  const workers = (): Promise<Workers> => startWorkers({
    address: options.temporalAddress, namespace: settings.TEMPORAL_NAMESPACE, stores, temporal, transport,
    link: createLinks(linkKeys, publicUrl), sentAgain: settings.YANXING_MAIL_LOST_ANSWERS,
    onSettled: (occasion, outcome, seconds) => {
      metrics.recordNotice(occasion, outcome);
      metrics.recordLateness(seconds);
    },
  });
  const office: Office = {
    stores, temporal, clock, metrics, api, transport,
    workers: options.parts.worker ? await workers() : null,
    async startWorkers() {
      office.workers = await workers();
      return office.workers;
    },
    async stop() {
      await api?.stop();
      await office.workers?.stop();
      transport.close();
      await temporal.close();
      await stores.close();
    },
  };
  return office;
};
