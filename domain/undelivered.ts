/** When a mail's outcome concerns more than the mail. Apart from the other rules of notices: a notice's own run loads nothing else of them. */
import { readNoticeId } from './notice-ids';
import type { NoticeOutcome, SuppressionReason } from './vocabulary';

/** Whether somebody who should have had a mail has none: told to the registrar. A suppression that is in order is not. */
export const isUndelivered = (outcome: NoticeOutcome, reason: SuppressionReason | null): boolean =>
  outcome === 'bounced' || outcome === 'expired' || (outcome === 'suppressed' && reason !== 'samePerson' && reason !== 'noLongerOwed');

/** The same, but for a deputy's post that nobody holds: it is only tried. */
export const mustBeTold = (commitment: string, noticeId: string, outcome: NoticeOutcome, reason: SuppressionReason | null): boolean =>
  isUndelivered(outcome, reason) && !(reason === 'nobody' && readNoticeId(commitment, noticeId).kind === 'deputy');
