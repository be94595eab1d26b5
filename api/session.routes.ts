/** Log in, log out, who am I, another password; tokens for other systems. */
import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { instantSchema } from '../domain/state';
import type { AccountDocument } from '../stores/accounts';
import type { TokenDocument } from '../stores/api-tokens';
import type { Lockout } from '../stores/login-attempts';
import { ACTION_NAMES, ACTIONS, type Action, mayDo, permissionsOf, ROLES, VIAS } from './access';
import { beginSession, clearCookie, csrfOf, loginOf, newSecret, principalFor, sha256Hex, type Login } from './auth';
import { noteAudit } from './audit';
import type { ApiDeps } from './deps';
import { idSchema } from './fields';
import { hashPassword, isExpired, passwordFaults, PASSWORD_RULES, verifyPassword } from './passwords';
import { invalidInput, Problem } from './problems';
import { DONE, ok, route, type ApiRouter } from './route';

export const accountSchema = z.string().trim().toLowerCase().regex(/^[a-z0-9][a-z0-9._-]{1,49}$/, '2至50个小写字母、数字或 . _ -，以字母或数字开头');
const secret = z.string().min(1, '不能为空').max(200, '不超过200字');
const loginSchema = z.strictObject({ account: z.string().trim().toLowerCase().min(1, '不能为空').max(50, '不超过50字'), password: secret });
const passwordSchema = z.strictObject({ current: secret, next: secret });
const tokenSchema = z.strictObject({
  label: z.string().trim().min(1, '不能为空').max(100, '不超过100字'),
  scope: z.array(z.enum(ACTIONS as [Action, ...Action[]])).min(1, '至少一项').max(ACTIONS.length).optional(),
  /** Until it ends. */
  days: z.int().min(1).max(366),
});

const sessionAnswer = z.strictObject({
  person: z.string(), name: z.string(), roles: z.array(z.enum(ROLES)), units: z.array(z.string()), posts: z.array(z.string()), via: z.enum(VIAS),
  permissions: z.array(z.enum(ACTIONS as [Action, ...Action[]])).describe('可办的事；办不了的不必显示'), passwordMustChange: z.boolean(), csrfToken: z.string().describe('写入操作在 X-CSRF-Token 中带上'),
}).meta({ id: 'Session' });
const tokenAnswer = z.strictObject({ id: z.string(), label: z.string(), scope: z.array(z.string()).nullable(), createdAt: instantSchema, expiresAt: instantSchema });

/** Five wrong passwords, then half a minute, doubling up to an hour; an address stands for many people, so it may err more. */
const OF_ACCOUNT: Lockout = { free: 5, firstMs: 30_000, longestMs: 3_600_000 };
const OF_ADDRESS: Lockout = { free: 30, firstMs: 30_000, longestMs: 3_600_000 };

const locked = (until: Date, now: Date): Problem =>
  new Problem('tooManyAttempts', { retryAfterSeconds: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000)) });

/** @throws Problem 429 where it is too soon, 401 where account or password are wrong, with the same words and in the same time */
const checked = async ({ stores, log }: ApiDeps, request: Request, name: string, password: string): Promise<AccountDocument> => {
  const now = new Date();
  const keys = [`address:${request.ip ?? ''}`, `account:${name}`] as const;
  for (const [key, lockout] of [[keys[0], OF_ADDRESS], [keys[1], OF_ACCOUNT]] as const) {
    const until = await stores.attempts.begin(key, now, lockout);
    if (until) {
      log.warn({ account: name, address: request.ip }, 'log-in locked');
      throw locked(until, now);
    }
  }
  const account = await stores.accounts.get(name);
  const right = await verifyPassword(password, account?.active === true ? account.password : null);
  if (!right || !account) {
    log.warn({ account: name, address: request.ip }, 'log-in failed');
    throw new Problem('loginFailed');
  }
  await Promise.all([stores.attempts.undo(keys[0]), stores.attempts.clear(keys[1])]);
  return account;
};

const view = ({ principal, mustChange, cookie }: Login) => ({
  person: principal.person, name: principal.name, roles: principal.roles, units: principal.units, posts: principal.posts, via: principal.via,
  permissions: mustChange ? [] : permissionsOf(principal), passwordMustChange: mustChange, csrfToken: cookie === null ? '' : csrfOf(cookie),
});
const shown = ({ _id, label, scope, createdAt, expiresAt }: TokenDocument) =>
  ({ id: _id, label, scope, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() });

