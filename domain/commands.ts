/** What a person may ask of a commitment. The API and the workflow parse the same schemas. */
import { z } from 'zod';
import { civilDateSchema, counterpartySchema, evidenceSchema } from './state';
import { MEASURE_LIMIT } from './measures';
import { text } from './text';
import { CAUSE_CODES, FORECASTS, PROPOSALS, RETURN_CODES } from './vocabulary';

const unit = text().min(1).max(200);
const words = text().trim().min(1, '不能为空').max(500, '不超过500字');

export const commandSchemas = {
  dispatch: z.strictObject({}),
  sign: z.strictObject({ unit }),
  refuse: z.strictObject({ unit, reason: words }),
  rule: z.strictObject({ unit, ruling: z.enum(['same', 'other']), toUnit: unit.optional(), reason: words })
    .refine((r) => (r.ruling === 'other') === (r.toUnit !== undefined), { path: ['toUnit'], message: '改派其他单位时填写，维持原单位时不填' }),
  report: z.strictObject({
    unit,
    percent: z.number().min(0, '应为0至100').max(100, '应为0至100').optional(),
    line: text().trim().max(500, '不超过500字').optional(),
    unchanged: z.boolean().optional(),
    forecast: z.enum(FORECASTS).optional(),
    causeCode: z.enum(CAUSE_CODES).optional(),
    /** A missed period that this makes good. */
    period: z.int().min(1).optional(),
    values: z.array(z.strictObject({ measure: text().min(1).max(20), value: z.number().min(-1e15).max(1e15) })).max(MEASURE_LIMIT).optional(),
  }),
  evidence: evidenceSchema.omit({ by: true, at: true }),
  /** `evidence`: what is handed in with the request itself, so that a unit needs one step. */
  requestClosure: z.strictObject({ unit, summary: words, evidence: z.array(evidenceSchema.omit({ by: true, at: true, unit: true })).max(20, '一次不超过20份').optional() }),
  review: z.strictObject({ result: z.enum(['accepted', 'returned']), reasonCode: z.enum(RETURN_CODES).optional(), text: words }),
  amend: z.strictObject({ due: civilDateSchema, reason: words }),
  lookBack: z.strictObject({ result: z.enum(['passed', 'failed']), text: words, newDue: civilDateSchema.optional() }),
  terminate: z.strictObject({ reason: words }),
  /** `to`: the date asked for; `progress`: how far the matter is (rule 24). */
  requestExtension: z.strictObject({ unit, to: civilDateSchema, reason: words, progress: words }),
  /** The approver states the new date, which may be an earlier one than was asked for. */
  decideExtension: z.strictObject({ result: z.enum(['granted', 'refused']), newDue: civilDateSchema.optional(), text: words }),
  /** `until`: the last day it may stand; without it, the pack's longest time. */
  suspend: z.strictObject({ reason: words, counterparty: counterpartySchema, until: civilDateSchema.optional() }),
  resume: z.strictObject({ text: words }),
  transfer: z.strictObject({ unit, toUnit: unit, reason: words }),
  /** 提级: one level up, with a date of its own. */
  raise: z.strictObject({ toUnit: unit, due: civilDateSchema, reason: words }),
  /** 批示: `leader` as the office writes it, e.g. 李副市长; `newDue` where the matter was closed. */
  instruct: z.strictObject({ leader: text().trim().min(1, '不能为空').max(100, '不超过100字'), text: words, newDue: civilDateSchema.optional() }),
  /** What the speech masked becomes known, or is set anew. */
  setTarget: z.strictObject({ measure: text().min(1).max(20), target: z.number().min(-1e15).max(1e15), reason: words }),
  /** 分解: children, or why there are none. */
  decompose: z.strictObject({
    children: z.array(z.strictObject({
      title: text().trim().min(1, '不能为空').max(120, '不超过120字'), lead: unit, due: civilDateSchema,
      weight: z.number().positive('应大于0').max(1000, '不超过1000').optional(),
      acceptance: z.array(text().trim().min(1).max(300)).min(1, '至少写明一条验收标准').max(20),
    })).min(1, '至少分解一项').max(20, '一次不超过20项').optional(),
    none: words.optional(),
  }).refine((body) => (body.children === undefined) !== (body.none === undefined), { path: ['none'], message: '填写分解事项，或写明无须分解的理由，只填一项' }),
  completeStage: z.strictObject({ stage: text().min(1).max(30), note: words, documentNumber: text().trim().min(1).max(60, '不超过60字').optional() }),
  /** 阶段评分: `stage` as the pack's clock is called, `grade` as the pack names it. */
  gradeStage: z.strictObject({ unit, stage: text().min(1).max(31), grade: text().trim().min(1).max(20), text: words }),
  /** 约谈、问责建议: the leader's word on what was only drafted. */
  decideProposal: z.strictObject({ proposal: z.enum(PROPOSALS), result: z.enum(['approved', 'declined']), text: words }),
  notPursue: z.strictObject({ reason: words }),
  reopen: z.strictObject({ reason: words, newDue: civilDateSchema }),
  /** 换版: go on under another version or another pack; what it would change is shown first (`/api/policies/…/repin/preview`). */
  repin: z.strictObject({ pack: text().trim().min(1).max(40), version: z.int().min(1), matterClass: text().trim().min(1).max(31).optional(), reason: words }),
} as const;

export type CommandName = keyof typeof commandSchemas;
export const COMMAND_NAMES = Object.keys(commandSchemas) as CommandName[];
export type CommandBody<N extends CommandName> = z.infer<(typeof commandSchemas)[N]>;
/** An empty body is inferred as `Record<string, never>`, which would forbid the name too. */
type Fields<N extends CommandName> = CommandBody<N> extends Record<string, never> ? unknown : CommandBody<N>;
export type Command = { [N in CommandName]: { readonly name: N } & Fields<N> }[CommandName];

export const COMMAND_TITLES: Readonly<Record<CommandName, string>> = {
  dispatch: '交办', sign: '签收', refuse: '退单', rule: '裁定退单', report: '反馈', evidence: '提交佐证', requestClosure: '申请办结',
  review: '审核', amend: '调整期限', lookBack: '回头看', terminate: '终止', requestExtension: '申请延期', decideExtension: '审批延期', suspend: '暂停', resume: '恢复办理',
  transfer: '转办', raise: '提级办理', instruct: '批示', setTarget: '确定目标值', decompose: '分解', completeStage: '完成环节', gradeStage: '阶段评分', decideProposal: '决定约谈问责', notPursue: '不再推进', reopen: '重新办理', repin: '换用规则',
};
