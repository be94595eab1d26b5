/** Whether it lives, whether it can serve, and whether anybody drives the engine. */
import { Router } from 'express';
import { COMMITMENT_QUEUE, MAIL_QUEUE } from '../workflows/ids';
import type { ApiDeps } from './deps';

const CHECK_MS = 2_000;

/** A check that hangs is a failed check. */
const within = async (work: Promise<unknown>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), CHECK_MS);
  });
  try {
    return await Promise.race([work.then((result) => result !== false, () => false), late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Values of temporal.api.enums.v1.TaskQueueType, whose package is not the API's to import. */
const WORKFLOW_TASKS = 1;
const ACTIVITY_TASKS = 2;

export const healthRoutes = ({ stores, temporal, settings, metrics }: ApiDeps): Router => {
  const router = Router();

  router.get('/health/live', (_request, response) => {
    response.json({ live: true });
  });

  router.get('/health/ready', async (_request, response) => {
    const [mongo, engine] = await Promise.all([
      within(stores.connection.db ? stores.connection.db.command({ ping: 1 }) : Promise.reject(new Error('not connected'))), within(temporal.isUp()),
    ]);
    response.status(mongo && engine ? 200 : 503).json({ ready: mongo && engine, mongo, temporal: engine });
  });

  const queue = async (name: string, taskQueueType: 1 | 2) => {
    const { pollers } = await temporal.connection.withDeadline(Date.now() + CHECK_MS, () =>
      // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- see WORKFLOW_TASKS
      temporal.connection.workflowService.describeTaskQueue({ namespace: settings.TEMPORAL_NAMESPACE, taskQueue: { name }, taskQueueType }));
    return { queue: name, workers: pollers.map(({ identity }) => identity ?? '') };
  };

  router.get('/health/engine', async (_request, response) => {
    const queues = await Promise.all([queue(COMMITMENT_QUEUE, WORKFLOW_TASKS), queue(MAIL_QUEUE, ACTIVITY_TASKS)]);
    const driven = queues.every(({ workers }) => workers.length > 0);
    response.json({ driven, queues, newestLateness: metrics.newestLateness() });
  });

  return router;
};
