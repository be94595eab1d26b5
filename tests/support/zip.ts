import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly data: Buffer | string;
  readonly store?: boolean;
  /** What the headers say instead of the truth. */
  readonly claimedSize?: number;
  readonly claimedCrc?: number;
  readonly encrypted?: boolean;
  /** Already deflated bytes, whose true size is `claimedSize`. */
  readonly deflated?: Buffer;
  /** Points at the data of an earlier part instead of writing its own. */
  readonly sharesDataOf?: number;
}

/** A tiny zip writer for tests: store or deflate, and able to lie. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data);
    const packed = part.store === true ? data : (part.deflated ?? deflateRawSync(data));
    const name = Buffer.from(part.name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800 | (part.encrypted === true ? 1 : 0), 2);
    common.writeUInt16LE(part.store === true ? 0 : 8, 4);
    common.writeUInt16LE(0x5a21, 8);
    common.writeUInt32LE(part.claimedCrc ?? crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(part.claimedSize ?? data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const at = part.sharesDataOf === undefined ? offset : (offsets[part.sharesDataOf] ?? 0);
    offsets.push(at);
    if (part.sharesDataOf === undefined) {
      const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed]);
      chunks.push(local);
      offset += local.length;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, tail, name]));
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length & 0xffff, 8);
  end.writeUInt16LE(parts.length & 0xffff, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, central, end]);
}
