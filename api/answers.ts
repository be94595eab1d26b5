/** What the API answers, as schemas: documented from here, and held against every answer that a test is given. */
import { z } from 'zod';
import { SOURCE_KINDS, URGENCIES } from '../domain/default-limits';
import { SENTENCE_KINDS } from '../domain/drafts';
import { measureSchema } from '../domain/measures';
import { periodsSchema } from '../domain/periods';
import { stageSchema, templateSchema } from '../domain/templates';
import { COMMAND_NAMES } from '../domain/commands';
import { EVIDENCE_KINDS } from '../intake/evidence-kind';
import { WARNING_CODES } from './evidence-views';
import { PROBLEM_CODES } from './problems';
import { commitmentSchema, evidenceSchema, instantSchema, unitPartSchema } from '../domain/state';
import {
  COMMITMENT_KINDS, COMMITMENT_STATES, LIGHT_CLASSES, LIGHT_COLOURS, LINE_OCCASIONS, NOTICE_STATES, POST_KINDS, SLIP_OCCASIONS, SUPPRESSION_REASONS, type LightColour,
} from '../domain/vocabulary';

const object = z.strictObject;
const id = z.string();
const date = z.string().meta({ format: 'date' });
const at = z.string().meta({ format: 'date-time' });
const count = z.int().min(0);
const actor = object({ person: z.string(), name: z.string(), via: z.literal('link').optional().describe('由邮件链接，未登录') });
const sha256 = z.string();
const of = commitmentSchema.shape;
const occasion = z.enum([...SLIP_OCCASIONS, ...LINE_OCCASIONS]);

export const problemAnswer = z.looseObject({
  type: z.string(), title: z.string(), status: z.int(), code: z.enum(PROBLEM_CODES), detail: z.string(), hint: z.string(),
  errors: z.array(object({ path: z.string(), message: z.string(), accepted: z.string() })).optional(), instance: z.string().optional(),
}).meta({ id: 'Problem', description: '出错说明（RFC 9457）：code 不变，可据以编程；title、detail、hint 供人阅读；errors 逐项说明哪里有误、可填什么' });

/** One of each light, by name: a record would leave its keys open in the contract. */
export const byLight = <T extends z.ZodType>(each: T) => object({ red: each, yellow: each, blue: each, green: each, paused: each, closed: each } satisfies Record<LightColour, T>);
const lightAnswer = object({ colour: z.enum(LIGHT_CLASSES).describe('closed 为办结；终止和不再推进的为 dropped'), name: z.string(), reasons: z.array(z.string()), text: z.string() }).meta({ id: 'Light' });
const momentAnswer = object({ kind: z.string(), at, date, text: z.string() }).meta({ id: 'Moment' });

const item = {
  self: z.string(), id, number: z.string().nullable(), title: z.string(), kind: z.enum(COMMITMENT_KINDS), stretch: z.boolean(),
  source: object({ id, title: z.string(), section: z.string().nullable() }).nullable(),
  lead: object({ unit: id, name: z.string() }), status: z.enum(COMMITMENT_STATES), statusName: z.string(),
  due: date, dueKind: of.dueKind, dueProvisional: z.boolean(), light: lightAnswer, distance: z.string(), nextMoment: momentAnswer.nullable(),
  originalDue: date, progress: object({ planned: z.number().nullable(), actual: z.number().nullable() }), level: z.string().nullable(), lastWord: object({ at, text: z.string() }).nullable(),
};
export const itemAnswer = object(item).meta({ id: 'CommitmentItem' });
export const listAnswer = object({ items: z.array(itemAnswer), next: z.string().nullable().describe('下一页的位置；没有下一页时为空'), asOf: at });

export const countAnswer = object({ count, more: z.boolean().describe('多于此数，不再细数'), asOf: at });

