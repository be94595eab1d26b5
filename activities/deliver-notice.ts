/** One notice to its final outcome: claim, render, send, record. Repeated on a settled notice it sends nothing. */
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import { filedSlip, postOf } from '../domain/notice-ids';
import { msOf, toInstant, type Instant } from '../domain/time';
import type { NoticeOutcome, PostKind, SuppressionReason } from '../domain/vocabulary';
import { slipFile, slipFileName } from '../documents/slip';
import type { NoticeRecord, SendOutcome } from '../stores/notices';
import { slipIdOf, type SlipRecord } from '../stores/slips';
import { faultPoint } from './fault-points';
import { cachedUnitNames, heartbeating, nowOf, persistently, retryDelay, RETRY_DELAYS_MS, type MailDeps } from './mail/deps';
import { messageIdOf, threadRoot } from './mail/message-id';
import { createSlipFiles } from './mail/slip-files';
import { renderNotice, slipContentOf, type NoticeView } from './mail/templates';
import type { SendResult } from './mail/transport';

export interface DeliverInput { readonly noticeId: string; readonly asOf: Instant }
export interface Delivered { readonly outcome: NoticeOutcome; readonly reason: SuppressionReason | null }
/** Not yet: queued, expected at. */
export interface Held { readonly held: Instant }

/** How often a mail is sent again whose body was handed over whole with the answer lost; after that it counts as not proved delivered (quality.md, R9). */
export const SENT_AGAIN = 1;

/** What a send means for a notice or a digest that was already `ambiguous` so often. */
export const outcomeOf = (result: SendResult, ambiguous: number, nextAttemptAt: Instant, again = SENT_AGAIN): SendOutcome => {
  switch (result.kind) {
    case 'sent': return { state: 'sent', response: result.response };
    case 'permanent': return { state: 'bounced', error: result.error };
    case 'temporary': return { state: 'deferred', error: result.error, ambiguous: false, nextAttemptAt };
    case 'ambiguous': return ambiguous < again
      ? { state: 'deferred', error: result.error, ambiguous: true, nextAttemptAt }
      : { state: 'expired', error: result.error, ambiguous: true };
  }
};

/** Not a failure of the activity's: the mail is to be tried again after `delayMs`. */
export const mailDeferred = (what: string, error: string, delayMs: number): ApplicationFailure =>
  ApplicationFailure.create({ type: 'mailDeferred', message: `${what}: ${error}`, nonRetryable: false, nextRetryDelay: delayMs, category: ApplicationFailureCategory.BENIGN });

/** Whom a document goes to that has not been issued yet: under filing, those whom the rung names. */
const postsToBe = (notice: NoticeRecord, { rules, state }: NoticeView): SlipRecord['posts'] => {
  const rung = rules.pack.rungs.find(({ code }) => code === filedSlip(notice)?.occasion);
  const posts = (kinds: readonly PostKind[], copy: boolean): SlipRecord['posts'] => kinds.map((kind) => ({ post: postOf(state, kind, notice.unit), kind, copy }));
  return rung ? [...posts(rung.to, false), ...posts(rung.copy, true)] : [{ post: notice.post, kind: notice.postKind, copy: notice.copy }];
};

