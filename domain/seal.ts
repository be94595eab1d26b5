/**
 * 封存: once a day all chains' heads in one root, and the days chained. A seal's hash printed in a bulletin proves later that
 * nothing up to that day was altered, removed or hashed anew. Pure: the hash function is handed in.
 */
import { canonicalJson, verifyChain, type LedgerEntry, type Sha256Hex } from './ledger-chain';
import type { CivilDate, Instant } from './time';

export interface Head { readonly commitment: string; readonly seq: number; readonly hash: string }
export interface Seal {
  /** 1 for the first; no gaps. */
  readonly n: number;
  readonly date: CivilDate;
  readonly at: Instant;
  readonly chains: number;
  readonly root: string;
  readonly prevHash: string;
  readonly hash: string;
}
export const FIRST_SEAL_PREV = '0'.repeat(64);

/** Merkle tree as in RFC 9162, 2.1.1, over hex text: leaves and nodes begin differently, so neither passes for the other. */
const leaf = ({ commitment, seq, hash }: Head, sha256: Sha256Hex): string => sha256(`0:${canonicalJson([commitment, seq, hash])}`);
const treeOf = (leaves: readonly string[], sha256: Sha256Hex): string => {
  if (leaves.length === 0) return sha256('');
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined) return only;
  const half = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return sha256(`1:${treeOf(leaves.slice(0, half), sha256)}${treeOf(leaves.slice(half), sha256)}`);
};
const inOrder = (heads: readonly Head[]): Head[] => [...heads].sort((a, b) => (a.commitment < b.commitment ? -1 : a.commitment > b.commitment ? 1 : 0));
export const rootOf = (heads: readonly Head[], sha256: Sha256Hex): string => treeOf(inOrder(heads).map((head) => leaf(head, sha256)), sha256);

const sealHash = ({ hash: _hash, ...bare }: Seal, sha256: Sha256Hex): string => sha256(canonicalJson(bare));

export const sealHeads = (heads: readonly Head[], date: CivilDate, at: Instant, last: Seal | null, sha256: Sha256Hex): Seal => {
  const bare = { n: (last?.n ?? 0) + 1, date, at, chains: heads.length, root: rootOf(heads, sha256), prevHash: last?.hash ?? FIRST_SEAL_PREV, hash: '' };
  return { ...bare, hash: sealHash(bare, sha256) };
};

export interface SealedDay { readonly seal: Seal; readonly heads: readonly Head[] }

const chainFaultWords = { gap: '缺号', broken: '与上一条不相接', altered: '内容被改动', truncated: '起被截去', rehashed: '起被重新计算' } as const;
export const chainWords = (commitment: string, seq: number, fault: keyof typeof chainFaultWords): string => `${commitment}: 第${seq}条${chainFaultWords[fault]}`;

/** The days in themselves: chained without gap, each over the heads that it names. */
const faultsOfSeals = (days: readonly SealedDay[], printed: readonly string[], sha256: Sha256Hex): string[] => {
  const faults: string[] = [];
  let previous = FIRST_SEAL_PREV;
  for (const [index, { seal, heads }] of days.entries()) {
    const name = `第${seal.n}次封存（${seal.date}）`;
    if (seal.n !== index + 1) faults.push(`${name}：缺号`);
    else if (seal.prevHash !== previous) faults.push(`${name}：与上一次不相接`);
    else if (sealHash(seal, sha256) !== seal.hash) faults.push(`${name}：内容被改动`);
    else if (seal.chains !== heads.length || rootOf(heads, sha256) !== seal.root) faults.push(`${name}：所列链头与根值不符`);
    previous = seal.hash;
  }
  return [...faults, ...printed.filter((hash) => !days.some(({ seal }) => seal.hash === hash)).map((hash) => `印发的封存值${hash.slice(0, 16)}…不在所列封存之中`)];
};

/**
 * Everything that an export alone can prove.
 * @param chains by commitment, each in sequence @param printed seals' hashes as they were printed: without one of them, whoever could rewrite everything could seal it anew
 * @returns each fault in words, naming the first bad entry of its chain; empty if all holds
 */
export const verifyExport = (chains: ReadonlyMap<string, readonly LedgerEntry[]>, days: readonly SealedDay[], printed: readonly string[], sha256: Sha256Hex): string[] => {
  const anchors = new Map<string, { seq: number; hash: string }[]>();
  for (const { heads } of days) for (const { commitment, seq, hash } of heads) anchors.set(commitment, [...(anchors.get(commitment) ?? []), { seq, hash }]);
  const faults = [...chains].flatMap(([commitment, chain]) => {
    const fault = verifyChain(chain, sha256, (anchors.get(commitment) ?? []).sort((a, b) => a.seq - b.seq));
    return fault ? [chainWords(commitment, fault.seq, fault.fault)] : [];
  });
  const lost = [...anchors.keys()].filter((commitment) => !chains.has(commitment)).map((commitment) => `${commitment}: 整条链缺失`);
  return [...faults, ...lost, ...faultsOfSeals(days, printed, sha256)];
};
