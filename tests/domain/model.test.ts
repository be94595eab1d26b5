/** What must never happen (design, section 10), over random command sequences at random times, against a simple oracle. */
import fc from 'fast-check';
import { apply } from '../../domain/apply';
import { childOf } from '../../domain/children';
import { clockMoments } from '../../domain/clocks';
import type { Fact } from '../../domain/facts';
import { light } from '../../domain/light';
import { noticesOf, stillOwed, type NoticeDraft } from '../../domain/notices';
import { forClass } from '../../domain/policy';
import { leadOf, partOf, type Commitment, type Rules } from '../../domain/state';
import { ENDED_STATES, type CommitmentStatus } from '../../domain/vocabulary';
import { anyLife, live, newborn } from './lives';
import { packNamed } from './support';

/** The oracle: where a fact may be told, and where it leads; a fact not named leaves the status as it is. */
const WORK: readonly CommitmentStatus[] = ['DISPATCHED', 'SIGNED', 'IN_PROGRESS'];
const ORACLE: Readonly<Partial<Record<Fact['type'], { readonly from: readonly CommitmentStatus[]; readonly to: readonly CommitmentStatus[] }>>> = {
  registered: { from: ['REGISTERED', 'DISPATCHED'], to: ['REGISTERED', 'DISPATCHED'] },
  dispatched: { from: ['REGISTERED', 'DISPATCHED'], to: ['DISPATCHED'] },
  signed: { from: [...WORK, 'UNDER_REVIEW', 'SUSPENDED'], to: ['DISPATCHED', 'SIGNED', 'IN_PROGRESS', 'UNDER_REVIEW', 'SUSPENDED'] },
  reported: { from: [...WORK, 'SUSPENDED'], to: [...WORK, 'SUSPENDED'] },
  evidenceAdded: { from: ['SIGNED', 'IN_PROGRESS'], to: ['SIGNED', 'IN_PROGRESS'] },
  closureRequested: { from: ['SIGNED', 'IN_PROGRESS'], to: ['UNDER_REVIEW'] },
  accepted: { from: ['UNDER_REVIEW'], to: ['CLOSED'] },
  returned: { from: ['UNDER_REVIEW'], to: ['IN_PROGRESS'] },
  rungFiled: { from: [...WORK, 'UNDER_REVIEW'], to: [...WORK, 'UNDER_REVIEW'] },
  rungReached: { from: [...WORK, 'UNDER_REVIEW'], to: [...WORK, 'UNDER_REVIEW'] },
  writtenOff: { from: ['CLOSED'], to: ['WRITTEN_OFF'] },
  reopened: { from: ['CLOSED', ...ENDED_STATES], to: ['DISPATCHED', 'IN_PROGRESS'] },
  suspended: { from: WORK, to: ['SUSPENDED'] },
  resumed: { from: ['SUSPENDED'], to: WORK },
  transferred: { from: WORK, to: WORK },
  raised: { from: WORK, to: ['DISPATCHED'] },
  terminated: { from: ['REGISTERED', ...WORK, 'UNDER_REVIEW', 'SUSPENDED'], to: ['TERMINATED'] },
  notPursued: { from: ['REGISTERED', ...WORK, 'UNDER_REVIEW', 'SUSPENDED'], to: ['NOT_PURSUED'] },
};
/** The only facts that move T. */
const MOVES_DUE: readonly Fact['type'][] = ['amended', 'extensionDecided', 'raised', 'resumed', 'reopened'];
/** What is told of a matter that is done with: its end, and what stands whatever became of it, as a leader's word does. */
const CLOSED_MAILS: readonly NoticeDraft['occasion'][] = ['proposalDecided', 'accepted', 'lookBackDue', 'terminated', 'notPursued', 'clockMissed', 'strikeCircular', 'strikeInterview', 'accountability'];

