/** One notice to its final outcome; told to the commitment only where a rung waits for it. */
import { getExternalWorkflowHandle, isCancellation } from '@temporalio/workflow';
import { msOf, toInstant, type Instant } from '../domain/time';
import type { NoticeOutcome } from '../domain/vocabulary';
import { noticeSettledSignal } from './commitment.messages';
import { commitmentWorkflowId } from './ids';
import type { NoticeInput } from './notice.messages';
import { mail } from './proxies';

export async function notice({ noticeId, asOf, awaitedBy }: NoticeInput): Promise<NoticeOutcome> {
  const started = Date.now();
  const now = (): Instant => toInstant(msOf(asOf) + Date.now() - started);
  const { outcome, reason } = await mail.deliverNotice({ noticeId, asOf: now() }).catch((error: unknown) => {
    if (isCancellation(error)) throw error;
    // A day of trying is over (design, idea 5): that is an outcome, not a failure.
    return mail.expireNotice({ noticeId, asOf: now() });
  });
  if (awaitedBy !== null) {
    // The commitment may have ended meanwhile; then nobody waits any more.
    await getExternalWorkflowHandle(commitmentWorkflowId(awaitedBy)).signal(noticeSettledSignal, { noticeId, outcome, reason }).catch(() => undefined);
  }
  return outcome;
}
