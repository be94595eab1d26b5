/**
 * What each request of a server in this process stored in MongoDB: the driver tells of every command in the async context of
 * the request that caused it. A transaction that was given up stored nothing, nor did an update that found nothing to change.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connection } from 'mongoose';

/** Goes with the address of MongoDB: without it the driver tells nothing. */
export const TOLD = '&monitorCommands=true';
const WRITES = ['insert', 'update', 'delete', 'findAndModify'] as const;
const START = 'http.server.request.start';

export interface Written {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Of collections. */
  readonly stored: ReadonlySet<string>;
}
interface Command { readonly [name: string]: unknown; readonly lsid?: { readonly id: { toString(encoding: 'hex'): string } }; readonly txnNumber?: unknown; readonly autocommit?: boolean }
interface Reply { readonly n?: number; readonly nModified?: number; readonly upserted?: readonly unknown[]; readonly lastErrorObject?: { readonly n?: number } }
interface Pending { readonly collection: string; readonly name: string; readonly stored: Set<string>; readonly transaction: string | null }

const transactionOf = ({ lsid, txnNumber, autocommit }: Command): string | null => (autocommit === false ? `${lsid?.id.toString('hex') ?? ''} ${String(txnNumber)}` : null);
const wrote = (name: string, { n = 0, nModified = n, upserted = [], lastErrorObject }: Reply): boolean => (name === 'findAndModify' ? (lastErrorObject?.n ?? 0) > 0 : name === 'update' ? nModified > 0 || upserted.length > 0 : n > 0);

export const watchWrites = (connection: Connection): { readonly requests: readonly Written[]; stop(): void } => {
  const requests: (Written & { readonly stored: Set<string> })[] = [];
  const current = new AsyncLocalStorage<Set<string>>();
  const onRequest = (message: unknown): void => {
    const { request, response } = message as Written;
    const stored = new Set<string>();
    requests.push({ request, response, stored });
    current.enterWith(stored);
  };
  const asked = new Map<number, Pending>();
  const open = new Map<string, Pending[]>();
  const client = connection.getClient();
  client.on('commandStarted', ({ requestId, commandName, command }) => {
    const given = command as Command;
    if (commandName === 'abortTransaction') open.delete(transactionOf(given) ?? '');
    if (commandName === 'commitTransaction') {
      const key = transactionOf(given) ?? '';
      open.get(key)?.forEach(({ stored, collection }) => stored.add(collection));
      open.delete(key);
    }
    const name = WRITES.find((one) => one === commandName);
    const stored = current.getStore();
    if (name !== undefined && stored !== undefined) asked.set(requestId, { collection: String(given[name]), name, stored, transaction: transactionOf(given) });
  });
  client.on('commandSucceeded', ({ requestId, reply }) => {
    const pending = asked.get(requestId);
    asked.delete(requestId);
    if (pending === undefined || !wrote(pending.name, reply as Reply)) return;
    if (pending.transaction === null) pending.stored.add(pending.collection);
    else open.set(pending.transaction, [...(open.get(pending.transaction) ?? []), pending]);
  });
  client.on('commandFailed', ({ requestId }) => void asked.delete(requestId));
  subscribe(START, onRequest);
  return { requests, stop: () => void unsubscribe(START, onRequest) };
};
