import { Refused, ACCEPTED } from './refusal';

export type FileKind = 'archive' | 'text';

const MAGIC: readonly (readonly [prefix: string, what: string])[] = [
  ['%PDF', 'PDF 文件'],
  ['{\\rtf', 'RTF 文件'],
  ['\x89PNG', '图片'],
  ['\xff\xd8\xff', '图片'],
  ['GIF8', '图片'],
  ['BM\x00', '图片'],
  ['II*\x00', '图片'],
  ['MM\x00*', '图片'],
  ['Rar!', 'RAR 压缩包'],
  ['7z\xbc\xaf', '7z 压缩包'],
  ['\x1f\x8b', 'GZIP 压缩包'],
  ['MZ\x90', '可执行程序'],
  ['\x7fELF', '可执行程序'],
];

/** By what the bytes say; the file's name has no say. */
export function fileKind(bytes: Buffer): FileKind {
  const head = bytes.subarray(0, 512).toString('latin1');
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(head)) return 'archive';
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) {
    const locked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new Refused('unsupported', locked
      ? `文件是加密的 Office 文档，无法读取。请去除打开密码后重新提交。${ACCEPTED}`
      : `文件是旧版 Office 格式（如 .doc、.wps、.xls），暂不支持。请另存为 .docx 后重新提交。${ACCEPTED}`);
  }
  for (const [prefix, what] of MAGIC) {
    if (head.startsWith(prefix)) throw new Refused('unsupported', `文件是${what}，暂不支持。${ACCEPTED}`);
  }
  if (/^(?:\xef\xbb\xbf)?\s*(?:<!doctype\s+html|<html|<\?xml|MIME-Version:)/i.test(head)) {
    throw new Refused('unsupported', `文件是网页或 XML 标记文本，不是纯文本。${ACCEPTED}`);
  }
  return 'text';
}
