import type { Instant } from '../domain/time';

export interface NoticeInput {
  readonly noticeId: string;
  /** The commitment's time when the notice was written; goes on from there. */
  readonly asOf: Instant;
  /** The commitment whose next rung waits for the outcome; null if none does. */
  readonly awaitedBy: string | null;
}
