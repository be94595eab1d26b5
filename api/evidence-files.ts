/** Evidence files on their way in: streamed under a limit, judged by their content, scanned, and only then anybody's. */
import { createHash } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'express';
import type { Actor } from '../domain/state';
import { readContent } from '../intake/evidence-content';
import { HEAD_BYTES, kindOfFile, kindOfHead, nameOfKind, TAIL_BYTES } from '../intake/evidence-kind';
import { bandsOf } from '../intake/likeness';
import { DEFAULT_LIMITS } from '../intake/limits';
import { Refused } from '../intake/refusal';
import { FileTooLarge, type Gate, type Scan, type StoredFile } from '../stores/evidence';
import type { ApiDeps } from './deps';
import { cleanFileName } from './file-names';
import { readPdf } from './pdf-reading';
import { Problem } from './problems';
import { scanForViruses } from './virus-scan';

export const EVIDENCE_BYTES = 100 * 1024 * 1024;

/** An evidence id is the caller's and counts within its commitment only. */
export const fileIdOf = (commitment: string, evidence: string): string => `${commitment}/${evidence}`;

const tooLarge = (): Problem =>
  new Problem('contentTooLarge', { detail: `佐证文件不超过${EVIDENCE_BYTES / 1024 / 1024} MB`, headers: { Connection: 'close' } });
const notTaken = (reason: string, detail: string): Problem => new Problem('evidenceRefused', { detail, extra: { reason }, headers: { Connection: 'close' } });

/** What the store, the gate and the readers throw, as problems of ours. */
const problemsOf = (error: unknown): unknown =>
  (error instanceof FileTooLarge ? tooLarge() : error instanceof Refused ? notTaken(error.code, error.message) : error);

/** @throws Problem where it found something: such a file is not kept */
const scanned = async ({ settings, clock, log }: ApiDeps, id: string, open: () => Readable | Promise<Readable>): Promise<Scan> => {
  const at = clock.now();
  if (settings.YANXING_CLAMD === undefined) return { state: 'off', at, detail: null };
  const found = await scanForViruses(settings.YANXING_CLAMD, await open());
  switch (found.kind) {
    case 'clean':
      return { state: 'clean', at, detail: null };
    case 'infected':
      log.warn({ file: id, found: found.what }, 'evidence file infected, not kept');
      throw notTaken('infected', `病毒扫描发现“${found.what}”，文件未予保存。请先清除病毒，再重新提交。`);
    case 'failed':
      log.warn({ file: id, why: found.why }, 'virus scan could not run, evidence file held back');
      return { state: 'held', at, detail: found.why };
  }
};

/** @throws Problem `evidenceHeld` where the scan still cannot run; `evidenceRefused`, and the file is gone, where it finds something */
export const releaseFile = async (deps: ApiDeps, file: StoredFile): Promise<void> => {
  if (file.scan?.state !== 'held') return;
  const { stores } = deps;
  try {
    const scan = await scanned(deps, file.id, () => stores.evidence.open(file.id));
    await stores.evidence.scanned(file.id, scan);
    if (scan.state === 'held') throw new Problem('evidenceHeld', { retryAfterSeconds: 60 });
  } catch (error) {
    if (error instanceof Problem && error.body.code === 'evidenceRefused') await stores.evidence.remove(file.id);
    throw error;
  }
};

/** One way in for both, the form of a mail's link and the raw upload. */
const gateOf = (deps: ApiDeps, id: string, sentName: string): Gate => ({
  limitBytes: EVIDENCE_BYTES, headBytes: HEAD_BYTES, tailBytes: TAIL_BYTES,
  head: (head) => void kindOfHead(head),
  async whole({ head, tail, size, open }) {
    const kind = await kindOfFile(head, tail, size);
    const name = nameOfKind(cleanFileName(sentName), kind);
    const content = size > DEFAULT_LIMITS.maxBytes ? null : await readContent(kind, await buffer(open()), name, readPdf);
    const signature = content?.signature ?? null;
    return {
      name, kind, madeOn: content?.madeOn ?? null, read: content?.read ?? false, signature, bands: signature === null ? [] : bandsOf(signature),
      scan: await scanned(deps, id, open),
    };
  },
});

/**
 * The request as a stream of its own: the store's pipeline destroys its source when it fails,
 * and a destroyed request could not be answered any more.
 */
const contentOf = (request: Request): Readable => Readable.from(request.iterator({ destroyOnReturn: false }), { objectMode: false });

/** Files that this process is taking in: a second stream under the same id would, failing, remove the first one's chunks. */
const incoming = new Set<string>();

const sameAs = async (had: StoredFile, request: Request): Promise<StoredFile> => {
  const hash = createHash('sha256');
  let size = 0;
  await pipeline(contentOf(request), new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      done(size > EVIDENCE_BYTES ? new FileTooLarge(EVIDENCE_BYTES) : null);
    },
  }));
  if (hash.digest('hex') !== had.sha256) throw new Problem('evidenceFileExists');
  return had;
};

/** Takes a file in once; the same content again is answered alike, other content is refused. */
export const takeFile = async (deps: ApiDeps, id: string, name: string, request: Request, by: Actor): Promise<StoredFile> => {
  if (Number(request.get('Content-Length') ?? 0) > EVIDENCE_BYTES) throw tooLarge();
  if (incoming.has(id)) throw new Problem('idempotencyKeyInFlight', { detail: '同一编号的文件正在上传', retryAfterSeconds: 1 });
  incoming.add(id);
  try {
    const had = await deps.stores.evidence.find(id);
    return had ? await sameAs(had, request) : await deps.stores.evidence.put(id, { by, at: deps.clock.now() }, contentOf(request), gateOf(deps, id, name));
  } catch (error) {
    throw problemsOf(error);
  } finally {
    incoming.delete(id);
  }
};

/** A file under an id of its own, made for it: nothing can be there yet. */
export const takeNewFile = async (deps: ApiDeps, id: string, name: string, content: Readable, by: Actor): Promise<StoredFile> => {
  try {
    return await deps.stores.evidence.put(id, { by, at: deps.clock.now() }, content, gateOf(deps, id, name));
  } catch (error) {
    throw problemsOf(error);
  }
};
