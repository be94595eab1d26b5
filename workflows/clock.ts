/** The workflow's now. In the sandbox `Date.now()` is the task's time, safe under replay. */
import { toInstant, type Instant } from '../domain/time';

/** @param shiftMs the state's `clockShiftMs`: zero in production (design, section 7) */
export const workflowNow = (shiftMs: number): Instant => toInstant(Date.now() + shiftMs);
