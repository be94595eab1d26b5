/** 换历: a changed calendar to every commitment that runs by another one; twice, for those born by the old one meanwhile. */
import { rollouts } from './proxies';

const PASSES = 2;

export interface RolloutInput { readonly version: string }
export interface RolloutResult { readonly version: string; readonly left: number }

export async function rollout({ version }: RolloutInput): Promise<RolloutResult> {
  let left = 0;
  for (let pass = 1; pass <= PASSES; pass += 1) {
    let after: string | null = null;
    do after = await rollouts.tellCalendar({ version, after });
    while (after !== null);
    left = await rollouts.awaitCalendar({ version });
    if (left === 0) break;
  }
  return { version, left };
}
