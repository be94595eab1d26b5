/**
 * Log-in by an identity provider: the whole way against a real one in a process of its own; S4 and S13 (quality.md) against one
 * that lies.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { AddressInfo } from 'node:net';
import { rolesOfGroups } from '../../api/oidc';
import { startApi, type RunningApi } from '../../api/server';
import { createLog } from '../../api/log';
import { newLinkKeys } from '../../config/links';
import { parseSettings } from '../../config/settings';
import { sha256Hex } from '../../api/auth';
import { rawCollection } from '../../stores/connection';
import type { SessionDocument } from '../../stores/sessions';
import { openOffice, until, type Office } from '../api/support';
import { startRogue, type Lie, type Rogue } from '../support/rogue-provider';

const SECRET = 'a-secret-of-the-test';
const ROLES = 'ducha=registrar,shenhe=reviewer,xitong=systemAdmin,shenji=auditAdmin';

/** As a browser keeps them: by name, sent to every address of the test. */
class Jar {
  private readonly cookies = new Map<string, string>();
  constructor(initial: Readonly<Record<string, string>> = {}) {
    Object.entries(initial).forEach(([name, value]) => this.cookies.set(name, value));
  }
  get header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
  async get(url: string): Promise<Response> {
    const response = await fetch(url, { redirect: 'manual', headers: { Cookie: this.header } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
  /** Follows until an address of `host` answers with something else than the way on. */
  async follow(url: string, stopAt: (url: string) => boolean): Promise<{ url: string; response: Response }> {
    for (let hops = 0; hops < 12; hops += 1) {
      const response = await this.get(url);
      const location = response.headers.get('Location');
      if (location === null) return { url, response };
      url = new URL(location, url).href;
      if (stopAt(url)) return { url, response };
    }
    throw new Error('too many hops');
  }
}

describe('log-in by an identity provider', () => {
  let office: Office;
  let provider: ChildProcess;
  let said: Interface;
  let rogue: Rogue;
  let api: RunningApi;
  let lying: RunningApi;
  /** Its provider gives no refresh tokens. */
  let brief: RunningApi;
  const freePort = async (): Promise<number> => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return port;
  };
  const serve = async (issuer: string, port: number, client = 'yanxing'): Promise<RunningApi> => startApi({
    stores: office.stores, temporal: office.temporal, clock: office.clock, metrics: office.metrics, linkKeys: newLinkKeys(), log: createLog('silent'),
    settings: parseSettings({ NODE_ENV: 'test', YANXING_PORT: String(port), YANXING_READS_A_MINUTE: '0', YANXING_OIDC_ISSUER: issuer, YANXING_OIDC_CLIENT_ID: client, YANXING_OIDC_CLIENT_SECRET: SECRET, YANXING_OIDC_ROLES: ROLES }),
  });
  beforeAll(async () => {
    office = await openOffice();
    for (const person of ['jianshuyan', 'shenji', 'liangjian', 'gushuning']) {
      await office.as(person);
      await office.stores.accounts.change(person, (await office.stores.accounts.get(person))!.version, { roles: [] });
    }
    const [port, briefPort] = [await freePort(), await freePort()];
    provider = spawn(process.execPath, [join(__dirname, '../support/oidc-provider.mjs'), ...[port, briefPort].map((one) => `http://127.0.0.1:${one}/api/oidc/callback`)], { stdio: ['pipe', 'pipe', 'ignore'] });
    said = createInterface({ input: provider.stdout! });
    const issuer = await new Promise<string>((resolve, reject) => {
      said.once('line', (line) => resolve(line.replace(/^issuer /, '')));
      provider.once('exit', (code) => reject(new Error(`the provider ended with ${String(code)}`)));
    });
    api = await serve(issuer, port);
    brief = await serve(issuer, briefPort, 'briefly');
    rogue = await startRogue('yanxing', SECRET);
    lying = await serve(rogue.issuer, 0);
  });
  afterAll(async () => {
    await api.stop();
    await lying.stop();
    await brief.stop();
    await rogue.stop();
    provider.kill();
    await office.close();
  });

  /** Tells the provider something, and waits until it has heard. */
  const tell = async (line: string): Promise<void> => {
    const heard = once(said, 'line');
    provider.stdin!.write(`${line}\n`);
    await heard;
  };
  const logIn = async (who: string, next = '/ledger', at = api) => {
    const jar = new Jar({ who });
    const { url, response } = await jar.follow(`${at.url}/api/oidc/start?next=${encodeURIComponent(next)}`, (to) => to === `${at.url}${next}`);
    return { jar, url, response };
  };
  const session = async (jar: Jar) => {
    const answer = await jar.get(`${api.url}/api/session`);
    return { status: answer.status, body: await answer.json() as { roles?: string[]; via?: string; person?: string; csrfToken?: string } };
  };

  it('leads there with PKCE and back to where the person was going, with the roles of groups and of posts', async () => {
    const started = await new Jar().get(`${api.url}/api/oidc/start`);
    const query = new URL(started.headers.get('Location') ?? '').searchParams;
    expect([query.get('code_challenge_method'), (query.get('code_challenge') ?? '').length, (query.get('nonce') ?? '').length > 20]).toEqual(['S256', 43, true]);
    const { jar, url } = await logIn('jianshuyan');
    expect(url).toBe(`${api.url}/ledger`);
    expect((await session(jar)).body).toMatchObject({ person: 'jianshuyan', via: 'oidc', roles: ['registrar'] });
    const entered = { person: 'jianshuyan', action: 'GET /api/oidc/callback' };
    await until(async () => (await office.stores.audit.page(entered, 1)).length > 0, 'the log-in in the audit');
    expect(await office.stores.audit.page(entered, 2)).toMatchObject([{ via: 'oidc', object: 'jianshuyan', status: 302, detail: '统一认证带来的角色：督查员' }]);
    // 顾书宁 is in no group, but holds a post.
    expect((await session((await logIn('gushuning')).jar)).body).toMatchObject({ person: 'gushuning', roles: ['handler'] });
    expect(rolesOfGroups([['a', 'registrar'], ['b', 'reviewer'], ['c', 'nonsense']], ['b', 'c', 'x'])).toEqual(['reviewer']);
  });

  it('lets nobody in whom this office does not know, or whose groups bring administrators that exclude each other', async () => {
    const told = async (who: string) => (await (await logIn(who)).response.json() as { code: string }).code;
    expect([await told('stranger'), await told('liangjian')]).toEqual(['loginFailed', 'rolesConflict']);
    const refused = async () => (await office.stores.audit.page({ action: 'GET /api/oidc/callback' }, 50)).filter(({ person }) => person === null);
    await until(async () => (await refused()).length === 2, 'both refusals in the audit');
    expect(await refused()).toMatchObject([{ status: 422, object: null }, { status: 401, object: 'stranger', detail: '本系统没有与此身份对应的账号' }]);
    expect(JSON.stringify(await office.stores.audit.page({}, 500))).not.toMatch(/code=|state=/);
  });

  const sessions = () => rawCollection<SessionDocument>(office.stores.connection, 'sessions');
  const sessionIn = (jar: Jar) => sessions().findOne({ _id: sha256Hex(/yanxing=([^;]+)/.exec(jar.header)?.[1] ?? '') });
  /** As if that many minutes had passed since the provider was last asked. */
  const passed = async (jar: Jar, minutes: number): Promise<void> => {
    await sessions().updateOne({ _id: (await sessionIn(jar))?._id ?? '' }, { $set: { 'renewal.confirmedAt': new Date(Date.now() - minutes * 60_000) } });
  };
  const MANY = Array.from({ length: 6 });

  it('asks the provider again after a quarter of an hour: a group that was taken away is gone, one that was given has come', async () => {
    await tell('groups gushuning ducha');
    const { jar } = await logIn('gushuning');
    await tell('groups gushuning');
    await passed(jar, 14);
    expect((await session(jar)).body.roles).toEqual(['registrar', 'handler']);
    await passed(jar, 16);
    // A page asks for much at once; each refresh token is good once, so one asks the provider and all go by its answer.
    expect(await Promise.all(MANY.map(async () => (await session(jar)).body.roles))).toEqual(MANY.map(() => ['handler']));
    expect((await jar.get(`${api.url}/api/policies/form`)).status).toBe(403);
    await tell('groups gushuning shenhe');
    await passed(jar, 16);
    expect((await session(jar)).body).toMatchObject({ person: 'gushuning', roles: ['reviewer', 'handler'] });
    const kept = await sessionIn(jar);
    expect(Date.now() - (kept?.renewal?.confirmedAt.getTime() ?? 0)).toBeLessThan(60_000);
    // Whoever reads the store finds no token that the provider would take.
    expect(kept?.renewal?.token).toMatch(/^[\w-]{60,}$/);
  });

  it('while the provider is away nobody is vouched for: 503, nothing lost; an account and its password still let in', async () => {
    const { jar } = await logIn('jianshuyan');
    await tell('away');
    expect((await session(jar)).status).toBe(200);
    await passed(jar, 16);
    const refused = await jar.get(`${api.url}/api/commitments`);
    expect([refused.status, refused.headers.get('Retry-After'), (await refused.json() as { detail: string }).detail]).toEqual([503, '10', '统一身份认证暂时不可用，不能核实您现在的职责']);
    expect(await Promise.all(MANY.map(async () => (await session(jar)).status))).toEqual(MANY.map(() => 503));
    expect((await jar.get(`${api.url}/api/oidc`)).status).toBe(200);
    const wrong = await fetch(`${api.url}/api/session`, { method: 'POST', headers: { 'Content-Type': 'application/json', Cookie: jar.header }, body: JSON.stringify({ account: 'jianshuyan', password: 'x' }) });
    expect(wrong.status).toBe(401);
    await tell('back');
    expect((await session(jar)).body).toMatchObject({ person: 'jianshuyan', roles: ['registrar'] });
    // Who leaves need not wait for it.
    const { csrfToken } = (await session(jar)).body;
    await tell('away');
    await passed(jar, 16);
    expect((await fetch(`${api.url}/api/session`, { method: 'DELETE', headers: { Cookie: jar.header, 'X-CSRF-Token': csrfToken ?? '' } })).status).toBe(204);
    await tell('back');
  });

  it('ends the log-in of whom the provider no longer knows, and soon that of whom it cannot be asked about', async () => {
    const { jar } = await logIn('shenji');
    await tell('gone shenji');
    await passed(jar, 16);
    expect([(await session(jar)).status, await sessionIn(jar)]).toEqual([401, null]);
    const unasked = (await logIn('jianshuyan', '/ledger', brief)).jar;
    const kept = await sessionIn(unasked);
    expect(kept?.renewal).toBeUndefined();
    expect(Math.round(((kept?.expiresAt.getTime() ?? 0) - Date.now()) / 60_000)).toBe(60);
  });

  it('goes nowhere but within this office', async () => {
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      expect((await new Jar().get(`${api.url}/api/oidc/start?next=${encodeURIComponent(next)}`)).status).toBe(400);
    }
  });

  it('takes an answer once, and only in the browser that began', async () => {
    const jar = new Jar({ who: 'jianshuyan' });
    const { url } = await jar.follow(`${api.url}/api/oidc/start`, (to) => to.startsWith(`${api.url}/api/oidc/callback`));
    expect((await new Jar().get(url)).status).toBe(401);
    expect((await jar.get(url)).status).toBe(302);
    expect((await jar.get(url)).status).toBe(401);
  });

  /** A log-in at the provider that lies; its ID token is what `lie` makes of it. @returns status of the callback */
  const lied = async (lie: Lie, spoil: (callback: URL) => void = () => undefined): Promise<number> => {
    rogue.now.lie = lie;
    const jar = new Jar();
    const started = await jar.get(`${lying.url}/api/oidc/start`);
    if (started.status !== 302) return started.status;
    const query = new URL(started.headers.get('Location') ?? '').searchParams;
    rogue.now.nonce = query.get('nonce') ?? '';
    const callback = new URL(`${lying.url}/api/oidc/callback`);
    callback.search = new URLSearchParams({ code: 'c', state: query.get('state') ?? '' }).toString();
    spoil(callback);
    return (await jar.get(callback.href)).status;
  };
  const past = Math.floor(Date.now() / 1000) - 3_600;

  it('S4: takes the truth, and none of these', async () => {
    expect(await lied({})).toBe(302);
    const lies: readonly [string, Lie, ((callback: URL) => void)?][] = [
      ['not signed', { header: { alg: 'none' }, signedBy: 'nobody' }], ['signed by the client\'s secret', { header: { alg: 'HS256' }, signedBy: 'secret' }], ['signed by another key', { signedBy: 'otherKey' }],
      ['a key of no such name', { header: { kid: 'k9' }, signedBy: 'otherKey' }], ['a key that it brings along', { header: { kid: 'k9', jku: `${rogue.issuer}/jwks2`, jwk: { kty: 'RSA' } }, signedBy: 'otherKey' }],
      ['for another client', { claims: { aud: 'other' } }], ['for two, of whom another asked', { claims: { aud: ['yanxing', 'other'], azp: 'other' } }], ['of another issuer', { claims: { iss: 'https://evil.example' } }],
      ['expired', { claims: { exp: past } }], ['valid only later', { claims: { nbf: Math.floor(Date.now() / 1000) + 3_600 } }], ['issued later', { claims: { iat: Math.floor(Date.now() / 1000) + 3_600, exp: Math.floor(Date.now() / 1000) + 7_200 } }],
      ['of another log-in', { claims: { nonce: 'other' } }], ['without a name', { claims: { preferred_username: 7 } }], ['a state that is not ours', {}, (callback) => callback.searchParams.set('state', 'x')], ['a refusal', {}, (callback) => callback.searchParams.set('error', 'access_denied')],
    ];
    const taken: string[] = [];
    for (const [name, lie, spoil] of lies) if ((await lied(lie, spoil)) !== 401) taken.push(name);
    expect(taken).toEqual([]);
    // An ID token is for logging in and opens nothing by itself.
    rogue.now.lie = {};
    expect((await fetch(`${lying.url}/api/commitments`, { headers: { Authorization: `Bearer ${rogue.idToken()}` } })).status).toBe(401);
  });

  it('S13: asks nobody but the origin that was named, whatever the discovery document says, and follows no redirection', async () => {
    const inside: string[] = [];
    const secretService = createServer((request, response) => {
      inside.push(request.url ?? '');
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await once(secretService, 'listening');
    const { port } = secretService.address() as AddressInfo;
    try {
      for (const target of [`http://127.0.0.1:${port}`, `http://localhost:${port}`, 'http://169.254.169.254', 'http://[::1]', 'http://10.0.0.1', 'http://2130706433', 'file:///etc/passwd']) {
        for (const [field, path] of [['token_endpoint', '/token'], ['jwks_uri', '/jwks']] as const) {
          // Each tried by a process that has not read the document yet.
          const fresh = await startRogue('yanxing', SECRET);
          fresh.now.lie = { discovery: { [field]: target.startsWith('file') ? target : `${target}${path}` } };
          const server = await serve(fresh.issuer, 0);
          const jar = new Jar();
          const started = await jar.get(`${server.url}/api/oidc/start`);
          const query = new URL(started.headers.get('Location') ?? 'x:').searchParams;
          fresh.now.nonce = query.get('nonce') ?? '';
          const ended = await jar.get(`${server.url}/api/oidc/callback?code=c&state=${query.get('state') ?? ''}`);
          expect([target, field, ended.status]).toEqual([target, field, 401]);
          await server.stop();
          await fresh.stop();
        }
      }
      const turned = await startRogue('yanxing', SECRET);
      turned.now.lie = { redirect: { path: '/.well-known/openid-configuration', to: `http://127.0.0.1:${port}/` } };
      const server = await serve(turned.issuer, 0);
      expect((await new Jar().get(`${server.url}/api/oidc/start`)).status).toBe(503);
      // Whoever came by the button reads what is the matter, and goes back.
      const page = await fetch(`${server.url}/api/oidc/start`, { headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
      expect([page.status, page.headers.get('Content-Type'), page.headers.get('Retry-After')]).toEqual([503, 'text/html; charset=utf-8', '10']);
      const words = await page.text();
      for (const part of ['统一身份认证暂时不可用', '用账号和口令登录', 'href="/login"']) expect(words).toContain(part);
      await server.stop();
      await turned.stop();
      expect(inside).toEqual([]);
    } finally {
      secretService.close();
    }
  });
});
