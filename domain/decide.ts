/**
 * `decide(state, command, context, rules) -> facts | refusal`.
 * Every moment up to now is passed first, then the command; facts carry the nominal moment, however late the wake.
 */
import { addWorkingDays } from './calendar';
import type { Command, CommandBody } from './commands';
import type { Fact, FactBody } from './facts';
import { apply } from './apply';
import { light } from './light';
import { dueInstant, limitAfter, momentsAhead, nextMoment, nextOpening, rungMoment, rungNominal, shiftDate, type Moment } from './moments';
import { slipNoticeId } from './notice-ids';
import { isUndelivered } from './notices';
import { isRefusal, refuse, type Refusal } from './refusals';
import { ENGINE, EVIDENCE_LIMIT, partOf, type Actor, type Commitment, type Evidence, type Rules, type UnitPart } from './state';
import { civilDateOf, instantAt, later, type Instant } from './time';
import { assertNever, ENDED_STATES, OPEN_STATES, type NoticeOutcome, type SuppressionReason } from './vocabulary';

export interface Context {
  /** Now. */
  readonly at: Instant;
  readonly actor: Actor;
  /** The update's id (the Idempotency-Key); null for what needs none. */
  readonly updateId: string | null;
}
export interface Decision {
  readonly facts: readonly Fact[];
  readonly state: Commitment;
}

/** Collects facts and the state they lead to. */
class Course {
  readonly facts: Fact[] = [];
  constructor(public state: Commitment, private readonly now: Instant) {}

  add(body: FactBody, at: Instant, actor: Actor = ENGINE, updateId: string | null = null): void {
    const fact: Fact = { seq: this.state.seq + 1, at, recordedAt: this.now, actor, updateId, ...body };
    this.facts.push(fact);
    this.state = apply(this.state, fact);
  }

  get decision(): Decision {
    return { facts: this.facts, state: this.state };
  }
}

const dispatchBody = (state: Commitment, rules: Rules, at: Instant): FactBody => ({
  type: 'dispatched',
  units: state.units.map((part) => ({ unit: part.unit, signBy: limitAfter(rules, at, rules.pack.signFor) })),
});

/** Rungs passed since the last wake collapse into the highest of them: one slip, not a burst. */
const rungBody = (state: Commitment, rules: Rules, first: number, now: Instant): { body: FactBody; at: Instant } => {
  const { rungs } = rules.pack;
  let index = first;
  while (index + 1 < rungs.length && rungMoment(state, rules, index + 1) <= now) index += 1;
  const rung = rungs[index];
  if (!rung) throw new RangeError(`no rung ${index}`);
  const round = state.ladder.round;
  // Only a rung that has a next one waits for its delivery.
  const waitingFor = index + 1 < rungs.length ? [...new Set(rung.to.map((post) => slipNoticeId(state, rung.code, `r${round}`, post)))] : [];
  return {
    body: { type: 'rungReached', rung: rung.code, round, index, collapsed: rungs.slice(first, index).map((r) => r.code), waitingFor },
    at: later(rungNominal(state, rules, index), state.ladder.notBefore ?? ''),
  };
};

const passMoment = (course: Course, rules: Rules, moment: Moment, now: Instant): void => {
  const { state } = course;
  switch (moment.kind) {
    case 'birth': {
      course.add({ type: 'registered', state }, state.registeredAt);
      if (state.dispatchedAt !== null) course.add(dispatchBody(state, rules, state.dispatchedAt), state.dispatchedAt);
      return;
    }
    case 'dispatch':
      return course.add(dispatchBody(state, rules, moment.at), moment.at);
    case 'signLimit':
      moment.units.forEach((unit) => course.add({ type: 'signed', unit, deemed: true }, moment.at));
      return;
    case 'rung': {
      const { body, at } = rungBody(state, rules, moment.index, now);
      // Collapsed, it stands where the highest rung stands: what came before that is told first, so the ledger runs forward.
      const before = momentsAhead(state, rules).filter((m) => m.kind !== 'rung' && m.at < at).sort((a, b) => (a.at < b.at ? -1 : 1))[0];
      return before ? passMoment(course, rules, before, now) : course.add(body, at);
    }
    case 'reviewLimit':
      return course.add({ type: 'reviewOverdue' }, moment.at);
    case 'lookBack':
      return course.add({ type: 'lookBackDue' }, moment.at);
    case 'horizon':
      return course.add({ type: 'planned' }, moment.at);
    default:
      return assertNever(moment);
  }
};

/**
 * Passes every nominal moment up to and including `now`. Without one due, no fact.
 * A birth is passed in any case: the clock that registered may run ahead of the one that wakes.
 */
export const passMoments = (state: Commitment, rules: Rules, now: Instant): Decision => {
  const course = new Course(state, now);
  for (let moment = nextMoment(course.state, rules); moment !== null && (moment.at <= now || moment.kind === 'birth'); moment = nextMoment(course.state, rules)) {
    passMoment(course, rules, moment, now);
  }
  return course.decision;
};

type Handler<N extends Command['name']> = (state: Commitment, command: CommandBody<N>, context: Context, rules: Rules) => FactBody[] | Refusal;

