/** Message-IDs and threading: one mail, one id, whatever the attempt; all mails of a commitment share a synthetic root. */
import { createHash } from 'node:crypto';

/** @param host the sender's domain */
export const messageIdOf = (id: string, host: string): string =>
  `<${createHash('sha256').update(id, 'utf8').digest('hex').slice(0, 40)}@${host}>`;

/** A commitment's id may hold what a Message-ID must not; such an id is hashed. */
export const threadRoot = (commitment: string, host: string): string => {
  const safe = /^[A-Za-z0-9_-]{1,100}$/.test(commitment) ? commitment : createHash('sha256').update(commitment, 'utf8').digest('hex').slice(0, 40);
  return `<c.${safe}@${host}>`;
};

/** RFC 3834, and Exchange's own: no vacation reply comes back to a reminder. */
export const AUTOMATIC_HEADERS: Readonly<Record<string, string>> = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
};

export const hostOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
