/** Random lives: random commands at random times, wakes early and late, mails that arrive or do not. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { apply, applyAll } from '../../domain/apply';
import { COMMAND_NAMES } from '../../domain/commands';
import { decide, passMoments } from '../../domain/decide';
import type { Fact } from '../../domain/facts';
import { chainFacts, GENESIS_HASH, verifyChain } from '../../domain/ledger-chain';
import { bandsAhead, light } from '../../domain/light';
import { linesAhead } from '../../domain/lines';
import { nextMoment } from '../../domain/moments';
import { noticesOf, stillOwed } from '../../domain/notices';
import { isRefusal } from '../../domain/refusals';
import { commitmentSchema } from '../../domain/state';
import { addDays, civilDateOf, dayNumber, civilDate, msOf, toInstant, type Instant } from '../../domain/time';
import { addWorkingDays, isWorkingDay } from '../../domain/calendar';
import { aLife, live, makeCommand, MINUTE, newborn } from './lives';
import { born, Life, on, REVIEWER, rules } from './support';

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
      'accepted', 'amended', 'closureRequested', 'decomposed', 'dispatched', 'evidenceAdded', 'extensionDecided', 'extensionOverdue', 'extensionRequested', 'instructed', 'lookBackDue',
      'notPursued', 'noticeSettled', 'periodEnded', 'planned', 'proposalDecided', 'raised', 'refused', 'registered', 'reopened', 'reported', 'resumed', 'returned', 'reviewOverdue', 'ruled', 'rulingOverdue', 'rungReached', 'signed',
      'stageCompleted', 'suspended', 'targetSet', 'terminated', 'transferred', 'writtenOff']);
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
          waiting = [...waiting.filter((id) => id !== fact.noticeId), ...(fact.waitsFor ?? [])];
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
    expect(COMMAND_NAMES).toHaveLength(26);
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
