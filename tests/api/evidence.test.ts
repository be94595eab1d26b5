/** Evidence files: taken in once, under a limit, and never given out altered. */
import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { docxFile, pdf, png } from '../support/evidence-files';
import { EICAR, startClamd, type TestClamd } from '../support/clamd';
import { draft, openOffice, streamUp, until, type Office } from './support';

describe('evidence files', () => {
  let office: Office;
  let base: string;
  let clamd: TestClamd;
  const born = async (changes: Record<string, unknown> = {}): Promise<string> => {
    const { body } = await office.call<{ id: string }>('POST', '/api/commitments', { body: draft(changes) });
    await until(async () => ((await office.stores.commitments.get(body.id))?.version ?? 0) > 0, 'first wake');
    return body.id;
  };
  beforeAll(async () => {
    clamd = await startClamd();
    office = await openOffice(undefined, { YANXING_CLAMD: `127.0.0.1:${clamd.port}` });
    await office.startWorker();
    base = `/api/commitments/${await born()}/evidence`;
  });
  afterAll(async () => {
    await office.close();
    await clamd.stop();
  });

  const octets = { 'Content-Type': 'application/octet-stream' };
  const put = (id: string, raw: Buffer, name = '清单.txt') =>
    office.call<{ code?: string; sha256?: string; size?: number; name?: string }>('PUT', `${base}/${id}/file?name=${encodeURIComponent(name)}`, { raw, headers: octets });
  const content = Buffer.from('佐证内容'.repeat(50_000), 'utf8');
  const [sha256, sm3] = [createHash('sha256').update(content).digest('hex'), createHash('sm3').update(content).digest('hex')];

  it('takes a file in, answers the same content alike and refuses other content under its id', async () => {
    const first = await put('e1', content);
    expect([first.status, first.body]).toEqual([200, { id: 'e1', name: '清单.txt', size: content.length, sha256, sm3, kind: 'text', held: false }]);
    expect((await put('e1', content)).body).toEqual(first.body);
    expect((await put('e1', Buffer.from('other'))).body.code).toBe('evidenceFileExists');
    const got = await fetch(`${office.api.url}${base}/e1/file`, { headers: await office.as('registrar') });
    expect(Buffer.from(await got.arrayBuffer()).equals(content)).toBe(true);
  });

  it('gives it out as an attachment that no browser opens as a page', async () => {
    await put('e2', content, '名 单"(1).txt');
    const got = await fetch(`${office.api.url}${base}/e2/file`, { headers: await office.as('registrar') });
    expect(got.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(got.headers.get('Content-Type')).toBe('application/octet-stream');
    expect(got.headers.get('Content-Disposition')).toBe(`attachment; filename="_ __(1).txt"; filename*=UTF-8''%E5%90%8D%20%E5%8D%95_%281%29.txt`);
    await got.arrayBuffer();
  });

  it('S9: cleans every name in one way, and refuses what its content does not bear out', async () => {
    const names = await Promise.all(['../../etc/passwd', 'C:\\fakepath\\清单.txt', 'a\u0000b.txt', '发票\u202efdp.txt', 'nul.txt', '发票.exe.txt', ''].map(async (name, index) => (await put(`n${index}`, content, name)).body.name));
    expect(names).toEqual(['passwd.txt', '清单.txt', 'a_b.txt', '发票_fdp.txt', '_nul.txt', '发票_exe.txt', '未命名文件.txt']);
    for (const [name, raw] of [['清单.pdf', content], ['页面.txt', Buffer.from('<html><script>alert(1)</script>')], ['清单.docx', Buffer.from('PK\x03\x04 no archive')], ['讲话.txt', Buffer.from('机密★一年\n讲话')]] as const) {
      const refused = await put('refused', raw, name);
      expect([name, refused.status, refused.body.code]).toEqual([name, 422, 'evidenceRefused']);
    }
    expect(await office.stores.evidence.find(`${base.split('/')[3]}/refused`)).toBeNull();
  });

  it('S9: refuses 2 GB early, told ahead or not, keeps nothing and takes up little memory', async () => {
    const [id] = [base.split('/')[3]];
    const GIGABYTE = 1024 ** 3;
    await streamUp(office.api.url, `${base}/warm/file?name=a`, 2 * 1024 * 1024, await office.as('registrar')); // code and buffers that any upload needs
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 10);
    const stream = await streamUp(office.api.url, `${base}/big/file?name=a`, 2 * GIGABYTE, await office.as('registrar'));
    clearInterval(watch);
    expect(stream.status).toBe(413);
    // What stands in the sockets' buffers was sent, but read by nobody.
    expect(stream.sent).toBeLessThan(100 * 1024 * 1024 + 16 * 1024 * 1024);
    expect((most - before) / 1024 / 1024).toBeLessThan(50);
    expect(await office.stores.evidence.find(`${id}/big`)).toBeNull();
    expect(await office.stores.connection.collection('evidence.files').countDocuments({ filename: `${id}/big` })).toBe(0);
    const as = await office.as('registrar');
    const told = await new Promise<number>((resolve, reject) => {
      const request = httpRequest(`${office.api.url}${base}/big/file?name=a`, { method: 'PUT', headers: { ...octets, ...as, 'Content-Length': String(2 * GIGABYTE) } }, (response) => {
        resolve(response.statusCode ?? 0);
        request.destroy();
      });
      request.on('error', reject);
      request.flushHeaders();
    });
    expect(told).toBe(413);
    // What cannot be evidence is refused by its first bytes.
    const zeros = await streamUp(office.api.url, `${base}/big/file?name=a`, 2 * GIGABYTE, as, '\0');
    expect([zeros.status, zeros.sent < 16 * 1024 * 1024]).toEqual([422, true]);
    expect((await put('big', content)).status).toBe(200);
  });

  it('S9: a form of 10,000 parts is refused', async () => {
    const parts = Array.from({ length: 10_000 }, (_, index) => `--x\r\nContent-Disposition: form-data; name="f${index}"\r\n\r\n1\r\n`).join('');
    const answer = await fetch(`${office.api.url}/r/none`, { method: 'POST', headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, body: `${parts}--x--\r\n` });
    expect(answer.status).toBe(413);
  });

  it('keeps nothing of an upload that broke off, and takes it in afterwards', async () => {
    const broken = new AbortController();
    const half = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.alloc(600_000, '.'));
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
    const part = { files_id: file?._id, n: 0 };
    expect((await chunks.updateOne(part, { $set: { data: Buffer.alloc(content.length, 7) } })).modifiedCount).toBe(1);
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

  it('shows a PDF or a picture in the browser, under a policy by which nothing in it runs, and nothing else', async () => {
    await put('p1', pdf('Plan'), '计划.pdf');
    await put('p2', png(), '现场.png');
    const shown = await Promise.all(['p1', 'p2'].map(async (id) => {
      const got = await fetch(`${office.api.url}${base}/${id}/preview`, { headers: await office.as('registrar') });
      await got.arrayBuffer();
      return [got.status, ...['Content-Type', 'Content-Security-Policy', 'X-Content-Type-Options', 'X-Frame-Options'].map((name) => got.headers.get(name)), got.headers.get('Content-Disposition')?.split(';')[0]];
    }));
    expect(shown).toEqual([
      [200, 'application/pdf', "default-src 'none'; frame-ancestors 'self'; object-src 'self'", 'nosniff', 'SAMEORIGIN', 'inline'],
      [200, 'image/png', "default-src 'none'; frame-ancestors 'self'; sandbox", 'nosniff', 'SAMEORIGIN', 'inline'],
    ]);
    expect((await office.call('GET', `${base}/e1/preview`)).status).toBe(404);
  });

  it('lists what is there with its versions, and warns of what should be looked at twice', async () => {
    const [one, other] = [await born({ dispatchOn: undefined }), await born({ lead: 'czj', title: '另一事项' })];
    const text = Array.from({ length: 30 }, (_, index) => `第${index + 1}条 各部门应当按照统一标准归集第${index * 7 + 3}类数据，并在每月${index % 28 + 1}日前完成核验。`);
    const give = async (id: string, evidence: string, raw: Buffer, name: string, unit = 'sjj'): Promise<void> => {
      expect((await office.call('PUT', `/api/commitments/${id}/evidence/${evidence}/file?name=${encodeURIComponent(name)}`, { raw, headers: octets })).status).toBe(200);
      expect((await office.call('POST', `/api/commitments/${id}/commands/evidence`, { body: { id: evidence, unit, criterion: 'a1' } })).status).toBe(200);
    };
    for (const [id, unit] of [[one, 'sjj'], [other, 'czj']] as const) await office.call('POST', `/api/commitments/${id}/commands/sign`, { body: { unit } });
    await give(one, 'v1', docxFile(text, '2026-01-05T02:30:00Z'), '办法.docx');
    await give(one, 'v2', docxFile([...text, '附则']), '办法.docx');
    await give(one, 'v3', pdf('Hello evidence', "20260110103000+08'00'"), '批复.pdf');
    await give(other, 'c1', Buffer.from(text.join('\n').replace('核验', '核查')), '办法.txt', 'czj');
    await give(other, 'c2', pdf('Hello evidence', "20260110103000+08'00'"), '回函.pdf', 'czj');
    const { body } = await office.call<{ items: { id: string; kind: string; madeOn: string | null; sm3: string; handedIn: { version: number; criterionText: string; unitName: string }; warnings: { code: string; text: string }[] }[] }>('GET', `/api/commitments/${one}/evidence`);
    const number = (await office.stores.commitments.get(other))?.number;
    expect(body.items.map(({ id, kind, madeOn, handedIn, warnings }) => [id, kind, madeOn, handedIn.version, handedIn.unitName, warnings.map((warning) => warning.text)])).toEqual([
      ['v1', 'docx', '2026-01-05', 1, '临川市数据局', [`文字与临川市财政局在${number}中的“办法.txt”基本相同`, '文件自记的日期为2026-01-05，早于交办日期2026-03-02']],
      ['v2', 'docx', null, 2, '临川市数据局', [`文字与临川市财政局在${number}中的“办法.txt”基本相同`]],
      ['v3', 'pdf', '2026-01-10', 1, '临川市数据局', [`与临川市财政局在${number}中的“回函.pdf”内容完全相同`, '文件自记的日期为2026-01-10，早于交办日期2026-03-02']],
    ]);
  });

  it('warns of two units of one matter that hand in one text, not of a unit that mends its own', async () => {
    const id = await born({ coUnits: ['czj'], dispatchOn: undefined });
    const text = Array.from({ length: 30 }, (_, index) => `第${index + 1}条 本单位已于${index % 28 + 1}日完成第${index * 11 + 5}项清理，并将结果报送主管部门备查。`).join('\n');
    for (const unit of ['sjj', 'czj']) expect((await office.call('POST', `/api/commitments/${id}/commands/sign`, { body: { unit } })).status).toBe(200);
    for (const [evidence, unit, raw] of [['a', 'sjj', text], ['b', 'sjj', `${text}\n附则`], ['c', 'czj', text.replace('本单位', '我单位')]] as const) {
      expect((await office.call('PUT', `/api/commitments/${id}/evidence/${evidence}/file?name=${encodeURIComponent(`${evidence}.txt`)}`, { raw: Buffer.from(raw), headers: octets })).status).toBe(200);
      expect((await office.call('POST', `/api/commitments/${id}/commands/evidence`, { body: { id: evidence, unit, criterion: 'a1' } })).status).toBe(200);
      if (evidence !== 'b') continue;
      const { body } = await office.call<{ items: { warnings: unknown[] }[] }>('GET', `/api/commitments/${id}/evidence`);
      expect(body.items.map(({ warnings }) => warnings)).toEqual([[], []]);
    }
    const { body } = await office.call<{ items: { id: string; warnings: { code: string; text: string }[] }[] }>('GET', `/api/commitments/${id}/evidence`);
    expect(body.items.map((one) => [one.id, one.warnings.map((warning) => warning.text)])).toEqual([
      ['a', ['文字与临川市财政局在本事项中的“c.txt”基本相同']], ['b', ['文字与临川市财政局在本事项中的“c.txt”基本相同']],
      ['c', ['文字与临川市数据局在本事项中的“a.txt”、临川市数据局在本事项中的“b.txt”基本相同']],
    ]);
  });

  it('holds a file back while no scan can run, releases it afterwards, and keeps nothing infected', async () => {
    const infected = await put('virus', Buffer.from(`${EICAR}\n`), '样本.txt');
    expect([infected.status, (infected.body as { reason?: string }).reason]).toEqual([422, 'infected']);
    expect(await office.stores.evidence.find(`${base.split('/')[3]}/virus`)).toBeNull();
    await clamd.stop();
    const held = await put('held', Buffer.from('扫描停机时提交的佐证'), '佐证.txt');
    expect([held.status, (held.body as { held?: boolean }).held]).toEqual([200, true]);
    const refused = await office.call<{ code: string }>('GET', `${base}/held/file`);
    expect([refused.status, refused.body.code, refused.headers.get('Retry-After')]).toEqual([409, 'evidenceHeld', '60']);
    await office.call('POST', `/api/commitments/${base.split('/')[3]}/commands/sign`, { body: { unit: 'sjj' } });
    const command = () => office.call<{ code: string }>('POST', `/api/commitments/${base.split('/')[3]}/commands/evidence`, { body: { id: 'held', unit: 'sjj', criterion: 'a1' } });
    expect((await command()).body.code).toBe('evidenceHeld');
    const listed = await office.call<{ items: { id: string; warnings: { code: string }[] }[] }>('GET', base);
    expect(listed.body.items.find(({ id }) => id === 'held')?.warnings).toMatchObject([{ code: 'held' }]);
    await clamd.start();
    expect((await command()).status).toBe(200);
    expect((await office.call('GET', `${base}/held/file`)).status).toBe(200);
    // A daemon that does not take files of this size has not scanned them.
    clamd.limit = 1_000;
    expect((await put('long', content, '长.txt')).body).toMatchObject({ held: true });
  });
});
