/** Reads the templates of matters. All faults of all files are reported at once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateSchema, type Template } from '../../domain/templates';
import { faultsOf } from '../faults';

/** @throws Error naming file, path and what is allowed, for every fault */
export const loadTemplates = (folder = __dirname): Template[] => {
  const faults: string[] = [];
  const templates = readdirSync(folder).filter((name) => name.endsWith('.json')).sort().flatMap((file) => {
    const parsed = templateSchema.safeParse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    if (parsed.success) return [parsed.data];
    faults.push(...faultsOf(`templates/${file}`, parsed.error));
    return [];
  });
  if (faults.length > 0) throw new Error(`事项模板有误：\n${faults.join('\n')}`);
  return templates;
};
