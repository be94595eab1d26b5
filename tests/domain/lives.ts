/** Random lives for the property tests: random commands at random times, wakes early and late, mails that arrive or do not. */
import fc from 'fast-check';
import { commandSchemas, type Command } from '../../domain/commands';
import type { Calendar } from '../../domain/calendar';
import { decide, decideRecount, decideSettled, decideStrike, passMoments, type Decision } from '../../domain/decide';
import type { Fact } from '../../domain/facts';
import { askedMeasureSchema } from '../../domain/measures';
import { rhythmSchema } from '../../domain/periods';
import { isRefusal } from '../../domain/refusals';
import { forClass, type PolicyPack } from '../../domain/policy';
import { leadOf, type Commitment, type Rules } from '../../domain/state';
import { addDays, civilDate, civilDateOf, dayNumber, msOf, toInstant, type Instant } from '../../domain/time';
import { CAUSE_CODES, FINAL_NOTICE_STATES, FORECASTS, PROPOSALS } from '../../domain/vocabulary';
import { born, HANDLER, on, packs, REGISTRAR, REVIEWER, rules } from './support';

const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
};
// Rules are read-only too; the calendar keeps its day sets beside them.
deepFreeze(rules);

export interface Under { readonly pack: PolicyPack; readonly matterClass: string | null; readonly by: Rules }
const under = (pack: PolicyPack, matterClass: string | null): Under => ({ pack, matterClass, by: { ...rules, pack: forClass(pack, matterClass) } });
export const STANDARD: Under = under(rules.pack, null);
/** Every shipped pack in each of its classes. */
export const EVERY: readonly Under[] = deepFreeze(packs.flatMap((pack) => (pack.classes.length === 0 ? [under(pack, null)] : pack.classes.map(({ code }) => under(pack, code)))));
/** The same calendar but for a holiday lengthened overnight. */
const LENGTHENED: Calendar = {
  version: 'lengthened', years: { ...rules.calendar.years, 2026: { ...rules.calendar.years['2026']!, holidays: [...rules.calendar.years['2026']!.holidays, { date: '2026-06-22', name: '延长' }, { date: '2026-06-23', name: '延长' }] } },
};

