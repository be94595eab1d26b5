/** S6 (quality.md): header and address injection, with the shapes of the 2026 advisories; the recipients are those registered, no more. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMailTransport, type MailTransport, type OutgoingMail } from '../../activities/mail/transport';
import { organisationSchema } from '../../domain/organisation';
import { startMailSink, type MailSink } from '../../scripts/mail-sink';

const HOSTILE = [
  'b@x.example\r\nBcc: evil@evil.example', 'b@x.example\nRCPT TO:<evil@evil.example>', 'b@x.example,evil@evil.example', 'b@x.example;evil@evil.example', 'b@x.example evil@evil.example',
  '"evil@evil.example" <b@x.example>', '"b@x.example,evil@evil.example"@x.example', '"a\\"b"@x.example', 'b@x.example (evil@evil.example)', 'group:b@x.example,evil@evil.example;',
  'b@[127.0.0.1]', 'b@x.example>', '<evil@evil.example>b@x.example', 'b@x..example', 'b@-x.example', 'b@x.example.', 'b%evil.example@x.example\u0000', 'b@x.example\u2028evil@evil.example',
  'b@ｘ.example', 'бob@x.example', '@evil.example:b@x.example', 'b@x.example@evil.example', `${'a'.repeat(65)}@x.example`, '=?utf-8?q?=41?=@x.example\t', '',
];
const REGISTERED = ['wang@units.example', "o'neil+duty@units.example", 'a_b-c.d@sub.units.example'];

describe('S6', () => {
  let folder: string;
  let sink: MailSink;
  let transport: MailTransport;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanxing-s6-'));
    sink = await startMailSink({ folder });
    transport = createMailTransport({ url: sink.url, from: { name: '督查室', address: 'ducha@office.example' }, ratePerSecond: 0, maxConnections: 2 });
  });
  afterAll(async () => {
    transport.close();
    await sink.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const mail = (address: string, name: string, subject: string, index: number): OutgoingMail => ({
    messageId: `<s6-${index}@office.example>`, to: { name, address }, subject, text: '正文', html: '<p>正文</p>', date: '2026-03-02T01:00:00.000Z', thread: null,
  });

  it.each(HOSTILE)('refuses the address %j at registration and, were it stored, at sending', async (address) => {
    const person = organisationSchema.safeParse({ units: [], posts: [], holdings: [], people: [{ id: 'p', name: '某人', mail: address }] });
    // Empty means: has no mailbox. Nobody sends to it.
    expect(person.success).toBe(address === '');
    await expect(transport.send(mail(address, '某人', '催办', 0), async () => true)).rejects.toThrow(RangeError);
  });

  it('sends to the registered and nobody else, whatever stands in names and subjects', async () => {
    const poison = '王\r\nBcc: evil@evil.example\r\n\r\n<evil@evil.example>, "x" <evil2@evil.example>\u2028\u202e';
    for (const [index, address] of REGISTERED.entries()) {
      expect((await transport.send(mail(address, poison, poison, index + 1), async () => true)).kind).toBe('sent');
    }
    expect(sink.recipients).toEqual(new Set(REGISTERED));
    for (const kept of await sink.mails()) {
      expect([kept.bcc, kept.cc]).toEqual([undefined, undefined]);
      expect([kept.to ?? []].flat().flatMap((one) => one.value.map(({ address }) => address))).toHaveLength(1);
    }
  });
});
