/**
 * Carries a workflow's clock forward on the real server (a preview feature, server 1.32; engineering.md, D3).
 * The SDK has no wrapper yet, so these are raw calls, and this is the only file that makes them.
 */
import type { Client } from '@temporalio/client';
import { nextMoment } from '../../domain/moments';
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

/**
 * Lets the workflow's clock (`clockShiftMs` included) reach `until`, firing what comes due on the way.
 * @throws ServiceError NOT_FOUND where the run has ended
 */
export const fastForward = async (client: Client, workflowId: string, clockShiftMs: number, until: Instant): Promise<void> => {
  const ms = msOf(until) - clockShiftMs - msOf(await serverTimeOf(client, workflowId));
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
};

/**
 * Carries one commitment to `until`, halting after each of its moments so that mails find their outcome on their own day,
 * as they would with real time in between.
 * @param settle waits until every notice owed so far has its outcome
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
    const moment = nextMoment(state, rules);
    const reached = moment !== null && moment.at < until ? toInstant(msOf(moment.at) + 1_000 + state.wakeSpreadMs) : until;
    await fastForward(temporal.client, workflowId, state.clockShiftMs, reached > until ? until : reached);
    await settle();
    if (moment === null || moment.at >= until) return;
  }
};
