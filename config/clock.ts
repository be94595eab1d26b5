/** The clock outside workflows. The demo sets its offset day by day; production leaves it at zero. */
import { toInstant, type Instant } from '../domain/time';

export interface Clock {
  now(): Instant;
  /** Added to the machine's time. */
  readonly offsetMs: number;
}
export interface AdjustableClock extends Clock {
  setOffset(ms: number): void;
}

export const createClock = (offsetMs = 0): AdjustableClock => {
  let offset = offsetMs;
  return {
    now: () => toInstant(Date.now() + offset),
    get offsetMs() {
      return offset;
    },
    setOffset(ms) {
      offset = ms;
    },
  };
};
