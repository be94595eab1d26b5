/** Random lives: random commands at random times, wakes early and late, mails that arrive or do not. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { apply, applyAll } from '../../domain/apply';
import { COMMAND_NAMES, commandSchemas, type Command } from '../../domain/commands';
import { decide, decideSettled, passMoments, type Decision } from '../../domain/decide';
import type { Fact } from '../../domain/facts';
import { chainFacts, GENESIS_HASH, verifyChain } from '../../domain/ledger-chain';
import { bandsAhead, light } from '../../domain/light';
import { linesAhead } from '../../domain/lines';
import { askedMeasureSchema } from '../../domain/measures';
import { rhythmSchema } from '../../domain/periods';
import { nextMoment } from '../../domain/moments';
import { noticesOf, stillOwed } from '../../domain/notices';
import { isRefusal } from '../../domain/refusals';
import { commitmentSchema, leadOf, type Commitment } from '../../domain/state';
import { addDays, civilDateOf, dayNumber, civilDate, msOf, toInstant, type Instant } from '../../domain/time';
import { addWorkingDays, isWorkingDay } from '../../domain/calendar';
import { CAUSE_CODES, FINAL_NOTICE_STATES, FORECASTS } from '../../domain/vocabulary';
import { born, HANDLER, Life, on, REGISTRAR, REVIEWER, rules } from './support';

const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
};
// Rules are read-only too; the calendar keeps its day sets beside them.
deepFreeze(rules);

const MINUTE = 60_000;
const unit = fc.constantFrom('data', 'finance', 'gov', 'stranger');
const days = (most: number) => fc.integer({ min: -3, max: most });
/** A command but for dates, which are counted from its own day. */
const makeCommand: fc.Arbitrary<(today: string) => Command> = fc.oneof(
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
  | { readonly do: 'settle'; readonly which: number; readonly outcome: (typeof FINAL_NOTICE_STATES)[number] };
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Act>({ do: 'wake' }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('command' as const), make: makeCommand, actor: fc.constantFrom(HANDLER, REGISTRAR, REVIEWER) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('command' as const), make: sensible, actor: fc.constantFrom(HANDLER, REVIEWER) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const), which: fc.nat(3), outcome: fc.constantFrom(...FINAL_NOTICE_STATES) }) },
);
const step = fc.record({
  // Mostly hours and days, sometimes an outage of months; some exactly on the hour at which things turn.
  minutes: fc.oneof(fc.nat(600), fc.nat(8 * 1440), fc.constant(1440), fc.integer({ min: 1440, max: 120 * 1440 })),
  act,
});
const birth = fc.record({
  day: fc.integer({ min: dayNumber('2026-01-04'), max: dayNumber('2026-11-20') }).map(civilDate),
  dueIn: fc.integer({ min: 0, max: 60 }), stretch: fc.boolean(), co: fc.boolean(), later: fc.nat(12), plan: fc.boolean(),
});
const newborn = (b: { day: string; dueIn: number; stretch: boolean; co: boolean; later: number; plan: boolean }): Commitment => born({
  due: addDays(b.day, b.dueIn), stretch: b.stretch, coUnits: b.co ? ['finance'] : [], acceptance: ['一', '二'],
  ...(b.later % 3 === 0 ? { kind: 'recurring' as const, rhythm: rhythmSchema.parse(b.stretch ? { every: 'month' } : b.co ? { every: 'days', days: 9 } : { every: 'week' }) } : {}),
  measures: b.plan ? [askedMeasureSchema.parse({ name: '归集率', unit: '%', baseline: 10, ...(b.stretch ? {} : { target: 90, stretch: 99 }) })] : [],
  ...(b.later > 6 && b.later - 6 <= b.dueIn ? { dispatchOn: addDays(b.day, b.later - 6) } : {}),
  plan: b.plan ? [{ date: b.day, percent: 0 }, { date: addDays(b.day, b.dueIn + 1), percent: 100 }] : [],
}, on(b.day, '08:30'));

