/** The log: a JSON object a line, so that nothing a person sends can begin a line of its own; what opens doors is blacked out. */
import type { RequestHandler } from 'express';
import pino, { type DestinationStream, type Logger } from 'pino';

const SECRETS = ['password', 'current', 'next', 'token', 'secret', 'authorization', 'cookie', 'oneTimePassword', 'client_secret', 'code', 'code_verifier'];
/** Wherever it stands in a text: a link's token, a bearer token, a cookie, a password in an address. */
const IN_TEXT: readonly (readonly [RegExp, string])[] = [
  [/\/r\/[A-Za-z0-9._~-]+/g, '/r/[redacted]'], [/\bBearer\s+[\x21-\x7e]+/gi, 'Bearer [redacted]'], [/((?:__Host-)?yanxing)=[^;\s"]+/g, '$1=[redacted]'],
  [/([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s@/]+@/gi, '$1:[redacted]@'],
];
export const withoutSecrets = (text: string): string => IN_TEXT.reduce((result, [secret, instead]) => result.replace(secret, instead), text);

const plainError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const { type, message, stack } = pino.stdSerializers.err(error);
  return { type, message: withoutSecrets(message), stack: withoutSecrets(stack) };
};

export const createLog = (level: string, destination?: DestinationStream): Logger => pino({
  level,
  redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
  serializers: { err: plainError },
  formatters: { log: (fields) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? withoutSecrets(value) : value])) },
}, ...(destination ? [destination] : []) as [DestinationStream]);

/** One line a request; reads at `debug`. */
export const logRequests = (log: Logger): RequestHandler => (request, response, next) => {
  const began = performance.now();
  response.once('finish', () => {
    log[request.method === 'GET' || request.method === 'HEAD' ? 'debug' : 'info'](
      { requestId: String(response.locals['requestId']), method: request.method, path: request.originalUrl.split('?')[0], status: response.statusCode, ms: Math.round(performance.now() - began) }, 'request');
  });
  next();
};
