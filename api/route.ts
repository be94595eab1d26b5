/**
 * One declaration an endpoint. From it come the parsing, the check of who may, the Idempotency-Key, If-Match and ETag,
 * the access audit, the OpenAPI document and the list of routes that the tests walk.
 */
import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import type { Actor } from '../domain/state';
import type { Instant } from '../domain/time';
import type { Action } from './access';
import { audited, beginAudit } from './audit';
import { actorOf, loginOf } from './auth';
import type { ApiDeps } from './deps';
import { authoriseUnit, may } from './guard';
import { answerOnce } from './idempotency';
import { parse } from './parse';
import { Problem } from './problems';
import { sendAnswer, type Answer } from './send';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
export const TAGS = ['事项', '佐证', '通知', '来文', '统计', '台账', '规则', '机构', '账号', '运行', '接口'] as const;
export type Tag = (typeof TAGS)[number];

const JSON_LIMIT = '1mb';

export interface RouteSpec<P extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType, B extends z.ZodType = z.ZodType> {
  readonly method: Method;
  /** As Express writes it: `/api/commitments/:id`. */
  readonly path: string;
  /** One line in Chinese, for people who read the document. */
  readonly summary: string;
  readonly tag: Tag;
  /** What of `access.ts` the caller must be allowed; `self`: whoever is logged in, about himself; `public` asks nobody. */
  readonly action: Action | 'self' | 'public';
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** The body is a file: `stream` leaves reading it to the handler, a number reads at most so many bytes ahead. */
  readonly bytes?: 'stream' | number;
  /** Fields of query and body whose characters the handler cleans itself. */
  readonly uncleaned?: readonly string[];
  /** By status; null where the answer is no JSON, or nothing (204). Refusals are problem details and need no mention. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** Of an answer that is no JSON: its media type; a file of any kind without. */
  readonly media?: string;
  /** Asks for an Idempotency-Key: run at most once a key, and answered alike when repeated. */
  readonly idempotent?: true;
  /** `required`: 428 without, where a blind edit would undo another's. */
  readonly ifMatch?: 'required' | 'optional';
  /** The handler writes the answer itself. */
  readonly streaming?: true;
  /** Lets somebody in by a GET: see `audit.ts`. */
  readonly entrance?: true;
}

export interface RouteContext {
  readonly actor: Actor;
  readonly at: Instant;
  readonly requestId: string;
  /** The Idempotency-Key; empty where the route asks for none. */
  readonly key: string;
  /** The version that If-Match names. */
  readonly version: number | null;
  readonly request: Request;
  readonly response: Response;
}

export interface RouteInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const DONE: Answer = { status: 204, body: null };

/** What routes are declared on: Express's own router, and the list of all that was declared. */
export class ApiRouter {
  readonly router = Router();
  readonly declared: RouteSpec[] = [];
  constructor(readonly deps: ApiDeps) {}
}

/** @throws Problem 400 where it names no version */
export const versionIn = (request: Request): number | null => {
  const given = request.get('If-Match');
  if (given === undefined) return null;
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(given.trim());
  if (!match) throw new Problem('invalidInput', { errors: [{ path: 'If-Match', message: '不是版本号', accepted: '上次读到的 ETag，如 "3"' }], detail: '1处有误' });
  return Number(match[1]);
};

const raw = (limit: number): RequestHandler => {
  const read = express.raw({ type: 'application/octet-stream', limit, inflate: false });
  return (request, response, next) => read(request, response, (error?: unknown) => {
    // The limit's own refusal names the file's limit, not that of JSON.
    const tooLarge = typeof error === 'object' && error !== null && 'type' in error && error.type === 'entity.too.large';
    next(tooLarge ? new Problem('contentTooLarge', { detail: `文件不超过${limit / 1024 / 1024} MB`, headers: { Connection: 'close' } }) : error);
  });
};
const json = express.json({ limit: JSON_LIMIT, inflate: false });
/** Of a public route: nothing that it does is anybody's act. */
const NOBODY: Actor = { person: 'nobody', name: '未登录' };
const untouched: RequestHandler = (_request, _response, next) => next();

