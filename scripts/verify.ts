/**
 * `npm run verify`: proves that no ledger chain was altered, cut or broken, and that each projection is what its ledger says.
 * `npm run verify -- FILE [--seal HASH]`: the same of an export (`GET /api/ledger/export`), without a database; HASH as it was printed.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { applyAll } from '../domain/apply';
import { canonicalJson, verifyChain, type LedgerEntry } from '../domain/ledger-chain';
import { chainWords, verifyExport, type Seal, type SealedDay } from '../domain/seal';
import type { Stores } from '../stores';
import { sha256Hex } from '../stores/ledger';
import { runOnce, withStores } from './with-stores';

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
    if (fault) faults.push(chainWords(document._id, fault.seq, fault.fault));
    const head = chain.at(-1);
    if (fault === null && head) {
      const rebuilt = applyAll({ ...document.state, seq: 0 }, chain.map((entry) => entry.fact));
      if (canonicalJson(rebuilt) !== canonicalJson(document.state)) faults.push(`${document._id}: 按台账重算的状态与所存不符`);
    }
  }
  for (const commitment of await stores.ledger.commitments()) if (!known.has(commitment)) faults.push(`${commitment}: 有台账而无事项`);
  return { chains, entries, faults };
};

type Line = { readonly type: 'entry'; readonly entry: LedgerEntry } | { readonly type: 'seal'; readonly seal: Seal; readonly heads: readonly (readonly [string, number, string])[] };

/** @param printed seals' hashes that stand on paper. @throws Error where the file is no export */
export const verifyFile = async (file: string, printed: readonly string[]): Promise<Verification & { readonly seals: number }> => {
  const chains = new Map<string, LedgerEntry[]>();
  const days: SealedDay[] = [];
  let entries = 0;
  for await (const text of createInterface({ input: createReadStream(file, 'utf8') })) {
    if (text.trim() === '') continue;
    const line = JSON.parse(text) as Line;
    if (line.type === 'seal') days.push({ seal: line.seal, heads: line.heads.map(([commitment, seq, hash]) => ({ commitment, seq, hash })) });
    else {
      const { entry } = line;
      const chain = chains.get(entry.commitment);
      if (chain) chain.push(entry);
      else chains.set(entry.commitment, [entry]);
      entries += 1;
    }
  }
  return { chains: chains.size, entries, seals: days.length, faults: verifyExport(chains, days, printed, sha256Hex) };
};

const tell = ({ chains, entries, faults }: Verification, more = ''): void => {
  faults.forEach((fault) => console.log(`✗ ${fault}`));
  console.log(`核验${chains}条链、${entries}条记录${more}：${faults.length === 0 ? '完整，未见改动' : `${faults.length}处有误`}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
};

const main = async (): Promise<void> => {
  const { positionals: [file], values: { seal = [] } } = parseArgs({ allowPositionals: true, options: { seal: { type: 'string', multiple: true } } });
  if (file !== undefined) {
    const found = await verifyFile(file, seal);
    tell(found, `、${found.seals}次封存${seal.length === 0 ? '（未对照印发的封存值）' : ''}`);
    return;
  }
  await withStores(async (stores) => tell(await verifyLedger(stores)));
};

if (require.main === module) runOnce(main);
