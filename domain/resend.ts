/** 重发: a notice has exactly one outcome, so what goes out once more is a notice of its own: of the same fact, to the same post. */
import { stillOwed, type NoticeDraft } from './notices';
import type { Commitment } from './state';
import { isUndelivered } from './undelivered';
import { FINAL_NOTICE_STATES, type NoticeState, type SuppressionReason } from './vocabulary';

/** Why a notice is not sent once more. */
export const RESEND_OBSTACLES = ['unsettled', 'delivered', 'inDigest', 'resent', 'noLongerOwed'] as const;
export type ResendObstacle = (typeof RESEND_OBSTACLES)[number];
export const RESEND_WORDS: Readonly<Record<ResendObstacle, string>> = {
  unsettled: '尚无结果，系统仍在发送', delivered: '无须重发', inDigest: '每日汇总里的提醒不单独重发', resent: '已经重发', noLongerOwed: '事项已有变化，这一通知不再需要',
};

export interface Settled extends Pick<NoticeDraft, 'occasion' | 'unit' | 'period' | 'factSeq' | 'postKind'> {
  readonly state: NoticeState;
  readonly reason: SuppressionReason | null;
  /** The notice that went out in its place. */
  readonly resent: unknown;
}

/** @returns null where it may go out once more */
export const resendObstacle = (notice: Settled, state: Commitment): ResendObstacle | null => {
  const outcome = FINAL_NOTICE_STATES.find((final) => final === notice.state);
  if (outcome === undefined) return 'unsettled';
  // A deputy's post that nobody holds was only tried.
  if (!isUndelivered(outcome, notice.reason) || (notice.reason === 'nobody' && notice.postKind === 'deputy')) return 'delivered';
  if (notice.factSeq === null) return 'inDigest';
  if (notice.resent !== null) return 'resent';
  return stillOwed(notice, state) ? null : 'noLongerOwed';
};
