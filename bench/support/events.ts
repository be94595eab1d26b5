/** What a workflow's history is made of. */
import type { Client } from '@temporalio/client';
import { temporal as proto } from '@temporalio/proto';

const { EventType } = proto.api.enums.v1;
export type Events = ReadonlyMap<string, number>;

/** Made by the skipping of time, so a life in real time has none: WORKFLOW_EXECUTION_OPTIONS_UPDATED and …_TIME_SKIPPING_TRANSITIONED. */
export const SKIPPING: readonly string[] = ['WORKFLOW_EXECUTION_OPTIONS_UPDATED', 'WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED'];

export const eventsOf = async (client: Client, workflowId: string): Promise<Events> => {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const counts = new Map<string, number>();
  for (const { eventType } of events ?? []) {
    const name = (EventType[eventType ?? 0] ?? '?').replace('EVENT_TYPE_', '');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
};
export const sum = (events: Events, wanted: (name: string) => boolean = () => true): number =>
  [...events].reduce((total, [name, count]) => total + (wanted(name) && !SKIPPING.includes(name) ? count : 0), 0);
