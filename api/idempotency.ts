/** One answer a (actor, route, key): draft-ietf-httpapi-idempotency-key-header, with the store's closed list of openings. */
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { canonicalJson } from '../domain/ledger-chain';
import type { Actor } from '../domain/state';
import { assertNever } from '../domain/vocabulary';
import type { StoredAnswer } from '../stores/idempotency';
import { actorOf } from './auth';
import type { ApiDeps } from './deps';
import { Problem } from './problems';
import { sendAnswer } from './send';

export const KEY = /^[\x21-\x7e]{1,200}$/;

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** @throws Problem where the header is absent or unfit */
export const keyOf = (request: Request): string => {
  const key = request.get('Idempotency-Key');
  if (key === undefined || key === '') throw new Problem('idempotencyKeyMissing');
  if (!KEY.test(key)) throw new Problem('idempotencyKeyInvalid');
  return key;
};

export interface Keyed {
  /** Method and route template: a key is one operation's, not one object's. */
  readonly route: string;
  /** Path parameters and body: what "the same request" means. */
  readonly content: unknown;
  readonly run: (actor: Actor, key: string) => Promise<StoredAnswer>;
}

/**
 * Runs `run` at most once a key and answers. Answers and refusals are kept; what may be tried again (an engine away,
 * a missing file, a fault of ours) frees the key.
 */
export const answerOnce = async ({ stores, log }: Pick<ApiDeps, 'stores' | 'log'>, request: Request, response: Response, { route, content, run }: Keyed): Promise<void> => {
  const actor = actorOf(request);
  const key = keyOf(request);
  const id = `${actor.person} ${route} ${key}`;
  // Real time on purpose: this is about requests in flight, not about what is owed.
  const opening = await stores.idempotency.open(id, sha256(canonicalJson(content)), new Date());
  switch (opening.kind) {
    case 'done':
      response.set('Idempotency-Replayed', 'true');
      await sendAnswer(response, opening.answer);
      return;
    case 'otherBody':
      throw new Problem('idempotencyKeyReused');
    case 'inFlight':
      throw new Problem('idempotencyKeyInFlight', { retryAfterSeconds: 1 });
    case 'fresh':
      break;
    default:
      return assertNever(opening);
  }
  let answer: StoredAnswer;
  try {
    answer = await run(actor, key);
  } catch (error) {
    if (!(error instanceof Problem && error.isRefusal)) {
      // The key frees itself after a while anyway; the first error is the one to tell.
      await stores.idempotency.release(id).catch((failure: unknown) => log.warn({ err: failure }, 'idempotency key not released'));
      throw error;
    }
    answer = { status: error.status, body: error.body };
  }
  // What is stored and what is sent now must be the same JSON, also where a value is undefined.
  const plain: StoredAnswer = { status: answer.status, body: JSON.parse(JSON.stringify(answer.body)) as unknown };
  await stores.idempotency.finish(id, plain);
  await sendAnswer(response, plain);
};
