/** A real SMTP server that keeps each mail as an .eml file and misbehaves on request: for the demo and the tests. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export type SinkStage = 'connect' | 'sender' | 'recipient' | 'data';

/** What the script is asked at each stage of a mail. */
export interface SinkEvent {
  readonly stage: SinkStage;
  /** Empty before the recipient is known. */
  readonly to: string;
  /** Known at stage `data`, when the whole body is there. */
  readonly messageId: string | null;
  /** How often this stage was reached for this recipient, this time included. */
  readonly count: number;
}

export type SinkAnswer =
  | 'accept'
  /** Closes the connection without a word. At `data` the mail is kept first: taken, but not acknowledged. */
  | 'drop'
  | { readonly code: number; readonly text?: string }
  | { readonly slowMs: number };

export type SinkScript = (event: SinkEvent) => SinkAnswer;

export interface MailSinkOptions {
  /** Made if missing; files are named 000001.eml and so on. */
  readonly folder: string;
  /** Default: a free one. */
  readonly port?: number;
  readonly behaviours?: SinkScript;
}

export interface MailSink {
  readonly url: string;
  readonly port: number;
  /** Complete bodies received, by Message-ID, whether acknowledged or not. */
  readonly bodies: ReadonlyMap<string, number>;
  /** Envelope recipients accepted so far. */
  readonly recipients: ReadonlySet<string>;
  /** All mails kept so far, in order. */
  mails(): Promise<ParsedMail[]>;
  /** @throws Error where fewer than `count` came in time */
  waitFor(count: number, timeoutMs?: number): Promise<ParsedMail[]>;
  /** Answers by `behaviours` from now on. */
  script(behaviours: SinkScript): void;
  /** Refuses its port, and breaks what is connected. */
  leave(): Promise<void>;
  /** On the same port again. */
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

const refusal = (code: number, text?: string): Error => Object.assign(new Error(text ?? `scripted ${code}`), { responseCode: code });
const accepting: SinkScript = () => 'accept';

export const startMailSink = async (options: MailSinkOptions): Promise<MailSink> => {
  await mkdir(options.folder, { recursive: true });
  let behaviours = options.behaviours ?? accepting;
  const files: string[] = [];
  const parsed = new Map<string, ParsedMail>();
  const bodies = new Map<string, number>();
  const recipients = new Set<string>();
  const counts = new Map<string, number>();
  // smtp-server does not hand out its sockets; the client's port names the connection.
  const sockets = new Map<number, Socket>();
  let sequence = 0;

  const keep = async (raw: Buffer, messageId: string): Promise<void> => {
    bodies.set(messageId, (bodies.get(messageId) ?? 0) + 1);
    sequence += 1;
    const file = join(options.folder, `${String(sequence).padStart(6, '0')}.eml`);
    await writeFile(file, raw);
    files.push(file);
  };

  const messageIdIn = (raw: Buffer): string => /^message-id:\s*(<[^>]*>)/im.exec(raw.subarray(0, 8_192).toString('latin1'))?.[1] ?? '';

  const answerTo = (stage: SinkStage, to: string, messageId: string | null): SinkAnswer => {
    const key = `${stage} ${to}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return behaviours({ stage, to, messageId, count });
  };
  const obey = (answer: SinkAnswer, session: SMTPServerSession, done: (error?: Error | null) => void): void => {
    if (answer === 'accept') done();
    else if (answer === 'drop') sockets.get(session.remotePort)?.destroy();
    else if ('slowMs' in answer) setTimeout(done, answer.slowMs);
    else done(refusal(answer.code, answer.text));
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 200,
    onConnect: (session, done) => obey(answerTo('connect', '', null), session, done),
    onMailFrom: (_address, session, done) => obey(answerTo('sender', '', null), session, done),
    onRcptTo: (address, session, done) => obey(answerTo('recipient', address.address, null), session, (error) => {
      if (!error) recipients.add(address.address);
      done(error);
    }),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      // A body cut off before its final dot errors or just closes: nothing was received.
      stream.on('error', () => undefined);
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        const messageId = messageIdIn(raw);
        const answer = answerTo('data', session.envelope.rcptTo[0]?.address ?? '', messageId);
        const taken = typeof answer === 'string' || 'slowMs' in answer;
        (taken ? keep(raw, messageId) : Promise.resolve()).then(() => obey(answer, session, done), done);
      });
    },
  });
  server.server.on('connection', (socket: Socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
  });
  server.on('error', () => undefined);
  const listen = (wanted: number): Promise<void> => new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(wanted, '127.0.0.1', resolve);
  });
  await listen(options.port ?? 0);
  const { port } = server.server.address() as AddressInfo;

  const mails = async (): Promise<ParsedMail[]> => Promise.all(files.map(async (file) => {
    const known = parsed.get(file) ?? (await simpleParser(await readFile(file)));
    parsed.set(file, known);
    return known;
  }));

  return {
    url: `smtp://127.0.0.1:${port}`,
    port, bodies, recipients, mails,
    async waitFor(count, timeoutMs = 10_000) {
      const until = Date.now() + timeoutMs;
      while (files.length < count) {
        if (Date.now() > until) throw new Error(`${files.length} of ${count} mails after ${timeoutMs} ms`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return mails();
    },
    script(next) {
      behaviours = next;
    },
    leave: () => new Promise((resolve) => {
      server.server.close(() => resolve());
      for (const socket of sockets.values()) socket.destroy();
    }),
    comeBack: () => listen(port),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
