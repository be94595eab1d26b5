/** Evidence files in GridFS, streamed in with their SHA-256 and SM3 and checked again on the way out. */
import { createHash, getHashes } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mongo, type Connection } from 'mongoose';
import type { Actor } from '../domain/state';
import type { Instant } from '../domain/time';
import type { IndexSpec } from './index-spec';

/**
 * `off`: the office scans nothing; `held`: the scan could not run yet, and the file is given to nobody until it has.
 * What a scan finds is not kept at all.
 */
export type ScanState = 'off' | 'clean' | 'held';
export interface Scan { readonly state: ScanState; readonly at: Instant; readonly detail: string | null }

/** What was found out about a file when it came. Null and false where it came before that was asked. */
export interface FileFindings {
  readonly name: string;
  readonly kind: string | null;
  /** Civil date on which the file says it was last changed. */
  readonly madeOn: string | null;
  /** Whether its text could be read, where it should have one. */
  readonly read: boolean;
  /** Of its text, to find texts that are the same (intake/likeness.ts), and the keys under which they are looked for. */
  readonly signature: readonly number[] | null;
  readonly bands: readonly string[];
  readonly scan: Scan | null;
}
export interface StoredFile extends FileFindings {
  readonly id: string;
  readonly size: number;
  readonly sha256: string;
  /** GB/T 32905; null where this Node's OpenSSL does not offer it. */
  readonly sm3: string | null;
  readonly by: Actor | null;
  readonly at: Instant | null;
}

/** Looks at a file on its way in; what it throws keeps nothing. */
export interface Gate {
  readonly limitBytes: number;
  readonly headBytes: number;
  readonly tailBytes: number;
  /** As soon as the head is there, or the whole file where it is shorter. */
  head(head: Buffer): void;
  /** The whole file is in the store, but not yet anybody's. */
  whole(file: { readonly head: Buffer; readonly tail: Buffer; readonly size: number; readonly open: () => Readable }): Promise<FileFindings>;
}

export class FileTooLarge extends Error {
  constructor(readonly limitBytes: number) {
    super(`file larger than ${limitBytes} bytes`);
  }
}

interface EvidenceMetadata extends Partial<FileFindings> {
  readonly sha256?: string;
  readonly sm3?: string | null;
  readonly by?: Actor | null;
  readonly at?: Instant | null;
}

export const evidenceIndexes: readonly IndexSpec[] = [
  { collection: 'evidence.files', name: 'same_content', keys: { 'metadata.sha256': 1 } },
  { collection: 'evidence.files', name: 'same_text', keys: { 'metadata.bands': 1 } },
];

/**
 * Chunks do not wait for the journal one by one: the write after the last of them waits for it and for the majority, and by
 * the order of the log all before it are then there too, to be read and to stay.
 */
const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
const CHUNK_BYTES = 1024 * 1024;

export const hasSm3 = getHashes().includes('sm3');

/** Counts, hashes and keeps beginning and end of what passes; never more than that in memory. */
const meterOf = (gate: Gate) => {
  const [sha256, sm3] = [createHash('sha256'), hasSm3 ? createHash('sm3') : null];
  let size = 0;
  let head = Buffer.alloc(0);
  let judged = false;
  let tail: Buffer[] = [];
  let kept = 0;
  const judge = (): void => {
    judged = true;
    gate.head(head);
  };
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > gate.limitBytes) {
        done(new FileTooLarge(gate.limitBytes));
        return;
      }
      if (head.length < gate.headBytes) head = Buffer.concat([head, chunk.subarray(0, gate.headBytes - head.length)]);
      tail.push(chunk);
      kept += chunk.length;
      while (kept - (tail[0]?.length ?? 0) >= gate.tailBytes) kept -= tail.shift()?.length ?? 0;
      sha256.update(chunk);
      sm3?.update(chunk);
      try {
        if (!judged && head.length === gate.headBytes) judge();
        done(null, chunk);
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        if (!judged) judge();
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
  const result = () => {
    const whole = Buffer.concat(tail);
    tail = [];
    return { size, head, tail: whole.subarray(Math.max(0, whole.length - gate.tailBytes)), sha256: sha256.digest('hex'), sm3: sm3?.digest('hex') ?? null };
  };
  return { stream, result };
};

/**
 * GridFS files carry ids of their own; `key` is their filename. Two uploads of one key at once so never touch each
 * other's chunks, and a file whose upload broke off has no hash and does not count.
 */
