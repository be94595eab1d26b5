/** The API as an Express app: guards, routes, and one place where every failure becomes a problem. */
import { randomUUID } from 'node:crypto';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { accountRoutes } from './accounts.routes';
import { auditTurnedAway, noteAudit } from './audit';
import { auditRoutes } from './audit.routes';
import { authenticate, callerOf } from './auth';
import { calendarRoutes } from './calendar.routes';
import { commitmentRoutes } from './commitments.routes';
import { defaultRoutes } from './defaults.routes';
import type { ApiDeps } from './deps';
import { docsRoutes } from './docs.routes';
import { createEventFeed, type EventFeed } from './event-feed';
import { eventRoutes } from './events.routes';
import { evidenceRoutes } from './evidence.routes';
import { healthRoutes } from './health.routes';
import { ledgerExportRoutes } from './ledger-export.routes';
import { ledgerRoutes } from './ledger.routes';
import { metricsRoutes, timeRequests } from './metrics';
import { noticeRoutes } from './notices.routes';
import { outcomeRoutes } from './outcomes.routes';
import { oidcRoutes } from './oidc.routes';
import { organisationRoutes } from './organisation.routes';
import { policyRoutes } from './policies.routes';
import { Problem, problemOf } from './problems';
import { replyRoutes } from './reply/reply.routes';
import { logRequests } from './log';
import { limitRequests } from './rate-limit';
import { ApiRouter } from './route';
import { sessionRoutes } from './session.routes';
import { slipRoutes } from './slips.routes';
import { sourceRoutes } from './sources.routes';
import { speechRoutes } from './speech.routes';
import { startRoutes } from './start.routes';
import { summaryRoutes } from './summary.routes';
import { webRoutes } from './web';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

const nameRequests: RequestHandler = (_request, response, next) => {
  response.locals['requestId'] = randomUUID();
  response.set('X-Request-Id', String(response.locals['requestId']));
  next();
};

/** What the API answers is data: a browser may run nothing of it and frame nothing of it. Pages set a policy of their own. */
const guard = helmet({ contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } } });

/** A web page must not reach us by a name of its own that resolves to this machine (DNS rebinding). */
const onlyOurNames = ({ settings }: ApiDeps): RequestHandler => {
  const own = settings.YANXING_PUBLIC_URL === undefined ? '' : new URL(settings.YANXING_PUBLIC_URL).hostname;
  return (request, _response, next) => {
    const host = (request.get('Host') ?? '').replace(/:\d+$/, '').toLowerCase();
    next(LOOPBACK.has(host) || (host !== '' && host === own) ? undefined : new Problem('badHost'));
  };
};

/** With the office's own time, by which the pages say what today is and how old their figures are. */
const timedAndNotCached = ({ clock }: ApiDeps): RequestHandler => (_request, response, next) => {
  response.set({ 'Cache-Control': 'no-store', 'X-Yanxing-At': clock.now() });
  next();
};

const failures = ({ log }: ApiDeps): ErrorRequestHandler => (error: unknown, request, response, next) => {
  const requestId = String(response.locals['requestId']);
  const problem = problemOf(error) ?? new Problem('internal');
  if (problem.status >= 500) {
    log[problem.status === 503 ? 'warn' : 'error']({ err: error, requestId, method: request.method, path: request.path }, 'request failed');
  }
  if (response.headersSent) {
    next(error); // half an answer cannot be taken back: Express breaks the connection off
    return;
  }
  noteAudit(response, { detail: problem.body.detail });
  // Kept refusals carry no request id: the same key gets the same body.
  const body = problem.status >= 500 ? { ...problem.body, instance: `urn:uuid:${requestId}` } : problem.body;
  response.status(problem.status).set(problem.headers).type('application/problem+json').send(JSON.stringify(body));
};

/** Every endpoint there is. */
export const declareAll = (deps: ApiDeps, feed: EventFeed = createEventFeed(deps)): ApiRouter => {
  const api = new ApiRouter(deps);
  [healthRoutes, metricsRoutes, ledgerRoutes, commitmentRoutes, evidenceRoutes, summaryRoutes, noticeRoutes, slipRoutes, sourceRoutes, speechRoutes, organisationRoutes, startRoutes, defaultRoutes, policyRoutes, calendarRoutes, outcomeRoutes, ledgerExportRoutes, sessionRoutes, accountRoutes, oidcRoutes, auditRoutes, docsRoutes].forEach((declare) => declare(api));
  eventRoutes(api, feed);
  return api;
};

/** Builds the app; `startApi` listens. */
export const createApp = (deps: ApiDeps, feed: EventFeed): Express => {
  const app = express();
  // Brackets in a query stay plain text: `unit[$ne]=x` is an unknown field, never an object.
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.set('trust proxy', deps.settings.YANXING_PROXIES);
  app.use(nameRequests, logRequests(deps.log), timeRequests(deps.metrics), guard, onlyOurNames(deps));
  app.use(['/api', '/r'], auditTurnedAway(deps));
  app.use('/api', timedAndNotCached(deps));
  app.use(['/api', '/metrics', '/health/engine'], authenticate(deps));
  app.use(['/api', '/r'], limitRequests(deps, callerOf));
  app.use(replyRoutes(deps), declareAll(deps, feed).router, webRoutes());
  app.use((_request, _response, next) => next(new Problem('notFound', { detail: '没有这个地址' })));
  app.use(failures(deps));
  return app;
};
