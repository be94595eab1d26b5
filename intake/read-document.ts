import { createHash } from 'node:crypto';
import { cleanText } from './clean-text';
import { readDocx } from './docx/read-docx';
import { fileKind } from './file-kind';
import { DEFAULT_LIMITS, readableSize, type IntakeLimits } from './limits';
import { decodeText } from './plain-text';
import { Refused, ACCEPTED, type IntakeRefusal } from './refusal';
import { findSecrecyMark, type SecrecyMark } from './secrecy-mark';

export { DEFAULT_LIMITS, type IntakeLimits } from './limits';
export type { IntakeRefusal } from './refusal';

export type ReadDocument =
  | {
      readonly ok: true;
      readonly text: string;
      /** Of the bytes given. */
      readonly sha256: string;
      readonly encoding: string;
      readonly format: 'txt' | 'docx';
      readonly notes: string[];
    }
  | { readonly ok: false; readonly code: IntakeRefusal; readonly message: string };

interface Source {
  readonly raw: string;
  readonly encoding: string;
  readonly format: 'txt' | 'docx';
  readonly furniture: readonly string[];
  readonly notes: readonly string[];
}

/** A document's bytes to plain text, or the reason why not. Nothing is stored and nothing of the content is repeated. */
export async function readDocument(bytes: Buffer, name: string, limits: Partial<IntakeLimits> = {}): Promise<ReadDocument> {
  try {
    return await accepted(bytes, name, { ...DEFAULT_LIMITS, ...limits });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, code: error.code, message: error.message };
    throw error;
  }
}

async function accepted(bytes: Buffer, name: string, limits: IntakeLimits): Promise<ReadDocument> {
  if (bytes.length === 0) throw new Refused('empty', `文件是空的。${ACCEPTED}`);
  if (bytes.length > limits.maxBytes) {
    throw new Refused('tooLarge', `文件大小为 ${readableSize(bytes.length)}，超过 ${readableSize(limits.maxBytes)} 的上限。请拆分或去除图片后重新提交。`);
  }
  const source = await sourceOf(bytes, limits);
  const { text, notes } = cleanText(source.raw);
  if (text.trim() === '') throw new Refused('empty', `文件中没有文字内容。${ACCEPTED}`);
  if (Buffer.byteLength(text) > limits.maxTextBytes) {
    throw new Refused('tooLarge', `正文大小为 ${readableSize(Buffer.byteLength(text))}，超过 ${readableSize(limits.maxTextBytes)} 的上限。请拆分后分别提交。`);
  }
  const mark = findSecrecyMark(text, source.furniture, name);
  if (mark !== null) throw marked(mark);
  return {
    ok: true,
    text,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    encoding: source.encoding,
    format: source.format,
    notes: [...source.notes, ...notes, ...misnamed(name, source.format)],
  };
}

async function sourceOf(bytes: Buffer, limits: IntakeLimits): Promise<Source> {
  if (fileKind(bytes) === 'archive') {
    const { raw, furniture, notes } = await readDocx(bytes, limits);
    return { raw, encoding: 'UTF-8', format: 'docx', furniture, notes };
  }
  return { ...decodeText(bytes), format: 'txt', furniture: [] };
}

function marked(found: SecrecyMark): Refused {
  const where = found.place === 'name' ? '文件名' : found.place === 'furniture' ? '页眉、页脚、水印或注释' : `第 ${found.line} 行`;
  return new Refused(
    'secrecyMark',
    `${where}带有密级或内部标志“${found.mark}”。本系统不处理国家秘密、工作秘密和内部文件，内容未予保存。请只提交可以公开、不带密级或内部标志的文本。`,
  );
}

function misnamed(name: string, format: 'txt' | 'docx'): string[] {
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined || extension === format) return [];
  return [`文件名后缀为 .${extension}，内容是${format === 'docx' ? ' Word 文档（.docx）' : '纯文本'}，已按内容读取`];
}
