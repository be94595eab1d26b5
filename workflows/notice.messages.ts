import type { Instant } from '../domain/time';
import type { Occasion } from '../domain/vocabulary';

export interface NoticeInput {
  readonly noticeId: string;
  /** The commitment's time when the notice was written; goes on from there. */
  readonly asOf: Instant;
  readonly commitment: string;
  readonly occasion: Occasion;
  /** The commitment's next rung waits for the outcome. */
  readonly awaited: boolean;
}
