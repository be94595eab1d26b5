/**
 * A policy pack: an office's rules as data. Parsed from `config/policies/`, versioned, pinned on each commitment.
 * Offsets: `wd` working days by the calendar, `d` calendar days.
 */
import { z } from 'zod';
import { whereSound } from './schema-faults';
import { POST_KINDS, SLIP_OCCASIONS, type SlipOccasion } from './vocabulary';

const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应为 HH:MM');
const daysUnit = z.enum(['wd', 'd']);
const postKinds = z.array(z.enum(POST_KINDS)).min(1);
const dayLimitSchema = z.strictObject({ offset: z.int().min(0).max(400), days: daysUnit });
/** `h` and `min` run day and night (24×7) and end to the minute; `month` is the same day of a later month. */
export const limitSchema = z.strictObject({ offset: z.int().min(0).max(1000), days: z.enum(['wd', 'd', 'month', 'h', 'min']) });
export type Limit = z.infer<typeof limitSchema>;

const RUNG_CODES = ['chase', 'supervise', 'circulate', 'interview', 'blueSlip', 'yellowSlip', 'redSlip'] as const satisfies readonly SlipOccasion[];
const code = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,30}$/, '应为字母开头的字母和数字');
const clockTime = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, '应为 HH:MM');
/** A numbered document: its title, the series of its number, and who gets it. */
const slipFields = { document: z.string().min(1), series: z.string().min(1), to: postKinds, copy: z.array(z.enum(POST_KINDS)) };

const rungSchema = z.strictObject({
  code: z.enum(RUNG_CODES),
  /** The field's word, e.g. 催办. */
  name: z.string().min(1),
  /**
   * What the days are counted from: the due date; the dispatch; the slip before (its own limit, rule 11);
   * or the first opening hour at which the item is behind its 序时进度 (rule 10).
   */
  anchor: z.enum(['due', 'dispatch', 'previous', 'behindPlan']).default('due'),
  /** Days after the anchor, itself not counted; before the due date if negative. */
  offset: z.int().min(-200).max(400),
  days: daysUnit,
  /** Also reached when the item was red at this many weekly lines in a row, if that comes first (rule 18). */
  orRedWeeks: z.int().min(1).max(20).nullable(),
  ...slipFields,
  /**
   * Of `behindPlan`: so many percentage points behind draw no slip, nor does any before the first feedback is over; measures count as the plan does,
   * and who caught up and lags anew gets the next one. Null, as in older packs: the plan alone, without tolerance, once.
   */
  tolerance: z.number().min(0).max(100).nullable().default(null),
  /** The slip is filed with the supervision office before it is issued (rule 12): it waits until the filing has its outcome. */
  filedFirst: z.boolean().default(false),
  /** The slip's own limit: by when it is to be answered in writing; null where T and the next rung say enough. */
  answerWithin: dayLimitSchema.nullable().default(null),
});

/** One of several clocks of an item, each with its own limit: 受理, 转办, 签收, 答复 …, or a stage of 13710. */
const clockSchema = z.strictObject({
  code,
  name: z.string().min(1),
  from: z.enum(['arrival', 'registration', 'dispatch', 'closure']),
  until: z.enum(['registration', 'dispatch', 'sign', 'report', 'closure', 'callBack']),
  /** Of `report`: how many reports are owed by then. */
  reports: z.int().min(1).max(20).default(1),
  limit: limitSchema,
  /** What a stage's report has to say. */
  content: z.string().default(''),
  /** Its day stands in the digest of the unit's handler; only where the limit is in days. */
  announced: z.boolean().default(false),
  /** The slip once it is missed: at the limit itself where that runs day and night, else at the next opening hour. */
  missed: z.strictObject(slipFields).nullable(),
  /** How the light of the unit that missed it turns, until it is done; null: not at all. */
  light: z.enum(['yellow', 'red']).nullable().default(null),
});

/** What a unit has to say by then, and what can be graded: not a signature, not the office's own steps. */
export const isStage = ({ until }: Pick<z.infer<typeof clockSchema>, 'until'>): boolean => until === 'report' || until === 'closure';

/** A class of items that runs on other limits: 特急, 咨询, 疑难. */
const classSchema = z.strictObject({
  code,
  name: z.string().min(1),
  signFor: limitSchema.optional(),
  /** By the clock's code; null where the class does not have that clock. */
  clocks: z.record(z.string(), limitSchema.nullable()).default({}),
});

/** Strikes are counted per unit over all its commitments; each draws up a draft for whoever decides (rule 17). */
const strikesSchema = z.strictObject({
  /** An item counts as a strike so long after T. */
  offset: z.int().min(1).max(400),
  days: daysUnit,
  /** Strikes older than this no longer count. */
  windowMonths: z.int().min(1).max(60),
  /** First, second, third …; the last one for every further strike. */
  steps: z.array(z.strictObject({ code: z.enum(['strikeCircular', 'strikeInterview', 'accountability']), name: z.string().min(1), ...slipFields })).min(1),
});

