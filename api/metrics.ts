/** Prometheus metrics. Routes are labelled by their template, never by ids: labels stay few. */
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { NoticeOutcome, Occasion } from '../domain/vocabulary';
import { msOf } from '../domain/time';
import { assertOperator } from './guard';
import { route, type ApiRouter } from './route';

/** From "at once" over the spreading window to a day of trying. */
const LATENESS_BUCKETS = [1, 5, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 14_400, 86_400];

export interface Lateness { readonly seconds: number; readonly recordedAt: string }

/** One set a process: the API shows it, the mail worker feeds it. */
export const createMetrics = (registry = new Registry()) => {
  collectDefaultMetrics({ register: registry });
  const http = new Histogram({
    name: 'yanxing_http_request_duration_seconds', help: 'Duration of HTTP requests by route template', registers: [registry],
    labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  });
  const lateness = new Histogram({
    name: 'yanxing_reminder_lateness_seconds', help: 'From the nominal moment of a notice to its recorded outcome', registers: [registry],
    buckets: LATENESS_BUCKETS,
  });
  const notices = new Counter({
    name: 'yanxing_notices_total', help: 'Notices that reached their final outcome', registers: [registry], labelNames: ['occasion', 'outcome'],
  });
  const outbox = new Gauge({ name: 'yanxing_outbox_notices', help: 'Slips that should have gone out and have not: all, and those put off by the mail server', registers: [registry], labelNames: ['state'] });
  const oldest = new Gauge({ name: 'yanxing_outbox_oldest_seconds', help: 'How long the oldest of them waits', registers: [registry] });
  let newest: Lateness | null = null;
  return {
    registry,
    observeHttp(method: string, route: string, status: number, seconds: number): void {
      http.observe({ method, route, status: String(status) }, seconds);
    },
    /** @param seconds from the nominal moment to the recorded outcome; a clock that runs ahead counts as zero */
    recordLateness(seconds: number): void {
      lateness.observe(Math.max(0, seconds));
      newest = { seconds: Math.max(0, seconds), recordedAt: new Date().toISOString() };
    },
    recordNotice(occasion: Occasion, outcome: NoticeOutcome): void {
      notices.inc({ occasion, outcome });
    },
    /** @param oldestSeconds zero where none waits */
    showOutbox(waiting: number, deferred: number, oldestSeconds: number): void {
      outbox.set({ state: 'waiting' }, waiting);
      outbox.set({ state: 'deferred' }, deferred);
      oldest.set(oldestSeconds);
    },
    newestLateness: (): Lateness | null => newest,
  };
};
export type Metrics = ReturnType<typeof createMetrics>;

/** Times every request. */
export const timeRequests = (metrics: Metrics): RequestHandler => (request, response, next) => {
  const started = process.hrtime.bigint();
  response.once('finish', () => {
    const { route } = request as { route?: { path?: unknown } };
    metrics.observeHttp(request.method, typeof route?.path === 'string' ? route.path : 'unmatched', response.statusCode, Number(process.hrtime.bigint() - started) / 1e9);
  });
  next();
};

export const metricsRoutes = (api: ApiRouter): void => {
  const { metrics, stores, clock, log } = api.deps;
  route(api, { method: 'get', path: '/metrics', summary: '运行指标（Prometheus 文本）：限本机，或可查看运行状况的令牌', tag: '运行', action: 'public', answers: { 200: null }, media: 'text/plain', streaming: true }, async (_input, { request, response }) => {
    assertOperator(request);
    const now = clock.now();
    // Without the database the rest is worth showing all the more.
    await stores.notices.outbox(now).then(({ waiting, deferred, oldest }) => metrics.showOutbox(waiting, deferred, oldest === null ? 0 : Math.max(0, msOf(now) - msOf(oldest)) / 1_000), (error: unknown) => log.debug({ err: error }, 'outbox not read'));
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
    return null;
  });
};
