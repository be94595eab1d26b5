/** Large answers and the pages' scripts go out packed to whoever takes them, and say the same. */
import { get, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.stop());

const read = (path: string, accepted: string): Promise<{ message: IncomingMessage; bytes: Buffer }> => new Promise((resolve, reject) => {
  get(`${world.url}${path}`, { headers: { 'Accept-Encoding': accepted } }, (message) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ message, bytes: Buffer.concat(chunks) })).on('error', reject);
  }).on('error', reject);
});

test('a large answer is packed for who takes it, the same for who does not, and caches are told', async () => {
  const [packed, plain] = [await read('/api/openapi.json', 'gzip, br'), await read('/api/openapi.json', 'identity')];
  expect(packed.message.headers).toMatchObject({ 'content-encoding': 'gzip', vary: expect.stringContaining('Accept-Encoding') as string });
  expect(plain.message.headers['content-encoding']).toBeUndefined();
  expect(plain.message.headers.vary).toContain('Accept-Encoding');
  expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 4);
  expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true);
});

test('a small answer, as all that carry a secret are, is never packed', async () => {
  const { message } = await read('/api/session', 'gzip');
  expect(message.headers['content-encoding']).toBeUndefined();
});
