/** 三员分立 (quality.md, 8.1.4.2): none of the three comes by what is another's, nor a registrar by what is a leader's. */
import { firstAccount } from '../../api/accounts.routes';
import type { Role } from '../../api/access';
import { startApi } from '../../api/server';
import { createLog } from '../../api/log';
import { newLinkKeys } from '../../config/links';
import { parseSettings } from '../../config/settings';
import { gainersOf } from '../../domain/organisation';
import { POST_NAMES } from '../../domain/vocabulary';
import { resetAtTheMachine } from '../../scripts/reset-password';
import { csv } from '../../api/spreadsheet';
import { sha256Hex } from '../../api/auth';
import { openOffice, type Office } from '../api/support';
import { browsersOf, PASSWORD, type Browsers, type Jar } from './support';

interface Listed { readonly grants: boolean; readonly items: readonly { readonly account: string; readonly version: number; readonly tokens: number; readonly may: readonly string[] }[] }

let office: Office;
let people: Browsers;
let system: Jar;
let security: Jar;
beforeAll(async () => {
  office = await openOffice();
  people = browsersOf(office);
});
afterAll(() => office.close());

const list = async (jar: Jar) => (await people.browse<Listed>('GET', '/api/accounts', jar)).body;
const patch = async (jar: Jar, account: string, body: Record<string, unknown>) => {
  const { version } = (await office.stores.accounts.get(account))!;
  return people.browse<{ code?: string; oneTimePassword?: string }>('PATCH', `/api/accounts/${account}`, jar, body, { 'If-Match': `"${version}"` });
};
const make = (jar: Jar, account: string, roles: readonly Role[] = []) => people.browse<{ oneTimePassword: string; code?: string }>('POST', '/api/accounts', jar, { account, person: account, name: account, roles });
/** With the one-time password that was told, and then one of his own. */
const settle = async (account: string, oneTime: string): Promise<Jar> => {
  const { jar } = await people.logIn(account, oneTime);
  expect((await people.browse('POST', '/api/session/password', jar, { current: oneTime, next: PASSWORD })).status).toBe(200);
  return (await people.logIn(account, PASSWORD)).jar;
};

test('the first start: the one administrator makes accounts and grants until there is a security administrator, then no more', async () => {
  const first = await firstAccount(office);
  system = await settle(first!.account, first!.password);
  expect((await list(system)).grants).toBe(true);
  expect((await make(system, 'both', ['systemAdmin', 'auditAdmin'])).body.code).toBe('rolesConflict');
  security = await settle('guard', (await make(system, 'guard', ['securityAdmin'])).body.oneTimePassword);
  expect((await make(system, 'third', ['auditAdmin'])).status).toBe(403);
  expect((await make(system, 'third')).status).toBe(201);
  expect([(await list(system)).grants, (await list(security)).grants]).toEqual([false, true]);
  expect((await patch(security, 'third', { roles: ['auditAdmin'] })).status).toBe(200);
  expect((await patch(security, 'guard', { roles: ['securityAdmin', 'registrar'] })).status).toBe(403);
  expect((await people.browse('GET', '/api/commitments', security)).status).toBe(403);
});

test('whoever goes by an account as it stood before is told who has changed it since', async () => {
  const { version } = (await office.stores.accounts.get('third'))!;
  expect((await patch(system, 'third', { unlock: true })).status).toBe(403);
  expect((await patch(security, 'third', { unlock: true })).status).toBe(200);
  const late = await people.browse<{ detail: string; changedBy: { person: string } }>('PATCH', '/api/accounts/third', security, { unlock: true }, { 'If-Match': `"${version}"` });
  expect([late.status, late.headers.get('ETag'), late.body.changedBy.person]).toEqual([412, `"${version + 1}"`, 'guard']);
  expect(late.body.detail).toMatch(/，由guard于.+更新$/);
});

test('the system administrator neither resets nor switches off nor renames an administrator, and what he may do is told beside each account', async () => {
  for (const account of ['guard', 'third', 'admin']) {
    for (const body of [{ resetPassword: true }, { active: false }, { name: '另一人' }]) {
      const { status, text } = await patch(system, account, body);
      expect([account, status, text.includes('oneTimePassword')]).toEqual([account, 403, false]);
    }
  }
  const { items } = await list(system);
  expect(Object.fromEntries(items.map(({ account, may }) => [account, may]))).toEqual({ admin: [], guard: [], third: [] });
  await make(system, 'clerk');
  expect((await list(system)).items.find(({ account }) => account === 'clerk')?.may).toEqual(['edit']);
  expect((await patch(system, 'clerk', { resetPassword: true })).body.oneTimePassword).toMatch(/-/);
  // He does not come to granting again by the last security administrator being switched off, as an older release let him.
  const guard = (await office.stores.accounts.get('guard'))!;
  await office.stores.accounts.change('guard', guard.version, { active: false });
  expect((await patch(system, 'third', { roles: [] })).status).toBe(403);
  await office.stores.accounts.change('guard', guard.version + 1, { active: true });
});

