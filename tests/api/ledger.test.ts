import { inflateRawSync } from 'node:zlib';
import { EXPORT_LIMIT } from '../../api/export';
import { csv, xlsx } from '../../api/spreadsheet';
import { rawCollection } from '../../stores/connection';
import type { CommitmentDocument } from '../../stores/commitments';
import { draft, openOffice, type Office } from './support';

const DAY_MS = 86_400_000;

describe('the ledger and the overview', () => {
  let office: Office;
  let ids: string[];
  beforeAll(async () => {
    office = await openOffice();
    await office.startWorker();
    const source = (section: string) => ({ id: 'speech-9', title: '全会发言', section, start: 0, end: 1 });
    const drafts = [
      draft({ title: '=HYPERLINK("http://x","点我")', due: '2026-03-04', source: source('一、总体') }),
      draft({ title: '拟定方案', due: '2026-03-06', lead: 'ybj', source: source('二、分工') }),
      draft({ title: '建设平台', due: '2026-06-15', lead: 'gxj' }),
      draft({ title: '按期办完', due: '2026-03-05', lead: 'gxj' }),
    ];
    ids = [];
    for (const body of drafts) ids.push((await office.call<{ id: string }>('POST', '/api/commitments', { body })).body.id);
    for (const id of ids) await office.call('POST', `/api/commitments/${id}/commands/sign`, { body: { unit: id === ids[0] ? 'sjj' : id === ids[1] ? 'ybj' : 'gxj' } });
    await office.call('POST', `/api/commitments/${ids[1]}/commands/requestExtension`, { body: { unit: 'ybj', to: '2026-04-10', reason: '等待上级系统排期', progress: '已完成初稿' } });
    office.clock.setOffset(office.clock.offsetMs + 9 * DAY_MS);
  });
  afterAll(() => office.close());

  it('gives every figure with the query that lists exactly its items', async () => {
    const body = await office.read('/api/overview');
    const rows = [...body.byUnit, ...body.bySource, ...body.bySection.flatMap(({ sections }) => sections)];
    const figures = [body.total, body.open, body.done, body.dropped, body.overdue, body.otherRed, body.onTime.numerator, body.onTime.denominator, ...body.trend.slice(-2).flatMap(({ lights }) => Object.values(lights)), ...Object.values(body.lights), ...body.ages, ...rows.flatMap(({ total, done, lights }) => [total, done, ...Object.values(lights)])];
    for (const { count, query } of figures) {
      const listed = await office.call<{ items: unknown[] }>('GET', `/api/commitments?limit=200&${query}`);
      expect([query, listed.body.items.length]).toEqual([query, count]);
      expect((await office.call('GET', `/api/commitments/count?${query}`)).body).toMatchObject({ count });
    }
    expect([body.total.count, body.lights['red']?.count, body.onTime.denominator.count, body.onTime.percent]).toEqual([4, 3, 3, 0]);
    expect(body.needYou?.items.map(({ id, attention }) => [id, attention.decision])).toEqual([[ids[1], '批延期']]);
  });

  it('pages by light, worst first, without a gap or a repeat', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: { items: { id: string; light: { colour: string } }[]; next: string | null } } = await office.call('GET', `/api/commitments?sort=light&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...body.items.map((item) => `${item.light.colour} ${item.id}`));
      cursor = body.next;
    }
    expect(seen).toEqual([`red ${ids[0]}`, `red ${ids[3]}`, `red ${ids[1]}`, `green ${ids[2]}`]);
    expect((await office.read('/api/commitments', { query: { find: '平台', kind: ['deliverable'], colour: ['green'] } })).items.map(({ id }) => id)).toEqual([ids[2]]);
  });

  it('keeps a view for the person who saved it, and previews a command on many without doing it', async () => {
    const saved = await office.call<{ id: string }>('PUT', '/api/views', { body: { name: '逾期', query: 'colour=red', columns: ['title', 'due'] } });
    expect(saved.status).toBe(200);
    const own = (await office.read('/api/views')).items;
    expect(own).toEqual([{ id: saved.body.id, name: '逾期', query: 'colour=red', columns: ['title', 'due'], version: 1, savedAt: expect.any(String) as string }]);
    expect((await office.read('/api/views', { person: 'another' })).items).toEqual([]);
    const preview = await office.call<{ possible: number; items: { id: string; possible: boolean; effect: string | null }[] }>('POST', '/api/commitments/bulk/preview', {
      body: { name: 'amend', body: { due: '2026-06-15', reason: '统一调整' }, ids },
    });
    expect([preview.body.possible, preview.body.items.find(({ id }) => id === ids[2])?.possible]).toEqual([3, false]);
    expect(preview.body.items[0]?.effect).toBe('期限由2026-03-04改为2026-06-15');
    expect((await office.read('/api/commitments', { query: { ids: ids[0] ?? '' } })).items[0]?.due).toBe('2026-03-04');
  });

  it('replaces and removes a view only as the window that does it has seen it', async () => {
    interface Kept { readonly id: string; readonly version: number; readonly code?: string; readonly detail?: string; readonly changedBy?: { readonly name: string } }
    const put = (query: string, version?: number) => office.call<Kept>('PUT', '/api/views', { body: { name: '两个窗口', query, columns: [] }, ...(version === undefined ? {} : { headers: { 'If-Match': `"${version}"` } }) });
    const first = await put('colour=red');
    expect([first.status, first.headers.get('ETag')]).toEqual([200, '"1"']);
    expect((await put('colour=blue')).body).toMatchObject({ code: 'preconditionRequired', detail: '已有视图“两个窗口”' });
    expect((await put('colour=blue', 1)).headers.get('ETag')).toBe('"2"');
    const late = await put('colour=yellow', 1);
    expect([late.status, late.headers.get('ETag'), late.body.changedBy?.name]).toEqual([412, '"2"', '督查室']);
    const remove = (version?: number) => office.call<Kept>('DELETE', `/api/views/${first.body.id}`, version === undefined ? {} : { headers: { 'If-Match': `"${version}"` } });
    expect([(await remove()).status, (await remove(1)).status, (await remove(2)).status, (await remove(2)).status]).toEqual([428, 412, 200, 404]);
    expect((await put('colour=red', 2)).body).toMatchObject({ code: 'versionStale', detail: '这个视图已被删去' });
    // Saved by an older release, it has no version yet.
    const views = office.stores.connection.collection('ledger_views');
    await views.insertOne({ _id: 'old' as never, person: 'registrar', name: '两个窗口', query: 'colour=red', columns: [] });
    expect([(await put('colour=blue', 2)).status, (await put('colour=blue', 1)).headers.get('ETag')]).toEqual([412, '"2"']);
    await views.deleteOne({ name: '两个窗口' });
  });

  it('exports what is seen, with nothing in it that could run', async () => {
    const answer = await fetch(`${office.api.url}/api/commitments.csv?sort=light&columns=title,due`, { headers: await office.as('registrar') });
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines[1]).toBe('"\'=HYPERLINK(""http://x"",""点我"")","2026年3月4日"');
    expect([lines.length, answer.headers.get('X-Yanxing-Rows')]).toEqual([5, '4']);
    const file = await fetch(`${office.api.url}/api/commitments.xlsx?columns=title`, { headers: await office.as('registrar') });
    expect(Buffer.from(await file.arrayBuffer()).subarray(0, 2).toString()).toBe('PK');
  });

  it('refuses a file of more rows than a spreadsheet opens at ease, and says what to do', async () => {
    const commitments = rawCollection<CommitmentDocument>(office.stores.connection, 'commitments');
    const model = await commitments.findOne({ _id: ids[2]! });
    if (model === null) throw new Error('nothing to copy');
    const copy = (index: number): CommitmentDocument => ({ ...model, _id: `many-${index}`, number: null, state: { ...model.state, id: `many-${index}`, source: { id: 'many', title: '批量', section: null, start: 0, end: 1 } } });
    try {
      for (let from = 0; from <= EXPORT_LIMIT; from += 2_000) await commitments.insertMany(Array.from({ length: Math.min(2_000, EXPORT_LIMIT + 1 - from) }, (_, index) => copy(from + index)));
      const refused = await fetch(`${office.api.url}/api/commitments.csv?source=many&columns=title`, { headers: await office.as('registrar') });
      expect([refused.status, await refused.json()]).toEqual([413, expect.objectContaining({ detail: '符合条件的超过20000项', hint: '请缩小筛选范围后再导出' })]);
    } finally {
      await commitments.deleteMany({ 'state.source.id': 'many' });
    }
  }, 60_000);

  it('says of one commitment what may be done now, for which units, and why the rest may not', async () => {
    interface One { commands: { name: string; possible: boolean; units: string[]; why?: string }[]; people: { kind: string; postName: string; person: string | null }[] }
    const { id } = (await office.call<{ id: string }>('POST', '/api/commitments', { body: draft({ coUnits: ['czj'] }) })).body;
    const read = async (): Promise<One> => (await office.call<One>('GET', `/api/commitments/${id}`)).body;
    const of = ({ commands }: One, name: string) => commands.find((one) => one.name === name);
    const fresh = await read();
    expect(of(fresh, 'sign')).toMatchObject({ possible: true, units: ['sjj', 'czj'] });
    expect(of(fresh, 'review')).toMatchObject({ possible: false, why: '事项当前状态不能办理此项操作' });
    expect(of(fresh, 'setTarget')).toBeUndefined();
    expect(fresh.people.find(({ kind }) => kind === 'sponsor')).toEqual({ kind: 'sponsor', post: 'sponsor@szf', postName: '分管数字政府的市领导', person: expect.any(String) as string });
    for (const unit of ['sjj', 'czj']) {
      expect((await office.call('POST', `/api/commitments/${id}/commands/sign`, { body: { unit } })).status).toBe(200);
    }
    const signed = await read();
    expect(of(signed, 'sign')).toMatchObject({ possible: false, why: '该单位已经签收' });
    expect(of(signed, 'report')).toMatchObject({ possible: true, units: ['sjj', 'czj'] });
    expect(of(signed, 'requestClosure')).toMatchObject({ possible: false, why: '部分验收标准尚无佐证材料' });
    // Whatever it says, giving the command says the same.
    const refused = await office.call<{ code: string; title: string }>('POST', `/api/commitments/${id}/commands/resume`, { body: { text: '恢复' } });
    expect(of(signed, 'resume')).toMatchObject({ possible: false, why: refused.body.title });
  });

  it('previews for many what each one\'s own page says: a leader may instruct where he is in charge, and is told so before he has written it', async () => {
    const others = (await office.call<{ id: string }>('POST', '/api/commitments', { body: draft({ sponsor: 'sponsor@sms' }) })).body.id;
    // 詹立言 holds sponsor@szf.
    for (const person of ['zhanliyan', 'jianshuyan']) {
      await office.as(person);
      await office.stores.accounts.change(person, (await office.stores.accounts.get(person))!.version, { roles: [] });
    }
    const bodies = { instruct: { leader: '詹市长', text: '抓紧' }, decideExtension: { result: 'refused', text: '按原期限' }, amend: { due: '2026-07-15', reason: '统一调整' } };
    const seen: Record<string, boolean[]> = {};
    for (const person of ['zhanliyan', 'jianshuyan']) {
      for (const [name, fields] of Object.entries(bodies)) {
        const asked = [ids[1]!, others];
        const { items } = (await office.call<{ items: { possible: boolean; why: string | null }[] }>('POST', '/api/commitments/bulk/preview', { body: { name, body: fields, ids: asked }, person })).body;
        const pages = await Promise.all(asked.map(async (id) => (await office.call<{ commands: { name: string; possible: boolean }[] }>('GET', `/api/commitments/${id}`, { person })).body.commands.find((one) => one.name === name)?.possible ?? false));
        expect([person, name, items.map(({ possible }) => possible)]).toEqual([person, name, pages]);
        seen[`${person} ${name}`] = pages;
        if (person === 'zhanliyan' && name === 'instruct') expect(items[1]?.why).toBe('您的职责不包括此项操作');
      }
    }
    expect([seen['zhanliyan instruct'], seen['zhanliyan amend'], seen['jianshuyan amend']]).toEqual([[true, false], [false, false], [true, true]]);
  });
});

describe('a table for Excel', () => {
  const sheetOf = (file: Buffer): string => {
    const start = file.lastIndexOf('xl/worksheets/sheet1.xml', file.indexOf('PK\u0001\u0002'));
    const header = start - 30;
    const from = start + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
    return inflateRawSync(file.subarray(from, from + file.readUInt32LE(header + 18))).toString('utf8');
  };
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\u0000=1', '＝1', '＋1', '－1', '＠x', ' =1'])('S8: makes %j harmless in XLSX and CSV', (text) => {
    const columns = [{ title: '事项', width: 10 }];
    expect(csv(columns, [[text]]).toString('utf8').split('\r\n')[1]).toMatch(/^"'/);
    const sheet = sheetOf(xlsx('台账', columns, [[text]]));
    expect(sheet).toContain('<c r="A2" t="inlineStr"><is><t xml:space="preserve">\'');
    expect(sheet).not.toContain('<f>');
  });

  it('holds a date as a date, which sorts and filters by month, and reads as an official writes it', () => {
    const columns = [{ title: '期限', width: 16 }];
    expect(sheetOf(xlsx('台账', columns, [[{ date: '2026-03-31' }]]))).toContain('<c r="A2" s="2"><v>46112</v></c>');
    expect(csv(columns, [[{ date: '2026-03-31' }]]).toString('utf8').split('\r\n')[1]).toBe('"2026年3月31日"');
  });
});
