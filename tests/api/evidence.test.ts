/** Evidence files: taken in once, under a limit, and never given out altered. */
import { createHash } from 'node:crypto';
import { EVIDENCE_BYTES } from '../../api/evidence-files';
import { draft, openOffice, streamUp, type Office } from './support';

describe('evidence files', () => {
  let office: Office;
  let base: string;
  beforeAll(async () => {
    office = await openOffice();
    const { body } = await office.call<{ id: string }>('POST', '/api/commitments', { body: draft() });
    base = `/api/commitments/${body.id}/evidence`;
  });
  afterAll(() => office.close());

  const octets = { 'Content-Type': 'application/octet-stream' };
  const put = (id: string, raw: Buffer, name = '清单.pdf') =>
    office.call<{ code?: string; sha256?: string; size?: number; name?: string }>('PUT', `${base}/${id}/file?name=${encodeURIComponent(name)}`, { raw, headers: octets });
  const content = Buffer.from('佐证内容'.repeat(50_000), 'utf8');
  const sha256 = createHash('sha256').update(content).digest('hex');

  it('takes a file in, answers the same content alike and refuses other content under its id', async () => {
    const first = await put('e1', content);
    expect([first.status, first.body]).toEqual([200, { id: 'e1', name: '清单.pdf', size: content.length, sha256 }]);
    expect((await put('e1', content)).body).toEqual(first.body);
    expect((await put('e1', Buffer.from('other'))).body.code).toBe('evidenceFileExists');
    const got = await fetch(`${office.api.url}${base}/e1/file`, { headers: await office.as('registrar') });
    expect(Buffer.from(await got.arrayBuffer()).equals(content)).toBe(true);
  });

  it('gives it out as an attachment that no browser opens as a page', async () => {
    await put('e2', content, '名 单"(1).html');
    const got = await fetch(`${office.api.url}${base}/e2/file`, { headers: await office.as('registrar') });
    expect(got.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(got.headers.get('Content-Type')).toBe('application/octet-stream');
    expect(got.headers.get('Content-Disposition')).toBe(`attachment; filename="_ __(1).html"; filename*=UTF-8''%E5%90%8D%20%E5%8D%95%22%281%29.html`);
    await got.arrayBuffer();
  });

  it.each(['../../etc/passwd', 'a\\b', 'a\u0000b', '', '..', 'x\u202efdp.exe', 'x'.repeat(201)])('refuses the file name %j', async (name) => {
    expect((await put('e3', content, name)).body.code).toBe('invalidInput');
  });

  it('refuses a file over the limit, told ahead or not, keeps nothing and reads little more', async () => {
    const stream = await streamUp(office.api.url, `${base}/big/file?name=a`, EVIDENCE_BYTES + 64 * 1024 * 1024, await office.as('registrar'));
    expect(stream.status).toBe(413);
    expect(stream.sent).toBeLessThan(EVIDENCE_BYTES + 16 * 1024 * 1024);
    expect(await office.stores.evidence.find(`${base.split('/')[3]}/big`)).toBeNull();
    expect(await office.stores.connection.collection('evidence.chunks').countDocuments({ files_id: `${base.split('/')[3]}/big` as never })).toBe(0);
    expect((await put('big', content)).status).toBe(200);
  });

  it('keeps nothing of an upload that broke off, and takes it in afterwards', async () => {
    const broken = new AbortController();
    const half = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.alloc(600_000));
        setTimeout(() => broken.abort(), 200);
      },
    });
    await expect(fetch(`${office.api.url}${base}/half/file?name=a`, { method: 'PUT', headers: { ...octets, ...(await office.as('registrar')) }, body: half, signal: broken.signal, duplex: 'half' })).rejects.toThrow();
    let again = await put('half', content);
    while (again.status === 409) again = await put('half', content);
    expect(again.status).toBe(200);
  });

  it('lets one of two uploads under one id win, and its file stays whole', async () => {
    const answers = await Promise.all([put('race', content), put('race', content), put('race', Buffer.from('other'))]);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect((await office.call('GET', `${base}/race/file`)).status).toBe(200);
  });

  it('refuses to give out a file that was altered or lost a part', async () => {
    const chunks = office.stores.connection.collection('evidence.chunks');
    const file = await office.stores.connection.collection('evidence.files').findOne({ filename: `${base.split('/')[3]}/e1` });
    const part = { files_id: file?._id, n: 1 };
    expect((await chunks.updateOne(part, { $set: { data: Buffer.alloc(255 * 1024, 7) } })).modifiedCount).toBe(1);
    const altered = await office.call<{ code: string; instance: string }>('GET', `${base}/e1/file`);
    expect([altered.status, altered.body.code]).toEqual([500, 'evidenceAltered']);
    await chunks.deleteOne(part);
    expect((await office.call<{ code: string }>('GET', `${base}/e1/file`)).body.code).toBe('evidenceAltered');
  });

  it('needs raw octets, a commitment and an upload before the command', async () => {
    expect((await office.call('PUT', `${base}/e9/file?name=a`, { body: {} })).status).toBe(415);
    expect((await office.call('PUT', '/api/commitments/none/evidence/e1/file?name=a', { raw: content, headers: octets })).status).toBe(404);
    expect((await office.call('GET', `${base}/none/file`)).status).toBe(404);
    const id = base.split('/')[3];
    const command = await office.call<{ code: string }>('POST', `/api/commitments/${id}/commands/evidence`, { body: { id: 'none', unit: 'sjj', criterion: 'a1' } });
    expect([command.status, command.body.code]).toEqual([409, 'evidenceFileMissing']);
  });
});
