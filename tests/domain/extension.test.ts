/** Who may decide on more time. */
import { decide } from '../../domain/decide';
import { approverOf } from '../../domain/extension';
import { isRefusal } from '../../domain/refusals';
import type { Lateness, PostKind } from '../../domain/vocabulary';
import { born, Life, on, REGISTRAR, rules, sign } from './support';

test.each<[readonly PostKind[], string]>([[['registrar'], 'approverTooLow'], [[], 'approverTooLow'], [['unitHead', 'reviewer'], 'approverTooLow'], [['sponsor'], 'done'], [['registrar', 'sponsor'], 'done']])(
  'a near request goes to the sponsor: with %j it is %s', (holds, expected) => {
    const life = new Life(born({ due: '2026-03-20' }, on('2026-03-02')));
    life.do(sign, on('2026-03-02', '11:00')).do({ name: 'requestExtension', unit: 'data', to: '2026-04-10', reason: '征求意见', progress: '过半' }, on('2026-03-19'));
    const decided = decide(life.state, { name: 'decideExtension', result: 'granted', newDue: '2026-03-31', text: '同意' }, { at: on('2026-03-19', '15:00'), actor: REGISTRAR, updateId: 'u', holds }, rules);
    expect(isRefusal(decided) ? decided.refused : 'done').toBe(expected);
  });

// Original date 20 March; one free; beyond 30 days the sponsor, beyond 90 the reviewer at least.
test.each<[granted: number, to: string, lateness: Lateness, approver: PostKind]>([
  [0, '2026-04-10', 'inTime', 'registrar'], [0, '2026-04-19', 'inTime', 'registrar'], [0, '2026-04-20', 'inTime', 'sponsor'], [0, '2026-06-18', 'inTime', 'sponsor'], [0, '2026-06-19', 'inTime', 'reviewer'],
  [0, '2026-04-10', 'near', 'sponsor'], [0, '2026-06-19', 'near', 'reviewer'], [1, '2026-04-10', 'inTime', 'sponsor'], [1, '2026-04-10', 'overdue', 'reviewer'], [3, '2026-04-10', 'overdue', 'reviewer'],
])('the approver of extension number %i + 1 to %s, asked for %s, is the %s: number, lateness and length each raise it', (granted, to, lateness, approver) => {
  const state = born({ due: '2026-03-20' }, on('2026-03-02'));
  const extension = { ...rules.pack.extension, approvers: ['registrar', 'sponsor', 'reviewer'] as PostKind[], byLength: [{ overDays: 30, approver: 'sponsor' as const }, { overDays: 90, approver: 'reviewer' as const }] };
  expect(approverOf({ ...state, extension: { ...state.extension, granted } }, { ...rules, pack: { ...rules.pack, extension } }, to, lateness)).toBe(approver);
});
