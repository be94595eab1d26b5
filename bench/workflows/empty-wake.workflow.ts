/** The engine's own share of a wake: a timer, and nothing when it fires. */
import { sleep } from '@temporalio/workflow';

/** @param until wall clock, milliseconds since 1970 */
export async function emptyWake(until: number): Promise<void> {
  await sleep(Math.max(1, until - Date.now()));
}
