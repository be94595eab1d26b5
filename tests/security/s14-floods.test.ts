/** S14 and S9 (quality.md): guesses, made-up tokens, forged requests and slow senders, by address; and what a proxy says of addresses. */
import { connect } from 'node:net';
import { once } from 'node:events';
import { newAccount } from '../../api/accounts.routes';
import { createLog } from '../../api/log';
import { startApi, TIME_OUTS, type RunningApi } from '../../api/server';
import { newLinkKeys } from '../../config/links';
import { parseSettings } from '../../config/settings';
import { rawCollection } from '../../stores/connection';
import { openOffice, type Office } from '../api/support';
import { browsersOf, PASSWORD, type Browsers, type Jar } from './support';

const from = (address: string) => ({ 'X-Forwarded-For': address });
const LIMIT = 20;

let office: Office;
let people: Browsers;
let jar: Jar;
const others: RunningApi[] = [];
/** The same office under other settings. */
const another = async (env: Readonly<Record<string, string>>, timeOuts?: Parameters<typeof startApi>[1]): Promise<RunningApi> => {
  const api = await startApi({ ...office, linkKeys: newLinkKeys(), log: createLog('silent'), settings: parseSettings({ NODE_ENV: 'test', YANXING_PORT: '0', ...env }) }, timeOuts);
  others.push(api);
  return api;
};
beforeAll(async () => {
  office = await openOffice(undefined, { YANXING_WRITES_A_MINUTE: String(LIMIT), YANXING_PROXIES: '1' });
  people = browsersOf(office);
  jar = await people.hire('target', ['registrar']);
});
afterAll(async () => {
  await Promise.all(others.map((api) => api.stop()));
  await office.close();
});

const isLimited = ({ status, headers }: { status: number; headers: Headers }): boolean => status === 429 && Number(headers.get('Retry-After')) >= 1;

test('S14: made-up tokens are refused, then not even looked up, by their address alone; log-ins and other addresses go on', async () => {
  const guess = (address: string) => office.call('GET', '/api/commitments', { headers: { Authorization: 'Bearer made-up-by-somebody-0123456789', ...from(address) } });
  const answers = [];
  for (let n = 0; n < LIMIT + 5; n += 1) answers.push(await guess('203.0.113.1'));
  expect(answers.slice(0, LIMIT).map(({ status }) => status)).toEqual(Array.from({ length: LIMIT }, () => 401));
  expect(answers.slice(LIMIT).every(isLimited)).toBe(true);
  expect((await guess('203.0.113.2')).status).toBe(401);
  expect((await people.browse('GET', '/api/session', jar, undefined, from('203.0.113.1'))).status).toBe(200);
  expect((await office.call('GET', '/api/commitments', { headers: from('203.0.113.2') })).status).toBe(200);
});

test('S14: requests that a page of somebody else\'s makes with the cookie are limited in the same way', async () => {
  const forged = () => people.browse('POST', '/api/commitments', { cookie: jar.cookie }, {}, from('203.0.113.3'));
  const answers = [];
  for (let n = 0; n < LIMIT + 3; n += 1) answers.push(await forged());
  expect(answers.slice(0, LIMIT).every(({ status }) => status === 403)).toBe(true);
  expect(answers.slice(LIMIT).every(isLimited)).toBe(true);
  expect((await people.browse('DELETE', '/api/session', (await people.logIn('target', PASSWORD, from('203.0.113.3'))).jar, undefined, from('203.0.113.3'))).status).toBe(204);
});

