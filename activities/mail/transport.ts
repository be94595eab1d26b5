/**
 * One pool of SMTP connections. Sends one mail to one address and says what is known about it afterwards:
 * the error alone cannot tell a refused connection from one lost after the body (quality.md, A5), so the body
 * is handed over as a lazy stream, and whether its end was reached decides between "not sent" and "may be sent".
 */
import { Readable } from 'node:stream';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import type { Instant } from '../../domain/time';
import { faultPoint } from '../fault-points';
import { isAddrSpec, mailAddress, oneLine, type MailAddress } from './address';
import { AUTOMATIC_HEADERS, hostOf } from './message-id';

export interface SmtpSettings {
  /** smtp://user:password@host:port, or smtps:// */
  readonly url: string;
  readonly from: MailAddress;
  /** Mails a second over all connections; divide the office's limit among its mail workers. 0: no limit. */
  readonly ratePerSecond: number;
  readonly maxConnections: number;
}

export interface OutgoingMail {
  readonly messageId: string;
  readonly to: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly date: Instant;
  readonly attachments?: readonly { readonly name: string; readonly bytes: Buffer }[];
  /** Synthetic root of the commitment's thread; null for a digest. */
  readonly thread: string | null;
}

export type SendResult =
  | { readonly kind: 'sent'; readonly response: string }
  /** Surely not sent: 4xx, or broken off before the final dot. */
  | { readonly kind: 'temporary'; readonly error: string }
  /** The server refused this recipient or this mail for good. */
  | { readonly kind: 'permanent'; readonly error: string }
  /** The whole body went out and no answer came: it may have been taken. */
  | { readonly kind: 'ambiguous'; readonly error: string };

export interface MailTransport {
  readonly from: MailAddress;
  /** The sender's domain, for Message-IDs. */
  readonly host: string;
  /**
   * @param beforeFinalDot awaited when the whole body but the final dot is out; false breaks the mail off unsent
   * @throws RangeError where the address is not one strict addr-spec; nothing else is thrown
   */
  send(mail: OutgoingMail, beforeFinalDot: () => Promise<boolean>): Promise<SendResult>;
  close(): void;
}

interface Body { readonly beforeFinalDot: () => Promise<boolean>; finished: boolean }
/** nodemailer hands unknown fields of a mail on to its plugins. */
interface TappedMail extends SendMailOptions { readonly body?: Body }

/** Reads `source` only when the server asks for the body, and does not end it before the caller agrees. */
const tapped = (source: () => Readable, body: Body): Readable => {
  const chunks = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of source()) yield Buffer.from(chunk as Uint8Array);
    faultPoint('duringSmtp');
    if (!(await body.beforeFinalDot())) throw new Error('another attempt owns this mail by now');
    body.finished = true;
  };
  return Readable.from(chunks(), { objectMode: false });
};

interface SmtpError { readonly message: string; readonly code?: string; readonly responseCode?: number; readonly command?: string }

/**
 * 5xx counts against the recipient only where the recipient or the mail was judged. A refused log-in, sender or greeting
 * is our own fault: it is tried again, so that the office can mend its settings without losing mails or addresses.
 */
const classify = (error: SmtpError, finished: boolean): SendResult => {
  const code = error.responseCode ?? 0;
  const words = oneLine(`${error.code ?? ''} ${error.command ?? ''} ${error.message}`).slice(0, 500);
  if (code >= 500 && code !== 503 && (error.command === 'RCPT TO' || error.command === 'DATA')) return { kind: 'permanent', error: words };
  if (code >= 400 || !finished) return { kind: 'temporary', error: words };
  return { kind: 'ambiguous', error: words };
};

/**
 * A server that cannot be reached: after three failures on end one mail at a time tries for all, every two seconds, and the others
 * fail at once. However many mails wait, that is some thirty connections a minute (quality.md, R6); the pool's rate limit counts mails alone.
 */
const AWAY = { after: 3, pauseMs: 2_000 } as const;
const NOT_REACHED: ReadonlySet<string> = new Set(['ECONNECTION', 'ECONNREFUSED', 'ESOCKET', 'ETIMEDOUT', 'EDNS']);

class ServerReach {
  private failures = 0;
  private tryAt = 0;
  private last: SendResult | null = null;

  /** @returns what to answer without trying; null: try */
  refusal(): SendResult | null {
    const now = performance.now();
    if (this.failures < AWAY.after || now >= this.tryAt) {
      this.tryAt = now + AWAY.pauseMs;
      return null;
    }
    return this.last;
  }

  reached(): void {
    this.failures = 0;
  }

  missed(result: SendResult): void {
    this.failures += 1;
    this.last = result;
    this.tryAt = performance.now() + AWAY.pauseMs;
  }
}

/** @throws Error where the sender's address is not one strict addr-spec */
export const createMailTransport = (settings: SmtpSettings): MailTransport => {
  if (!isAddrSpec(settings.from.address)) throw new Error(`sender ${JSON.stringify(settings.from.address)} is not one mail address`);
  const from = mailAddress(settings.from.name, settings.from.address);
  const pool = nodemailer.createTransport({
    pool: true,
    url: settings.url,
    maxConnections: settings.maxConnections,
    // Temporal owns the retries; the pool's own requeueing would hide them.
    maxRequeues: 0,
    ...(settings.ratePerSecond > 0 ? { rateLimit: settings.ratePerSecond, rateDelta: 1_000 } : {}),
    connectionTimeout: 10_000,
    greetingTimeout: 15_000,
    // Longer than a slow server's 30 s a mail (quality.md, R8).
    socketTimeout: 75_000,
    idleTimeout: 25_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  pool.use('stream', (mail, done) => {
    const { body } = mail.data as TappedMail;
    const { message } = mail;
    const whole = message.createReadStream.bind(message);
    if (body) message.createReadStream = () => tapped(whole, body);
    done();
  });
  const reach = new ServerReach();
  return {
    from,
    host: hostOf(from.address),
    async send(mail, beforeFinalDot) {
      const to = mailAddress(mail.to.name, mail.to.address);
      const away = reach.refusal();
      if (away !== null) return away;
      const body: Body = { beforeFinalDot, finished: false };
      const options: TappedMail = {
        from, to, body,
        envelope: { from: from.address, to: [to.address] },
        messageId: mail.messageId,
        date: new Date(mail.date),
        subject: oneLine(mail.subject),
        text: mail.text,
        html: mail.html,
        ...(mail.attachments === undefined ? {} : { attachments: mail.attachments.map(({ name, bytes }) => ({ filename: name, content: bytes })) }),
        headers: { ...AUTOMATIC_HEADERS },
        ...(mail.thread === null ? {} : { inReplyTo: mail.thread, references: mail.thread }),
      };
      try {
        const info = await pool.sendMail(options);
        reach.reached();
        return { kind: 'sent', response: oneLine(info.response).slice(0, 500) };
      } catch (error) {
        const failure: SmtpError = error instanceof Error ? error : new Error(String(error));
        const result = classify(failure, body.finished);
        if (result.kind === 'temporary' && failure.responseCode === undefined && NOT_REACHED.has(failure.code ?? '')) reach.missed(result);
        else reach.reached();
        return result;
      }
    },
    close: () => pool.close(),
  };
};
