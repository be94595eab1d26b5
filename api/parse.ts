/** The one way in: params, query and body through zod, with all faults told at once, and text that can be stored and hashed. */
import type { Request } from 'express';
import type { z } from 'zod';
import { invalidInput, type InputFault } from './problems';

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字', number: '数字', int: '整数', boolean: 'true 或 false', array: '列表', object: '对象', record: '对象',
};

const sized = (origin: string): string => (origin === 'string' ? '字' : origin === 'array' ? '项' : '');
const CHINESE = /\p{Script=Han}/u;

const wordsFor = (issue: z.core.$ZodIssue): readonly [message: string, accepted: string] => {
  switch (issue.code) {
    case 'invalid_type':
      return [issue.input === undefined ? '必须填写' : '类型不对', `应为${TYPE_NAMES[issue.expected] ?? issue.expected}`];
    case 'invalid_value':
      return [issue.input === undefined ? '必须填写' : '不在可选范围内', issue.values.map(String).join('、')];
    case 'too_small':
      return ['过小或过少', `不少于${issue.minimum}${sized(issue.origin)}`];
    case 'too_big':
      return ['过大或过多', `不超过${issue.maximum}${sized(issue.origin)}`];
    case 'invalid_format':
      return ['格式不对', issue.format === 'datetime' ? '形如 2026-03-02T00:30:00.000Z' : '符合规定格式'];
    default:
      return ['不符合要求', '符合规定格式'];
  }
};

const dotted = (prefix: string, path: readonly PropertyKey[]): string => [prefix, ...path.map(String)].filter((part) => part !== '').join('.');

/** One issue of a schema as faults of the input. */
export const faultsIn = (prefix: string, issue: z.core.$ZodIssue): InputFault[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: dotted(prefix, [...issue.path, key]), message: '没有这一项', accepted: '请去掉' }));
  }
  const [message, accepted] = wordsFor(issue);
  // A schema's own words name what is allowed, better than a general phrase.
  return [{ path: dotted(prefix, issue.path), ...(CHINESE.test(issue.message) ? { message: issue.message, accepted: issue.message } : { message, accepted }) }];
};

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
