/** The office's own list: read in from a file, changed by hand, and nothing overwritten unseen; outcomes, filters and limits of the ledger beside it. */
import { csv, xlsx } from '../../api/spreadsheet';
import { draft, freshKey, openOffice, type Office } from './support';

interface Preview { readonly version: number; readonly rows: number; readonly faults: { row: number; column: string; message: string }[]; readonly changes: Record<string, { added: { id: string; name: string }[]; changed: { id: string; name: string; fields: unknown[] }[]; same: number }>; readonly stillInOffice: { post: string; name: string; successor: string }[] }

describe('the office and its list', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(undefined, { YANXING_WRITES_A_MINUTE: '60' });
  });
  afterAll(() => office.close());

  const HEADS = ['单位编号', '单位名称', '岗位类别', '人员编号', '姓名', '邮箱', '任职日期', '离任日期'].map((title) => ({ title, width: 12 }));
  const octets = { 'Content-Type': 'application/octet-stream' };
  const version = async (): Promise<number> => (await office.read('/api/organisation')).version;
  const put = async (path: string, body: unknown) => office.call<{ version: number; errors?: { path: string }[] }>('PUT', `/api/organisation/${path}`, { body, headers: { 'If-Match': `"${await version()}"` } });
  const holders = async (post: string, day: string) => (await office.stores.organisation.holders(post, day)).map(({ person }) => person);
  const send = async <T>(way: 'preview' | 'import', raw: Buffer, given?: number, query = '') =>
    office.call<T>('POST', `/api/organisation/${way}${query}`, { raw, key: null, headers: { ...octets, ...(given === undefined ? {} : { 'If-Match': `"${given}"` }) } });

  it('is previewed with every fault by row, and read in whole or not at all', async () => {
    const before = await version();
    const bad = csv(HEADS, [['swj', '市商务局', '承办人', 'he', '何一', 'he@example.gov.invalid', '2026-02-30', null], ['swj', null, '处长', null, null, null, null, null]]);
    const faulty = await send<Preview>('preview', bad);
    expect(faulty.body.faults).toMatchObject([{ row: 2, column: '任职日期' }, { row: 3, column: '岗位类别' }]);
    const refused = await send<{ errors: { path: string }[] }>('import', bad, before);
    expect([refused.status, refused.body.errors.map(({ path }) => path)]).toEqual([400, ['第2行.任职日期', '第3行.岗位类别']]);
    const good = xlsx('机构', HEADS, [['swj', '市商务局', '承办人', 'he', '何一', 'he@example.gov.invalid', '2026-02-01', null], ['gxj', null, '承办人', 'qinshouzheng', null, null, '2026-02-01', '2026-06-30']]);
    const seen = await send<Preview>('preview', good);
    expect([seen.body.faults, seen.body.changes['units']?.added]).toEqual([[], [{ id: 'swj', name: '市商务局' }]]);
    expect(seen.body.changes['holdings']?.changed).toMatchObject([{ id: 'handler@gxj qinshouzheng', fields: [{ field: '离任日期', from: '在任', to: '2026-06-30' }] }]);
    expect(await version()).toBe(before);
    expect((await send<{ code: string }>('import', good)).status).toBe(428);
    expect((await send<{ version: number }>('import', good, before)).body.version).toBe(before + 1);
    expect((await office.stores.organisation.holders('handler@swj', '2026-03-02')).map(({ person }) => person)).toEqual(['he']);
    const again = await send<{ code: string; changedBy: { name: string } }>('import', good, before);
    expect([again.status, again.body.code, again.body.changedBy.name]).toEqual([412, 'versionStale', '督查室']);
    expect((await send<{ code: string }>('preview', Buffer.from('PK\x03\x04x'))).body.code).toBe('tableRefused');
  });

  it('comes out as the table it can be read in from again', async () => {
    const response = await office.call('GET', '/api/organisation.xlsx');
    expect(response.status).toBe(200);
    const { body } = await send<Preview>('preview', await office.bytes('/api/organisation.xlsx'));
    expect([body.faults, body.changes['posts']?.added, body.changes['holdings']?.changed]).toEqual([[], [], []]);
  });

  it('takes a successor, a deputy for some weeks, and sends mails to whoever holds the post that day', async () => {
    expect((await put('people/deng', { name: '邓一鸣', mail: 'deng@example.gov.invalid' })).status).toBe(200);
    expect((await put('holdings', { post: 'handler@czj', person: 'deng', from: '2026-04-01', to: null, succeeds: true })).status).toBe(200);
    expect((await put('holdings', { post: 'handler@czj', person: 'weisiqi', from: '2026-05-06', to: '2026-05-20' })).status).toBe(200);
    const first = async (day: string) => (await office.stores.organisation.holders('handler@czj', day))[0]?.person;
    expect(await Promise.all(['2026-03-31', '2026-04-01', '2026-05-06', '2026-05-20', '2026-05-21'].map(first))).toEqual(['liangyuan', 'deng', 'weisiqi', 'weisiqi', 'deng']);
    const wrong = await put('holdings', { post: 'none', person: 'nobody', from: '2026-04-01', to: '2026-03-01' });
    expect([wrong.status, wrong.body.errors?.length]).toEqual([400, 3]);
    expect((await put('people/bad', { name: '坏', mail: 'a@b\r\nBcc: c@d.cn' })).status).toBe(400);
    const body = await office.read('/api/organisation/people');
    expect(body.people.find(({ id }) => id === 'liangyuan')?.holdings).toMatchObject([{ post: 'handler@czj', to: '2026-03-31' }]);
  });

  it('a successor read in from a table leaves nobody in office beside him unseen, and ends the term before his where that is ticked', async () => {
    const row = csv(HEADS, [['gxj', null, '承办人', 'deng', null, null, '2026-07-01', null], ['ybj', null, '承办人', 'deng', null, null, '2026-05-01', null]]);
    const { body } = await send<Preview>('preview', row);
    expect([body.faults, body.stillInOffice.map(({ post, successor }) => `${post} ${successor}`)]).toEqual([[], ['handler@ybj 邓一鸣']]);
    const [before] = await holders('handler@ybj', '2026-05-01');
    const ended = await send<Preview>('preview', row, undefined, '?end=handler@ybj');
    expect(ended.body.changes['holdings']?.changed).toMatchObject([{ id: `handler@ybj ${before ?? ''}`, fields: [{ field: '离任日期', from: '在任', to: '2026-04-30' }] }]);
    expect((await send('import', row, body.version, '?end=handler@ybj')).status).toBe(200);
    expect([await holders('handler@ybj', '2026-04-30'), await holders('handler@ybj', '2026-05-01')]).toEqual([[before], ['deng']]);
  });

  it('what was entered by mistake today, or has not begun, is taken back; a term that was served can only be ended', async () => {
    const remove = async (post: string, person: string, from: string) => office.call<{ code?: string }>('DELETE', `/api/organisation/holdings?${new URLSearchParams({ post, person, from }).toString()}`, { headers: { 'If-Match': `"${await version()}"` } });
    expect((await put('holdings', { post: 'handler@rsj', person: 'deng', from: '2025-06-01', to: null })).status).toBe(200);
    expect(await holders('handler@rsj', '2026-03-02')).toContain('deng');
    expect((await remove('handler@rsj', 'deng', '2025-06-01')).status).toBe(200);
    expect(await holders('handler@rsj', '2026-03-02')).not.toContain('deng');
    const [served] = await holders('handler@rsj', '2026-03-02');
    const refused = await remove('handler@rsj', served ?? '', '2025-01-01');
    expect([refused.status, refused.body.code]).toEqual([409, 'holdingServed']);
    expect((await remove('handler@rsj', 'deng', '2025-06-01')).status).toBe(404);
    const body = await office.read('/api/organisation/people');
    expect(body.people.find(({ id }) => id === served)?.holdings).toMatchObject([{ post: 'handler@rsj', removable: false }]);
    expect(body.people.find(({ id }) => id === 'deng')?.holdings.every(({ removable }) => removable)).toBe(true);
  });

  it('the posts that a registration takes by itself are in the office that comes along', async () => {
    const { body } = await office.call<{ registrar: string; reviewer: string }>('POST', '/api/commitments', { body: draft() });
    const kinds = await office.stores.organisation.postKinds([body.registrar, body.reviewer]);
    expect([...kinds.values()].sort()).toEqual(['registrar', 'reviewer']);
  });

  it('tells by its key what became of an operation, and whether one is still in flight', async () => {
    const key = freshKey();
    expect((await office.call('GET', `/api/idempotency/${key}`)).status).toBe(404);
    const { body } = await office.call<{ id: string }>('POST', '/api/commitments', { body: draft({ stretch: true, sponsor: 'sponsor@sms' }), key });
    const told = await office.call<{ outcomes: { state: string; operation: string; status: number; commitment: string | null; answer: { id: string } }[] }>('GET', `/api/idempotency/${key}`);
    expect(told.body.outcomes).toMatchObject([{ state: 'done', operation: 'POST /api/commitments', status: 201, answer: { id: body.id } }]);
    // After a 503 the key is free again, but what it began may be there all the same.
    await office.stores.connection.collection('idempotency').deleteMany({});
    const found = await office.call<{ outcomes: { commitment: string | null }[] }>('GET', `/api/idempotency/${key}`);
    expect(found.body.outcomes).toMatchObject([{ state: 'done', operation: 'POST /api/commitments', commitment: body.id }]);
    await office.stores.idempotency.open(`registrar POST /api/x ${key}`, 'x', new Date());
    expect((await office.call<{ outcomes: unknown[] }>('GET', `/api/idempotency/${key}`)).body.outcomes).toMatchObject([{ state: 'inFlight', operation: 'POST /api/x', answer: null }]);
  });

  it('lists by sponsor, by stretch and by days overdue, today and of a past day', async () => {
    await office.call('POST', '/api/commitments', { body: draft({ due: '2026-03-10' }) });
    const count = async (query: string): Promise<number> => (await office.call<{ count: number }>('GET', `/api/commitments/count?${query}`)).body.count;
    expect(await Promise.all(['sponsor=sponsor@sms', 'stretch=true', 'stretch=false', 'overdueFrom=1'].map(count))).toEqual([1, 1, 2, 0]);
    office.clock.setOffset(office.clock.offsetMs + 20 * 86_400_000); // 22 March
    expect(await Promise.all(['overdueFrom=1', 'overdueFrom=12', 'overdueFrom=13', 'overdueTo=11', 'overdueTo=12&status=DISPATCHED', 'overdueFrom=1&status=CLOSED'].map(count))).toEqual([1, 1, 0, 0, 1, 0]);
  });

  it('a closed unit is named nowhere anew, and what it still has in hand is counted until it is handed over', async () => {
    const { body: made } = await office.call<{ id: string }>('POST', '/api/commitments', { body: draft({ lead: 'rxzx' }) });
    expect((await put('units/rxzx', { name: '市热线中心', closedFrom: '2026-03-02' })).status).toBe(200);
    const refused = await office.call<{ errors: { path: string; message: string }[] }>('POST', '/api/commitments', { body: draft({ lead: 'rxzx' }) });
    expect([refused.status, refused.body.errors]).toMatchObject([400, [{ path: 'lead', message: '市热线中心已于2026-03-02撤销' }]]);
    const body = await office.read('/api/organisation');
    expect(body.units.filter(({ closed }) => closed).map(({ id }) => id)).toEqual(['rxzx']);
    const inHand = async () => (await office.read('/api/organisation/people')).inHand;
    expect(await inHand()).toEqual([{ of: 'unit', id: 'rxzx', open: 1 }]);
    expect((await office.call<{ errors: unknown[] }>('POST', `/api/commitments/${made.id}/commands/transfer`, { body: { toUnit: 'rxzx', unit: 'rxzx', reason: '机构改革' } })).status).toBe(400);
    expect((await put('units/rxzx', { name: '市热线中心' })).status).toBe(200);
    expect([await inHand(), (await office.call('POST', '/api/commitments', { body: draft({ lead: 'rxzx' }) })).status]).toEqual([[], 201]);
  });

  it('answers 429 with Retry-After to a caller who sends too much, and goes on reading', async () => {
    const flood = await Promise.all(Array.from({ length: 70 }, () => office.call<{ code: string }>('POST', '/api/commitments', { body: { title: 'x' } })));
    const limited = flood.filter(({ status }) => status === 429);
    expect(limited.length).toBeGreaterThanOrEqual(10);
    expect(limited.every(({ body, headers }) => body.code === 'tooManyRequests' && Number(headers.get('Retry-After')) >= 1 && Number(headers.get('Retry-After')) <= 60)).toBe(true);
    expect((await office.call('GET', '/api/commitments')).status).toBe(200);
  });
});
