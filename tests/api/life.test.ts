/** Commands, lists, past days and figures over a life that a real worker writes down. */
import { createApiClient } from '../../api/client';
import { draft, freshKey, openOffice, until, type CallOptions, type Office } from './support';

interface One {
  readonly id: string; readonly number: string | null; readonly status: string; readonly version: number;
  readonly timeline: { readonly seq: number; readonly type: string; readonly text: string; readonly actor: { readonly person: string } }[];
  readonly bands: unknown[]; readonly upcoming: { readonly moment: { readonly kind: string } | null; readonly lines: unknown[] };
}
interface Done { readonly commitment: One; readonly version: number; readonly code?: string; readonly title?: string }
interface List { readonly items: { readonly id: string; readonly status: string; readonly light: { readonly colour: string } }[]; readonly next: string | null }

describe('a life over HTTP', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await office.startWorker();
  });
  afterAll(() => office.close());

  const born = async (changes: Record<string, unknown> = {}): Promise<string> => {
    const { body } = await office.call<{ id: string }>('POST', '/api/commitments', { body: draft(changes) });
    await until(async () => ((await office.stores.commitments.get(body.id))?.version ?? 0) > 0, 'first wake');
    return body.id;
  };
  const give = (id: string, name: string, body: unknown, options: CallOptions = {}) =>
    office.call<Done>('POST', `/api/commitments/${id}/commands/${name}`, { body, ...options });
  const one = async (id: string, query = ''): Promise<One> => (await office.call<One>('GET', `/api/commitments/${id}${query}`)).body;

  it('goes from dispatch to write-off, each step in the timeline in words', async () => {
    const id = await born();
    expect((await one(id)).number).toBe('督〔2026〕1号');
    expect((await give(id, 'sign', { unit: 'sjj' })).body.commitment.status).toBe('SIGNED');
    const report = await give(id, 'report', { unit: 'sjj', percent: 60, line: '清单已起草' }, { person: 'zhang' });
    expect([report.status, report.body.commitment.status]).toEqual([200, 'IN_PROGRESS']);
    // The list read next agrees, read through the typed client.
    const list = await createApiClient(office.api.url, await office.as('registrar')).GET('/api/commitments', { params: { query: { status: ['IN_PROGRESS'], kind: ['deliverable', 'target'] } } });
    expect(list.data?.items.map((item) => item.id)).toContain(id);
    const upload = await office.call('PUT', `/api/commitments/${id}/evidence/e1/file?name=${encodeURIComponent('印发文件.txt')}`, { raw: Buffer.from('内容'), headers: { 'Content-Type': 'application/octet-stream' } });
    expect((await give(id, 'evidence', { id: 'e1', unit: 'sjj', criterion: 'a1' })).status).toBe(200);
    expect((await office.stores.commitments.get(id))?.state.evidence).toMatchObject([{ id: 'e1', fileName: '印发文件.txt', sha256: upload.body['sha256'] }]);
    expect((await office.call('GET', `/api/commitments/${id}/evidence/e1/file`)).status).toBe(200);
    await give(id, 'requestClosure', { unit: 'sjj', summary: '已印发' }, { person: 'zhang' });
    const own = await give(id, 'review', { result: 'accepted', text: '同意' }, { person: 'zhang' });
    expect([own.status, own.body.code]).toEqual([403, 'reviewerIsSubmitter']);
    expect((await give(id, 'review', { result: 'accepted', text: '同意' }, { person: 'li' })).body.commitment.status).toBe('CLOSED');
    expect((await give(id, 'lookBack', { result: 'passed', text: '属实' })).body.commitment.status).toBe('WRITTEN_OFF');
    const { timeline } = await one(id);
    expect(timeline.map(({ text }) => text)).toEqual([
      '立项“制定贯彻全会精神任务清单”，由临川市数据局牵头，办结期限2026-06-15',
      expect.stringMatching(/^交办临川市数据局（2026-03-03 17:30前签收）$/),
      '临川市数据局签收',
      '临川市数据局反馈：清单已起草（进度60%）',
      '临川市数据局提交佐证“印发文件.txt”，对应验收标准“清单印发文件”',
      expect.stringMatching(/^按期申请办结，2026-03-05 17:30前审核：已印发$/),
      expect.stringMatching(/^审核通过，计为2026-03-02办结，2026-\d\d-\d\d回头看：同意$/),
      '回头看通过，销号：属实',
    ]);
    expect(timeline[3]?.actor).toEqual({ person: 'zhang', name: '张三' });
    await until(async () => (await office.temporal.client.workflow.getHandle(`commitment/${id}`).describe()).status.name === 'COMPLETED', 'run ended');
    const late = await give(id, 'sign', { unit: 'sjj' });
    expect([late.status, late.body.code]).toEqual([409, 'ended']);
  });

  it('answers a repeated command alike without doing it twice, and refuses its key for another body', async () => {
    const id = await born();
    await give(id, 'sign', { unit: 'sjj' });
    const key = freshKey();
    const body = { unit: 'sjj', percent: 10, line: '起步' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => give(id, 'report', body, { key })));
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const first = answers.find(({ status }) => status === 200);
    const again = await give(id, 'report', body, { key });
    expect([again.text, again.headers.get('Idempotency-Replayed')]).toEqual([first?.text, 'true']);
    expect((await give(id, 'report', { ...body, percent: 20 }, { key })).status).toBe(422);
    // A lost record of the key still does it only once: the update's id is known to the workflow.
    await office.stores.connection.collection('idempotency').deleteMany({});
    expect((await give(id, 'report', body, { key })).body.version).toBe(first?.body.version);
    expect((await one(id)).timeline.filter(({ type }) => type === 'reported')).toHaveLength(1);
    // Another person's key of the same letters is another operation.
    expect((await give(id, 'report', { ...body, percent: 30 }, { key, person: 'li' })).status).toBe(200);
    expect((await one(id)).timeline.filter(({ type }) => type === 'reported')).toHaveLength(2);
  });

  it('keeps a refusal under its key with status, words and what would be accepted', async () => {
    const id = await born();
    const key = freshKey();
    const refused = await office.call('POST', `/api/commitments/${id}/commands/report`, { body: { unit: 'sjj', line: 'x' }, key });
    expect([refused.status, refused.body]).toEqual([409, expect.objectContaining({ code: 'signFirst', title: '该单位尚未签收', hint: '请先签收，再反馈进展' })]);
    await give(id, 'sign', { unit: 'sjj' });
    expect((await office.call('POST', `/api/commitments/${id}/commands/report`, { body: { unit: 'sjj', line: 'x' }, key })).text).toBe(refused.text);
  });

  it('starts a life again from its projection when its run is gone', async () => {
    const id = await born();
    await office.temporal.client.workflow.getHandle(`commitment/${id}`).terminate('lost');
    expect((await give(id, 'sign', { unit: 'sjj' })).body.commitment.status).toBe('SIGNED');
  });

  it('hands a refused item to another unit only if there is such a unit', async () => {
    const id = await born();
    await give(id, 'refuse', { unit: 'sjj', reason: '不属本局职责' });
    expect((await give(id, 'rule', { unit: 'sjj', ruling: 'other', toUnit: 'nobody', reason: '改派' })).status).toBe(400);
    expect((await give(id, 'rule', { unit: 'sjj', ruling: 'other', toUnit: 'gxj', reason: '改派' })).status).toBe(200);
    expect((await one(id)).timeline.at(-1)?.text).toMatch(/^裁定由临川市数据局改派临川市工业和信息化局办理，.*前签收：改派$/);
    const past = office.clock.now();
    expect((await office.call<List>('GET', `/api/commitments?unit=gxj&asOf=${past}`)).body.items.map((item) => item.id)).toEqual([id]);
  });

  it('tells a past instant as it stood then: list, one, figures', async () => {
    const before = office.clock.now();
    const total = (await office.call<{ total: number }>('GET', '/api/summary')).body.total;
    const source = { id: 'speech-1', title: '讲话', section: null, start: 0, end: 1 };
    const id = await born({ source, lead: 'ybj' });
    const dispatched = office.clock.now();
    await give(id, 'sign', { unit: 'ybj' });
    const signed = office.clock.now();
    await give(id, 'terminate', { reason: '任务调整' });
    const statusAt = async (asOf: string): Promise<string | undefined> =>
      (await office.call<List>('GET', `/api/commitments?source=speech-1&asOf=${asOf}`)).body.items[0]?.status;
    expect([await statusAt(before), await statusAt(dispatched), await statusAt(signed)]).toEqual([undefined, 'DISPATCHED', 'SIGNED']);
    expect((await office.call<List>('GET', `/api/commitments?source=speech-1&status=SIGNED&colour=green&asOf=${signed}`)).body.items).toHaveLength(1);
    expect((await office.call<List>('GET', `/api/commitments?source=speech-1&status=DISPATCHED&asOf=${signed}`)).body.items).toHaveLength(0);
    expect((await office.call('GET', `/api/commitments/${id}?asOf=${before}`)).status).toBe(404);
    const then = await one(id, `?asOf=${signed}`);
    expect([then.status, then.timeline.at(-1)?.type, then.upcoming.moment?.kind]).toEqual(['SIGNED', 'signed', 'rung']);
    expect(then.upcoming.lines.length).toBeGreaterThan(0);
    expect((await one(id)).status).toBe('TERMINATED');
    const figures = async (asOf: string) => (await office.call<{ total: number; dropped: number; bySource: { source: string | null; total: number; open: number }[]; byUnit: { unit: string; total: number }[]; completion: { percent: number | null; numerator: number; denominator: number } }>('GET', `/api/summary?asOf=${asOf}`)).body;
    expect((await figures(before)).total).toBe(total);
    const atSigned = await figures(signed);
    expect([atSigned.total, atSigned.bySource.find((one) => one.source === 'speech-1')]).toEqual([total + 1, expect.objectContaining({ total: 1, open: 1 })]);
    expect(atSigned.completion).toEqual({ numerator: 1, denominator: total + 1, percent: Math.round(1000 / (total + 1)) / 10 });
    expect(atSigned.byUnit.map(({ unit }) => unit)).toContain('ybj');
    const now = (await office.call<{ total: number; dropped: number; byLight: { colour: string; count: number }[] }>('GET', '/api/summary')).body;
    expect([now.total, now.dropped]).toEqual([total, 1]);
    // As on the 总览: what was dropped counts to no light.
    expect(now.byLight.reduce((sum, { count }) => sum + count, 0)).toBe(now.total);
    // A later day by the reader's clock alone: nobody wakes, the light has turned.
    const offset = office.clock.offsetMs;
    const open = await born({ due: '2026-03-10', lead: 'rxzx' });
    office.clock.setOffset(offset + 10 * 86_400_000);
    try {
      expect((await office.call<List>('GET', '/api/commitments?colour=red&unit=rxzx')).body.items.map((item) => [item.id, item.light.colour])).toEqual([[open, 'red']]);
    } finally {
      office.clock.setOffset(offset);
    }
  });

  it('lists the notices a commitment owes, without the mail worker\'s secrets', async () => {
    const id = await born();
    const { body } = await office.call<{ items: Record<string, unknown>[] }>('GET', `/api/notices?commitment=${id}&occasion=dispatch`);
    expect(body.items.map((item) => item['post']).sort()).toEqual(['handler@sjj', 'unitHead@sjj']);
    expect(body.items.every((item) => !('token' in item) && !('occasionKey' in item))).toBe(true);
    expect((await office.call<{ counts: unknown[] }>('GET', '/api/notices/counts')).body.counts.length).toBeGreaterThan(0);
    expect((await office.call<{ queues: { workers: number }[] }>('GET', '/health/engine')).body.queues[0]?.workers).toBeGreaterThan(0);
  });

  it('takes one of twenty changes that go by the same version at once, and tells the others who was first', async () => {
    const id = await born();
    const { version } = await one(id);
    // A busy machine may answer "outcome unknown": asked again by its key, as a client does, it tells what became of it.
    const settled = async (due: string, key = freshKey()): Promise<Awaited<ReturnType<typeof give>>> => {
      const answer = await give(id, 'amend', { due, reason: '上级任务调整' }, { key, headers: { 'If-Match': `"${version}"` } });
      return answer.status === 503 ? settled(due, key) : answer;
    };
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => settled(`2026-07-${String(index + 1).padStart(2, '0')}`)));
    expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 412)]);
    expect((await one(id)).timeline.filter(({ type }) => type === 'amended')).toHaveLength(1);
    const lost = all.find(({ status }) => status === 412);
    expect(lost?.body).toMatchObject({ code: 'versionStale', givenVersion: version, currentVersion: version + 1, changedBy: { person: 'registrar' } });
    // By a version that nobody has seen yet, or by none: refused, and taken.
    expect((await give(id, 'amend', { due: '2026-08-03', reason: '再调整' }, { headers: { 'If-Match': `"${version + 5}"` } })).status).toBe(412);
    expect((await give(id, 'amend', { due: '2026-08-03', reason: '再调整' })).status).toBe(200);
  });

  it('goes on with a list of notices where the page before ended, by unit and by occasion', async () => {
    interface Page { readonly items: readonly { readonly id: string }[]; readonly next: string | null }
    const read = async (query: string): Promise<Page> => (await office.call<Page>('GET', `/api/notices?${query}`)).body;
    await born();
    const all = (await read('unit=sjj&occasion=dispatch&limit=200')).items.map(({ id }) => id);
    const paged: string[] = [];
    for (let cursor = ''; ;) {
      const { items, next } = await read(`unit=sjj&occasion=dispatch&limit=1${cursor}`);
      paged.push(...items.map(({ id }) => id));
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(all.length).toBeGreaterThan(2);
    expect(paged).toEqual(all);
    expect((await office.call('GET', '/api/notices?cursor=x')).status).toBe(400);
  });
});
