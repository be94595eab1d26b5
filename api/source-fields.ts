/** What people send about sources. */
import { z } from 'zod';
import { SOURCE_KINDS, URGENCIES } from '../domain/default-limits';
import { civilDateSchema } from '../domain/state';
import { text } from '../domain/text';
import { idSchema } from './fields';

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

/** What a text contains is for `intake/` to clean and tell; it must only be whole. */
const wholeText = text();
export const pastedSchema = aboutSchema.extend({ text: wholeText });
export const reimportSchema = z.strictObject({ text: wholeText });
export const fileQuery = aboutSchema.omit({ basis: true }).extend({
  name: z.string().trim().min(1, '不能为空').max(200, '不超过200字').regex(/^[^/\\]*$/, '只写文件名，不含路径'),
  basis: z.string().transform((list) => list.split('|')).pipe(z.array(named).max(10)).optional(),
});
