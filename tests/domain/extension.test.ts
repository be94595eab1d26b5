/** Who may decide on more time. */
import { decide } from '../../domain/decide';
import { isRefusal } from '../../domain/refusals';
import type { PostKind } from '../../domain/vocabulary';
import { born, Life, on, REGISTRAR, rules, sign } from './support';

test.each<[readonly PostKind[], string]>([[['registrar'], 'approverTooLow'], [[], 'approverTooLow'], [['unitHead', 'reviewer'], 'approverTooLow'], [['sponsor'], 'done'], [['registrar', 'sponsor'], 'done']])(
  'a near request goes to the sponsor: with %j it is %s', (holds, expected) => {
    const life = new Life(born({ due: '2026-03-20' }, on('2026-03-02')));
    life.do(sign, on('2026-03-02', '11:00')).do({ name: 'requestExtension', unit: 'data', to: '2026-04-10', reason: '征求意见', progress: '过半' }, on('2026-03-19'));
    const decided = decide(life.state, { name: 'decideExtension', result: 'granted', newDue: '2026-03-31', text: '同意' }, { at: on('2026-03-19', '15:00'), actor: REGISTRAR, updateId: 'u', holds }, rules);
    expect(isRefusal(decided) ? decided.refused : 'done').toBe(expected);
  });
