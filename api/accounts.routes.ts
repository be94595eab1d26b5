/** Staff accounts: system administrators make them, security administrators grant, nobody grants to himself. */
import { z } from 'zod';
import { instantSchema } from '../domain/state';
import type { AccountDocument } from '../stores/accounts';
import { conflictingRoles, mayDo, ROLE_NAMES, ROLES, type Principal, type Role } from './access';
import { loginOf, principalOf } from './auth';
import type { ApiDeps } from './deps';
import { idSchema } from './fields';
import { hashPassword, oneTimePassword } from './passwords';
import { Problem } from './problems';
import { ok, route, type ApiRouter } from './route';
import { accountSchema } from './session.routes';

const name = z.string().trim().min(1, '不能为空').max(100, '不超过100字');
const roles = z.array(z.enum(ROLES)).max(ROLES.length).transform((given) => [...new Set(given)]);
const createSchema = z.strictObject({ account: accountSchema, person: idSchema, name, roles: roles.default([]) });
const changeSchema = z.strictObject({ name: name.optional(), active: z.boolean().optional(), roles: roles.optional(), resetPassword: z.literal(true).optional(), unlock: z.literal(true).optional() });

const accountAnswer = z.strictObject({
  account: z.string(), person: z.string(), name: z.string(), roles: z.array(z.enum(ROLES)), active: z.boolean(), mustChange: z.boolean(), passwordChangedAt: instantSchema, version: z.int(),
}).meta({ id: 'Account' });
const shownOnce = z.string().describe('一次性口令，只显示这一次；首次登录须修改');
const view = ({ _id, person, name: shown, roles: held, active, mustChange, passwordChangedAt, version }: AccountDocument) =>
  ({ account: _id, person, name: shown, roles: held, active, mustChange, passwordChangedAt: passwordChangedAt.toISOString(), version });

/** A new account with a password to be told to the person once. */
export const newAccount = async (fields: Pick<AccountDocument, '_id' | 'person' | 'name' | 'roles'>): Promise<{ account: AccountDocument; password: string }> => {
  const password = oneTimePassword();
  return {
    password,
    account: { ...fields, password: await hashPassword(password), mustChange: true, passwordChangedAt: new Date(), formerPasswords: [], active: true, version: 1 },
  };
};

/**
 * The first start makes one system administrator; as long as there is no security administrator, he may grant.
 * @throws Problem 403, 422
 */
const checkGrant = async ({ stores }: ApiDeps, granter: Principal, person: string, given: readonly Role[]): Promise<void> => {
  const alone = granter.roles.includes('systemAdmin') && !(await stores.accounts.anyWith('securityAdmin'));
  if (!mayDo(granter, 'account.grant') && !alone) throw new Problem('forbidden', { detail: '授予角色由安全管理员办理' });
  if (granter.person === person) throw new Problem('forbidden', { detail: '不能为自己授予角色' });
  const both = conflictingRoles(given);
  if (both.length > 0) throw new Problem('rolesConflict', { detail: `${both.map((role) => ROLE_NAMES[role]).join('、')}不得由同一人担任` });
};

export const accountRoutes = (api: ApiRouter): void => {
  const { deps } = api;
  const { stores, log } = deps;

  route(api, {
    method: 'get', path: '/api/accounts', summary: '账号和角色', tag: '账号', action: 'account.read', answers: { 200: z.strictObject({ items: z.array(accountAnswer), roles: z.array(z.strictObject({ role: z.enum(ROLES), name: z.string() })) }) },
  }, async () => ok({ items: (await stores.accounts.list()).map(view), roles: ROLES.map((role) => ({ role, name: ROLE_NAMES[role] })) }));

  // No Idempotency-Key: its kept answer would keep the password. A repeated request meets 409.
  route(api, {
    method: 'post', path: '/api/accounts', summary: '新建账号', tag: '账号', action: 'account.edit', body: createSchema, answers: { 201: accountAnswer.extend({ self: z.string(), oneTimePassword: shownOnce }) },
  }, async ({ body }, { request }) => {
    if (body.roles.length > 0) await checkGrant(deps, principalOf(request), body.person, body.roles);
    const { account, password } = await newAccount({ _id: body.account, person: body.person, name: body.name, roles: body.roles });
    if (!(await stores.accounts.insert(account))) throw new Problem('accountExists');
    log.info({ account: account._id, roles: account.roles, by: principalOf(request).person }, 'account made');
    return { status: 201, body: { self: `/api/accounts/${account._id}`, ...view(account), oneTimePassword: password } };
  });

  route(api, {
    method: 'patch', path: '/api/accounts/:account', summary: '修改账号：姓名、启用停用、角色、重置口令、解除锁定', tag: '账号', action: 'account.read', ifMatch: 'required',
    params: z.strictObject({ account: accountSchema }), body: changeSchema, answers: { 200: accountAnswer.extend({ oneTimePassword: shownOnce.optional() }) },
  }, async ({ params: { account: id }, body }, { request, version }) => {
    const by = principalOf(request);
    const had = await stores.accounts.get(id);
    if (!had) throw new Problem('notFound', { detail: `没有账号“${id}”` });
    const edits = body.name !== undefined || body.active !== undefined || body.resetPassword === true;
    if (edits && !mayDo(by, 'account.edit')) throw new Problem('forbidden');
    if (body.unlock === true && !mayDo(by, 'account.unlock')) throw new Problem('forbidden');
    if (body.roles !== undefined) await checkGrant(deps, by, had.person, body.roles);
    // Who switches himself off may leave nobody to switch him on.
    if (body.active === false && loginOf(request).account._id === id) throw new Problem('forbidden', { detail: '不能停用自己的账号' });
    const fresh = body.resetPassword === true ? await newAccount(had) : null;
    const change = {
      ...(body.name === undefined ? {} : { name: body.name }), ...(body.active === undefined ? {} : { active: body.active }), ...(body.roles === undefined ? {} : { roles: body.roles }),
      ...(fresh === null ? {} : { password: fresh.account.password, mustChange: true, passwordChangedAt: fresh.account.passwordChangedAt }),
    };
    const read = version ?? had.version;
    if (!(await stores.accounts.change(id, read, change))) throw new Problem('versionStale');
    if (body.active === false || fresh !== null) await stores.sessions.removeOf(id);
    if (body.unlock === true) await stores.attempts.clear(`account:${id}`);
    log.info({ account: id, changed: Object.keys(body), by: by.person }, 'account changed');
    return ok({ ...view({ ...had, ...change, version: read + 1 }), ...(fresh === null ? {} : { oneTimePassword: fresh.password }) });
  });
};

/** Nobody yet: makes the one system administrator. @returns the password to be shown once; null where somebody is there already */
export const firstAccount = async ({ stores }: Pick<ApiDeps, 'stores'>): Promise<{ account: string; password: string } | null> => {
  if (await stores.accounts.any()) return null;
  const { account, password } = await newAccount({ _id: 'admin', person: 'admin', name: '系统管理员', roles: ['systemAdmin'] });
  // Two processes may start at once: the one that comes second shows nothing.
  return (await stores.accounts.insert(account)) ? { account: account._id, password } : null;
};
