/** What is set where a source names no date: by its kind, as data, each with the name that is shown beside the date. */
import { z } from 'zod';
import { whereSound } from './schema-faults';
import { text } from './text';

export const SOURCE_KINDS = ['speech', 'report', 'minutes', 'instruction', 'document'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
/** Of a leader's instruction (批示). */
export const URGENCIES = ['urgent', 'normal', 'hard'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const URGENCY_NAMES: Readonly<Record<Urgency, string>> = { urgent: '紧急', normal: '一般', hard: '复杂' };
export const SOURCE_KIND_NAMES: Readonly<Record<SourceKind, string>> = { speech: '讲话', report: '工作报告', minutes: '会议纪要', instruction: '批示', document: '文件' };

const days = {
  days: z.int().min(1).max(400),
  /** Where the figure comes from; `suggested` ones are the office's to confirm. */
  basis: text().trim().min(1, '请写明依据').max(200, '不超过200字'),
  suggested: z.boolean(),
};
const limitSchema = z.strictObject({
  kind: z.enum(SOURCE_KINDS),
  urgency: z.enum(URGENCIES).nullable(),
  /** `due` stands unless somebody changes it; `review` is only proposed and waits for a person's word. */
  sets: z.enum(['due', 'review']),
  /** Calendar days after the source's day, or after its import where that is later. */
  ...days,
});
export type DefaultLimit = z.infer<typeof limitSchema>;

export const defaultLimitsSchema = z.strictObject({
  /** The policy pack of a draft that nobody gave another. */
  pack: z.string().trim().min(1).max(40),
  /** For what comes back again and again or never ends, from whatever source: such an item ends at a review. */
  standingReview: z.strictObject(days),
  limits: z.array(limitSchema),
}).superRefine(({ limits }, context) => {
  for (const kind of SOURCE_KINDS) {
    for (const urgency of kind === 'instruction' ? URGENCIES : [null]) {
      const found = limits.filter((limit) => limit.kind === kind && limit.urgency === urgency).length;
      if (found !== 1) context.addIssue({ code: 'custom', path: ['limits'], message: `${kind}${urgency === null ? '' : `（${urgency}）`}应恰有一项，现有${found}项` });
    }
  }
}, whereSound('limits'));
export type DefaultLimits = z.infer<typeof defaultLimitsSchema>;

/** @param urgency of an instruction; others have none */
export const limitFor = ({ limits }: DefaultLimits, kind: SourceKind, urgency: Urgency | null): DefaultLimit => {
  const wanted = kind === 'instruction' ? (urgency ?? 'normal') : null;
  const found = limits.find((limit) => limit.kind === kind && limit.urgency === wanted);
  if (!found) throw new RangeError(`no default limit for ${kind}`);
  return found;
};

/** Names the limit on the draft that it was taken for, with the version that it stood in: limit/minutes-20d@1. */
export const limitRule = (limit: DefaultLimit | 'standing', days: number, version: number): string => {
  const what = limit === 'standing' ? 'standing-review' : [limit.kind, ...(limit.urgency === null ? [] : [limit.urgency]), ...(limit.sets === 'review' ? ['review'] : [])].join('-');
  return `limit/${what}-${days}d@${version}`;
};