const ofPeriods = periodsSchema.shape;
const periodsAnswer = object({
  rhythm: object({ ...ofPeriods.rhythm.shape, name: z.string() }), counts: ofPeriods.counts,
  now: ofPeriods.now.unwrap().extend({ light: lightAnswer }).nullable(), past: z.array(ofPeriods.past.element.extend({ light: lightAnswer })),
  owed: z.array(object({ unit: id, index: z.int().min(1), due: date })).describe('尚可补报的各期，由哪个单位补报'),
});

const commitment = {
  ...item, version: count, quote: z.string(),
  lightNotes: object({ remedies: z.array(z.string()).describe('怎样转绿'), uncounted: z.array(z.string()).describe('报来而不起作用的') }),
  circumstances: z.array(object({ title: z.string(), text: z.string() })).describe('暂停、延期、提级、批示等情况，每项一句'), source: of.source,
  units: z.array(unitPartSchema.extend({ name: z.string(), light: lightAnswer })),
  formerUnits: z.array(of.formerUnits.element.extend({ name: z.string() })),
  sponsor: id, registrar: id, reviewer: id,
  acceptance: z.array(object({ id, text: z.string(), evidence: count })),
  evidence: z.array(evidenceSchema.extend({ file: z.string() })),
  registeredAt: at, dispatchedAt: at.nullable(), dispatchOn: date.nullable(),
  extension: of.extension, suspension: of.suspension,
  raises: z.array(of.raises.unwrap().element.extend({ fromName: z.string(), toName: z.string() })),
  instructions: of.instructions, plan: of.plan,
  measures: z.array(measureSchema.extend({ planned: z.number().nullable(), behind: z.boolean(), text: z.string() })),
  stageReview: object({
    grades: z.array(object({ name: z.string(), returned: z.boolean().describe('退回重报') })),
    stages: z.array(object({
      unit: id, unitName: z.string(), code: z.string(), name: z.string(), reportedAt: at.nullable(), returns: count, grade: object({ name: z.string(), text: z.string(), at }).nullable(),
      awaited: z.boolean().describe('已报告，待评分'), text: z.string(),
    })),
  }).nullable().describe('各阶段及其评分；规则不对阶段评分的为空'),
  clocks: z.array(object({ unit: id, unitName: z.string(), code: z.string(), name: z.string(), limit: at.nullable(), late: z.boolean(), text: z.string() })).describe('规则所定的其他时限，各单位分别计算'),
  periods: periodsAnswer.nullable(),
  parent: object({ id, weight: z.number(), due: date, self: z.string() }).nullable(), stages: z.array(stageSchema), spawnsChildren: z.boolean(), noChildren: z.string().nullable(),
  closure: of.closure, returns: count, doneOn: date.nullable(), closedAt: at.nullable(), lookBackAt: at.nullable(), endedAt: at.nullable(),
  endReason: z.string().nullable(), ladder: object({ round: count, done: count, level: z.string().nullable() }), wasRed: z.boolean(),
  rules: object({ pack: z.string(), calendar: z.string() }), asOf: at,
};
export const commitmentAnswer = object(commitment).meta({ id: 'Commitment' });
export const commandAnswer = object({ commitment: commitmentAnswer, version: count });
export const oneAnswer = object({
  ...commitment,
  quoteContext: object({ before: z.string(), after: z.string() }).nullable().describe('原话前后各一句；原文已不可得的为空'),
  parentTitle: z.string().nullable(),
  children: z.array(object({ ...item, weight: z.number(), percent: z.number().nullable(), afterParent: z.boolean() })),
  childrenProgress: z.number().nullable(),
  timeline: z.array(object({ seq: count, at, recordedAt: at, type: z.string(), title: z.string(), actor, text: z.string(), ruleVersion: z.string(), hash: sha256 })),
  upcoming: object({ moment: momentAnswer.nullable(), lines: z.array(object({ occasion, at, unit: id, post: id })),
    mails: z.array(object({ at, date, occasion, name: z.string(), digest: z.boolean().describe('并入当日汇总'), to: z.array(z.string()) })).describe('无人办理时，今后60天将自行发出的') }),
  bands: z.array(lightAnswer.extend({ status: z.enum(COMMITMENT_STATES), due: date, unit: id, from: at, to: at.nullable() })),
  /** 岗位的名称和今天在岗的人. */
  people: z.array(object({ kind: z.enum(['sponsor', 'registrar', 'reviewer']), post: id, postName: z.string(), person: z.string().nullable() })),
  reports: z.array(object({ at, unit: id, percent: z.number().nullable(), values: z.array(object({ measure: z.string(), value: z.number() })) })).describe('历次反馈的进度和指标数值'),
  commands: z.array(object({
    name: z.enum(COMMAND_NAMES as [string, ...string[]]), title: z.string(), possible: z.boolean(), units: z.array(id).describe('可代哪些单位办理；与单位无关的为空'), why: z.string().optional(), hint: z.string().optional(),
  })).describe('您现在可以办理的操作；不能办理的附原因。读取以往日期时为空'),
}).meta({ id: 'CommitmentWithTimeline' });

