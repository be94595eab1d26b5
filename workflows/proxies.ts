/** Activities as workflows call them, grouped by how they fail. */
import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { MailActivities, StoreActivities } from '../activities';
import { MAIL_QUEUE } from './ids';

/**
 * The usual way of writing down a wake: in the same workflow task, four events less than an ordinary activity.
 * Bounded well below the 10 s workflow task, so that a MongoDB outage never turns into task heartbeats:
 * what does not succeed here falls to `store`. Reasons and figures: docs/decisions/0002-effects.md
 */
export const quickStore = proxyLocalActivities<StoreActivities>({
  startToCloseTimeout: '3s',
  scheduleToCloseTimeout: '5s',
  retry: { initialInterval: '100ms', maximumInterval: '1s', maximumAttempts: 3, nonRetryableErrorTypes: ['ProjectionGap'] },
});

/** MongoDB may be away for hours: tried until it is back. Effects are guarded by version, so a repeat changes nothing. */
export const store = proxyActivities<StoreActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '1m', nonRetryableErrorTypes: ['ProjectionGap'] },
});

/**
 * One mail. The activity asks for its own delays (greylisting); after a day the outcome is recorded, not thrown (quality.md, R6).
 * It heartbeats as long as it waits for a slow server or behind a digest (R8): only a dead worker's attempt is given up.
 */
export const mail = proxyActivities<MailActivities>({
  taskQueue: MAIL_QUEUE,
  startToCloseTimeout: '30m',
  heartbeatTimeout: '20s',
  scheduleToCloseTimeout: '24h',
  retry: { initialInterval: '5s', maximumInterval: '30m' },
});

/** Digests in batches; heartbeats after each outcome, so a dead worker is noticed within half a minute. */
export const digests = proxyActivities<MailActivities>({
  taskQueue: MAIL_QUEUE,
  startToCloseTimeout: '1h',
  scheduleToCloseTimeout: '12h',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '5s', maximumInterval: '10m' },
});

/** A roll-out in batches: repeated, a batch finds those that have counted anew already. */
export const rollouts = proxyActivities<StoreActivities>({
  startToCloseTimeout: '30m',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
});

/** A batch of births: an insert and a start each. Repeated, it finds what it had done; a dead worker is noticed by its heartbeat. */
export const births = proxyActivities<StoreActivities>({
  startToCloseTimeout: '5m',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
});
