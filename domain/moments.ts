/** When something with consequences is next due for a commitment. Pure: state and rules in, nominal instants out. */
import { addWorkingDays, isWorkingDay, workingDayFrom } from './calendar';
import { clockMoments } from './clocks';
import { behindFrom } from './behind';
import { limitAfter, nextOpening, shiftDate } from './limits';
import type { PolicyPack, Rung } from './policy';
import { leadOf } from './parts';
import type { Commitment, Rules } from './state';
import { addDays, civilDateOf, instantAt, later, weekday, type CivilDate, type Instant } from './time';
import { STATUS_NAMES } from './vocabulary';

export { limitAfter, nextOpening, shiftDate } from './limits';

export type Moment =
  | { readonly kind: 'birth'; readonly at: Instant }
  | { readonly kind: 'dispatch'; readonly at: Instant }
  | { readonly kind: 'signLimit'; readonly at: Instant; readonly units: readonly string[] }
  /** `index`: of the pack's rungs. */
  | { readonly kind: 'rung'; readonly at: Instant; readonly index: number }
  | { readonly kind: 'reviewLimit'; readonly at: Instant }
  | { readonly kind: 'lookBack'; readonly at: Instant }
  /** A request for more time that nobody decided. */
  | { readonly kind: 'extensionLimit'; readonly at: Instant }
  /** A refusal that nobody ruled on. */
  | { readonly kind: 'rulingLimit'; readonly at: Instant; readonly unit: string }
  | { readonly kind: 'suspensionEnd'; readonly at: Instant }
  /** Of a recurring matter: the present period's due day ends. */
  | { readonly kind: 'periodEnd'; readonly at: Instant }
  | { readonly kind: 'clock'; readonly at: Instant; readonly code: string; readonly unit: string }
  | { readonly kind: 'strike'; readonly at: Instant }
  /** Digest lines and bands end here: time to write more of them. */
  | { readonly kind: 'horizon'; readonly at: Instant };

/** T itself ends with its day's cut-off (domain.md, settled readings). */
export const dueInstant = (due: CivilDate, pack: PolicyPack): Instant => instantAt(due, pack.hours.cutoff);

/** Days on which a weekly line is due, in (after, until]; a day off rolls (rule 22), two that roll to one day are one. */
export const weeklyDays = (rules: Rules, after: CivilDate, until: CivilDate): CivilDate[] => {
  const { weekly } = rules.pack;
  if (!weekly) return [];
  const days: CivilDate[] = [];
  // A rolled line may belong to a week that began before `after`: three weeks cover the longest holiday.
  const from = addDays(after, -21);
  for (let day = addDays(from, (weekly.weekday - weekday(from) + 7) % 7); day <= until; day = addDays(day, 7)) {
    const due = isWorkingDay(rules.calendar, day) ? day : addWorkingDays(rules.calendar, day, weekly.rollTo);
    if (due > after && due <= until) days.push(due);
  }
  // A line that rolls far may come after the next week's own.
  return [...new Set(days)].sort();
};

/** First instant at which the date makes the light red. */
export const redFrom = (state: Commitment, { pack, calendar }: Rules): Instant =>
  instantAt(shiftDate(calendar, state.due, pack.light.redAfter, pack.light.days), pack.hours.opening);

/** Whether the ladder of this commitment runs: open, dispatched, not halted by a request handed in by T, not a stretch. */
export const ladderRuns = (state: Commitment): boolean => {
  if (state.stretch) return false;
  if (state.status === 'UNDER_REVIEW') return state.closure !== null && !state.closure.inTime;
  return state.status === 'DISPATCHED' || state.status === 'SIGNED' || state.status === 'IN_PROGRESS';
};

/** The day that a rung is counted from; null where there is none yet: nothing is behind, no slip came before. */
const anchorDay = (state: Commitment, rules: Rules, { anchor, tolerance }: Rung): CivilDate | null => {
  switch (anchor) {
    case 'due': return state.due;
    case 'dispatch': return civilDateOf(leadOf(state).dispatchedAt);
    case 'previous': return state.ladder.at === null ? null : civilDateOf(state.ladder.at);
    case 'behindPlan': {
      const behind = behindFrom(state, rules, tolerance);
      return behind === null ? null : civilDateOf(behind);
    }
  }
};

