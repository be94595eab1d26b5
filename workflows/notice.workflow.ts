/** One notice to its final outcome; told to the commitment where a rung waits for it, or where the registrar must know of a failure. */
import { getExternalWorkflowHandle, isCancellation, sleep } from '@temporalio/workflow';
import { msOf, toInstant, type Instant } from '../domain/time';
import { mustBeTold } from '../domain/undelivered';
import type { NoticeOutcome } from '../domain/vocabulary';
import { noticeSettledSignal } from './commitment.messages';
import { commitmentWorkflowId } from './ids';
import type { NoticeInput } from './notice.messages';
import { mail } from './proxies';

export async function notice({ noticeId, asOf, commitment, occasion, awaited }: NoticeInput): Promise<NoticeOutcome> {
  const started = Date.now();
  const now = (): Instant => toInstant(msOf(asOf) + Date.now() - started);
  const tried = () => mail.deliverNotice({ noticeId, asOf: now() }).catch((error: unknown) => {
    if (isCancellation(error)) throw error;
    // A day of trying is over (design, idea 5): that is an outcome, not a failure.
    return mail.expireNotice({ noticeId, asOf: now() });
  });
  let delivered = await tried();
  // Outside the send window, or more than the throttle table lets go: it waits here, for days over a holiday.
  while ('held' in delivered) {
    await sleep(Math.max(1, msOf(delivered.held) - msOf(now())));
    delivered = await tried();
  }
  const { outcome, reason } = delivered;
  // A failed mail about a failed mail would only fail again.
  if (awaited || (mustBeTold(commitment, noticeId, outcome, reason) && occasion !== 'undelivered')) {
    // The commitment may have ended meanwhile; then nobody waits any more.
    await getExternalWorkflowHandle(commitmentWorkflowId(commitment)).signal(noticeSettledSignal, { noticeId, outcome, reason, at: now(), deputyAwaited: true }).catch(() => undefined);
  }
  return outcome;
}
