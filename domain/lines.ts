/** What the daily digest will have to say of a commitment, written ahead: first feedback, weekly line, reminders. They wake nobody. */
import { addWorkingDays, isWorkingDay, workingDayFrom, workingDaysBetween } from './calendar';
import { clockLimit, clocksOf, clockStart, clockStopped } from './clocks';
import { firstFeedbackDay } from './limits';
import { noticeIdOf, postOf } from './notice-ids';
import { shiftDate, weeklyDays } from './moments';
import { periodReminders } from './periods';
import type { NoticeDraft } from './notices';
import { leadOf, type Commitment, type Rules, type UnitPart } from './state';
import { addDays, civilDateOf, daysBetween, instantAt, isCivilDate, type CivilDate, type Instant } from './time';
import type { LineOccasion } from './vocabulary';

/** A digest gathers every line due since the last one, so lines of a missed day must still stand. Longest holiday and a weekend. */
const KEPT_DAYS = 12;

const reportedSince = (part: UnitPart, day: CivilDate): boolean => part.lastReport !== null && civilDateOf(part.lastReport.at) > day;

/** A unit has nothing left to say once it has reported all of its share done. */
export const owes = (part: UnitPart): boolean => part.role === 'lead' || part.lastReport?.percent !== 100;

/** Weekly: on the days of the pack's weekly line, or, where it has none, every seven days after the suspension began. */
const askingDays = (rules: Rules, since: CivilDate, after: CivilDate, until: CivilDate): CivilDate[] => {
  if (rules.pack.weekly !== null) return weeklyDays(rules, after, until);
  const weeks = Math.floor(daysBetween(since, until) / 7);
  const days = Array.from({ length: Math.max(0, weeks) }, (_, week) => workingDayFrom(rules.calendar, addDays(since, 7 * (week + 1))));
  return [...new Set(days)].filter((day) => day > after && day <= until);
};

/** A superior's answer that we wait for is asked after week by week, by ourselves: the lead's handler, who has not said a word that week, and the registrar; never the superior. */
const answersAhead = (state: Commitment, rules: Rules, asOf: Instant, until: Instant): NoticeDraft[] => {
  if (state.suspension?.counterparty.kind !== 'superior') return [];
  const lead = leadOf(state);
  const { unit } = lead;
  const since = civilDateOf(state.suspension.at);
  const from = [addDays(civilDateOf(asOf), -KEPT_DAYS), since].sort().at(-1) ?? '';
  return askingDays(rules, since, from, civilDateOf(until)).flatMap((day) => (['handler', 'registrar'] as const).filter((kind) => kind === 'registrar' || !reportedSince(lead, addDays(day, -7))).map((postKind): NoticeDraft => {
    const post = postOf(state, postKind, unit);
    return {
      id: noticeIdOf(state.id, 'awaitAnswer', day, post), commitment: state.id, occasion: 'awaitAnswer', period: day, post, postKind, unit,
      at: instantAt(day, rules.pack.hours.opening), factSeq: null, slip: null, awaited: false, copy: false,
    };
  }));
};

/** A stage reported on one day by several units is one thing to look at. */
export const stageLinePeriod = (code: string, reportedAt: Instant): string => `${code}-${civilDateOf(reportedAt)}`;

/** Reported stages that wait for their grade: told once to who grades them, on the working day after the report. */
const gradingAhead = (state: Commitment, { pack, calendar }: Rules, from: CivilDate, last: CivilDate): NoticeDraft[] => state.units.flatMap(({ unit, stages }) => stages.flatMap(({ code, at, grade }) => {
  const day = addWorkingDays(calendar, civilDateOf(at), 1);
  if (grade !== null || day <= from || day > last) return [];
  const period = stageLinePeriod(code, at);
  return (pack.stageReview?.by ?? []).map((postKind): NoticeDraft => {
    const post = postOf(state, postKind, unit);
    return {
      id: noticeIdOf(state.id, 'stageReview', period, post), commitment: state.id, occasion: 'stageReview', period, post, postKind, unit,
      at: instantAt(day, pack.hours.opening), factSeq: null, slip: null, awaited: false, copy: false,
    };
  });
}));

