import { constants, deflateRawSync } from 'node:zlib';
import { readDocument, type IntakeLimits } from '../../intake/read-document';
import { docx, docxParts, paragraph, RELS, TYPES, xml } from '../support/docx';
import { zip, type ZipPart } from '../support/zip';

const MEGABYTE = 1024 * 1024;
const honest = docxParts({ body: paragraph('要办好') });

async function code(bytes: Buffer, limits?: Partial<IntakeLimits>): Promise<string> {
  const answer = await readDocument(bytes, 'a.docx', limits);
  return answer.ok ? 'accepted' : answer.code;
}

function withDocument(part: Omit<ZipPart, 'name'>): Buffer {
  return zip([{ name: '[Content_Types].xml', data: TYPES }, { name: '_rels/.rels', data: RELS }, { name: 'word/document.xml', ...part }]);
}

describe('a bomb is refused before anything is inflated', () => {
  const size = 400 * MEGABYTE;
  const block = Buffer.alloc(4 * MEGABYTE, 0x20);
  const again = deflateRawSync(block, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const deflated = Buffer.concat([...Array.from({ length: 99 }, () => again), deflateRawSync(block, { level: 9 })]);

  it.each([
    ['with true headers', size, 50, 20],
    ['with headers that say 20 KB', 20_000, 50, 20],
    ['with headers that stay just under the ratio', deflated.length * 100, 5_000, 100],
  ])('a 400 MB bomb of about 400 KB, %s', async (_, claimedSize, milliseconds, megabytes) => {
    const bytes = withDocument({ data: '', deflated, claimedSize, claimedCrc: 1 });
    expect(bytes.length).toBeLessThan(450 * 1024);
    await code(docx({ body: paragraph('热身') }));
    const memory = process.memoryUsage().rss;
    const times: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const start = performance.now();
      expect(await readDocument(bytes, 'a.docx')).toMatchObject({ ok: false, code: 'zipBomb' });
      times.push(performance.now() - start);
    }
    expect(process.memoryUsage().rss - memory).toBeLessThan(megabytes * MEGABYTE);
    // The best of three: the machine has other work to do.
    expect(Math.min(...times)).toBeLessThan(milliseconds);
  });

  it('many parts, shared data, a large sum', async () => {
    const many = Array.from({ length: 2_100 }, (_, index) => ({ name: `word/media/${index}.png`, data: 'x', store: true }));
    expect(await code(zip([...honest, ...many]))).toBe('zipBomb');
    expect(await code(zip([...honest, { name: 'a.bin', data: 'x'.repeat(1000) }, { name: 'b.bin', data: 'x'.repeat(1000), sharesDataOf: 3 }]))).toBe('zipBomb');
    expect(await code(zip([...honest, { name: 'word/media/a.bin', data: '', deflated: Buffer.alloc(10), claimedSize: 300 * MEGABYTE }]))).toBe('zipBomb');
  });

  it('limits of the caller hold while inflating', async () => {
    expect(await code(docx({ body: paragraph('要办好实事。'.repeat(2_000)) }), { maxTextBytes: 5_000 })).toBe('tooLarge');
    expect(await code(docx({ body: paragraph('要办好实事。'.repeat(2_000)) }), { maxPartBytes: 5_000 })).toBe('zipBomb');
  });
});

