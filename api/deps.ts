import type { Logger } from 'pino';
import type { Clock } from '../config/clock';
import type { LinkKeys } from '../config/links';
import type { Settings } from '../config/settings';
import type { Stores } from '../stores';
import type { TemporalGateway } from '../workflows/client';
import type { Metrics } from './metrics';

/** What the API works with; handed in, never reached for. */
export interface ApiDeps {
  readonly stores: Stores;
  readonly temporal: TemporalGateway;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Of the links in mails: the mail worker signs with the same ones. */
  readonly linkKeys: LinkKeys;
}
