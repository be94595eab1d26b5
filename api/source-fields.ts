/** What people send about sources, and the version they go by. */
import type { Request } from 'express';
import { z } from 'zod';
import { SOURCE_KINDS, URGENCIES } from '../domain/default-limits';
import { civilDateSchema } from '../domain/state';
import { text } from '../domain/text';
import { idSchema } from './fields';
import { Problem } from './problems';

const named = text().trim().min(1, '不能为空').max(200, '不超过200字');
const urgency = z.enum(URGENCIES).optional();

export const sourceParams = z.strictObject({ id: idSchema });

const aboutSchema = z.strictObject({
  title: named,
  kind: z.enum(SOURCE_KINDS),
  /** Null where it is unknown: the words of time then stay without dates. */
  date: civilDateSchema.nullable().default(null),
  speaker: named.nullable().default(null),
  /** Of an instruction. */
  urgency,
  basis: z.array(named).max(10).default([]),
});
export type SourceAbout = z.infer<typeof aboutSchema>;

export const pastedSchema = aboutSchema;
export const fileQuery = aboutSchema.omit({ basis: true }).extend({
  name: z.string().trim().min(1, '不能为空').max(200, '不超过200字').regex(/^[^/\\]*$/, '只写文件名，不含路径'),
  basis: z.string().transform((list) => list.split('|')).pipe(z.array(named).max(10)).optional(),
});

/**
 * Takes the text out of the body before the other fields are checked for characters that may not be stored:
 * what a text contains is for `intake/` to clean and tell.
 * @throws Problem where it is no string or is not whole
 */
export const takeText = (request: Request): string => {
  const { text: given, ...rest } = (typeof request.body === 'object' && request.body !== null ? request.body : {}) as Readonly<Record<string, unknown>>;
  if (typeof given !== 'string' || /\p{Surrogate}/u.test(given)) {
    throw new Problem('invalidInput', { errors: [{ path: 'text', message: typeof given === 'string' ? '含有残缺的字符' : '必须填写', accepted: '来文全文' }], detail: '1处有误' });
  }
  request.body = rest;
  return given;
};

/** @throws Problem 428 without, 400 where it names no version */
export const versionOf = (request: Request): number => {
  const given = request.get('If-Match');
  if (given === undefined) throw new Problem('preconditionRequired');
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(given.trim());
  if (!match) throw new Problem('invalidInput', { errors: [{ path: 'If-Match', message: '不是版本号', accepted: '上次读到的 ETag，如 "3"' }], detail: '1处有误' });
  return Number(match[1]);
};

export const etagOf = (version: number): string => `"${version}"`;
