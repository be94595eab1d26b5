/** `npm run verify`: proves that no ledger chain was altered, cut or broken, and that each projection is what its ledger says. */
import { applyAll } from '../domain/apply';
import { canonicalJson, verifyChain, type ChainFault } from '../domain/ledger-chain';
import { parseSettings } from '../config/settings';
import { openStores, type Stores } from '../stores';
import { sha256Hex } from '../stores/ledger';

const FAULT_WORDS: Readonly<Record<ChainFault['fault'], string>> = {
  gap: '缺号', broken: '与上一条不相接', altered: '内容被改动', truncated: '起被截去', rehashed: '起被重新计算',
};

export interface Verification { readonly chains: number; readonly entries: number; readonly faults: readonly string[] }

export const verifyLedger = async (stores: Stores): Promise<Verification> => {
  const faults: string[] = [];
  let chains = 0;
  let entries = 0;
  const known = new Set<string>();
  for await (const document of stores.commitments.all()) {
    known.add(document._id);
    const chain = await stores.ledger.chain(document._id);
    chains += 1;
    entries += chain.length;
    const fault = verifyChain(chain, sha256Hex, document.version === 0 ? [] : [{ seq: document.version, hash: document.headHash }]);
    if (fault) faults.push(`${document._id}: 第${fault.seq}条${FAULT_WORDS[fault.fault]}`);
    const head = chain.at(-1);
    if (fault === null && head) {
      const rebuilt = applyAll({ ...document.state, seq: 0 }, chain.map((entry) => entry.fact));
      if (canonicalJson(rebuilt) !== canonicalJson(document.state)) faults.push(`${document._id}: 按台账重算的状态与所存不符`);
    }
  }
  for (const commitment of await stores.ledger.commitments()) if (!known.has(commitment)) faults.push(`${commitment}: 有台账而无事项`);
  return { chains, entries, faults };
};

const main = async (): Promise<void> => {
  const settings = parseSettings(process.env);
  if (settings.MONGODB_URI === undefined) throw new Error('请设置 MONGODB_URI，指向要核验的数据库（npm start 自带的数据库为 mongodb://127.0.0.1:27717/yanxing?replicaSet=yanxing）');
  const stores = await openStores(settings.MONGODB_URI);
  try {
    const { chains, entries, faults } = await verifyLedger(stores);
    faults.forEach((fault) => console.log(`✗ ${fault}`));
    console.log(`核验${chains}条链、${entries}条记录：${faults.length === 0 ? '完整，未见改动' : `${faults.length}处有误`}`);
    process.exitCode = faults.length === 0 ? 0 : 1;
  } finally {
    await stores.close();
  }
};

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
