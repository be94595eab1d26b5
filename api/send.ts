/** How an answer goes out. */
import { promisify } from 'node:util';
import { gzip, type ZlibOptions } from 'node:zlib';
import type { Response } from 'express';
import type { StoredAnswer } from '../stores/idempotency';

export type Answer = StoredAnswer;

/** Where the answer names itself and its version, so do its headers; `etag` where `version` is the number of an edition that has standings of its own. */
const headersOf = ({ status, body }: Answer): Readonly<Record<string, string>> => {
  const { self, version, etag = version } = (typeof body === 'object' && body !== null ? body : {}) as { self?: unknown; version?: unknown; etag?: unknown };
  return {
    ...((status === 201 || status === 202) && typeof self === 'string' ? { Location: self } : {}),
    ...(status < 300 && typeof etag === 'number' ? { ETag: `"${etag}"` } : {}),
  };
};

const isProblem = (body: unknown): boolean => typeof body === 'object' && body !== null && 'code' in body && 'hint' in body;

/**
 * From so many bytes on an answer goes out packed to whoever takes it: a speech of 300 tasks is 500 KB. What carries a secret
 * (a log-in, a new token) is far smaller, so that no length tells of one (BREACH).
 */
const PACKED_FROM = 8 * 1024;

interface Text { readonly plain: Buffer; packed: Promise<Buffer> | null }
/** One answer may go to many (a ledger's first page, the overview): written and packed once, for as long as it lives. */
const written = new WeakMap<object, Text>();
const textOf = (body: unknown): Text => {
  const known = typeof body === 'object' && body !== null ? written.get(body) : undefined;
  if (known) return known;
  const text: Text = { plain: Buffer.from(JSON.stringify(body)), packed: null };
  if (typeof body === 'object' && body !== null) written.set(body, text);
  return text;
};
/** In a thread of the pool; quick rather than small. */
const pack = promisify<Buffer, ZlibOptions, Buffer>(gzip);

export const sendAnswer = async (response: Response, answer: Answer): Promise<void> => {
  if (answer.status === 204) {
    response.status(204).end();
    return;
  }
  response.status(answer.status).set(headersOf(answer)).type(isProblem(answer.body) ? 'application/problem+json' : 'application/json');
  const text = textOf(answer.body);
  if (text.plain.length < PACKED_FROM) {
    response.send(text.plain);
    return;
  }
  response.vary('Accept-Encoding');
  if (response.req.acceptsEncodings(['gzip', 'identity']) !== 'gzip') {
    response.send(text.plain);
    return;
  }
  text.packed ??= pack(text.plain, { level: 1 });
  response.set('Content-Encoding', 'gzip').send(await text.packed);
};
