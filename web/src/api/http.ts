/** The one way to the API: problems as values with words, the session's token, one key for each operation. */
import { spoken } from '../words';
import { link } from './link';
import { isUnattended, UNATTENDED } from './presence';

/** `accepted` may say in what form a date is to be typed: it stays as it is. */
export interface Fault { readonly path: string; readonly message: string; readonly accepted: string }

/** What the API refused, or that it could not be reached; `detail` and `hint` are for people. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly hint: string;
  readonly errors: readonly Fault[];
  /** The whole body, for members of one problem's own. */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    const text = (name: string, otherwise: string): string => (typeof body[name] === 'string' ? spoken(body[name]) : otherwise);
    super(text('detail', '操作没有完成'));
    this.status = status;
    this.code = text('code', 'unknown');
    this.title = text('title', '操作没有完成');
    this.detail = text('detail', this.title);
    this.hint = text('hint', '请稍候再试');
    this.errors = Array.isArray(body['errors']) ? (body['errors'] as Fault[]).map((fault) => ({ ...fault, message: spoken(fault.message) })) : [];
    this.body = body;
  }

  /** Refused for good: the same request would be refused again, so the next one is another (a new key). */
  get refused(): boolean {
    return this.status >= 400 && this.status < 500;
  }

  /** The fault of one field, in words; undefined where it has none. */
  fault(path: string): string | undefined {
    const found = this.errors.find((error) => error.path === path);
    return found && (found.accepted === found.message ? found.message : `${found.message}，${found.accepted}`);
  }
}

export const isProblem = (error: unknown, ...codes: readonly string[]): error is ApiProblem =>
  error instanceof ApiProblem && (codes.length === 0 || codes.includes(error.code));

/** Anything thrown, as a problem that can be shown. */
export const problemOf = (error: unknown): ApiProblem =>
  (error instanceof ApiProblem ? error : new ApiProblem(0, { code: 'unknown', title: '页面出了问题', detail: error instanceof Error ? error.message : String(error), hint: '请刷新页面' }));

const OFFLINE = { code: 'offline', title: '连不上系统', detail: '连不上系统', hint: '已填写的内容还在，连上后请再试' };

export const credentials: { csrfToken: string | null; onSignedOut: () => void } = { csrfToken: null, onSignedOut: () => undefined };

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;
export interface SendOptions {
  /** Sent as If-Match: the version that the change goes by. */
  readonly version?: number;
  /** Of this operation; the same key repeats it without harm. */
  readonly key?: string;
  readonly query?: Query;
  readonly signal?: AbortSignal;
}

/** 32 random hex digits: `crypto.randomUUID` is missing where the page came by plain HTTP from another machine. */
export const freshKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export const withQuery = (path: string, query: Query = {}): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    search.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
};

const answerOf = async (request: () => Promise<Response>): Promise<Response> => {
  try {
    const response = await request();
    link.online = true;
    link.at = response.headers.get('X-Yanxing-At') ?? link.at;
    return response;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    link.online = false;
    throw new ApiProblem(0, OFFLINE);
  }
};

const read = async <T>(response: Response): Promise<T> => {
  const json = (response.headers.get('Content-Type') ?? '').includes('json');
  const body: unknown = json ? await response.json() : undefined;
  if (response.ok) return body as T;
  const problem = new ApiProblem(response.status, typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : { title: '系统没有应答', detail: `系统没有应答（${response.status}）` });
  if (response.status === 401) credentials.onSignedOut();
  throw problem;
};

const unsafe = (): Record<string, string> => (credentials.csrfToken === null ? {} : { 'X-CSRF-Token': credentials.csrfToken });

/** @throws ApiProblem */
export const get = async <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  read<T>(await answerOf(() => fetch(withQuery(path, query), { headers: { Accept: 'application/json', ...(isUnattended() ? { [UNATTENDED]: '1' } : {}) }, ...(signal ? { signal } : {}) })));

/** @throws ApiProblem */
export const send = async <T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, options: SendOptions = {}): Promise<T> =>
  read<T>(await answerOf(() => fetch(withQuery(path, options.query), {
    method,
    headers: {
      Accept: 'application/json', 'Content-Type': 'application/json', ...unsafe(),
      ...(method === 'POST' ? { 'Idempotency-Key': options.key ?? freshKey() } : {}),
      ...(options.version === undefined ? {} : { 'If-Match': `"${options.version}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  })));

/** A file to keep, read whole so that a refusal is seen. @throws ApiProblem */
export const fetchFile = async (path: string): Promise<{ readonly name: string; readonly bytes: Blob }> => {
  const response = await answerOf(() => fetch(path));
  if (!response.ok) await read(response);
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  return { name: name === undefined ? '导出' : decodeURIComponent(name), bytes: await response.blob() };
};

/** A file's bytes. @throws ApiProblem */
export const upload = async <T>(path: string, file: Blob, options: SendOptions = {}, method: 'PUT' | 'POST' = 'PUT'): Promise<T> =>
  read<T>(await answerOf(() => fetch(withQuery(path, options.query), {
    method,
    headers: {
      Accept: 'application/json', 'Content-Type': 'application/octet-stream', ...unsafe(),
      ...(options.version === undefined ? {} : { 'If-Match': `"${options.version}"` }),
    },
    body: file,
  })));

/** A file that the API gives out, as if it had been chosen from the disk. @throws ApiProblem */
export const download = async (path: string, name: string): Promise<File> => {
  const response = await answerOf(() => fetch(path));
  return response.ok ? new File([await response.blob()], name) : read<File>(response);
};
