/** The one way in: params, query and body through zod, with all faults told at once, and text that can be stored and hashed. */
import type { Request } from 'express';
import type { z } from 'zod';
import { dotted, faultsIn } from '../domain/schema-faults';
import { invalidInput, type InputFault } from './problems';

/**
 * A lone surrogate is hashed as written by the workflow but comes back from MongoDB as U+FFFD: the ledger's chain would
 * read as altered. Control characters and writing-direction overrides forge lines in mails and logs.
 */
const UNFIT = /[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

const textFaults = (prefix: string, value: unknown, path: readonly PropertyKey[] = []): InputFault[] => {
  if (typeof value === 'string') {
    return UNFIT.test(value) ? [{ path: dotted(prefix, path), message: '含有不能使用的字符', accepted: '不含控制字符、方向控制符和残缺的字符' }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textFaults(prefix, inner, [...path, key]));
};

export interface Schemas<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
}
export interface Parsed<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
}

const without = (input: unknown, names: readonly string[]): unknown =>
  (names.length > 0 && typeof input === 'object' && input !== null ? Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name))) : input);

const parsePart = (prefix: string, schema: z.ZodType | undefined, input: unknown, faults: InputFault[], uncleaned: readonly string[] = []): unknown => {
  if (schema === undefined) {
    const unknown = prefix === 'query' && typeof input === 'object' && input !== null ? Object.keys(input) : [];
    unknown.forEach((key) => faults.push({ path: `query.${key}`, message: '没有这一项', accepted: '请去掉' }));
    return undefined;
  }
  const parsed = schema.safeParse(input, { reportInput: true });
  if (!parsed.success) {
    faults.push(...parsed.error.issues.flatMap((issue) => faultsIn(prefix, issue)));
    return undefined;
  }
  // The raw text only now: what passed its strict schema is shallow, so a body nested a million deep never gets here.
  faults.push(...textFaults(prefix, without(input, uncleaned)));
  return parsed.data;
};

/**
 * Parses what the route takes; a query field on a route that takes none is a fault too.
 * @param uncleaned fields of query and body whose characters the handler looks at itself
 * @throws Problem `invalidInput` with every fault of params, query and body
 */
export const parse = <P extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType, B extends z.ZodType = z.ZodType>(
  request: Request, schemas: Schemas<P, Q, B>, uncleaned: readonly string[] = [],
): Parsed<P, Q, B> => {
  const faults: InputFault[] = [];
  const parsed = {
    params: parsePart('path', schemas.params, request.params, faults),
    query: parsePart('query', schemas.query, request.query, faults, uncleaned),
    body: parsePart('', schemas.body, request.body, faults, uncleaned),
  };
  if (faults.length > 0) throw invalidInput(faults);
  return parsed as Parsed<P, Q, B>;
};
