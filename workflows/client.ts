/** The one door to Temporal: start, update, describe, schedule. Used by api, activities and scripts. */
import { setTimeout as pause } from 'node:timers/promises';
import {
  Client, Connection, defaultGrpcRetryOptions, isGrpcServiceError, makeGrpcRetryInterceptor, ScheduleAlreadyRunning, ScheduleOverlapPolicy, type ScheduleOptions, ServiceError, WorkflowExecutionAlreadyStartedError,
  WorkflowFailedError, WorkflowNotFoundError, WorkflowUpdateFailedError, type ScheduleOptionsStartWorkflowAction,
} from '@temporalio/client';
import { ApplicationFailure, TypedSearchAttributes } from '@temporalio/common';
import type { StrikeCount } from '../domain/decide';
import { leadOf, READINGS, type Commitment } from '../domain/state';
import { isRefusal, type Refusal } from '../domain/refusals';
import type { Instant } from '../domain/time';
import { STALE_FAILURE, type CalendarChanged, type CommandAnswer, type CommandInput, type CommitmentInput, type NoticeSettled } from './commitment.messages';
import { commitmentWorkflowId, COMMITMENT_QUEUE, DIGEST_SCHEDULE_ID, noticeWorkflowId, registrationWorkflowId, rolloutWorkflowId } from './ids';
import type { NoticeInput } from './notice.messages';
import { createDataConverter, type PayloadKeys } from './payload-codec';
import type { RegistrationInput, RegistrationProgress } from './registration.messages';
import type { RolloutInput } from './rollout.workflow';
import { dueKey, leadUnitKey, SEARCH_ATTRIBUTES } from './search-attributes';

export type CommandOutcome =
  | { readonly kind: 'done'; readonly answer: CommandAnswer }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The matter has moved on since the version that the caller goes by. */
  | { readonly kind: 'stale' }
  /** No run with this id: ended, or never started. */
  | { readonly kind: 'notRunning' }
  /** The answer was lost: it may have happened; to be asked again with the same update id. */
  | { readonly kind: 'unknown' };

/** How long a command waits for a worker before its outcome is called unknown. */
const COMMAND_TIMEOUT_MS = 10_000;

/** No run answers a query before its first task, which the server holds back for a second at continue-as-new. */
const isBeforeFirstTask = (error: unknown): boolean => {
  if (!(error instanceof ServiceError) || !isGrpcServiceError(error.cause)) return false;
  const status: number = error.cause.code;
  return status === 9; // FAILED_PRECONDITION
};

export interface GatewaySettings {
  readonly address: string;
  readonly namespace: string;
  /** Without them the server keeps what it is given in plain. */
  readonly payloadKeys?: PayloadKeys | undefined;
}

