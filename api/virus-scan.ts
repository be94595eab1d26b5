/** Asks a ClamAV daemon about a file: the INSTREAM command of its own protocol (clamd(8)). */
import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import type { ScannerAddress } from '../config/settings';

export type Scanned = { readonly kind: 'clean' } | { readonly kind: 'infected'; readonly what: string } | { readonly kind: 'failed'; readonly why: string };

/** A daemon that neither takes nor says anything for so long is as good as none. */
const SILENCE_MS = 15_000;
const ANSWER_BYTES = 4_096;

const answerOf = (text: string): Scanned => {
  const answer = text.replace(/\0[\s\S]*$/, '').trim();
  if (/^stream: OK$/.test(answer)) return { kind: 'clean' };
  const found = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1];
  return found === undefined ? { kind: 'failed', why: answer === '' ? 'no answer' : answer.slice(0, 200) } : { kind: 'infected', what: found };
};

/** Never throws: a scan that could not run is an outcome. */
export const scanForViruses = async (address: ScannerAddress, content: Readable): Promise<Scanned> => {
  const socket = connect(address);
  socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('no answer in time')));
  let text = '';
  const ended = new Promise<Scanned>((resolve) => {
    socket.on('data', (part: Buffer) => {
      text += part.toString('latin1');
      if (text.includes('\0') || text.length > ANSWER_BYTES) resolve(answerOf(text));
    });
    socket.on('error', (error) => resolve({ kind: 'failed', why: error.message }));
    socket.on('close', () => resolve(answerOf(text)));
  });
  const framed = (part: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    return Buffer.concat([length, part]);
  };
  const send = async (): Promise<void> => {
    socket.write('zINSTREAM\0');
    for await (const part of content) {
      // A daemon that has made up its mind (too large) closes early; its answer is read all the same.
      if (socket.destroyed || !socket.writable) return;
      if (!socket.write(framed(part as Buffer))) await new Promise<void>((resolve) => {
        socket.once('drain', resolve);
        socket.once('close', () => resolve());
      });
    }
    socket.write(Buffer.alloc(4));
  };
  try {
    const sending = send().catch((error: unknown): Scanned => ({ kind: 'failed', why: error instanceof Error ? error.message : 'not sent' }));
    return await Promise.race([ended, sending.then((failed) => failed ?? ended)]);
  } finally {
    content.destroy();
    socket.destroy();
  }
};
