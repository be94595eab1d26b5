/**
 * `decide(state, command, context, rules) -> facts | refusal`.
 * Every moment up to now is passed first, then the command; facts carry the nominal moment, however late the wake.
 */
import { addWorkingDays, type Calendar } from './calendar';
import { clockLimit, clockStart } from './clocks';
import type { Command } from './commands';
import type { Fact, FactBody } from './facts';
import { apply } from './apply';
import { approverAbove } from './extension';
import { handlers } from './handlers';
import type { Context, Handler } from './handlers/handler';
import { dispatchBody } from './handlers/units';
import { limitAfter, momentsAhead, nextMoment, rungMoment, type Moment } from './moments';
import { filedSlip, noticeIdOf, readNoticeId } from './notice-ids';
import { deputyFor, filingNoticeId, slipNoticeId, stillOwed } from './notices';
import { nextPeriod } from './periods';
import type { Rung } from './policy';
import { isRefusal, refuse, type Refusal } from './refusals';
import { replanBody } from './replan';
import { resumedBody } from './suspension';
import { ENGINE, leadOf, partOf, type Actor, type Commitment, type Rules } from './state';
import { civilDateOf, instantAt, type Instant } from './time';
import { isUndelivered, mustBeTold } from './undelivered';
import { assertNever, ENDED_STATES, OPENED_BY_INSTRUCTION, OPEN_STATES, SLIP_OCCASIONS, type NoticeOutcome, type SuppressionReason } from './vocabulary';

export type { Context } from './handlers/handler';

export interface Decision {
  readonly facts: readonly Fact[];
  readonly state: Commitment;
}

/** Collects facts and the state they lead to. */
class Course {
  readonly facts: Fact[] = [];
  constructor(public state: Commitment, private readonly now: Instant, private readonly readings = state.readings) {}

  add(body: FactBody, at: Instant, actor: Actor = ENGINE, updateId: string | null = null): void {
    const fact: Fact = { seq: this.state.seq + 1, at, recordedAt: this.now, actor, updateId, ...(this.readings === this.state.readings ? {} : { readings: this.readings }), ...body };
    this.facts.push(fact);
    this.state = apply(this.state, fact);
  }

  get decision(): Decision {
    return { facts: this.facts, state: this.state };
  }
}

/** Rungs passed since the last wake collapse into the highest of them: one slip, not a burst. */
const rungBody = (state: Commitment, rules: Rules, first: number, now: Instant): { body: FactBody; at: Instant } => {
  const { rungs } = rules.pack;
  const come = (i: number): boolean => (rungMoment(state, rules, i) ?? '9') <= now;
  let index = first;
  for (let higher = first + 1; higher < rungs.length; higher += 1) if (come(higher)) index = higher;
  const rung = rungs[index];
  if (!rung) throw new RangeError(`no rung ${index}`);
  const collapsed = rungs.flatMap((lower, i) => (i >= state.ladder.done && i < index && come(i) ? [lower.code] : []));
  const { round } = state.ladder;
  return {
    body: rung.filedFirst ? { type: 'rungFiled', rung: rung.code, round, index, collapsed, waitingFor: [filingNoticeId(state, rung.code, round)] } : issuedBody(state, rules, rung, index, collapsed),
    at: rungMoment(state, rules, index) ?? now,
  };
};

/** The slip goes out. Only a rung that has a next one waits for its delivery. */
const issuedBody = (state: Commitment, { pack: { rungs } }: Rules, rung: Rung, index: number, collapsed: readonly Rung['code'][]): FactBody => {
  const { round } = state.ladder;
  const waitingFor = index + 1 < rungs.length ? [...new Set(rung.to.map((post) => slipNoticeId(state, rung.code, `r${round}`, post)))] : [];
  return { type: 'rungReached', rung: rung.code, round, index, waitingFor, collapsed };
};

