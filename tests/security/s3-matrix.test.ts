/** S3 (quality.md): every role × every route of the OpenAPI document × objects of own and other units, against the policy table. And the audit of it all. */
import { declareAll } from '../../api/app';
import { isAction, mayDo, ROLES, type AccessObject, type Action, type Principal, type Role } from '../../api/access';
import type { ApiDeps } from '../../api/deps';
import { openApiOf } from '../../api/openapi';
import { rawCollection } from '../../stores/connection';
import type { AuditEntry } from '../../stores/access-audit';
import { draft, openOffice, until, type Office } from '../api/support';

/** Who in the office that comes along stands for each role; administrators hold no post. */
const PEOPLE: Readonly<Record<Role, { person: string; units: string[]; posts: string[] }>> = {
  registrar: { person: 'jianshuyan', units: [], posts: ['registrar'] }, handler: { person: 'gushuning', units: ['sjj'], posts: ['handler@sjj'] },
  unitHead: { person: 'shenzhiyuan', units: ['sjj'], posts: ['unitHead@sjj'] }, reviewer: { person: 'qiaomusen', units: [], posts: ['reviewer'] },
  leader: { person: 'zhanliyan', units: [], posts: ['sponsor@szf'] }, systemAdmin: { person: 'xitong', units: [], posts: [] }, securityAdmin: { person: 'anquan', units: [], posts: [] }, auditAdmin: { person: 'shenji', units: [], posts: [] },
};
const ADMINS: readonly Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin'];

type Whose = 'own' | 'other';
let office: Office;
const ids: Record<Whose, string> = { own: '', other: '' };
const sources: Record<Whose, string> = { own: '', other: '' };
/** What the unit takes part in. */
const matters: string[] = [];
const OBJECTS: Readonly<Record<Whose, AccessObject>> = { own: { units: ['sjj'], sponsor: 'sponsor@szf' }, other: { units: ['czj'], sponsor: 'sponsor@sms' } };
/** A speech of which one sentence has become a matter of that unit. */
const speechFor = async (lead: string, sponsor: string): Promise<{ source: string; matter: string }> => {
  const { body: { id } } = await office.call<{ id: string }>('POST', '/api/sources', { body: { title: `讲话（${lead}）`, kind: 'speech', date: '2026-02-20', text: '3月底前公布信息化运维费用定额标准。' } });
  const { version, sentences } = await office.read('/api/sources/{id}', { path: { id } });
  const drafts = sentences.flatMap((sentence) => sentence.drafts.map((one) => one.id)).slice(0, 1);
  const fields = { lead, sponsor, due: '2026-03-31', acceptance: ['定额标准公布件'] };
  await office.call('POST', `/api/sources/${id}/corrections`, { body: { type: 'assign', drafts, fields }, headers: { 'If-Match': `"${version}"` } });
  await office.call('POST', `/api/sources/${id}/registration`, { body: { drafts } });
  const born = async () => (await office.read('/api/sources/{id}/lights', { path: { id } })).items;
  await until(async () => (await born()).length === 1, `the matter from ${id}`);
  return { source: id, matter: (await born())[0]!.id };
};
beforeAll(async () => {
  office = await openOffice();
  await office.startWorker();
  for (const role of ROLES) {
    const { person } = PEOPLE[role];
    await office.as(person);
    const account = await office.stores.accounts.get(person);
    await office.stores.accounts.change(person, account!.version, { roles: ADMINS.includes(role) ? [role] : [] });
  }
  ids.own = (await office.call<{ id: string }>('POST', '/api/commitments', { body: draft() })).body.id;
  ids.other = (await office.call<{ id: string }>('POST', '/api/commitments', { body: draft({ lead: 'czj', sponsor: 'sponsor@sms' }) })).body.id;
  const own = await speechFor('sjj', 'sponsor@szf');
  Object.assign(sources, { own: own.source, other: (await speechFor('czj', 'sponsor@sms')).source });
  matters.push(ids.own, own.matter);
});
afterAll(() => office.close());

