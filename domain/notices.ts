/** Which mails a fact owes at once, and whether a mail is still owed at the moment of its claim. */
import type { Fact } from './facts';
import { owes, stageLinePeriod } from './lines';
import { filedSlip, noticeIdOf, postOf, readNoticeId } from './notice-ids';
import { ladderRuns } from './moments';
import { leadOf, partOf, type Commitment, type Rules } from './state';
import type { Instant } from './time';
import { mustBeTold } from './undelivered';
import { assertNever, OPENED_BY_INSTRUCTION, OPEN_STATES, type Occasion, type PostKind, type SlipOccasion } from './vocabulary';

/** A numbered document (督办单): its title and the series its number comes from. */
export interface SlipForm { readonly document: string; readonly series: string }

export interface NoticeDraft {
  readonly id: string;
  readonly commitment: string;
  readonly occasion: Occasion;
  readonly period: string;
  readonly post: string;
  readonly postKind: PostKind;
  /** The unit it concerns. */
  readonly unit: string;
  /** Since when it has been owed: the nominal moment. */
  readonly at: Instant;
  /** Sequence of the fact that owes it; null for a digest line. */
  readonly factSeq: number | null;
  readonly slip: SlipForm | null;
  /** The ladder's next rung waits for its outcome. */
  readonly awaited: boolean;
  /** Copied for information (抄送), not asked to act. */
  readonly copy: boolean;
}

/** Documents of the pack-independent occasions; rungs bring their own. */
const DISPATCH_SLIP: SlipForm = { document: '交办单', series: '督交' };

type Make = (occasion: SlipOccasion, kinds: readonly PostKind[], unit: string, period: string, extra?: Partial<Pick<NoticeDraft, 'slip' | 'awaited' | 'copy'>>) => NoticeDraft[];

const UNIT_SIDE: readonly PostKind[] = ['handler', 'unitHead'];

/** Id of the notice by which a rung's slip is filed with the supervision office. */
export const filingNoticeId = (state: Commitment, rung: Occasion, round: number): string => noticeIdOf(state.id, 'filing', `${rung}-r${round}`, postOf(state, 'registrar', leadOf(state).unit));

/** Id of a slip's notice to the lead unit's side. */
export const slipNoticeId = (state: Commitment, occasion: Occasion, period: string, kind: PostKind): string =>
  noticeIdOf(state.id, occasion, period, postOf(state, kind, leadOf(state).unit));

/** The clock that a slip about a missed one, or a mail about a stage, is about: its period is `<code>-s<seq>`. */
export const missedClockOf = (period: string): string => period.slice(0, Math.max(0, period.lastIndexOf('-')));

interface OccasionSlip { readonly occasion: SlipOccasion; readonly slip: SlipForm; readonly posts: readonly PostKind[] }

/** The numbered document of an occasion, where the pack or the office has one for it, and whom it goes to. */
const slipOf = (occasion: string, period: string, { pack }: Rules): OccasionSlip | null => {
  if (occasion === 'dispatch') return { occasion, slip: DISPATCH_SLIP, posts: UNIT_SIDE };
  const missed = occasion === 'clockMissed' ? pack.clocks.find((clock) => clock.code === missedClockOf(period))?.missed : null;
  const form = missed ? { ...missed, code: 'clockMissed' as const } : pack.rungs.find((rung) => rung.code === occasion) ?? pack.strikes?.steps.find((step) => step.code === occasion);
  return form ? { occasion: form.code, slip: { document: form.document, series: form.series }, posts: [...form.to, ...form.copy] } : null;
};

/** @returns the slip, where it went to a post of the unit that a deputy stands in for, and the deputy has not been tried with it yet */
export const deputyFor = (state: Commitment, rules: Rules, noticeId: string): string | null => {
  const { occasion, period, kind, unit } = readNoticeId(state.id, noticeId);
  if ((kind !== 'handler' && kind !== 'unitHead') || unit === null) return null;
  const slip = slipOf(occasion, period, rules);
  if (slip === null || slip.posts.includes('deputy')) return null;
  const key = `${occasion}:${period}:${unit}`;
  return state.deputised.includes(key) ? null : key;
};

