/** The registry of activities, one set a queue. */
import { createApplyEffects, type EffectsDeps } from './apply-effects';
import { createDeliverNotice } from './deliver-notice';
import { createDigestActivities } from './digest';
import type { MailDeps } from './mail/deps';
import { createRegistrationActivities, type RegistrationDeps } from './registration';
import { createRolloutActivities, type RolloutDeps } from './rollout';

/** Queue `commitments-v1`. */
export const createStoreActivities = (deps: EffectsDeps & RegistrationDeps & RolloutDeps) =>
  ({ ...createApplyEffects(deps), ...createRegistrationActivities(deps), ...createRolloutActivities(deps) });
export type StoreActivities = ReturnType<typeof createStoreActivities>;

/** Queue `mail-v1`. */
export const createMailActivities = (deps: MailDeps) => ({
  ...createDeliverNotice(deps),
  ...createDigestActivities(deps),
});
export type MailActivities = ReturnType<typeof createMailActivities>;
