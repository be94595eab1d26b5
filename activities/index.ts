/** The registry of activities, one set a queue. */
import { createApplyEffects, type EffectsDeps } from './apply-effects';
import { createDeliverNotice } from './deliver-notice';
import { createDigestActivities } from './digest';

/** Queue `commitments-v1`. */
export const createStoreActivities = (deps: EffectsDeps) => createApplyEffects(deps);
export type StoreActivities = ReturnType<typeof createStoreActivities>;

/** Queue `mail-v1`. */
export const createMailActivities = (deps: Parameters<typeof createDeliverNotice>[0] & Parameters<typeof createDigestActivities>[0]) => ({
  ...createDeliverNotice(deps),
  ...createDigestActivities(deps),
});
export type MailActivities = ReturnType<typeof createMailActivities>;
