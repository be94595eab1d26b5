/** `npm run rebuild`: starts the workflow of every open commitment again from MongoDB alone (the engine's data were lost). */
import { toInstant } from '../domain/time';
import { FINAL_NOTICE_STATES, ENDED_STATES } from '../domain/vocabulary';
import type { Stores } from '../stores';
import type { TemporalGateway } from '../workflows/client';
import { withOffice } from './with-stores';

export interface Rebuilt { readonly started: number; readonly signalled: number; readonly mails: number }

/**
 * Idempotent: what runs is left alone. Outcomes that came while nobody listened are told again; mails that had none yet,
 * also those under way or put off, are started again: their claim knows what may have been sent.
 */
export const rebuild = async (stores: Stores, temporal: TemporalGateway): Promise<Rebuilt> => {
  let started = 0;
  let signalled = 0;
  let mails = 0;
  for await (const { state } of stores.commitments.all()) {
    const ended = ENDED_STATES.includes(state.status);
    if (!ended && (await temporal.stateOf(state.id)) === null) {
      await temporal.startCommitment({ state, rules: await stores.rules.forCommitment(state) });
      started += 1;
    }
    // After the commitment, which may wait for them; an ended one may still owe the mails that say so.
    for (const { _id: noticeId, commitment, occasion, awaited } of await stores.notices.openSlipsOf(state.id)) {
      await temporal.startNotice({ noticeId, commitment, occasion, awaited, asOf: toInstant(Date.now() + state.clockShiftMs) });
      mails += 1;
    }
    for (const noticeId of ended ? [] : state.ladder.waitingFor) {
      const notice = await stores.notices.get(noticeId);
      const final = FINAL_NOTICE_STATES.find((one) => one === notice?.state);
      if (final === undefined) continue;
      await temporal.noticeSettled(state.id, { noticeId, outcome: final, reason: notice?.reason ?? null, deputyAwaited: true });
      signalled += 1;
    }
  }
  return { started, signalled, mails };
};

if (require.main === module) {
  withOffice(async ({ stores, temporal }) => {
    const { started, signalled, mails } = await rebuild(stores, temporal);
    console.log(`重建完成：启动${started}件，续发文书${mails}件，补报送达结果${signalled}条`);
  });
}
