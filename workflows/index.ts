/** The registry: exactly what workers run. */
export { commitment } from './commitment.workflow';
export { digest } from './digest.workflow';
export { notice } from './notice.workflow';
export { registration } from './registration.workflow';
export { rollout } from './rollout.workflow';
