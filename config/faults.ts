/** Files of the office: read whole, with every fault told by file, path and what is allowed. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { faultsIn } from '../domain/schema-faults';

/** One line a fault. */
export const faultsOf = (file: string, error: z.ZodError): string[] => error.issues.flatMap((issue) => faultsIn('', issue))
  .map(({ path, message, accepted }) => `${file}: ${path === '' ? '(整体)' : path}: ${message === accepted ? message : `${message}，${accepted}`}`);

/** @param shown how the file is called in a fault @returns null where there are faults, which are added to `faults` */
export const readJson = <S extends z.ZodType>(file: string, shown: string, schema: S, faults: string[]): z.output<S> | null => {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    faults.push(`${shown}: (整体): 不是有效的 JSON：${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
  const parsed = schema.safeParse(json, { reportInput: true });
  if (parsed.success) return parsed.data;
  faults.push(...faultsOf(shown, parsed.error));
  return null;
};

/** Every JSON file of a folder, in the order of their names. */
export const readFolder = <S extends z.ZodType>(folder: string, schema: S, faults: string[]): { readonly file: string; readonly value: z.output<S> }[] =>
  readdirSync(folder).filter((name) => name.endsWith('.json')).sort().flatMap((name) => {
    const file = `${basename(folder)}/${name}`;
    const value = readJson(join(folder, name), file, schema, faults);
    return value === null ? [] : [{ file, value }];
  });
