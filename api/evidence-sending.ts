/** Evidence files on their way out: hashed once more before a byte of them leaves. */
import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { EVIDENCE_KINDS, KINDS, type EvidenceKind } from '../intake/evidence-kind';
import type { StoredFile } from '../stores/evidence';
import type { ApiDeps } from './deps';
import { releaseFile } from './evidence-files';
import { disposition } from './file-names';
import { Problem } from './problems';

const isGridFsFault = (error: unknown): boolean => error instanceof Error && /^MongoGridFS/.test(error.name);

const hashOf = async ({ stores }: ApiDeps, id: string): Promise<string> => {
  const hash = createHash('sha256');
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done();
    },
  });
  return pipeline(await stores.evidence.open(id), sink).then(() => hash.digest('hex'), (error: unknown) => {
    if (isGridFsFault(error)) return 'incomplete';
    throw error;
  });
};

export const kindOf = ({ kind }: Pick<StoredFile, 'kind'>): EvidenceKind | null => EVIDENCE_KINDS.find((one) => one === kind) ?? null;

/**
 * A browser runs nothing of a picture and nothing that a PDF brings along, and no other site may frame it. `sandbox` would
 * also keep the browser's own PDF viewer from starting, so of a PDF the rest of the policy must do.
 */
const PREVIEW = "default-src 'none'; frame-ancestors 'self'";
const headersOf = (file: StoredFile, preview: boolean): Readonly<Record<string, string>> => {
  const kind = kindOf(file);
  if (!preview) return { 'Content-Type': 'application/octet-stream', 'Content-Disposition': disposition('attachment', file.name) };
  if (kind === null || !KINDS[kind].preview) throw new Problem('notFound', { detail: '此类文件不能预览，请下载后查看' });
  return {
    'Content-Type': KINDS[kind].mediaType, 'Content-Disposition': disposition('inline', file.name),
    'Content-Security-Policy': kind === 'pdf' ? `${PREVIEW}; object-src 'self'` : `${PREVIEW}; sandbox`, 'X-Frame-Options': 'SAMEORIGIN',
  };
};

/**
 * Sends a file after its content has been hashed once: what was altered never leaves.
 * @param registered the hash in the commitment's state; null for a file not handed in yet, held against its hash of the upload
 */
export const sendFile = async (deps: ApiDeps, file: StoredFile, registered: string | null, preview: boolean, response: Response): Promise<void> => {
  const expected = registered ?? file.sha256;
  const headers = headersOf(file, preview);
  await releaseFile(deps, file);
  const found = await hashOf(deps, file.id);
  if (found !== expected) {
    deps.log.error({ file: file.id, expected, found }, 'evidence file differs from its registered hash');
    throw new Problem('evidenceAltered');
  }
  response.status(200).set({ ...headers, 'Content-Length': String(file.size), 'X-Content-Type-Options': 'nosniff', ETag: `"${expected}"` });
  await pipeline(await deps.stores.evidence.open(file.id), response);
};