test('a security administrator resets the other administrators, never himself: that is another one\'s, or done at the server and written down', async () => {
  expect((await patch(security, 'third', { resetPassword: true })).status).toBe(200);
  expect((await patch(security, 'guard', { resetPassword: true })).status).toBe(403);
  const oneTime = await resetAtTheMachine(office.stores, 'guard', 180, 'root@server');
  expect((await people.browse('GET', '/api/session', security)).status).toBe(401);
  security = await settle('guard', oneTime);
  expect(await office.stores.audit.page({ object: 'guard', action: 'account.edit' }, 1)).toMatchObject([{ name: '服务器命令行', address: 'root@server', detail: '在服务器上重置口令', status: 200 }]);
  await expect(resetAtTheMachine(office.stores, 'no-such-account', 180, 'root@server')).rejects.toThrow('没有账号“no-such-account”');
});

test('tokens end with a password reset and with a switched-off account; the security administrator sees how many there are, and revokes them', async () => {
  const integrator = await people.hire('integrator', ['registrar']);
  const token = async () => (await people.browse<{ token: string }>('POST', '/api/tokens', (await people.logIn('integrator', PASSWORD)).jar, { label: '数据平台', days: 30 })).body.token;
  const works = async (secret: string) => (await office.call('GET', '/api/commitments', { headers: { Authorization: `Bearer ${secret}` } })).status === 200;
  const [one, two] = [await token(), await token()];
  expect([await works(one), await works(two), (await list(security)).items.find(({ account }) => account === 'integrator')?.tokens]).toEqual([true, true, 2]);
  expect((await patch(system, 'integrator', { revokeTokens: true })).status).toBe(403);
  expect(await works(one)).toBe(true);
  expect((await patch(security, 'integrator', { revokeTokens: true })).status).toBe(200);
  expect([await works(one), await works(two), (await list(security)).items.find(({ account }) => account === 'integrator')?.tokens]).toEqual([false, false, 0]);
  // The log-in goes on: only the tokens were lost.
  expect((await people.browse('GET', '/api/session', integrator)).status).toBe(200);
  const three = await token();
  expect((await patch(system, 'integrator', { active: false })).status).toBe(200);
  expect((await patch(system, 'integrator', { active: true })).status).toBe(200);
  expect(await works(three)).toBe(false);
  const four = await token();
  expect((await patch(system, 'integrator', { resetPassword: true })).status).toBe(200);
  expect(await works(four)).toBe(false);
});

test('nobody appoints himself to a post or keeps himself in one, and nobody appoints an administrator, by form or by file', async () => {
  const version = async (): Promise<number> => (await office.call<{ version: number }>('GET', '/api/organisation')).body.version;
  const put = async (path: string, body: unknown, as: { jar?: Jar; person?: string }) => {
    const headers = { 'If-Match': `"${await version()}"` };
    return as.jar ? people.browse<{ code?: string; detail?: string }>('PUT', `/api/organisation/${path}`, as.jar, body, headers) : office.call<{ code?: string; detail?: string }>('PUT', `/api/organisation/${path}`, { body, headers, ...as });
  };
  // He may read in all the rest of the office.
  expect((await put('people/admin', { name: '系统管理员', mail: '' }, { jar: system })).status).toBe(200);
  expect((await put('people/third', { name: '审计', mail: '' }, { jar: system })).status).toBe(200);
  expect((await put('people/newcomer', { name: '新人', mail: 'newcomer@example.gov.invalid' }, { jar: system })).status).toBe(200);
  expect((await put('holdings', { post: 'registrar', person: 'newcomer', from: '2026-03-01', to: null }, { jar: system })).status).toBe(200);
  expect((await put('holdings', { post: 'registrar', person: 'admin', from: '2026-03-01', to: null }, { jar: system })).body).toMatchObject({ code: 'forbidden', detail: '不能为自己安排或延长任职' });
  expect((await put('holdings', { post: 'registrar', person: 'third', from: '2026-03-01', to: null }, { jar: system })).body).toMatchObject({ code: 'forbidden' });
  // 简书言 holds the registrar's post.
  const registrar = { person: 'jianshuyan' };
  for (const post of ['sponsor@szf', 'reviewer']) expect((await put('holdings', { post, person: 'jianshuyan', from: '2026-03-01', to: null }, registrar)).status).toBe(403);
  // Nor by making his own post another one.
  expect((await put('posts/registrar', { kind: 'sponsor', unit: null, name: '分管副市长' }, registrar)).status).toBe(403);
  expect((await put('posts/registrar', { kind: 'registrar', unit: null, name: '督查专员' }, registrar)).status).toBe(200);
  const octets = { 'Content-Type': 'application/octet-stream' };
  const table = csv(['单位编号', '岗位类别', '人员编号', '任职日期'].map((title) => ({ title, width: 12 })), [[null, POST_NAMES.reviewer, 'jianshuyan', '2026-03-01']]);
  const seen = await office.call<{ faults: { message: string }[] }>('POST', '/api/organisation/preview', { raw: table, key: null, headers: octets, ...registrar });
  expect(seen.body.faults).toMatchObject([{ message: 'jianshuyan：不能为自己安排或延长任职' }]);
  expect((await office.call('POST', '/api/organisation/import', { raw: table, key: null, headers: { ...octets, 'If-Match': `"${await version()}"` }, ...registrar })).status).toBe(400);
  expect((await office.stores.organisation.postsHeldBy('jianshuyan', '2026-03-02')).map(({ id }) => id)).toEqual(['registrar']);
});