const readerOf = ({ bytes, body }: RouteSpec): RequestHandler => {
  if (bytes === 'stream') return untouched;
  return bytes === undefined ? (body === undefined ? untouched : json) : raw(bytes);
};

/** A form that no browser page can send without asking first. */
const checkMedia = ({ method, bytes }: RouteSpec, request: Request): void => {
  if (method === 'get' || method === 'delete') return;
  const fit = bytes === undefined ? request.is('application/json') : request.is('application/octet-stream') && (request.get('Content-Encoding') ?? 'identity') === 'identity';
  if (!fit) throw new Problem('badMediaType');
};

const entranceOf = (deps: ApiDeps, action: RouteSpec['action']): RequestHandler => {
  if (action === 'public') return untouched;
  if (action !== 'self') return may(deps, action);
  return (request, _response, next) => {
    loginOf(request);
    next();
  };
};

/** A mismatch is a fault of ours: in tests it fails loudly, elsewhere the answer goes out as it is. */
const checkAnswer = ({ answers, method, path }: RouteSpec, { status, body }: Answer): void => {
  const schema = answers[status];
  if (status >= 400 && !schema) return;
  if (schema === undefined) throw new Error(`${method} ${path} answers ${status}, which is not declared`);
  if (schema === null) {
    if (body === null) return;
    throw new Error(`${method} ${path} answers ${status} with a body, though none is declared`);
  }
  const found = schema.safeParse(JSON.parse(JSON.stringify(body)));
  if (!found.success) throw new Error(`${method} ${path} answers ${status} otherwise than declared: ${z.prettifyError(found.error)}`);
};

/** Declares an endpoint. @param handler gives the answer; of a `streaming` route, null once it has written it */
export const route = <P extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType, B extends z.ZodType = z.ZodType>(
  api: ApiRouter, spec: RouteSpec<P, Q, B>, handler: (input: RouteInput<P, Q, B>, context: RouteContext) => Promise<Answer | null> | Answer,
): void => {
  const { deps } = api;
  api.declared.push(spec);
  const check = (answer: Answer): Answer => {
    if (deps.settings.NODE_ENV === 'test') checkAnswer(spec, answer);
    return answer;
  };
  const { action } = spec;
  const media: RequestHandler = (request, _response, next) => {
    checkMedia(spec, request);
    next();
  };
  // Before the body is read: a stranger's megabytes are not taken in.
  const enter = entranceOf(deps, action);
  api.router[spec.method](spec.path, audited(deps, { action, operation: `${spec.method.toUpperCase()} ${spec.path}`, entrance: spec.entrance === true }), enter, media, readerOf(spec), async (request, response) => {
    const content = { params: { ...request.params }, query: { ...request.query }, body: spec.bytes === undefined ? (request.body as unknown) : null, ifMatch: request.get('If-Match') ?? null };
    const input = parse(request, spec, spec.uncleaned);
    if (action !== 'public' && action !== 'self') await authoriseUnit(deps, request, action, input.body);
    const version = spec.ifMatch === undefined ? null : versionIn(request);
    if (spec.ifMatch === 'required' && version === null) throw new Problem('preconditionRequired');
    const context = { actor: action === 'public' ? NOBODY : actorOf(request), at: deps.clock.now(), requestId: String(response.locals['requestId']), key: '', version, request, response };
    await beginAudit(deps, response);
    if (spec.idempotent) {
      await answerOnce(deps, request, response, {
        route: `${spec.method.toUpperCase()} ${spec.path}`, content,
        run: async (_actor, key) => {
          const answer = await handler(input, { ...context, key });
          if (answer === null) throw new Error(`${spec.path}: no answer to keep`);
          return check(answer);
        },
      });
      return;
    }
    const answer = await handler(input, context);
    if (answer !== null) await sendAnswer(response, check(answer));
  });
};