/** No slip goes out on a day off, whatever its days are counted in: it would burn out over a weekend (domain.md, section 8). */
const slipDay = ({ pack, calendar }: Rules, from: CivilDate, { offset, days }: { readonly offset: number; readonly days: 'wd' | 'd' }): Instant =>
  instantAt(workingDayFrom(calendar, shiftDate(calendar, from, offset, days)), pack.hours.opening);

/** "When the earlier slip's limit passed" (rule 11): not while it runs. Empty where it has none. */
const answeredBy = (state: Commitment, rules: Rules, rung: Rung, index: number): Instant => {
  const limit = rules.pack.rungs[index - 1]?.answerWithin ?? null;
  if (rung.anchor !== 'previous' || limit === null || state.ladder.at === null || state.readings < 2) return '';
  return nextOpening(rules, limitAfter(rules, state.ladder.at, limit));
};

/** When rung `index` comes by its own rule, whatever went before; null where nothing leads to it as things stand. */
export const rungNominal = (state: Commitment, rules: Rules, index: number): Instant | null => {
  const { pack } = rules;
  const rung = pack.rungs[index];
  if (!rung) throw new RangeError(`no rung ${index} in pack ${pack.name}`);
  // A slip's own limit leads to the very next one only.
  const from = rung.anchor === 'previous' && index !== state.ladder.done ? null : anchorDay(state, rules, rung);
  if (from === null) return null;
  const byDate = later(slipDay(rules, from, rung), answeredBy(state, rules, rung, index));
  // "A moment on or before the day of dispatch is not owed" (domain.md, settled readings): a slip before T may fall there.
  if (rung.offset < 0 && civilDateOf(byDate) <= civilDateOf(leadOf(state).dispatchedAt)) return null;
  // A date moved close: the slip comes on the next working day, not in the past.
  if (rung.offset < 0 && state.dueSetAt !== null) return later(byDate, nextOpening(rules, state.dueSetAt));
  if (rung.orRedWeeks === null || !pack.weekly) return byDate;
  const red = redFrom(state, rules);
  const lines = weeklyDays(rules, addDays(civilDateOf(red), -1), civilDateOf(byDate));
  const third = lines[rung.orRedWeeks - 1];
  const byLines = third === undefined ? byDate : instantAt(third, pack.weekly.at);
  return byLines < byDate ? byLines : byDate;
};

/** When rung `index` comes as things stand: not before a return's next working day nor one working day after the last delivery. */
export const rungMoment = (state: Commitment, rules: Rules, index: number): Instant | null => {
  const nominal = rungNominal(state, rules, index);
  return nominal === null || state.ladder.notBefore === null ? nominal : later(nominal, state.ladder.notBefore);
};

/** The rung that comes next; by condition (behind plan) it may be one higher than the next in the list (rule 11: "may start higher"). */
export const nextRung = (state: Commitment, rules: Rules): { readonly index: number; readonly at: Instant } | null => {
  let next: { readonly index: number; readonly at: Instant } | null = null;
  for (let index = state.ladder.done; index < rules.pack.rungs.length; index += 1) {
    const at = rungMoment(state, rules, index);
    if (at !== null && (next === null || at < next.at)) next = { index, at };
  }
  return next;
};

/** A strike comes once a round, where the item is overdue by the pack's rule. */
const strikeMoment = (state: Commitment, rules: Rules): Moment[] => {
  const { strikes } = rules.pack;
  if (strikes === null || !ladderRuns(state) || state.strike?.round === state.ladder.round) return [];
  const nominal = slipDay(rules, state.due, strikes);
  return [{ kind: 'strike', at: later(nominal, state.ladder.notBefore ?? nominal) }];
};

/** The ruling is the office's own to make: its limit runs on while the matter stands or is under review. */
const rulingMoments = ({ units }: Commitment): Moment[] => units.flatMap(({ unit, pendingRefusal }): Moment[] =>
  (pendingRefusal === null || pendingRefusal.ruleBy === null ? [] : [{ kind: 'rulingLimit', at: pendingRefusal.ruleBy, unit }]));

