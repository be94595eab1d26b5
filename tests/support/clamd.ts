/** A virus scanner's daemon as far as its protocol goes: INSTREAM, with the one signature that everybody knows. */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';

/** The test file of the anti-virus makers (eicar.org), put together here so that no scanner takes this source for it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export interface TestClamd {
  readonly port: number;
  /** Sizes of the files it was shown. */
  readonly seen: number[];
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Bytes of a stream beyond which it refuses, as StreamMaxLength does. */
  limit: number;
}

export const startClamd = async (): Promise<TestClamd> => {
  const clamd: { limit: number } = { limit: 200 * 1024 * 1024 };
  const seen: number[] = [];
  let server: Server | null = null;
  let port = 0;
  const start = async (): Promise<void> => {
    server = createServer((socket) => {
      let waiting = Buffer.alloc(0);
      let asked = false;
      let content = '';
      let size = 0;
      socket.on('error', () => socket.destroy());
      socket.on('data', (part: Buffer) => {
        waiting = Buffer.concat([waiting, part]);
        if (!asked) {
          const end = waiting.indexOf(0);
          if (end < 0) return;
          if (waiting.subarray(0, end).toString() !== 'zINSTREAM') {
            socket.end('UNKNOWN COMMAND\0');
            return;
          }
          asked = true;
          waiting = waiting.subarray(end + 1);
        }
        while (waiting.length >= 4) {
          const length = waiting.readUInt32BE(0);
          if (length === 0) {
            seen.push(size);
            socket.end(content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
            return;
          }
          if (waiting.length < 4 + length) return;
          size += length;
          if (size > clamd.limit) {
            socket.end('INSTREAM size limit exceeded. ERROR\0');
            return;
          }
          content = `${content.slice(-100)}${waiting.subarray(4, 4 + length).toString('latin1')}`;
          waiting = waiting.subarray(4 + length);
        }
      });
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  };
  await start();
  return Object.assign(clamd, {
    port, seen, start,
    stop: () => new Promise<void>((resolve) => {
      if (server) server.close(() => resolve());
      else resolve();
    }),
  });
};
