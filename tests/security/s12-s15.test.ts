/** S7, S12 and S15 (quality.md) over HTTP: what people write stays text, what opens doors is in no log line, and of two who decide one does. */
import { draft, openOffice, until, type Office } from '../api/support';

interface Told { readonly code?: string; readonly commitment?: { readonly status: string } }

describe('requests and what is left of them', () => {
  const lines: string[] = [];
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ write: (line) => void lines.push(line) });
    await office.startWorker();
  });
  afterAll(() => office.close());

  const born = async (changes: Record<string, unknown> = {}): Promise<string> => {
    const { body } = await office.call<{ id: string }>('POST', '/api/commitments', { body: draft(changes) });
    await until(async () => ((await office.stores.commitments.get(body.id))?.version ?? 0) > 0, 'first wake');
    return body.id;
  };
  const give = (id: string, name: string, body: unknown, person: string) => office.call<Told>('POST', `/api/commitments/${id}/commands/${name}`, { body, person });

  it('S12: no password, token, cookie or link\'s token stands in a log line, and no line is begun by what somebody sent', async () => {
    const secrets = ['口令-Geheim-4711', 'tok3n-of-nobody-0123456789', 'cookie-of-nobody-0123456789', 'link-token-of-nobody.0123456789'];
    await fetch(`${office.api.url}/api/session`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ account: 'nobody\r\n{"level":60,"msg":"forged"}', password: secrets[0] }) });
    await fetch(`${office.api.url}/api/session`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ account: 'nobody', password: secrets[0] }) });
    await fetch(`${office.api.url}/api/commitments`, { headers: { Authorization: `Bearer ${secrets[1] ?? ''}` } });
    await fetch(`${office.api.url}/api/commitments`, { headers: { Cookie: `yanxing=${secrets[2] ?? ''}` } });
    await fetch(`${office.api.url}/r/${secrets[3] ?? ''}`);
    await office.call('POST', '/api/commitments', { body: draft({ title: '一行\n{"level":60,"msg":"forged"}' }) });
    const { Authorization } = await office.as('registrar');
    const all = lines.flatMap((line) => line.split('\n').filter((part) => part !== ''));
    const parsed = all.map((line) => JSON.parse(line) as { level: number; msg: string; path?: string; requestId?: string });
    expect(parsed.filter(({ msg }) => msg === 'forged')).toEqual([]);
    expect(parsed.filter(({ msg }) => msg === 'request').every(({ requestId }) => /^[0-9a-f-]{36}$/.test(requestId ?? ''))).toBe(true);
    expect(parsed.map(({ path }) => path)).toContain('/r/[redacted]');
    for (const secret of [...secrets, Authorization.replace('Bearer ', '')]) expect(lines.filter((line) => line.includes(secret))).toEqual([]);
  });

  it('S7: what people write is data in every answer, and no answer lets a browser run anything', async () => {
    const title = '<img src=x onerror=alert(1)>{{7*7}}${7*7}<%= 1 %>';
    const id = await born({ title });
    const answer = await office.call<{ title: string }>('GET', `/api/commitments/${id}`);
    expect(answer.body.title).toBe(title);
    expect(['Content-Type', 'Content-Security-Policy', 'X-Content-Type-Options'].map((name) => answer.headers.get(name))).toEqual(['application/json; charset=utf-8', "default-src 'none';frame-ancestors 'none'", 'nosniff']);
    const page = await fetch(`${office.api.url}/api/docs`);
    expect(page.headers.get('Content-Security-Policy')).not.toContain('unsafe-inline');
    await page.arrayBuffer();
  });

  it('S15: who handed in does not accept; of two who decide at once one wins, and nobody approves his own request', async () => {
    const id = await born();
    await give(id, 'sign', { unit: 'sjj' }, 'zhang');
    await office.call('PUT', `/api/commitments/${id}/evidence/e1/file?name=a.txt`, { raw: Buffer.from('印发'), headers: { 'Content-Type': 'application/octet-stream' }, person: 'zhang' });
    expect((await give(id, 'requestExtension', { unit: 'sjj', to: '2026-07-15', reason: '上级口径未定', progress: '已起草' }, 'zhang')).status).toBe(200);
    expect((await give(id, 'decideExtension', { result: 'granted', newDue: '2026-07-15', text: '同意' }, 'zhang')).body.code).toBe('approverIsRequester');
    const decided = await Promise.all(['jianshuyan', 'zhanliyan'].map((person) => give(id, 'decideExtension', { result: 'granted', newDue: '2026-07-10', text: '同意' }, person)));
    expect(decided.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await give(id, 'requestClosure', { unit: 'sjj', summary: '清单已印发', evidence: [{ id: 'e1', criterion: 'a1' }] }, 'zhang')).status).toBe(200);
    const own = await give(id, 'review', { result: 'accepted', text: '同意办结' }, 'zhang');
    expect([own.status, own.body.code]).toEqual([403, 'reviewerIsSubmitter']);
    const before = (await office.stores.commitments.get(id))?.version;
    const reviews = await Promise.all(['li', 'wang', 'zhao'].map((person) => give(id, 'review', { result: 'accepted', text: '同意办结' }, person)));
    expect(reviews.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const accepted = (await office.stores.ledger.chain(id)).filter(({ fact }) => fact.type === 'accepted');
    expect(accepted).toHaveLength(1);
    // Who goes by what stood there before is told what has become of it, by whom and when.
    const stale = await office.call<{ code: string; changedBy: { name: string }; changedAt: string; currentVersion: number }>('POST', `/api/commitments/${id}/commands/instruct`, { body: { leader: '李副市长', text: '抓紧' }, headers: { 'If-Match': `"${before ?? 0}"` } });
    expect([stale.status, stale.body.code]).toEqual([412, 'versionStale']);
    expect(stale.headers.get('ETag')).toBe(`"${stale.body.currentVersion}"`);
    expect(['li', 'wang', 'zhao']).toContain(stale.body.changedBy.name);
    expect((await office.call('POST', `/api/commitments/${id}/commands/instruct`, { body: { leader: '李副市长', text: '抓紧', newDue: '2026-08-03' }, headers: { 'If-Match': `"${stale.body.currentVersion}"` } })).status).toBe(200);
  });
});
