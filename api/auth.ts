/**
 * Who asks: by session cookie, bearer token, or a link that another router has checked. Rights are read at every
 * request, so a role, a post or an account that was taken away is gone at once.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { hasSecureCookies, type Settings } from '../config/settings';
import type { Actor } from '../domain/state';
import { civilDateOf } from '../domain/time';
import type { AccountDocument } from '../stores/accounts';
import { conflictingRoles, isAction, ROLE_OF_POST, ROLES, type Principal, type Role } from './access';
import type { ApiDeps } from './deps';
import type { OidcPerson } from './oidc';
import { confirmed, sealToken } from './oidc-renewal';
import { isExpired } from './passwords';
import { Problem } from './problems';
import { limitRefusals } from './rate-limit';

export const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** One request's caller. */
export interface Login {
  readonly principal: Principal;
  readonly account: AccountDocument;
  /** The cookie's value; null for a token. */
  readonly cookie: string | null;
  readonly mustChange: boolean;
}
const logins = new WeakMap<Request, Login>();
const guests = new WeakMap<Request, Principal>();
/** Who is logged in but cannot be vouched for now: what is open to all stays open to him. */
const withheld = new WeakMap<Request, Problem>();

/** For a router that has checked a caller in its own way, e.g. a signed link. */
export const admit = (request: Request, principal: Principal): void => void guests.set(request, principal);

const notLoggedIn = (): Problem => new Problem('notLoggedIn', { headers: { 'WWW-Authenticate': 'Bearer' } });
/** @throws Problem 401, 503 */
export const loginOf = (request: Request): Login => {
  const login = logins.get(request);
  if (!login) throw withheld.get(request) ?? notLoggedIn();
  return login;
};
/** @throws Problem 401 */
export const principalOf = (request: Request): Principal => guests.get(request) ?? loginOf(request).principal;
/** @throws Problem 401 */
export const actorOf = (request: Request): Actor => {
  const { person, name } = principalOf(request);
  return { person, name };
};

/** Who asks, where that is known by now. */
export const callerIn = (request: Request): Principal | null => guests.get(request) ?? logins.get(request)?.principal ?? null;
/** For limits: the person where one is known, else the address, behind which there may be many. */
export const callerOf = (request: Request): string => {
  const person = callerIn(request)?.person;
  return person === undefined ? `address ${request.ip ?? ''}` : `person ${person}`;
};

const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/** Roles of the posts held today, of the account and of a provider's groups. @throws Problem 422 where they exclude each other */
export const principalFor = async ({ stores, clock }: ApiDeps, account: AccountDocument, via: Principal['via'], more: { roles?: readonly string[]; scope?: readonly string[] | null } = {}): Promise<Principal> => {
  const held = await stores.organisation.postsHeldBy(account.person, civilDateOf(clock.now()));
  const roles = [...account.roles, ...(more.roles ?? [])].filter(isRole);
  if (conflictingRoles(roles).length > 0) throw new Problem('rolesConflict');
  return {
    person: account.person, name: account.name, via,
    roles: [...new Set([...roles, ...held.map(({ kind }) => ROLE_OF_POST[kind])])],
    units: [...new Set(held.flatMap(({ unit }) => unit ?? []))],
    posts: held.map(({ id }) => id),
    scope: more.scope?.filter(isAction) ?? null,
  };
};

/** `__Host-`: this host only, this path, TLS only; browsers refuse it without TLS, so the plain name stands in there. */
const cookieName = (settings: Settings): string => (hasSecureCookies(settings) ? '__Host-yanxing' : 'yanxing');
const readCookie = (request: Request, settings: Settings): string | null => {
  const name = `${cookieName(settings)}=`;
  return (request.get('Cookie') ?? '').split(';').map((part) => part.trim()).find((part) => part.startsWith(name))?.slice(name.length) ?? null;
};
export const csrfOf = (cookie: string): string => sha256Hex(`csrf:${cookie}`);

const cookieOptions = (settings: Settings) => ({ httpOnly: true, sameSite: 'lax', secure: hasSecureCookies(settings), path: '/' } as const);
export const clearCookie = (response: Response, settings: Settings): void => void response.clearCookie(cookieName(settings), cookieOptions(settings));