/** 清零 days in (after, until]: a day off is checked on the last working day before. */
const clearanceDays = ({ pack, calendar }: Rules, after: CivilDate, until: CivilDate): CivilDate[] => {
  const years = [Number(after.slice(0, 4)), Number(until.slice(0, 4))];
  return [...new Set(years)].flatMap((year) => (pack.clearance?.on ?? []).flatMap((day) => {
    const date = `${year}-${day}`;
    if (!isCivilDate(date)) return [];
    const checked = isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, -1);
    return checked > after && checked <= until ? [checked] : [];
  }));
};

/**
 * The lines of each unit that still owes something, each on the opening hour of its day, in (asOf − 12 days, until].
 * A line answered in the meantime is not owed: a report after dispatch serves the first feedback, one within the week its weekly line.
 */
export const linesAhead = (state: Commitment, rules: Rules, asOf: Instant, until: Instant): NoticeDraft[] => {
  if (state.status === 'SUSPENDED') return answersAhead(state, rules, asOf, until);
  if (state.status !== 'DISPATCHED' && state.status !== 'SIGNED' && state.status !== 'IN_PROGRESS') return [];
  const { pack, calendar } = rules;
  const from = addDays(civilDateOf(asOf), -KEPT_DAYS);
  const last = civilDateOf(until);
  const lines: NoticeDraft[] = [];
  for (const part of state.units.filter(owes)) {
    const dispatched = civilDateOf(part.dispatchedAt);
    const add = (occasion: LineOccasion, period: string, day: CivilDate): void => {
      // "A moment on or before the day of dispatch is not owed" (domain.md, settled readings).
      if (day <= dispatched || day <= from || day > last) return;
      for (const postKind of pack.reminderTo) {
        const post = postOf(state, postKind, part.unit);
        const id = noticeIdOf(state.id, occasion, period, post);
        lines.push({
          id, commitment: state.id, occasion, period, post, postKind, unit: part.unit,
          at: instantAt(day, pack.hours.opening), factSeq: null, slip: null, awaited: false, copy: false,
        });
      }
    };
    const feedbackDay = firstFeedbackDay(part, rules);
    if (feedbackDay !== null && part.reports === 0) add('firstFeedback', dispatched, feedbackDay);
    // The first week begins with the day of dispatch itself.
    // A rhythm of its own takes the place of the weekly line.
    if (state.periods !== null) {
      const { now } = state.periods;
      if (part.role === 'lead' && now?.reportedAt === null) periodReminders(rules, state.periods).forEach(({ before, day }) => add('periodDue', `p${now.index}-${before}`, day));
    }
    let previous = addDays(dispatched, -1);
    for (const day of state.periods === null ? weeklyDays(rules, dispatched, last) : []) {
      const longEnough = workingDaysBetween(calendar, dispatched, day) >= (pack.weekly?.minWorkingDays ?? 0);
      if (longEnough && !reportedSince(part, previous)) add('weekly', day, day);
      previous = day;
    }
    for (const clock of clocksOf(pack, part)) {
      const start = clockStart(state, clock, part);
      // One that was sent back has had a mail of its own.
      const again = part.stages.some(({ code }) => code === clock.code);
      if (clock.announced && !again && start !== null && !clockStopped(state, clock, part)) add('stage', `${clock.code}-${clock.reports}`, civilDateOf(clockLimit(state, rules, clock, start, part)));
    }
    for (const reminder of pack.reminders) {
      const day = shiftDate(calendar, state.due, -reminder.before, reminder.days);
      if (state.resumedAt === null || day > civilDateOf(state.resumedAt)) add('reminder', `${state.due}-${reminder.before}`, day);
    }
  }
  lines.push(...gradingAhead(state, rules, from, last));
  for (const day of clearanceDays(rules, from, last)) {
    const unit = leadOf(state).unit;
    if (day <= civilDateOf(leadOf(state).dispatchedAt)) continue;
    for (const postKind of pack.clearance?.to ?? []) {
      const post = postOf(state, postKind, unit);
      lines.push({
        id: noticeIdOf(state.id, 'clearance', day, post), commitment: state.id, occasion: 'clearance', period: day, post, postKind, unit,
        at: instantAt(day, pack.hours.opening), factSeq: null, slip: null, awaited: false, copy: false,
      });
    }
  }
  // A post of the item, not of a unit, is told once, however many units owe something.
  return [...new Map(lines.map((line) => [line.id, line])).values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
};
