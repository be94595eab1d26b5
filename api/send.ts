/** How an answer goes out. */
import type { Response } from 'express';
import type { StoredAnswer } from '../stores/idempotency';

export type Answer = StoredAnswer;

/** Where the answer names itself and its version, so do its headers. */
const headersOf = ({ status, body }: Answer): Readonly<Record<string, string>> => {
  const { self, version } = (typeof body === 'object' && body !== null ? body : {}) as { self?: unknown; version?: unknown };
  return {
    ...((status === 201 || status === 202) && typeof self === 'string' ? { Location: self } : {}),
    ...(status < 300 && typeof version === 'number' ? { ETag: `"${version}"` } : {}),
  };
};

const isProblem = (body: unknown): boolean => typeof body === 'object' && body !== null && 'code' in body && 'hint' in body;

/** One answer may go to many (a ledger's first page, the overview): written once, for as long as it lives. */
const written = new WeakMap<object, Buffer>();
const textOf = (body: unknown): Buffer => {
  const known = typeof body === 'object' && body !== null ? written.get(body) : undefined;
  if (known) return known;
  const text = Buffer.from(JSON.stringify(body));
  if (typeof body === 'object' && body !== null) written.set(body, text);
  return text;
};

export const sendAnswer = (response: Response, answer: Answer): void => {
  if (answer.status === 204) {
    response.status(204).end();
    return;
  }
  response.status(answer.status).set(headersOf(answer)).type(isProblem(answer.body) ? 'application/problem+json' : 'application/json').send(textOf(answer.body));
};
