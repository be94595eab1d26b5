import { TextDecoder } from 'node:util';
import { crc32 } from 'node:zlib';
import { fromBufferPromise, fromRandomAccessReaderPromise, type Entry, type RandomAccessReader, type ZipFile } from 'yauzl';
import { readableSize, type IntakeLimits } from '../limits';
import { Refused, ACCEPTED } from '../refusal';

const DEFLATE = 8;
const STORE = 0;

/** The archive after every check that needs no inflating; parts are inflated on demand, counted byte by byte. */
export class Archive {
  private inflated = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: IntakeLimits,
  ) {}

  /** @param source the whole file, or a reader of it with its size, of which only the directory is asked for here */
  static async open(source: Buffer | { readonly reader: RandomAccessReader; readonly size: number }, limits: IntakeLimits): Promise<Archive> {
    const options = { lazyEntries: true, strictFileNames: true, validateEntrySizes: false } as const;
    const size = Buffer.isBuffer(source) ? source.length : source.size;
    let zip: ZipFile;
    const entries = new Map<string, Entry>();
    try {
      zip = await (Buffer.isBuffer(source) ? fromBufferPromise(source, options) : fromRandomAccessReaderPromise(source.reader, size, options));
      if (zip.entryCount > limits.maxEntries) throw bomb(`内含 ${zip.entryCount} 个条目，超过 ${limits.maxEntries} 个的上限`);
      for await (const entry of zip.eachEntry()) {
        admit(entry, entries);
        entries.set(entry.fileName, entry);
      }
    } catch (error) {
      if (error instanceof Refused) throw error;
      throw broken('压缩结构不完整，或含有不安全的条目路径');
    }
    weigh(entries, size, limits);
    return new Archive(zip, entries, limits);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  names(): IterableIterator<string> {
    return this.entries.keys();
  }

  /** The part's text, piece by piece; stops at the first byte beyond what was declared or allowed. */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw broken(`缺少 ${name}`);
    let stream: AsyncIterable<Buffer>;
    try {
      stream = await this.zip.openReadStreamPromise(entry);
    } catch {
      throw broken('条目数据无法读取');
    }
    yield* this.pieces(entry, stream);
  }

  private async *pieces(entry: Entry, stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
    let size = 0;
    let check = 0;
    let decoder: TextDecoder | null = null;
    try {
      for await (const chunk of stream) {
        size += chunk.length;
        this.inflated += chunk.length;
        if (size > entry.uncompressedSize) throw bomb('条目实际大小超过其声明的大小');
        if (size > this.limits.maxPartBytes || this.inflated > this.limits.maxInflatedBytes) throw bomb('解压后的内容超过上限');
        check = crc32(chunk, check);
        decoder ??= new TextDecoder(xmlEncoding(chunk), { fatal: true });
        yield decoder.decode(chunk, { stream: true });
      }
      if (decoder !== null) yield decoder.decode();
    } catch (error) {
      if (error instanceof Refused) throw error;
      throw broken('条目数据损坏或编码有误');
    }
    if (size !== entry.uncompressedSize || check !== entry.crc32) throw broken('条目校验不符，文件可能在传输中损坏');
  }
}

function admit(entry: Entry, seen: ReadonlyMap<string, Entry>): void {
  const name = entry.fileName;
  if (entry.isEncrypted()) throw broken('文档已加密');
  if (entry.compressionMethod !== STORE && entry.compressionMethod !== DEFLATE) throw broken('使用了 Word 不用的压缩方式');
  if (name.length > 512 || /[\u0000-\u001f:]|^\/|(?:^|\/)\.\.?(?:\/|$)/.test(name)) throw broken('含有不安全的条目路径');
  if (seen.has(name)) throw broken('含有同名的条目');
}

/** Declared sizes, ratio, and data that overlaps (one compressed block shared by many entries). */
function weigh(entries: ReadonlyMap<string, Entry>, fileSize: number, limits: IntakeLimits): void {
  let total = 0;
  for (const entry of entries.values()) {
    total += entry.uncompressedSize;
    if (!/\.(?:xml|rels)$/i.test(entry.fileName)) continue;
    if (entry.uncompressedSize > limits.maxPartBytes) throw bomb(`条目声明解压后为 ${readableSize(entry.uncompressedSize)}`);
    if (tooDense(entry.uncompressedSize, entry.compressedSize, limits)) throw bomb('条目的压缩比异常');
  }
  if (total > limits.maxInflatedBytes) throw bomb(`声明解压后共 ${readableSize(total)}`);
  if (total > 32 * limits.ratioFloorBytes && tooDense(total, fileSize, limits)) throw bomb('文件的压缩比异常');
  const ordered = [...entries.values()].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let free = 0;
  for (const entry of ordered) {
    if (entry.relativeOffsetOfLocalHeader < free) throw bomb('条目的数据相互重叠');
    free = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameRaw.length + entry.compressedSize;
  }
  if (free > fileSize) throw broken('条目超出文件末尾');
}

function tooDense(size: number, compressed: number, limits: IntakeLimits): boolean {
  return size > limits.ratioFloorBytes && size > compressed * limits.maxRatio;
}

function xmlEncoding(first: Buffer): string {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function bomb(why: string): Refused {
  return new Refused('zipBomb', `文件解压后异常膨胀（${why}），未作解压处理。请用 Word 打开原文件另存为 .docx 后重新提交，或提交纯文本（.txt）。`);
}

export function broken(why: string): Refused {
  return new Refused('brokenDocx', `Word 文档无法读取：${why}。请用 Word 打开确认后另存为未加密的 .docx 重新提交。${ACCEPTED}`);
}
