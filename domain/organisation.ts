/** Units, posts, people, and who holds which post when. Owners are posts; people are resolved when a mail is claimed. */
import { z } from 'zod';
import { civilDateSchema } from './state';
import { POST_KINDS } from './vocabulary';

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

export const unitSchema = z.strictObject({ id, name, aliases: z.array(name).default([]), shortForms: z.array(name).default([]) });
export const postSchema = z.strictObject({ id, kind: z.enum(POST_KINDS), unit: id.nullable(), name });
export const personSchema = z.strictObject({
  id,
  name,
  /** Empty where the person has no mailbox. */
  mail: z.string().refine((mail) => mail === '' || isAddrSpec(mail), { message: '应为单个邮箱地址，如 wang@example.gov.cn；没有邮箱的留空' }),
});
/** `to` is the last day in office, itself included; null while in office. */
export const holdingSchema = z.strictObject({ post: id, person: id, from: civilDateSchema, to: civilDateSchema.nullable() });

export const organisationSchema = z.strictObject({
  units: z.array(unitSchema), posts: z.array(postSchema), people: z.array(personSchema), holdings: z.array(holdingSchema),
}).superRefine((org, context) => {
  const fault = (path: (string | number)[], message: string): void => context.addIssue({ code: 'custom', path, message });
  const known = (list: 'units' | 'posts' | 'people'): Set<string> => {
    const ids = new Set<string>();
    org[list].forEach((entry, index) => {
      if (ids.has(entry.id)) fault([list, index, 'id'], `编号“${entry.id}”重复`);
      ids.add(entry.id);
    });
    return ids;
  };
  const [units, posts, people] = [known('units'), known('posts'), known('people')];
  org.posts.forEach((post, index) => {
    if (post.unit !== null && !units.has(post.unit)) fault(['posts', index, 'unit'], `没有编号为“${post.unit}”的单位`);
  });
  const seen = new Set<string>();
  org.holdings.forEach((holding, index) => {
    if (!posts.has(holding.post)) fault(['holdings', index, 'post'], `没有编号为“${holding.post}”的岗位`);
    if (!people.has(holding.person)) fault(['holdings', index, 'person'], `没有编号为“${holding.person}”的人员`);
    if (holding.to !== null && holding.to < holding.from) fault(['holdings', index, 'to'], `离任日期早于任职日期${holding.from}`);
    const key = JSON.stringify([holding.post, holding.person, holding.from]);
    if (seen.has(key)) fault(['holdings', index], '同一任职重复');
    seen.add(key);
  });
});
export type Organisation = z.infer<typeof organisationSchema>;
export type Unit = z.infer<typeof unitSchema>;

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