export const MINUTE = 60_000;
const unit = fc.constantFrom('data', 'finance', 'gov', 'stranger');
const days = (most: number) => fc.integer({ min: -3, max: most });
/** A command but for dates, which are counted from its own day. */
export const makeCommand: fc.Arbitrary<(today: string) => Command> = fc.oneof(
  fc.constant(() => ({ name: 'dispatch' as const })),
  unit.map((u) => () => ({ name: 'sign' as const, unit: u })),
  unit.map((u) => () => ({ name: 'refuse' as const, unit: u, reason: '非本单位职责' })),
  fc.tuple(unit, fc.option(unit, { nil: undefined })).map(([u, toUnit]) => () =>
    (toUnit === undefined ? { name: 'rule' as const, unit: u, ruling: 'same' as const, reason: '维持' } : { name: 'rule' as const, unit: u, ruling: 'other' as const, toUnit, reason: '改派' })),
  fc.record({
    unit, percent: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }), unchanged: fc.boolean(), line: fc.constantFrom('', '按计划推进'),
    period: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    values: fc.option(fc.constant([{ measure: 'm1', value: 50 }]), { nil: undefined }),
    forecast: fc.option(fc.constantFrom(...FORECASTS), { nil: undefined }), causeCode: fc.option(fc.constantFrom(...CAUSE_CODES), { nil: undefined }),
  }).map((fields) => () => ({ name: 'report' as const, ...commandSchemas.report.parse(JSON.parse(JSON.stringify(fields))) })),
  fc.tuple(fc.constantFrom('data', 'finance'), fc.constantFrom('a1', 'a2', 'a3'), fc.integer({ min: 0, max: 9 })).map(([u, criterion, n]) => () => ({
    name: 'evidence' as const, id: `e${n}`, unit: u, criterion, fileName: '材料.pdf', size: n, sha256: String(n).repeat(64),
  })),
  fc.constantFrom('data', 'gov', 'finance').map((u) => () => ({ name: 'requestClosure' as const, unit: u, summary: '已完成' })),
  fc.constantFrom('accepted' as const, 'returned' as const).map((result) => () => ({ name: 'review' as const, result, reasonCode: 'notSolved' as const, text: '意见' })),
  days(40).map((n) => (today: string) => ({ name: 'amend' as const, due: addDays(today, n), reason: '调整' })),
  fc.tuple(fc.constantFrom('passed' as const, 'failed' as const), days(40)).map(([result, n]) => (today: string) => ({ name: 'lookBack' as const, result, text: '核查', newDue: addDays(today, n) })),
  fc.constant(() => ({ name: 'terminate' as const, reason: '政策调整' })),
  fc.tuple(unit, days(60)).map(([u, n]) => (today: string) => ({ name: 'requestExtension' as const, unit: u, to: addDays(today, n), reason: '审批未完', progress: '过半' })),
  fc.tuple(fc.boolean(), days(60)).map(([good, n]) => (today: string) => ({ name: 'decideExtension' as const, result: good ? 'granted' as const : 'refused' as const, newDue: addDays(today, n), text: '意见' })),
  fc.tuple(fc.constantFrom('superior' as const, 'external' as const), fc.option(days(100), { nil: undefined })).map(([kind, n]) => (today: string) => ({
    name: 'suspend' as const, reason: '等批复', counterparty: { kind, name: '省厅' }, ...(n === undefined ? {} : { until: addDays(today, n) }),
  })),
  fc.constant(() => ({ name: 'resume' as const, text: '已答复' })),
  fc.tuple(unit, unit).map(([u, toUnit]) => () => ({ name: 'transfer' as const, unit: u, toUnit, reason: '职责调整' })),
  fc.tuple(unit, days(60)).map(([toUnit, n]) => (today: string) => ({ name: 'raise' as const, toUnit, due: addDays(today, n), reason: '久拖未决' })),
  fc.option(days(30), { nil: undefined }).map((n) => (today: string) => ({ name: 'instruct' as const, leader: '李副市长', text: '抓紧', ...(n === undefined ? {} : { newDue: addDays(today, n) }) })),
  fc.integer({ min: 0, max: 100 }).map((target) => () => ({ name: 'setTarget' as const, measure: 'm1', target, reason: '下达' })),
  fc.option(days(30), { nil: undefined }).map((n) => (today: string) => ({
    name: 'decompose' as const, ...(n === undefined ? { none: '会议未议定任务' } : { children: [{ title: '子任务', lead: 'gov', due: addDays(today, n), acceptance: ['完成'] }] }),
  })),
  fc.constant(() => ({ name: 'completeStage' as const, stage: 'draft', note: '已成稿' })),
  fc.constantFrom('优秀', '不合格').map((grade) => () => ({ name: 'gradeStage' as const, unit: 'data', stage: 'day1', grade, text: '阅' })),
  fc.tuple(fc.constantFrom(...PROPOSALS), fc.constantFrom('approved' as const, 'declined' as const)).map(([proposal, result]) => () => ({ name: 'decideProposal' as const, proposal, result, text: '意见' })),
  fc.constant(() => ({ name: 'notPursue' as const, reason: '上位文件废止' })),
  days(60).map((n) => (today: string) => ({ name: 'reopen' as const, reason: '仍需办理', newDue: addDays(today, n) })),
);
/** What a person would do next, so that random lives also reach their ends. */
const sensible = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 30 }), fc.boolean()).map(([good, n, first]) => (today: string, state: Commitment): Command => {
  const lead = leadOf(state).unit;
  const asked = state.units.find((part) => part.pendingRefusal !== null);
  if (asked) {
    return good ? { name: 'rule', unit: asked.unit, ruling: 'same', reason: '维持' }
      : { name: 'rule', unit: asked.unit, ruling: 'other', toUnit: `new${n}`, reason: '改派' };
  }
  const graded = state.units.flatMap((part) => part.stages.filter(({ grade }) => grade === null).map(({ code }) => ({ unit: part.unit, code })))[0];
  if (graded && first && state.status !== 'SUSPENDED') return { name: 'gradeStage', unit: graded.unit, stage: graded.code, grade: good ? '良好' : '不合格', text: '阅' };
  const lacking = state.acceptance.find((a) => !state.evidence.some((e) => e.criterion === a.id));
  switch (state.status) {
    case 'REGISTERED':
      return first ? { name: 'amend', due: addDays(today, n), reason: '调整' } : { name: 'dispatch' };
    case 'DISPATCHED':
      return good || first ? { name: 'sign', unit: lead } : { name: 'refuse', unit: lead, reason: '非本单位职责' };
    case 'SIGNED': case 'IN_PROGRESS':
      if (good && n === 20) return { name: 'suspend', reason: '等批复', counterparty: { kind: 'superior', name: '省厅' } };
      if (state.extension.pending && n < 6) return { name: 'decideExtension', result: good ? 'granted' : 'refused', newDue: addDays(state.due > today ? state.due : today, n + 1), text: '意见' };
      if (!good && n > 24) return { name: 'requestExtension', unit: lead, to: addDays(state.due > today ? state.due : today, n), reason: '审批未完', progress: '过半' };
      if (first && n > 20) return { name: 'report', unit: lead, line: '推进中', percent: n * 3, causeCode: 'other' };
      return lacking ? { name: 'evidence', id: `x${n}`, unit: lead, criterion: lacking.id, fileName: '甲.pdf', size: 1, sha256: 'a'.repeat(64) }
        : { name: 'requestClosure', unit: lead, summary: '已完成' };
    case 'UNDER_REVIEW':
      return { name: 'review', result: good ? 'accepted' : 'returned', reasonCode: 'notSolved', text: '意见' };
    default:
      return { name: 'lookBack', result: good && first ? 'passed' : 'failed', text: '核查', newDue: addDays(today, n) };
  }
});