const check = (before: Commitment, fact: Fact, after: Commitment, owed: readonly NoticeDraft[], rules: Rules): void => {
  const rule = ORACLE[fact.type];
  const fault = (what: string): never => { throw new Error(`${what}: ${fact.type} ${before.status} → ${after.status}`); };
  if (rule ? !rule.from.includes(before.status) || !rule.to.includes(after.status) : before.status !== after.status) fault('not in the oracle');
  if (after.originalDue !== before.originalDue) fault('the original date changed');
  if (after.due !== before.due && !MOVES_DUE.includes(fact.type)) fault('T moved by itself');
  // A closure without accepted evidence, or accepted by its submitter.
  if (fact.type === 'accepted') {
    if (before.acceptance.some((a) => !before.evidence.some((e) => e.criterion === a.id))) fault('closed without evidence');
    if (before.closure?.by === fact.actor.person) fault('accepted by its submitter');
    if (before.measures.some((measure) => measure.target === null)) fault('closed with an undetermined target');
  }
  // A value invented for a masked one.
  after.measures.forEach((measure, index) => {
    if (measure.target !== before.measures[index]?.target && fact.type !== 'targetSet') fault('a target came from nowhere');
  });
  // Exactly one lead; who gave a matter away is in the chain of liability.
  if (after.units.filter((part) => part.role === 'lead').length !== 1 || leadOf(after).unit !== after.units.find((part) => part.role === 'lead')?.unit) fault('no single lead');
  before.units.filter((part) => !partOf(after, part.unit)).forEach((gone) => {
    if (!after.formerUnits.some((former) => former.unit === gone.unit)) fault('a unit left without a trace');
  });
  if (fact.type === 'refused' && after.units.some((part) => part.unit === fact.unit && part.refusals > rules.pack.refusalsAllowed)) fault('refused more often than allowed');
  // A mail to a unit after a transfer, or about a commitment already closed; nothing is owed while the clock stands but its own words.
  for (const notice of owed) {
    if (!stillOwed(notice, after)) continue;
    if (!partOf(after, notice.unit) && !['closureRequested', 'reviewOverdue', 'lookBackDue'].includes(notice.occasion)) fault(`${notice.id} to a unit that left`);
    if ((after.status === 'CLOSED' || ENDED_STATES.includes(after.status)) && !CLOSED_MAILS.includes(notice.occasion)) fault(`${notice.id} about a closed matter`);
    if (after.status === 'SUSPENDED' && ['chase', 'supervise', 'circulate', 'interview', 'reminder', 'weekly', 'periodDue'].includes(notice.occasion)) fault(`${notice.id} while the clock stands`);
  }
  // A matter sent back that nothing follows: where the pack holds the lead to settling it, that clock or one before it runs.
  if (fact.type === 'returned' && rules.pack.clocks.some(({ until, missed }) => until === 'closure' && missed !== null)
    && !clockMoments(after, rules).some((moment) => moment.kind === 'clock' && moment.unit === leadOf(after).unit && moment.at > fact.at)) fault('nothing follows');
  // A light that nobody can explain.
  const shown = light(after, rules, fact.recordedAt);
  if (shown.reasons.length === 0 || shown.reasons.some((reason) => reason === '' || /undefined|NaN|null/.test(reason))) fault('a light without words');
  if (after.stretch && shown.colour === 'red') fault('red for a stretch');
};

test('never happens, in 2,000 random lives', () => {
  let facts = 0;
  const seen = new Set<string>();
  fc.assert(fc.property(anyLife, ([b, steps, under]) => {
    const owed: NoticeDraft[] = [];
    live(newborn(b, under), steps, (before, decision, _now, by) => {
      let state = before;
      // The rules that the workflow judges by are those that the store gives.
      const given = (of: Pick<Commitment, 'pack' | 'matterClass'>): Rules['pack'] => forClass(packNamed(of.pack.name), of.matterClass);
      if (given(before).clocks.length !== by.pack.clocks.length || given(before).name !== by.pack.name) throw new Error('judged by other rules than the store gives');
      for (const [index, fact] of decision.facts.entries()) {
        const after = apply(state, fact);
        const rules = fact.type === 'replanned' && fact.cause === 'pack' ? { ...by, pack: given(after) } : by;
        if (fact.type === 'decomposed') for (const one of fact.children) expect(given(childOf(after, one, fact.at, by)).clocks).toEqual(by.pack.clocks);
        // What is filed first goes out by the outcome of its filing, and by nothing else.
        if (fact.type === 'rungReached' && rules.pack.rungs[fact.index]?.filedFirst) expect(decision.facts[index - 1]).toMatchObject({ type: 'noticeSettled', noticeId: `c1:filing:${fact.rung}-r${fact.round}:registrar` });
        owed.push(...noticesOf(fact, after, rules));
        check(state, fact, after, owed, rules);
        state = after;
        facts += 1;
        seen.add(fact.type === 'returned' ? `returned ${by.pack.name}` : fact.type);
      }
    }, under);
  }), { numRuns: 2_000 });
  for (const type of ['rungFiled', 'rulingOverdue', 'replanned', 'stageGraded', 'strikeCounted', 'clockMissed', 'decomposed', 'returned 三个第一时间', 'returned 13710']) expect(seen).toContain(type);
  // Else this test would prove little.
  expect(facts).toBeGreaterThan(10_000);
});
