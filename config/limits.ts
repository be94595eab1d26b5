/** Reads the default limits of sources. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLimitsSchema, type DefaultLimits } from '../domain/default-limits';
import { faultsOf } from './faults';

/** @throws Error naming path and what is allowed, for every fault */
export const loadLimits = (file = join(__dirname, 'limits.json')): DefaultLimits => {
  const parsed = defaultLimitsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`默认时限有误：\n${faultsOf('limits.json', parsed.error).join('\n')}`);
  return parsed.data;
};
