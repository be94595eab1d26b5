/** A deadline moved, a stop, a closure or a transfer at the moment of a claim (quality.md, R15), on a real MongoDB. */
import { createApplyEffects } from '../../activities/apply-effects';
import { loadCalendar } from '../../config/calendars';
import { loadDefaults } from '../../config/defaults';
import { loadPolicies } from '../../config/policies';
import { decide, passMoments } from '../../domain/decide';
import type { Command } from '../../domain/commands';
import type { Fact } from '../../domain/facts';
import { GENESIS_HASH } from '../../domain/ledger-chain';
import { stillOwed } from '../../domain/notices';
import { isRefusal } from '../../domain/refusals';
import { register, registrationSchema } from '../../domain/register';
import type { Commitment, Rules } from '../../domain/state';
import { instantAt, type Instant } from '../../domain/time';
import { startEngines, type Engines } from '../../scripts/engines';
import { verifyLedger } from '../../scripts/verify';
import { openStores, type Stores } from '../../stores';
import { rawCollection } from '../../stores/connection';
import type { NoticeRecord } from '../../stores/notices';
import { eventually } from '../support/world';
import { organisation } from '../support/organisation';

/** The short form; the whole one: YANXING_RACES=1000 npm run jest -- tests/faults/race */
const ROUNDS = Number(process.env['YANXING_RACES'] ?? 100);
const REGISTERED = instantAt('2026-03-02', '09:00');
const AFTER_DUE = instantAt('2026-03-10', '09:00');

interface Case {
  readonly name: string;
  readonly before: readonly (readonly [Instant, Command])[];
  /** What is asked at the moment of the claim. */
  readonly change: Command;
  /** The occasion that it takes away. */
  readonly occasion: string;
}
const evidence: Command = { name: 'evidence', id: 'e1', unit: 'sjj', criterion: 'a1', fileName: '印发稿.txt', size: 1, sha256: 'a'.repeat(64) };
const CASES: readonly Case[] = [
  { name: 'deadline moved', before: [], change: { name: 'amend', due: '2026-04-10', reason: '推迟' }, occasion: 'chase' },
  { name: 'terminated', before: [], change: { name: 'terminate', reason: '不再办理' }, occasion: 'chase' },
  {
    name: 'closed', occasion: 'chase', change: { name: 'review', result: 'accepted', text: '同意' },
    before: [[AFTER_DUE, evidence], [AFTER_DUE, { name: 'requestClosure', unit: 'sjj', summary: '已印发' }]],
  },
  {
    name: 'transferred', occasion: 'dispatch', change: { name: 'rule', unit: 'sjj', ruling: 'other', toUnit: 'czj', reason: '职责所在' },
    before: [[REGISTERED, { name: 'refuse', unit: 'sjj', reason: '非本单位职责' }]],
  },
];

