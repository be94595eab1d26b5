/** Commitments as a rebuild would find them: signed, written down, due; their workflows start without a mail. */
import { decide, passMoments } from '../../domain/decide';
import type { Fact } from '../../domain/facts';
import { bandsAhead } from '../../domain/light';
import { chainFacts, GENESIS_HASH } from '../../domain/ledger-chain';
import { linesAhead } from '../../domain/lines';
import { expectedMoment } from '../../domain/moments';
import type { Organisation } from '../../domain/organisation';
import { isRefusal } from '../../domain/refusals';
import { register, registrationSchema } from '../../domain/register';
import type { Commitment, Rules } from '../../domain/state';
import type { CivilDate, Instant } from '../../domain/time';
import type { Stores } from '../../stores';
import { bandDocuments, type BandDocument } from '../../stores/bands';
import type { CommitmentDocument } from '../../stores/commitments';
import { inTransaction, rawCollection } from '../../stores/connection';
import { sha256Hex } from '../../stores/ledger';
import { packId } from '../../stores/rules';
import type { TemporalGateway } from '../../workflows/client';

const UNITS = 300;
const SPONSORS = 10;
const unitOf = (index: number, units: number): string => `u${index % units}`;

/** Units with a handler and a head each, 10 sponsors. */
export const largeOrganisation = (count = UNITS): Organisation => {
  const units = Array.from({ length: count }, (_, index) => unitOf(index, count));
  const sponsors = Array.from({ length: SPONSORS }, (_, index) => `sponsor-${index}`);
  const posts: Organisation['posts'] = [
    ...units.flatMap((unit) => [
      { id: `handler@${unit}`, kind: 'handler' as const, unit, name: '承办人' }, { id: `unitHead@${unit}`, kind: 'unitHead' as const, unit, name: '主要负责人' },
    ]),
    { id: 'registrar', kind: 'registrar', unit: null, name: '督查室' },
    { id: 'reviewer', kind: 'reviewer', unit: null, name: '审核人' },
    ...sponsors.map((id) => ({ id, kind: 'sponsor' as const, unit: null, name: '分管领导' })),
  ];
  const person = (post: string): string => post.replace('@', '-');
  return {
    units: units.map((id) => ({ id, name: `第${id.slice(1)}单位`, aliases: [], shortForms: [] })),
    posts,
    people: posts.map(({ id }) => ({ id: person(id), name: `某${id}`, mail: `${person(id)}@office.example` })),
    holdings: posts.map(({ id }) => ({ post: id, person: person(id), from: '2025-01-01', to: null })),
  };
};

export interface SeedOptions {
  readonly count: number;
  readonly prefix: string;
  /** Registered and signed. */
  readonly at: Instant;
  readonly due: CivilDate;
  readonly clockShiftMs: number;
  readonly wakeSpreadMs: number;
  /** Over so many units in turn; default 300. */
  readonly units?: number;
  /** Rungs and limits up to here have passed and are written down, as years of wakes would have; default `at`. Their mails are not there. */
  readonly until?: Instant;
}

const ACTOR = { person: 'officer', name: '承办人' };

const signed = (id: string, index: number, { at, due, clockShiftMs, wakeSpreadMs, units = UNITS, until = at }: SeedOptions, rules: Rules): { state: Commitment; facts: Fact[] } => {
  const lead = unitOf(index, units);
  const draft = registrationSchema.parse({
    title: `制定第${index + 1}项管理办法`, kind: 'deliverable', lead, sponsor: `sponsor-${index % SPONSORS}`, acceptance: ['印发管理办法'], due,
  });
  const born = passMoments(register(draft, { id, at, clockShiftMs, wakeSpreadMs }, rules), rules, at);
  const sign = decide(born.state, { name: 'sign', unit: lead }, { at, actor: ACTOR, updateId: null }, rules);
  if (isRefusal(sign)) throw new Error(sign.text);
  const passed = passMoments(sign.state, rules, until);
  return { state: passed.state, facts: [...born.facts, ...sign.facts, ...passed.facts] };
};

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

export interface Seeded { readonly states: readonly Commitment[]; readonly rules: Rules }

/** Writes projection, ledger and bands, as the wakes of a real life would have; starts nothing. */
export const seed = async (stores: Stores, options: SeedOptions): Promise<Seeded> => {
  const now = options.until ?? options.at;
  const pack = await stores.rules.packInUse('标准');
  if (!pack) throw new Error('no pack');
  const rules: Rules = { pack, calendar: await stores.rules.calendar() };
  const all = Array.from({ length: options.count }, (_, index) => signed(`${options.prefix}-${index}`, index, options, rules));
  const commitments = rawCollection<CommitmentDocument>(stores.connection, 'commitments');
  const bands = rawCollection<BandDocument>(stores.connection, 'bands');
  for (const [page, part] of chunks(all, 250).entries()) {
    const documents = part.map(({ state, facts }, index): { document: CommitmentDocument; entries: ReturnType<typeof chainFacts> } => {
      const entries = chainFacts(state.id, facts, packId(pack), GENESIS_HASH, sha256Hex);
      return {
        entries,
        document: {
          _id: state.id, version: state.seq, number: `督〔2026〕${page * 250 + index + 1}号`, state, lines: linesAhead(state, rules, now, state.plannedUntil),
          nextMoment: expectedMoment(state, rules, now), headHash: entries.at(-1)?.hash ?? GENESIS_HASH, updatedAt: now,
        },
      };
    });
    await commitments.insertMany(documents.map(({ document }) => document));
    await inTransaction(stores.connection, (session) => stores.ledger.append(documents.flatMap(({ entries }) => entries), session));
    // There are none to rewrite: all at once is a tenth of the time.
    await bands.insertMany(part.flatMap(({ state }) => bandDocuments(state, bandsAhead(state, rules, state.registeredAt, state.plannedUntil))));
  }
  return { states: all.map(({ state }) => state), rules };
};

/** `limit` at a time, in order of their start. */
export const inFlight = async <T>(items: readonly T[], limit: number, work: (item: T, index: number) => Promise<void>): Promise<void> => {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) await work(items[index] as T, index);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
};

/** @returns starts a second */
export const startAll = async (temporal: TemporalGateway, { states, rules }: Seeded): Promise<number> => {
  const started = performance.now();
  await inFlight(states, 32, (state) => temporal.startCommitment({ state, rules }));
  return states.length / ((performance.now() - started) / 1000);
};

/** Polls `check` until it gives true; the message says what was waited for. */
export const until = async (what: string, timeoutMs: number, check: () => Promise<boolean>, everyMs = 50): Promise<void> => {
  const deadline = Date.now() + timeoutMs;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
};