/** What a filing that has its outcome lets out: the slip, where the present rules know it and it is still owed. */
const afterFiling = (state: Commitment, rules: Rules, noticeId: string): FactBody | null => {
  const slip = filedSlip(readNoticeId(state.id, noticeId));
  const { rungs } = rules.pack;
  const index = rungs.findIndex(({ code }) => code === slip?.occasion);
  const rung = rungs[index];
  // Handed to another unit meanwhile, it is not that unit's slip that was filed.
  if (slip === null || rung === undefined || leadOf(state).dispatchedAt > (state.ladder.at ?? '') || !stillOwed({ occasion: rung.code, unit: leadOf(state).unit, period: slip.period }, state)) return null;
  return issuedBody(state, rules, rung, index, rungs.filter(({ code }) => state.ladder.filing.includes(code)).map(({ code }) => code));
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
    case 'extensionLimit':
      return course.add({ type: 'extensionOverdue', to: approverAbove(rules, state.extension.pending?.approver ?? 'registrar') }, moment.at);
    case 'rulingLimit': {
      const reminded = partOf(state, moment.unit)?.pendingRefusal?.reminded === true;
      const { refusalRuling } = rules.pack;
      return course.add({ type: 'rulingOverdue', unit: moment.unit, to: reminded ? 'sponsor' : 'registrar', next: reminded || refusalRuling === null ? null : limitAfter(rules, moment.at, refusalRuling) }, moment.at);
    }
    case 'periodEnd': {
      const { periods } = state;
      if (!periods?.now) return;
      const { index, due, reportedAt } = periods.now;
      const outcome = reportedAt !== null ? 'kept' : state.status === 'UNDER_REVIEW' ? 'excused' : 'missed';
      return course.add({ type: 'periodEnded', index, due, outcome, next: nextPeriod(rules, periods.rhythm, periods.now) }, moment.at);
    }
    case 'suspensionEnd':
      return course.add(resumedBody(state, rules, moment.at, 'limit', null), moment.at);
    case 'clock': {
      const clock = rules.pack.clocks.find((one) => one.code === moment.code);
      const part = partOf(state, moment.unit);
      const start = clock && part ? clockStart(state, clock, part) : null;
      if (!clock || !part || start === null) throw new RangeError(`no clock ${moment.code}`);
      return course.add({ type: 'clockMissed', clock: clock.code, unit: moment.unit, limit: clockLimit(state, rules, clock, start, part) }, moment.at);
    }
    case 'strike':
      return course.add({ type: 'struck', unit: leadOf(state).unit, round: state.ladder.round }, moment.at);
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

/** @returns the facts (those of the moments passed included) with the state they lead to, or a refusal that changes nothing */
export const decide = (state: Commitment, command: Command, context: Context, rules: Rules): Decision | Refusal => {
  const passed = passMoments(state, rules, context.at);
  const readings = Math.max(state.readings, context.readings ?? 1);
  const course = new Course(passed.state, context.at, readings);
  course.facts.push(...passed.facts);
  const opens = command.name === 'reopen' || (command.name === 'instruct' && OPENED_BY_INSTRUCTION.includes(course.state.status));
  if (ENDED_STATES.includes(course.state.status) && !opens) return refuse('ended');
  // Each handler takes exactly its own command; the compiler cannot follow the pairing through the table.
  const handler = handlers[command.name] as Handler<Command['name']>;
  const { name: _name, ...fields } = command;
  const bodies = handler({ ...course.state, readings }, fields, context, rules);
  if (isRefusal(bodies)) return bodies;
  const dueBefore = course.state.due;
  bodies.forEach((body) => course.add(body, context.at, context.actor, context.updateId));
  // A child is never due after its parent; only what a suspension brings forward is nobody's choice.
  const parentDue = context.parentDue ?? course.state.parent?.due;
  if (parentDue !== undefined && course.state.parent !== null && command.name !== 'resume' && course.state.due > parentDue && course.state.due > dueBefore) {
    return refuse('dueAfterParent', `上级事项的期限为${parentDue}，请填写不晚于此日的日期，或先调整上级事项的期限`);
  }
  return course.decision;
};

/** The same slip to the deputy, as long as it is owed. */
const deputySlip = (state: Commitment, noticeId: string): string[] => {
  const { occasion, period, unit } = readNoticeId(state.id, noticeId);
  const code = SLIP_OCCASIONS.find((one) => one === occasion);
  return code !== undefined && unit !== null && stillOwed({ occasion: code, unit, period }, state) ? [noticeIdOf(state.id, code, period, `deputy@${unit}`)] : [];
};

/**
 * The outcome of a notice: a fact where a rung waits for it, or where the mail failed and the registrar must know.
 * @param reason of a suppression: one that is in order (same person, no longer owed) is not told as undelivered
 * @param deputyAwaited whether the next rung waits for the deputy's mail too; not so in lives that an older release led
 */
export const decideSettled = (
  given: Commitment, rules: Rules, at: Instant, noticeId: string, outcome: NoticeOutcome, reason: SuppressionReason | null = null, deputyAwaited = true,
): Decision => {
  const awaited = given.ladder.waitingFor.includes(noticeId);
  const filed = awaited && filedSlip(readNoticeId(given.id, noticeId)) !== null;
  // What it lets out stands in the ledger after what time brought before.
  const passed: Decision = filed ? passMoments(given, rules, at) : { facts: [], state: given };
  const { state } = passed;
  const course = new Course(state, at);
  course.facts.push(...passed.facts);
  // About a closed commitment nobody is told anything more; the outcome stands on the notice.
  if (!awaited && !(mustBeTold(state.id, noticeId, outcome, reason) && OPEN_STATES.includes(state.status))) return course.decision;
  const deputy = isUndelivered(outcome, reason) ? deputyFor(state, rules, noticeId) : null;
  const waitsFor = awaited && deputy !== null && deputyAwaited ? deputySlip(state, noticeId) : [];
  // "Next rung not before one working day after the last was delivered" (domain.md, settled readings).
  const issued = filed ? afterFiling(state, rules, noticeId) : null;
  const notBefore = awaited && issued === null && waitsFor.length === 0 && state.ladder.waitingFor.length === 1 ? instantAt(addWorkingDays(rules.calendar, civilDateOf(at), 1), rules.pack.hours.opening) : null;
  course.add({ type: 'noticeSettled', noticeId, outcome, reason, notBefore, deputy, ...(waitsFor.length > 0 ? { waitsFor } : {}) }, at);
  if (issued !== null) course.add(issued, at);
  return course.decision;
};

/** Another calendar: every moment passed by the old one first, then the limits counted anew. By the calendar that it has, nothing. */
export const decideRecount = (state: Commitment, rules: Rules, at: Instant, calendar: Calendar, reason: string, actor: Actor): Decision => {
  const passed = passMoments(state, rules, at);
  if (calendar.version === state.calendarVersion || ENDED_STATES.includes(passed.state.status)) return passed;
  const course = new Course(passed.state, at);
  course.facts.push(...passed.facts);
  course.add({ type: 'replanned', ...replanBody(passed.state, rules, { ...rules, calendar }, at, { cause: 'calendar', reason, matterClass: state.matterClass }) }, at, actor);
  return course.decision;
};

/** How many strikes the unit has had: counted in the store over its commitments, told to this one once, and then a fact. */
export const decideStrike = (state: Commitment, at: Instant, { round, n, since, earlier }: StrikeCount): Decision => {
  const course = new Course(state, at);
  if (state.strike?.round === round && state.strike.n === null) course.add({ type: 'strikeCounted', unit: state.strike.unit, round, n, since, earlier }, at);
  return course.decision;
};

export interface StrikeCount {
  readonly round: number;
  /** This one included. */
  readonly n: number;
  /** Beginning of the window. */
  readonly since: Instant;
  /** Commitments of the strikes before it within the window. */
  readonly earlier: readonly string[];
}
