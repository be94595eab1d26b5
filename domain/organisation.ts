/** Units, posts, people, and who holds which post when. Owners are posts; people are resolved when a mail is claimed. */
import { z } from 'zod';
import { whereTyped } from './schema-faults';
import { civilDateSchema } from './state';
import type { CivilDate } from './time';
import { POST_KINDS, type PostKind } from './vocabulary';

const ATEXT = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/**
 * One strict ASCII addr-spec (RFC 5321 dot-string @ domain), and nothing else: no quoted local part, comment, list,
 * display name, address literal or line break, which are what the address parser's advisories of 2026 turn on (quality.md, A5).
 */
export const isAddrSpec = (text: string): boolean => {
  const at = text.lastIndexOf('@');
  if (at < 1 || text.length > 254) return false;
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  const labels = domain.split('.');
  return local.length <= 64 && domain.length <= 253 && ATEXT.test(local) && labels.length >= 2
    && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '');
};

const id = z.string().trim().min(1, '不能为空').max(100, '不超过100字');
/** Shown in mails: one line, no control characters, no overrides of the writing direction. */
const name = z.string().trim().min(1, '不能为空').max(100, '不超过100字')
  .regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, '不能含换行或控制字符');

/** From this day on it is offered nowhere anew; absent while it stands. What it has in hand stays its own until it is handed over. */
const closedFrom = civilDateSchema.exactOptional().describe('撤销日期：自这一天起不再可选，没有撤销的不写');
export const unitSchema = z.strictObject({ id, name, aliases: z.array(name).default([]), shortForms: z.array(name).default([]), closedFrom });
export const postSchema = z.strictObject({ id, kind: z.enum(POST_KINDS), unit: id.nullable(), name, closedFrom });
export const personSchema = z.strictObject({
  id,
  name,
  /** Empty where the person has no mailbox. */
  mail: z.string().refine((mail) => mail === '' || isAddrSpec(mail), { message: '应为单个邮箱地址，如 wang@example.gov.cn；没有邮箱的留空' }),
});
/** `to` is the last day in office, itself included; null while in office. */
export const holdingSchema = z.strictObject({
  post: id, person: id, from: civilDateSchema, to: civilDateSchema.nullable(),
  /** The day on which it was written down; absent where an older release did not keep it. */
  entered: civilDateSchema.exactOptional(),
});

type Entries = readonly { readonly id: string }[];
const idsOf = (entries: Entries): ReadonlySet<string> => new Set(entries.map(({ id: one }) => one));
const onceEach = (list: string, entries: Entries, context: Pick<z.core.$RefinementCtx, 'addIssue'>): void => {
  const seen = new Set<string>();
  entries.forEach(({ id: one }, index) => {
    if (seen.has(one)) context.addIssue({ code: 'custom', path: [list, index, 'id'], message: `编号“${one}”重复` });
    seen.add(one);
  });
};

export const organisationSchema = z.strictObject({
  units: z.array(unitSchema), posts: z.array(postSchema), people: z.array(personSchema), holdings: z.array(holdingSchema),
}).superRefine((org, context) => onceEach('units', org.units, context), whereTyped('units'))
  .superRefine((org, context) => onceEach('posts', org.posts, context), whereTyped('posts'))
  .superRefine((org, context) => onceEach('people', org.people, context), whereTyped('people'))
  .superRefine(({ units, posts }, context) => {
    const known = idsOf(units);
    posts.forEach(({ unit }, index) => {
      if (unit !== null && !known.has(unit)) context.addIssue({ code: 'custom', path: ['posts', index, 'unit'], message: `没有编号为“${unit}”的单位` });
    });
  }, whereTyped('units', 'posts'))
  .superRefine((org, context) => {
    const fault = (path: (string | number)[], message: string): void => context.addIssue({ code: 'custom', path: ['holdings', ...path], message });
    const [posts, people] = [idsOf(org.posts), idsOf(org.people)];
    const seen = new Set<string>();
    org.holdings.forEach((holding, index) => {
      if (!posts.has(holding.post)) fault([index, 'post'], `没有编号为“${holding.post}”的岗位`);
      if (!people.has(holding.person)) fault([index, 'person'], `没有编号为“${holding.person}”的人员`);
      if (holding.to !== null && holding.to < holding.from) fault([index, 'to'], `离任日期早于任职日期${holding.from}`);
      const key = holdingKey(holding);
      if (seen.has(key)) fault([index], '同一任职重复');
      seen.add(key);
    });
  }, whereTyped('posts', 'people', 'holdings'));
