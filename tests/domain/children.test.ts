/** What a child takes from its parent. */
import { childOf } from '../../domain/children';
import { forClass } from '../../domain/policy';
import { clocksOf } from '../../domain/clocks';
import { lifeUnder, on, packNamed, REGISTRAR, sign } from './support';

test('a child is of its parent\'s class, so that the rules it runs by are those the store gives', () => {
  const parent = lifeUnder('13710', { matterClass: 'hard', due: '2026-05-29' }, on('2026-03-02')).do(sign, on('2026-03-02', '11:00'))
    .do({ name: 'decompose', children: [{ title: '梳理清单', lead: 'finance', due: '2026-04-30', acceptance: ['完成'] }] }, on('2026-03-03'), REGISTRAR);
  const fact = parent.facts.at(-1);
  if (fact?.type !== 'decomposed') throw new Error('not decomposed');
  const child = childOf(parent.state, fact.children[0]!, fact.at, parent.by);
  expect(child).toMatchObject({ matterClass: 'hard', arrivedAt: null, parent: { id: 'c1' } });
  const codes = (pack: typeof parent.by.pack): string[] => clocksOf(pack, child.units[0]!).map((clock) => clock.code);
  expect(codes(forClass(packNamed('13710'), child.matterClass))).toEqual(codes(parent.by.pack));
});