interface Run { readonly first: Commitment; readonly states: Commitment[]; readonly facts: Fact[]; readonly now: Instant; readonly times: Instant[] }
const live = (first: Commitment, steps: readonly { minutes: number; act: Act }[], eachStep: (before: Commitment, after: Decision, now: Instant) => void = () => undefined): Run => {
  let now = msOf(first.registeredAt);
  let state = deepFreeze(first);
  const facts: Fact[] = [];
  const states: Commitment[] = [];
  const times: Instant[] = [];
  const take = (decision: Decision, at: Instant): void => {
    eachStep(state, decision, at);
    facts.push(...decision.facts);
    state = deepFreeze(decision.state);
    states.push(state);
    times.push(at);
  };
  steps.forEach(({ minutes, act: what }, index) => {
    now += minutes * MINUTE;
    const at = toInstant(now);
    if (what.do === 'wake') return take(passMoments(state, rules, at), at);
    if (what.do === 'settle') {
      const id = state.ladder.waitingFor[what.which] ?? `nobody:${what.which}`;
      return take(decideSettled(state, rules, at, id, what.outcome), at);
    }
    const decision = decide(state, deepFreeze(what.make(civilDateOf(at), passMoments(state, rules, at).state)), { at, actor: what.actor, updateId: `u${index}` }, rules);
    if (!isRefusal(decision)) take(decision, at);
  });
  return { first, states, facts, now: toInstant(now), times };
};
const aLife = fc.tuple(birth, fc.array(step, { minLength: 1, maxLength: 40 }));