/**
 * 阶段审核 (rule 1): each stage, a clock that ends with a report or with the request for closure, is reviewed and graded;
 * a bad one is sent back.
 */
const stageReviewSchema = z.strictObject({
  by: postKinds,
  /** Best first. `returned`: the stage has to be reported anew. */
  grades: z.array(z.strictObject({ name: z.string().min(1).max(20), returned: z.boolean() })).min(2).max(10),
  /** How long the unit has for a stage that was sent back, if its own limit does not leave it more. */
  redoWithin: dayLimitSchema,
});

/** When mails may go out, and how many; what is held back says when it will go. */
const sendingSchema = z.strictObject({
  /** Nothing leaves outside it; null: at any hour. */
  window: z.strictObject({ from: timeOfDaySchema, to: clockTime, workingDaysOnly: z.boolean() }).nullable(),
  /** Occasions that never wait. */
  urgent: z.array(z.enum(SLIP_OCCASIONS)),
  /** At most `max` mails within `hours` to a person, to a unit's posts, or of one kind of notice. */
  throttle: z.array(z.strictObject({ per: z.enum(['person', 'unit', 'kind']), max: z.int().min(1).max(10_000), hours: z.int().min(1).max(24) })),
});

const faultIn = (context: Pick<z.core.$RefinementCtx, 'addIssue'>, field: string) => (path: readonly (string | number)[], message: string): void =>
  context.addIssue({ code: 'custom', path: [field, ...path], message });

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
  /** Null where stages take its place. */
  firstFeedback: dayLimitSchema.nullable(),
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
    /** Null: the date alone never turns it yellow. */
    yellowBefore: z.int().min(0).max(200).nullable(),
    redAfter: z.int().min(1).max(200),
    days: daysUnit,
  }),
  review: z.strictObject({ offset: z.int().min(1).max(400), days: daysUnit, overdueTo: postKinds }),
  lookBack: z.strictObject({ offset: z.int().min(1).max(1000), days: daysUnit, name: z.string().min(1).default('回头看'), to: postKinds.default(['reviewer']) }),
  refusalsAllowed: z.int().min(0).max(9),
  /** How long the office has to rule on a refusal; missed, the registrar is reminded, and after as long again the leader is told. Null: no limit. */
  refusalRuling: dayLimitSchema.nullable().default(null),
  longestSuspensionDays: z.int().min(1).max(400),
  extension: z.strictObject({
    leadDays: z.int().min(0).max(60), days: daysUnit, free: z.int().min(0).max(9),
    /** From the ordinary approver upwards. */
    approvers: postKinds.default(['registrar', 'sponsor']),
    /** Longer than so many calendar days after the original date: at least this approver. Lengths: the office sets them. */
    byLength: z.array(z.strictObject({ overDays: z.int().min(0).max(1000), approver: z.enum(POST_KINDS) })).default([]),
    /** How long the approver has. */
    decision: dayLimitSchema.default({ offset: 2, days: 'wd' }),
  }),
  bulletin: z.strictObject({ dataClosesOn: z.int().min(1).max(28), publishedBy: z.int().min(1).max(28) }),
  clocks: z.array(clockSchema).default([]),
  stageReview: stageReviewSchema.nullable().default(null),
  /** Empty: all items run on the pack's own limits. Else each registration names one. */
  classes: z.array(classSchema).default([]),
  strikes: strikesSchema.nullable().default(null),
  /** 清零: on these days (MM-DD; a day off: the last working day before) the digest shows what is still open. */
  clearance: z.strictObject({ on: z.array(z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '应为 MM-DD')).min(1), to: postKinds }).nullable().default(null),
  sending: sendingSchema.default({ window: null, urgent: [], throttle: [] }),
}).superRefine(({ rungs }, context) => {
  const fault = faultIn(context, 'rungs');
  rungs.forEach((rung, index) => {
    const before = rungs.slice(0, index).findLast((other) => other.anchor === rung.anchor);
    if (rung.anchor !== 'previous' && before && before.offset >= rung.offset) fault([index, 'offset'], `应大于上一级的 ${before.offset}`);
    if (rung.anchor === 'previous' && index === 0) fault([index, 'anchor'], '第一级没有上一级，应为 due、dispatch 或 behindPlan');
    if (rung.anchor !== 'due' && rung.offset < (rung.anchor === 'previous' ? 1 : 0)) fault([index, 'offset'], `从${rung.anchor}起算的天数不能小于${rung.anchor === 'previous' ? 1 : 0}`);
    if (rungs.findIndex((other) => other.code === rung.code) !== index) fault([index, 'code'], '各级代码不得重复');
    if (rung.anchor !== 'behindPlan' && rung.tolerance !== null) fault([index, 'tolerance'], '只有按落后序时进度发出的一级可设');
    // One notice a post: a second one to the same post would have the same id.
    [...rung.to, ...rung.copy].forEach((post, place, posts) => {
      if (posts.indexOf(post) === place) return;
      fault([index, ...(place < rung.to.length ? ['to', place] : ['copy', place - rung.to.length])], '同一级的主送、抄送不得重复');
    });
  });
}, whereSound('rungs')).superRefine(({ reminders }, context) => {
  const fault = faultIn(context, 'reminders');
  reminders.forEach(({ before }, index) => {
    if (reminders.findIndex((other) => other.before === before) !== index) fault([index, 'before'], '提醒的天数不得重复');
  });
}, whereSound('reminders')).superRefine(({ extension: { byLength, approvers } }, context) => {
  const fault = faultIn(context, 'extension');
  byLength.forEach(({ approver }, index) => {
    if (!approvers.includes(approver)) fault(['byLength', index, 'approver'], `应为审批人之一：${approvers.join('、')}`);
  });
}, whereSound('extension')).superRefine(({ hours: { opening, cutoff } }, context) => {
  if (opening >= cutoff) faultIn(context, 'hours')(['cutoff'], `应晚于上班时间 ${opening}`);
}, whereSound('hours')).superRefine((pack, context) => {
  const fault = faultIn(context, 'suggested');
  pack.suggested.forEach((path, index) => {
    const found = path.split('.').reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined), pack);
    if (found === undefined) fault([index], `规则中没有 ${path} 这一项`);
  });
}, whereSound('suggested')).superRefine(({ clocks }, context) => {
  const fault = faultIn(context, 'clocks');
  clocks.forEach((clock, index) => {
    if (clocks.findIndex((other) => other.code === clock.code) !== index) fault([index, 'code'], '时钟代码不得重复');
    if (clock.announced && (clock.limit.days === 'h' || clock.limit.days === 'min')) fault([index, 'announced'], '按小时、分钟计的时限不进每日汇总，应为 false');
    if ((clock.from === 'closure') !== (clock.until === 'callBack')) fault([index, 'until'], '办结后的时钟到回访为止，其他时钟不能到回访');
  });
}, whereSound('clocks')).superRefine(({ classes, clocks }, context) => {
  const fault = faultIn(context, 'classes');
  classes.forEach((one, index) => {
    if (classes.findIndex((other) => other.code === one.code) !== index) fault([index, 'code'], '类别代码不得重复');
    for (const name of Object.keys(one.clocks)) {
      if (!clocks.some((clock) => clock.code === name)) fault([index, 'clocks', name], `没有这个时钟，应为：${clocks.map((clock) => clock.code).join('、') || '（本规则没有时钟）'}`);
    }
  });
}, whereSound('classes', 'clocks')).superRefine(({ stageReview, clocks }, context) => {
  if (stageReview === null) return;
  const fault = faultIn(context, 'stageReview');
  stageReview.grades.forEach(({ name }, index, grades) => {
    if (grades.findIndex((other) => other.name === name) !== index) fault(['grades', index, 'name'], '等次不得重复');
  });
  if (stageReview.grades.every(({ returned }) => returned)) fault(['grades'], '至少应有一个不退回的等次');
  if (!clocks.some(isStage)) fault([], '没有可评分的阶段：clocks 中应有到 report 或 closure 为止的时钟');
}, whereSound('stageReview', 'clocks')).superRefine(({ sending: { window } }, context) => {
  if (window && window.from >= window.to) faultIn(context, 'sending')(['window', 'to'], `应晚于 ${window.from}`);
}, whereSound('sending')).superRefine(({ light: { blueBefore, yellowBefore } }, context) => {
  if (yellowBefore !== null && blueBefore < yellowBefore) faultIn(context, 'light')(['blueBefore'], '预告应不晚于预警');
}, whereSound('light'));
export type PolicyPack = z.infer<typeof policyPackSchema>;
export type Rung = PolicyPack['rungs'][number];
export type Clock = PolicyPack['clocks'][number];

