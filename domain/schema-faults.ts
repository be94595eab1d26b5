/** What a schema found wrong, in words for whoever filled it in: a request's body, a pack, a file of the office. */
import type { z } from 'zod';

const unless = (counts: (issue: z.core.$ZodRawIssue) => boolean, fields: readonly string[]): z.core.$ZodSuperRefineParams => ({
  when: ({ issues }) => !issues.some((issue) => issue.code !== 'unrecognized_keys' && counts(issue) && (issue.path === undefined || issue.path.length === 0 || fields.includes(String(issue.path[0])))),
});
/**
 * For a check across fields: it runs wherever those that it reads are sound, whatever else is wrong, so that all faults are told at once.
 * By itself zod leaves such checks out as long as the type of any field is wrong.
 */
export const whereSound = (...fields: readonly string[]): z.core.$ZodSuperRefineParams => unless(() => true, fields);
/** The same for a check that what is only unfit (an address that is none) does not trouble. */
export const whereTyped = (...fields: readonly string[]): z.core.$ZodSuperRefineParams => unless((issue) => issue.continue !== true, fields);

export interface SchemaFault { readonly path: string; readonly message: string; readonly accepted: string }

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字', number: '数字', int: '整数', boolean: 'true 或 false', array: '列表', object: '对象', record: '对象',
};

const sized = (origin: string): string => (origin === 'string' ? '字' : origin === 'array' ? '项' : '');
const CHINESE = /\p{Script=Han}/u;

const wordsFor = (issue: z.core.$ZodIssue): readonly [message: string, accepted: string] => {
  switch (issue.code) {
    case 'invalid_type':
      return [issue.input === undefined ? '必须填写' : '类型不对', `应为${TYPE_NAMES[issue.expected] ?? issue.expected}`];
    case 'invalid_value':
      return [issue.input === undefined ? '必须填写' : '不在可选范围内', issue.values.map(String).join('、')];
    case 'too_small':
      return ['过小或过少', `不少于${issue.minimum}${sized(issue.origin)}`];
    case 'too_big':
      return ['过大或过多', `不超过${issue.maximum}${sized(issue.origin)}`];
    case 'invalid_format':
      return ['格式不对', issue.format === 'datetime' ? '形如 2026-03-02T00:30:00.000Z' : '符合规定格式'];
    default:
      return ['不符合要求', '符合规定格式'];
  }
};

export const dotted = (prefix: string, path: readonly PropertyKey[]): string => [prefix, ...path.map(String)].filter((part) => part !== '').join('.');

/** One issue of a schema as faults of the input. */
export const faultsIn = (prefix: string, issue: z.core.$ZodIssue): SchemaFault[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: dotted(prefix, [...issue.path, key]), message: '没有这一项', accepted: '请去掉' }));
  }
  const [message, accepted] = wordsFor(issue);
  // A schema's own words name what is allowed, better than a general phrase.
  return [{ path: dotted(prefix, issue.path), ...(CHINESE.test(issue.message) ? { message: issue.message, accepted: issue.message } : { message, accepted }) }];
};
