/** Whether it lives, whether it can serve, and whether anybody drives the engine. */
import { COMMITMENT_QUEUE, MAIL_QUEUE } from '../workflows/ids';
import { engineAnswer, liveAnswer, readyAnswer } from './answers';
import { assertOperator } from './guard';
import { ok, route, type ApiRouter } from './route';

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

export const healthRoutes = (api: ApiRouter): void => {
  const { stores, temporal, settings, metrics, clock } = api.deps;

  route(api, { method: 'get', path: '/health/live', summary: '进程是否在运行', tag: '运行', action: 'public', answers: { 200: liveAnswer } }, () => ok({ live: true }));

  route(api, {
    method: 'get', path: '/health/ready', summary: '能否办理：数据库和流程引擎是否都在', tag: '运行', action: 'public', answers: { 200: readyAnswer, 503: readyAnswer },
  }, async () => {
    const [mongo, engine] = await Promise.all([
      within(stores.connection.db ? stores.connection.db.command({ ping: 1 }) : Promise.reject(new Error('not connected'))), within(temporal.isUp()),
    ]);
    return { status: mongo && engine ? 200 : 503, body: { ready: mongo && engine, mongo, temporal: engine } };
  });

  const queue = async (name: string, taskQueueType: 1 | 2) => {
    const { pollers } = await temporal.connection.withDeadline(Date.now() + CHECK_MS, () =>
      // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- see WORKFLOW_TASKS
      temporal.connection.workflowService.describeTaskQueue({ namespace: settings.TEMPORAL_NAMESPACE, taskQueue: { name }, taskQueueType }));
    return { queue: name, workers: pollers.length };
  };

  route(api, {
    method: 'get', path: '/health/engine', summary: '后台办理进程是否在岗，最近一次提醒晚了多久，有多少邮件未能发出：限本机，或可查看运行状况的令牌', tag: '运行', action: 'public', answers: { 200: engineAnswer },
  }, async (_input, { request }) => {
    assertOperator(request);
    const [outbox, ...queues] = await Promise.all([stores.notices.outbox(clock.now()), queue(COMMITMENT_QUEUE, WORKFLOW_TASKS), queue(MAIL_QUEUE, ACTIVITY_TASKS)]);
    return ok({ driven: queues.every(({ workers }) => workers > 0), queues, outbox, newestLateness: metrics.newestLateness() });
  });
};