export const createDeliverNotice = (deps: MailDeps) => {
  const { notices, organisation, transport, rules, slips } = deps;
  const delays = deps.retryDelaysMs ?? RETRY_DELAYS_MS;
  const unitNames = cachedUnitNames(organisation);
  const fileOf = createSlipFiles(slipFile);

  const settledAs = async (noticeId: string): Promise<Delivered> => {
    const notice = await notices.get(noticeId);
    if (notice === null) throw missing(noticeId);
    return { outcome: notice.state as NoticeOutcome, reason: notice.reason };
  };

  const settleSlip = async (noticeId: string, at: Instant): Promise<void> => {
    const notice = await notices.get(noticeId);
    if (notice !== null) await slips.settle(notice, at);
  };

  /** The document itself, for whoever keeps paper: the same words for all who get it, whenever they do. */
  const slipAttached = async (notice: NoticeRecord, view: NoticeView): Promise<{ attachments?: { name: string; bytes: Buffer }[] }> => {
    const issued = (await slips.get(slipIdOf(notice)))?.posts ?? [];
    const draft = slipContentOf(view, issued.length > 0 ? issued : postsToBe(notice, view));
    if (draft === null) return {};
    const content = await slips.compose(notice, draft);
    return { attachments: [{ name: slipFileName(content), bytes: await fileOf(slipIdOf(notice), content) }] };
  };

  return {
    /**
     * @returns the final outcome; a bad address or a refusal for good is one. Or when it may go, where it is held back
     * @throws ApplicationFailure `mailDeferred` with the next delay after a temporary failure; `mailClaimLost` where another attempt took over
     */
    deliverNotice: ({ noticeId, asOf }: DeliverInput): Promise<Delivered | Held> => heartbeating(async () => {
      const now = nowOf(asOf);
      const claim = await notices.claim({
        noticeId, asOf: now, messageId: messageIdOf(noticeId, transport.host),
        rules: (state) => rules.forCommitment(state),
        holders: (post, onDate, session) => organisation.holders(post, onDate, session),
      });
      if (claim.kind === 'missing') throw missing(noticeId);
      if (claim.kind === 'held') return { held: claim.until };
      if (claim.kind === 'settled') {
        await settleSlip(noticeId, now);
        return { outcome: claim.outcome, reason: claim.reason };
      }
      const { notice, state, number, to, token } = claim;
      const fact = notice.factSeq === null ? null : await deps.fact(notice.commitment, notice.factSeq);
      const view: NoticeView = {
        notice, slipNumber: notice.slipNumber, number, state, rules: await rules.forCommitment(state), fact, asOf: now,
        office: transport.from.name, unitName: await unitNames(), link: deps.link?.(notice, to.mail, now) ?? null,
      };
      const attachments = await slipAttached(notice, view);
      const result = await transport.send({
        ...renderNotice(view), ...attachments, messageId: messageIdOf(noticeId, transport.host), thread: threadRoot(state.id, transport.host), date: now,
        to: { name: to.name, address: to.mail },
      }, () => notices.markSendStarted(noticeId, token));
      if (result.kind === 'sent') faultPoint('afterAccepted');
      const delayMs = retryDelay(delays, notice.attempts);
      const outcome = outcomeOf(result, notice.ambiguous, toInstant(msOf(now) + delayMs), deps.sentAgain);
      if (!(await persistently(() => notices.record(noticeId, token, outcome, nowOf(asOf))))) throw claimLost(noticeId);
      faultPoint('afterRecord');
      if (outcome.state === 'deferred') throw mailDeferred(noticeId, outcome.error, delayMs);
      await slips.settle(notice, nowOf(asOf));
      deps.onSettled?.(notice.occasion, outcome.state, (msOf(nowOf(asOf)) - msOf(notice.at)) / 1000);
      return { outcome: outcome.state, reason: null };
    }),

    /** After a day of trying: `expired`, unless it is settled. */
    async expireNotice({ noticeId, asOf }: DeliverInput): Promise<Delivered> {
      if ((await notices.expire(noticeId, nowOf(asOf))) === null) throw missing(noticeId);
      await settleSlip(noticeId, nowOf(asOf));
      return settledAs(noticeId);
    },
  };
};

const missing = (noticeId: string): ApplicationFailure =>
  ApplicationFailure.create({ type: 'noticeMissing', message: `no notice ${noticeId}`, nonRetryable: true });
const claimLost = (noticeId: string): ApplicationFailure =>
  ApplicationFailure.create({ type: 'mailClaimLost', message: `${noticeId}: another attempt owns it`, nonRetryable: false });