export const templatesAnswer = object({ items: z.array(templateSchema) });

const sm3 = z.string().nullable().describe('GB/T 32905；运行环境不提供该算法时为空');
const fileKind = z.enum(EVIDENCE_KINDS).nullable();
export const fileAnswer = object({ id, name: z.string(), size: count, sha256, sm3, kind: fileKind, held: z.boolean().describe('病毒扫描未能进行，扫描之前不提供') });
export const evidenceListAnswer = object({
  items: z.array(object({
    id, name: z.string(), kind: fileKind, kindName: z.string(), size: count, sha256, sm3, uploadedAt: at.nullable(), uploadedBy: actor.nullable(),
    handedIn: object({ unit: id, unitName: z.string(), criterion: id, criterionText: z.string(), version: z.int().min(1), at, by: id }).nullable().describe('作为哪条验收标准的第几版佐证提交；只上传未提交时为空'),
    madeOn: date.nullable().describe('文件自记的最后修改或拍摄日期'), scan: object({ state: z.enum(['off', 'clean', 'held']), at }).nullable(),
    warnings: z.array(object({ code: z.enum(WARNING_CODES), text: z.string() })), file: z.string(), preview: z.string().nullable(),
  })),
}).meta({ id: 'EvidenceFiles' });

export const noticeAnswer = object({
  id, commitment: id, occasion, occasionName: z.string(), period: z.string(), post: id, postKind: z.enum(POST_KINDS), postName: z.string(), unit: id, at, factSeq: count.nullable(),
  slip: object({ document: z.string(), series: z.string() }).nullable(), awaited: z.boolean(), copy: z.boolean(), state: z.enum(NOTICE_STATES), stateName: z.string(),
  slipNumber: z.string().nullable(), createdAt: at, attempts: count, ambiguous: count, claimedAt: at.nullable(), person: id.nullable(), address: z.string().nullable(),
  messageId: z.string().nullable(), reason: z.enum(SUPPRESSION_REASONS).nullable(), reasonName: z.string().nullable(), response: z.string().nullable(), error: z.string().nullable(), errorName: z.string().nullable(),
  nextAttemptAt: at.nullable(), queued: object({ expectedAt: at, text: z.string() }).nullable(), digest: z.string().nullable(), settledAt: at.nullable(),
  resendOf: id.nullable().describe('重发的是哪一件'), resent: object({ notice: id, at, person: id, name: z.string() }).nullable().describe('由谁重发，重发为哪一件'),
  resend: object({ possible: z.boolean(), why: z.string().nullable() }).describe('您现在可否重发；没有送达而不能重发的附原因'),
}).meta({ id: 'Notice' });
export const noticeListAnswer = object({ items: z.array(noticeAnswer), next: z.string().nullable().describe('下一页的位置；没有下一页时为空') });
export const noticeCountsAnswer = object({ late: z.string().nullable().describe('有邮件久未发出时的说明'), counts: z.array(object({ occasion, occasionName: z.string(), state: z.enum(NOTICE_STATES), stateName: z.string(), count })) });