/**
 * The pack as it runs for one class of items: the class's limits in place of the pack's own. Done twice, it changes nothing more.
 * Classes and suggestions are left behind: they name clocks that this class may not have, and the pack is parsed again wherever it is handed over.
 */
export const forClass = (pack: PolicyPack, matterClass: string | null): PolicyPack => {
  const own = pack.classes.find((one) => one.code === matterClass);
  if (!own) return pack;
  return {
    ...pack,
    suggested: [],
    classes: [],
    signFor: own.signFor ?? pack.signFor,
    clocks: pack.clocks.flatMap((clock) => {
      const limit = own.clocks[clock.code];
      return limit === null ? [] : [{ ...clock, limit: limit ?? clock.limit }];
    }),
  };
};

/** @returns why a class does not fit the pack; null where it does */
export const classFault = ({ classes }: Pick<PolicyPack, 'classes'>, matterClass: string | undefined): string | null => {
  const known = classes.map((one) => one.name).join('、');
  if (matterClass === undefined) return classes.length === 0 ? null : `这套规则按类别定时限，请填写类别：${known}`;
  if (classes.some((one) => one.code === matterClass)) return null;
  return classes.length === 0 ? '这套规则不分类别，请勿填写' : `没有这个类别，应为：${known}`;
};

export interface PackRef { readonly name: string; readonly version: number }