const principal = (role: Role): Principal => ({ ...PEOPLE[role], name: role, roles: [role], via: 'token', scope: null });
/** The objects that routes are about: how one is found, what lets it be seen, and what is said where it is not there. */
const KINDS = [
  { path: '/api/commitments/{id}', ids, read: 'commitment.read', none: (id: string) => `没有编号为“${id}”的事项` },
  { path: '/api/sources/{id}', ids: sources, read: 'source.read', none: (id: string) => `没有编号为“${id}”的来文` },
] as const;
type Kind = (typeof KINDS)[number];
/** What the table says: `none` an object that is not there for this person, `refused`, or `let in` whatever comes of it then. */
const expected = (role: Role, action: Action, kind: Kind | undefined, whose: Whose | null): string => {
  const who = principal(role);
  if (kind === undefined || whose === null) return mayDo(who, action) ? 'let in' : 'refused';
  const object = OBJECTS[whose];
  return !mayDo(who, kind.read, object) ? 'none' : mayDo(who, action, object) ? 'let in' : 'refused';
};

test('no cell differs: what a role may do on a route is what the table says, and another unit\'s matter or speech is not there', async () => {
  const document = openApiOf(declareAll({ metrics: {} } as ApiDeps).declared);
  const cells = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).flatMap(([method, operation]) => {
    const action = String(operation['x-action']);
    if (!isAction(action) || path === '/api/events') return [];
    const kind = KINDS.find((one) => path.startsWith(one.path));
    const objects: (Whose | null)[] = kind === undefined ? [null] : ['own', 'other'];
    const bodies = Object.keys(((operation['requestBody'] as { content?: object } | undefined)?.content) ?? {});
    return ROLES.flatMap((role) => objects.map((whose) => ({ path, method: method.toUpperCase(), action, kind, whose, role, type: bodies[0] })));
  }));
  const differing: string[] = [];
  const work = async (): Promise<void> => {
    for (let cell = cells.pop(); cell; cell = cells.pop()) {
      const { path, method, action, kind, whose, role, type } = cell;
      const id = kind === undefined || whose === null ? 'none' : kind.ids[whose];
      const address = path.replace('{id}', id).replaceAll(/\{\w+\}/g, 'none');
      // Nothing that is let in may be done: no key, no body that fits.
      const { status, body } = await office.call<{ code?: string; detail?: string }>(method, address, {
        person: PEOPLE[role].person, key: null, ...(type === undefined ? {} : { raw: type === 'application/json' ? '{"no":1}' : Buffer.from('MZ'), headers: { 'Content-Type': type } }),
      });
      const found = status === 401 ? 'stranger' : status === 403 ? 'refused' : status === 404 && body.detail === kind?.none(id) ? 'none' : status >= 500 ? `failed ${status}` : 'let in';
      const due = expected(role, action, kind, whose);
      if (found !== due) differing.push(`${role} ${method} ${path} (${action}, ${whose ?? '-'}): ${found} instead of ${due} (${status} ${body.code ?? ''})`);
    }
  };
  const all = cells.map(({ kind }) => kind?.path);
  await Promise.all(Array.from({ length: 8 }, work));
  expect(differing).toEqual([]);
  expect(all.length).toBeGreaterThan(1_000);
  for (const { path } of KINDS) expect([path, all.filter((one) => one === path).length > 100]).toEqual([path, true]);
});

test('a list and a file tell a unit of its own matters alone', async () => {
  const as = { person: 'gushuning' };
  const { body } = await office.call<{ items: { id: string }[] }>('GET', '/api/commitments', as);
  expect(body.items.map(({ id }) => id)).toEqual(expect.arrayContaining(matters));
  expect(body.items).toHaveLength(matters.length);
  const csv = (await office.call('GET', '/api/commitments.csv', as)).text;
  expect(csv.trim().split('\r\n')).toHaveLength(matters.length + 1);
  const { items: speeches } = await office.read('/api/sources', as);
  expect(speeches.map(({ id }) => id)).toEqual([sources.own]);
});