describe('any life whatever', () => {
  it('keeps a state that its schema accepts, that JSON carries unchanged, and that its facts rebuild', () => {
    fc.assert(fc.property(aLife, ([b, steps]) => {
      const run = live(newborn(b), steps, (before, after) => {
        expect(applyAll(before, after.facts)).toStrictEqual(after.state);
        after.facts.forEach((fact, i) => expect(fact.seq).toBe(before.seq + i + 1));
      });
      for (const state of run.states.slice(-3)) {
        expect(commitmentSchema.parse(state)).toStrictEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
      }
      expect(JSON.parse(JSON.stringify(run.facts))).toStrictEqual(run.facts);
      const last = run.states.at(-1);
      if (last) expect(applyAll(run.first, run.facts)).toStrictEqual(last);
    }), { numRuns: 200 });
  });

  it('comes to every kind of fact sooner or later, else these tests would prove little', () => {
    // Always the same sample: whether a rare end is met must not hang on the day's luck.
    const seen = new Set(fc.sample(aLife, { numRuns: 600, seed: 20_260_302 }).flatMap(([b, steps]) => live(newborn(b), steps).facts.map((fact) => fact.type)));
    expect([...seen].sort()).toEqual([
      'accepted', 'amended', 'closureRequested', 'dispatched', 'evidenceAdded', 'extensionDecided', 'extensionOverdue', 'extensionRequested', 'instructed', 'lookBackDue',
      'notPursued', 'noticeSettled', 'periodEnded', 'planned', 'raised', 'refused', 'registered', 'reopened', 'reported', 'resumed', 'returned', 'reviewOverdue', 'ruled', 'rungReached', 'signed',
      'suspended', 'targetSet', 'terminated', 'transferred', 'writtenOff']);
  });

  it('has passed every moment up to now, and its next one lies ahead', () => {
    fc.assert(fc.property(aLife, ([b, steps]) => {
      live(newborn(b), steps, (_before, after, now) => {
        const awake = passMoments(after.state, rules, now);
        const next = nextMoment(awake.state, rules);
        if (next) expect(next.at > now).toBe(true);
        expect(passMoments(awake.state, rules, now).facts).toEqual([]);
      });
    }), { numRuns: 200 });
  });

  it('tells its facts in the order of their moments, none after now', () => {
    fc.assert(fc.property(aLife, ([b, steps]) => {
      let last = '';
      live(newborn(b), steps.filter((s) => s.act.do !== 'settle'), (_before, after, now) => {
        for (const fact of after.facts) {
          expect(fact.at >= last).toBe(true);
          expect(fact.at <= now).toBe(true);
          expect(fact.recordedAt).toBe(now);
          last = fact.at;
        }
      });
    }), { numRuns: 200 });
  });

  it('reaches or collapses each rung at most once a round, in order, and none on a day off', () => {
    fc.assert(fc.property(aLife, ([b, steps]) => {
      const { facts } = live(newborn(b), steps);
      const perRound = new Map<number, string[]>();
      let waiting: readonly string[] = [];
      let notBefore = '';
      for (const fact of facts) {
        if (fact.type === 'noticeSettled') {
          // A failed mail that no rung waits for is told to the registrar and holds nothing back.
          const awaited = waiting.includes(fact.noticeId);
          waiting = waiting.filter((id) => id !== fact.noticeId);
          if (awaited && waiting.length === 0) notBefore = on(addWorkingDays(rules.calendar, civilDateOf(fact.at), 1), '08:30');
        }
        if ((fact.type === 'amended' || fact.type === 'extensionDecided') && fact.newRound || fact.type === 'reopened' || fact.type === 'raised' || (fact.type === 'transferred' && fact.to.role === 'lead')) {
          waiting = [];
          notBefore = '';
        }
        if (fact.type !== 'rungReached') continue;
        expect(waiting).toEqual([]);
        expect(fact.at >= notBefore).toBe(true);
        expect(isWorkingDay(rules.calendar, civilDateOf(fact.at))).toBe(true);
        perRound.set(fact.round, [...(perRound.get(fact.round) ?? []), ...fact.collapsed, fact.rung]);
        waiting = fact.waitingFor;
      }
      for (const codes of perRound.values()) expect(codes).toEqual(rules.pack.rungs.slice(0, codes.length).map((r) => r.code));
    }), { numRuns: 300 });
  });

  it('comes to the same, woken rarely or woken often, but for how many rungs collapse', () => {
    const plain = (facts: readonly Fact[]): unknown[] => facts.flatMap((fact) => {
      if (fact.type === 'rungReached' || fact.type === 'planned' || fact.type === 'noticeSettled') return [];
      // Sequences and the time of recording tell of the wakes, not of the matter.
      const { seq: _seq, recordedAt: _recorded, ...rest } = fact;
      return [rest.type === 'registered' ? { ...rest, state: null } : rest];
    });
    fc.assert(fc.property(aLife, ([b, steps]) => {
      const commands = steps.filter((s) => s.act.do === 'command').map((s) => ({ ...s, minutes: s.minutes % (20 * 1440) }));
      const rare = live(newborn(b), commands);
      // The same commands at the same instants, with wakes every six hours and each awaited mail delivered at once.
      const life = new Life(newborn(b));
      let now = msOf(life.state.registeredAt);
      commands.forEach(({ minutes, act: what }, index) => {
        for (let left = minutes; left > 0; left -= 360) {
          life.wake(toInstant(now + (minutes - left) * MINUTE));
          life.settle(toInstant(now + (minutes - left) * MINUTE));
        }
        now += minutes * MINUTE;
        const at = toInstant(now);
        if (what.do !== 'command') return;
        const decision = decide(life.state, what.make(civilDateOf(at), passMoments(life.state, rules, at).state), { at, actor: what.actor, updateId: `u${index}` }, rules);
        if (!isRefusal(decision)) life.take(decision);
      });
      // A refused command at the end leaves passed moments untold on one side: tell them on both.
      const end = toInstant(now);
      const rareFacts = [...rare.facts, ...passMoments(rare.states.at(-1) ?? rare.first, rules, end).facts];
      life.wake(end);
      expect(plain(life.facts)).toEqual(plain(rareFacts));
    }), { numRuns: 120 });
  });

  it('shows in its bands what its light shows, at every instant', () => {
    fc.assert(fc.property(aLife, fc.array(fc.integer({ min: 0, max: 60 * 1440 }), { minLength: 20, maxLength: 40 }), ([b, steps], offsets) => {
      const { states, times, first } = live(newborn(b), steps.slice(0, 15));
      const state = states.at(-1) ?? first;
      const from = times.at(-1) ?? first.registeredAt;
      const until = toInstant(msOf(from) + 61 * 1440 * MINUTE);
      const bands = bandsAhead(state, rules, from, until);
      bands.forEach((band, i) => i > 0 && expect(band.from > (bands[i - 1]?.from ?? '')).toBe(true));
      for (const offset of offsets) {
        const at = toInstant(msOf(from) + offset * MINUTE);
        const band = bands.filter((candidate) => candidate.from <= at).at(-1);
        const lit = light(state, rules, at);
        expect([band?.colour, band?.reasons.length]).toEqual([lit.colour, lit.reasons.length]);
        expect(lit.reasons.length).toBeGreaterThan(0);
        expect(lit.reasons.join('')).not.toMatch(/undefined|NaN|null/);
      }
    }), { numRuns: 60 });
  });

  it('owes no two mails with one id, each of them still owed when its fact has just been written', () => {
    fc.assert(fc.property(aLife, ([b, steps]) => {
      const ids: string[] = [];
      live(newborn(b), steps, (before, after) => {
        let state = before;
        for (const fact of after.facts) {
          state = apply(state, fact);
          for (const notice of noticesOf(fact, state, rules)) {
            ids.push(notice.id);
            if (!stillOwed(notice, state)) throw new Error(`${notice.id} is not owed after ${fact.type}`);
          }
          if (fact.type === 'rungReached') {
            const awaited = noticesOf(fact, state, rules).filter((n) => n.awaited && !n.copy).map((n) => n.id);
            expect(new Set(fact.waitingFor)).toEqual(new Set(awaited));
          }
        }
      });
      expect(new Set(ids).size).toBe(ids.length);
    }), { numRuns: 200 });
  });

  it('writes lines ahead that have ids of their own, fall after the dispatch, and are owed as they stand', () => {
    fc.assert(fc.property(aLife, ([b, steps]) => {
      const { states, times } = live(newborn(b), steps.slice(0, 12));
      states.forEach((state, i) => {
        const now = times[i] as Instant;
        const lines = linesAhead(state, rules, now, state.plannedUntil);
        expect(new Set(lines.map((l) => l.id)).size).toBe(lines.length);
        expect([...lines].sort((x, y) => (x.at < y.at ? -1 : x.at > y.at ? 1 : 0)).map((l) => l.at)).toEqual(lines.map((l) => l.at));
        for (const line of lines) {
          expect(isWorkingDay(rules.calendar, civilDateOf(line.at))).toBe(true);
          expect(civilDateOf(line.at) > civilDateOf(state.dispatchedAt ?? '')).toBe(true);
          expect(stillOwed(line, state)).toBe(true);
        }
      });
    }), { numRuns: 60 });
  });

  it('has a ledger that verifies, and one changed word in it is found', () => {
    const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
    fc.assert(fc.property(aLife, fc.nat(), ([b, steps], pick) => {
      const { facts } = live(newborn(b), steps);
      const entries = chainFacts('c1', facts, '标准@1', GENESIS_HASH, sha);
      const stored = JSON.parse(JSON.stringify(entries)) as typeof entries;
      expect(verifyChain(stored, sha)).toBeNull();
      const at = stored[pick % Math.max(1, stored.length)];
      if (!at) return;
      (at.fact as { at: string }).at = '2020-01-01T00:00:00.000Z';
      expect(verifyChain(stored, sha)).toEqual({ commitment: 'c1', seq: at.seq, fault: 'altered' });
    }), { numRuns: 60 });
  });

  it('answers every command of the list with facts or a refusal in words, whatever its state', () => {
    const refusals = new Set<string>();
    fc.assert(fc.property(aLife, makeCommand, fc.nat(2000), ([b, steps], make, later) => {
      const { states, now, first } = live(newborn(b), steps.slice(0, 10));
      const at = toInstant(msOf(now) + later * MINUTE);
      const answer = decide(states.at(-1) ?? first, make(civilDateOf(at)), { at, actor: REVIEWER, updateId: 'u' }, rules);
      if (!isRefusal(answer)) return expect(answer.state.answered.at(-1)).toEqual({ updateId: 'u', seq: answer.state.seq });
      refusals.add(answer.refused);
      expect(answer.text.length * answer.hint.length).toBeGreaterThan(0);
    }), { numRuns: 400 });
    expect(refusals.size).toBeGreaterThan(8);
    expect(COMMAND_NAMES).toHaveLength(21);
  });
});

