/** What an evidence file is, by its bytes; S9 (polyglots, wrong types) and S10 (bombs before any parser) of quality.md. */
import { constants, deflateRawSync } from 'node:zlib';
import { exifDay, pdfDay, readContent } from '../../intake/evidence-content';
import { HEAD_BYTES, kindOfFile, nameOfKind, TAIL_BYTES } from '../../intake/evidence-kind';
import { bandsOf, likeness, SAME_TEXT, signatureOf } from '../../intake/likeness';
import { archiveOf, docxFile, jpeg, pdf, png } from '../support/evidence-files';
import { zip } from '../support/zip';

const kindOf = (bytes: Buffer): Promise<string> =>
  kindOfFile(bytes.subarray(0, HEAD_BYTES), bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES)), bytes.length).catch((error: unknown) => (error as Error).message);
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('the kind of a file', () => {
  it.each<[string, Buffer]>([
    ['pdf', pdf('x')], ['png', png()], ['jpeg', jpeg('2026:03:02 09:00:00')], ['gif', latin('GIF89a\x01\0\x01\0')], ['webp', latin('RIFF\x24\0\0\0WEBPVP8 ')], ['tiff', latin('II*\0\x08\0\0\0')],
    ['bmp', latin('BM\x46\0\0\0\0\0\0\0\x36\0\0\0')], ['mp4', latin('\0\0\0\x20ftypisom\0\0\x02\0')], ['office', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0')],
    ['docx', docxFile(['要办好'])], ['xlsx', archiveOf('[Content_Types].xml', 'xl/workbook.xml')], ['pptx', archiveOf('ppt/presentation.xml')], ['ofd', archiveOf('OFD.xml', 'Doc_0/Document.xml')],
    ['text', Buffer.from('印发管理办法')], ['text', Buffer.from('\ufeff序号,单位\r\n1,数据局')], ['text', Buffer.from('\ufeff管理办法', 'utf16le')], ['text', latin('\xd2\xaa\xb0\xec\xba\xc3')],
  ])('%s', async (kind, bytes) => {
    expect(await kindOf(bytes)).toBe(kind);
  });

  it.each<[string, string, Buffer]>([
    ['a program', '可执行程序', latin('MZ\x90\0\x03')], ['a page', '网页', Buffer.from('\n<!DOCTYPE html><script>alert(1)</script>')], ['a drawing that runs', '网页', Buffer.from('<svg onload="x()"/>')],
    ['a script', '脚本', Buffer.from('#!/bin/sh\nrm -r /')], ['RTF', 'RTF', Buffer.from('{\\rtf1 x}')], ['another archive', '压缩包', latin('Rar!\x1a\x07')], ['a plain archive', '压缩包', archiveOf('a.txt', 'b.exe')],
    ['an archive that goes outside', '压缩结构无法读取', archiveOf('word/document.xml', '../../etc/passwd')], ['macros', '宏', archiveOf('word/document.xml', 'word/vbaProject.bin')],
    ['a cut archive', '压缩结构无法读取', docxFile(['x']).subarray(0, 200)], ['a PDF that is an archive too', '既是PDF', Buffer.concat([pdf('x'), archiveOf('evil.class')])],
    ['a picture that is an archive too', '既是GIF', Buffer.concat([latin('GIF89a\x01\0\x01\0'), archiveOf('evil.class')])], ['bytes of no kind', '不属于', Buffer.alloc(100, 1)], ['nothing', '空的', Buffer.alloc(0)],
  ])('%s stays outside', async (_, words, bytes) => {
    expect(await kindOf(bytes)).toContain(words.replace('既是PDF', '既是PDF 文件').replace('既是GIF', '既是GIF 图片'));
  });

  it('a name tells the truth or gets the ending it lacks', () => {
    expect([nameOfKind('清单', 'pdf'), nameOfKind('清单.PDF', 'pdf'), nameOfKind('照片.jpeg', 'jpeg'), nameOfKind('台账.et', 'office')]).toEqual(['清单.pdf', '清单.PDF', '照片.jpeg', '台账.et']);
    for (const name of ['清单.exe', '清单.docx', '清单.html']) expect(() => nameOfKind(name, 'pdf')).toThrow('内容却是PDF');
  });
});

describe('S10: a bomb is refused by its directory', () => {
  const MEGABYTE = 1024 * 1024;
  const block = Buffer.alloc(4 * MEGABYTE, 0x20);
  const again = deflateRawSync(block, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const deflated = Buffer.concat([...Array.from({ length: 99 }, () => again), deflateRawSync(block, { level: 9 })]);
  const bomb = zip([{ name: '[Content_Types].xml', data: '<x/>' }, { name: 'word/document.xml', data: '', deflated, claimedSize: 400 * MEGABYTE, claimedCrc: 1 }]);

  it('400 MB in 409 KB within 50 ms and 20 MB', async () => {
    expect(bomb.length).toBeLessThan(450 * 1024);
    await kindOf(docxFile(['热身']));
    const memory = process.memoryUsage().rss;
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const start = performance.now();
      expect(await kindOf(bomb)).toContain('异常膨胀');
      times.push(performance.now() - start);
    }
    expect(process.memoryUsage().rss - memory).toBeLessThan(20 * MEGABYTE);
    // The best of five: the machine has other work to do.
    expect(Math.min(...times)).toBeLessThan(50);
  });

  it('headers that lie are found out while its text is read, at the first byte beyond', async () => {
    const lying = zip([{ name: '[Content_Types].xml', data: '<x/>' }, { name: 'word/document.xml', data: '', deflated, claimedSize: deflated.length * 100, claimedCrc: 1 }]);
    expect(await kindOf(lying)).toBe('docx');
    await expect(readContent('docx', lying, 'a.docx', () => Promise.resolve(null))).rejects.toMatchObject({ code: 'zipBomb' });
  });
});

describe('what a file says of itself', () => {
  const noPdf = () => Promise.resolve(null);
  it('when it was last changed, as a day in the office', async () => {
    expect((await readContent('docx', docxFile(['办法'], '2026-01-04T17:30:00Z'), 'a.docx', noPdf)).madeOn).toBe('2026-01-05');
    expect([pdfDay("D:20260105103000+08'00'"), pdfDay('D:20260104173000Z'), pdfDay('D:20260105'), pdfDay('D:20261405'), pdfDay('x'), pdfDay(null)]).toEqual(['2026-01-05', '2026-01-05', '2026-01-05', null, null, null]);
    expect([exifDay(jpeg('2026:01:05 10:30:00')), exifDay(jpeg('0000:00:00 00:00:00')), exifDay(png())]).toEqual(['2026-01-05', null, null]);
  });

  it('a secrecy mark keeps it out; a text that cannot be read does not', async () => {
    await expect(readContent('docx', docxFile(['机密★10年', '办法']), 'a.docx', noPdf)).rejects.toMatchObject({ code: 'secrecyMark' });
    await expect(readContent('png', png(), '秘密★内部.png', noPdf)).rejects.toMatchObject({ code: 'secrecyMark' });
    expect(await readContent('pdf', pdf('x'), 'a.pdf', noPdf)).toEqual({ read: false, signature: null, madeOn: null });
  });
});

describe('texts that are the same', () => {
  const text = Array.from({ length: 40 }, (_, index) => `第${index + 1}条 各县区、各部门应当按照统一标准归集第${index * 7 + 3}类数据，并在每月${index % 28 + 1}日前完成核验。`).join('\n');
  it('are found through layout, punctuation and a few changed words, and different ones are not', () => {
    const signature = signatureOf(text)!;
    const near = signatureOf(text.replaceAll('，', ', ').replace('核验', '核查').replaceAll('\n', '\n\n'))!;
    const other = signatureOf(Array.from({ length: 40 }, (_, index) => `${index}、本局已会同有关单位对第${index + 5}批项目开展现场检查，整改率达到${index + 40}%。`).join(''))!;
    expect(likeness(signature, near)).toBeGreaterThan(SAME_TEXT);
    expect(bandsOf(signature).filter((band) => bandsOf(near).includes(band)).length).toBeGreaterThan(0);
    expect(likeness(signature, other)).toBeLessThan(0.2);
    expect(signatureOf('同意。')).toBeNull();
  });
});
