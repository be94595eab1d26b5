/** Staff accounts: system administrators make them, security administrators grant, nobody grants to himself. */
import { z } from 'zod';
import { instantSchema } from '../domain/state';
import type { Stores } from '../stores';
import type { AccountDocument } from '../stores/accounts';
import { conflictingRoles, isAdministrator, mayDo, mayEditAccount, ROLE_NAMES, ROLES, type Account, type Principal, type Role } from './access';
import { noteAudit } from './audit';
import { loginOf, principalOf } from './auth';
import type { ApiDeps } from './deps';
import { idSchema } from './fields';
import { hashPassword, oneTimePassword } from './passwords';
import { Problem, staleVersion } from './problems';
import { ok, route, type ApiRouter } from './route';
import { accountSchema } from './session.routes';

const name = z.string().trim().min(1, '不能为空').max(100, '不超过100字');
const roles = z.array(z.enum(ROLES)).max(ROLES.length).transform((given) => [...new Set(given)]);
const createSchema = z.strictObject({ account: accountSchema, person: idSchema, name, roles: roles.default([]) });
const changeSchema = z.strictObject({ name: name.optional(), active: z.boolean().optional(), roles: roles.optional(), resetPassword: z.literal(true).optional(), unlock: z.literal(true).optional(), revokeTokens: z.literal(true).optional() });

const accountAnswer = z.strictObject({
  account: z.string(), person: z.string(), name: z.string(), roles: z.array(z.enum(ROLES)), active: z.boolean(), mustChange: z.boolean(), passwordChangedAt: instantSchema, version: z.int(),
}).meta({ id: 'Account' });
/** What the asking person may do with one: edit is name, password and whether it is on. */
const DEEDS = ['edit', 'grant', 'unlock', 'revoke'] as const;
const listAnswer = z.strictObject({
  items: z.array(accountAnswer.extend({ tokens: z.int().min(0).describe('有效的接口令牌数'), may: z.array(z.enum(DEEDS)).describe('本人可对此账号办理的事') })),
  roles: z.array(z.strictObject({ role: z.enum(ROLES), name: z.string() })), grants: z.boolean().describe('本人现在可否授予角色'),
});
const shownOnce = z.string().describe('一次性口令，只显示这一次；首次登录须修改');
const view = ({ _id, person, name: shown, roles: held, active, mustChange, passwordChangedAt, version }: AccountDocument) =>
  ({ account: _id, person, name: shown, roles: held, active, mustChange, passwordChangedAt: passwordChangedAt.toISOString(), version });

const stale = ({ version, changed }: AccountDocument, given: number): Problem => staleVersion(given, { version, by: changed ?? null, at: changed?.at ?? null });

/** A new account with a password to be told to the person once. */
export const newAccount = async (fields: Pick<AccountDocument, '_id' | 'person' | 'name' | 'roles'>): Promise<{ account: AccountDocument; password: string }> => {
  const password = oneTimePassword();
  return {
    password,
    account: { ...fields, password: await hashPassword(password), mustChange: true, passwordChangedAt: new Date(), formerPasswords: [], active: true, version: 1 },
  };
};

/** A password that somebody else has set: log-ins and tokens under the old one are over. @returns null where the version is no longer `expected` */
export const resetPassword = async (stores: Stores, had: AccountDocument, expected: number, more: Partial<Pick<AccountDocument, 'name' | 'active' | 'roles' | 'changed'>> = {}): Promise<{ account: AccountDocument; password: string } | null> => {
  const { account: { password: hash, mustChange, passwordChangedAt }, password } = await newAccount(had);
  const change = { ...more, password: hash, mustChange, passwordChangedAt };
  if (!(await stores.accounts.change(had._id, expected, change))) return null;
  await endAccess(stores, had._id);
  return { account: { ...had, ...change, version: expected + 1 }, password };
};
const endAccess = async ({ sessions, tokens }: Stores, account: string): Promise<void> => {
  await Promise.all([sessions.removeOf(account), tokens.removeOf(account)]);
};

/** The first start makes one system administrator, who grants as long as there has never been anybody whose it is: one who is switched off counts too. */
const mayGrant = async ({ stores, settings }: ApiDeps, granter: Principal): Promise<boolean> => {
  if (mayDo(granter, 'account.grant')) return true;
  if (!granter.roles.includes('systemAdmin') || granter.scope !== null) return false;
  return !settings.YANXING_OIDC_ROLES.some(([, role]) => role === 'securityAdmin') && (await stores.accounts.personsWith(['securityAdmin'])).size === 0;
};
/** @throws Problem 403, 422 */
const checkGrant = (granter: Principal, grants: boolean, person: string, given: readonly Role[]): void => {
  if (!grants) throw new Problem('forbidden', { detail: '授予角色由安全管理员办理' });
  if (granter.person === person) throw new Problem('forbidden', { detail: '不能为自己授予角色' });
  const both = conflictingRoles(given);
  if (both.length > 0) throw new Problem('rolesConflict', { detail: `${both.map((role) => ROLE_NAMES[role]).join('、')}不得由同一人担任` });
};
/** @throws Problem 403 */
const checkEdit = (by: Principal, grants: boolean, target: Account): void => {
  if (mayEditAccount(by, grants, target)) return;
  throw new Problem('forbidden', isAdministrator(target.roles)
    ? { detail: '系统、安全、审计管理员的账号由安全管理员维护，安全管理员不能维护自己的账号', hint: '请由另一名安全管理员办理；没有另一名的，在服务器上运行 npm run reset-password' } : {});
};

