/** What the transport says of a mail, against a real SMTP server that misbehaves. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageIdOf, threadRoot } from '../../activities/mail/message-id';
import { createMailTransport, type MailTransport, type OutgoingMail, type SendResult } from '../../activities/mail/transport';
import { startMailSink, type MailSink, type SinkScript } from '../../scripts/mail-sink';
import { eventually } from '../support/world';

const from = { name: '云岭市政府督查室', address: 'ducha@office.example' };
let folder: string;
let sink: MailSink;
let transport: MailTransport;

const mailTo = (address: string, extra: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: messageIdOf(address, 'office.example'), to: { name: '王芳', address }, subject: '催办单：旧证照补录入库', text: '正文', html: '<p>正文</p>',
  date: '2026-03-02T00:30:00.000Z', thread: threadRoot('c1', 'office.example'), ...extra,
});
const agreed = async (): Promise<boolean> => true;
const sending = async (script: SinkScript, address: string): Promise<SendResult> => {
  sink.script(script);
  return transport.send(mailTo(address), agreed);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yanxing-sink-'));
  sink = await startMailSink({ folder });
  transport = createMailTransport({ url: sink.url, from, ratePerSecond: 0, maxConnections: 3 });
});
afterAll(async () => {
  transport.close();
  await sink.stop();
  await rm(folder, { recursive: true, force: true });
});

test('a mail arrives whole, with the headers that stop vacation replies and keep the thread', async () => {
  await expect(sending(() => 'accept', 'a@units.example')).resolves.toMatchObject({ kind: 'sent' });
  const [mail] = (await sink.waitFor(1)).slice(-1);
  expect(mail?.subject).toBe('催办单：旧证照补录入库');
  expect(mail?.text?.trim()).toBe('正文');
  expect(mail?.messageId).toBe(messageIdOf('a@units.example', 'office.example'));
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail?.headers.get('x-auto-response-suppress')).toBe('All');
  expect(mail?.inReplyTo).toBe('<c.c1@office.example>');
  expect(mail?.date?.toISOString()).toBe('2026-03-02T00:30:00.000Z');
});

const at = (stage: string, answer: ReturnType<SinkScript>): SinkScript => (event) => (event.stage === stage ? answer : 'accept');
test.each<[string, SinkScript, SendResult['kind']]>([
  ['451 at the recipient', at('recipient', { code: 451 }), 'temporary'],
  ['451 after the body', at('data', { code: 451 }), 'temporary'],
  ['421 after the body', at('data', { code: 421 }), 'temporary'],
  ['550 at the recipient', at('recipient', { code: 550 }), 'permanent'],
  ['550 after the body', at('data', { code: 550 }), 'permanent'],
  ['552 after the body', at('data', { code: 552 }), 'permanent'],
  ['550 for our own sender', at('sender', { code: 550 }), 'temporary'],
  ['a greeting of 554', at('connect', { code: 554 }), 'temporary'],
  ['a connection lost on greeting', at('connect', 'drop'), 'temporary'],
  ['a connection lost before the body', at('recipient', 'drop'), 'temporary'],
  ['a connection lost after the body', at('data', 'drop'), 'ambiguous'],
])('R7, R9: %s is classified', async (_name, script, kind) => {
  // A fresh pool each time: what is tried here breaks connections, and a pool forgets that only by using them.
  transport.close();
  transport = createMailTransport({ url: sink.url, from, ratePerSecond: 0, maxConnections: 3 });
  await expect(sending(script, 'b@units.example')).resolves.toMatchObject({ kind });
});

test('R6: a refused port is temporary', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const nowhere = createMailTransport({ url: `smtp://127.0.0.1:${port}`, from, ratePerSecond: 0, maxConnections: 1 });
  await expect(nowhere.send(mailTo('c@units.example'), agreed)).resolves.toMatchObject({ kind: 'temporary' });
  nowhere.close();
});

test('R6: a server that hangs up on everyone is asked some times a minute, not once a mail, and again until it answers', async () => {
  let connections = 0;
  sink.script(({ stage }) => {
    if (stage !== 'connect') return 'accept';
    connections += 1;
    return 'drop';
  });
  const away = createMailTransport({ url: sink.url, from, ratePerSecond: 0, maxConnections: 3 });
  const results: SendResult[] = [];
  for (let mail = 0; mail < 200; mail += 1) results.push(await away.send(mailTo(`h${mail}@units.example`), agreed));
  expect(results.every(({ kind }) => kind === 'temporary')).toBe(true);
  expect(connections).toBeGreaterThanOrEqual(3);
  expect(connections).toBeLessThanOrEqual(6);
  sink.script(() => 'accept');
  await eventually('a mail to be tried again', async () => (await away.send(mailTo('i@units.example'), agreed)).kind === 'sent');
  away.close();
});

test('a mail broken off before the final dot does not reach the server', async () => {
  sink.script(() => 'accept');
  const mail = mailTo('d@units.example', { messageId: '<broken@office.example>' });
  await expect(transport.send(mail, async () => false)).resolves.toMatchObject({ kind: 'temporary' });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(sink.bodies.get('<broken@office.example>')).toBeUndefined();
});

test('the pool asks before every final dot, and only once the server wants the body', async () => {
  const asked: string[] = [];
  sink.script(at('recipient', { code: 550 }));
  await transport.send(mailTo('e@units.example'), async () => asked.push('refused') > 0);
  sink.script(() => 'accept');
  await transport.send(mailTo('e@units.example'), async () => asked.push('accepted') > 0);
  expect(asked).toEqual(['accepted']);
});

test('header injection neither adds recipients nor headers, and a bad address throws', async () => {
  sink.script(() => 'accept');
  const before = new Set(sink.recipients);
  const name = '王\r\nBcc: evil@x.example';
  await transport.send(mailTo('f@units.example', { to: { name, address: 'f@units.example' }, subject: 'x\r\nBcc: evil@x.example', messageId: messageIdOf('f', 'office.example') }), agreed);
  expect([...sink.recipients].filter((r) => !before.has(r))).toEqual(['f@units.example']);
  const mail = (await sink.mails()).at(-1);
  expect(mail?.bcc).toBeUndefined();
  await expect(transport.send(mailTo('g@units.example\r\nBcc: evil@x.example'), agreed)).rejects.toThrow(RangeError);
});

test('a rate limit holds mails back', async () => {
  sink.script(() => 'accept');
  const slow = createMailTransport({ url: sink.url, from, ratePerSecond: 5, maxConnections: 3 });
  const since = Date.now();
  await Promise.all(Array.from({ length: 11 }, (_, i) => slow.send(mailTo(`r${i}@units.example`), agreed)));
  expect(Date.now() - since).toBeGreaterThan(1_800);
  slow.close();
});
