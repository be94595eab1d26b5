/** Evidence files in GridFS, streamed in with their SHA-256 and checked again on the way out. */
import { createHash } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mongo, type Connection } from 'mongoose';

export interface StoredFile { readonly id: string; readonly name: string; readonly size: number; readonly sha256: string }

export class FileTooLarge extends Error {
  constructor(readonly limitBytes: number) {
    super(`file larger than ${limitBytes} bytes`);
  }
}

interface EvidenceMetadata { readonly name: string; readonly sha256?: string }

/**
 * GridFS files carry ids of their own; `key` is their filename. Two uploads of one key at once so never touch each
 * other's chunks, and a file whose upload broke off has no hash and does not count.
 */
export const createEvidenceStore = (connection: Connection) => {
  const bucket = (): mongo.GridFSBucket => {
    if (!connection.db) throw new Error('not connected');
    return new mongo.GridFSBucket(connection.db, { bucketName: 'evidence', writeConcern: { w: 'majority', journal: true } });
  };
  /** The first complete upload of a key stands: what a person was answered must not change under a second upload. */
  const complete = async (key: string): Promise<(StoredFile & { readonly fileId: mongo.ObjectId }) | null> => {
    const [file] = await bucket().find({ filename: key, 'metadata.sha256': { $exists: true } }).sort({ uploadDate: 1, _id: 1 }).limit(1).toArray();
    if (!file) return null;
    const { name, sha256 } = file.metadata as unknown as EvidenceMetadata;
    return { id: key, name, size: file.length, sha256: sha256 ?? '', fileId: file._id };
  };
  return {
    /** @throws FileTooLarge as soon as the limit is passed; nothing is kept then */
    async put(key: string, name: string, content: Readable, limitBytes: number): Promise<StoredFile> {
      const hash = createHash('sha256');
      let size = 0;
      const meter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length;
          if (size > limitBytes) {
            done(new FileTooLarge(limitBytes));
            return;
          }
          hash.update(chunk);
          done(null, chunk);
        },
      });
      const metadata: EvidenceMetadata = { name };
      const upload = bucket().openUploadStream(key, { metadata: { ...metadata } });
      try {
        await pipeline(content, meter, upload);
      } catch (error) {
        await upload.abort().catch(() => undefined); // an upload that already failed has nothing left to abort
        throw error;
      }
      const sha256 = hash.digest('hex');
      await connection.collection('evidence.files').updateOne({ _id: upload.id }, { $set: { 'metadata.sha256': sha256 } });
      return { id: key, name, size, sha256 };
    },

    async find(key: string): Promise<StoredFile | null> {
      const file = await complete(key);
      return file && { id: file.id, name: file.name, size: file.size, sha256: file.sha256 };
    },

    /** Of a file that no command named: what was refused is not kept. */
    async remove(key: string): Promise<void> {
      const file = await complete(key);
      if (file) await bucket().delete(file.fileId);
    },

    /** @throws Error where there is no complete file of that key */
    async open(key: string): Promise<Readable> {
      const file = await complete(key);
      if (!file) throw new Error(`no evidence file ${key}`);
      return bucket().openDownloadStream(file.fileId);
    },
  };
};
export type EvidenceStore = ReturnType<typeof createEvidenceStore>;
