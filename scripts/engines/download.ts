import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Context } from './context';
import type { Text } from './messages';

/** A host that can't be reached must cost seconds, not minutes: the fallback stands ready. */
const CONNECT_MS = 8_000;
/** A transfer may be slow, but not silent. */
const SILENCE_MS = 30_000;

/** Carries a reason into the list of what was tried. */
export class WayFailed extends Error {
  constructor(readonly text: Text) {
    super(text.en);
    this.name = 'WayFailed';
  }
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

function why(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause: unknown = error.cause;
  if (cause instanceof Error) return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
  return error.name === 'AbortError' ? 'timed out' : error.message;
}

async function open(context: Context, url: string, abort: AbortController): Promise<Response> {
  const host = new URL(url).host;
  const timer = setTimeout(() => abort.abort(), CONNECT_MS);
  try {
    const response = await context.fetch(url, { signal: abort.signal });
    if (response.ok) return response;
    throw new Error(`HTTP ${response.status}`);
  } catch (error) {
    const reason = why(error);
    throw new WayFailed({ en: `${host} can't be used (${reason})`, zh: `${host} 不可用（${reason}）` });
  } finally {
    clearTimeout(timer);
  }
}

export async function downloadText(context: Context, url: string): Promise<string> {
  const abort = new AbortController();
  const response = await open(context, url, abort);
  const timer = setTimeout(() => abort.abort(), CONNECT_MS);
  try {
    return await response.text();
  } finally {
    clearTimeout(timer);
  }
}

/** Writes the body to `file`, returns its SHA-256. */
export async function download(context: Context, url: string, file: string, name: Text): Promise<string> {
  const abort = new AbortController();
  const response = await open(context, url, abort);
  const total = Number(response.headers.get('content-length') ?? 0);
  const hash = createHash('sha256');
  let got = 0;
  let timer = setTimeout(() => abort.abort(), SILENCE_MS);
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      clearTimeout(timer);
      timer = setTimeout(() => abort.abort(), SILENCE_MS);
      got += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
  try {
    if (!response.body) throw new Error('empty answer');
    // The DOM's and Node's stream types differ in name only.
    const body = Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
    await context.progress.during(
      { en: `downloading ${name.en}`, zh: `正在下载 ${name.zh}` },
      () => pipeline(body, count, createWriteStream(file)),
      () => (total > 0 ? `${megabytes(got)} / ${megabytes(total)}` : megabytes(got)),
    );
  } catch (error) {
    throw new WayFailed({ en: `the download broke off (${why(error)})`, zh: `下载中断（${why(error)}）` });
  } finally {
    clearTimeout(timer);
  }
  return hash.digest('hex');
}

export function hashMismatch(what: string, wanted: string, got: string): WayFailed {
  return new WayFailed({
    en: `${what} has SHA-256 ${got}, expected ${wanted}; thrown away`,
    zh: `${what} 的 SHA-256 是 ${got}，应为 ${wanted}；已丢弃`,
  });
}
