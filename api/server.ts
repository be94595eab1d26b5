/** The API as a running server. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app';
import { flushAudit } from './audit';
import type { ApiDeps } from './deps';
import { createEventFeed } from './event-feed';

export interface RunningApi {
  /** http://127.0.0.1:8787 */
  readonly url: string;
  /** Takes no new requests, lets those under way end. */
  stop(): Promise<void>;
}

/** 100 MB at 1 Mbit/s, the slowest line that an honest upload may have, take 14 minutes; a head is small, and whoever is slow with it means harm. */
export const TIME_OUTS = { headersTimeout: 20_000, requestTimeout: 900_000, connectionsCheckingInterval: 5_000 } as const;

/** @throws Error (EADDRINUSE) where the port is taken */
export const startApi = async (deps: ApiDeps, timeOuts: { readonly [K in keyof typeof TIME_OUTS]: number } = TIME_OUTS): Promise<RunningApi> => {
  const { YANXING_HOST: host, YANXING_PORT: port } = deps.settings;
  const feed = createEventFeed(deps);
  const server = createServer(timeOuts, createApp(deps, feed));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { address, family, port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`,
    stop: () => new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeIdleConnections();
      // Streams of events never end by themselves.
      void feed.close().then(() => server.closeIdleConnections());
    }).then(() => flushAudit(deps)),
  };
};
