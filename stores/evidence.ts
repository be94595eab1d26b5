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

export const createEvidenceStore = (connection: Connection) => {
  const bucket = (): mongo.GridFSBucket => {
    if (!connection.db) throw new Error('not connected');
    return new mongo.GridFSBucket(connection.db, { bucketName: 'evidence', writeConcern: { w: 'majority', j: true } });
  };
  return {
    /** @throws FileTooLarge as soon as the limit is passed; nothing is kept then */
    async put(id: string, name: string, content: Readable, limitBytes: number): Promise<StoredFile> {
      const hash = createHash('sha256');
      let size = 0;
      const meter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length;
          if (size > limitBytes) return done(new FileTooLarge(limitBytes));
          hash.update(chunk);
          done(null, chunk);
        },
      });
      const upload = bucket().openUploadStreamWithId(id as never, name);
      try {
        await pipeline(content, meter, upload);
      } catch (error) {
        await upload.abort().catch(() => undefined); // an upload that already failed has nothing left to abort
        throw error;
      }
      const sha256 = hash.digest('hex');
      await connection.collection('evidence.files').updateOne({ _id: id as never }, { $set: { metadata: { sha256 } } });
      return { id, name, size, sha256 };
    },

    async find(id: string): Promise<StoredFile | null> {
      const [file] = await bucket().find({ _id: id as never }).toArray();
      const sha256: unknown = file?.metadata?.sha256;
      return file && typeof sha256 === 'string' ? { id, name: file.filename, size: file.length, sha256 } : null;
    },

    open(id: string): Readable {
      return bucket().openDownloadStream(id as never);
    },
  };
};
export type EvidenceStore = ReturnType<typeof createEvidenceStore>;