/** A slip that did not reach a unit's post: the registrar is told, the unit's head too where it was the handler's, and the deputy is tried as long as it is owed. */
const unreached = (fact: Extract<Fact, { type: 'noticeSettled' }>, state: Commitment, rules: Rules, make: Make): NoticeDraft[] => {
  const { occasion, period, kind, unit } = readNoticeId(state.id, fact.noticeId);
  const told = unit !== null && partOf(state, unit) ? unit : leadOf(state).unit;
  const slip = slipOf(occasion, period, rules);
  return [
    ...make('undelivered', kind === 'handler' ? ['registrar', 'unitHead'] : ['registrar'], told, `s${fact.seq}`),
    ...(unit !== null && slip !== null && typeof fact.deputy === 'string' ? make(slip.occasion, ['deputy'], unit, period, { slip: slip.slip, awaited: (fact.waitsFor ?? []).length > 0 }).filter((draft) => stillOwed(draft, state)) : []),
  ];
};

/** Notices that go at once because of `fact`; `state` is the state after it. */
export const noticesOf = (fact: Fact, state: Commitment, rules: Rules): NoticeDraft[] => {
  const drafts = draftsOf(fact, state, rules);
  // Two kinds of post may be one and the same (sponsor and reviewer): one mail, and its id is unique. First come, first kept: 主送 before 抄送.
  return drafts.filter((draft, index) => drafts.findIndex((other) => other.id === draft.id) === index);
};

