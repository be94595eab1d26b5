/** `npm run rebuild`: starts the workflow of every open commitment again from MongoDB alone (the engine's data were lost). */
import { FINAL_NOTICE_STATES, ENDED_STATES } from '../domain/vocabulary';
import type { Stores } from '../stores';
import type { TemporalGateway } from '../workflows/client';
import { withOffice } from './with-stores';

export interface Rebuilt { readonly started: number; readonly signalled: number }

/** Idempotent: what runs is left alone. Outcomes that came while nobody listened are told again. */
export const rebuild = async (stores: Stores, temporal: TemporalGateway): Promise<Rebuilt> => {
  let started = 0;
  let signalled = 0;
  for await (const { state } of stores.commitments.all()) {
    if (ENDED_STATES.includes(state.status)) continue;
    if ((await temporal.stateOf(state.id)) === null) {
      await temporal.startCommitment({ state, rules: await stores.rules.forCommitment(state) });
      started += 1;
    }
    for (const noticeId of state.ladder.waitingFor) {
      const notice = await stores.notices.get(noticeId);
      const final = FINAL_NOTICE_STATES.find((one) => one === notice?.state);
      if (final === undefined) continue;
      await temporal.noticeSettled(state.id, { noticeId, outcome: final, reason: notice?.reason ?? null });
      signalled += 1;
    }
  }
  return { started, signalled };
};

if (require.main === module) {
  withOffice(async ({ stores, temporal }) => {
    const { started, signalled } = await rebuild(stores, temporal);
    console.log(`重建完成：启动${started}件，补报送达结果${signalled}条`);
  });
}