export type Organisation = z.infer<typeof organisationSchema>;
export type Unit = z.infer<typeof unitSchema>;
export type Holding = z.infer<typeof holdingSchema>;

export const holdingKey = ({ post, person, from }: Pick<Holding, 'post' | 'person' | 'from'>): string => JSON.stringify([post, person, from]);
export const isClosed = ({ closedFrom: day }: { readonly closedFrom?: CivilDate }, today: CivilDate): boolean => day !== undefined && day <= today;
/** Without holders of these no matter finds its way: who registers, decides, reviews and does. */
const NEEDED_POSTS: readonly PostKind[] = ['registrar', 'sponsor', 'reviewer', 'handler'];
/** @returns the kinds of which nobody holds a post today */
export const vacantKinds = ({ posts, holdings }: Organisation, today: CivilDate): PostKind[] => {
  const held = new Set(holdings.filter(({ from, to }) => from <= today && (to === null || to >= today)).map(({ post }) => post));
  return NEEDED_POSTS.filter((kind) => !posts.some((post) => post.kind === kind && held.has(post.id)));
};
/** Why a unit cannot be named anew; null where it can. */
export const unitFault = (unit: Unit | undefined, id: string, today: CivilDate): { readonly message: string; readonly accepted: string } | null => {
  if (unit === undefined) return { message: `没有编号为“${id}”的单位`, accepted: '组织机构中已有的单位编号' };
  return isClosed(unit, today) ? { message: `${unit.name}已于${unit.closedFrom ?? today}撤销`, accepted: '没有撤销的单位' } : null;
};
/** What was entered by mistake is taken back, as if it had never been; a term that was served is ended instead. */
export const isRemovable = ({ from, entered }: Holding, today: CivilDate): boolean => from > today || entered === today;
/** Holdings that `before` has not were written down today. */
export const entered = (before: Organisation, after: Organisation, today: CivilDate): Organisation => {
  const known = new Map(before.holdings.map((one) => [holdingKey(one), one]));
  return {
    ...after,
    holdings: after.holdings.map(({ entered: _given, ...one }) => {
      const had = known.get(holdingKey(one));
      return had === undefined ? { ...one, entered: today } : { ...one, ...(had.entered === undefined ? {} : { entered: had.entered }) };
    }),
  };
};

/** Persons who would hold what they do not hold before: another post, one of another kind or unit, or one for longer. */
export const gainersOf = (before: Organisation, after: Organisation): ReadonlySet<string> => {
  const heldIn = ({ posts, holdings }: Organisation) => {
    const byId = new Map(posts.map((post) => [post.id, post]));
    return holdings.map((one) => ({ ...one, key: JSON.stringify([one.person, one.post, byId.get(one.post)?.kind, byId.get(one.post)?.unit]) }));
  };
  const had = new Map<string, Organisation['holdings'][number][]>();
  for (const { key, ...one } of heldIn(before)) had.set(key, [...(had.get(key) ?? []), one]);
  const covers = (old: { from: string; to: string | null }, one: { from: string; to: string | null }): boolean => old.from <= one.from && (old.to === null || (one.to !== null && one.to <= old.to));
  return new Set(heldIn(after).filter((one) => !had.get(one.key)?.some((old) => covers(old, one))).map(({ person }) => person));
};

/** Who holds a post on a day. */
export interface Holder { readonly person: string; readonly name: string; readonly mail: string }
