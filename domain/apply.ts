/** `apply(state, fact) -> state`: the only way a commitment changes. Folding its ledger rebuilds it. */
import { clockKey } from './clocks';
import type { ClocksSet, Fact } from './facts';
import { measuredBy } from './measures';
import { movedMeasures, movedPlan } from './planned';
import { begun, endPeriod, reportedPeriod, type Start } from './periods';
import { applyReplanned, withRuleBy } from './replan';
import { resumedStatus } from './suspension';
import { ANSWERS_KEPT, commitmentSchema, leadOf, partOf, reportSchema, unitPartSchema, type Commitment, type UnitPart } from './state';
import { addDays, civilDateOf, instantAt, later, type CivilDate, type Instant } from './time';
import { assertNever } from './vocabulary';

/** A request for more time is moot once the date moved by other means, the clock stands, or the matter is handed in. */
const withoutRequest = (state: Commitment): Commitment['extension'] => ({ ...state.extension, pending: null });

/** Lines and bands are written ahead this far: past a half-yearly rhythm, little enough to rewrite at every wake. */
export const PLANNING_DAYS = 200;

export const plannedUntilFrom = (at: Instant): Instant => instantAt(addDays(civilDateOf(at), PLANNING_DAYS), '00:00');

const patchUnit = (state: Commitment, unit: string, patch: Partial<UnitPart>): Commitment => ({
  ...state,
  units: state.units.map((part) => (part.unit === unit ? { ...part, ...patch } : part)),
});

/** A stage is reported, for the first time or anew: it waits to be graded. */
const withStage = ({ stages }: UnitPart, code: string, at: Instant, by: string): UnitPart['stages'] => {
  const before = stages.find((stage) => stage.code === code);
  const report = { code, at, by, returns: before?.returns ?? 0, grade: null };
  return before ? stages.map((stage) => (stage === before ? report : stage)) : [...stages, report];
};

/** More slips than may be on their way at one time; those before have long had their outcome. */
const DEPUTISED_KEPT = 50;

/** Limits set anew take the place of those before; their misses are told anew. */
const withClocks = ({ clocks }: Commitment, set: ClocksSet): Commitment['clocks'] =>
  [...clocks.filter(({ key }) => !set.some((one) => one.key === key)), ...set.map((one) => ({ ...one, told: false }))];

const newRound = (state: Commitment, wanted: boolean): Commitment['ladder'] =>
  wanted
    ? { round: state.ladder.round + 1, done: 0, notBefore: null, waitingFor: [], at: null, filing: [], told: [] }
    : state.ladder;

/** T moved by a decision: the plan moves with it. Older releases left it where it was. */
const movedTo = (state: Commitment, due: CivilDate, at: Instant): Pick<Commitment, 'due' | 'dueSetAt' | 'plan' | 'measures'> => {
  const [day, { plan, measures }] = [civilDateOf(at), state];
  return { due, dueSetAt: at, ...(state.readings < 2 ? { plan, measures } : { plan: movedPlan(state, due, day, leadOf(state).lastReport?.percent ?? 0), measures: movedMeasures(state, due, day) }) };
};

const started = ({ periods }: Commitment, start: Start | undefined): Commitment['periods'] =>
  (periods === null || start === undefined ? periods : { ...periods, now: begun(start) });

const ended = (state: Commitment, status: 'TERMINATED' | 'NOT_PURSUED', at: Instant, reason: string): Commitment =>
  ({ ...state, status, endedAt: at, endReason: reason, extension: withoutRequest(state), suspension: null, ladder: { ...state.ladder, waitingFor: [] } });

