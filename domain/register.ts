/** 立项: from a complete draft to the first state of a commitment. The one way a life begins. */
import { z } from 'zod';
import { isProvisional } from './calendar';
import { dateWords } from './date-words';
import { limitAfter } from './moments';
import { REVIEW_MONTHS } from './periods';
import { classFault } from './policy';
import { plannedUntilFrom } from './apply';
import { FIELD_SHAPES, type RegistrationFault } from './registration-fields';
import { whereSound } from './schema-faults';
import { READINGS, type Commitment, type Rules } from './state';
import { askedStagesSchema, type Template } from './templates';
import { text } from './text';
import { addMonths, civilDateOf, type Instant } from './time';
import { COMMITMENT_KINDS, hasRhythm } from './vocabulary';

const id = text().trim().min(1, '不能为空').max(100, '不超过100字');

/** What must be there to register (design, section 4): lead unit, deadline or review date, acceptance criterion, policy pack. */
export const registrationSchema = z.strictObject({
  title: text().trim().min(1, '不能为空').max(120, '不超过120字'),
  kind: z.enum(COMMITMENT_KINDS),
  stretch: z.boolean().default(false),
  quote: text().max(4000).default(''),
  source: z.strictObject({
    id, title: text().max(200), section: text().max(200).nullable(), start: z.int().min(0), end: z.int().min(0),
    textSha256: z.string().regex(/^[0-9a-f]{64}$/, '应为64位十六进制').exactOptional(),
  }).nullable().default(null),
  lead: FIELD_SHAPES.lead,
  coUnits: FIELD_SHAPES.coUnits.default([]),
  sponsor: FIELD_SHAPES.sponsor,
  registrar: FIELD_SHAPES.registrar.default('registrar'),
  reviewer: FIELD_SHAPES.reviewer.default('reviewer'),
  acceptance: FIELD_SHAPES.acceptance,
  /** Deadline; or, for an item without one, `reviewDate`. */
  due: FIELD_SHAPES.due.optional(),
  reviewDate: FIELD_SHAPES.reviewDate.optional(),
  dispatchOn: FIELD_SHAPES.dispatchOn.optional(),
  template: FIELD_SHAPES.template.exactOptional(),
  stages: askedStagesSchema.default([]),
  spawnsChildren: z.boolean().default(false),
  measures: FIELD_SHAPES.measures.default([]),
  rhythm: FIELD_SHAPES.rhythm.nullable().default(null),
  plan: FIELD_SHAPES.plan.default([]),
  pack: FIELD_SHAPES.pack.default('标准'),
  matterClass: FIELD_SHAPES.matterClass.optional(),
  arrivedAt: FIELD_SHAPES.arrivedAt.optional(),
}).superRefine(({ due, reviewDate }, context) => {
  if ((due === undefined) === (reviewDate === undefined)) context.addIssue({ code: 'custom', path: ['due'], message: '办结期限与复核日期须填写一项，且只填一项' });
}, whereSound('due', 'reviewDate')).superRefine(({ lead, coUnits }, context) => {
  if (new Set([lead, ...coUnits]).size !== coUnits.length + 1) context.addIssue({ code: 'custom', path: ['coUnits'], message: '配合单位不得重复，也不得与牵头单位相同' });
}, whereSound('lead', 'coUnits')).superRefine(({ rhythm, kind }, context) => {
  if (rhythm !== null && !hasRhythm(kind)) context.addIssue({ code: 'custom', path: ['rhythm'], message: '只有定期、持续推进的事项可以设周期' });
}, whereSound('rhythm', 'kind'));
export type Registration = z.infer<typeof registrationSchema>;

export interface RegistrationContext {
  readonly id: string;
  /** D, unless `dispatchOn` names a later day. */
  readonly at: Instant;
  readonly clockShiftMs: number;
  /** Overrides the pack's window, for life tests. */
  readonly wakeSpreadMs?: number;
}

/** @returns the registration with what its template brings, or why it cannot be */
export const fromTemplate = (draft: Registration, templates: readonly Template[]): Registration | RegistrationFault => {
  const { template: name, ...rest } = draft;
  if (name === undefined) return rest;
  const template = templates.find((one) => one.name === name);
  if (!template) return { path: 'template', message: `没有名为“${name}”的模板，应为：${templates.map((one) => one.name).join('、')}` };
  if (rest.stages.length > 0) return { path: 'stages', message: '选用模板的，环节随模板带入，请勿另填' };
  return { ...rest, stages: template.stages, spawnsChildren: template.spawnsChildren };
};

/** @returns what the pack asks for beside the rest: a class where it has classes, none where it has none */
export const classFaults = (draft: Registration, pack: Rules['pack']): RegistrationFault[] => {
  const message = classFault(pack, draft.matterClass);
  return message === null ? [] : [{ path: 'matterClass', message }];
};

