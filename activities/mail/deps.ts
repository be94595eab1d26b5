/** What the mail activities need from outside, and the two clocks they may look at. */
import { Context } from '@temporalio/activity';
import type { Connection } from 'mongoose';
import type { Calendar } from '../../domain/calendar';
import type { Fact } from '../../domain/facts';
import type { Commitment, Rules } from '../../domain/state';
import { msOf, toInstant, type Instant } from '../../domain/time';
import type { NoticeOutcome, Occasion } from '../../domain/vocabulary';
import type { DigestStore } from '../../stores/digests';
import type { NoticeStore } from '../../stores/notices';
import type { OrganisationStore } from '../../stores/organisation';
import type { SlipStore } from '../../stores/slips';
import type { LinkMaker } from './link';
import type { MailTransport } from './transport';

export interface MailDeps {
  readonly connection: Connection;
  readonly notices: NoticeStore;
  readonly organisation: OrganisationStore;
  readonly digests: DigestStore;
  readonly transport: MailTransport;
  readonly slips: SlipStore;
  readonly rules: {
    forCommitment(state: Pick<Commitment, 'pack' | 'calendarVersion'>): Promise<Rules>;
    calendar(): Promise<Calendar>;
  };
  /** The fact that owes a notice, from the ledger: brings the reasons people gave. */
  readonly fact: (commitment: string, seq: number) => Promise<Fact | null>;
  /** Told of each final outcome; seconds from the nominal moment to its recording. */
  readonly onSettled?: (occasion: Occasion, outcome: NoticeOutcome, latenessSeconds: number) => void;
  /** The signed link of a mail; without it mails carry none. */
  readonly link?: LinkMaker;
  /** How often a mail is sent again whose answer was lost; 0: at most once, at the price of a mail that may never have come. */
  readonly sentAgain?: number;
  /** Overrides RETRY_DELAYS_MS in tests. */
  readonly retryDelaysMs?: readonly number[];
}

/** After a temporary failure: 5 s doubled each time, at most 40 minutes; the last one repeats. Six hours of a dead server cost 18 attempts a mail (quality.md, R6). */
export const RETRY_DELAYS_MS: readonly number[] = [5, 10, 20, 40, 80, 160, 320, 640, 1_280, 2_400].map((seconds) => seconds * 1_000);

/** @param attempt 1 for the first */
export const retryDelay = (delays: readonly number[], attempt: number): number => delays[Math.min(attempt, delays.length) - 1] ?? 0;

/**
 * The workflow's `asOf` plus what has passed since it asked. Server times of the activity are used beside the machine's,
 * because under time skipping only the server knows how long a retry has waited.
 */
export const nowOf = (asOf: Instant): Instant => {
  try {
    const { scheduledTimestampMs, currentAttemptScheduledTimestampMs } = Context.current().info;
    // eslint-disable-next-line no-restricted-syntax -- the wait in the task queue shows nowhere else; nothing owed depends on it
    const waited = Date.now() - scheduledTimestampMs;
    return toInstant(msOf(asOf) + Math.max(0, currentAttemptScheduledTimestampMs - scheduledTimestampMs, waited));
  } catch {
    return asOf;
  }
};

/** Heartbeats as long as `work` runs, so that one slow mail is not taken for a dead worker. Does nothing outside an activity. */
export const heartbeating = async <T>(work: (details: (value: unknown) => void) => Promise<T>): Promise<T> => {
  let last: unknown = null;
  const beat = (): void => {
    try {
      Context.current().heartbeat(last);
    } catch {
      // Called directly, as tests do.
    }
  };
  const timer = setInterval(beat, 5_000);
  try {
    return await work((value) => {
      last = value;
      beat();
    });
  } finally {
    clearInterval(timer);
  }
};

/**
 * Tries hard to write down what is already done: a lost record after the server's 250 means a second mail.
 * @throws the last error after some 20 seconds; Temporal then tries again from the claim
 */
export const persistently = async <T>(work: () => Promise<T>, delaysMs: readonly number[] = [100, 400, 1_600, 6_000, 12_000]): Promise<T> => {
  for (const delay of delaysMs) {
    try {
      return await work();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
  return work();
};

/** Unit names change rarely; a thousand slips at one moment should not read them a thousand times. */
export const cachedUnitNames = (organisation: OrganisationStore, keepMs = 10_000): (() => Promise<(unit: string) => string>) => {
  let names: Promise<ReadonlyMap<string, string>> | null = null;
  let until = 0;
  return async () => {
    if (names === null || performance.now() > until) {
      names = organisation.unitNames();
      until = performance.now() + keepMs;
      names.catch(() => { names = null; });
    }
    const known = await names;
    return (unit) => known.get(unit) ?? unit;
  };
};