const roleWords = (held: readonly string[]): string => ROLES.filter((role) => held.includes(role)).map((role) => ROLE_NAMES[role]).join('、') || '无';
/** Old and new, for the audit. */
const changeWords = (had: AccountDocument, body: z.output<typeof changeSchema>): string[] => [
  ...(body.name === undefined ? [] : [`姓名：${had.name} → ${body.name}`]), ...(body.active === undefined ? [] : [body.active ? '启用' : '停用']),
  ...(body.roles === undefined ? [] : [`另授角色：${roleWords(had.roles)} → ${roleWords(body.roles)}`]),
  ...(body.resetPassword === undefined ? [] : ['重置口令']), ...(body.unlock === undefined ? [] : ['解除锁定']), ...(body.revokeTokens === undefined ? [] : ['吊销全部接口令牌']),
];

export const accountRoutes = (api: ApiRouter): void => {
  const { deps } = api;
  const { stores, log } = deps;

  route(api, {
    method: 'get', path: '/api/accounts', summary: '账号和角色', tag: '账号', action: 'account.read', answers: { 200: listAnswer },
  }, async (_input, { request }) => {
    const by = principalOf(request);
    const [accounts, tokens, grants] = await Promise.all([stores.accounts.list(), stores.tokens.counts(new Date()), mayGrant(deps, by)]);
    const mayOf = (target: AccountDocument) => DEEDS.filter((deed) => {
      switch (deed) {
        case 'edit': return mayEditAccount(by, grants, target);
        case 'grant': return grants && target.person !== by.person;
        case 'unlock': return mayDo(by, 'account.unlock');
        case 'revoke': return mayDo(by, 'token.revoke');
      }
    });
    return ok({ items: accounts.map((one) => ({ ...view(one), tokens: tokens.get(one._id) ?? 0, may: mayOf(one) })), roles: ROLES.map((role) => ({ role, name: ROLE_NAMES[role] })), grants });
  });

  // No Idempotency-Key: its kept answer would keep the password. A repeated request meets 409.
  route(api, {
    method: 'post', path: '/api/accounts', summary: '新建账号', tag: '账号', action: 'account.edit', body: createSchema, answers: { 201: accountAnswer.extend({ self: z.string(), oneTimePassword: shownOnce }) },
  }, async ({ body }, { request, response }) => {
    const by = principalOf(request);
    noteAudit(response, { object: body.account, detail: `人员${body.person}，${body.name}，另授角色：${roleWords(body.roles)}` });
    if (body.roles.length > 0) checkGrant(by, await mayGrant(deps, by), body.person, body.roles);
    const { account, password } = await newAccount({ _id: body.account, person: body.person, name: body.name, roles: body.roles });
    if (!(await stores.accounts.insert(account))) throw new Problem('accountExists');
    log.info({ account: account._id, roles: account.roles, by: by.person }, 'account made');
    return { status: 201, body: { self: `/api/accounts/${account._id}`, ...view(account), oneTimePassword: password } };
  });

  route(api, {
    method: 'patch', path: '/api/accounts/:account', summary: '修改账号：姓名、启用停用、角色、重置口令、解除锁定、吊销接口令牌', tag: '账号', action: 'account.read', ifMatch: 'required',
    params: z.strictObject({ account: accountSchema }), body: changeSchema, answers: { 200: accountAnswer.extend({ oneTimePassword: shownOnce.optional() }) },
  }, async ({ params: { account: id }, body }, { request, response, version, at }) => {
    const by = principalOf(request);
    const had = await stores.accounts.get(id);
    if (!had) throw new Problem('notFound', { detail: `没有账号“${id}”` });
    noteAudit(response, { detail: changeWords(had, body) });
    const grants = await mayGrant(deps, by);
    if (body.name !== undefined || body.active !== undefined || body.resetPassword === true) checkEdit(by, grants, had);
    if (body.unlock === true && !mayDo(by, 'account.unlock')) throw new Problem('forbidden');
    if (body.revokeTokens === true && !mayDo(by, 'token.revoke')) throw new Problem('forbidden');
    if (body.roles !== undefined) checkGrant(by, grants, had.person, body.roles);
    // Who switches himself off may leave nobody to switch him on.
    if (body.active === false && loginOf(request).account._id === id) throw new Problem('forbidden', { detail: '不能停用自己的账号' });
    const change = { changed: { person: by.person, name: by.name, at }, ...(body.name === undefined ? {} : { name: body.name }), ...(body.active === undefined ? {} : { active: body.active }), ...(body.roles === undefined ? {} : { roles: body.roles }) };
    const read = version ?? had.version;
    const fresh = body.resetPassword === true ? await resetPassword(stores, had, read, change) : null;
    if (body.resetPassword === true ? fresh === null : !(await stores.accounts.change(id, read, change))) throw stale(await stores.accounts.get(id) ?? had, read);
    if (body.active === false) await endAccess(stores, id);
    if (body.revokeTokens === true) await stores.tokens.removeOf(id);
    if (body.unlock === true) await stores.attempts.clear(`account:${id}`);
    log.info({ account: id, changed: Object.keys(body), by: by.person }, 'account changed');
    return ok(fresh === null ? view({ ...had, ...change, version: read + 1 }) : { ...view(fresh.account), oneTimePassword: fresh.password });
  });
};

/** Nobody yet: makes the one system administrator. @returns the password to be shown once; null where somebody is there already */
export const firstAccount = async ({ stores }: Pick<ApiDeps, 'stores'>): Promise<{ account: string; password: string } | null> => {
  if (await stores.accounts.any()) return null;
  const { account, password } = await newAccount({ _id: 'admin', person: 'admin', name: '系统管理员', roles: ['systemAdmin'] });
  // Two processes may start at once: the one that comes second shows nothing.
  return (await stores.accounts.insert(account)) ? { account: account._id, password } : null;
};