type Act =
  | { readonly do: 'wake' }
  | { readonly do: 'command'; readonly make: (today: string, state: Commitment) => Command; readonly actor: typeof HANDLER }
  | { readonly do: 'recount' }
  | { readonly do: 'repin'; readonly to: Under }
  | { readonly do: 'settle'; readonly which: number; readonly outcome: (typeof FINAL_NOTICE_STATES)[number] };
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Act>({ do: 'wake' }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('command' as const), make: makeCommand, actor: fc.constantFrom(HANDLER, REGISTRAR, REVIEWER) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('command' as const), make: sensible, actor: fc.constantFrom(HANDLER, REVIEWER) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const), which: fc.nat(3), outcome: fc.constantFrom(...FINAL_NOTICE_STATES) }) },
);
const changeOfRules: fc.Arbitrary<Act> = fc.oneof(fc.constant<Act>({ do: 'recount' }), fc.record({ do: fc.constant('repin' as const), to: fc.constantFrom(...EVERY) }));
const step = fc.record({
  // Mostly hours and days, sometimes an outage of months; some exactly on the hour at which things turn.
  minutes: fc.oneof(fc.nat(600), fc.nat(8 * 1440), fc.constant(1440), fc.integer({ min: 1440, max: 120 * 1440 })),
  act,
});
const birth = fc.record({
  day: fc.integer({ min: dayNumber('2026-01-04'), max: dayNumber('2026-11-20') }).map(civilDate),
  dueIn: fc.integer({ min: 0, max: 60 }), stretch: fc.boolean(), co: fc.boolean(), later: fc.nat(12), plan: fc.boolean(),
});
export const newborn = (b: { day: string; dueIn: number; stretch: boolean; co: boolean; later: number; plan: boolean }, { by, matterClass }: Under = STANDARD): Commitment => born({
  ...(matterClass === null ? {} : { matterClass, arrivedAt: on(b.day, '08:00') }),
  due: addDays(b.day, b.dueIn), stretch: b.stretch, coUnits: b.co ? ['finance'] : [], acceptance: ['一', '二'],
  ...(b.co && b.later % 5 === 1 ? { stages: [{ code: 'draft', name: '起草', numbered: false }], spawnsChildren: true } : {}),
  ...(b.later % 3 === 0 ? { kind: 'recurring' as const, rhythm: rhythmSchema.parse(b.stretch ? { every: 'month' } : b.co ? { every: 'days', days: 9 } : { every: 'week' }) } : {}),
  measures: b.plan ? [askedMeasureSchema.parse({ name: '归集率', unit: '%', baseline: 10, ...(b.stretch ? {} : { target: 90, stretch: 99 }) })] : [],
  ...(b.later > 6 && b.later - 6 <= b.dueIn ? { dispatchOn: addDays(b.day, b.later - 6) } : {}),
  plan: b.plan ? [{ date: b.day, percent: 0 }, { date: addDays(b.day, b.dueIn + 1), percent: 100 }] : [],
}, on(b.day, '08:30'), by);