const underWay = (state: Commitment): Refusal | null =>
  state.status === 'SIGNED' || state.status === 'IN_PROGRESS' ? null
    : refuse(state.status === 'DISPATCHED' ? 'signFirst' : 'wrongState');

const signedPart = (state: Commitment, unit: string): UnitPart | Refusal => {
  const part = partOf(state, unit);
  if (!part) return refuse('unknownUnit');
  if (part.pendingRefusal) return refuse('refusalPending');
  return part.signedAt === null ? refuse('signFirst') : part;
};

const freshUnit = (unit: string, role: UnitPart['role'], rules: Rules, at: Instant): UnitPart => ({
  unit, role, dispatchedAt: at, signBy: limitAfter(rules, at, rules.pack.signFor), signedAt: null, deemed: false,
  refusals: 0, pendingRefusal: null, lastReport: null, reports: 0, unchangedReports: 0,
});

/** Facts for evidence handed in together: all of it is taken or none. */
const takeEvidence = (state: Commitment, items: readonly Evidence[]): FactBody[] | Refusal => {
  const kept = [...state.evidence];
  for (const item of items) {
    if (!state.acceptance.some((a) => a.id === item.criterion)) return refuse('unknownCriterion');
    if (kept.some((e) => e.sha256 === item.sha256 && e.criterion === item.criterion)) return refuse('sameEvidence');
    if (kept.length >= EVIDENCE_LIMIT) return refuse('tooMuchEvidence');
    kept.push(item);
  }
  return items.map((evidence) => ({ type: 'evidenceAdded', evidence }));
};

const handlers: { readonly [N in Command['name']]: Handler<N> } = {
  dispatch: (state, _command, { at }, rules) =>
    (state.status === 'REGISTERED' ? [dispatchBody(state, rules, at)] : refuse('alreadyDispatched')),

  sign: (state, { unit }) => {
    if (state.status === 'REGISTERED' || state.status === 'CLOSED') return refuse('wrongState');
    const part = partOf(state, unit);
    if (!part) return refuse('unknownUnit');
    if (part.pendingRefusal) return refuse('refusalPending');
    return part.signedAt === null ? [{ type: 'signed', unit, deemed: false }] : refuse('alreadySigned');
  },

  refuse: (state, { unit, reason }, _context, rules) => {
    const part = partOf(state, unit);
    if (!part) return refuse('unknownUnit');
    if (state.status === 'REGISTERED' || state.status === 'CLOSED') return refuse('wrongState');
    if (part.signedAt !== null) return refuse('alreadySigned', '已签收的事项不能退单，确有困难的请反馈原因');
    if (part.pendingRefusal) return refuse('refusalPending');
    return part.refusals >= rules.pack.refusalsAllowed ? refuse('refusalsUsedUp') : [{ type: 'refused', unit, reason }];
  },

  rule: (state, command, { at }, rules) => {
    const part = partOf(state, command.unit);
    if (!part) return refuse('unknownUnit');
    if (!part.pendingRefusal) return refuse('noRefusalPending');
    if (state.status === 'CLOSED') return refuse('wrongState', '事项已经办结，退单无须再裁定');
    if (command.ruling === 'same') {
      return [{ type: 'ruled', unit: part.unit, ruling: 'same', signBy: limitAfter(rules, at, rules.pack.signFor), reason: command.reason }];
    }
    const toUnit = command.toUnit ?? '';
    if (toUnit === '' || partOf(state, toUnit)) return refuse('unknownUnit', '请改派给尚未参与本事项的单位');
    return [{ type: 'ruled', unit: part.unit, ruling: 'other', to: freshUnit(toUnit, part.role, rules, at), reason: command.reason }];
  },

  report: (state, command, { at, actor }, rules) => {
    if (state.status !== 'DISPATCHED' && underWay(state)) return refuse('wrongState');
    const part = signedPart(state, command.unit);
    if (isRefusal(part)) return part;
    const unchanged = command.unchanged ?? false;
    const line = command.line ?? '';
    if (!unchanged && line === '') return refuse('reportEmpty');
    const last = part.lastReport?.percent ?? null;
    const percent = command.percent ?? last;
    if (percent !== null && last !== null && percent < last && !command.causeCode) return refuse('percentBackwards');
    const { colour } = light(state, rules, at);
    if (part.role === 'lead' && colour === 'red' && !command.causeCode) return refuse('causeRequired');
    return [{
      type: 'reported', unit: command.unit,
      report: { at, by: actor.person, percent, line: line || (part.lastReport?.line ?? ''), unchanged,
        // A report that says nothing of the outcome takes no bad forecast back (domain.md, settled readings).
        forecast: command.forecast ?? part.lastReport?.forecast ?? null, causeCode: command.causeCode ?? null },
    }];
  },

  evidence: (state, command, { at, actor }) => {
    const wrong = underWay(state);
    if (wrong) return wrong;
    const part = signedPart(state, command.unit);
    if (isRefusal(part)) return part;
    return takeEvidence(state, [{ ...command, by: actor.person, at }]);
  },

  requestClosure: (state, { unit, summary, evidence = [] }, { at, actor }, rules) => {
    const wrong = underWay(state);
    if (wrong) return wrong;
    const part = signedPart(state, unit);
    if (isRefusal(part)) return part;
    if (part.role !== 'lead') return refuse('onlyLead');
    const added = takeEvidence(state, evidence.map((e) => ({ ...e, unit, by: actor.person, at })));
    if (isRefusal(added)) return added;
    const without = state.acceptance.filter((a) => ![...state.evidence, ...evidence].some((e) => e.criterion === a.id));
    if (without.length > 0) return refuse('evidenceMissing', `尚缺：${without.map((a) => a.text).join('；')}`);
    return [...added, {
      type: 'closureRequested', summary, inTime: at <= dueInstant(state.due, rules.pack),
      reviewBy: limitAfter(rules, at, rules.pack.review), colour: light(state, rules, at).colour,
    }];
  },

  review: (state, command, { at, actor }, rules) => {
    const { closure } = state;
    if (state.status !== 'UNDER_REVIEW' || closure === null) return refuse('wrongState', '只有已申请办结的事项可以审核');
    if (closure.by === actor.person) return refuse('reviewerIsSubmitter');
    if (command.result === 'accepted') {
      const { lookBack } = rules.pack;
      return [{
        type: 'accepted', text: command.text, doneOn: civilDateOf(closure.at),
        lookBackAt: instantAt(shiftDate(rules.calendar, civilDateOf(at), lookBack.offset, lookBack.days), rules.pack.hours.opening),
      }];
    }
    if (!command.reasonCode) return refuse('reasonCodeRequired');
    return [{ type: 'returned', reasonCode: command.reasonCode, text: command.text, notBefore: nextOpening(rules, at), wasRed: state.wasRed || closure.colour === 'red' }];
  },

  amend: (state, { due, reason }, { at }, rules) => {
    if (state.status === 'CLOSED') return refuse('wrongState');
    // Its colour and its halt hang on the request having come by T: the review decides first.
    if (state.status === 'UNDER_REVIEW') return refuse('wrongState', '审核中的事项请先审核，退回后可调整期限');
    if (due === state.due) return refuse('dueUnchanged');
    if (due < civilDateOf(at)) return refuse('dueInPast');
    if (state.status === 'REGISTERED' && state.dispatchOn !== null && due < state.dispatchOn) return refuse('dueNotLater');
    const { ladder } = state;
    const red = light(state, rules, at).colour === 'red';
    return [{ type: 'amended', from: state.due, to: due, reason, newRound: ladder.done > 0 || ladder.waitingFor.length > 0, wasRed: state.wasRed || red }];
  },

  lookBack: (state, { result, text, newDue }, { at }) => {
    if (state.status !== 'CLOSED') return refuse('wrongState', '只有已办结、尚未销号的事项可以回头看');
    if (result === 'passed') return [{ type: 'writtenOff', text }];
    if (newDue === undefined || newDue < civilDateOf(at)) return refuse('newDueRequired');
    return [{ type: 'reopened', text, newDue }];
  },

  terminate: (state, { reason }) => (state.status === 'CLOSED' ? refuse('wrongState', '已办结的事项不再终止') : [{ type: 'terminated', reason }]),
};

