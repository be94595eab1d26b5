/** S12 (quality.md): what Temporal is given is sealed under the first key and read with any of them. */
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { createPayloadCodec, type PayloadKeys } from '../../workflows/payload-codec';

const key = (id: string): PayloadKeys[0] => ({ id, secret: `${id}-secret-0123456789abcdef0123456789abcdef` });
const [k1, k2] = [key('k1'), key('k2')];
const plain: Payload = defaultPayloadConverter.toPayload({ title: '制定数据共享管理办法' });
const sealed = async (...keys: PayloadKeys): Promise<Payload> => (await createPayloadCodec(keys).encode([plain]))[0]!;
const opened = (payload: Payload, ...keys: PayloadKeys): Promise<Payload[]> => createPayloadCodec(keys).decode([payload]);
const valueOf = ([payload]: Payload[]): unknown => defaultPayloadConverter.fromPayload(payload!);

test('S12: the id of its key is all that a payload shows, and no two are alike', async () => {
  const [one, other] = [await sealed(k1), await sealed(k1)];
  expect(Object.entries(one.metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString()])).toEqual([['encoding', 'binary/encrypted'], ['encryption-key-id', 'k1']]);
  expect(Buffer.from(one.data!).toString('utf8')).not.toMatch(/title|json/);
  expect(Buffer.from(one.data!).equals(other.data!)).toBe(false);
  expect(valueOf(await opened(one, k1))).toEqual({ title: '制定数据共享管理办法' });
});

test('S12: after a rotation the new key seals and the old one still reads; what was never sealed is read as it is', async () => {
  expect(valueOf(await opened(await sealed(k1), k2, k1))).toEqual({ title: '制定数据共享管理办法' });
  expect(Buffer.from((await sealed(k2, k1)).metadata!['encryption-key-id']!).toString()).toBe('k2');
  expect(await opened(plain, k2)).toEqual([plain]);
});

test('S12: without its key, under another key of the same id, or altered by a bit a payload is refused', async () => {
  const one = await sealed(k1);
  await expect(opened(one, k2)).rejects.toThrow('payload key "k1" is not among YANXING_PAYLOAD_KEYS');
  await expect(opened(one, { ...k2, id: 'k1' })).rejects.toThrow();
  for (const at of [0, 12, one.data!.length - 1]) {
    const data = Buffer.from(one.data!);
    data[at]! ^= 1;
    await expect(opened({ ...one, data }, k1)).rejects.toThrow();
  }
  await expect(opened({ ...one, data: one.data!.subarray(0, 20) }, k1)).rejects.toThrow();
  await expect(opened({ ...one, metadata: { ...one.metadata, 'encryption-key-id': Buffer.from('k2') } }, k1, k2)).rejects.toThrow();
});
