/** Units, posts, people and holdings as one table, a row a holding, the way an office keeps its list: read and checked. */
import { holdingKey, isAddrSpec, organisationSchema, type Organisation } from './organisation';
import { isCivilDate } from './time';
import { POST_KINDS, POST_NAMES, type PostKind } from './vocabulary';

export const COLUMNS = ['单位编号', '单位名称', '单位别名', '单位简称', '岗位编号', '岗位类别', '岗位名称', '人员编号', '姓名', '邮箱', '任职日期', '离任日期'] as const;
export type ColumnName = (typeof COLUMNS)[number];
export const NEEDED: readonly ColumnName[] = ['单位编号', '岗位类别'];

export interface RowFault { readonly row: number; readonly column: string; readonly message: string; readonly accepted: string }
export interface FilledRow { readonly row: number; readonly cells: Readonly<Partial<Record<string, string>>> }

const ID = /^[A-Za-z0-9][A-Za-z0-9._@~-]{0,99}$/;
const ID_FORM = '1至100个字母、数字或 . _ @ ~ -，以字母或数字开头';
const listed = (text: string): string[] => text.split(/[、;；|]/).map((one) => one.trim()).filter((one) => one !== '');

const kindOf = (text: string): PostKind | null => POST_KINDS.find((kind) => kind === text || POST_NAMES[kind] === text) ?? null;
/** `2026/3/1`, `2026.03.01`, `2026年3月1日` as they are written by hand. */
export const dateOf = (text: string): string | null => {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  const date = found ? `${found[1] ?? ''}-${(found[2] ?? '').padStart(2, '0')}-${(found[3] ?? '').padStart(2, '0')}` : '';
  return isCivilDate(date) ? date : null;
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface Found { units: Map<string, Organisation['units'][number]>; posts: Map<string, Organisation['posts'][number]>; people: Map<string, Organisation['people'][number]>; holdings: Map<string, Mutable<Organisation['holdings'][number]>> }
const foundIn = (org: Organisation): Found => ({
  units: new Map(org.units.map((one) => [one.id, one])), posts: new Map(org.posts.map((one) => [one.id, one])), people: new Map(org.people.map((one) => [one.id, one])),
  holdings: new Map(org.holdings.map((one) => [holdingKey(one), one])),
});

/**
 * The office as it would be: what the table names is added or changed, what it does not name stays as it is.
 * @returns every fault of every row; with any, nothing of it counts
 */
export const withTable = (now: Organisation, rows: readonly FilledRow[]): { readonly organisation: Organisation; readonly faults: readonly RowFault[] } => {
  const found = foundIn(now);
  const faults: RowFault[] = [];
  const rowOf = new Map<string, number>();
  for (const { row, cells } of rows) {
    const cell = (name: ColumnName): string => cells[name] ?? '';
    const fault = (column: ColumnName, message: string, accepted: string): void => void faults.push({ row, column, message, accepted });
    const idIn = (column: ColumnName): string => {
      const id = cell(column);
      if (id !== '' && !ID.test(id)) fault(column, '编号不符合要求', ID_FORM);
      return id;
    };
    const unit = idIn('单位编号');
    const had = found.units.get(unit);
    if (unit !== '') {
      const name = cell('单位名称') || (had?.name ?? '');
      if (name === '') fault('单位名称', '新的单位须写明名称', '单位全称');
      found.units.set(unit, { ...had, id: unit, name, aliases: cell('单位别名') === '' ? (had?.aliases ?? []) : listed(cell('单位别名')), shortForms: cell('单位简称') === '' ? (had?.shortForms ?? []) : listed(cell('单位简称')) });
    }
    const kind = kindOf(cell('岗位类别'));
    if (kind === null) {
      fault('岗位类别', cell('岗位类别') === '' ? '必须填写' : '不在可选范围内', POST_KINDS.map((one) => POST_NAMES[one]).join('、'));
      continue;
    }
    const post = idIn('岗位编号') || (unit === '' ? kind : `${kind}@${unit}`);
    const hadPost = found.posts.get(post);
    if (hadPost && rowOf.has(post) && (hadPost.kind !== kind || hadPost.unit !== (unit || null))) fault('岗位编号', `岗位“${post}”与第${rowOf.get(post) ?? 0}行的类别或单位不一致`, '一个岗位只属于一个单位、一种类别');
    rowOf.set(post, row);
    found.posts.set(post, { ...hadPost, id: post, kind, unit: unit || null, name: cell('岗位名称') || (hadPost?.name ?? `${unit === '' ? '' : (found.units.get(unit)?.name ?? '')}${POST_NAMES[kind]}`) });
    const [name, mail] = [cell('姓名'), cell('邮箱')];
    if (mail !== '' && !isAddrSpec(mail)) fault('邮箱', '不是单个邮箱地址', '如 wang@example.gov.cn；没有邮箱的留空');
    const person = idIn('人员编号') || (isAddrSpec(mail) ? mail.slice(0, mail.lastIndexOf('@')) : '');
    if (person === '') {
      if (name !== '') fault('人员编号', '必须填写', '人员编号；留空的以邮箱的 @ 之前部分为编号');
      continue;
    }
    const hadPerson = found.people.get(person);
    if (name === '' && !hadPerson) fault('姓名', '新的人员须写明姓名', '姓名');
    if (hadPerson && rowOf.has(`person ${person}`) && name !== '' && hadPerson.name !== name) fault('姓名', `人员“${person}”在第${rowOf.get(`person ${person}`) ?? 0}行的姓名是“${hadPerson.name}”`, '一个编号只属于一个人');
    rowOf.set(`person ${person}`, row);
    found.people.set(person, { id: person, name: name || (hadPerson?.name ?? ''), mail: mail || (hadPerson?.mail ?? '') });
    const [from, to] = [dateOf(cell('任职日期')), cell('离任日期') === '' ? null : dateOf(cell('离任日期'))];
    if (from === null) fault('任职日期', cell('任职日期') === '' ? '必须填写' : '不是存在的日期', '如 2026-03-01');
    if (cell('离任日期') !== '' && to === null) fault('离任日期', '不是存在的日期', '如 2026-12-31；在任的留空');
    if (from === null) continue;
    if (to !== null && to < from) fault('离任日期', '早于任职日期', `不早于${from}`);
    const holding = { post, person, from, to };
    const key = holdingKey(holding);
    if (rowOf.has(key)) fault('任职日期', `与第${rowOf.get(key) ?? 0}行是同一任职`, '一次任职只写一行');
    rowOf.set(key, row);
    found.holdings.set(key, holding);
  }
  const organisation = { units: [...found.units.values()], posts: [...found.posts.values()], people: [...found.people.values()], holdings: [...found.holdings.values()] };
  if (faults.length === 0) {
    const whole = organisationSchema.safeParse(organisation);
    if (!whole.success) faults.push(...whole.error.issues.map((issue) => ({ row: 0, column: '', message: issue.message, accepted: '请按说明修改' })));
  }
  return { organisation, faults };
};

const PART_NAMES: Readonly<Record<keyof Organisation, string>> = { units: '单位', posts: '岗位', people: '人员', holdings: '任职' };
const closing = (day: string | undefined): string => (day === undefined ? '' : `（${day}撤销）`);
/** Old and new of all that differs, for whoever looks back: `人员deng：邓一鸣 a@b → 邓一鸣 c@d`. */
export const differences = (before: Organisation, after: Organisation): string[] => {
  const wordsOf = (org: Organisation): Readonly<Record<keyof Organisation, ReadonlyMap<string, string>>> => ({
    units: new Map(org.units.map(({ id, name, aliases, shortForms, closedFrom }) => [id, [name, ...aliases, ...shortForms].join('、') + closing(closedFrom)])),
    posts: new Map(org.posts.map(({ id, kind, unit, name, closedFrom }) => [id, `${name}（${POST_NAMES[kind]}${unit === null ? '' : `，${unit}`}）${closing(closedFrom)}`])),
    people: new Map(org.people.map(({ id, name, mail }) => [id, `${name} ${mail === '' ? '无邮箱' : mail}`])),
    holdings: new Map(org.holdings.map(({ post, person, from, to }) => [`${post} ${person} ${from}起`, to === null ? '在任' : `至${to}`])),
  });
  const [had, has] = [wordsOf(before), wordsOf(after)];
  return (['units', 'posts', 'people', 'holdings'] as const).flatMap((part) => [...new Set([...had[part].keys(), ...has[part].keys()])]
    .filter((key) => had[part].get(key) !== has[part].get(key)).map((key) => `${PART_NAMES[part]}${key}：${had[part].get(key) ?? '无'} → ${has[part].get(key) ?? '无'}`));
};

/** The table that is read in, as the office stands: what is exported can be mended and read in again. */
export const tableOf = ({ units, posts, people, holdings }: Organisation): (string | null)[][] => posts.flatMap((post) => {
  const unit = units.find(({ id }) => id === post.unit);
  const head = [post.unit, unit?.name ?? null, unit?.aliases.join('、') ?? null, unit?.shortForms.join('、') ?? null, post.id, POST_NAMES[post.kind], post.name];
  const held = holdings.filter((one) => one.post === post.id);
  return held.length === 0 ? [[...head, null, null, null, null, null]] : held.map(({ person, from, to }) => {
    const who = people.find(({ id }) => id === person);
    return [...head, person, who?.name ?? null, who?.mail ?? null, from, to];
  });
});
