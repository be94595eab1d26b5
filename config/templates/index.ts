/** Reads the templates of matters. All faults of all files are reported at once. */
import { templateSchema, type Template } from '../../domain/templates';
import { readFolder } from '../faults';

/** @throws Error naming file, path and what is allowed, for every fault */
export const loadTemplates = (folder = __dirname): Template[] => {
  const faults: string[] = [];
  const found = readFolder(folder, templateSchema, faults);
  if (faults.length > 0) throw new Error(`事项模板有误：\n${faults.join('\n')}`);
  return found.map(({ value }) => value);
};
