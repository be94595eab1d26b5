/** What an edit of the office's list comes to, in words: what is new, what was otherwise, and who would be left in office beside his successor. */
import { holdingKey, type Holding, type Organisation } from './organisation';
import { addDays, type CivilDate } from './time';
import { POST_NAMES } from './vocabulary';

export interface Told { readonly id: string; readonly name: string }
export interface FieldChange { readonly field: string; readonly from: string; readonly to: string }
export interface PartChange { readonly added: readonly Told[]; readonly changed: readonly (Told & { readonly fields: readonly FieldChange[] })[]; readonly same: number }
type Part = keyof Organisation;

const NOTHING = '无';
const names = (list: readonly string[]): string => list.join('、') || NOTHING;
interface Row extends Told { readonly fields: Readonly<Record<string, string>> }

/** Each entry by its key, with its fields as people call them. */
const rowsOf = (org: Organisation, part: Part): Map<string, Row> => {
  const [units, posts, people] = [new Map(org.units.map((one) => [one.id, one.name])), new Map(org.posts.map((one) => [one.id, one.name])), new Map(org.people.map((one) => [one.id, one.name]))];
  switch (part) {
    case 'units': return new Map(org.units.map(({ id, name, aliases, shortForms, closedFrom }) =>
      [id, { id, name, fields: { 名称: name, 简称: names(shortForms), 别名: names(aliases), 撤销日期: closedFrom ?? NOTHING } }]));
    case 'posts': return new Map(org.posts.map(({ id, name, kind, unit, closedFrom }) =>
      [id, { id, name, fields: { 名称: name, 类别: POST_NAMES[kind], 单位: unit === null ? NOTHING : (units.get(unit) ?? unit), 撤销日期: closedFrom ?? NOTHING } }]));
    case 'people': return new Map(org.people.map(({ id, name, mail }) => [id, { id, name, fields: { 姓名: name, 邮箱: mail || NOTHING } }]));
    case 'holdings': return new Map(org.holdings.map((one) =>
      [holdingKey(one), { id: `${one.post} ${one.person}`, name: `${posts.get(one.post) ?? one.post}：${people.get(one.person) ?? one.person}`, fields: { 离任日期: one.to ?? '在任' } }]));
  }
};

export const changesOf = (before: Organisation, after: Organisation): Readonly<Record<Part, PartChange>> => {
  const of = (part: Part): PartChange => {
    const [had, has] = [rowsOf(before, part), rowsOf(after, part)];
    const added = [...has].filter(([key]) => !had.has(key)).map(([, { id, name }]) => ({ id, name }));
    const changed = [...has].flatMap(([key, { id, name, fields }]) => {
      const was = had.get(key);
      const other = was === undefined ? [] : Object.entries(fields).flatMap(([field, to]) => (was.fields[field] === to ? [] : [{ field, from: was.fields[field] ?? NOTHING, to }]));
      return other.length === 0 ? [] : [{ id, name, fields: other }];
    });
    return { added, changed, same: has.size - added.length - changed.length };
  };
  return { units: of('units'), posts: of('posts'), people: of('people'), holdings: of('holdings') };
};

export interface LeftInOffice { readonly post: string; readonly postName: string; readonly person: string; readonly name: string; readonly since: CivilDate; readonly successor: string; readonly from: CivilDate }
/** A term with a last day is a deputy's: beside him the holder stays in office rightly. */
const succeeds = (one: Holding, had: Holding): boolean =>
  one.to === null && had.post === one.post && had.person !== one.person && had.from < one.from && (had.to === null || had.to >= one.from);

/** Who would still hold a post that `after` gives to somebody else for good; no fault, two may share a post. */
export const leftInOffice = (before: Organisation, after: Organisation): LeftInOffice[] => {
  const known = new Set(before.holdings.map(holdingKey));
  const [posts, people] = [new Map(after.posts.map((one) => [one.id, one.name])), new Map(after.people.map((one) => [one.id, one.name]))];
  return after.holdings.filter((one) => !known.has(holdingKey(one))).flatMap((one) => after.holdings.filter((had) => known.has(holdingKey(had)) && succeeds(one, had)).map((had) => ({
    post: one.post, postName: posts.get(one.post) ?? one.post, person: had.person, name: people.get(had.person) ?? had.person, since: had.from, successor: people.get(one.person) ?? one.person, from: one.from,
  })));
};

/** The terms of `left` end on the day before their successors take office. */
export const withEnded = (org: Organisation, left: readonly LeftInOffice[]): Organisation => ({
  ...org,
  holdings: org.holdings.map((one) => {
    const next = left.filter(({ post, person, since }) => post === one.post && person === one.person && since === one.from).map(({ from }) => from).sort()[0];
    return next === undefined ? one : { ...one, to: addDays(next, -1) };
  }),
});
