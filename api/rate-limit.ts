/** So many requests a minute from one caller: a script gone wild, or a registration flood, must not take the office's breath. */
import type { Request, RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ApiDeps } from './deps';
import { Problem } from './problems';

const MINUTE = 60;
const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

const limiter = (points: number): RateLimiterMemory | null => (points === 0 ? null : new RateLimiterMemory({ points, duration: MINUTE }));

const tooMany = ({ msBeforeNext }: RateLimiterRes): Problem => new Problem('tooManyRequests', { retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) });

/**
 * Credentials that were no good, by address: past as many a minute as one caller may write, the next ones are not even looked up.
 * Who comes with a log-in and its token, or with nothing, is not asked: behind one address sit many people.
 */
export const limitRefusals = ({ settings, log }: ApiDeps) => {
  const refusals = limiter(settings.YANXING_WRITES_A_MINUTE);
  const keyOf = (request: Request): string => request.ip ?? '';
  return {
    /** @throws Problem 429 */
    async assertFew(request: Request): Promise<void> {
      const had = await refusals?.get(keyOf(request)) ?? null;
      if (refusals && had && had.consumedPoints >= refusals.points) throw tooMany(had);
    },
    async count(request: Request): Promise<void> {
      const had = await refusals?.penalty(keyOf(request));
      if (had?.consumedPoints === refusals?.points) log.warn({ address: request.ip }, 'credentials limited');
    },
  };
};

/** @param callerOf a person where one is known, an address otherwise: behind one address sit many people */
export const limitRequests = ({ settings, log }: ApiDeps, callerOf: (request: Request) => string): RequestHandler => {
  const reads = limiter(settings.YANXING_READS_A_MINUTE);
  const writes = limiter(settings.YANXING_WRITES_A_MINUTE);
  return async (request, response, next) => {
    const which = READS.has(request.method) ? reads : writes;
    if (which === null) {
      next();
      return;
    }
    const caller = callerOf(request);
    try {
      const { remainingPoints, msBeforeNext } = await which.consume(caller);
      response.set({ 'RateLimit': `"minute";r=${remainingPoints};t=${Math.ceil(msBeforeNext / 1000)}`, 'RateLimit-Policy': `"minute";q=${which.points};w=${MINUTE}` });
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      // Once a minute: the log must not drown in what is being kept out.
      if (error.consumedPoints === which.points + 1) log.warn({ caller, method: request.method }, 'requests limited');
      throw tooMany(error);
    }
    next();
  };
};
