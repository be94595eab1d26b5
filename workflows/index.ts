/**
 * The registry: exactly what workers run. What a kind stands on is loaded when a run of it begins, not before: every run loads
 * its modules anew, and zod with the rules of domain/ cost some 35 ms of processor (`npm run bench -- storm instances`), which
 * a notice, the commonest run of all, does without.
 */
import type * as commitments from './commitment.workflow';
import type * as digests from './digest.workflow';
import type * as notices from './notice.workflow';
import type * as registrations from './registration.workflow';
import type * as rollouts from './rollout.workflow';

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load all of them for each run */
export const commitment: typeof commitments.commitment = (input) => (require('./commitment.workflow') as typeof commitments).commitment(input);
export const digest: typeof digests.digest = () => (require('./digest.workflow') as typeof digests).digest();
export const notice: typeof notices.notice = (input) => (require('./notice.workflow') as typeof notices).notice(input);
export const registration: typeof registrations.registration = (input) => (require('./registration.workflow') as typeof registrations).registration(input);
export const rollout: typeof rollouts.rollout = (input) => (require('./rollout.workflow') as typeof rollouts).rollout(input);
