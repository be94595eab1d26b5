/** What an evidence file is, by what its bytes say: a closed list, and the reasons why everything else stays outside. */
import { RandomAccessReader } from 'yauzl';
import { Archive } from './docx/archive';
import { DEFAULT_LIMITS, readableSize } from './limits';
import { Refused } from './refusal';

export const EVIDENCE_KINDS = ['pdf', 'ofd', 'docx', 'xlsx', 'pptx', 'office', 'text', 'png', 'jpeg', 'gif', 'bmp', 'tiff', 'webp', 'mp4'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export interface KindFacts {
  readonly name: string;
  /** Endings that a name of this kind may have; the first one is added where there is none. */
  readonly endings: readonly string[];
  readonly mediaType: string;
  /** Shown by a browser itself, without anything of ours opening the file. */
  readonly preview: boolean;
}
const kind = (name: string, mediaType: string, endings: readonly string[], preview = false): KindFacts => ({ name, endings, mediaType, preview });
export const KINDS: Readonly<Record<EvidenceKind, KindFacts>> = {
  pdf: kind('PDF 文件', 'application/pdf', ['pdf'], true),
  ofd: kind('OFD 版式文件', 'application/ofd', ['ofd']),
  docx: kind('Word 文档', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ['docx']),
  xlsx: kind('Excel 表格', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ['xlsx']),
  pptx: kind('演示文稿', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', ['pptx']),
  office: kind('旧版 Office 或 WPS 文件', 'application/octet-stream', ['doc', 'wps', 'xls', 'et', 'ppt', 'dps']),
  text: kind('纯文本', 'text/plain; charset=utf-8', ['txt', 'csv', 'md']),
  png: kind('PNG 图片', 'image/png', ['png'], true),
  jpeg: kind('JPEG 图片', 'image/jpeg', ['jpg', 'jpeg'], true),
  gif: kind('GIF 图片', 'image/gif', ['gif'], true),
  bmp: kind('BMP 图片', 'image/bmp', ['bmp'], true),
  tiff: kind('TIFF 图片', 'image/tiff', ['tif', 'tiff']),
  webp: kind('WebP 图片', 'image/webp', ['webp'], true),
  mp4: kind('MP4 视频', 'video/mp4', ['mp4']),
};
const ACCEPTED = '可收录 PDF、OFD、Word、Excel、演示文稿、图片、MP4 视频和纯文本';
const refused = (why: string): Refused => new Refused('unsupported', `${why}。${ACCEPTED}。`);

/** What is looked at of a file's beginning and end, in bytes; the end holds an archive's whole directory. */
export const HEAD_BYTES = 64 * 1024;
export const TAIL_BYTES = 1024 * 1024;

const MAGIC: readonly (readonly [RegExp, EvidenceKind])[] = [
  [/^%PDF-/, 'pdf'], [/^\x89PNG\r\n\x1a\n/, 'png'], [/^\xff\xd8\xff/, 'jpeg'], [/^GIF8[79]a/, 'gif'], [/^BM[\s\S]{4}\x00\x00\x00\x00/, 'bmp'],
  [/^(?:II\*\x00|MM\x00\*)/, 'tiff'], [/^RIFF[\s\S]{4}WEBP/, 'webp'], [/^[\s\S]{4}ftyp(?:isom|iso[2-6]|mp4[12]|avc1|MSNV|M4V |qt {2})/, 'mp4'], [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, 'office'],
];
const OUTSIDE: readonly (readonly [RegExp, string])[] = [
  [/^(?:MZ|\x7fELF|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe)/, '文件是可执行程序'], [/^(?:Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ)/, '文件是压缩包，请解开后逐个提交'], [/^\{\\rtf/, '文件是 RTF 文档，请另存为 .docx'],
  [/^(?:\xef\xbb\xbf)?\s*(?:#!|<(?:!doctype|html|head|body|script|svg|iframe|\?xml|\?php)|MIME-Version:|%!PS)/i, '文件是网页、脚本或标记文本，不是纯文本'],
];
/** Of a text: neither binary nor without the mark that UTF-16 needs. */
const BINARY = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/;
const UTF16 = /^(?:\xff\xfe|\xfe\xff)/;

/** From the first bytes alone, so that what has no chance is not taken in whole. @throws Refused */
export const kindOfHead = (head: Buffer): EvidenceKind | 'archive' => {
  const start = head.toString('latin1');
  if (start === '') throw new Refused('empty', '文件是空的，请重新选择。');
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(start)) return 'archive';
  for (const [magic, why] of OUTSIDE) if (magic.test(start)) throw refused(why);
  for (const [magic, found] of MAGIC) if (magic.test(start)) return found;
  if (UTF16.test(start) || !BINARY.test(start)) return 'text';
  throw refused('文件内容不属于可收录的类型');
};

/** An archive of which only the end is at hand: the directory stands there, and nothing else is read. */
class Tail extends RandomAccessReader {
  constructor(private readonly tail: Buffer, private readonly size: number) {
    super();
  }
  override read(buffer: Buffer, offset: number, length: number, position: number, done: (error: Error | null) => void): void {
    const from = position - (this.size - this.tail.length);
    if (from >= 0) this.tail.copy(buffer, offset, from, from + length);
    setImmediate(done, from < 0 ? new Error('the directory begins before the tail') : null);
  }
}

const INSIDE: readonly (readonly [string, EvidenceKind])[] = [['word/document.xml', 'docx'], ['xl/workbook.xml', 'xlsx'], ['ppt/presentation.xml', 'pptx'], ['OFD.xml', 'ofd']];

const kindOfArchive = async (tail: Buffer, size: number): Promise<EvidenceKind> => {
  const archive = await Archive.open({ reader: new Tail(tail, size), size }, DEFAULT_LIMITS).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    throw error.code === 'zipBomb' ? new Refused('zipBomb', '文件解压后异常膨胀，未作解压处理，不能收录。请用原软件打开后另存，再重新提交。') : refused('文件的压缩结构无法读取，可能已损坏、加密或含有不安全的路径');
  });
  const names = [...archive.names()];
  if (names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name))) throw refused('文件带有宏，请去除宏后另存');
  const found = INSIDE.find(([part]) => archive.has(part));
  if (!found) throw refused('文件是压缩包，请解开后逐个提交');
  return found[1];
};