const draftsOf = (fact: Fact, state: Commitment, rules: Rules): NoticeDraft[] => {
  const make: Make = (occasion, kinds, unit, period, extra = {}) => kinds.map((postKind) => {
    const post = postOf(state, postKind, unit);
    return {
      id: noticeIdOf(state.id, occasion, period, post), commitment: state.id, occasion, period, post, postKind, unit, at: fact.at,
      factSeq: fact.seq, slip: extra.slip ?? null, awaited: extra.awaited ?? false, copy: extra.copy ?? false,
    };
  });
  const lead = leadOf(state).unit;
  const seq = `s${fact.seq}`;
  switch (fact.type) {
    case 'registered': case 'signed': case 'reported': case 'evidenceAdded': case 'writtenOff': case 'decomposed': case 'stageCompleted': case 'planned': case 'replanned': case 'struck':
      return [];
    case 'dispatched':
      return state.units.flatMap((part) => make('dispatch', UNIT_SIDE, part.unit, 'd1', { slip: DISPATCH_SLIP }));
    case 'refused':
      return make('refused', ['registrar'], fact.unit, seq);
    case 'rulingOverdue':
      return make('rulingOverdue', [fact.to], fact.unit, seq);
    case 'ruled':
      return fact.ruling === 'same'
        ? make('ruled', UNIT_SIDE, fact.unit, seq)
        : make('dispatch', UNIT_SIDE, fact.to.unit, seq, { slip: DISPATCH_SLIP });
    case 'closureRequested':
      return make('closureRequested', ['reviewer'], lead, seq);
    case 'accepted':
      return make('accepted', ['handler'], lead, seq);
    case 'returned':
      return make('returned', UNIT_SIDE, lead, seq);
    case 'reviewOverdue':
      return make('reviewOverdue', rules.pack.review.overdueTo, lead, seq);
    case 'amended':
      // Not yet dispatched, a unit has not heard of it: it learns the date from the 交办单.
      return state.dispatchedAt === null ? [] : make('amended', UNIT_SIDE, lead, seq);
    case 'rungFiled': {
      const rung = rules.pack.rungs[fact.index];
      return rung ? make('filing', ['registrar'], lead, `${rung.code}-r${fact.round}`, { slip: { document: rung.document, series: rung.series }, awaited: true }) : [];
    }
    case 'rungReached': {
      const rung = rules.pack.rungs[fact.index];
      if (!rung) return [];
      const slip = { document: rung.document, series: rung.series };
      const period = `r${fact.round}`;
      return [
        ...make(rung.code, rung.to, lead, period, { slip, awaited: fact.waitingFor.length > 0 }),
        ...make(rung.code, rung.copy, lead, period, { slip, copy: true }),
      ];
    }
    case 'clockMissed': {
      const missed = rules.pack.clocks.find((clock) => clock.code === fact.clock)?.missed;
      if (!missed) return [];
      const slip = { document: missed.document, series: missed.series };
      const period = `${fact.clock}-${seq}`;
      return [...make('clockMissed', missed.to, fact.unit, period, { slip }), ...make('clockMissed', missed.copy, fact.unit, period, { slip, copy: true })];
    }
    case 'strikeCounted': {
      const steps = rules.pack.strikes?.steps ?? [];
      const step = steps[Math.min(fact.n, steps.length) - 1];
      if (!step) return [];
      const slip = { document: step.document, series: step.series };
      return [...make(step.code, step.to, fact.unit, `n${fact.n}-r${fact.round}`, { slip }), ...make(step.code, step.copy, fact.unit, `n${fact.n}-r${fact.round}`, { slip, copy: true })];
    }
    case 'noticeSettled':
      return mustBeTold(state.id, fact.noticeId, fact.outcome, fact.reason) ? unreached(fact, state, rules, make) : [];
    case 'lookBackDue':
      return make('lookBackDue', rules.pack.lookBack.to, lead, seq);
    case 'reopened':
      return state.units.flatMap((part) => make('reopened', UNIT_SIDE, part.unit, seq));
    case 'transferred':
      // The old unit hears nothing more of it, not even this.
      return make('dispatch', UNIT_SIDE, fact.to.unit, seq, { slip: DISPATCH_SLIP });
    case 'raised':
      return [
        ...make('dispatch', UNIT_SIDE, fact.to.unit, seq, { slip: DISPATCH_SLIP }),
        ...make('raised', UNIT_SIDE, fact.unit, seq), ...make('raised', ['sponsor'], fact.unit, seq, { copy: true }),
      ];
    case 'instructed':
      // Of a closed matter the mail of its reopening tells it; before the dispatch the 交办单 does.
      if (state.dispatchedAt === null || OPENED_BY_INSTRUCTION.includes(state.status)) return [];
      return [...state.units.flatMap((part) => make('instructed', UNIT_SIDE, part.unit, seq)), ...(state.status === 'UNDER_REVIEW' ? make('instructed', ['reviewer'], lead, seq) : [])];
    case 'proposalDecided':
      // Whoever carries it out: the office, not the engine.
      return make('proposalDecided', ['registrar'], lead, seq);
    case 'periodEnded':
      return fact.outcome === 'missed' ? make('periodMissed', UNIT_SIDE, lead, seq) : [];
    case 'stageGraded':
      // A good grade is read in the ledger; only what has to be done again is worth a mail.
      return fact.redoBy === null ? [] : make('stageReturned', UNIT_SIDE, fact.unit, `${fact.stage}-${seq}`);
    case 'targetSet':
      return state.dispatchedAt === null ? [] : make('targetSet', UNIT_SIDE, lead, seq);
    case 'notPursued':
      return state.dispatchedAt === null ? [] : state.units.flatMap((part) => make('notPursued', UNIT_SIDE, part.unit, seq));
    case 'extensionRequested':
      return make('extensionRequested', [fact.approver], fact.unit, seq);
    case 'extensionOverdue':
      return make('extensionOverdue', [fact.to], lead, seq);
    case 'extensionDecided':
      return make('extensionDecided', UNIT_SIDE, lead, seq);
    case 'suspended':
      return state.units.flatMap((part) => make('suspended', UNIT_SIDE, part.unit, seq));
    case 'resumed':
      // Woken by its limit, nobody but the registrar would know that the answer never came.
      return [...state.units.flatMap((part) => make('resumed', UNIT_SIDE, part.unit, seq)), ...(fact.by === 'limit' ? make('resumed', ['registrar'], lead, seq) : [])];
    case 'terminated':
      return state.dispatchedAt === null ? [] : state.units.flatMap((part) => make('terminated', UNIT_SIDE, part.unit, seq));
    default:
      return assertNever(fact);
  }
};