const body = (state: Commitment, fact: Fact): Commitment => {
  switch (fact.type) {
    case 'registered':
      // Written by an older release it lacks what has been added since.
      return fact.state === state ? state : commitmentSchema.parse(fact.state);
    case 'dispatched':
      return {
        ...state,
        status: 'DISPATCHED',
        dispatchedAt: fact.at,
        periods: started(state, fact.period),
        units: state.units.map((part) => {
          const clock = fact.units.find((u) => u.unit === part.unit);
          return clock ? { ...part, dispatchedAt: fact.at, signBy: clock.signBy } : part;
        }),
      };
    case 'signed': {
      const signed = patchUnit(state, fact.unit, { signedAt: fact.at, deemed: fact.deemed });
      return partOf(state, fact.unit)?.role === 'lead' && state.status === 'DISPATCHED' ? { ...signed, status: 'SIGNED' } : signed;
    }
    case 'refused': {
      const refusals = (partOf(state, fact.unit)?.refusals ?? 0) + 1;
      return patchUnit(state, fact.unit, { refusals, pendingRefusal: { at: fact.at, by: fact.actor.person, reason: fact.reason, ruleBy: fact.ruleBy ?? null, reminded: false } });
    }
    case 'rulingOverdue': {
      const pending = partOf(state, fact.unit)?.pendingRefusal;
      return pending ? patchUnit(state, fact.unit, { pendingRefusal: { ...pending, ruleBy: fact.next, reminded: true } }) : state;
    }
    case 'ruled':
      if (fact.ruling === 'same') return patchUnit(state, fact.unit, { pendingRefusal: null, signBy: fact.signBy });
      return {
        ...state,
        units: state.units.map((part) => (part.unit === fact.unit ? unitPartSchema.parse(fact.to) : part)),
        formerUnits: [...state.formerUnits, { unit: fact.unit, until: fact.at, reason: fact.reason, how: 'ruled' }],
      };
    case 'reported': {
      const part = partOf(state, fact.unit);
      if (fact.paused) return { ...patchUnit(state, fact.unit, { lastReport: reportSchema.parse(fact.report) }), measures: measuredBy(state.measures, fact.report) };
      const reported = patchUnit(state, fact.unit, {
        lastReport: reportSchema.parse(fact.report),
        reports: (part?.reports ?? 0) + 1,
        unchangedReports: (part?.unchangedReports ?? 0) + (fact.report.unchanged ? 1 : 0),
        ...(part && fact.stage !== undefined ? {
          stages: withStage(part, fact.stage, fact.at, fact.actor.person),
          redone: part.redone + (part.stages.some(({ code }) => code === fact.stage) ? 1 : 0),
        } : {}),
      });
      const measures = measuredBy(state.measures, fact.report);
      const periods = state.periods !== null && part?.role === 'lead' ? reportedPeriod(state.periods, fact.at, fact.report.period) : state.periods;
      // Caught up: a rung done that comes anew has a round of its own, for its slip and its number.
      const ladder = fact.anew === undefined ? state.ladder : { ...newRound(state, true), done: fact.anew, notBefore: state.ladder.notBefore, told: state.ladder.told };
      return { ...reported, measures, periods, ladder, ...(state.status === 'SIGNED' && part?.role === 'lead' ? { status: 'IN_PROGRESS' as const } : {}) };
    }
    case 'evidenceAdded':
      return {
        ...state, evidence: [...state.evidence, fact.evidence],
        periods: state.periods?.now ? { ...state.periods, now: { ...state.periods.now, evidence: state.periods.now.evidence + 1 } } : state.periods,
      };
    case 'periodEnded':
      return { ...state, periods: endPeriod(state, fact.outcome, fact.next) };
    case 'closureRequested': {
      const lead = leadOf(state);
      return {
        ...(fact.stage === undefined ? state : patchUnit(state, lead.unit, { stages: withStage(lead, fact.stage, fact.at, fact.actor.person) })),
        status: 'UNDER_REVIEW',
        handedIn: true,
        extension: withoutRequest(state),
        closure: { at: fact.at, by: fact.actor.person, summary: fact.summary, inTime: fact.inTime, reviewBy: fact.reviewBy, overdueTold: false, colour: fact.colour, silent: [...(fact.silent ?? [])] },
      };
    }
    case 'accepted':
      return { ...state, status: 'CLOSED', doneOn: fact.doneOn, closedAt: fact.at, lookBackAt: fact.lookBackAt, lookBackTold: false, ladder: { ...state.ladder, waitingFor: [] } };
    case 'returned':
      return { ...state, status: 'IN_PROGRESS', closure: null, returns: state.returns + 1, wasRed: fact.wasRed, ladder: { ...state.ladder, notBefore: fact.notBefore },
        ...(fact.clocks === undefined ? {} : { handedIn: false, clocks: withClocks(state, fact.clocks) }) };
    case 'reviewOverdue':
      return state.closure === null ? state : { ...state, closure: { ...state.closure, overdueTold: true } };
    case 'amended':
      return { ...state, ...movedTo(state, fact.to, fact.at), wasRed: fact.wasRed, extension: withoutRequest(state), ladder: newRound(state, fact.newRound) };
    case 'extensionRequested': {
      const { unit, reason, progress, to, lateness, approver, decideBy } = fact;
      return {
        ...state,
        extension: {
          ...state.extension, overdueRequests: state.extension.overdueRequests + (lateness === 'overdue' ? 1 : 0),
          pending: { at: fact.at, by: fact.actor.person, unit, reason, progress, to, lateness, approver, decideBy, overdueTold: false },
        },
      };
    }
    case 'extensionDecided': {
      const extension = withoutRequest(state);
      if (!fact.granted) return { ...state, extension: { ...extension, refused: extension.refused + 1 } };
      return { ...state, ...movedTo(state, fact.to, fact.at), wasRed: fact.wasRed, extension: { ...extension, granted: extension.granted + 1 }, ladder: newRound(state, fact.newRound) };
    }
    case 'extensionOverdue':
      return state.extension.pending === null ? state : { ...state, extension: { ...state.extension, pending: { ...state.extension.pending, overdueTold: true } } };
    case 'suspended': {
      const { reason, counterparty, until, wakeAt } = fact;
      return {
        ...state, status: 'SUSPENDED', extension: withoutRequest(state),
        suspension: { at: fact.at, by: fact.actor.person, reason, counterparty, until, wakeAt, resumeTo: state.status },
      };
    }
    case 'resumed':
      return {
        ...state, status: resumedStatus(state), suspension: null, resumedAt: fact.at, due: fact.to, dueSetAt: fact.at, plan: [...fact.plan],
        measures: state.readings < 2 ? state.measures : movedMeasures(state, fact.to, civilDateOf(fact.since)),
        periods: state.periods?.now && fact.periodDue !== null ? { ...state.periods, now: { ...state.periods.now, due: fact.periodDue } } : state.periods,
        units: state.units.map((part) => ({
          ...part, signBy: fact.signBy.find((one) => one.unit === part.unit)?.signBy ?? part.signBy, feedbackBy: fact.feedbackBy?.find((one) => one.unit === part.unit)?.day ?? part.feedbackBy,
        })),
        clocks: withClocks(state, fact.clocks ?? []),
        ladder: { ...state.ladder, notBefore: later(state.ladder.notBefore ?? '', fact.notBefore) },
      };
    case 'rungFiled':
      return { ...state, ladder: { ...state.ladder, done: fact.index + 1, waitingFor: [...fact.waitingFor], at: fact.at, filing: [...fact.collapsed] } };
    case 'rungReached':
      // Filed under one pack and issued under another, what that one counts as done stays done.
      return { ...state, ladder: { ...state.ladder, done: Math.max(state.ladder.done, fact.index + 1), waitingFor: [...fact.waitingFor], at: fact.at, filing: [] } };
    case 'noticeSettled':
      return {
        ...state,
        deputised: fact.deputy === undefined || fact.deputy === null ? state.deputised : [...state.deputised, fact.deputy].slice(-DEPUTISED_KEPT),
        ladder: { ...state.ladder, waitingFor: [...state.ladder.waitingFor.filter((id) => id !== fact.noticeId), ...(fact.waitsFor ?? [])], notBefore: fact.notBefore ?? state.ladder.notBefore },
      };
    case 'lookBackDue':
      return { ...state, lookBackTold: true };
    case 'writtenOff':
      return { ...state, status: 'WRITTEN_OFF', endedAt: fact.at };
    case 'reopened':
      return {
        ...state, status: leadOf(state).signedAt === null ? 'DISPATCHED' : 'IN_PROGRESS', ...movedTo(state, fact.newDue, fact.at), handedIn: fact.clocks === undefined, clocks: withClocks(state, fact.clocks ?? []), closure: null, endedAt: null, endReason: null,
        periods: started(state, fact.period),
        units: state.units.map((part) => ({ ...part, signBy: fact.signBy?.find((one) => one.unit === part.unit)?.signBy ?? part.signBy, pendingRefusal: withRuleBy(part, fact.ruleBy, false) })), doneOn: null, closedAt: null, lookBackAt: null, lookBackTold: false,
        // Done late and then found not done: the period keeps its memory.
        wasRed: state.wasRed || state.closure?.colour === 'red',
        missedClocks: state.missedClocks.filter((key) => !fact.again?.includes(key)),
        ladder: newRound(state, true),
      };
    case 'terminated':
      return ended(state, 'TERMINATED', fact.at, fact.reason);
    case 'notPursued':
      return ended(state, 'NOT_PURSUED', fact.at, fact.reason);
    case 'transferred': {
      const lead = fact.to.role === 'lead';
      return {
        ...state,
        units: state.units.map((part) => (part.unit === fact.unit ? unitPartSchema.parse(fact.to) : part)),
        formerUnits: [...state.formerUnits, { unit: fact.unit, until: fact.at, reason: fact.reason, how: 'transferred' }],
        // What the old unit was sent is waited for no more; the new one is not chased before it can have signed.
        ...(lead ? { status: 'DISPATCHED' as const, handedIn: false, extension: withoutRequest(state), ladder: { ...state.ladder, waitingFor: [], notBefore: fact.notBefore } } : {}),
      };
    }
    case 'raised':
      return {
        ...state, status: 'DISPATCHED', handedIn: false, ...movedTo(state, fact.due, fact.at), wasRed: fact.wasRed, extension: withoutRequest(state),
        units: [unitPartSchema.parse(fact.to), ...state.units.map((part) => (part.unit === fact.unit ? { ...part, role: 'co' as const, liable: true } : part))],
        formerUnits: [...state.formerUnits, { unit: fact.unit, until: fact.at, reason: fact.reason, how: 'raised' }],
        raises: [...state.raises, { at: fact.at, from: fact.unit, to: fact.to.unit, due: fact.due, reason: fact.reason }],
        ladder: { ...newRound(state, true), notBefore: fact.notBefore },
      };
    case 'decomposed':
      return { ...state, children: { items: [...state.children.items, ...fact.children], none: fact.children.length > 0 ? null : fact.none } };
    case 'stageCompleted': {
      const done = { at: fact.at, by: fact.actor.person, note: fact.note, documentNumber: fact.documentNumber };
      return { ...state, stages: state.stages.map((stage) => (stage.code === fact.stage ? { ...stage, done } : stage)) };
    }
    case 'stageGraded': {
      const { grade: name, text, redoBy } = fact;
      const grade = { name, text, at: fact.at, by: fact.actor.person, redoBy };
      return patchUnit(state, fact.unit, {
        stages: (partOf(state, fact.unit)?.stages ?? []).map((stage) => (stage.code === fact.stage ? { ...stage, returns: stage.returns + (redoBy === null ? 0 : 1), grade } : stage)),
      });
    }
    case 'targetSet':
      return {
        ...state, measures: state.measures.map((measure) => (measure.id === fact.measure ? { ...measure, target: fact.to } : measure)),
        ladder: fact.notBefore === undefined ? state.ladder : { ...state.ladder, notBefore: later(state.ladder.notBefore ?? '', fact.notBefore) },
      };
    case 'instructed':
      return { ...state, instructions: { count: state.instructions.count + 1, last: { at: fact.at, leader: fact.leader, text: fact.text } } };
    case 'clockMissed': {
      const missed = clockKey(fact.clock, partOf(state, fact.unit) ?? leadOf(state));
      return { ...state, missedClocks: [...state.missedClocks.filter((key) => key !== missed), missed], clocks: state.clocks.map((set) => (set.key === missed ? { ...set, told: true } : set)) };
    }
    case 'struck':
      return { ...state, strike: { round: fact.round, at: fact.at, unit: fact.unit, n: null } };
    case 'strikeCounted':
      return state.strike === null ? state : { ...state, strike: { ...state.strike, n: fact.n } };
    case 'proposalDecided': {
      const { proposal, round, approved, text } = fact;
      return { ...state, proposals: [...state.proposals, { proposal, round, approved, text, at: fact.at, by: fact.actor.person }] };
    }
    case 'replanned':
      return applyReplanned(state, fact);
    case 'planned':
      return state;
    default:
      return assertNever(fact);
  }
};

