/** The times of clocks as the ledger tells them: for matters that an older release led, which kept none. */
import { apply, registeredState } from '../domain/apply';
import { clockTimesAfter, type ClockTime } from '../domain/clock-times';
import type { Stores } from '../stores';

type Read = Pick<Stores, 'ledger' | 'rules'>;

/** Folds its whole chain. @throws Error where the ledger does not begin with the registration */
export const clockTimesOf = async ({ ledger, rules }: Read, commitment: string): Promise<readonly ClockTime[]> => {
  const chain = await ledger.chain(commitment);
  let state = registeredState(chain[0]?.fact);
  if (state === null) throw new Error(`${commitment}: its ledger does not begin with its registration`);
  let times: readonly ClockTime[] = [];
  for (const { fact } of chain) {
    state = apply(state, fact);
    times = clockTimesAfter(times, fact, state, await rules.forCommitment(state));
  }
  return times;
};

/** Few enough that a pass ends soon. */
const BATCH = 200;

/** Writes them where they are missing. Safe beside running workers: who wrote meanwhile wrote them too. @returns of how many matters */
export const fillClockTimes = async (stores: Read & Pick<Stores, 'commitments'>): Promise<number> => {
  const packs = await stores.rules.clockedPacks();
  let filled = 0;
  for (;;) {
    const missing = await stores.commitments.unclocked(packs, BATCH);
    for (const { id, version } of missing) await stores.commitments.setClocks(id, version, await clockTimesOf(stores, id));
    filled += missing.length;
    if (missing.length < BATCH) return filled;
  }
};
