/** 默认时限和事项模板 written anew over the API: who may, by which version, what was given before stays, and the audit has old and new. */
import { loadDefaults } from '../../config/defaults';
import { draft, freshKey, openOffice, type Office } from './support';

interface View { readonly version: number; readonly value: unknown; readonly lines: readonly { readonly label: string; readonly value: string }[]; readonly versions: readonly { readonly version: number; readonly made: { readonly name: string; readonly reason: string } | null; readonly changes: readonly { readonly label: string }[] }[] }
interface Fault { readonly code: string; readonly detail: string; readonly errors: readonly { readonly path: string; readonly message: string }[] }
interface Text { readonly sentences: readonly { readonly drafts: readonly { readonly due: { readonly value: string; readonly provenance: { readonly rule: string } } | null; readonly template: { readonly value: string } | null }[] }[] }

let office: Office;
const shipped = loadDefaults();
const minutes = (days: number, basis = '市督查办法第九条') => ({ ...shipped.limits, limits: shipped.limits.limits.map((limit) => (limit.kind === 'minutes' ? { ...limit, days, basis } : limit)) });
const read = async () => (await office.call<{ limits: View; templates: View }>('GET', '/api/policies/defaults')).body;
const save = <T = View>(name: 'limits' | 'templates', value: unknown, version: number, more: { key?: string; person?: string } = {}) =>
  office.call<T>('POST', `/api/policies/defaults/${name}/versions`, { body: { value, reason: '市里新办法' }, headers: { 'If-Match': `"${version}"` }, ...more });
const imported = async (id: string): Promise<Text['sentences'][number]['drafts'][number]> => {
  await office.call('PUT', `/api/sources/${id}/file?${new URLSearchParams({ name: '纪要.txt', title: '专题会议纪要', kind: 'minutes', date: '2026-03-02' }).toString()}`, { raw: Buffer.from('市数据局要制定《政务信息化项目管理办法》。'), headers: { 'Content-Type': 'application/octet-stream' } });
  return (await office.call<Text>('GET', `/api/sources/${id}?limit=100`)).body.sentences.flatMap(({ drafts }) => drafts)[0]!;
};

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('the files are the first version; a new one is in force at once for what comes in, and what was read before keeps its date', async () => {
  const before = await read();
  expect([before.limits.version, before.templates.version, before.limits.versions[0]?.made]).toEqual([1, 1, null]);
  expect((await imported('before')).due).toMatchObject({ value: '2026-03-22', provenance: { rule: 'limit/minutes-20d@1' } });
  const checked = await office.call<{ changes: { label: string }[] }>('POST', '/api/policies/defaults/limits/check', { body: { value: minutes(10) } });
  expect(checked.body.changes.map(({ label }) => label)).toEqual(['会议纪要']);
  expect((await read()).limits.version).toBe(1);
  const saved = await save('limits', minutes(10), 1);
  expect([saved.status, saved.body.version]).toEqual([201, 2]);
  expect(saved.body.versions[0]).toMatchObject({ version: 2, made: { name: '督查室', reason: '市里新办法' }, changes: [{ label: '会议纪要' }] });
  expect((await imported('after')).due).toMatchObject({ value: '2026-03-12', provenance: { rule: 'limit/minutes-10d@2' } });
  const kept = (await office.call<Text>('GET', '/api/sources/before?limit=100')).body.sentences.flatMap(({ drafts }) => drafts)[0];
  expect(kept?.due).toMatchObject({ value: '2026-03-22', provenance: { rule: 'limit/minutes-20d@1' } });
});

test('started again with the same files, the office’s own version stands', async () => {
  await office.stores.defaults.install(shipped);
  expect((await read()).limits.version).toBe(2);
});

test('files that the program brings otherwise take the place of files, not of what the office wrote', async () => {
  await office.stores.defaults.install({ limits: minutes(25), templates: [...shipped.templates, { name: '调研', summary: '开展调研', stages: [], spawnsChildren: false }] });
  const { limits, templates } = await read();
  expect([limits.version, templates.version, templates.versions[0]?.made]).toEqual([2, 2, null]);
});

test('all faults are told at once with their place; nothing changed and another’s version are refused', async () => {
  const bad = await save<Fault>('limits', { ...minutes(0, ''), pack: '没有的' }, 2);
  expect([bad.status, bad.body.errors.map(({ path }) => path)]).toEqual([400, ['value.limits.1.days', 'value.limits.1.basis']]);
  expect((await save<Fault>('limits', { ...minutes(9), pack: '没有的' }, 2)).body.errors).toMatchObject([{ path: 'value.pack' }]);
  expect((await save<Fault>('limits', minutes(10), 2)).body.errors).toMatchObject([{ message: '与现在的一版没有不同' }]);
  expect(await save<Fault>('limits', minutes(9), 1)).toMatchObject({ status: 412, body: { code: 'versionStale', detail: expect.stringContaining('所依据的是第1版，现在是第2版，由督查室于') as string } });
  expect((await office.call('POST', '/api/policies/defaults/limits/versions', { body: { value: minutes(9), reason: '试' } })).status).toBe(428);
  // Two at once: one is saved, the other told.
  const both = await Promise.all([save('limits', minutes(8), 2), save('limits', minutes(7), 2, { person: 'zhang' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 412]);
});

test('the audit names who, and old and new in words', async () => {
  await office.as('shenji');
  const account = await office.stores.accounts.get('shenji');
  await office.stores.accounts.change('shenji', account!.version, { roles: ['auditAdmin'] });
  const { items } = (await office.call<{ items: { detail: string | null }[] }>('GET', '/api/audit?action=rules.edit&limit=50', { person: 'shenji' })).body;
  expect(items.map(({ detail }) => detail)).toContainEqual(expect.stringContaining('会议纪要：办结期限为来文或收录后20天；依据：市级督查办法：会议议定事项未明确时限的二十日内，改为办结期限为来文或收录后10天；依据：市督查办法第九条'));
});

test('a template written anew goes with the next registration; what was registered, and what comes again under its key, keeps its stages', async () => {
  const { templates } = await read();
  const key = freshKey();
  const asked = draft({ template: '制度文件' });
  interface Made { readonly id: string; readonly stages: readonly { readonly name: string }[] }
  const first = await office.call<Made>('POST', '/api/commitments', { body: asked, key });
  const shorter = shipped.templates.map((one) => (one.name === '制度文件' ? { ...one, stages: one.stages.filter(({ code }) => code !== 'meeting') } : one));
  expect((await save('templates', shorter, templates.version)).status).toBe(201);
  const second = await office.call<Made>('POST', '/api/commitments', { body: asked });
  expect([first.body.stages.length, second.body.stages.map(({ name }) => name)]).toEqual([5, ['起草', '征求意见', '合法性审核', '印发']]);
  // The key's own record is gone, the commitment is there: the same draft is known by the templates of its day.
  await office.stores.connection.collection('idempotency').deleteMany({});
  const again = await office.call<Made>('POST', '/api/commitments', { body: asked, key });
  expect([again.status, again.body.id, again.body.stages.length]).toEqual([201, first.body.id, 5]);
  expect((await office.call<Fault>('POST', '/api/commitments', { body: draft({ template: '会议' }), key })).status).toBe(422);
});
