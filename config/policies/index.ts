/** Reads the policy packs. All faults of all files are reported at once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyPackSchema, type PolicyPack } from '../../domain/policy';
import { faultsOf } from '../faults';

/** @throws Error naming file, path and what is allowed, for every fault */
export const loadPolicies = (folder = __dirname): PolicyPack[] => {
  const faults: string[] = [];
  const packs: PolicyPack[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')).sort()) {
    const parsed = policyPackSchema.safeParse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    if (parsed.success) packs.push(parsed.data);
    else faults.push(...faultsOf(`policies/${file}`, parsed.error));
  }
  if (faults.length > 0) throw new Error(`规则文件有误：\n${faults.join('\n')}`);
  return packs;
};