/** @returns the faults that only the date of registration shows; empty if it can be registered */
export const registrationFaults = (draft: Registration, at: Instant): RegistrationFault[] => {
  const today = civilDateOf(at);
  const faults: RegistrationFault[] = [];
  const due = draft.due ?? draft.reviewDate ?? today;
  if (due < today) faults.push({ path: draft.due === undefined ? 'reviewDate' : 'due', message: `早于立项之日${dateWords(today, today)}，请填写当日或以后的日期` });
  const latest = addMonths(today, REVIEW_MONTHS);
  if (hasRhythm(draft.kind) && due > latest) faults.push({ path: draft.due === undefined ? 'reviewDate' : 'due', message: `周期性、持续性事项至少每年复核一次，请填写${dateWords(latest, today)}以前的日期` });
  if (draft.dispatchOn !== undefined && (draft.dispatchOn < today || draft.dispatchOn > due)) {
    faults.push({ path: 'dispatchOn', message: `交办日期应在${dateWords(today, today)}至${dateWords(due, today)}之间` });
  }
  if (draft.arrivedAt !== undefined && draft.arrivedAt > at) faults.push({ path: 'arrivedAt', message: '来件时间晚于现在' });
  return faults;
};

/** The first state, dispatch included unless a later day is given. Its facts are written by the first wake. */
export const register = (draft: Registration, context: RegistrationContext, rules: Rules): Commitment => {
  const { at } = context;
  const later = draft.dispatchOn !== undefined && draft.dispatchOn > civilDateOf(at);
  const signBy = limitAfter(rules, at, rules.pack.signFor);
  const due = draft.due ?? draft.reviewDate;
  if (due === undefined) throw new RangeError('a registration has a deadline or a review date');
  return {
    schemaVersion: 1,
    id: context.id,
    seq: 0,
    status: later ? 'REGISTERED' : 'DISPATCHED',
    title: draft.title,
    kind: draft.kind,
    stretch: draft.stretch,
    quote: draft.quote,
    source: draft.source,
    units: [draft.lead, ...draft.coUnits].map((unit, index) => ({
      unit, role: index === 0 ? 'lead' : 'co', dispatchedAt: at, signBy, signedAt: null, deemed: false,
      refusals: 0, pendingRefusal: null, lastReport: null, reports: 0, unchangedReports: 0, feedbackBy: null, liable: false, stages: [], redone: 0,
    })),
    formerUnits: [],
    sponsor: draft.sponsor,
    registrar: draft.registrar,
    reviewer: draft.reviewer,
    acceptance: draft.acceptance.map((text, index) => ({ id: `a${index + 1}`, text })),
    registeredAt: at,
    dispatchedAt: later ? null : at,
    dispatchOn: later ? (draft.dispatchOn ?? null) : null,
    due,
    dueKind: draft.due === undefined ? 'review' : 'deadline',
    originalDue: due,
    plan: draft.plan,
    pack: { name: rules.pack.name, version: rules.pack.version },
    calendarVersion: rules.calendar.version,
    evidence: [],
    closure: null,
    returns: 0,
    doneOn: null,
    closedAt: null,
    lookBackAt: null,
    lookBackTold: false,
    ladder: { round: 1, done: 0, notBefore: null, waitingFor: [], at: null, filing: [], told: [] },
    dueSetAt: null,
    matterClass: draft.matterClass ?? null,
    arrivedAt: draft.arrivedAt ?? null,
    readings: READINGS,
    clocks: [],
    missedClocks: [],
    handedIn: false,
    strike: null,
    proposals: [],
    wasRed: false,
    extension: { granted: 0, refused: 0, overdueRequests: 0, pending: null },
    measures: draft.measures.map((measure, index) => ({ ...measure, id: `m${index + 1}`, from: civilDateOf(at), actual: null })),
    periods: draft.rhythm === null ? null : { rhythm: draft.rhythm, now: null, past: [], counts: { kept: 0, missed: 0, madeGood: 0, excused: 0 } },
    parent: null,
    children: { items: [], none: null },
    spawnsChildren: draft.spawnsChildren,
    stages: draft.stages.map((stage) => ({ ...stage, done: null })),
    raises: [],
    instructions: { count: 0, last: null },
    suspension: null,
    resumedAt: null,
    deputised: [],
    replannedAt: null,
    plannedUntil: plannedUntilFrom(at),
    endedAt: null,
    endReason: null,
    answered: [],
    clockShiftMs: context.clockShiftMs,
    wakeSpreadMs: context.wakeSpreadMs ?? rules.pack.wakeSpreadMinutes * 60_000,
  };
};

/** True where T or a limit lies in a year without a published notice: shown beside the date. */
export const isDueProvisional = (state: Commitment, rules: Rules): boolean => isProvisional(rules.calendar, state.due);