export const createEvidenceStore = (connection: Connection) => {
  const bucket = (): mongo.GridFSBucket => {
    if (!connection.db) throw new Error('not connected');
    return new mongo.GridFSBucket(connection.db, { bucketName: 'evidence', chunkSizeBytes: CHUNK_BYTES, writeConcern: { w: 1, journal: false } });
  };
  const files = () => connection.collection('evidence.files');
  const storedOf = (file: mongo.GridFSFile): StoredFile & { readonly fileId: mongo.ObjectId } => {
    const { name = '', sha256 = '', sm3 = null, kind = null, madeOn = null, read = false, signature = null, bands = [], scan = null, by = null, at = null } = (file.metadata ?? {}) as unknown as EvidenceMetadata;
    return { id: file.filename, name, size: file.length, sha256, sm3, kind, madeOn, read, signature, bands, scan, by, at, fileId: file._id };
  };
  const complete = { 'metadata.sha256': { $exists: true } } as const;
  const all = async (filter: object, limit: number): Promise<(StoredFile & { readonly fileId: mongo.ObjectId })[]> =>
    (await bucket().find({ ...filter, ...complete }).sort({ uploadDate: 1, _id: 1 }).limit(limit).toArray()).map(storedOf);
  /** The first complete upload of a key stands: what a person was answered must not change under a second upload. */
  const first = async (key: string): Promise<(StoredFile & { readonly fileId: mongo.ObjectId }) | null> => (await all({ filename: key }, 1))[0] ?? null;
  const plain = ({ fileId: _fileId, ...file }: StoredFile & { readonly fileId: mongo.ObjectId }): StoredFile => file;

  return {
    /** @throws FileTooLarge as soon as the limit is passed, or what the gate throws; nothing is kept then */
    async put(key: string, origin: { readonly by: Actor; readonly at: Instant }, content: Readable, gate: Gate): Promise<StoredFile> {
      const meter = meterOf(gate);
      const upload = bucket().openUploadStream(key, { metadata: {} });
      try {
        await pipeline(content, meter.stream, upload);
        const { head, tail, size, sha256, sm3 } = meter.result();
        await files().updateOne({ _id: upload.id }, { $set: { 'metadata.received': true } }, DURABLE);
        const findings = await gate.whole({ head, tail, size, open: () => bucket().openDownloadStream(upload.id) });
        const metadata: EvidenceMetadata = { ...findings, by: origin.by, at: origin.at, sha256, sm3 };
        await files().updateOne({ _id: upload.id }, { $set: { metadata } }, DURABLE);
        return { ...findings, id: key, size, sha256, sm3, by: origin.by, at: origin.at };
      } catch (error) {
        // An upload that failed has nothing left to abort, one that ended is deleted; the first error is the one to tell.
        await upload.abort().catch(() => bucket().delete(upload.id)).catch(() => undefined);
        throw error;
      }
    },

    async find(key: string): Promise<StoredFile | null> {
      const file = await first(key);
      return file && plain(file);
    },

    /** Of one commitment, in the order in which they came; one a key. */
    async ofCommitment(commitment: string, limit: number): Promise<StoredFile[]> {
      const found = await all({ filename: { $gte: `${commitment}/`, $lt: `${commitment}0` } }, limit);
      return [...new Map(found.reverse().map((file) => [file.id, plain(file)])).values()].reverse();
    },

    /** Files of other commitments with the same content, or with a text that shares a band. */
    async like(commitment: string, sha256: readonly string[], bands: readonly string[], limit: number): Promise<StoredFile[]> {
      const alike = [{ 'metadata.sha256': { $in: [...sha256] } }, ...(bands.length > 0 ? [{ 'metadata.bands': { $in: [...bands] } }] : [])];
      return (await all({ $or: alike, filename: { $not: { $gte: `${commitment}/`, $lt: `${commitment}0` } } }, limit)).map(plain);
    },

    /** The outcome of a scan that had to wait. */
    async scanned(key: string, scan: Scan): Promise<void> {
      const file = await first(key);
      if (file) await files().updateOne({ _id: file.fileId }, { $set: { 'metadata.scan': scan } });
    },

    /** Of a file that no command named: what was refused is not kept. */
    async remove(key: string): Promise<void> {
      const file = await first(key);
      if (file) await bucket().delete(file.fileId);
    },

    /** @throws Error where there is no complete file of that key */
    async open(key: string): Promise<Readable> {
      const file = await first(key);
      if (!file) throw new Error(`no evidence file ${key}`);
      return bucket().openDownloadStream(file.fileId);
    },
  };
};
export type EvidenceStore = ReturnType<typeof createEvidenceStore>;