test('S14: thirty guesses from one address lock it for every account, and for no other address; a good log-in takes back only itself', async () => {
  const { account, password } = await newAccount({ _id: 'colleague', person: 'colleague', name: '同事', roles: [] });
  await office.stores.accounts.insert(account);
  // Without the limit of requests, which would come first.
  const there = browsersOf({ api: await another({ YANXING_PROXIES: '1', YANXING_WRITES_A_MINUTE: '0' }), stores: office.stores });
  const guess = (n: number) => there.logIn(`nobody-${n}`, 'not this one', from('203.0.113.9'));
  for (let n = 0; n < 29; n += 1) expect((await guess(n)).answer.status).toBe(401);
  expect((await there.logIn('colleague', password, from('203.0.113.9'))).answer.status).toBe(200);
  expect((await guess(30)).answer.status).toBe(401);
  const { answer } = await there.logIn('colleague', password, from('203.0.113.9'));
  expect(isLimited(answer)).toBe(true);
  expect((await there.logIn('colleague', password, from('203.0.113.10'))).answer.status).toBe(200);
});

test('S14: each further failure doubles the wait, up to an hour, and what is tried while locked is not counted', async () => {
  const { attempts } = office.stores;
  const lockout = { free: 5, firstMs: 30_000, longestMs: 3_600_000 };
  const kept = async () => (await rawCollection<{ _id: string; failures: number; until: Date }>(office.stores.connection, 'loginAttempts').findOne({ _id: 'account:doubling' }))!;
  let now = new Date('2026-03-02T01:00:00Z');
  const waits: number[] = [];
  for (let n = 0; n < 13; n += 1) {
    expect(await attempts.begin('account:doubling', now, lockout)).toBeNull();
    const { until } = await kept();
    waits.push((until.getTime() - now.getTime()) / 1_000);
    now = until;
  }
  expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
  expect(await attempts.begin('account:doubling', new Date(now.getTime() - 1), lockout)).toEqual(now);
  expect((await kept()).failures).toBe(13);
});

test('what X-Forwarded-For says is believed as far as there are proxies, and no further', async () => {
  const attempts = rawCollection<{ _id: string }>(office.stores.connection, 'loginAttempts');
  const counted = async (address: string) => (await attempts.findOne({ _id: `address:${address}` })) !== null;
  const bare = browsersOf({ api: await another({ YANXING_PROXIES: '0' }), stores: office.stores });
  await bare.logIn('nobody', 'x', from('198.51.100.1'));
  expect(await counted('198.51.100.1')).toBe(false);
  // The nearest proxy wrote the last one; what stands before it the caller may have made up.
  await people.logIn('nobody', 'x', from('198.51.100.2, 198.51.100.3'));
  expect([await counted('198.51.100.2'), await counted('198.51.100.3')]).toEqual([false, true]);
});

test('how the office runs is shown to this machine and to the system administrator\'s token, to nobody else who comes through a proxy', async () => {
  const get = (path: string, headers: Readonly<Record<string, string>>) => fetch(`${office.api.url}${path}`, { headers }).then(async (answer) => ({ status: answer.status, text: await answer.text() }));
  const token = async (person: string, roles: readonly string[]) => {
    const headers = await office.as(person);
    await office.stores.accounts.change(person, (await office.stores.accounts.get(person))!.version, { roles });
    return { ...headers, ...from('192.0.2.1') };
  };
  const [watcher, registrar] = [await token('watcher', ['systemAdmin']), await token('somebody', ['registrar'])];
  for (const path of ['/metrics', '/health/engine']) {
    expect([path, (await get(path, {})).status, (await get(path, from('192.0.2.1'))).status, (await get(path, from('127.0.0.1'))).status, (await get(path, registrar)).status, (await get(path, watcher)).status]).toEqual([path, 200, 401, 401, 403, 200]);
  }
  expect((await get('/metrics', {})).text).toContain('yanxing_outbox_oldest_seconds 0');
  expect(JSON.parse((await get('/health/engine', watcher)).text)).toMatchObject({ outbox: { waiting: 0, deferred: 0, oldest: null }, queues: [{ workers: 0 }, { workers: 0 }] });
  for (const path of ['/health/live', '/health/ready']) expect((await get(path, from('192.0.2.1'))).status).toBe(200);
});

