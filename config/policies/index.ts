/** Reads the policy packs. All faults of all files are reported at once. */
import { policyPackSchema, type PolicyPack } from '../../domain/policy';
import { readFolder } from '../faults';

/** @throws Error naming file, path and what is allowed, for every fault */
export const loadPolicies = (folder = __dirname): PolicyPack[] => {
  const faults: string[] = [];
  const found = readFolder(folder, policyPackSchema, faults);
  found.forEach(({ file, value: { name, version } }, index) => {
    if (found.slice(0, index).some(({ value }) => value.name === name && value.version === version)) faults.push(`${file}: version: ${name}@${version} 已在另一个文件中`);
  });
  if (faults.length > 0) throw new Error(`规则文件有误：\n${faults.join('\n')}`);
  return found.map(({ value }) => value);
};
