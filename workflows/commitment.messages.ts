/** Messages of `commitment/<id>`. Commands are updates, because the person must learn "refused, because…"; outcomes of mails are signals. */
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CalendarYear } from '../domain/calendar';
import type { Command } from '../domain/commands';
import type { StrikeCount } from '../domain/decide';
import type { PolicyPack } from '../domain/policy';
import type { Actor, Commitment, Rules } from '../domain/state';
import type { Instant } from '../domain/time';
import type { CivilDate } from '../domain/time';
import type { NoticeOutcome, PostKind, SuppressionReason } from '../domain/vocabulary';

export interface CommitmentInput {
  readonly state: Commitment;
  readonly rules: Rules;
  /** A life that had ended begins again with this command. */
  readonly reopening?: CommandInput;
  /** Its phase is no search attribute: each change would cost a command one event more than its bound. Absent in runs that an older release began. */
  readonly withoutPhase?: true;
  /** Events after which it continues as new even if the server does not suggest it; for tests. */
  readonly historyLimit?: number;
}

export interface CommandInput {
  readonly command: Command;
  readonly actor: Actor;
  /** The update's id, said again: the server forgets it at continue-as-new, the state does not. */
  readonly updateId: string;
  /** The version that the caller goes by (If-Match); without it, whatever stands. */
  readonly version?: number;
  /** Of a child: the parent's date as the API found it. */
  readonly parentDue?: CivilDate;
  /** Of commands of which the pack or the rules say whose they are: which posts of this matter the actor holds today. */
  readonly holds?: readonly PostKind[];
  /** How the release that gives it reads the rules; the door adds it. Absent in histories older than that. */
  readonly readings?: number;
  /** Of `repin`: the pack as it stands in the store. */
  readonly pack?: PolicyPack;
}

/** The new state, and the sequence this command led to (an earlier one where the command had been answered before). */
export interface CommandAnswer {
  readonly state: Commitment;
  readonly seq: number;
}

/** `failure.type` of a refused update; its first detail is the `Refusal`. */
export const REFUSAL_FAILURE = 'Refusal';
/** `failure.type` of an update whose caller went by another version. */
export const STALE_FAILURE = 'Stale';

/** What became of a notice that a rung waits for. `reason`: of a suppression, one that is in order is not told as undelivered. */
export interface NoticeSettled {
  readonly noticeId: string;
  readonly outcome: NoticeOutcome;
  readonly reason: SuppressionReason | null;
  /** When it was known; absent where it is told later, by a rebuild. */
  readonly at?: Instant;
  /** The next rung waits for the deputy's mail as well; absent where an older release told it, whose lives are led on as they went. */
  readonly deputyAwaited?: true;
}

/** Another calendar: only the years that read otherwise travel, whole calendars would be a hundred times the rest. */
export interface CalendarChanged {
  readonly version: string;
  readonly years: readonly CalendarYear[];
  /** The notice, as the ledger names it. */
  readonly reason: string;
  readonly actor: Actor;
}

export const commandUpdate = defineUpdate<CommandAnswer, [CommandInput]>('command');
export const noticeSettledSignal = defineSignal<[NoticeSettled]>('noticeSettled');
/** How many strikes the unit has had, this one included; counted in the store when this one was written. */
export const strikeCountedSignal = defineSignal<[StrikeCount]>('strikeCounted');
export const calendarChangedSignal = defineSignal<[CalendarChanged]>('calendarChanged');
/** For support and tests: the state as the workflow holds it, deliveries not yet written down included. Dashboards read MongoDB. */
export const stateQuery = defineQuery<Commitment>('state');
