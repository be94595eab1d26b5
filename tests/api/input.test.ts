/** What comes in is parsed before anything is asked of it. */
import { draft, freshKey, openOffice, type CallOptions, type Office } from './support';

describe('input', () => {
  let office: Office;
  let id: string;
  beforeAll(async () => {
    office = await openOffice();
    id = (await office.call<{ id: string }>('POST', '/api/commitments', { body: draft() })).body.id;
  });
  afterAll(() => office.close());

  const outcome = async (method: string, path: string, options: CallOptions = {}): Promise<[number, unknown]> => {
    const { status, body } = await office.call<{ code?: string }>(method, path, options);
    return [status, body.code];
  };
  const registered = (): Promise<number> => office.stores.commitments.count();

  const OPERATORS = [{ $gt: '' }, { $where: 'sleep(1)' }, { $ne: null }, ['a'], { $expr: {} }, null, 1, { $regex: '.*' }];

  it.each(['title', 'lead', 'sponsor', 'due', 'pack', 'quote', 'registrar'])('refuses an operator, list or number as %s', async (field) => {
    const before = await registered();
    for (const value of OPERATORS) expect(await outcome('POST', '/api/commitments', { body: draft({ [field]: value }) })).toEqual([400, 'invalidInput']);
    expect(await registered()).toBe(before);
  });

  it.each([
    'unit[$ne]=x', 'unit=a&unit=b', 'status=$where', 'status=DISPATCHED,HACKED', '$where=1', '__proto__=1', 'constructor=1', 'colour[$gt]=', 'source[$regex]=.*',
    'limit=0', 'limit=201', 'limit=1e3', 'limit=-1', 'cursor=!!', 'cursor=eyJkdWUiOnsiJGd0IjoiIn0sImlkIjoiYSJ9', 'asOf=2026-02-30', 'asOf=now', 'asOf=2030-01-01', 'q=x',
  ])('refuses the list query %s', async (query) => {
    expect(await outcome('GET', `/api/commitments?${query}`)).toEqual([400, 'invalidInput']);
  });

  it.each(['/api/commitments/$where', '/api/commitments/a%00b', '/api/commitments/..%2f..', '/api/commitments/%7B%22$ne%22:1%7D', '/api/notices?state[$ne]=sent', '/api/notices/counts?x=1', '/api/summary?asOf[$gt]=', '/api/notices?occasion=chase&occasion=dispatch'])(
    'refuses GET %s', async (path) => {
      expect(await outcome('GET', path)).toEqual([400, 'invalidInput']);
    },
  );

  it.each(['status', 'unitId', 'closedAt', 'role', 'hash', 'id', 'seq', 'registeredAt', '_id', 'ladder', 'clockShiftMs'])('refuses mass assignment of %s', async (field) => {
    expect(await outcome('POST', '/api/commitments', { body: draft({ [field]: 'x' }) })).toEqual([400, 'invalidInput']);
    expect(await outcome('POST', `/api/commitments/${id}/commands/sign`, { body: { unit: 'sjj', [field]: 'x' } })).toEqual([400, 'invalidInput']);
  });

  it('refuses __proto__ at any depth and leaves the prototype alone', async () => {
    const text = JSON.stringify(draft());
    expect(await outcome('POST', '/api/commitments', { raw: text.replace('{', '{"__proto__":{"polluted":1},') })).toEqual([400, 'invalidInput']);
    const source = '"source":{"__proto__":{"polluted":1},"id":"s","title":"t","section":null,"start":0,"end":1},';
    expect(await outcome('POST', '/api/commitments', { raw: text.replace('{', `{${source}`) })).toEqual([400, 'invalidInput']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('refuses text that cannot be stored, hashed or shown safely', async () => {
    for (const title of ['半个\ud800字', '回\u0000零', '反\u202e向', '换\u2028行']) {
      expect(await outcome('POST', '/api/commitments', { body: draft({ title }) })).toEqual([400, 'invalidInput']);
    }
  });

  it('answers malformed, wrong, compressed and oversized bodies with problems', async () => {
    expect(await outcome('POST', '/api/commitments', { raw: '{"title":' })).toEqual([400, 'malformedJson']);
    expect(await outcome('POST', '/api/commitments', { raw: '"text"' })).toEqual([400, 'malformedJson']);
    expect(await outcome('POST', '/api/commitments', { raw: '[]' })).toEqual([400, 'invalidInput']);
    expect(await outcome('POST', '/api/commitments', { raw: '[',  headers: { 'Content-Type': 'text/plain' } })).toEqual([415, 'badMediaType']);
    expect(await outcome('POST', '/api/commitments', { raw: 'x', headers: { 'Content-Encoding': 'gzip' } })).toEqual([415, 'badMediaType']);
    expect(await outcome('POST', '/api/commitments', { body: draft({ quote: 'x'.repeat(1_100_000) }) })).toEqual([413, 'contentTooLarge']);
    expect(await outcome('POST', '/api/commitments', { raw: `{"title":${'['.repeat(400_000)}${']'.repeat(400_000)}}` })).toEqual([400, 'invalidInput']);
  });

  it('needs a fit Idempotency-Key for every write', async () => {
    expect(await outcome('POST', '/api/commitments', { body: draft(), key: null })).toEqual([400, 'idempotencyKeyMissing']);
    expect(await outcome('POST', '/api/commitments', { body: draft(), key: 'a b' })).toEqual([400, 'idempotencyKeyInvalid']);
    expect(await outcome('POST', '/api/commitments', { body: draft(), key: 'x'.repeat(201) })).toEqual([400, 'idempotencyKeyInvalid']);
    expect(await outcome('POST', `/api/commitments/${id}/commands/sign`, { body: { unit: 'sjj' }, key: null })).toEqual([400, 'idempotencyKeyMissing']);
  });

  it('does not let anybody act as the engine, or under an unfit name', async () => {
    expect(await outcome('POST', '/api/commitments', { body: draft(), headers: { Authorization: '', 'X-Yanxing-Person': 'registrar' } })).toEqual([401, 'notLoggedIn']);
    expect(await outcome('POST', '/api/commitments', { body: draft(), headers: { Authorization: 'Bearer nobody-ever-issued-this' } })).toEqual([401, 'notLoggedIn']);
  });

  it('answers unknown addresses, commands and ids with 404, and bad percent signs too', async () => {
    expect(await outcome('GET', '/nowhere')).toEqual([404, 'notFound']);
    expect(await outcome('GET', '/api/commitments/c0000')).toEqual([404, 'notFound']);
    expect(await outcome('POST', `/api/commitments/${id}/commands/__proto__`, { body: {} })).toEqual([404, 'notFound']);
    expect(await outcome('POST', '/api/commitments/c0000/commands/sign', { body: { unit: 'sjj' } })).toEqual([404, 'notFound']);
    expect((await office.call('GET', '/api/commitments/%E4%')).status).toBeLessThan(500);
  });

  it('answers only to the names of this machine', async () => {
    const { createConnection } = await import('node:net');
    const { port } = new URL(office.api.url);
    const raw = await new Promise<string>((resolve, reject) => {
      const socket = createConnection(Number(port), '127.0.0.1', () => socket.end('GET /api/commitments HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString('utf8'))).on('end', () => resolve(text)).on('error', reject);
    });
    expect(raw).toContain('421');
    expect(raw).toContain('badHost');
  });

  it('pages through a list without a gap or a repeat', async () => {
    const dues = ['2026-05-20', '2026-05-20', '2026-04-01', '2026-07-31', '2026-05-20'];
    await Promise.all(dues.map((due, index) => office.call('POST', '/api/commitments', { body: draft({ due, lead: 'czj', title: `第${index}项` }), key: freshKey() })));
    const seen: { id: string; due: string }[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const at: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body }: { body: { items: { id: string; due: string }[]; next: string | null } } = await office.call('GET', `/api/commitments?unit=czj&limit=2${at}`);
      seen.push(...body.items);
      cursor = body.next;
    }
    expect(seen.map(({ due }) => due)).toEqual([...dues].sort());
    expect(new Set(seen.map(({ id: one }) => one)).size).toBe(5);
  });
});
