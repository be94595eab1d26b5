/** Every shipped pack: its numbers as domain.md, section 5, has them, and what must hold of any life under any of them. */
import fc from 'fast-check';
import { loadPolicies } from '../../config/policies';
import { applyAll } from '../../domain/apply';
import type { Command } from '../../domain/commands';
import { decideStrike } from '../../domain/decide';
import type { Fact } from '../../domain/facts';
import { linesAhead } from '../../domain/lines';
import { nextMoment } from '../../domain/moments';
import { forClass, policyPackSchema, type PolicyPack } from '../../domain/policy';
import { commitmentSchema, leadOf, type Commitment } from '../../domain/state';
import { addDays, addMonths, civilDateOf, instantAt, msOf, toInstant, type Instant } from '../../domain/time';
import { closure, evidence, HANDLER, type Life, lifeUnder, on, REVIEWER, sendBack, accept, sign } from './support';

const packs = loadPolicies();
const named = (name: string): PolicyPack => {
  const pack = packs.find((one) => one.name === name);
  if (!pack) throw new Error(`no pack ${name}`);
  return pack;
};
const clocks = (pack: PolicyPack, matterClass: string): string[] => forClass(pack, matterClass).clocks.map((c) => `${c.code} ${c.limit.offset}${c.limit.days}`);

describe('the shipped packs', () => {
  it('are the seven of domain.md, section 5', () => {
    expect(packs.map((pack) => `${pack.name}@${pack.version}`).sort()).toEqual(['13710@4', '710@3', '三个第一时间@3', '三单@2', '三次问责@2', '三色督办单@3', '标准@2'].sort());
  });
  it.each([
    ['13710', 'ordinary', ['day1 1d', 'day3 3d', 'day7 7d']],
    ['13710', 'hard', ['day1 1d', 'day3 3d', 'month1 1month']],
    ['710', 'ordinary', ['day7 7d']],
    ['710', 'complex', ['month1 1month']],
    ['三个第一时间', 'life', ['accept 24h', 'dispatch 24h', 'sign 15min', 'reply 2h', 'settle 0d', 'callBack 1d']],
    ['三个第一时间', 'utility', ['accept 24h', 'dispatch 24h', 'sign 30min', 'reply 24h', 'settle 0d', 'callBack 1d']],
    ['三个第一时间', 'enquiry', ['accept 24h', 'dispatch 24h', 'sign 1wd', 'reply 7d', 'settle 3wd', 'callBack 1d']],
    ['三个第一时间', 'complaint', ['accept 24h', 'dispatch 24h', 'sign 1wd', 'reply 15d', 'settle 13wd', 'callBack 1d']],
  ])('%s keeps its clocks for %s (rules 1, 2, 6, 7, 8)', (name, matterClass, expected) => {
    expect(clocks(named(name), matterClass)).toEqual(expected);
  });
  it('are whole packs also as they run for one class: the workflow parses what it is handed', () => {
    const classed = packs.flatMap((pack) => pack.classes.map((one) => forClass(pack, one.code)));
    expect(classed).toHaveLength(8);
    for (const pack of classed) expect(policyPackSchema.parse(JSON.parse(JSON.stringify(pack)))).toStrictEqual(pack);
  });
  it('have the rungs, strikes and checks of their tables', () => {
    const rungs = (name: string): string[] => named(name).rungs.map((r) => `${r.document} ${r.anchor}${r.offset}${r.days}`);
    expect(rungs('三色督办单')).toEqual(['蓝色督办单 due-3wd', '黄色督办单 behindPlan0wd', '红色督办单 due1wd']);
    expect(rungs('三单')).toEqual(['催办单 due1wd', '督办通知单 due5wd']);
    expect(named('三次问责').strikes?.steps.map((step) => `${step.document}→${step.to.join('+')}`)).toEqual(['通报告知单→handler+unitHead', '约谈建议→sponsor', '问责建议→sponsor']);
    expect(named('710').clearance?.on).toEqual(['12-31']);
    expect(named('710').hours.cutoff).toBe('17:00');
  });
});

const step = fc.record({ minutes: fc.oneof(fc.nat(600), fc.nat(5 * 1440), fc.constant(1440), fc.integer({ min: 1440, max: 60 * 1440 })), what: fc.nat(13), n: fc.nat(40), settle: fc.boolean() });
const aLife = fc.record({
  pack: fc.constantFrom(...packs), which: fc.nat(3), day: fc.integer({ min: 0, max: 300 }), hour: fc.constantFrom('08:30', '10:15', '17:29', '17:30', '23:10'),
  dueIn: fc.integer({ min: 0, max: 60 }), plan: fc.boolean(), later: fc.nat(9), steps: fc.array(step, { maxLength: 14 }),
});
type ALife = typeof aLife extends fc.Arbitrary<infer T> ? T : never;

