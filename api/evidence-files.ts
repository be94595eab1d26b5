/** Evidence files over HTTP: streamed in under a limit, checked against their hash before a byte goes out. */
import { createHash } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { FileTooLarge, type StoredFile } from '../stores/evidence';
import type { ApiDeps } from './deps';
import { Problem } from './problems';

export const EVIDENCE_BYTES = 100 * 1024 * 1024;

/** An evidence id is the caller's and counts within its commitment only. */
export const fileIdOf = (commitment: string, evidence: string): string => `${commitment}/${evidence}`;

export const fileNameSchema = z.string().trim().min(1, '不能为空').max(200, '不超过200字')
  .regex(/^[^/\\]*$/, '只写文件名，不含路径').refine((name) => !/^\.+$/.test(name), { message: '不是文件名' });

const tooLarge = (): Problem =>
  new Problem('contentTooLarge', { detail: `佐证文件不超过${EVIDENCE_BYTES / 1024 / 1024} MB`, headers: { Connection: 'close' } });

/**
 * The request as a stream of its own: the store's pipeline destroys its source when it fails,
 * and a destroyed request could not be answered any more.
 */
const contentOf = (request: Request): Readable => Readable.from(request.iterator({ destroyOnReturn: false }), { objectMode: false });

const hashing = () => {
  const hash = createHash('sha256');
  let size = 0;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size <= EVIDENCE_BYTES) hash.update(chunk);
      done(size > EVIDENCE_BYTES ? new FileTooLarge(EVIDENCE_BYTES) : null);
    },
  });
  return { sink, digest: (): string => hash.digest('hex') };
};

/** Files that this process is taking in: a second stream under the same id would, failing, remove the first one's chunks. */
const incoming = new Set<string>();

const sameAs = async (had: StoredFile, request: Request): Promise<StoredFile> => {
  const { sink, digest } = hashing();
  await pipeline(contentOf(request), sink);
  if (digest() !== had.sha256) throw new Problem('evidenceFileExists');
  return had;
};

/** Takes a file in once; the same content again is answered alike, other content is refused. */
export const takeFile = async ({ stores }: ApiDeps, id: string, name: string, request: Request): Promise<StoredFile> => {
  if (Number(request.get('Content-Length') ?? 0) > EVIDENCE_BYTES) throw tooLarge();
  if (incoming.has(id)) throw new Problem('idempotencyKeyInFlight', { detail: '同一编号的文件正在上传', retryAfterSeconds: 1 });
  incoming.add(id);
  try {
    const had = await stores.evidence.find(id);
    return had ? await sameAs(had, request) : await stores.evidence.put(id, name, contentOf(request), EVIDENCE_BYTES);
  } catch (error) {
    throw error instanceof FileTooLarge ? tooLarge() : error;
  } finally {
    incoming.delete(id);
  }
};

/** Windows keeps these names for devices, whatever extension follows. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
/** What a file browser would run rather than show; such an ending before the last one hides what a file is. */
const HIDDEN_ENDING = /\.(?=(?:exe|com|bat|cmd|scr|pif|msi|js|jse|vbs|vbe|wsf|hta|lnk|ps1|jar|html?|svg|php|sh)\.)/gi;

/**
 * A name as a browser sent it, made harmless: no path, no control or direction-turning character, no device's name, no hidden
 * ending, at most 200 characters with its own ending kept.
 */
export const cleanFileName = (sent: string): string => {
  const last = sent.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu, '_').replace(HIDDEN_ENDING, '_').replace(/^[.\s]+|[.\s]+$/g, '').replace(DEVICE, '_$1');
  if (plain === '') return '未命名文件';
  const ending = /\.[^.]{1,10}$/u.exec(plain)?.[0] ?? '';
  return plain.length <= 200 ? plain : `${plain.slice(0, 200 - ending.length).replace(/[\ud800-\udbff]$/, '')}${ending}`;
};

/** A file under an id of its own, made for it: nothing can be there yet. */
export const takeNewFile = async ({ stores }: ApiDeps, id: string, name: string, content: Readable): Promise<StoredFile> => {
  try {
    return await stores.evidence.put(id, cleanFileName(name), content, EVIDENCE_BYTES);
  } catch (error) {
    throw error instanceof FileTooLarge ? tooLarge() : error;
  }
};

/** RFC 6266 with RFC 8187: an ASCII name for old clients, the real one beside it. */
export const disposition = (name: string): string => {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};

const isGridFsFault = (error: unknown): boolean => error instanceof Error && /^MongoGridFS/.test(error.name);

/**
 * Sends a file after its content has been hashed once: what was altered never leaves.
 * @param registered the hash in the commitment's state; null for a file not handed in yet, held against its hash of the upload
 */
export const sendFile = async ({ stores, log }: ApiDeps, file: StoredFile, registered: string | null, response: Response): Promise<void> => {
  const expected = registered ?? file.sha256;
  const { sink, digest } = hashing();
  const found = await pipeline(await stores.evidence.open(file.id), sink).then(digest, (error: unknown) => {
    if (isGridFsFault(error) || error instanceof FileTooLarge) return 'incomplete';
    throw error;
  });
  if (found !== expected) {
    log.error({ file: file.id, expected, found }, 'evidence file differs from its registered hash');
    throw new Problem('evidenceAltered');
  }
  response.status(200).set({
    'Content-Type': 'application/octet-stream', 'Content-Length': String(file.size), 'Content-Disposition': disposition(file.name),
    'X-Content-Type-Options': 'nosniff', ETag: `"${expected}"`,
  });
  await pipeline(await stores.evidence.open(file.id), response);
};
