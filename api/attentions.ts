/** 等您拿主意的: what asks for a decision, gathered once for all readers; and which of it is this reader's. */
import { attentionOf, byUrgency, type Attention } from '../domain/attention';
import { distanceWords, light } from '../domain/light';
import { lightName } from '../domain/light-name';
import { leadOf, type Commitment, type Rules } from '../domain/state';
import { addDays, civilDateOf, type Instant } from '../domain/time';
import { POST_NAMES } from '../domain/vocabulary';
import type { Stores } from '../stores';
import { mayDo, ROLE_OF_POST, type Principal } from './access';
import { nameOf, selfOf, type UnitNames } from './views';

const SHOWN = 10;
/** Candidates of each kind that are looked at one by one; beyond it a total is "more than". */
const CANDIDATES = 400;
/** A link to all of them still has to fit into an address. */
const LINKED = 200;

interface Asked { readonly state: Commitment; readonly number: string | null; readonly rules: Rules; readonly due: string; readonly attention: Attention }
export interface Attentions { readonly at: Instant; readonly asked: readonly Asked[]; readonly more: boolean; readonly names: UnitNames; readonly posts: ReadonlyMap<string, string> }

/** What asks for a decision is overdue, under review, refused, suspended, told for a look-back, or without its target. */
export const attentionsOf = async (stores: Stores, at: Instant): Promise<Attentions> => {
  const [asking, red, names, posts] = await Promise.all([
    stores.commitments.asking(at, CANDIDATES),
    stores.bands.page({ dueTo: addDays(civilDateOf(at), -1) }, at, 'red', CANDIDATES, null),
    stores.organisation.unitNames(), stores.organisation.posts(),
  ]);
  const overdue = await stores.commitments.getMany(red.map((band) => band.commitment));
  const candidates = new Map([...asking.documents, ...overdue.values()].map((document) => [document._id, document]));
  const found = await Promise.all([...candidates.values()].map(async ({ number, state }): Promise<Asked[]> => {
    const rules = await stores.rules.forCommitment(state);
    const attention = attentionOf(state, rules, at);
    return attention === null ? [] : [{ state, number, rules, due: state.due, attention }];
  }));
  return { at, asked: found.flat().sort(byUrgency), more: asking.more || red.length === CANDIDATES, names, posts: new Map(posts.map(({ id, name }) => [id, name])) };
};

/** Two with the same key see the same. */
export const principalKey = ({ roles, units, posts, scope }: Principal): string => JSON.stringify([roles, units, posts, scope]);

const isFor = (principal: Principal) => ({ state, attention: { by, command } }: Asked): boolean =>
  principal.roles.includes(ROLE_OF_POST[by]) && mayDo(principal, `command.${command}`, { units: state.units.map(({ unit }) => unit), sponsor: state.sponsor });

/** Of a leader in charge of something what he has to decide himself; to everybody else the whole office's, each with whose it is. */
export const needOf = ({ at, asked, more, names, posts }: Attentions, principal: Principal) => {
  const own = principal.roles.includes('leader') && principal.posts.length > 0;
  const mine = isFor(principal);
  const wanted = own ? asked.filter(mine) : asked;
  const day = civilDateOf(at);
  const whose = ({ state, attention: { by } }: Asked): string => (by === 'sponsor' || by === 'registrar' || by === 'reviewer' ? posts.get(state[by]) : undefined) ?? POST_NAMES[by];
  const items = wanted.slice(0, SHOWN).map((one) => {
    const { state, number, rules, due, attention: { kind, decision, why, waiting } } = one;
    const lit = light(state, rules, at);
    const { unit } = leadOf(state);
    return {
      id: state.id, self: selfOf(state.id), number, title: state.title, due, distance: distanceWords(rules, day, due), lead: { unit, name: nameOf(names, unit) },
      light: { colour: lit.colour, name: lightName({ colour: lit.colour, status: state.status, due: state.due }, day) }, attention: { kind, decision, why, waiting }, whose: { name: whose(one), yours: mine(one) },
    };
  });
  const linked = wanted.slice(0, LINKED);
  return { own, total: wanted.length, more, items, listed: linked.length, query: new URLSearchParams({ ids: linked.map(({ state }) => state.id).join(','), sort: 'light' }).toString() };
};