interface Run { readonly first: Commitment; readonly states: Commitment[]; readonly facts: Fact[]; readonly now: Instant; readonly times: Instant[] }
export const live = (first: Commitment, steps: readonly { minutes: number; act: Act }[], eachStep: (before: Commitment, after: Decision, now: Instant, by: Rules) => void = () => undefined, { by: firstRules }: Under = STANDARD): Run => {
  let by = firstRules;
  let now = msOf(first.registeredAt);
  let state = deepFreeze(first);
  const facts: Fact[] = [];
  const states: Commitment[] = [];
  const times: Instant[] = [];
  const take = (decision: Decision, at: Instant): void => {
    eachStep(state, decision, at, by);
    facts.push(...decision.facts);
    state = deepFreeze(decision.state);
    states.push(state);
    times.push(at);
  };
  steps.forEach(({ minutes, act: what }, index) => {
    now += minutes * MINUTE;
    const at = toInstant(now);
    // Counted in the store, the number of a strike comes a moment later.
    if (state.strike?.n === null) take(decideStrike(state, at, { round: state.strike.round, n: 1 + (index % 4), since: state.registeredAt, earlier: [] }), at);
    if (what.do === 'wake') return take(passMoments(state, by, at), at);
    if (what.do === 'recount') {
      take(decideRecount(state, by, at, LENGTHENED, '紧急通知', REGISTRAR), at);
      if (state.calendarVersion === LENGTHENED.version) by = { ...by, calendar: LENGTHENED };
      return undefined;
    }
    if (what.do === 'repin') {
      const { pack, matterClass } = what.to;
      const command: Command = { name: 'repin', pack: pack.name, version: pack.version, reason: '换版', ...(matterClass === null ? {} : { matterClass }) };
      const moved = decide(state, command, { at, actor: REGISTRAR, updateId: `u${index}`, pack }, by);
      if (isRefusal(moved)) return undefined;
      take(moved, at);
      by = { ...by, pack: forClass(pack, state.matterClass) };
      return undefined;
    }
    if (what.do === 'settle') {
      const id = state.ladder.waitingFor[what.which] ?? `nobody:${what.which}`;
      return take(decideSettled(state, by, at, id, what.outcome), at);
    }
    const decision = decide(state, deepFreeze(what.make(civilDateOf(at), passMoments(state, by, at).state)), { at, actor: what.actor, updateId: `u${index}` }, by);
    if (!isRefusal(decision)) take(decision, at);
    return undefined;
  });
  return { first, states, facts, now: toInstant(now), times };
};
/** Under any pack in any class, with changes of rules among the rest. */
export const anyLife = fc.tuple(birth, fc.array(fc.oneof({ weight: 9, arbitrary: step }, { weight: 1, arbitrary: fc.record({ minutes: fc.nat(8 * 1440), act: changeOfRules }) }), { minLength: 1, maxLength: 12 }), fc.constantFrom(...EVERY));
export const aLife = fc.tuple(birth, fc.array(step, { minLength: 1, maxLength: 40 }));
