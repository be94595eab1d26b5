/** Reads the default limits of sources. */
import { basename, join } from 'node:path';
import { defaultLimitsSchema, type DefaultLimits } from '../domain/default-limits';
import { readJson } from './faults';

/** @throws Error naming file, path and what is allowed, for every fault */
export const loadLimits = (file = join(__dirname, 'limits.json')): DefaultLimits => {
  const faults: string[] = [];
  const limits = readJson(file, basename(file), defaultLimitsSchema, faults);
  if (limits === null) throw new Error(`默认时限有误：\n${faults.join('\n')}`);
  return limits;
};
