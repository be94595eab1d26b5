/**
 * The ledger's hash chain: one chain a commitment, RFC 8785 canonical JSON, SHA-256.
 * The hash function is handed in, since `domain/` has no Node.
 */
import type { Fact } from './facts';

export type Sha256Hex = (text: string) => string;

export interface LedgerEntry {
  readonly commitment: string;
  readonly seq: number;
  readonly fact: Fact;
  /** Pack that decided, e.g. 标准@1. */
  readonly ruleVersion: string;
  /** Hash of the entry before; of the first, 64 zeros. */
  readonly prevHash: string;
  readonly hash: string;
}

export const GENESIS_HASH = '0'.repeat(64);

/** RFC 8785 for JSON values as we write them: keys by UTF-16 code units, numbers and strings as JSON.stringify writes them. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v === undefined ? null : v)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('JSON has no such number');
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new RangeError('not a JSON value');
  return json;
};

const hashOf = (entry: Omit<LedgerEntry, 'hash'>, sha256: Sha256Hex): string => sha256(canonicalJson(entry));

/** The entries for `facts`, chained onto `prevHash`. @param ruleVersion one for all, or by fact where the rules change among them */
export const chainFacts = (commitment: string, facts: readonly Fact[], ruleVersion: string | ((fact: Fact) => string), prevHash: string, sha256: Sha256Hex): LedgerEntry[] => {
  let previous = prevHash;
  return facts.map((fact) => {
    const bare = { commitment, seq: fact.seq, fact, ruleVersion: typeof ruleVersion === 'string' ? ruleVersion : ruleVersion(fact), prevHash: previous };
    previous = hashOf(bare, sha256);
    return { ...bare, hash: previous };
  });
};

export interface ChainFault { readonly commitment: string; readonly seq: number; readonly fault: 'gap' | 'broken' | 'altered' | 'truncated' | 'rehashed' }

/** An entry's hash kept elsewhere: in the projection, in a printed seal. */
export interface ChainAnchor { readonly seq: number; readonly hash: string }

/**
 * @param anchors without them a chain cut off at the end, or hashed anew from some entry on, holds in itself
 * @returns the first fault of a chain given in sequence, or null if it holds
 */
export const verifyChain = (entries: readonly LedgerEntry[], sha256: Sha256Hex, anchors: readonly ChainAnchor[] = []): ChainFault | null => {
  let previous = GENESIS_HASH;
  const commitment = entries[0]?.commitment ?? '';
  for (const [index, { hash, ...bare }] of entries.entries()) {
    const at = { commitment: bare.commitment, seq: bare.seq };
    if (bare.seq !== index + 1) return { ...at, fault: 'gap' };
    if (bare.commitment !== commitment || bare.prevHash !== previous) return { ...at, fault: 'broken' };
    if (hashOf(bare, sha256) !== hash) return { ...at, fault: 'altered' };
    if (bare.fact.seq !== bare.seq) return { ...at, fault: 'altered' };
    if (anchors.some((anchor) => anchor.seq === bare.seq && anchor.hash !== hash)) return { ...at, fault: 'rehashed' };
    previous = hash;
  }
  if (anchors.some((anchor) => anchor.seq > entries.length)) return { commitment, seq: entries.length + 1, fault: 'truncated' };
  return null;
};
