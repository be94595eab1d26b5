/** Default limits by source as rule 3 and rule 4 of domain.md, section 4, have them; what is the office's own is marked so. */
import { loadLimits } from '../../config/limits';
import { limitFor, SOURCE_KINDS } from '../../domain/default-limits';

const limits = loadLimits();

test.each([
  // Rule 3: documents 30 d; minutes 20 d; 批示 urgent 1–5 d, normal 15 d, hard 30 d.
  ['document', null, 30], ['minutes', null, 20], ['instruction', 'urgent', 5], ['instruction', 'normal', 15], ['instruction', 'hard', 30],
] as const)('%s (%s): %i calendar days, by the rule', (kind, urgency, days) => {
  expect(limitFor(limits, kind, urgency)).toMatchObject({ sets: 'due', days, suggested: false });
});

test('a speech and a report name no date: a review date is proposed, as the office\'s own suggestion, and an instruction without urgency is a normal one', () => {
  for (const kind of ['speech', 'report'] as const) expect(limitFor(limits, kind, null)).toMatchObject({ sets: 'review', suggested: true });
  expect(limitFor(limits, 'instruction', null).days).toBe(15);
  expect(limits.standingReview.suggested).toBe(true);
  // Every source has its line, and every figure says where it comes from.
  expect(new Set(limits.limits.map((limit) => limit.kind))).toEqual(new Set(SOURCE_KINDS));
  expect(limits.limits.every((limit) => limit.basis.length > 5)).toBe(true);
});
