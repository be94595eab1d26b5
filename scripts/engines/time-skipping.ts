/**
 * Carries a workflow's clock forward on the real server (a preview feature, server 1.32; engineering.md, D3).
 * The SDK has no wrapper yet, so these are raw calls, and this is the only file that makes them.
 */
import type { Client } from '@temporalio/client';
import { describeMoment, nextMoment } from '../../domain/moments';
import type { Rules } from '../../domain/state';
import { msOf, toInstant, type Instant } from '../../domain/time';
import type { TemporalGateway } from '../../workflows/client';
import { commitmentWorkflowId } from '../../workflows/ids';

let counter = 0;

/** The workflow's own time at this moment, `clockShiftMs` left out. A query would tell the time of its last task. */
export const serverTimeOf = async (client: Client, workflowId: string): Promise<Instant> => {
  const answer = await client.workflowService.describeWorkflowExecution({ namespace: client.options.namespace, execution: { workflowId } });
  const current = answer.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  return current ? toInstant(Number(current.seconds) * 1000 + Math.floor((current.nanos ?? 0) / 1e6)) : toInstant(Date.now());
};

/** Where each run's clock has been carried already, in ms of the server's time. */
const carried = new Map<string, number>();

/**
 * Lets the workflow's clock (`clockShiftMs` included) reach `until`, firing what comes due on the way.
 * @throws ServiceError NOT_FOUND where the run has ended
 */
export const fastForward = async (client: Client, workflowId: string, clockShiftMs: number, until: Instant): Promise<void> => {
  const target = msOf(until) - clockShiftMs;
  const run = `${workflowId} ${clockShiftMs}`;
  // The server's answer now and then lacks the skipped time or lags behind it; a jump measured from there would go weeks too far.
  const ms = target - Math.max(msOf(await serverTimeOf(client, workflowId)), carried.get(run) ?? 0);
  if (ms <= 0) return;
  counter += 1;
  const id = `ff-${process.pid}-${counter}`;
  const { namespace } = client.options;
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        fastForwardConfig: { id, duration: { seconds: Math.floor(ms / 1000) as never, nanos: (ms % 1000) * 1_000_000 } },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  await client.workflowService.pollWorkflowExecutionTimeSkipping({ namespace, workflowExecution: { workflowId }, fastForwardId: id });
  carried.set(run, target);
};

/** Lets a mail's clock run on by so many milliseconds: what is held back by a send window then goes. */
export const letWait = async (client: Client, workflowId: string, ms: number): Promise<void> =>
  fastForward(client, workflowId, 0, toInstant(msOf(await serverTimeOf(client, workflowId)) + ms));

/**
 * A jump ends so long after the moment it is for. While a wake is at work the clock runs on in real time: once it has passed the jump's
 * end, the server (1.32.0) does not see it any more and skips on, day after day. On a busy machine a wake takes seconds.
 */
const HALT_MS = 30_000;
/** How often a wake that stays away is called again before it counts as lost. */
const CALLS = 10;
const POLL_MS = 50;
const POLLS = 40;

/**
 * Carries one commitment to `until`, halting after each of its moments so that mails find their outcome on their own day,
 * as they would with real time in between.
 * @param settle waits until every notice owed so far has its outcome
 * @throws Error where a moment has passed on the server and the workflow does not wake
 */
export const carryForward = async (
  temporal: TemporalGateway, rules: Rules, commitment: string, until: Instant, settle: () => Promise<void>,
): Promise<void> => {
  const workflowId = commitmentWorkflowId(commitment);
  for (;;) {
    let state = await temporal.stateOf(commitment);
    // The notice is settled, its signal still on the way: a moment later the next rung has its time.
    for (let tries = 0; state !== null && state.ladder.waitingFor.length > 0 && tries < 400; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
      state = await temporal.stateOf(commitment);
    }
    if (state === null) return;
    const { seq, clockShiftMs } = state;
    const moment = nextMoment(state, rules);
    let reached = moment === null ? until : toInstant(msOf(moment.at) + HALT_MS + state.wakeSpreadMs);
    if (moment === null || reached > until) {
      await fastForward(temporal.client, workflowId, clockShiftMs, until);
      return settle();
    }
    // Right after a worker's death the server (1.32.0) now and then passes a timer without firing it; skipping a little further does.
    for (let calls = 1; state !== null && state.seq === seq; calls += 1) {
      if (calls > CALLS) throw new Error(`${commitment} does not wake for ${describeMoment(state, rules, moment)}`);
      await fastForward(temporal.client, workflowId, clockShiftMs, reached);
      for (let polls = 0; state !== null && state.seq === seq && polls < POLLS; polls += 1) {
        if (polls > 0) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
        state = await temporal.stateOf(commitment);
      }
      reached = toInstant(msOf(reached) + POLL_MS * POLLS * 2);
    }
    await settle();
  }
};
