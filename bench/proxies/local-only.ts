/** Stands in for `workflows/proxies` in the bundle: effects by a local activity that is tried until MongoDB is back, without a fallback. */
import { proxyLocalActivities } from '@temporalio/workflow';
import type { StoreActivities } from '../../activities';

export * from '../../workflows/proxies';

export const quickStore = proxyLocalActivities<StoreActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '10s', nonRetryableErrorTypes: ['ProjectionGap'] },
});