/** Everything that now lies ahead, in no order. Of the rungs only the next one: what comes after it depends on its delivery. */
export const momentsAhead = (state: Commitment, rules: Rules): Moment[] => {
  if (state.seq === 0) return [{ kind: 'birth', at: state.registeredAt }];
  const moments: Moment[] = [...clockMoments(state, rules), ...strikeMoment(state, rules)];
  switch (state.status) {
    case 'REGISTERED':
      if (state.dispatchOn !== null) moments.push({ kind: 'dispatch', at: instantAt(state.dispatchOn, rules.pack.hours.opening) });
      break;
    case 'CLOSED':
      if (state.lookBackAt !== null && !state.lookBackTold) moments.push({ kind: 'lookBack', at: state.lookBackAt });
      break;
    case 'WRITTEN_OFF': case 'TERMINATED': case 'NOT_PURSUED':
      return [];
    case 'SUSPENDED':
      if (state.suspension) moments.push({ kind: 'suspensionEnd', at: state.suspension.wakeAt });
      moments.push(...rulingMoments(state), { kind: 'horizon', at: state.plannedUntil });
      break;
    case 'DISPATCHED': case 'SIGNED': case 'IN_PROGRESS': case 'UNDER_REVIEW': {
      const unsigned = state.units.filter((u) => u.signedAt === null && u.pendingRefusal === null);
      const first = unsigned.reduce<Instant | null>((min, u) => (min === null || u.signBy < min ? u.signBy : min), null);
      if (first !== null) moments.push({ kind: 'signLimit', at: first, units: unsigned.filter((u) => u.signBy === first).map((u) => u.unit) });
      if (state.closure !== null && !state.closure.overdueTold) moments.push({ kind: 'reviewLimit', at: state.closure.reviewBy });
      if (state.periods?.now) moments.push({ kind: 'periodEnd', at: dueInstant(state.periods.now.due, rules.pack) });
      const request = state.extension.pending;
      if (request !== null && !request.overdueTold) moments.push({ kind: 'extensionLimit', at: request.decideBy });
      const next = ladderRuns(state) && state.ladder.waitingFor.length === 0 ? nextRung(state, rules) : null;
      if (next !== null) moments.push({ kind: 'rung', ...next });
      moments.push(...rulingMoments(state), { kind: 'horizon', at: state.plannedUntil });
      break;
    }
  }
  return moments;
};

/** The earliest moment that wakes the commitment; null where nothing but a command can move it on. */
export const nextMoment = (state: Commitment, rules: Rules): Moment | null =>
  momentsAhead(state, rules).reduce<Moment | null>((min, m) => (min === null || m.at < min.at ? m : min), null);

/**
 * What people are told comes next: where a slip is still on its way, as if it were delivered now.
 * @param at now
 */
export const expectedMoment = (state: Commitment, rules: Rules, at: Instant): Moment | null =>
  nextMoment(state.ladder.waitingFor.length === 0 ? state : { ...state, ladder: { ...state.ladder, waitingFor: [], notBefore: nextOpening(rules, at) } }, rules);

const MOMENT_WORDS: Readonly<Record<Moment['kind'], string>> = {
  birth: '登记', dispatch: '交办', signLimit: '签收期限', rung: '逐级督办', reviewLimit: '审核期限', lookBack: '回头看', extensionLimit: '延期审批期限', rulingLimit: '退单裁定期限', suspensionEnd: '暂停到期，恢复办理', periodEnd: '本期截止', horizon: '续排提醒', clock: '时限届满', strike: '计次',
};

/** One line for people who look at the workflow: what it waits for, and until when. */
export const describeMoment = (state: Commitment, rules: Rules, moment: Moment | null): string => {
  if (moment === null) return `${STATUS_NAMES[state.status]}，没有到时要办的事`;
  const what = moment.kind === 'rung' ? (rules.pack.rungs[moment.index]?.name ?? '') : MOMENT_WORDS[moment.kind];
  return `${STATUS_NAMES[state.status]}，下一时点：${what} ${civilDateOf(moment.at)}`;
};

/** FNV-1a, 32 bit: stable over releases, so a commitment wakes at the same place in its window every time. */
export const stableHash = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
};

/** Milliseconds after the nominal moment at which this commitment wakes. Births and dispatches are awaited, so not spread. */
export const wakeDelayMs = (state: Commitment, moment: Moment): number =>
  state.wakeSpreadMs === 0 || moment.kind === 'birth' || moment.kind === 'dispatch' ? 0 : stableHash(state.id) % state.wakeSpreadMs;