export const connectTemporal = async ({ address, namespace, payloadKeys }: GatewaySettings) => {
  const retries = defaultGrpcRetryOptions();
  let closing = false;
  let lastRetryAt = 0;
  const connection = await Connection.connect({
    address,
    connectTimeout: '5s',
    interceptors: [makeGrpcRetryInterceptor({
      retryableDecider: (attempt, status) => !closing && retries.retryableDecider(attempt, status),
      delayFunction(attempt, status) {
        const delayMs = retries.delayFunction(attempt, status);
        lastRetryAt = Math.max(lastRetryAt, Date.now() + delayMs);
        return delayMs;
      },
    })],
  });
  const dataConverter = createDataConverter(payloadKeys);
  const client = new Client({ connection, namespace, ...(dataConverter === undefined ? {} : { dataConverter }) });

  return {
    connection,
    client,
    /** Workers must read and write as the door does. */
    dataConverter,

    /** A retry that fires on a closed channel throws where nobody can catch it, so those already planned (at most 5 s away) go first. */
    async close(): Promise<void> {
      closing = true;
      await pause(Math.max(0, lastRetryAt - Date.now()));
      await connection.close();
    },

    /** True if the server answers. */
    async isUp(): Promise<boolean> {
      try {
        await connection.withDeadline(Date.now() + 2_000, () => connection.workflowService.getSystemInfo({}));
        return true;
      } catch {
        return false;
      }
    },

    /** Undefined attributes are refused by the server, so they are added where missing. */
    async ensureSearchAttributes(): Promise<void> {
      const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
      const missing = Object.keys(SEARCH_ATTRIBUTES).filter((name) => !(customAttributes && name in customAttributes));
      if (missing.length > 0) {
        const KEYWORD = 2; // temporal.api.enums.v1.INDEXED_VALUE_TYPE_KEYWORD
        await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: Object.fromEntries(missing.map((name) => [name, KEYWORD])) });
      }
    },

    /** Starts the life, or finds it started: a retry completes what a crash left. */
    async startCommitment(input: CommitmentInput): Promise<void> {
      const { state, reopening } = input;
      await client.workflow.start<(input: CommitmentInput) => Promise<void>>('commitment', {
        workflowId: commitmentWorkflowId(state.id),
        taskQueue: COMMITMENT_QUEUE,
        args: [{ ...input, ...(reopening ? { reopening: { ...reopening, readings: READINGS } } : {}), withoutPhase: true }],
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        staticSummary: state.title,
        typedSearchAttributes: new TypedSearchAttributes([{ key: leadUnitKey, value: leadOf(state).unit }, { key: dueKey, value: state.due }]),
      });
    },

    async command(commitment: string, input: CommandInput): Promise<CommandOutcome> {
      const handle = client.workflow.getHandle(commitmentWorkflowId(commitment));
      try {
        const answer = await client.withDeadline(Date.now() + COMMAND_TIMEOUT_MS, () =>
          handle.executeUpdate<CommandAnswer, [CommandInput]>('command', { args: [{ ...input, readings: READINGS }], updateId: input.updateId }));
        return { kind: 'done', answer };
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return { kind: 'notRunning' };
        if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
          if (error.cause.type === STALE_FAILURE) return { kind: 'stale' };
          const detail: unknown = error.cause.details?.[0];
          if (typeof detail === 'object' && detail !== null && isRefusal(detail)) return { kind: 'refused', refusal: detail };
        }
        if (error instanceof WorkflowFailedError) throw error;
        return { kind: 'unknown' };
      }
    },

    /** The state as the workflow holds it; null where no run is open. Needs a worker. */
    async stateOf(commitment: string): Promise<Commitment | null> {
      const handle = client.workflow.getHandle(commitmentWorkflowId(commitment));
      for (let tries = 1; ; tries += 1) {
        try {
          return (await handle.describe()).status.name === 'RUNNING' ? await handle.query<Commitment>('state') : null;
        } catch (error) {
          if (error instanceof WorkflowNotFoundError) return null;
          if (tries === 50 || !isBeforeFirstTask(error)) throw error;
          await pause(100);
        }
      }
    },

    /** Tells a commitment what became of a notice, for rebuild; an outcome that nobody waits for changes nothing. */
    async noticeSettled(commitment: string, settled: NoticeSettled): Promise<void> {
      await client.workflow.getHandle(commitmentWorkflowId(commitment)).signal<[NoticeSettled]>('noticeSettled', settled);
    },

    /** @returns false where no run is open: ended meanwhile, or not begun yet */
    async calendarChanged(commitment: string, change: CalendarChanged): Promise<boolean> {
      try {
        await client.workflow.getHandle(commitmentWorkflowId(commitment)).signal<[CalendarChanged]>('calendarChanged', change);
        return true;
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
        return false;
      }
    },

    /** A commitment that has ended meanwhile needs no count any more. */
    async strikeCounted(commitment: string, count: StrikeCount): Promise<void> {
      try {
        await client.workflow.getHandle(commitmentWorkflowId(commitment)).signal<[StrikeCount]>('strikeCounted', count);
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
    },

    /** A conflict of ids means that it is started already, or has ended with its outcome: success both times. */
    async startNotice(input: NoticeInput): Promise<void> {
      try {
        await client.workflow.start<(input: NoticeInput) => Promise<unknown>>('notice', {
          workflowId: noticeWorkflowId(input.noticeId), taskQueue: COMMITMENT_QUEUE, args: [input], workflowIdReusePolicy: 'REJECT_DUPLICATE',
        });
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    },

    /** Starts the registration, or finds it started or ended: a retry completes what a crash left. */
    async startRegistration(input: RegistrationInput): Promise<void> {
      try {
        await client.workflow.start<(input: RegistrationInput) => Promise<RegistrationProgress>>('registration', {
          workflowId: registrationWorkflowId(input.source, input.registration), taskQueue: COMMITMENT_QUEUE, args: [input],
          workflowIdReusePolicy: 'REJECT_DUPLICATE', staticSummary: `立项${input.drafts.length}项`,
        });
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    },

    /** Starts the roll-out of a calendar, or finds it running; run again, it tells those that were missed. */
    async startRollout(input: RolloutInput): Promise<void> {
      await client.workflow.start<(input: RolloutInput) => Promise<unknown>>('rollout', {
        workflowId: rolloutWorkflowId(input.version), taskQueue: COMMITMENT_QUEUE, args: [input],
        workflowIdConflictPolicy: 'USE_EXISTING', workflowIdReusePolicy: 'ALLOW_DUPLICATE', staticSummary: '换历',
      });
    },

    /** As the workflow itself counts; the store's figure is the one that pages read. Needs a worker. */
    registrationProgress: (source: string, registration: string): Promise<RegistrationProgress> =>
      client.workflow.getHandle(registrationWorkflowId(source, registration)).query<RegistrationProgress>('progress'),

    /**
     * Creates or updates the digest's schedule, so that code and server always agree.
     * Fires every day; the digest itself asks the calendar, because 调休 makes some Sundays working days.
     * @param hour `HH:MM` of the office
     */
    async ensureDigestSchedule(hour: string): Promise<'created' | 'updated'> {
      const [h, m] = [Number(hour.slice(0, 2)), Number(hour.slice(3, 5))];
      const options: Omit<ScheduleOptions<ScheduleOptionsStartWorkflowAction<() => Promise<unknown>>>, 'scheduleId'> = {
        spec: { calendars: [{ hour: h, minute: m }], timezone: 'Asia/Shanghai' },
        action: { type: 'startWorkflow', workflowType: 'digest', workflowId: 'digest', taskQueue: COMMITMENT_QUEUE },
        // The default of a year would replay dozens of digests after a long outage; each digest carries all lines since the last anyway.
        policies: { catchupWindow: '1 day', overlap: ScheduleOverlapPolicy.BUFFER_ONE },
      };
      try {
        await client.schedule.create({ scheduleId: DIGEST_SCHEDULE_ID, ...options });
        return 'created';
      } catch (error) {
        if (!(error instanceof ScheduleAlreadyRunning)) throw error;
        await client.schedule.getHandle(DIGEST_SCHEDULE_ID).update((previous) => ({ ...options, state: previous.state }));
        return 'updated';
      }
    },

    async removeDigestSchedule(): Promise<void> {
      await client.schedule.getHandle(DIGEST_SCHEDULE_ID).delete();
    },

    /** Runs the digests due in (from, to] now, for the demo and for a day that was missed. */
    async backfillDigests(from: Instant, to: Instant): Promise<void> {
      await client.schedule.getHandle(DIGEST_SCHEDULE_ID).backfill({ start: new Date(from), end: new Date(to), overlap: ScheduleOverlapPolicy.ALLOW_ALL });
    },
  };
};
export type TemporalGateway = Awaited<ReturnType<typeof connectTemporal>>;
