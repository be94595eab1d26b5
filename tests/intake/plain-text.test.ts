import { createHash, randomFillSync } from 'node:crypto';
import { readDocument, type ReadDocument } from '../../intake/read-document';
import { gb18030 } from '../support/gb18030';

const TEXT = '在全市工作会议上的讲话\n一、提高认识\n要制定管理办法，9月底前完成。\n';

function accepted(answer: ReadDocument): Extract<ReadDocument, { ok: true }> {
  if (!answer.ok) throw new Error(`${answer.code}: ${answer.message}`);
  return answer;
}

function code(answer: ReadDocument): string {
  return answer.ok ? 'accepted' : answer.code;
}

describe('a plain text is read by its content', () => {
  it.each([
    ['UTF-8', 'UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', 'UTF-8', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 little-endian with its mark', 'UTF-16LE', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16 big-endian with its mark', 'UTF-16BE', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
    ['GB18030', 'GB18030', gb18030(TEXT)],
  ])('%s is recognised and gives the same text', async (_, encoding, bytes) => {
    const answer = accepted(await readDocument(bytes, 'a.txt'));
    expect(answer.text).toBe(TEXT);
    expect(answer.encoding).toBe(encoding);
    expect(answer.format).toBe('txt');
    expect(answer.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it.each(['联通', '要制定办法。', '2026年要完成8%的增长', '鑫淼公司要于年底前投产'])('the short GB18030 text %s is not taken for UTF-8', async (text) => {
    const answer = accepted(await readDocument(gb18030(text), 'a.txt'));
    expect(answer).toMatchObject({ text, encoding: 'GB18030' });
  });

  it('rare characters of four bytes are read', async () => {
    const bytes = Buffer.from('8139ee39fe9fe94688d2cbc4d7d6bddac9fac6a7d7d6a3ba9534b235', 'hex');
    expect(accepted(await readDocument(bytes, 'a.txt'))).toMatchObject({ text: '㐀䶮镕堃四字节生僻字：𠮷', encoding: 'GB18030' });
  });

  it('two common characters whose GB18030 bytes are also valid UTF-8 read as Chinese', async () => {
    const bytes = Buffer.from([0xd2, 0xbb, 0xb6, 0xa8]);
    expect(accepted(await readDocument(bytes, 'a.txt')).text).toBe(new TextDecoder('gb18030').decode(bytes));
    expect(accepted(await readDocument(Buffer.from('Пётр'), 'a.txt'))).toMatchObject({ text: 'Пётр', encoding: 'UTF-8' });
  });

  it('UTF-8 with one damaged byte stays UTF-8, and the place is shown and told', async () => {
    const bytes = Buffer.from(TEXT.repeat(40));
    bytes[300] = 0xff;
    const answer = accepted(await readDocument(bytes, 'a.txt'));
    expect(answer.encoding).toBe('UTF-8');
    expect(answer.text).toContain('\ufffd');
    expect(answer.notes.join()).toContain('无法识别');
  });

  it('line ends of all kinds become one kind, and invisible characters are taken out and told', async () => {
    const answer = accepted(await readDocument(Buffer.from('一\r\n二\r三\v四\u2028五\u202e\u200b六'), 'a.txt'));
    expect(answer.text).toBe('一\n二\n三\n四\n五六');
    expect(answer.notes).toEqual(['已去除 2 个不可见字符（零宽字符或文字方向控制符）']);
  });

  it('a wrong file name is told, and the content decides', async () => {
    const answer = accepted(await readDocument(Buffer.from(TEXT), 'speech.docx'));
    expect(answer.format).toBe('txt');
    expect(answer.notes.join()).toContain('.docx');
  });
});

describe('what is no text is refused with the reason', () => {
  const noise = randomFillSync(Buffer.alloc(20_000));
  const noiseWithoutNul = Buffer.from(noise.map((byte) => (byte === 0 ? 1 : byte)));
  const control = Buffer.from('要制定办法。'.repeat(10) + '\u0001\u0002\u0003\u0004\u0005');
  it.each([
    ['an empty file', 'empty', Buffer.alloc(0)],
    ['only blanks', 'empty', Buffer.from(' \r\n\t　\u00a0\u200b\n')],
    ['only a byte order mark', 'empty', Buffer.from('\ufeff')],
    ['random bytes', 'notText', noise],
    ['random bytes without a NUL', 'notText', noiseWithoutNul],
    ['a NUL in a text', 'notText', Buffer.from('要制定\u0000办法')],
    ['UTF-16 without a mark', 'notText', Buffer.from('abc要', 'utf16le')],
    ['many control characters', 'notText', control],
    ['French in Latin-1', 'notText', Buffer.from('d\xe9j\xe0 \xe9t\xe9 cr\xe9\xe9e', 'latin1')],
    ['a PDF', 'unsupported', Buffer.from('%PDF-1.7 …')],
    ['an RTF', 'unsupported', Buffer.from('{\\rtf1 abc}')],
    ['a web page', 'unsupported', Buffer.from('<!DOCTYPE html><p>要</p>')],
    ['an old .doc', 'unsupported', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['a picture', 'unsupported', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ])('%s', async (_, expected, bytes) => {
    const answer = await readDocument(bytes, 'a.txt');
    expect(code(answer)).toBe(expected);
    if (!answer.ok) expect(answer.message).toMatch(/请.+。$/);
  });

  it('an encrypted Word file is named as such', async () => {
    const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
    const answer = await readDocument(bytes, 'a.docx');
    expect(answer).toMatchObject({ ok: false, code: 'unsupported' });
    expect(!answer.ok && answer.message).toContain('加密');
  });

  it('more bytes, or more text, than the limit', async () => {
    expect(code(await readDocument(Buffer.alloc(20 * 1024 * 1024 + 1, 0x61), 'a.txt'))).toBe('tooLarge');
    expect(code(await readDocument(Buffer.from('要'.repeat(2_100_000)), 'a.txt'))).toBe('tooLarge');
    expect(code(await readDocument(Buffer.from(TEXT), 'a.txt', { maxTextBytes: 50 }))).toBe('tooLarge');
    expect(code(await readDocument(Buffer.from('要制定办法。\n'.repeat(250_000)), 'a.txt'))).toBe('accepted');
  });
});
