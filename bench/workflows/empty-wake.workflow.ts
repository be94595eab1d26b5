/** The engine's own share: of a wake, a timer and nothing when it fires; of a signal, its arrival and nothing else. */
import { condition, defineSignal, setHandler, sleep } from '@temporalio/workflow';

/** @param until wall clock, milliseconds since 1970 */
export async function emptyWake(until: number): Promise<void> {
  await sleep(Math.max(1, until - Date.now()));
}

export const told = defineSignal('told');
export async function bareSignal(): Promise<void> {
  let arrived = false;
  setHandler(told, () => { arrived = true; });
  await condition(() => arrived);
}
