/** Log in by the office's identity provider: there, and back with an answer that only this browser's log-in can use, once. */
import type { Request, Response } from 'express';
import { z } from 'zod';
import { hasSecureCookies } from '../config/settings';
import { conflictingRoles, ROLE_NAMES, type Role } from './access';
import { noteAudit } from './audit';
import { beginSession, newSecret, sha256Hex } from './auth';
import { beginOidc, endOidc, isProviderAway, oidcOf, type OidcSettings } from './oidc';
import { Problem } from './problems';
import { toldPage } from './reply/pages';
import { POLICY } from './reply/style';
import { ok, route, type ApiRouter } from './route';

const CALLBACK = '/api/oidc/callback';
const COOKIE = 'yanxing-oidc';
const MINUTES = 10;

/** A place of ours: a path that no browser takes for another host. */
const nextSchema = z.string().max(500).regex(/^\/(?![/\\])[^\\\s]*$/, '本系统内的路径').default('/');

const cookieIn = (request: Request): string | null =>
  (request.get('Cookie') ?? '').split(';').map((part) => part.trim()).find((part) => part.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? null;

export const oidcRoutes = (api: ApiRouter): void => {
  const { deps } = api;
  const { stores, settings, log } = deps;
  const configured = (): OidcSettings => {
    const oidc = oidcOf(settings);
    if (!oidc) throw new Problem('notFound', { detail: '没有配置统一身份认证' });
    return oidc;
  };
  const options = () => ({ httpOnly: true, sameSite: 'lax', secure: hasSecureCookies(settings), path: '/api/oidc', maxAge: MINUTES * 60_000 }) as const;
  const ownUrl = (request: Request): string => settings.YANXING_PUBLIC_URL ?? `http://${request.get('Host') ?? ''}`;

  /** A person who was sent here by a button reads a page, with the way back; a program gets the problem. */
  const told = (problem: Problem, request: Request, response: Response): null => {
    if (request.accepts(['json', 'html']) !== 'html') throw problem;
    const { title, detail, hint } = problem.body;
    noteAudit(response, { detail });
    response.status(problem.status).set(problem.headers).set({ 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-store' }).type('html')
      .send(toldPage(settings.YANXING_MAIL_FROM_NAME, { title, what: `${detail}。`, instead: [`${hint}。`] }, { href: '/login', label: '回到登录' }, '登录'));
    return null;
  };

  const away = (error: unknown): Problem => {
    log.warn({ err: error }, 'identity provider away');
    return new Problem('unavailable', { detail: '统一身份认证暂时不可用', hint: '请稍候再试，或用账号和口令登录', retryAfterSeconds: 10 });
  };

  route(api, {
    method: 'get', path: '/api/oidc', summary: '是否可用统一身份认证登录', tag: '账号', action: 'public', answers: { 200: z.strictObject({ configured: z.boolean(), start: z.string() }) },
  }, () => ok({ configured: oidcOf(settings) !== null, start: '/api/oidc/start' }));

  route(api, {
    method: 'get', path: '/api/oidc/start', summary: '转到统一身份认证登录', tag: '账号', action: 'public', query: z.strictObject({ next: nextSchema }), answers: { 302: null }, streaming: true,
  }, async ({ query: { next } }, { request, response }) => {
    const oidc = configured();
    const begun = await beginOidc(settings, oidc, `${ownUrl(request)}${CALLBACK}`).catch((error: unknown) => told(away(error), request, response));
    if (begun === null) return null;
    const { url, ...login } = begun;
    const secret = newSecret();
    await stores.oidcLogins.begin({ _id: sha256Hex(secret), ...login, next, expiresAt: new Date(Date.now() + MINUTES * 60_000) });
    response.cookie(COOKIE, secret, options()).redirect(302, url.href);
    return null;
  });

  const failed = (error: unknown, request: Request): Problem => {
    if (error instanceof Problem) return error;
    if (isProviderAway(error)) return away(error);
    log.warn({ err: error, address: request.ip }, 'log-in by identity provider failed');
    return new Problem('loginFailed', { detail: '统一身份认证的答复未通过核验', hint: '请重新登录' });
  };
  const logIn = async (request: Request, response: Response): Promise<string> => {
    const oidc = configured();
    const secret = cookieIn(request);
    response.clearCookie(COOKIE, { ...options(), maxAge: 0 });
    const login = secret === null ? null : await stores.oidcLogins.take(sha256Hex(secret), new Date());
    if (!login) throw new Problem('loginFailed', { detail: '登录已过期，或不是由本浏览器发起', hint: '请重新登录' });
    const person = await endOidc(settings, oidc, new URL(request.originalUrl, ownUrl(request)), login);
    noteAudit(response, { object: person.account, detail: person.roles.length === 0 ? [] : `统一认证带来的角色：${person.roles.map((role) => ROLE_NAMES[role]).join('、')}` });
    const account = await stores.accounts.get(person.account);
    if (!account?.active) throw new Problem('loginFailed', { detail: '本系统没有与此身份对应的账号', hint: '请联系系统管理员' });
    if (conflictingRoles([...account.roles as Role[], ...person.roles]).length > 0) throw new Problem('rolesConflict');
    await beginSession(deps, response, account._id, person);
    noteAudit(response, { who: { person: account.person, name: account.name, via: 'oidc' } });
    log.info({ account: account._id, roles: person.roles, address: request.ip }, 'logged in by identity provider');
    return login.next;
  };
  route(api, {
    method: 'get', path: CALLBACK, summary: '统一身份认证的答复', tag: '账号', action: 'public',
    // What a provider adds is its own affair; openid-client looks at all of it.
    query: z.looseObject({ state: z.string().max(500).optional(), code: z.string().max(4_000).optional() }), answers: { 302: null }, streaming: true, entrance: true,
  }, async (_input, { request, response }) => {
    const next = await logIn(request, response).catch((error: unknown) => told(failed(error, request), request, response));
    if (next !== null) response.redirect(302, next);
    return null;
  });
};