test('S9: who sends a head or a body drop by drop is cut off, and an honest upload has its quarter of an hour', async () => {
  const { url } = await another({}, { headersTimeout: 150, requestTimeout: 400, connectionsCheckingInterval: 20 });
  const { port, hostname } = new URL(url);
  const drip = async (text: string): Promise<string> => {
    const socket = connect(Number(port), hostname);
    let told = '';
    socket.on('data', (part: Buffer) => { told += part.toString('latin1'); });
    await once(socket, 'connect');
    const drops = setInterval(() => socket.write('a'), 20);
    socket.on('error', () => undefined);
    socket.write(text);
    await once(socket, 'close');
    clearInterval(drops);
    return told;
  };
  const head = `POST /api/session HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\n`;
  expect(await drip(`${head}X-Slow: `)).toMatch(/^HTTP\/1\.1 408 /);
  expect(await drip(`${head}Content-Length: 100000\r\n\r\n{"account":"`)).toMatch(/^HTTP\/1\.1 408 /);
  expect(TIME_OUTS.headersTimeout).toBeLessThan(TIME_OUTS.requestTimeout);
  expect(TIME_OUTS.requestTimeout / 1_000).toBeGreaterThan((100 * 8 * 1024 * 1024) / 1_000_000);
});

test('behind TLS the cookie is this host\'s alone; a log-in ends when its hours are over, however busy it was', async () => {
  const secure = await another({ YANXING_PUBLIC_URL: 'https://ducha.example.gov.cn' });
  const { answer } = await browsersOf({ api: secure, stores: office.stores }).logIn('target', PASSWORD);
  expect(answer.headers.get('Set-Cookie')).toMatch(/^__Host-yanxing=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  const cookie = (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
  const session = () => fetch(`${secure.url}/api/session`, { headers: { Cookie: cookie } }).then(({ status }) => status);
  expect(await session()).toBe(200);
  const ended = await rawCollection<{ _id: string; account: string; expiresAt: Date }>(office.stores.connection, 'sessions').updateMany({ account: 'target' }, { $set: { expiresAt: new Date(Date.now() - 1) } });
  expect(ended.modifiedCount).toBeGreaterThan(0);
  expect(await session()).toBe(401);
});

test('dengbao: a password of ninety days opens nothing but the change of it, and none of the last five comes back', async () => {
  const strict = browsersOf({ api: await another({ YANXING_PASSWORD_PROFILE: 'dengbao' }), stores: office.stores });
  const { account, password } = await newAccount({ _id: 'official', person: 'official', name: '干部', roles: ['registrar'] });
  await office.stores.accounts.insert({ ...account, mustChange: false });
  const change = async (current: string, next: string) => {
    const { jar: mine } = await strict.logIn('official', current);
    return strict.browse<{ errors?: { message: string }[] }>('POST', '/api/session/password', mine, { current, next });
  };
  expect((await change(password, 'onlyletters')).body.errors?.map(({ message }) => message)).toEqual(['应含大写字母、小写字母、数字、其他符号中的至少3种']);
  const series = [password, ...[1, 2, 3, 4, 5].map((n) => `Chun-Mian-${n}-jue`)];
  for (let n = 1; n < series.length; n += 1) expect((await change(series[n - 1]!, series[n]!)).status).toBe(200);
  expect((await change(series[5]!, series[1]!)).body.errors?.map(({ message }) => message)).toEqual(['不能与用过的口令相同']);
  const aged = async (days: number) => {
    const { version } = (await office.stores.accounts.get('official'))!;
    await office.stores.accounts.change('official', version, { passwordChangedAt: new Date(Date.now() - days * 86_400_000) });
    const { jar: mine, answer } = await strict.logIn('official', series[5]!);
    return [answer.body.passwordMustChange, (await strict.browse<{ code?: string }>('GET', '/api/commitments', mine)).body.code ?? 'let in'];
  };
  expect([await aged(89), await aged(91)]).toEqual([[false, 'let in'], [true, 'passwordMustChange']]);
});