const tally = {
  total: count, done: count, open: count, dropped: count,
  completion: object({ percent: z.number().nullable(), numerator: count, denominator: count }),
};
const lights = byLight(count);
export const summaryAnswer = object({
  asOf: at, ...tally, byLight: z.array(object({ colour: z.enum(LIGHT_COLOURS), name: z.string(), count })),
  byUnit: z.array(object({ unit: id, name: z.string(), ...tally, lights })), bySource: z.array(object({ source: id.nullable(), ...tally, lights })),
});

const provenance = z.union([
  object({ kind: z.literal('explicit'), start: count, end: count }),
  object({ kind: z.literal('derived'), rule: z.string(), words: z.string() }),
  object({ kind: z.literal('assigned'), by: actor, at }),
]).meta({ id: 'Provenance', description: '此值从何而来：原文所说（及其位置）、规则推得、或何人何时填写' });
export const held = <T extends z.ZodType>(value: T) => object({ value, provenance });
const coverage = { sentences: count, tracked: count, untracked: count, unexplained: count, drafts: count, ready: count, registered: count };
const coverageAnswer = object({ ...coverage, percent: z.number().nullable().describe('已有去向的句子所占百分比') });

const draftAnswer = object({
  id, start: count, end: count, sentences: z.array(id), section: z.string().nullable(), quote: z.string(),
  title: held(z.string()), kind: held(z.enum(COMMITMENT_KINDS)), stretch: held(z.boolean()),
  said: object({
    due: held(object({ words: z.string(), date: date.nullable(), provisional: z.boolean() })).nullable(), cadence: held(z.string()).nullable(), lead: held(z.string()).nullable(),
    support: z.array(held(z.string())),
    measures: z.array(held(object({ value: z.string().nullable(), unit: z.string(), direction: z.string(), denominator: z.string().nullable(), words: z.string() }))),
    masked: z.array(object({ start: count, end: count })),
  }),
  lead: held(id).nullable(), coUnits: held(z.array(id)).nullable(), due: held(date).nullable(), reviewDate: held(date).nullable(), dispatchOn: held(date).nullable(),
  acceptance: held(z.array(z.string())).nullable(), sponsor: held(id).nullable(), registrar: held(id).nullable(), reviewer: held(id).nullable(), pack: held(z.string()).nullable(),
  matterClass: held(z.string()).nullable(), arrivedAt: held(at).nullable(), rhythm: held(ofPeriods.rhythm).nullable(), template: held(z.string()).nullable(),
  measures: held(z.array(measureSchema.omit({ id: true, from: true, actual: true }))).nullable(),
  plan: held(of.plan).nullable(), proposedReview: held(date).nullable(), byClass: z.boolean().describe('所用的规则按类别定时限，须选定类别'),
  warnings: z.array(object({ code: z.string(), text: z.string(), other: z.string().optional() })),
  origin: z.union([object({ kind: z.literal('analysed') }), object({ kind: z.enum(['split', 'merge', 'selection']), of: z.array(id), by: actor, at })]),
  state: z.union([
    object({ kind: z.literal('open') }), object({ kind: z.literal('dropped'), reason: z.string(), by: actor, at }), object({ kind: z.literal('replaced'), by: z.array(id), at }),
    object({ kind: z.literal('registering'), registration: id }), object({ kind: z.literal('registered'), registration: id, commitment: id, at }),
  ]),
  lacks: z.array(object({ code: z.string(), name: z.string() })),
  commitment: object({ id, number: z.string().nullable(), self: z.string() }).nullable(),
}).meta({ id: 'Draft' });
const sentenceAnswer = object({
  id, start: count, end: count, order: z.number(), section: z.int(), text: z.string(), kind: held(z.enum(SENTENCE_KINDS)), reason: held(z.string()),
  removed: object({ by: actor, at, revision: count }).nullable(), tracked: z.boolean(), drafts: z.array(draftAnswer),
}).meta({ id: 'Sentence' });

