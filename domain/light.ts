/** The light of a commitment at an instant: computed, and explained in words. A self-report can only worsen it. */
import { workingDaysBetween } from './calendar';
import { lightClocks, missedWords } from './clocks';
import { behindWords } from './measures';
import { missedPeriods, periodWords, presentLight } from './periods';
import { redFrom, shiftDate } from './moments';
import { plannedPercent } from './planned';
import { leadOf, type Commitment, type Rules } from './state';
import { addDays, civilDateOf, daysBetween, instantAt, type CivilDate, type Instant } from './time';
import { assertNever, LIGHT_COLOURS, LIGHT_NAMES, LIGHT_WORDS, type LightColour } from './vocabulary';

export interface Light {
  readonly colour: LightColour;
  /** Why, most weighty first; whole clauses in the office's words. */
  readonly reasons: readonly string[];
}

const worse = (a: LightColour, b: LightColour): LightColour => (LIGHT_COLOURS.indexOf(a) <= LIGHT_COLOURS.indexOf(b) ? a : b);

/** 距办结期限还有3个工作日 / 今天到期 / 逾期2个工作日, as officials say it. */
export const distanceWords = (rules: Rules, day: CivilDate, due: CivilDate): string => {
  if (day === due) return '今天到期';
  const days = workingDaysBetween(rules.calendar, day, due);
  if (day < due) return days === 0 ? '还有不到1个工作日' : `还有${days}个工作日`;
  return days === 0 ? '已过期，其后尚无工作日' : `逾期${-days}个工作日`;
};

const opening = (rules: Rules, day: CivilDate): Instant => instantAt(day, rules.pack.hours.opening);

/** A reason by its kind, beside its words: words that count days change daily, the kind only where the light's ground does. */
interface Reason { readonly kind: string; readonly text: string }
interface Lit { readonly colour: LightColour; readonly reasons: readonly Reason[] }

const openLight = (state: Commitment, rules: Rules, at: Instant): Lit => {
  const { pack, calendar } = rules;
  const day = civilDateOf(at);
  const reasons: Reason[] = [];
  let colour = 'green' as LightColour;
  const turn = (to: LightColour, kind: string, text: string): void => {
    colour = worse(colour, to);
    reasons.push({ kind, text });
  };
  const noun = state.dueKind === 'review' ? '复核日期' : '办结期限';
  const words = distanceWords(rules, day, state.due);
  const distance = day < state.due ? `距${noun}${words}` : day === state.due ? `${noun}${words}` : `${noun}${state.due}已过`;
  if (at >= redFrom(state, rules)) {
    if (state.stretch) turn('yellow', 'stretchMissed', `力争事项，过${noun}未达到（不亮红灯）`);
    else turn('red', 'overdue', `${noun}${state.due}已过，${words}`);
  } else if (pack.light.yellowBefore !== null && at >= opening(rules, shiftDate(calendar, state.due, -pack.light.yellowBefore, pack.light.days))) {
    turn('yellow', 'nearDue', distance);
  } else if (at >= opening(rules, shiftDate(calendar, state.due, -pack.light.blueBefore, pack.light.days))) {
    turn('blue', 'notice', distance);
  }
  // Like all colours, the plan's turns at the opening hour: before it, yesterday's mark counts.
  const today = at < opening(rules, day) ? addDays(day, -1) : day;
  const planned = plannedPercent(state.plan, today);
  const actual = leadOf(state).lastReport?.percent ?? 0;
  if (planned !== null && actual < planned) turn('yellow', 'behindPlan', `进度${actual}%低于序时进度${Math.round(planned * 10) / 10}%`);
  for (const measure of state.measures) {
    const behind = behindWords(measure, state.due, today);
    if (behind !== null) turn('yellow', `behind:${measure.id}`, behind);
  }
  for (const clock of lightClocks(state, rules, leadOf(state).unit)) {
    if (at >= clock.since) turn(clock.clock.light === 'red' && !state.stretch ? 'red' : 'yellow', `clock:${clock.clock.code}`, missedWords(clock, at));
  }
  const { count, oldest } = missedPeriods(state);
  if (count > 0) turn(state.stretch ? 'yellow' : 'red', 'periodMissed', oldest === null ? `以往${count}期未反馈` : count === 1 ? `${periodWords(oldest)}未反馈` : `${periodWords(oldest)}等${count}期未反馈`);
  const present = presentLight(state, rules, at);
  if (present?.colour === 'yellow') turn('yellow', 'periodDue', present.reasons.join('；'));
  const late = state.periods?.past.at(-1);
  if (late?.outcome === 'madeGood') turn('yellow', 'periodMadeGood', `${periodWords(late)}逾期后补报，转黄`);
  const forecast = leadOf(state).lastReport?.forecast ?? null;
  if (forecast === 'willMiss' || forecast === 'atRisk') turn('yellow', forecast, forecast === 'willMiss' ? '承办单位自报预计不能按期完成' : '承办单位自报按期完成有风险');
  if (state.wasRed && colour !== 'red') turn('yellow', 'wasRed', '本期曾亮红灯，补办后转黄');
  if (reasons.length === 0) reasons.push({ kind: 'onTime', text: distance });
  return { colour, reasons };
};

