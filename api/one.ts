/** One commitment with its timeline, now or as of a past instant. */
import { applyAll, registeredState } from '../domain/apply';
import { weightedProgress } from '../domain/children';
import type { LedgerEntry } from '../domain/ledger-chain';
import { foresee } from '../domain/foresee';
import { linesAhead } from '../domain/lines';
import { nextMoment } from '../domain/moments';
import { leadOf, type Actor, type Commitment, type Rules } from '../domain/state';
import { addDays, civilDateOf, instantAt, type CivilDate, type Instant } from '../domain/time';
import { OCCASION_NAMES, type Occasion } from '../domain/vocabulary';
import type { Stores } from '../stores';
import type { CommitmentDocument } from '../stores/commitments';
import type { AccessObject, Action } from './access';
import { holdsOf } from './commands';
import type { AsOf } from './fields';
import { possibleCommands } from './possible';
import { Problem } from './problems';
import { contextOf } from './quote-context';
import { FORESIGHT_DAYS } from './repin';
import { timelineOf } from './timeline';
import { commitmentView, itemView, lightView, momentView, postWords, standingOf, type UnitNames } from './views';

/** The next digest lines, enough to see what is coming. */
const LINES_SHOWN = 20;

/** @returns the state as it was registered: before its first wake the projection itself, afterwards the ledger's first fact */
export const firstState = (document: CommitmentDocument, chain: readonly LedgerEntry[]): Commitment => registeredState(chain[0]?.fact) ?? document.state;

/** What was written down by `at`, folded; null if it was not registered then. */
const stateAt = (document: CommitmentDocument, chain: readonly LedgerEntry[], at: Instant): Commitment | null => {
  const first = firstState(document, chain);
  if (first.registeredAt > at) return null;
  return applyAll(first, chain.filter(({ fact }) => fact.recordedAt <= at).map(({ fact }) => fact));
};

/** Read at the time of asking: docs/decisions/0003-children.md. */
const childrenAt = async (stores: Stores, parent: string, { at, past }: AsOf): Promise<{ state: Commitment; number: string | null }[]> => {
  const documents = await stores.commitments.childrenOf(parent);
  const then = await Promise.all(documents.map(async (document) => {
    const state = past ? stateAt(document, await stores.ledger.chain(document._id), at) : document.state;
    return state === null ? [] : [{ state, number: state.seq === 0 ? null : document.number }];
  }));
  return then.flat();
};

/** Who asks, and what the policy allows him. */
export interface Asking { readonly actor: Actor; readonly may: (action: Action, object: AccessObject) => boolean }

const POST_KINDS_SHOWN = ['sponsor', 'registrar', 'reviewer'] as const;
const peopleOf = async ({ organisation }: Stores, state: Commitment, at: Instant) => {
  const [posts, holders] = await Promise.all([organisation.posts(), organisation.holdersOf(POST_KINDS_SHOWN.map((kind) => state[kind]), civilDateOf(at))]);
  const nameOf = new Map(posts.map(({ id, name }) => [id, name]));
  return POST_KINDS_SHOWN.map((kind) => ({ kind, post: state[kind], postName: nameOf.get(state[kind]) ?? state[kind], person: holders.get(state[kind])?.[0]?.name ?? null }));
};

/** What goes out by itself if nobody acts: when, what, to whom. The same thing to several at once is one entry. */
const mailsAhead = (state: Commitment, rules: Rules, at: Instant, names: UnitNames) => {
  const entries = new Map<string, { at: Instant; date: CivilDate; occasion: Occasion; name: string; digest: boolean; to: string[] }>();
  for (const { at: on, occasion, slip, unit, postKind, copy } of foresee(state, rules, at, instantAt(addDays(civilDateOf(at), FORESIGHT_DAYS), '23:59'))) {
    const name = slip?.document ?? OCCASION_NAMES[occasion];
    const entry = entries.get(`${on}${name}`) ?? { at: on, date: civilDateOf(on), occasion, name, digest: slip === null, to: [] };
    const to = `${postWords(names, postKind, unit)}${copy ? '（抄送）' : ''}`;
    if (!entry.to.includes(to)) entry.to.push(to);
    entries.set(`${on}${name}`, entry);
  }
  return [...entries.values()].slice(0, LINES_SHOWN);
};

/** @throws Problem 404 where there is none, or none yet at that instant */
export const oneCommitment = async (stores: Stores, id: string, { at, past }: AsOf, { actor, may }: Asking) => {
  const document = await stores.commitments.get(id);
  if (!document) throw new Problem('notFound', { detail: `没有编号为“${id}”的事项` });
  const [chain, bands, names, rules] = await Promise.all([
    stores.ledger.chain(id), stores.bands.history(id), stores.organisation.unitNames(), stores.rules.forCommitment(document.state),
  ]);
  const state = past ? stateAt(document, chain, at) : document.state;
  if (state === null) throw new Problem('notFound', { detail: `该事项于${firstState(document, chain).registeredAt}立项，此前没有记录` });
  const object = { units: state.units.map(({ unit }) => unit), sponsor: state.sponsor };
  const [children, parent, quoteContext] = await Promise.all([childrenAt(stores, id, { at, past }), state.parent === null ? null : stores.commitments.get(state.parent.id), may('source.read', object) ? contextOf(stores, state) : null,
  ]);
  const known = chain.filter(({ seq }) => seq <= state.seq);
  const packs = new Map(await Promise.all([...new Set(known.map(({ ruleVersion }) => ruleVersion))].map(async (version) => [version, await stores.rules.packNamed(version)] as const)));
  return {
    ...commitmentView({ state, number: state.seq === 0 ? null : document.number, rules, names, at }),
    quoteContext,
    parentTitle: parent && may('commitment.read', { units: parent.state.units.map(({ unit }) => unit), sponsor: parent.state.sponsor }) ? parent.state.title : null,
    children: children.map(({ state: child, number }) => ({
      ...itemView({ state: child, number, rules, names, at }, standingOf(child, rules, at)), weight: child.parent?.weight ?? 1,
      percent: leadOf(child).lastReport?.percent ?? null, afterParent: child.due > state.due,
    })),
    childrenProgress: weightedProgress(children.map((child) => child.state)),
    timeline: timelineOf(known, { registered: firstState(document, chain), packOf: (ruleVersion) => packs.get(ruleVersion) ?? rules.pack, names }),
    upcoming: {
      moment: momentView(nextMoment(state, rules), rules),
      lines: linesAhead(state, rules, at, state.plannedUntil).filter((line) => line.at > at).slice(0, LINES_SHOWN)
        .map(({ occasion, at: on, unit, post }) => ({ occasion, at: on, unit, post })),
      mails: mailsAhead(state, rules, at, names),
    },
    bands: bands.filter((band) => !past || band.from <= at)
      .map((band) => ({ ...lightView(band, band, civilDateOf(band.from)), status: band.status, due: band.due, unit: band.unit, from: band.from, to: band.to })),
    people: await peopleOf(stores, state, at),
    reports: known.flatMap(({ fact }) => (fact.type === 'reported' ? [{ at: fact.at, unit: fact.unit, percent: fact.report.percent, values: fact.report.values ?? [] }] : [])),
    commands: past ? [] : possibleCommands(state, { at, actor, holds: await holdsOf(stores, state, actor, at), ...(parent ? { parentDue: parent.state.due } : {}) }, rules, may),
  };
};