describe('a broken or hostile document is refused', () => {
  const truncated = docx({ body: paragraph('要办好') });
  const flipped = Buffer.from(truncated);
  flipped[flipped.indexOf('word/document.xml') + 40] = 0x55;
  it.each([
    ['cut short', 'brokenDocx', truncated.subarray(0, truncated.length - 40)],
    ['a flipped byte', 'brokenDocx', flipped],
    ['an encrypted part', 'brokenDocx', withDocument({ data: xml('document', ''), encrypted: true })],
    ['a wrong checksum', 'brokenDocx', withDocument({ data: xml('document', paragraph('要')), claimedCrc: 7 })],
    ['less data than declared', 'brokenDocx', withDocument({ data: xml('document', paragraph('要')), claimedSize: 900 })],
    ['a path out of the archive', 'brokenDocx', zip([...honest, { name: '../../etc/passwd', data: 'x' }])],
    ['a path inside that climbs', 'brokenDocx', zip([...honest, { name: 'word/a/../../../x', data: 'x' }])],
    ['an absolute path', 'brokenDocx', zip([...honest, { name: '/etc/passwd', data: 'x' }])],
    ['a backslash path', 'brokenDocx', zip([...honest, { name: '..\\..\\x', data: 'x' }])],
    ['a drive letter', 'brokenDocx', zip([...honest, { name: 'C:x', data: 'x' }])],
    ['two parts of one name', 'brokenDocx', zip([...honest, { name: 'word/document.xml', data: xml('document', paragraph('另一份')) }])],
    ['a document type with entities', 'brokenDocx', withDocument({ data: '<!DOCTYPE a [<!ENTITY b "bbb">]><a>&b;</a>' })],
    ['an unknown entity', 'brokenDocx', withDocument({ data: xml('document', paragraph('&file;')) })],
    ['tags that do not pair', 'brokenDocx', withDocument({ data: xml('document', '<w:p></w:r>') })],
    ['half an XML', 'brokenDocx', withDocument({ data: xml('document', paragraph('要')).slice(0, -5) })],
    ['nested without end', 'brokenDocx', withDocument({ data: xml('document', '<w:p>'.repeat(2_000)) })],
    ['no document part', 'brokenDocx', zip([{ name: '[Content_Types].xml', data: TYPES }])],
    ['bytes that are no UTF-8', 'brokenDocx', withDocument({ data: Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe]) })],
    ['a zip of something else', 'unsupported', zip([{ name: 'a.txt', data: '要' }])],
    ['an OFD', 'unsupported', zip([{ name: 'OFD.xml', data: '<a/>' }])],
    ['a spreadsheet', 'unsupported', zip([{ name: '[Content_Types].xml', data: TYPES }, { name: '_rels/.rels', data: RELS.replace('word/document', 'xl/workbook') }, { name: 'xl/workbook.xml', data: '<a/>' }])],
    ['no words in it', 'empty', docx({ body: paragraph(' ') })],
  ])('%s', async (_, expected, bytes) => {
    expect(await code(bytes)).toBe(expected);
  });

  it('an attribute without end, a tag of megabytes and a text of one line take no long time', async () => {
    const start = performance.now();
    expect(await code(withDocument({ data: `<a b="${randomText(3)}`, store: true }))).toBe('brokenDocx');
    expect(await code(withDocument({ data: `<a ${randomText(3)}>`, store: true }))).toBe('brokenDocx');
    expect(await code(withDocument({ data: xml('document', paragraph(randomText(5))), store: true }))).toBe('accepted');
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('whatever bytes are changed, the answer is a text or a reason, never a crash', async () => {
    const whole = docx({ body: paragraph('要办好'), footnotes: '', numbering: '', styles: '' });
    const tail = whole.length - 500;
    for (let round = 0; round < 600; round += 1) {
      const bytes = Buffer.from(whole);
      for (let flip = 0; flip <= round % 3; flip += 1) bytes[(round * 7919 + flip * 104_729) % 2 === 0 ? (round * 31 + flip) % whole.length : tail + ((round * 17 + flip) % 500)] = (round * 97 + flip) & 0xff;
      expect(['accepted', 'brokenDocx', 'zipBomb', 'unsupported', 'notText', 'empty']).toContain(await code(bytes));
    }
  });

  it('an embedded archive is never opened, and macros are told', async () => {
    const answer = await readDocument(docx({ body: paragraph('要办好'), more: [{ name: 'word/embeddings/a.docx', data: zip(honest), store: true }, { name: 'word/vbaProject.bin', data: 'x' }] }), 'a.docm');
    expect(answer).toMatchObject({ ok: true, text: '要办好', notes: [expect.stringContaining('宏'), expect.stringContaining('.docm')] });
  });
});

function randomText(megabytes: number): string {
  return 'abcdefghij 0123456'.repeat((megabytes * MEGABYTE) / 18);
}
