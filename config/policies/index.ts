/** Reads the policy packs. All faults of all files are reported at once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyPackSchema, type PolicyPack } from '../../domain/policy';
import { faultsOf } from '../faults';

/** JSON, or what is wrong with it. */
const jsonOf = (text: string): { readonly value: unknown } | { readonly fault: string } => {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
};

/** @throws Error naming file, path and what is allowed, for every fault */
export const loadPolicies = (folder = __dirname): PolicyPack[] => {
  const faults: string[] = [];
  const packs: PolicyPack[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')).sort()) {
    const json = jsonOf(readFileSync(join(folder, file), 'utf8'));
    if ('fault' in json) {
      faults.push(`policies/${file}: (整体): 不是有效的 JSON：${json.fault}`);
      continue;
    }
    const parsed = policyPackSchema.safeParse(json.value);
    if (parsed.success) {
      const { name, version } = parsed.data;
      if (packs.some((pack) => pack.name === name && pack.version === version)) faults.push(`policies/${file}: version: ${name}@${version} 已在另一个文件中`);
      packs.push(parsed.data);
    } else faults.push(...faultsOf(`policies/${file}`, parsed.error));
  }
  if (faults.length > 0) throw new Error(`规则文件有误：\n${faults.join('\n')}`);
  return packs;
};