/** Begins a log-in under a new secret, whatever cookie came along. Wall clock: see `stores/sessions.ts`. */
export const beginSession = async ({ stores, settings }: ApiDeps, response: Response, account: string, by: Pick<OidcPerson, 'roles' | 'subject' | 'refreshToken'> | null = null): Promise<string> => {
  const secret = newSecret();
  const now = new Date();
  // Who cannot be asked about again is soon asked to log in again.
  const minutes = Math.min(settings.YANXING_SESSION_HOURS * 60, by !== null && by.refreshToken === null ? settings.YANXING_OIDC_UNRENEWED_MINUTES : Infinity);
  const renewal = by === null || by.refreshToken === null ? {} : { renewal: { token: sealToken(secret, by.refreshToken), subject: by.subject, confirmedAt: now, askedUntil: null } };
  await stores.sessions.insert({ _id: sha256Hex(secret), account, via: by === null ? 'session' : 'oidc', roles: by?.roles ?? [], ...renewal, lastSeenAt: now, expiresAt: new Date(now.getTime() + minutes * 60_000) });
  response.cookie(cookieName(settings), secret, cookieOptions(settings));
  return secret;
};

const BEARER = /^Bearer ([\x21-\x7e]{20,200})$/i;

const byToken = async (deps: ApiDeps, secret: string): Promise<Login | null> => {
  const token = await deps.stores.tokens.byHash(sha256Hex(secret), new Date());
  const account = token && await deps.stores.accounts.get(token.account);
  if (!token || !account?.active) return null;
  return { account, cookie: null, mustChange: false, principal: await principalFor(deps, account, 'token', { scope: token.scope }) };
};

/** A stream is opened again by the browser itself; a page says of its other reads when nobody sits at it. */
const isAttended = (request: Request): boolean => request.originalUrl !== '/api/events' && request.get('X-Yanxing-Unattended') === undefined;

/** Nobody need vouch for who leaves. */
const isLogout = (request: Request): boolean => request.method === 'DELETE' && request.originalUrl === '/api/session';

const byCookie = async (deps: ApiDeps, cookie: string, request: Request): Promise<Login | null> => {
  const { stores, settings } = deps;
  const known = await stores.sessions.use(sha256Hex(cookie), new Date(), settings.YANXING_SESSION_IDLE_MINUTES * 60_000, isAttended(request));
  const session = known && (isLogout(request) ? known : await confirmed(deps, cookie, known));
  const account = session && await stores.accounts.get(session.account);
  if (!session || !account?.active) return null;
  const mustChange = session.via === 'session' && (account.mustChange || isExpired(account.passwordChangedAt, new Date(), settings.YANXING_PASSWORD_PROFILE));
  // Roles that were granted since then may not go with those that the provider's groups brought: such a log-in is over.
  const principal = await principalFor(deps, account, session.via, { roles: session.roles }).catch(async (error: unknown) => {
    if (error instanceof Problem) await stores.sessions.remove(session._id);
    throw error;
  });
  return { account, cookie, mustChange, principal };
};

/** Logging in needs no token: it begins a session of its own, and takes JSON only, which no form can send. */
const isLogin = (request: Request): boolean => request.method === 'POST' && request.originalUrl === '/api/session';

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
const sameText = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(sha256Hex(a)), Buffer.from(sha256Hex(b)));

/** Finds out who asks and remembers it; whether that is needed, the routes say. A credential that is no good is refused, never passed over. */
export const authenticate = (deps: ApiDeps): RequestHandler => {
  const refusals = limitRefusals(deps);
  return async (request, _response, next) => {
    const header = request.get('Authorization');
    const cookie = readCookie(request, deps.settings);
    if (header !== undefined) {
      await refusals.assertFew(request);
      const secret = BEARER.exec(header)?.[1];
      const login = secret === undefined ? null : await byToken(deps, secret);
      if (!login) {
        await refusals.count(request);
        throw notLoggedIn();
      }
      logins.set(request, login);
    } else if (cookie !== null && cookie !== '') {
      // A browser sends the cookie along wherever the request was made; the page that made it must also know the token.
      const forged = !SAFE.has(request.method) && !isLogin(request) && !sameText(request.get('X-CSRF-Token') ?? '', csrfOf(cookie));
      if (forged) await refusals.assertFew(request);
      const login = await byCookie(deps, cookie, request).catch((error: unknown) => {
        if (!(error instanceof Problem) || error.body.code !== 'unavailable') throw error;
        withheld.set(request, error);
        return null;
      });
      if (login) logins.set(request, login);
      if (login && forged) {
        await refusals.count(request);
        throw new Problem('csrfMissing');
      }
    }
    next();
  };
};
