/** Stands in for `workflows/proxies` in the bundle: one limit instead of two, so what is slow is not begun a second time beside itself. */
import { proxyLocalActivities } from '@temporalio/workflow';
import type { StoreActivities } from '../../activities';

export * from '../../workflows/proxies';

export const quickStore = proxyLocalActivities<StoreActivities>({
  startToCloseTimeout: '5s',
  scheduleToCloseTimeout: '5s',
  retry: { initialInterval: '100ms', maximumInterval: '1s', maximumAttempts: 3, nonRetryableErrorTypes: ['ProjectionGap'] },
});