export const sessionRoutes = (api: ApiRouter): void => {
  const { deps } = api;
  const { stores, settings, log } = deps;
  const begun = async (response: Response, account: AccountDocument, mustChange: boolean) => {
    const cookie = await beginSession(deps, response, account._id);
    return view({ principal: await principalFor(deps, account, 'session'), account, cookie, mustChange });
  };

  route(api, {
    method: 'post', path: '/api/session', summary: '登录', tag: '账号', action: 'public', body: loginSchema, answers: { 200: sessionAnswer },
  }, async ({ body: { account: name, password } }, { request, response }) => {
    const account = await checked(deps, request, name, password);
    noteAudit(response, { who: { person: account.person, name: account.name, via: 'session' } });
    log.info({ account: name, address: request.ip }, 'logged in');
    return ok(await begun(response, account, account.mustChange || isExpired(account.passwordChangedAt, new Date(), settings.YANXING_PASSWORD_PROFILE)));
  });

  route(api, { method: 'get', path: '/api/session', summary: '本人是谁、可办什么', tag: '账号', action: 'self', answers: { 200: sessionAnswer } }, (_input, { request }) => ok(view(loginOf(request))));

  route(api, { method: 'delete', path: '/api/session', summary: '退出登录', tag: '账号', action: 'self', answers: { 204: null } }, async (_input, { request, response }) => {
    const { cookie } = loginOf(request);
    if (cookie !== null) await stores.sessions.remove(sha256Hex(cookie));
    clearCookie(response, settings);
    return DONE;
  });

  route(api, {
    method: 'post', path: '/api/session/password', summary: '修改本人口令；其他登录随即失效', tag: '账号', action: 'self', body: passwordSchema, answers: { 200: sessionAnswer },
  }, async ({ body: { current, next } }, { request, response, at }) => {
    const { account: { _id: name }, principal } = loginOf(request);
    // What a token may do never includes taking the account over.
    if (principal.via !== 'session') throw new Problem('forbidden');
    const account = await checked(deps, request, name, current);
    const profile = settings.YANXING_PASSWORD_PROFILE;
    const faults = passwordFaults(next, name, profile);
    const former = [account.password, ...account.formerPasswords].slice(0, PASSWORD_RULES[profile].remembered);
    for (const hash of former) if (await verifyPassword(next, hash)) faults.push('不能与用过的口令相同');
    if (faults.length > 0) throw invalidInput([...new Set(faults)].map((message) => ({ path: 'next', message, accepted: message })));
    const changed = {
      changed: { person: account.person, name: account.name, at }, password: await hashPassword(next), mustChange: false, passwordChangedAt: new Date(),
      formerPasswords: [account.password, ...account.formerPasswords].filter((hash) => hash !== null).slice(0, 10),
    };
    if (!(await stores.accounts.change(name, account.version, changed))) throw new Problem('versionStale');
    await stores.sessions.removeOf(name);
    return ok(await begun(response, { ...account, ...changed, version: account.version + 1 }, false));
  });

  route(api, {
    method: 'get', path: '/api/tokens', summary: '本人的接口令牌', tag: '账号', action: 'token.own', answers: { 200: z.strictObject({ items: z.array(tokenAnswer) }) },
  }, async (_input, { request }) => ok({ items: (await stores.tokens.of(loginOf(request).account._id)).map(shown) }));

  // No Idempotency-Key: its kept answer would keep the secret. A token that nobody got to see is revoked from the list.
  route(api, {
    method: 'post', path: '/api/tokens', summary: '新的接口令牌，只显示这一次', tag: '账号', action: 'token.own', body: tokenSchema, answers: { 201: tokenAnswer.extend({ self: z.string(), token: z.string() }) },
  }, async ({ body: { label, scope, days } }, { request, response }) => {
    const { account, principal } = loginOf(request);
    // A token that makes tokens outlives its own end.
    if (principal.via === 'token') throw new Problem('forbidden');
    const beyond = ACTIONS.filter((action) => scope?.includes(action) === true && !mayDo(principal, action));
    if (beyond.length > 0) throw invalidInput([{ path: 'scope', message: `超出本人职责：${beyond.map((action) => ACTION_NAMES[action]).join('、')}`, accepted: permissionsOf(principal).map((action) => `${action}（${ACTION_NAMES[action]}）`).join('、') }]);
    const token = newSecret();
    const now = new Date();
    const document = { _id: randomUUID(), hash: sha256Hex(token), account: account._id, label, scope: scope ?? null, createdAt: now, expiresAt: new Date(now.getTime() + days * 86_400_000) };
    await stores.tokens.insert(document);
    noteAudit(response, { object: document._id, detail: `“${label}”，${days}天，范围：${scope?.map((action) => ACTION_NAMES[action]).join('、') ?? '本人全部职责'}` });
    return { status: 201, body: { self: `/api/tokens/${document._id}`, ...shown(document), token } };
  });

  route(api, {
    method: 'delete', path: '/api/tokens/:id', summary: '吊销令牌', tag: '账号', action: 'token.own', params: z.strictObject({ id: idSchema }), answers: { 204: null },
  }, async ({ params: { id } }, { request }) => {
    if (!(await stores.tokens.remove(id, loginOf(request).account._id))) throw new Problem('notFound', { detail: '没有这个令牌' });
    return DONE;
  });
};