/** @returns the facts (those of the moments passed included) with the state they lead to, or a refusal that changes nothing */
export const decide = (state: Commitment, command: Command, context: Context, rules: Rules): Decision | Refusal => {
  const course = new Course(state, context.at);
  const passed = passMoments(state, rules, context.at);
  course.facts.push(...passed.facts);
  course.state = passed.state;
  if (ENDED_STATES.includes(course.state.status)) return refuse('ended');
  // Each handler takes exactly its own command; the compiler cannot follow the pairing through the table.
  const handler = handlers[command.name] as Handler<Command['name']>;
  const { name: _name, ...fields } = command;
  const bodies = handler(course.state, fields, context, rules);
  if (isRefusal(bodies)) return bodies;
  bodies.forEach((body) => course.add(body, context.at, context.actor, context.updateId));
  return course.decision;
};

/**
 * The outcome of a notice: a fact where a rung waits for it, or where the mail failed and the registrar must know.
 * @param reason of a suppression: one that is in order (same person, no longer owed) is not told as undelivered
 */
export const decideSettled = (
  state: Commitment, rules: Rules, at: Instant, noticeId: string, outcome: NoticeOutcome, reason: SuppressionReason | null = null,
): Decision => {
  const course = new Course(state, at);
  const awaited = state.ladder.waitingFor.includes(noticeId);
  // About a closed commitment nobody is told anything more; the outcome stands on the notice.
  if (!awaited && !(isUndelivered(outcome, reason) && OPEN_STATES.includes(state.status))) return course.decision;
  const last = awaited && state.ladder.waitingFor.length === 1;
  // "Next rung not before one working day after the last was delivered" (domain.md, settled readings).
  const notBefore = last ? instantAt(addWorkingDays(rules.calendar, civilDateOf(at), 1), rules.pack.hours.opening) : null;
  course.add({ type: 'noticeSettled', noticeId, outcome, reason, notBefore }, at);
  return course.decision;
};
