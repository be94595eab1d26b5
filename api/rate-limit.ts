/** So many requests a minute from one caller: a script gone wild, or a registration flood, must not take the office's breath. */
import type { Request, RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ApiDeps } from './deps';
import { Problem } from './problems';

const MINUTE = 60;
const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

const limiter = (points: number): RateLimiterMemory | null => (points === 0 ? null : new RateLimiterMemory({ points, duration: MINUTE }));

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
      throw new Problem('tooManyRequests', { retryAfterSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
    }
    next();
  };
};