/** @throws RangeError where the fact is not the next in sequence: a gap would make the projection lie. */
export const apply = (state: Commitment, fact: Fact): Commitment => {
  if (fact.seq !== state.seq + 1) throw new RangeError(`${state.id}: fact ${fact.seq} does not follow ${state.seq}`);
  const next = body(fact.readings === undefined ? state : { ...state, readings: fact.readings }, fact);
  const answered = fact.updateId === null || next.answered.some((a) => a.updateId === fact.updateId)
    ? next.answered.map((a) => (a.updateId === fact.updateId ? { ...a, seq: fact.seq } : a))
    : [...next.answered, { updateId: fact.updateId, seq: fact.seq }].slice(-ANSWERS_KEPT);
  // A settled notice wakes nobody and writes nothing ahead: its fact is flushed with the next wake.
  const plannedUntil = fact.type === 'noticeSettled' ? next.plannedUntil : plannedUntilFrom(fact.recordedAt);
  return { ...next, seq: fact.seq, answered, plannedUntil };
};

/** What a whole ledger is folded on: the state as it was registered. @returns null where its first fact is none */
export const registeredState = (first: Fact | undefined): Commitment | null => (first?.type === 'registered' ? commitmentSchema.parse(first.state) : null);

export const applyAll = (state: Commitment, facts: readonly Fact[]): Commitment => facts.reduce(apply, state);
