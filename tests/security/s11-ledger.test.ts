/** S11 (quality.md): whatever is done to the ledger, the verifier names the first bad entry, from an export alone. */
import { createHash } from 'node:crypto';
import type { Fact } from '../../domain/facts';
import { chainFacts, GENESIS_HASH, type LedgerEntry } from '../../domain/ledger-chain';
import { rootOf, sealHeads, verifyExport, type Head, type SealedDay } from '../../domain/seal';
import { born, Life, on } from '../domain/support';

const sha = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const facts = (until: string): Fact[] => new Life(born({ due: '2026-03-20' }, on('2026-03-02'))).daysUntil('2026-03-02', until).facts;
const chainOf = (id: string, until = '2026-04-10'): LedgerEntry[] => JSON.parse(JSON.stringify(chainFacts(id, facts(until), '标准@1', GENESIS_HASH, sha))) as LedgerEntry[];
const headOf = (chain: readonly LedgerEntry[], seq: number): Head => ({ commitment: chain[0]!.commitment, seq, hash: chain[seq - 1]!.hash });

const ids = ['c1', 'c2', 'c3', 'c4', 'c5'];
const whole = (): { chains: Map<string, LedgerEntry[]>; days: SealedDay[] } => {
  const chains = new Map(ids.map((id) => [id, chainOf(id)]));
  const firstHeads = ids.slice(0, 3).map((id) => headOf(chains.get(id)!, 3));
  const first = sealHeads(firstHeads, '2026-03-03', on('2026-03-03'), null, sha);
  const lastHeads = ids.map((id) => headOf(chains.get(id)!, chains.get(id)!.length - 1));
  return { chains, days: [{ seal: first, heads: firstHeads }, { seal: sealHeads(lastHeads, '2026-03-04', on('2026-03-04'), first, sha), heads: lastHeads }] };
};
const printed = whole().days[1]!.seal.hash;
const found = (spoil: (all: ReturnType<typeof whole>) => void): string[] => {
  const all = whole();
  spoil(all);
  return verifyExport(all.chains, all.days, [printed], sha);
};
const length = chainOf('c2').length;

test('a whole export holds', () => {
  expect(found(() => undefined)).toEqual([]);
});

test.each<[string, (all: ReturnType<typeof whole>) => void, string]>([
  ['an entry altered', ({ chains }) => void ((chains.get('c2')![1] as { fact: object }).fact = { ...chains.get('c2')![1]!.fact, at: on('2026-01-01') }), 'c2: 第2条内容被改动'],
  ['an entry removed', ({ chains }) => void chains.get('c2')!.splice(2, 1), 'c2: 第4条缺号'],
  ['a chain cut off', ({ chains }) => void chains.get('c2')!.splice(length - 2), `c2: 第${length - 1}条起被截去`],
  ['a chain taken away', ({ chains }) => void chains.delete('c2'), 'c2: 整条链缺失'],
  ['a chain hashed anew', ({ chains }) => void chains.set('c2', chainFacts('c2', facts('2026-04-10').map((fact, index) => (index === 1 ? { ...fact, actor: { person: 'x', name: '他人' } } : fact)), '标准@1', GENESIS_HASH, sha)), 'c2: 第3条起被重新计算'],
  ['a seal altered', ({ days }) => void (days[0] = { ...days[0]!, seal: { ...days[0]!.seal, at: on('2026-03-05') } }), '第1次封存（2026-03-03）：内容被改动'],
  ['a head left out of its seal', ({ days }) => void (days[1] = { ...days[1]!, heads: days[1]!.heads.slice(1) }), '第2次封存（2026-03-04）：所列链头与根值不符'],
])('%s is named', (_, spoil, words) => {
  expect(found(spoil)).toContain(words);
});

test('everything rewritten and sealed anew is given away by the seal that was printed', () => {
  const all = whole();
  const chain = chainFacts('c2', facts('2026-04-10').map((fact, index) => (index === 1 ? { ...fact, actor: { person: 'x', name: '他人' } } : fact)), '标准@1', GENESIS_HASH, sha);
  all.chains.set('c2', chain);
  let last: SealedDay['seal'] | null = null;
  const days = all.days.map(({ seal, heads }): SealedDay => {
    const anew = heads.map((head) => (head.commitment === 'c2' ? headOf(chain, head.seq) : head));
    last = sealHeads(anew, seal.date, seal.at, last, sha);
    return { seal: last, heads: anew };
  });
  expect(verifyExport(all.chains, days, [], sha)).toEqual([]);
  expect(verifyExport(all.chains, days, [printed], sha)).toEqual([`印发的封存值${printed.slice(0, 16)}…不在所列封存之中`]);
});

test('the root depends on every head, and on none of their order', () => {
  const heads = Array.from({ length: 7 }, (_, index): Head => ({ commitment: `c${index}`, seq: index + 1, hash: sha(String(index)) }));
  const root = rootOf(heads, sha);
  expect(rootOf([...heads].reverse(), sha)).toBe(root);
  expect(new Set(heads.map((head, index) => rootOf(heads.map((one, at) => (at === index ? { ...head, seq: 99 } : one)), sha))).size).toBe(7);
  expect(rootOf([], sha)).toBe(sha(''));
});
