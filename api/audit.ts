/**
 * Every request that somebody makes is written down with its end. What changes something has its entry before it begins, so
 * that no change goes unseen; what only reads is written a second later, many at once, so that reading stays fast.
 */
import type { Request, RequestHandler, Response } from 'express';
import type { AuditEntry } from '../stores/access-audit';
import type { Action } from './access';
import { callerIn } from './auth';
import type { ApiDeps } from './deps';

const DAY_MS = 86_400_000;
const FLUSH_MS = 1_000;
/** Entries kept back while the database is away; beyond it the oldest reads are lost, and the log says so. */
const KEPT = 10_000;
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD']);

class Audit {
  private waiting: { readonly entry: AuditEntry; readonly begun: boolean }[] = [];
  private timer: NodeJS.Timeout | null = null;
  private flushing: Promise<void> = Promise.resolve();
  constructor(private readonly deps: ApiDeps) {}

  /** @param begun it has its entry already */
  add(entry: AuditEntry, begun: boolean): void {
    this.waiting.push({ entry, begun });
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
  }

  /** Writes what waits. Never throws: the next round tries again. */
  flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.flushing = this.flushing.then(async () => {
      const batch = this.waiting.splice(0);
      try {
        const [begun, whole] = [true, false].map((had) => batch.flatMap((one) => (one.begun === had ? [one.entry] : []))) as [AuditEntry[], AuditEntry[]];
        await this.deps.stores.audit.end(begun, whole);
      } catch (error) {
        this.deps.log.warn({ err: error, entries: batch.length }, 'access audit waits');
        this.waiting = [...batch, ...this.waiting].slice(-KEPT);
        if (this.waiting.length === KEPT) this.deps.log.error('access audit full, oldest entries lost');
        this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
      }
    });
    return this.flushing;
  }
}

const audits = new WeakMap<ApiDeps['stores'], Audit>();
const auditOf = (deps: ApiDeps): Audit => {
  const audit = audits.get(deps.stores) ?? new Audit(deps);
  audits.set(deps.stores, audit);
  return audit;
};
export const flushAudit = (deps: ApiDeps): Promise<void> => auditOf(deps).flush();

const entryOf = ({ clock, settings }: ApiDeps, request: Request, response: Response, action: string, operation: string): AuditEntry => {
  const caller = callerIn(request);
  const object = Object.values(request.params).flat().join('/');
  return {
    _id: String(response.locals['requestId']), at: clock.now(), person: caller?.person ?? null, name: caller?.name ?? null, via: caller?.via ?? null, address: request.ip ?? '',
    action, operation, object: object === '' ? null : object.slice(0, 300), status: null, expiresAt: new Date(Date.now() + settings.YANXING_AUDIT_DAYS * DAY_MS),
  };
};

/** Who tried to log in, with what name. */
const accountIn = (request: Request): string | null => {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null && 'account' in body && typeof body.account === 'string' ? body.account.slice(0, 50) : null;
};

/** Of changes that are asked for, until they begin. */
const beginning = new WeakMap<Response, AuditEntry>();
/** Called when a change is about to be made; what is refused before that is written down at its end. @throws where it cannot be written: then nothing is changed */
export const beginAudit = async ({ stores }: ApiDeps, response: Response): Promise<void> => {
  const entry = beginning.get(response);
  if (entry) await stores.audit.begin(entry);
};

/** Stands before everything else of its route, so that refusals are seen too. @param operation as declared: `POST /api/commitments/:id` */
export const audited = (deps: ApiDeps, action: Action | 'public' | 'self', operation: string): RequestHandler => (request, response, next) => {
  const safe = SAFE.has(request.method);
  // What everybody may read, and oneself, tells nothing.
  if (safe && (action === 'public' || action === 'self')) {
    next();
    return;
  }
  const named = action === 'public' || action === 'self' ? operation : action;
  const entry = entryOf(deps, request, response, named, operation);
  if (!safe && entry.person !== null) beginning.set(response, entry);
  response.once('close', () => auditOf(deps).add({ ...entry, object: entry.object ?? accountIn(request), status: response.statusCode }, beginning.has(response)));
  next();
};

/** Of what is seen and done by a mail's link. */
export const auditLink = (deps: ApiDeps, request: Request, response: Response, who: { readonly person: string; readonly name: string }, commitment: string): void => {
  const entry = entryOf(deps, request, response, 'reply', `${request.method} /r/:token`);
  response.once('close', () => auditOf(deps).add({ ...entry, person: who.person, name: who.name, via: 'link', object: commitment, status: response.statusCode }, false));
};
