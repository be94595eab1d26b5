/** The auditor: starts what a crash left between two steps and nobody retried. Everything it does is idempotent. */
import { fillClockTimes } from '../activities/clock-times';
import type { Clock } from '../config/clock';
import { civilDateOf, msOf, timeOfDay, toInstant } from '../domain/time';
import type { Stores } from '../stores';
import type { TemporalGateway } from '../workflows/client';

/** Old enough that no request still works on it. With the pause between two passes no more than the minute after which nothing may lie there (quality.md, R4). */
export const LEFT_ALONE_MS = 30_000;
export const EVERY_MS = 25_000;

export interface ReconcileResult { readonly births: number; readonly notices: number; readonly registrations: number; readonly recounted: number }

/** From this hour on the day is sealed; what comes later that day is under the next day's seal. */
const SEALED_FROM = '18:00';
const sealToday = async (stores: Stores, clock: Clock): Promise<void> => {
  const now = clock.now();
  if (timeOfDay(now) >= SEALED_FROM) await stores.seals.seal(civilDateOf(now), now);
};

/** One pass: commitments inserted but never woken, notices written but never started, registrations bound but never begun. */
export const reconcile = async (stores: Stores, temporal: TemporalGateway, clock: Clock): Promise<ReconcileResult> => {
  const before = toInstant(msOf(clock.now()) - LEFT_ALONE_MS);
  const unborn = await stores.commitments.unborn(before);
  for (const { state } of unborn) await temporal.startCommitment({ state, rules: await stores.rules.forCommitment(state) });
  const pending = await stores.notices.pendingOlderThan(before);
  for (const notice of pending) {
    const { _id: noticeId, commitment, occasion, awaited } = notice;
    await temporal.startNotice({ noticeId, commitment, occasion, awaited, asOf: clock.now() });
  }
  const registrations = await stores.registrations.running(before);
  for (const { _id: registration, source, drafts, at, clockShiftMs, wakeSpreadMs } of registrations) {
    await temporal.startRegistration({ registration, source, drafts, at, clockShiftMs, wakeSpreadMs });
  }
  // Born by the old calendar while the new one was rolled out, or the roll-out itself was never started.
  const { version } = await stores.rules.calendar();
  const recounted = await stores.commitments.countNotCountedBy(version);
  if (recounted > 0) await temporal.startRollout({ version });
  return { births: unborn.length, notices: pending.length, registrations: registrations.length, recounted };
};

/** What an older release left without the times of its clocks: filled in once, begun again by the next pass where an engine was away. */
const filler = (stores: Stores): (() => void) => {
  let begun = false;
  return () => {
    if (begun) return;
    begun = true;
    fillClockTimes(stores).catch(() => { begun = false; });
  };
};

export const keepReconciled = (stores: Stores, temporal: TemporalGateway, clock: Clock): { stop(): void } => {
  const fill = filler(stores);
  const pass = (): void => {
    fill();
    // An engine that is away is nothing new to tell here: the next pass tries again, readiness shows it.
    reconcile(stores, temporal, clock).then(() => sealToday(stores, clock)).catch(() => undefined);
  };
  pass();
  const timer = setInterval(pass, EVERY_MS);
  return { stop: () => clearInterval(timer) };
};