let engines: Engines;
let stores: Stores;
let rules: Rules;
beforeAll(async () => {
  engines = await startEngines({ mode: 'temporary', say: () => undefined, env: process.env, ignoreConfigured: true, temporal: false });
  stores = await openStores(engines.mongoUri);
  await stores.ensureIndexes();
  await stores.rules.install(loadPolicies(), loadCalendar());
  await stores.defaults.install(loadDefaults());
  await stores.organisation.importAll(organisation);
  const pack = await stores.rules.packInUse('标准');
  if (pack === null) throw new Error('no pack');
  rules = { pack, calendar: await stores.rules.calendar() };
});
afterAll(async () => {
  await stores.close();
  await engines.stop();
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('R15: no mail is claimed after the projection says that it is no longer owed', async () => {
  const { applyEffects } = createApplyEffects({ stores, temporal: { startNotice: async () => undefined, startCommitment: async () => undefined, strikeCounted: async () => undefined } });
  const notices = rawCollection<NoticeRecord>(stores.connection, 'notices');
  const given = (state: Commitment, command: Command, at: Instant, n: number): { state: Commitment; facts: readonly Fact[] } => {
    const decision = decide(state, command, { at, actor: { person: command.name === 'review' ? 'rev' : 'someone', name: '某人' }, updateId: `u${n}` }, rules);
    if (isRefusal(decision)) throw new Error(decision.text);
    return decision;
  };
  /** One commitment with its mails owed, none claimed yet. */
  const prepare = async (id: string, { before, occasion }: Case): Promise<Commitment> => {
    const draft = registrationSchema.parse({ title: '制定办法', kind: 'deliverable', lead: 'sjj', sponsor: 'sponsor-a', acceptance: ['印发'], due: '2026-03-06' });
    const first = register(draft, { id, at: REGISTERED, clockShiftMs: 0, wakeSpreadMs: 0 }, rules);
    await stores.commitments.insert({ _id: id, version: 0, number: null, state: first, lines: [], nextMoment: null, headHash: GENESIS_HASH, updatedAt: REGISTERED });
    let { state, facts } = passMoments(first, rules, occasion === 'dispatch' ? REGISTERED : AFTER_DUE);
    before.forEach(([at, command], index) => {
      const next = given(state, command, at, index);
      [state, facts] = [next.state, [...facts, ...next.facts]];
    });
    await applyEffects({ commitment: id, facts, asOf: AFTER_DUE });
    return state;
  };

  // The oplog's order is the order of the commits: it alone can tell what came after what.
  const seen: { readonly id: string; readonly what: string }[] = [];
  const stream = stores.connection.db!.watch([{ $match: { 'ns.coll': { $in: ['commitments', 'notices'] } } }], { fullDocument: 'whenAvailable' });
  stream.on('change', (change) => {
    if (change.operationType !== 'update') return;
    const fields: Readonly<Record<string, unknown>> = change.updateDescription.updatedFields ?? {};
    const id = String(change.documentKey._id);
    if (change.ns.coll === 'commitments' && typeof fields['version'] === 'number') seen.push({ id, what: `version ${fields['version']}` });
    if (change.ns.coll === 'notices' && typeof fields['state'] === 'string') seen.push({ id, what: fields['state'] });
  });
  await pause(200);

  const outcomes = { claimed: 0, suppressed: 0 };
  const expected: { readonly commitment: string; readonly owed: readonly string[]; readonly version: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const one = CASES[round % CASES.length]!;
    const id = `race-${round}`;
    const state = await prepare(id, one);
    const owed = await notices.find({ commitment: id, occasion: one.occasion as NoticeRecord['occasion'], state: 'pending' }).toArray();
    const at = one.occasion === 'dispatch' ? REGISTERED : AFTER_DUE;
    const change = given(state, one.change, at, 99);
    expect([one.name, owed.length > 0, owed.some((notice) => stillOwed(notice, change.state))]).toEqual([one.name, true, false]);
    const claim = async (noticeId: string): Promise<void> => {
      await pause(Math.random() * 8);
      const claimed = await stores.notices.claim({
        noticeId, asOf: at, messageId: `<${noticeId}@test>`, rules: (now) => stores.rules.forCommitment(now), holders: (post, day, session) => stores.organisation.holders(post, day, session),
      });
      outcomes[claimed.kind === 'claimed' ? 'claimed' : 'suppressed'] += 1;
      if (claimed.kind === 'claimed') expect(claimed.state.seq).toBe(state.seq);
      else expect(claimed).toEqual({ kind: 'settled', outcome: 'suppressed', reason: 'noLongerOwed' });
    };
    await Promise.all([
      pause(Math.random() * 8).then(() => applyEffects({ commitment: id, facts: change.facts, asOf: at })),
      ...owed.map((notice) => claim(notice._id)),
    ]);
    expected.push({ commitment: id, owed: owed.map(({ _id }) => _id), version: change.state.seq });
  }

  const settled = expected.reduce((sum, { owed }) => sum + owed.length, 0);
  await eventually('the oplog to tell all', async () => {
    const whats = seen.filter(({ what }) => what === 'claimed' || what === 'suppressed').length;
    return whats === settled && expected.every(({ commitment, version }) => seen.some(({ id, what }) => id === commitment && what === `version ${version}`));
  });
  await stream.close();
  const late = expected.flatMap(({ commitment, owed, version }) => {
    const written = seen.findIndex(({ id, what }) => id === commitment && what === `version ${version}`);
    return seen.slice(written + 1).filter(({ id, what }) => what === 'claimed' && owed.includes(id));
  });
  expect(late).toEqual([]);
  // Both ways it came out, or nothing raced.
  expect(outcomes.claimed).toBeGreaterThan(ROUNDS / 10);
  expect(outcomes.suppressed).toBeGreaterThan(ROUNDS / 10);
  expect((await verifyLedger(stores)).faults).toEqual([]);
});
