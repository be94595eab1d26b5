/** Log-in, sessions, tokens and who sees what: S3, S4 and S14 of quality.md, as far as these go, over HTTP on the real store. */
import { firstAccount } from '../../api/accounts.routes';
import { sha256Hex } from '../../api/auth';
import { rawCollection } from '../../stores/connection';
import type { SessionDocument } from '../../stores/sessions';
import { draft, openOffice, type Office } from '../api/support';
import { makeLogins } from '../../scripts/demo/logins';
import { browsersOf, PASSWORD, type Browsers, type Session } from './support';

jest.setTimeout(120_000);

let office: Office;
let browse: Browsers['browse'];
let logIn: Browsers['logIn'];
let hire: Browsers['hire'];
beforeAll(async () => {
  office = await openOffice();
  ({ browse, logIn, hire } = browsersOf(office));
});
afterAll(() => office.close());

test('the first start makes one administrator, whose one-time password opens nothing but the change of it', async () => {
  const first = await firstAccount(office);
  expect(await firstAccount(office)).toBeNull();
  const { answer, jar } = await logIn(first!.account, first!.password);
  expect([answer.body.roles, answer.body.permissions, answer.body.passwordMustChange]).toEqual([['systemAdmin'], [], true]);
  expect(answer.headers.get('Set-Cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
  expect((await browse('GET', '/api/accounts', jar)).body).toMatchObject({ code: 'passwordMustChange' });
  const change = (next: string) => browse<Session & { errors?: { message: string }[] }>('POST', '/api/session/password', jar, { current: first!.password, next });
  expect((await change('Password123456')).status).toBe(400);
  expect((await change(first!.password)).body.errors?.map(({ message }) => message)).toEqual(['不能与用过的口令相同']);
  const changed = await change(PASSWORD);
  expect([changed.status, changed.body.passwordMustChange]).toEqual([200, false]);
  // The session before the change is over.
  expect((await browse('GET', '/api/session', jar)).status).toBe(401);
});

test('a session needs its token for what changes, ends when idle, and its account or role may be gone at once', async () => {
  await hire('secretary', ['registrar']);
  const { jar } = await logIn('secretary', PASSWORD);
  const register = (csrf?: string) => browse('POST', '/api/commitments', { cookie: jar.cookie, ...(csrf === undefined ? {} : { csrf }) }, draft({ lead: 'gxj' }), { 'Idempotency-Key': `s-${String(csrf).slice(0, 5)}` });
  expect((await register()).body).toMatchObject({ code: 'csrfMissing' });
  expect((await register('wrong')).body).toMatchObject({ code: 'csrfMissing' });
  expect((await register(jar.csrf)).status).toBe(201);
  const of = async () => office.stores.accounts.get('secretary');
  await office.stores.accounts.change('secretary', (await of())!.version, { roles: [] });
  expect((await register(jar.csrf)).status).toBe(403);
  const sessions = rawCollection<SessionDocument>(office.stores.connection, 'sessions');
  const id = sha256Hex(jar.cookie.split('=')[1] ?? '');
  // A page that nobody sits at keeps no log-in alive, nor does its stream; a person's read does.
  const seenAt = new Date(Date.now() - 20 * 60_000);
  const seen = async (): Promise<number | undefined> => (await sessions.findOne({ _id: id }))?.lastSeenAt.getTime();
  await sessions.updateOne({ _id: id }, { $set: { lastSeenAt: seenAt } });
  expect((await browse('GET', '/api/session', jar, undefined, { 'X-Yanxing-Unattended': '1' })).status).toBe(200);
  expect((await fetch(`${office.api.url}/api/events`, { headers: { Cookie: jar.cookie } })).status).toBe(403);
  expect(await seen()).toBe(seenAt.getTime());
  expect((await browse('GET', '/api/session', jar)).status).toBe(200);
  expect(await seen()).toBeGreaterThan(seenAt.getTime());
  await sessions.updateOne({ _id: id }, { $set: { lastSeenAt: new Date(Date.now() - 31 * 60_000) } });
  expect((await browse('GET', '/api/session', jar)).status).toBe(401);
  const again = await logIn('secretary', PASSWORD);
  await office.stores.accounts.change('secretary', (await of())!.version, { active: false });
  expect((await browse('GET', '/api/session', again.jar)).status).toBe(401);
  expect((await logIn('secretary', PASSWORD)).answer.body).toMatchObject({ code: 'loginFailed' });
  // Whoever reads the collections can take nothing over.
  const stored = JSON.stringify([await sessions.find().toArray(), await office.stores.accounts.list()]);
  expect([stored.includes(jar.cookie.split('=')[1] ?? '?'), stored.includes(PASSWORD)]).toEqual([false, false]);
});

test('S14: guesses are locked by account, also when sent at once, with Retry-After; an unknown account gets the same words', async () => {
  await hire('target', ['registrar']);
  const guesses = await Promise.all(Array.from({ length: 12 }, async () => logIn('target', 'nobody-knows')));
  const statuses = guesses.map(({ answer }) => answer.status);
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(7);
  const right = (await logIn('target', PASSWORD)).answer;
  expect(right.status).toBe(429);
  expect(Number(right.headers.get('Retry-After'))).toBeGreaterThan(0);
  const nobody = (await logIn('no-such-person', 'nobody-knows')).answer;
  expect([nobody.status, nobody.body]).toEqual([401, guesses.find(({ answer }) => answer.status === 401)?.answer.body]);
});

test('S3: what belongs to another unit is not there; own matters are; the rest is refused', async () => {
  const { body: own } = await office.call<{ id: string }>('POST', '/api/commitments', { body: draft({ lead: 'sjj', coUnits: ['fgw'] }) });
  const { body: other } = await office.call<{ id: string }>('POST', '/api/commitments', { body: draft({ lead: 'czj' }) });
  // 顾书宁 holds handler@sjj.
  const as = { person: 'gushuning' };
  await office.as('gushuning');
  const account = await office.stores.accounts.get('gushuning');
  await office.stores.accounts.change('gushuning', account!.version, { roles: [] });
  const status = async (method: string, path: string, body?: unknown) => (await office.call(method, path, { ...as, ...(body === undefined ? {} : { body }) })).status;
  expect(await status('GET', `/api/commitments/${own.id}`)).toBe(200);
  expect(await status('GET', `/api/commitments/${other.id}`)).toBe(404);
  expect(await status('POST', `/api/commitments/${other.id}/commands/sign`, { unit: 'czj' })).toBe(404);
  expect(await status('GET', `/api/commitments/${other.id}/evidence/e1/file`)).toBe(404);
  // A part of the matter that is another unit's.
  expect(await status('POST', `/api/commitments/${own.id}/commands/sign`, { unit: 'fgw' })).toBe(403);
  expect(await status('POST', `/api/commitments/${own.id}/commands/terminate`, { reason: '不办了' })).toBe(403);
  expect(await status('POST', '/api/commitments', draft())).toBe(403);
  const { body: list } = await office.call<{ items: { id: string }[] }>('GET', '/api/commitments', as);
  expect(list.items.map(({ id }) => id)).toEqual([own.id]);
  expect((await office.call<{ count: number }>('GET', '/api/commitments/count', as)).body.count).toBe(1);
  expect((await office.call<{ items: unknown[] }>('GET', '/api/sources', as)).body.items).toEqual([]);
});

test('S4: a token is stored hashed, keeps to its scope, and is dead when revoked, expired or made up', async () => {
  await hire('clerk', ['registrar']);
  const { jar } = await logIn('clerk', PASSWORD);
  const { body: made } = await browse<{ id: string; token: string }>('POST', '/api/tokens', jar, { label: '数据平台', scope: ['commitment.read'], days: 30 });
  const bearer = { Authorization: `Bearer ${made.token}` };
  const reads = async (headers: Record<string, string>) => (await office.call('GET', '/api/commitments', { headers })).status;
  expect(await reads(bearer)).toBe(200);
  expect((await office.call('POST', '/api/commitments', { headers: bearer, body: draft() })).status).toBe(403);
  expect(JSON.stringify(await office.stores.tokens.of('clerk'))).not.toContain(made.token);
  // Unsigned, signed with nobody's key, or simply guessed: no form of JWT is a token of ours.
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  for (const alg of ['none', 'HS256', 'RS256']) {
    expect(await reads({ Authorization: `Bearer ${part({ alg, typ: 'JWT' })}.${part({ sub: 'clerk', roles: ['registrar'] })}.${alg === 'none' ? '' : 'c2ln'}` })).toBe(401);
  }
  expect(await reads({ Authorization: `Basic ${Buffer.from(`clerk:${PASSWORD}`).toString('base64')}` })).toBe(401);
  await rawCollection<{ _id: string; expiresAt: Date }>(office.stores.connection, 'apiTokens').updateOne({ _id: made.id }, { $set: { expiresAt: new Date(Date.now() - 1) } });
  expect(await reads(bearer)).toBe(401);
  const { body: second } = await browse<{ id: string; token: string }>('POST', '/api/tokens', jar, { label: '另一个', days: 1 });
  expect(await reads({ Authorization: `Bearer ${second.token}` })).toBe(200);
  expect((await browse('DELETE', `/api/tokens/${second.id}`, jar)).status).toBe(204);
  expect(await reads({ Authorization: `Bearer ${second.token}` })).toBe(401);
});

test('every log-in that the demo tells lets its person in, also one who has acted in it before', async () => {
  await office.as('jianshuyan');
  const told = await makeLogins(office.stores, office.clock.now());
  // One after another: those guesses of before were from this address, which has few at once left.
  const roles: (readonly string[] | undefined)[] = [];
  for (const { account, password } of told) roles.push((await logIn(account, password)).answer.body.roles);
  expect(told.map(({ account, role }, index) => [role, account === 'jianshuyan', roles[index]])).toEqual([
    ['承办人', false, ['handler']], ['单位负责人', false, ['unitHead']], ['督查员', true, ['registrar']], ['市领导', false, ['leader']], ['审核员', false, ['reviewer']],
    ['系统管理员', false, ['systemAdmin']], ['安全管理员', false, ['securityAdmin']], ['审计管理员', false, ['auditAdmin']],
  ]);
});
