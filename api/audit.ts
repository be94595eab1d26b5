/**
 * Every request that somebody makes is written down with its end. What changes something has its entry before it begins, so
 * that no change goes unseen; what only reads is written a second later, many at once, so that reading stays fast.
 */
import type { Request, RequestHandler, Response } from 'express';
import type { Actor } from '../domain/state';
import type { AuditEntry } from '../stores/access-audit';
import type { Action } from './access';
import { callerIn } from './auth';
import type { ApiDeps } from './deps';

const DAY_MS = 86_400_000;
const FLUSH_MS = 1_000;
/** Entries kept back while the database is away; beyond it the oldest reads are lost, and the log says so. */
const KEPT = 10_000;
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD']);
/** Refusals of callers whom nobody knows that are written down a minute: of one address, and of all. A flood must not fill the disk. */
const STRANGERS = { each: 60, all: 1_000 } as const;
const MINUTE_MS = 60_000;
/** Of one entry: some hundred holdings of an imported list. */
const DETAIL_CHARACTERS = 8_000;

class Audit {
  private waiting: { readonly entry: AuditEntry; readonly begun: boolean }[] = [];
  private timer: NodeJS.Timeout | null = null;
  private flushing: Promise<void> = Promise.resolve();
  private minute = 0;
  private readonly strangers = new Map<string, number>();
  constructor(private readonly deps: ApiDeps) {}

  /** How many this minute, this one included. */
  private countOf(key: string): number {
    const minute = Math.floor(Date.now() / MINUTE_MS);
    if (minute !== this.minute) this.strangers.clear();
    this.minute = minute;
    const count = (this.strangers.get(key) ?? 0) + 1;
    this.strangers.set(key, count);
    return count;
  }

