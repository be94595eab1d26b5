/** May this caller do this here? Asked before anything is read for the answer. What another unit owns is as if it were not there. */
import type { Request, RequestHandler } from 'express';
import { mayDo, reachOf, type AccessObject, type Action, type Principal, type Reach } from './access';
import { loginOf, principalOf } from './auth';
import type { ApiDeps } from './deps';
import { idSchema } from './fields';
import { Problem } from './problems';

export const noCommitment = (id: string): Problem => new Problem('notFound', { detail: `没有编号为“${id}”的事项` });
export const noSource = (id: string): Problem => new Problem('notFound', { detail: `没有编号为“${id}”的来文` });

/**
 * @param id of the commitment, where the action is about one
 * @param unit that it is done for, where the caller named one
 * @throws Problem 404 where the caller may not even see it, 403 where others may do it
 */
export const authorise = async ({ stores }: ApiDeps, principal: Principal, action: Action, about: { readonly id?: string; readonly unit?: string } = {}): Promise<void> => {
  if (about.id === undefined) {
    if (!mayDo(principal, action)) throw new Problem('forbidden');
    return;
  }
  const object: AccessObject | null = await stores.commitments.standing(about.id);
  // A scope may name a command without the read: then the roles alone say whether the object is there for this person.
  if (!object || !(mayDo({ ...principal, scope: null }, 'commitment.read', object))) throw noCommitment(about.id);
  const asked = about.unit !== undefined && object.units.includes(about.unit) ? { ...object, units: [about.unit] } : object;
  if (!mayDo(principal, action, asked)) throw new Problem('forbidden');
};

/** How far the caller's lists reach; null: everything. */
export const reachFor = (request: Request, action: Action): Reach | null => reachOf(principalOf(request), action);

/** Who has not yet set a password of his own may do that and nothing else. @throws Problem 401, 403 */
const enter = (request: Request): Principal => {
  const principal = principalOf(request);
  if (principal.via === 'session' && loginOf(request).mustChange) throw new Problem('passwordMustChange');
  return principal;
};

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
/** How the office runs is seen by what watches it on this machine, and by whose it is. What a proxy hands on did not come from here. @throws Problem 401, 403 */
export const assertOperator = (request: Request): void => {
  const handedOn = request.get('X-Forwarded-For') !== undefined || request.get('Forwarded') !== undefined;
  if (!handedOn && LOOPBACK.has(request.socket.remoteAddress ?? '')) return;
  if (!mayDo(enter(request), 'engine.read')) throw new Problem('forbidden');
};

/** What a route is about, by its declared path; null for an id that is none: the handler refuses it with its words. */
const idUnder = (request: Request, path: '/api/commitments/:id' | '/api/sources/:id'): string | null | undefined => {
  const declared = String((request.route as { readonly path?: unknown } | undefined)?.path);
  if (!declared.startsWith(path)) return undefined;
  const id = idSchema.safeParse(request.params['id']);
  return id.success ? id.data : null;
};
const commitmentOf = (request: Request): string | null | undefined => idUnder(request, '/api/commitments/:id');

/** A source is there for whoever has a part in what came of it. @throws Problem 404 */
const assertSourceThere = async ({ stores }: ApiDeps, principal: Principal, id: string): Promise<void> => {
  const reach = reachOf({ ...principal, scope: null }, 'source.read');
  if (reach !== null && !(await stores.commitments.anyFromSource(id, reach))) throw noSource(id);
};

/** Stands on the route itself, before its body is read. */
export const may = (deps: ApiDeps, action: Action): RequestHandler => async (request, _response, next) => {
  const principal = enter(request);
  const source = idUnder(request, '/api/sources/:id');
  if (typeof source === 'string') await assertSourceThere(deps, principal, source);
  const id = commitmentOf(request);
  if (id !== null) await authorise(deps, principal, action, id === undefined ? {} : { id });
  next();
};

/** A unit that takes part acts for itself, not for the others. @param body of the request, parsed */
export const authoriseUnit = async (deps: ApiDeps, request: Request, action: Action, body: unknown): Promise<void> => {
  const principal = principalOf(request);
  const id = commitmentOf(request);
  if (typeof id !== 'string' || typeof body !== 'object' || body === null || !('unit' in body) || typeof body.unit !== 'string') return;
  if (reachOf(principal, action) !== null) await authorise(deps, principal, action, { id, unit: body.unit });
};
