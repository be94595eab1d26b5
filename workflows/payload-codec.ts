/**
 * What Temporal keeps, encrypted (docs/decisions/0008): AES-256-GCM, the key's id in the metadata. The one seam for client, worker and replay.
 * What came before there was a key is read as it is.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { type DataConverter, METADATA_ENCODING_KEY, type Payload, type PayloadCodec, ValueError } from '@temporalio/common';
import { temporal } from '@temporalio/proto';

/** The first encrypts, the others still read. */
export type PayloadKeys = readonly [PayloadKey, ...PayloadKey[]];
interface PayloadKey { readonly id: string; readonly secret: string }

const ENCODING = 'binary/encrypted';
const KEY_ID = 'encryption-key-id';
const CIPHER = 'aes-256-gcm';
/** Bytes, as GCM is meant to be used (NIST SP 800-38D). */
const [IV, TAG] = [12, 16];
const { Payload: Wire } = temporal.api.common.v1;

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const textOf = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString('utf8');

export const createPayloadCodec = (keys: PayloadKeys): PayloadCodec => {
  const byId = new Map(keys.map(({ id, secret }) => [id, Buffer.from(hkdfSync('sha256', secret, '', `yanxing payload ${id}`, 32))]));
  const [{ id: first }] = keys;
  const keyOf = (id: string): Buffer => {
    const key = byId.get(id);
    if (!key) throw new ValueError(`payload key ${JSON.stringify(id)} is not among YANXING_PAYLOAD_KEYS`);
    return key;
  };

  const encrypted = (payload: Payload): Payload => {
    const iv = randomBytes(IV);
    const cipher = createCipheriv(CIPHER, keyOf(first), iv).setAAD(bytesOf(first));
    const body = Buffer.concat([cipher.update(Wire.encode(payload).finish()), cipher.final()]);
    return { metadata: { [METADATA_ENCODING_KEY]: bytesOf(ENCODING), [KEY_ID]: bytesOf(first) }, data: Buffer.concat([iv, cipher.getAuthTag(), body]) };
  };
  const decrypted = (payload: Payload): Payload => {
    if (textOf(payload.metadata?.[METADATA_ENCODING_KEY]) !== ENCODING) return payload;
    const id = textOf(payload.metadata?.[KEY_ID]);
    const data = payload.data ?? new Uint8Array();
    const decipher = createDecipheriv(CIPHER, keyOf(id), data.subarray(0, IV), { authTagLength: TAG }).setAAD(bytesOf(id)).setAuthTag(data.subarray(IV, IV + TAG));
    return Wire.decode(Buffer.concat([decipher.update(data.subarray(IV + TAG)), decipher.final()]));
  };
  return {
    encode: async (payloads) => payloads.map(encrypted),
    decode: async (payloads) => payloads.map(decrypted),
  };
};

export const FAILURE_CONVERTER_PATH = require.resolve('./failure-converter');

export const createDataConverter = (keys: PayloadKeys | undefined): DataConverter | undefined =>
  (keys === undefined ? undefined : { payloadCodecs: [createPayloadCodec(keys)], failureConverterPath: FAILURE_CONVERTER_PATH });