  /** @param begun it has its entry already */
  add(entry: AuditEntry, begun: boolean): void {
    if (entry.person === null && (entry.status ?? 0) >= 400) {
      const count = this.countOf(entry.address);
      if (count > STRANGERS.each || this.countOf('all') > STRANGERS.all) return;
      if (count === STRANGERS.each) entry = { ...entry, detail: [entry.detail, '此后一分钟内，同一来处被拒的请求不再逐条记录'].filter((one) => one).join('；') };
    }
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

/** What only the handler knows: who it turned out to be, old and new. */
interface Noted { readonly who?: Pick<AuditEntry, 'person' | 'name' | 'via'>; readonly object?: string; readonly details: readonly string[] }
const noted = new WeakMap<Response, Noted>();
export const noteAudit = (response: Response, { detail, ...known }: Omit<Noted, 'details'> & { readonly detail?: string | readonly string[] }): void => {
  const had = noted.get(response);
  noted.set(response, { ...had, ...known, details: [...(had?.details ?? []), ...(detail === undefined ? [] : [detail].flat())] });
};

/** Of answers whose entry somebody has taken on himself, or that need none. */
const taken = new WeakSet<Response>();

const entryOf = ({ clock, settings }: ApiDeps, request: Request, response: Response, action: string, operation: string): AuditEntry => {
  const caller = callerIn(request);
  return {
    _id: String(response.locals['requestId']), at: clock.now(), person: caller?.person ?? null, name: caller?.name ?? null, via: caller?.via ?? null, address: request.ip ?? '',
    action, operation, object: null, detail: null, status: null, expiresAt: new Date(Date.now() + settings.YANXING_AUDIT_DAYS * DAY_MS),
  };
};
/** Of changes that are asked for: their entry is there before they begin. */
const beginning = new WeakMap<Response, AuditEntry>();
/** Writes it once the answer is out or broken off. */
const atEnd = (deps: ApiDeps, response: Response, entry: AuditEntry, otherwise: () => string | null = () => null): void => {
  taken.add(response);
  response.once('close', () => {
    const { who, object, details = [] } = noted.get(response) ?? {};
    const detail = [entry.detail ?? '', ...details].filter((one) => one !== '').join('；').slice(0, DETAIL_CHARACTERS);
    auditOf(deps).add({ ...entry, ...who, object: object ?? entry.object ?? otherwise(), detail: detail === '' ? null : detail, status: response.statusCode }, beginning.has(response));
  });
};

/** Who tried to log in, with what name. */
const accountIn = (request: Request): string | null => {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null && 'account' in body && typeof body.account === 'string' ? body.account.slice(0, 50) : null;
};
/** By what a list or a file was sieved; of what changes something, what its address says beside. */
const queryIn = ({ method, originalUrl }: Request): string | null => {
  const at = originalUrl.indexOf('?');
  if (at < 0) return null;
  const query = originalUrl.slice(at + 1).replaceAll('+', ' ').slice(0, 2_000);
  const head = SAFE.has(method) ? '查询条件' : '参数';
  try {
    return `${head}：${decodeURIComponent(query)}`;
  } catch {
    return `${head}：${query}`;
  }
};

/** Called when a change is about to be made; what is refused before that is written down at its end. @throws where it cannot be written: then nothing is changed */
export const beginAudit = async ({ stores }: ApiDeps, response: Response): Promise<void> => {
  const entry = beginning.get(response);
  if (entry) await stores.audit.begin(entry);
};

export interface Audited {
  readonly action: Action | 'public' | 'self';
  /** As declared: `POST /api/commitments/:id`. */
  readonly operation: string;
  /** Lets somebody in: written down though anybody may call it, but not its query, which holds what opens the door. */
  readonly entrance: boolean;
}
/** Stands before everything else of its route, so that refusals are seen too. */
export const audited = (deps: ApiDeps, { action, operation, entrance }: Audited): RequestHandler => (request, response, next) => {
  const safe = SAFE.has(request.method);
  const open = action === 'public' || action === 'self';
  // What everybody may read, and oneself, tells nothing.
  if (safe && open && !entrance) {
    taken.add(response);
    next();
    return;
  }
  const object = Object.values(request.params).flat().join('/').slice(0, 300);
  const entry = { ...entryOf(deps, request, response, open ? operation : action, operation), object: object === '' ? null : object, detail: entrance ? null : queryIn(request) };
  if (!safe && entry.person !== null) beginning.set(response, entry);
  atEnd(deps, response, entry, () => accountIn(request));
  next();
};

/** Refused on the way to a route: a credential that is no good, a missing token, too many requests. */
export const TURNED_AWAY = 'turnedAway';
const TURNED_AWAY_STATUS: ReadonlySet<number> = new Set([401, 403, 429]);
export const auditTurnedAway = (deps: ApiDeps): RequestHandler => (request, response, next) => {
  const path = (request.originalUrl.split('?')[0] ?? '').replace(/^\/r\/.*/, '/r/:token').slice(0, 200);
  response.once('close', () => {
    if (taken.has(response) || !TURNED_AWAY_STATUS.has(response.statusCode)) return;
    const { details = [] } = noted.get(response) ?? {};
    auditOf(deps).add({ ...entryOf(deps, request, response, TURNED_AWAY, `${request.method} ${path}`), object: path, detail: details.join('；') || null, status: response.statusCode }, false);
  });
  next();
};

export const BY_LINK = 'reply';
export interface LinkUse { readonly who: Actor | null; readonly commitment: string | null; readonly detail: string | null }
/** Of what is seen and done by a mail's link. @throws where the entry of a change cannot be written: then nothing is changed */
export const auditLink = async (deps: ApiDeps, request: Request, response: Response, { who, commitment, detail }: LinkUse): Promise<void> => {
  const entry: AuditEntry = {
    ...entryOf(deps, request, response, BY_LINK, `${request.method} /r/:token`), ...(who && { person: who.person, name: who.name }), via: 'link', object: commitment, detail,
  };
  if (who !== null && !SAFE.has(request.method)) beginning.set(response, entry);
  atEnd(deps, response, entry);
  await beginAudit(deps, response);
};