/** A zip's end record that closes exactly at the file's end: to a reader of archives, this picture or document is one. */
const isAlsoArchive = (tail: Buffer): boolean => {
  for (let at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1'); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf('PK\x05\x06', at - 1, 'latin1')) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true;
  }
  return false;
};

/**
 * The last word on a file, before any parser has it.
 * @param head its first `HEAD_BYTES`, `tail` its last `TAIL_BYTES` @throws Refused
 */
export const kindOfFile = async (head: Buffer, tail: Buffer, size: number): Promise<EvidenceKind> => {
  const first = kindOfHead(head);
  if (first === 'archive') return kindOfArchive(tail, size);
  if (isAlsoArchive(tail)) throw refused(`文件既是${KINDS[first].name}又是压缩包`);
  return first;
};

/** The name with an ending that tells the truth. @throws Refused where it tells another kind */
export const nameOfKind = (name: string, found: EvidenceKind): string => {
  const { endings, name: kindName } = KINDS[found];
  const ending = /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1];
  if (ending === undefined) return `${name.slice(0, 200 - 5)}.${endings[0] ?? ''}`;
  if (endings.includes(ending.toLowerCase())) return name;
  throw new Refused('unsupported', `文件名后缀为 .${ending}，内容却是${kindName}。请核对是否选错文件；确为此文件的，请把后缀改为 .${endings.join(' 或 .')}。`);
};

export const tooLargeWords = (limit: number): string => `佐证文件不超过${readableSize(limit)}`;