describe('the dates of the ladder', () => {
  it('are those that counting day by day gives, for any due date of the published years', () => {
    const walk = (from: string, count: number): string => {
      let day = from;
      for (let left = count; left > 0;) {
        day = addDays(day, 1);
        if (isWorkingDay(rules.calendar, day)) left -= 1;
      }
      return day;
    };
    fc.assert(fc.property(fc.integer({ min: dayNumber('2024-02-01'), max: dayNumber('2026-11-30') }).map(civilDate), (due) => {
      const from = addDays(due, -5);
      const life = new Life(born({ due }, on(from, '00:01'))).daysUntil(from, addDays(due, 45));
      const reached = life.facts.flatMap((f) => (f.type === 'rungReached' ? [civilDateOf(f.at)] : []));
      const red = walk(due, 1);
      // Weekly lines while red: Fridays, or the second working day after a Friday off.
      const lines = new Set<string>();
      for (let day = addDays(red, -21); day <= addDays(red, 40); day = addDays(day, 1)) {
        if (new Date(`${day}T00:00:00Z`).getUTCDay() !== 5) continue;
        const line = isWorkingDay(rules.calendar, day) ? day : walk(day, 2);
        if (line >= red) lines.add(line);
      }
      const third = [...lines].sort()[2] ?? '9999';
      const tenth = walk(due, 10);
      expect(reached).toEqual([red, walk(due, 3), walk(due, 5), third < tenth ? third : tenth]);
    }), { numRuns: 80 });
  });
});
