/** The API as a running server. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app';
import type { ApiDeps } from './deps';
import { createEventFeed } from './event-feed';

export interface RunningApi {
  /** http://127.0.0.1:8787 */
  readonly url: string;
  /** Takes no new requests, lets those under way end. */
  stop(): Promise<void>;
}

/** @throws Error (EADDRINUSE) where the port is taken */
export const startApi = async (deps: ApiDeps): Promise<RunningApi> => {
  const { YANXING_HOST: host, YANXING_PORT: port } = deps.settings;
  const feed = createEventFeed(deps);
  const server = createServer(createApp(deps, feed));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { address, family, port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`,
    stop: () => new Promise((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeIdleConnections();
      // Streams of events never end by themselves.
      void feed.close().then(() => server.closeIdleConnections());
    }),
  };
};
