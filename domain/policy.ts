/**
 * A policy pack: an office's rules as data. Parsed from `config/policies/`, versioned, pinned on each commitment.
 * Offsets: `wd` working days by the calendar, `d` calendar days.
 */
import { z } from 'zod';
import { POST_KINDS, type SlipOccasion } from './vocabulary';

const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应为 HH:MM');
const daysUnit = z.enum(['wd', 'd']);
const postKinds = z.array(z.enum(POST_KINDS)).min(1);
const limitSchema = z.strictObject({ offset: z.int().min(0).max(400), days: daysUnit });

const RUNG_CODES = ['chase', 'supervise', 'circulate', 'interview'] as const satisfies readonly SlipOccasion[];

const rungSchema = z.strictObject({
  code: z.enum(RUNG_CODES),
  /** The field's word, e.g. 催办. */
  name: z.string().min(1),
  /** Days after the due date, itself not counted. */
  offset: z.int().min(1).max(400),
  days: daysUnit,
  /** Also reached when the item was red at this many weekly lines in a row, if that comes first (rule 18). */
  orRedWeeks: z.int().min(1).max(20).nullable(),
  /** Document title and the series of its number, e.g. 催办单, 督催. */
  document: z.string().min(1),
  series: z.string().min(1),
  to: postKinds,
  copy: z.array(z.enum(POST_KINDS)),
});

export const policyPackSchema = z.strictObject({
  name: z.string().min(1).max(40),
  version: z.int().min(1),
  /** Paths of values that the field leaves to the office: shipped as a suggestion, to be confirmed. */
  suggested: z.array(z.string()),
  hours: z.strictObject({
    /** Reminders, rungs and colours turn. */
    opening: timeOfDaySchema,
    /** Limits and the due date itself end. */
    cutoff: timeOfDaySchema,
  }),
  /** Wakes nobody awaits to the minute are spread over this many minutes after their moment (design, idea 3). */
  wakeSpreadMinutes: z.int().min(0).max(120),
  signFor: limitSchema,
  firstFeedback: limitSchema,
  weekly: z.strictObject({
    /** ISO weekday, Monday 1. */
    weekday: z.int().min(1).max(7),
    at: timeOfDaySchema,
    /** If the day is off: this many working days after it (rule 22: the second). */
    rollTo: z.int().min(1).max(5),
    /** Not owed for a week with fewer working days since dispatch. */
    minWorkingDays: z.int().min(0).max(5),
  }).nullable(),
  reminders: z.array(z.strictObject({ before: z.int().min(1).max(200), days: daysUnit })),
  reminderTo: postKinds,
  rungs: z.array(rungSchema),
  light: z.strictObject({
    blueBefore: z.int().min(0).max(200),
    yellowBefore: z.int().min(0).max(200),
    redAfter: z.int().min(1).max(200),
    days: daysUnit,
  }),
  review: z.strictObject({ offset: z.int().min(1).max(400), days: daysUnit, overdueTo: postKinds }),
  lookBack: z.strictObject({ offset: z.int().min(1).max(1000), days: daysUnit }),
  refusalsAllowed: z.int().min(0).max(9),
  longestSuspensionDays: z.int().min(1).max(400),
  extension: z.strictObject({
    leadDays: z.int().min(0).max(60), days: daysUnit, free: z.int().min(0).max(9),
    /** From the ordinary approver upwards. */
    approvers: postKinds.default(['registrar', 'sponsor']),
    /** Longer than so many calendar days after the original date: at least this approver. Lengths: the office sets them. */
    byLength: z.array(z.strictObject({ overDays: z.int().min(0).max(1000), approver: z.enum(POST_KINDS) })).default([]),
    /** How long the approver has. */
    decision: limitSchema.default({ offset: 2, days: 'wd' }),
  }),
  bulletin: z.strictObject({ dataClosesOn: z.int().min(1).max(28), publishedBy: z.int().min(1).max(28) }),
}).superRefine((pack, context) => {
  pack.rungs.forEach((rung, index) => {
    const before = pack.rungs[index - 1];
    if (before && before.offset >= rung.offset) {
      context.addIssue({ code: 'custom', path: ['rungs', index, 'offset'], message: `应大于上一级的 ${before.offset}` });
    }
    if (pack.rungs.findIndex((other) => other.code === rung.code) !== index) {
      context.addIssue({ code: 'custom', path: ['rungs', index, 'code'], message: '各级代码不得重复' });
    }
    // One notice a post: a second one to the same post would have the same id.
    [...rung.to, ...rung.copy].forEach((post, place, posts) => {
      if (posts.indexOf(post) === place) return;
      const path = place < rung.to.length ? ['to', place] : ['copy', place - rung.to.length];
      context.addIssue({ code: 'custom', path: ['rungs', index, ...path], message: '同一级的主送、抄送不得重复' });
    });
  });
  pack.reminders.forEach((reminder, index) => {
    if (pack.reminders.findIndex((other) => other.before === reminder.before) !== index) {
      context.addIssue({ code: 'custom', path: ['reminders', index, 'before'], message: '提醒的天数不得重复' });
    }
  });
  pack.extension.byLength.forEach((tier, index) => {
    if (!pack.extension.approvers.includes(tier.approver)) {
      context.addIssue({ code: 'custom', path: ['extension', 'byLength', index, 'approver'], message: `应为审批人之一：${pack.extension.approvers.join('、')}` });
    }
  });
  if (pack.hours.opening >= pack.hours.cutoff) {
    context.addIssue({ code: 'custom', path: ['hours', 'cutoff'], message: `应晚于上班时间 ${pack.hours.opening}` });
  }
  pack.suggested.forEach((path, index) => {
    const found = path.split('.').reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined), pack);
    if (found === undefined) context.addIssue({ code: 'custom', path: ['suggested', index], message: `规则中没有 ${path} 这一项` });
  });
  if (pack.light.blueBefore < pack.light.yellowBefore) {
    context.addIssue({ code: 'custom', path: ['light', 'blueBefore'], message: '预告应不晚于预警' });
  }
});
export type PolicyPack = z.infer<typeof policyPackSchema>;
export type Rung = PolicyPack['rungs'][number];

export interface PackRef { readonly name: string; readonly version: number }