const source = {
  self: z.string(), id, kind: z.enum(SOURCE_KINDS), urgency: z.enum(URGENCIES).nullable(), title: z.string(), date: date.nullable(), speaker: z.string().nullable(),
  basis: z.array(z.string()), sha256, file: object({ name: z.string(), sha256, encoding: z.string(), format: z.enum(['txt', 'docx']) }).nullable(), length: count,
  notes: z.array(z.string()), coverage: coverageAnswer, importedAt: instantSchema, importedBy: actor, version: count, revision: count,
  supersedes: z.array(object({ revision: count, sha256, until: at, by: actor })), running: z.array(id),
  lastChange: object({ by: actor, at }).nullable(),
};
export const sourceAnswer = object(source).meta({ id: 'Source' });
export const sourceListAnswer = object({ items: z.array(sourceAnswer), next: z.string().nullable() });
const sections = z.array(object({ index: count, heading: z.string(), level: count, start: count, end: count }));
/** What is read, not what is worked on: a long speech comes at a fifth of the size. */
export const readingAnswer = object({
  ...source, sections, next: z.number().nullable(),
  sentences: z.array(object({
    id, start: count, end: count, order: z.number(), section: z.int(), text: z.string(), kind: z.enum(SENTENCE_KINDS), tracked: z.boolean(), removed: z.boolean(),
    reason: held(z.string()).nullable().describe('为何不跟踪；跟踪的为空'),
    drafts: z.array(object({
      id, sentences: z.array(id), title: z.string(), kind: z.enum(COMMITMENT_KINDS), stretch: z.boolean(), state: z.enum(['open', 'dropped', 'registering', 'registered']),
      dropped: z.string().nullable().describe('为何撤下'), lacks: z.array(z.string()).describe('立项前还缺哪些，以名称列出'), commitment: id.nullable(),
    })),
  })),
}).meta({ id: 'SourceReading' });
export const sourceTextAnswer = object({
  ...source, sections, sentences: z.array(sentenceAnswer), drafts: count, next: z.number().nullable(),
}).meta({ id: 'SourceWithSentences' });
const reportAnswer = object({
  unchanged: count, changed: z.array(object({ sentence: id, before: z.string(), after: z.string(), registered: z.array(id) })),
  added: z.array(object({ sentence: id, text: z.string() })),
  removed: z.array(object({ sentence: id, text: z.string(), kept: z.boolean(), registered: z.array(id), lost: z.array(z.string()) })),
  drafts: object({ kept: count, added: count, removed: count }),
}).meta({ id: 'ReimportReport' });
export const reimportedAnswer = object({ ...source, report: reportAnswer.nullable() });
export const correctedAnswer = object({ version: count, coverage: coverageAnswer, sentences: z.array(sentenceAnswer), drafts: z.array(draftAnswer) });
export const registrationAnswer = object({
  self: z.string(), id, source: id, state: z.enum(['running', 'completed']), total: count, done: count, failed: z.array(object({ draft: id, reason: z.string() })),
  by: actor, at, endedAt: at.nullable(),
}).meta({ id: 'Registration' });

export const liveAnswer = object({ live: z.literal(true) });
export const readyAnswer = object({ ready: z.boolean(), mongo: z.boolean(), temporal: z.boolean() });
export const engineAnswer = object({
  driven: z.boolean(), queues: z.array(object({ queue: z.string(), workers: count })),
  outbox: object({ waiting: count, deferred: count, oldest: at.nullable() }).describe('该发而未发的邮件；其中发送未成、待再试的；最早一封何时该发'),
  newestLateness: object({ seconds: z.number(), recordedAt: at }).nullable(),
});