/**
 * Whether a notice is still owed, asked with the state at the moment of its claim.
 * A mail to a unit after a transfer, or about a commitment already closed, must never happen (design, section 10).
 */
export const stillOwed = (notice: Pick<NoticeDraft, 'occasion' | 'unit' | 'period'>, state: Commitment): boolean => {
  const open = OPEN_STATES.includes(state.status);
  const part = partOf(state, notice.unit);
  const concerned = part !== undefined;
  switch (notice.occasion) {
    case 'dispatch': case 'ruled': case 'amended': case 'reopened': case 'undelivered': case 'extensionDecided': case 'raised': case 'instructed': case 'targetSet': case 'periodMissed':
      return open && concerned;
    case 'refused': case 'rulingOverdue':
      return open && concerned && part.pendingRefusal !== null;
    case 'clockMissed':
      return concerned && (open || state.status === 'CLOSED');
    case 'stageReturned':
      return open && concerned && !state.handedIn && part.stages.some(({ code, grade }) => code === missedClockOf(notice.period) && grade !== null);
    case 'proposalDecided':
      return concerned;
    case 'strikeCircular': case 'strikeInterview': case 'accountability':
      // Made good or not, the strike stands; a matter that changed hands is no longer this unit's.
      return concerned && state.status !== 'TERMINATED' && state.status !== 'NOT_PURSUED';
    case 'chase': case 'supervise': case 'circulate': case 'interview': case 'blueSlip': case 'yellowSlip': case 'redSlip':
      return concerned && ladderRuns(state) && notice.period === `r${state.ladder.round}`;
    case 'filing':
      return concerned && ladderRuns(state) && filedSlip(notice)?.period === `r${state.ladder.round}`;
    case 'closureRequested': case 'reviewOverdue':
      return state.status === 'UNDER_REVIEW';
    case 'returned':
      return open && concerned && state.status !== 'UNDER_REVIEW';
    case 'accepted':
      return concerned && (state.status === 'CLOSED' || state.status === 'WRITTEN_OFF');
    case 'lookBackDue':
      return state.status === 'CLOSED';
    case 'terminated':
      return concerned && state.status === 'TERMINATED';
    case 'notPursued':
      return concerned && state.status === 'NOT_PURSUED';
    case 'extensionRequested': case 'extensionOverdue':
      return concerned && state.extension.pending !== null;
    case 'suspended':
      return concerned && state.status === 'SUSPENDED';
    case 'resumed':
      return open && concerned && state.status !== 'SUSPENDED';
    case 'periodDue':
      return concerned && part.role === 'lead' && state.periods?.now?.reportedAt === null && notice.period.startsWith(`p${state.periods.now.index}-`)
        && (state.status === 'DISPATCHED' || state.status === 'SIGNED' || state.status === 'IN_PROGRESS');
    case 'awaitAnswer':
      return concerned && state.status === 'SUSPENDED' && state.suspension?.counterparty.kind === 'superior';
    case 'clearance':
      return open;
    case 'stageReview':
      return open && state.units.some(({ stages }) => stages.some(({ code, at, grade }) => grade === null && stageLinePeriod(code, at) === notice.period));
    case 'firstFeedback': case 'weekly': case 'reminder': case 'stage':
      if (!concerned || !owes(part) || (state.status !== 'DISPATCHED' && state.status !== 'SIGNED' && state.status !== 'IN_PROGRESS')) return false;
      if (notice.occasion === 'firstFeedback') return part.reports === 0;
      // A deadline moved in the last minute sends nothing old.
      if (notice.occasion === 'stage') return !state.handedIn && part.reports - part.redone < Number(notice.period.split('-').at(-1));
      return notice.occasion === 'weekly' || notice.period.startsWith(`${state.due}-`);
    default:
      return assertNever(notice.occasion);
  }
};