const one = (colour: LightColour, text: string): Lit => ({ colour, reasons: [{ kind: 'state', text }] });

const lit = (state: Commitment, rules: Rules, at: Instant): Lit => {
  switch (state.status) {
    case 'CLOSED': case 'WRITTEN_OFF':
      return one('closed', `已于${state.doneOn ?? ''}办结`);
    case 'TERMINATED': case 'NOT_PURSUED':
      return one('closed', `事项结束：${state.endReason ?? ''}`);
    case 'SUSPENDED':
      return one('paused', state.suspension === null ? '事项暂停，时钟停走' : `事项暂停，时钟停走：等待${state.suspension.counterparty.name}，至迟${state.suspension.until}恢复`);
    case 'REGISTERED':
      return one('green', `尚未交办，定于${state.dispatchOn ?? ''}交办`);
    case 'UNDER_REVIEW':
      if (state.closure?.inTime) {
        const { colour } = state.closure;
        return one(colour, colour === 'red' ? '办结期限内已申请办结，但有时限逾期，保持红灯，待审核' : `已按期申请办结，保持${LIGHT_NAMES[colour]}，待审核`);
      }
      return openLight(state, rules, at);
    case 'DISPATCHED': case 'SIGNED': case 'IN_PROGRESS':
      return openLight(state, rules, at);
    default:
      return assertNever(state.status);
  }
};

const wordsOf = ({ colour, reasons }: Lit): Light => ({ colour, reasons: reasons.map((reason) => reason.text) });

/** 黄：距办结期限还有2个工作日，进度30%低于序时进度60% */
export const lightSentence = ({ colour, reasons }: Light): string => `${LIGHT_WORDS[colour]}：${reasons.join('，')}`;

/** @returns the colour with its reasons; the pack's name and version say which rule was used */
export const light = (state: Commitment, rules: Rules, at: Instant): Light => wordsOf(lit(state, rules, at));

/** The grounds of the light by their kinds, as its reasons stand. */
export const lightGrounds = (state: Commitment, rules: Rules, at: Instant): string[] => lit(state, rules, at).reasons.map(({ kind }) => kind);

export interface Band extends Light {
  readonly from: Instant;
}

/** Instants after `from`, up to `until`, at which it may turn: opening hours, and those of clocks that run day and night. */
const turnsAhead = (state: Commitment, rules: Rules, from: Instant, until: Instant): Instant[] =>
  [...new Set([...turningDays(state, rules, from, until).map((day) => opening(rules, day)), ...lightClocks(state, rules, leadOf(state).unit).map(({ since }) => since)])]
    .filter((at) => at > from && at <= until).sort();

/** Days after `from`, up to `until`, on which the light may turn: those of its date, or every day where a plan, a measure or a rhythm is compared daily. */
const turningDays = (state: Commitment, rules: Rules, from: Instant, until: Instant): CivilDate[] => {
  const { pack: { light: { blueBefore, yellowBefore, days } }, calendar } = rules;
  const [first, last] = [civilDateOf(from), civilDateOf(until)];
  if (state.plan.length > 0 || state.measures.length > 0 || state.periods !== null) return Array.from({ length: Math.max(0, daysBetween(first, last)) + 1 }, (_, index) => addDays(first, index));
  const before = [blueBefore, ...(yellowBefore === null ? [] : [yellowBefore])].map((offset) => shiftDate(calendar, state.due, -offset, days));
  return [...new Set([...before, civilDateOf(redFrom(state, rules))])].filter((day) => day >= first && day <= last).sort();
};

/**
 * The coming turns of the light if nobody acts: one entry a change of colour or reason, from `from` up to `until`.
 * Reasons that count days change daily, so a new band starts only where the colour or the kind of reason changes:
 * the words of a band are those of its first instant, and the reader's page counts the days anew.
 */
export const bandsAhead = (state: Commitment, rules: Rules, from: Instant, until: Instant): Band[] => {
  let last = lit(state, rules, from);
  const bands: Band[] = [{ ...wordsOf(last), from }];
  // Colours turn at the opening hour (domain.md); a plan is compared once a day, at that hour.
  for (const at of turnsAhead(state, rules, from, until)) {
    const next = lit(state, rules, at);
    const same = next.colour === last.colour && next.reasons.length === last.reasons.length && next.reasons.every((r, i) => r.kind === last.reasons[i]?.kind);
    if (!same) bands.push({ ...wordsOf(next), from: at });
    last = next;
  }
  return bands;
};