test('what everybody saw and did, how it ended and from where stands in the audit, for its administrator alone, for at least 180 days', async () => {
  await office.call('GET', `/api/commitments/${ids.other}`, { person: 'gushuning' });
  await office.call('GET', `/api/commitments/${ids.own}`, { person: 'gushuning' });
  const made = await office.call<{ id: string }>('POST', '/api/commitments', { body: draft() });
  await office.call('POST', '/api/session', { body: { account: 'gushuning', password: 'wrong' }, headers: { Authorization: '' }, key: null }).catch(() => undefined);
  const read = async (query: string) => (await office.call<{ items: Record<string, unknown>[]; next: string | null }>('GET', `/api/audit?${query}`, { person: 'shenji' })).body;
  const seen = await read('person=gushuning&action=commitment.read&limit=2');
  expect(seen.items).toMatchObject([
    { operation: 'GET /api/commitments/:id', object: ids.own, status: 200, result: 'done', via: 'token', address: expect.stringMatching(/127\.0\.0\.1|::1/) },
    { operation: 'GET /api/commitments/:id', object: ids.other, status: 404, result: 'refused' },
  ]);
  const [change] = (await read('person=registrar&action=commitment.register&limit=1')).items;
  expect(change).toMatchObject({ name: '督查室', status: 201, result: 'done', id: made.headers.get('X-Request-Id') });
  // Looking at the audit is seen as well; page after page without a gap.
  expect((await read('person=shenji&limit=1')).items).toMatchObject([{ action: 'audit.read' }]);
  const first = await read('limit=3');
  const second = await read(`limit=3&cursor=${first.next ?? ''}`);
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(6);
  const entries = rawCollection<AuditEntry>(office.stores.connection, 'access_audit');
  const kept = await entries.find().toArray();
  expect(Math.min(...kept.map(({ expiresAt }) => expiresAt.getTime())) - Date.now()).toBeGreaterThan(179 * 86_400_000);
  expect(JSON.stringify(kept)).not.toContain('Bearer');
  expect((await entries.indexes()).find(({ name }) => name === 'expiry')).toMatchObject({ expireAfterSeconds: 0 });
});

test('S3: slips, mails and what is told as it happens are a unit\'s own alone, asked for by list or by id', async () => {
  const as = { person: 'gushuning' };
  type Listed = { readonly items: readonly { readonly id: string; readonly commitment: string; readonly unit: string | null }[] };
  const list = async (path: string, person: string) => (await office.call<Listed>('GET', path, { person })).body.items;
  await until(async () => new Set((await list('/api/slips', 'jianshuyan')).map(({ commitment }) => commitment)).size >= 4, 'slips of all matters');
  const all = await list('/api/slips', 'jianshuyan');
  expect((await list('/api/slips', 'gushuning')).map(({ id }) => id).sort()).toEqual(all.filter(({ unit }) => unit === 'sjj').map(({ id }) => id).sort());
  const foreign = all.find(({ commitment }) => commitment === ids.other)!;
  const own = all.find(({ commitment }) => commitment === ids.own)!;
  expect(await Promise.all([own, foreign].map(async ({ id }) => (await office.call('GET', `/api/slips/${id}`, as)).status))).toEqual([200, 404]);
  expect((await office.call<{ detail: string }>('GET', `/api/slips/${foreign.id}/file`, as)).body.detail).toBe('没有这份文书');
  expect([await list(`/api/slips?commitment=${ids.other}`, 'gushuning'), await list(`/api/notices?commitment=${ids.other}`, 'gushuning')]).toEqual([[], []]);
  const mails = await list('/api/notices?limit=200', 'gushuning');
  expect([mails.length > 0, mails.every(({ unit }) => unit === 'sjj')]).toEqual([true, true]);
  const { counts } = (await office.call<{ counts: { count: number }[] }>('GET', '/api/notices/counts', as)).body;
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(mails.length);

  const stream = new AbortController();
  const events = await fetch(`${office.api.url}/api/events`, { headers: await office.as('gushuning'), signal: stream.signal });
  const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
  const born = async (changes: Record<string, unknown>) => (await office.call<{ id: string }>('POST', '/api/commitments', { body: draft(changes) })).body.id;
  const [others, ours] = [await born({ lead: 'czj' }), await born({})];
  let told = '';
  while (!told.includes(ours)) told += (await reader.read()).value ?? '';
  expect(told).not.toContain(others);
  stream.abort();
});