const newborn = ({ pack, which, day, hour, dueIn, plan, later }: ALife): Life => {
  const from = addDays('2026-01-05', day);
  const matterClass = pack.classes[which % Math.max(1, pack.classes.length)]?.code;
  const due = addDays(from, dueIn);
  return lifeUnder(pack, {
    due, ...(matterClass === undefined ? {} : { matterClass }), ...(plan && dueIn > 2 ? { plan: [{ date: from, percent: 0 }, { date: due, percent: 100 }] } : {}),
    ...(later > 6 && dueIn > 4 ? { dispatchOn: addDays(from, 2) } : {}),
  }, instantAt(from, hour));
};
const commandOf = ({ what, n }: { what: number; n: number }, today: string, state: Commitment): Command | null => {
  const due = state.due > today ? state.due : today;
  const commands: readonly (Command | null)[] = [
    null, null, sign, evidence('a1', 'a'), closure, accept, sendBack,
    { name: 'report', unit: 'data', line: '推进中', percent: n * 2, causeCode: 'other' },
    { name: 'amend', due: addDays(today, n), reason: '调整' },
    n % 2 ? { name: 'suspend', reason: '等批复', counterparty: { kind: 'superior', name: '省厅' } } : { name: 'resume', text: '已答复' },
    { name: 'requestExtension', unit: 'data', to: addDays(due, n + 1), reason: '审批未完', progress: '过半' },
    { name: 'repin', pack: packs[n % packs.length]?.name ?? '', version: packs[n % packs.length]?.version ?? 1, reason: '换版', ...(packs[n % packs.length]?.classes[0] ? { matterClass: packs[n % packs.length]?.classes[0]?.code ?? '' } : {}) },
    { name: 'lookBack', result: n % 2 ? 'passed' : 'failed', text: '核查', newDue: addDays(today, n) },
    { name: 'gradeStage', unit: 'data', stage: leadOf(state).stages.find(({ grade }) => grade === null)?.code ?? 'day1', grade: n % 2 ? '不合格' : '良好', text: '阅' },
  ];
  return commands[what] ?? null;
};
/** @param check after each step, with the facts it made and its time */
const live = (a: ALife, check: (life: Life, made: readonly Fact[], now: Instant) => void = () => undefined): Life => {
  const life = newborn(a);
  let now = life.state.registeredAt;
  for (const one of a.steps) {
    now = toInstant(msOf(now) + one.minutes * 60_000);
    const before = life.facts.length;
    const command = commandOf(one, civilDateOf(now), life.state);
    if (command === null) life.wake(now);
    else if (life.try(command, now, command.name === 'review' || command.name === 'gradeStage' ? REVIEWER : HANDLER)) life.wake(now);
    check(life, life.facts.slice(before), now);
    if (one.settle) life.settle(now);
    if (life.state.strike?.n === null) life.take(decideStrike(life.state, now, { round: life.state.strike.round, n: 1, since: instantAt(addMonths(civilDateOf(now), -12), '00:00'), earlier: [] }));
  }
  return life;
};

describe('a life under any pack', () => {
  it('tells what time brought in the order of its moments, none after now, and none is left behind', () => {
    fc.assert(fc.property(aLife, (a) => {
      let last = '';
      live({ ...a, steps: a.steps.map((one) => ({ ...one, settle: false })) }, (life, made, now) => {
        for (const fact of made) {
          expect(fact.at >= last).toBe(true);
          expect(fact.at <= now).toBe(true);
          last = fact.at;
        }
        const next = nextMoment(life.state, life.by);
        if (next) expect(next.at > now).toBe(true);
      });
    }), { numRuns: 150 });
  });

  it('tells each rung, clock and strike at most once, and every mail but once', () => {
    fc.assert(fc.property(aLife, (a) => {
      const life = live(a);
      // A stage or a request for closure that was sent back may be missed anew, and so may what was opened again.
      const returns = (clock: string, before: number): number => life.facts.filter((fact) => fact.seq < before
        && (fact.type === 'stageGraded' ? fact.stage === clock && fact.redoBy !== null : fact.type === 'returned' || fact.type === 'reopened')).length;
      const told = life.facts.flatMap((fact) => (fact.type === 'rungReached' ? [fact.rung, ...fact.collapsed].map((rung) => `${rung} r${fact.round}`)
        : fact.type === 'clockMissed' ? [`${fact.clock} ${fact.unit} ${returns(fact.clock, fact.seq)}`] : fact.type === 'struck' ? [`strike r${fact.round}`] : []));
      expect(new Set(told).size).toBe(told.length);
      expect(new Set(life.notices.map((notice) => notice.id)).size).toBe(life.notices.length);
      const lines = linesAhead(life.state, life.by, life.facts.at(-1)?.recordedAt ?? life.state.registeredAt, life.state.plannedUntil);
      expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length);
    }), { numRuns: 150 });
  });

  it('is rebuilt from its facts, as JSON', () => {
    fc.assert(fc.property(aLife, (a) => {
      const first = newborn(a).state;
      const life = live(a);
      expect(applyAll(first, life.facts)).toStrictEqual(life.state);
      expect(commitmentSchema.parse(JSON.parse(JSON.stringify(life.state)))).toStrictEqual(life.state);
    }), { numRuns: 80 });
  });
});

describe('a slip by sequence (rule 11)', () => {
  it('is issued when the limit of the one before has passed, and by importance may start higher', () => {
    const base = named('三色督办单');
    const [blue, yellow, red] = base.rungs;
    const pack: PolicyPack = { ...base, rungs: [blue!, { ...yellow!, anchor: 'previous', offset: 3 }, { ...red!, anchor: 'previous', offset: 2 }] };
    // Three working days to answer each: of Tuesday 17 March to Friday, 17:30, of Monday the 23rd to Thursday.
    expect(lifeUnder(pack, { due: '2026-03-20' }, on('2026-03-02')).daysUntil('2026-03-02', '2026-04-30').rungs()).toEqual(['blueSlip 03-17 08:30', 'yellowSlip 03-23 08:30', 'redSlip 03-27 08:30']);
  });
});
