import { createHash } from 'node:crypto';
import type { Fact } from '../../domain/facts';
import { canonicalJson, chainFacts, GENESIS_HASH, verifyChain, type LedgerEntry } from '../../domain/ledger-chain';
import { born, Life, on } from './support';

const sha = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const facts = (): Fact[] => new Life(born({ due: '2026-03-20' }, on('2026-03-02'))).daysUntil('2026-03-02', '2026-04-10').facts;
const chain = (): LedgerEntry[] => JSON.parse(JSON.stringify(chainFacts('c1', facts(), '标准@1', GENESIS_HASH, sha))) as LedgerEntry[];

describe('canonical JSON (RFC 8785)', () => {
  it('writes the example of section 3.2.2 as section 3.2.4 shows it', () => {
    const sample = JSON.parse('{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}') as unknown;
    const bytes = Buffer.from(canonicalJson(sample), 'utf8').toString('hex');
    expect(bytes).toBe([
      '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a', '5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d', '2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d',
    ].join(''));
  });
  it('sorts keys by UTF-16 code units, as section 3.2.3 does', () => {
    const keys = { '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', 1: 'One', '\ud83d\ude00': 'Emoji: Grinning Face', '\u0080': 'Control', '\u00f6': 'Latin Small Letter O With Diaeresis' };
    expect(Object.values(JSON.parse(canonicalJson(keys)) as object).length).toBe(7);
    const order = [...canonicalJson(keys).matchAll(/:"([^"]+)"/g)].map((m) => m[1]);
    expect(order).toEqual(['Carriage Return', 'One', 'Control', 'Latin Small Letter O With Diaeresis', 'Euro Sign', 'Emoji: Grinning Face', 'Hebrew Letter Dalet With Dagesh']);
  });
  it.each([[0, '0'], [-0, '0'], [5e-324, '5e-324'], [1.7976931348623157e308, '1.7976931348623157e+308'], [9007199254740992, '9007199254740992'], [295147905179352830000, '295147905179352830000'], [1e21, '1e+21'], [9.999999999999997e22, '9.999999999999997e+22'], [0.000001, '0.000001'], [333333333.33333325, '333333333.33333325']])(
    'writes the number %p as %s (appendix B)', (value, text) => expect(canonicalJson(value)).toBe(text));
  it('leaves out what is undefined, and refuses what JSON does not have', () => {
    expect(canonicalJson({ b: undefined, a: [undefined, 1] })).toBe('{"a":[null,1]}');
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, undefined, () => 1]) expect(() => canonicalJson(bad)).toThrow(RangeError);
  });
  it('is the same whatever the order in which keys were set', () => {
    expect(canonicalJson({ b: { d: 1, c: 2 }, a: 0 })).toBe(canonicalJson({ a: 0, b: { c: 2, d: 1 } }));
  });
});

describe('the chain', () => {
  it('holds, and its first entry follows 64 zeros', () => {
    expect(verifyChain(chain(), sha)).toBeNull();
    expect(verifyChain([], sha)).toBeNull();
    expect(chain()[0]).toMatchObject({ seq: 1, prevHash: '0'.repeat(64), ruleVersion: '标准@1' });
  });
  it('is the same written in one go or in many', () => {
    const all = facts();
    const first = chainFacts('c1', all.slice(0, 2), '标准@1', GENESIS_HASH, sha);
    const rest = chainFacts('c1', all.slice(2), '标准@1', first.at(-1)?.hash ?? '', sha);
    expect(JSON.stringify([...first, ...rest])).toBe(JSON.stringify(chainFacts('c1', all, '标准@1', GENESIS_HASH, sha)));
  });
  const changed = (change: (entries: LedgerEntry[]) => void): ReturnType<typeof verifyChain> => {
    const entries = chain();
    change(entries);
    return verifyChain(entries, sha);
  };
  const set = (entry: LedgerEntry | undefined, fields: Partial<LedgerEntry>): void => { Object.assign(entry ?? {}, fields); };
  it('shows an altered fact, actor or rule version at its entry', () => {
    expect(changed((e) => Object.assign(e[2]!.fact, { at: '2026-01-01T00:00:00.000Z' }))).toMatchObject({ seq: 3, fault: 'altered' });
    expect(changed((e) => Object.assign(e[2]!.fact.actor, { name: '别人' }))).toMatchObject({ seq: 3, fault: 'altered' });
    expect(changed((e) => set(e[1], { ruleVersion: '标准@2' }))).toMatchObject({ seq: 2, fault: 'altered' });
  });
  it('shows a removed entry, an entry twice, two exchanged', () => {
    expect(changed((e) => e.splice(1, 1))).toMatchObject({ seq: 3, fault: 'gap' });
    expect(changed((e) => e.splice(0, 1))).toMatchObject({ seq: 2, fault: 'gap' });
    expect(changed((e) => e.splice(1, 0, e[0]!))).toMatchObject({ seq: 1, fault: 'gap' });
    expect(changed((e) => e.splice(1, 2, e[2]!, e[1]!))).toMatchObject({ seq: 3, fault: 'gap' });
  });
  it('shows an entry of another commitment', () => {
    expect(changed((e) => set(e[1], { commitment: 'c2' }))).toMatchObject({ seq: 2, fault: 'broken' });
  });
  it('cut off at the end holds in itself, but not against its head', () => {
    const whole = chain();
    const head = { seq: whole.length, hash: whole.at(-1)!.hash };
    expect(verifyChain(whole, sha, [head])).toBeNull();
    expect(verifyChain(whole.slice(0, -1), sha)).toBeNull();
    expect(verifyChain(whole.slice(0, -1), sha, [head])).toEqual({ commitment: 'c1', seq: whole.length, fault: 'truncated' });
    expect(verifyChain([], sha, [head])).toMatchObject({ seq: 1, fault: 'truncated' });
  });
  it('hashed anew from the third entry on holds in itself, but not against a seal after it', () => {
    const whole = chain();
    const forged = facts().map((fact, i) => (i === 2 ? { ...fact, at: '2026-01-01T00:00:00.000Z' } : fact));
    const anew = chainFacts('c1', forged, '标准@1', GENESIS_HASH, sha);
    expect(verifyChain(anew, sha)).toBeNull();
    expect(verifyChain(anew, sha, [{ seq: 2, hash: whole[1]!.hash }])).toBeNull();
    expect(verifyChain(anew, sha, [{ seq: 4, hash: whole[3]!.hash }])).toMatchObject({ seq: 4, fault: 'rehashed' });
  });
});
