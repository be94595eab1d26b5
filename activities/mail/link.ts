/** The one place where a mail's link is made. */
import { addressHash, signLink, type LinkKeys } from '../../config/links';
import type { NoticeDraft } from '../../domain/notices';
import { msOf, type Instant } from '../../domain/time';
import { assertNever, type Occasion } from '../../domain/vocabulary';

/** Longer than the longest time between two mails that ask for the same thing: each later one brings a fresh link. */
export const LINK_DAYS = 30;

export type LinkedNotice = Pick<NoticeDraft, 'commitment' | 'occasion' | 'period' | 'post' | 'unit' | 'copy'>;
export type LinkMaker = (notice: LinkedNotice, address: string, asOf: Instant) => string | null;

/** Whether a mail of this occasion asks its reader for something; the others only tell. */
const asks = (occasion: Occasion): boolean => {
  switch (occasion) {
    // A grade is given after logging in: a link answers for a unit.
    case 'stageReview':
    case 'accepted': case 'terminated': case 'notPursued': case 'suspended': case 'proposalDecided': case 'filing':
      return false;
    case 'dispatch': case 'refused': case 'rulingOverdue': case 'ruled': case 'amended': case 'chase': case 'supervise': case 'circulate': case 'interview':
    case 'closureRequested': case 'returned': case 'reviewOverdue': case 'lookBackDue': case 'reopened': case 'undelivered':
    case 'extensionRequested': case 'extensionDecided': case 'extensionOverdue': case 'resumed': case 'raised': case 'instructed': case 'targetSet':
    case 'periodMissed': case 'firstFeedback': case 'weekly': case 'reminder': case 'awaitAnswer': case 'periodDue': case 'stage': case 'clearance':
    case 'blueSlip': case 'yellowSlip': case 'redSlip': case 'clockMissed': case 'strikeCircular': case 'strikeInterview': case 'accountability': case 'stageReturned':
      return true;
    default:
      return assertNever(occasion);
  }
};

/**
 * @param publicUrl the outside address, without a slash at its end
 * @returns null for a copy (抄送) and for a mail that asks for nothing
 */
export const createLinks = (keys: LinkKeys, publicUrl: string): LinkMaker => (notice, address, asOf) => {
  if (notice.copy || !asks(notice.occasion)) return null;
  const token = signLink(keys, {
    commitment: notice.commitment, step: notice.occasion, period: notice.period, post: notice.post, unit: notice.unit,
    address: addressHash(address), round: 0, expires: Math.floor(msOf(asOf) / 1_000) + LINK_DAYS * 86_400,
  });
  return `${publicUrl}/r/${token}`;
};