test('of a grant and of a change of the office the audit has old and new; of a list, by what it was sieved; and all of it in words', async () => {
  const headers = await office.as('looker');
  await office.stores.accounts.change('looker', 1, { roles: ['auditAdmin'] });
  await office.call('GET', '/api/commitments?lead=sjj&find=平台');
  await office.call('GET', '/api/commitments', { headers: { Authorization: 'Bearer made-up-by-somebody-0123456789' } });
  const read = async (query: string) => (await office.call<{ items: { detail: string | null; actionName: string; operationName: string; status: number; person: string | null }[]; actions: { action: string; name: string }[] }>('GET', `/api/audit?limit=200&${query}`, { headers })).body;
  const details = async (query: string) => (await read(query)).items.map(({ detail }) => detail);
  expect(await details('object=third')).toContain('另授角色：无 → 审计管理员');
  expect(await details('object=third')).toContain('重置口令');
  expect(await details('object=integrator')).toContain('吊销全部接口令牌');
  expect(await details('action=organisation.edit&person=admin')).toEqual(expect.arrayContaining(['人员newcomer：无 → 新人 newcomer@example.gov.invalid', '任职registrar newcomer 2026-03-01起：无 → 在任']));
  expect((await details('action=organisation.edit&person=jianshuyan')).some((detail) => detail?.endsWith('不能为自己安排或延长任职'))).toBe(true);
  expect((await details('action=commitment.read'))[0]).toBe('查询条件：lead=sjj&find=平台');
  expect((await read('action=turnedAway')).items[0]).toMatchObject({ status: 401, person: null, object: '/api/commitments', actionName: '被拦下的请求', operationName: '台账：按条件列出事项' });
  const { items, actions } = await read('');
  for (const words of [...items.flatMap(({ actionName, operationName }) => [actionName, operationName]), ...actions.map(({ name }) => name)]) expect(words).toMatch(/\p{Script=Han}/u);
  // A flood from one address does not fill the disk.
  for (let n = 0; n < 130; n += 1) await office.call('GET', '/api/commitments', { headers: { Authorization: 'Bearer made-up-by-somebody-0123456789' } });
  const flood = await details('action=turnedAway');
  expect(flood.length).toBeLessThan(131);
  expect(flood.some((detail) => detail?.includes('此后一分钟内，同一来处被拒的请求不再逐条记录'))).toBe(true);
});

test('only what goes beyond what was held counts as gained', () => {
  const post = { id: 'p', kind: 'handler', unit: 'u', name: '承办' } as const;
  const held = (from: string, to: string | null, kind: 'handler' | 'reviewer' = 'handler') =>
    ({ units: [{ id: 'u', name: '单位', aliases: [], shortForms: [] }], posts: [{ ...post, kind }], people: [{ id: 'a', name: '甲', mail: '' }], holdings: [{ post: 'p', person: 'a', from, to }] });
  const before = held('2026-01-01', '2026-06-30');
  const gained = [held('2026-01-01', '2026-06-30'), held('2026-02-01', '2026-05-31'), held('2026-01-01', null), held('2025-12-31', '2026-06-30'), held('2026-01-01', '2026-06-30', 'reviewer')].map((after) => gainersOf(before, after).size);
  expect(gained).toEqual([0, 0, 1, 1, 1]);
});

test('a log-in by a provider whose groups no longer go with the account\'s roles is told so once, and over; a provider that brings security administrators leaves the system administrator nothing to grant', async () => {
  const account = 'third';
  expect((await office.stores.accounts.get(account))!.roles).toEqual(['auditAdmin']);
  const secret = 'a-secret-of-the-test-0123456789';
  await office.stores.sessions.insert({ _id: sha256Hex(secret), account, via: 'oidc', roles: ['systemAdmin'], lastSeenAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) });
  const jar = { cookie: `yanxing=${secret}` };
  expect((await people.browse('GET', '/api/audit', jar)).body).toMatchObject({ code: 'rolesConflict' });
  expect((await people.browse('GET', '/api/audit', jar)).status).toBe(401);

  const other = await openOffice();
  try {
    const api = await startApi({
      ...other, linkKeys: newLinkKeys(), log: createLog('silent'),
      settings: parseSettings({ NODE_ENV: 'test', YANXING_PORT: '0', YANXING_OIDC_ISSUER: 'http://127.0.0.1:9', YANXING_OIDC_CLIENT_ID: 'y', YANXING_OIDC_CLIENT_SECRET: 's', YANXING_OIDC_ROLES: 'anquan=securityAdmin' }),
    });
    const there = browsersOf({ api, stores: other.stores });
    const alone = await there.hire('alone', ['systemAdmin']);
    expect((await there.browse<Listed>('GET', '/api/accounts', alone)).body.grants).toBe(false);
    await api.stop();
  } finally {
    await other.close();
  }
});
