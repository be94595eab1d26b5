/**
 * The state of one commitment: what its workflow holds, what continue-as-new and rebuild hand over,
 * and what the projection in MongoDB keeps. JSON only: instants and civil dates are strings.
 */
import { z } from 'zod';
import type { Calendar } from './calendar';
import { measureSchema } from './measures';
import { periodsSchema } from './periods';
import type { PolicyPack } from './policy';
import { stageSchema } from './templates';
import { text } from './text';
import { isCivilDate } from './time';
import { CAUSE_CODES, COMMITMENT_KINDS, COMMITMENT_STATES, COUNTERPARTY_KINDS, FORECASTS, LATENESS, LIGHT_COLOURS, POST_KINDS, PROPOSALS } from './vocabulary';

export const instantSchema = z.iso.datetime({ precision: 3 });
export const civilDateSchema = z.string().refine(isCivilDate, { message: '应为存在的日期，格式 YYYY-MM-DD' }).meta({ format: 'date' });
const idSchema = text().min(1).max(200);

export const reportSchema = z.strictObject({
  at: instantSchema,
  by: z.string(),
  /** Share done, 0 to 100; null where the unit gave none. */
  percent: z.number().min(0).max(100).nullable(),
  line: text().max(500),
  unchanged: z.boolean(),
  forecast: z.enum(FORECASTS).nullable(),
  causeCode: z.enum(CAUSE_CODES).nullable(),
  /** Of the commitment's measures, in their own units. */
  values: z.array(z.strictObject({ measure: z.string(), value: z.number() })).default([]),
  /** Of a recurring matter: the missed period it makes good; null for the present one. */
  period: z.int().min(1).nullable().default(null),
});
export type Report = z.infer<typeof reportSchema>;

/** A stage as it was last reported, and what the reviewer found. */
const stageReportSchema = z.strictObject({
  /** Of the pack's clock. */
  code: z.string(),
  at: instantSchema,
  by: z.string(),
  /** How often it was sent back. */
  returns: z.int().min(0),
  grade: z.strictObject({
    name: z.string(), text: z.string(), at: instantSchema, by: z.string(),
    /** Sent back: to be reported anew by then. */
    redoBy: instantSchema.nullable(),
  }).nullable(),
});

/** One unit's share in the commitment, with clocks of its own. */
export const unitPartSchema = z.strictObject({
  unit: idSchema,
  role: z.enum(['lead', 'co']),
  /** The clock starts here (domain.md, section 2). */
  dispatchedAt: instantSchema,
  /** Silence until here is a deemed signature. */
  signBy: instantSchema,
  signedAt: instantSchema.nullable(),
  deemed: z.boolean(),
  refusals: z.int().min(0),
  pendingRefusal: z.strictObject({
    at: instantSchema, by: z.string(), reason: z.string(),
    /** Ruled on by then, or it is told; null where the pack sets no limit, or all have been told. */
    ruleBy: instantSchema.nullable().default(null),
    /** The registrar has been reminded. */
    reminded: z.boolean().default(false),
  }).nullable(),
  lastReport: reportSchema.nullable(),
  reports: z.int().min(0),
  unchangedReports: z.int().min(0),
  /** Day of the first feedback where a suspension put it off; null: as the pack counts it. */
  feedbackBy: civilDateSchema.nullable().default(null),
  /** The matter was raised above it: it goes on helping, and stays liable. */
  liable: z.boolean().default(false),
  /** Under a pack that grades them, in the order in which they were first reported. */
  stages: z.array(stageReportSchema).default([]),
  /** Reports that made good a stage sent back: they count for no other. */
  redone: z.int().min(0).default(0),
});
export type UnitPart = z.infer<typeof unitPartSchema>;

export const evidenceSchema = z.strictObject({
  id: idSchema,
  unit: idSchema,
  /** The acceptance criterion it serves. */
  criterion: idSchema,
  /** Not `name`: that is the command's own. */
  fileName: text().min(1).max(200),
  /** Bytes. */
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  by: z.string(),
  at: instantSchema,
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** 等谁: the reason why a clock may stand. */
export const counterpartySchema = z.strictObject({ kind: z.enum(COUNTERPARTY_KINDS), name: text().trim().min(1, '不能为空').max(100, '不超过100字') });

const extensionSchema = z.strictObject({
  granted: z.int().min(0),
  refused: z.int().min(0),
  /** Asked for after T. */
  overdueRequests: z.int().min(0),
  pending: z.strictObject({
    at: instantSchema, by: z.string(), unit: idSchema, reason: z.string(), progress: z.string(), to: civilDateSchema, lateness: z.enum(LATENESS),
    approver: z.enum(POST_KINDS), decideBy: instantSchema, overdueTold: z.boolean(),
  }).nullable(),
});

const suspensionSchema = z.strictObject({
  at: instantSchema, by: z.string(), reason: z.string(), counterparty: counterpartySchema,
  until: civilDateSchema,
  /** Opening hour of the first working day from `until` on: it wakes by itself. */
  wakeAt: instantSchema,
  resumeTo: z.enum(COMMITMENT_STATES),
});

export const commitmentSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: idSchema,
  /** Sequence of the last fact applied; the projection's version. */
  seq: z.int().min(0),
  status: z.enum(COMMITMENT_STATES),
  title: z.string().min(1).max(200),
  kind: z.enum(COMMITMENT_KINDS),
  /** 力争: never red for missing the stretch alone. */
  stretch: z.boolean(),
  quote: z.string().max(4000),
  source: z.strictObject({
    id: idSchema, title: z.string(), section: z.string().nullable(), start: z.int().min(0), end: z.int().min(0),
    /** SHA-256 of the source's text that the span counts in. */
    textSha256: z.string().regex(/^[0-9a-f]{64}$/).exactOptional(),
  }).nullable(),
  /** Lead first. A unit that a ruling replaced is kept in `formerUnits`: the chain of liability. */
  units: z.array(unitPartSchema).min(1),
  formerUnits: z.array(z.strictObject({ unit: idSchema, until: instantSchema, reason: z.string(), how: z.enum(['ruled', 'transferred', 'raised']).default('ruled') })),
  sponsor: idSchema,
  registrar: idSchema,
  reviewer: idSchema,
  acceptance: z.array(z.strictObject({ id: idSchema, text: z.string().min(1).max(300) })).min(1),
  registeredAt: instantSchema,
  dispatchedAt: instantSchema.nullable(),
  /** Set where the dispatch waits for a later day. */
  dispatchOn: civilDateSchema.nullable(),
  /** T. `review` marks an undated item, whose review date stands in for a deadline. */
  due: civilDateSchema,
  dueKind: z.enum(['deadline', 'review']),
  originalDue: civilDateSchema,
  /** 序时进度, where the office entered one: planned percent by day, dates ascending; linear between points. */
  plan: z.array(z.strictObject({ date: civilDateSchema, percent: z.number().min(0).max(100) })),
  pack: z.strictObject({ name: z.string(), version: z.int() }),
  calendarVersion: z.string(),
  evidence: z.array(evidenceSchema),
  closure: z.strictObject({
    at: instantSchema,
    by: z.string(),
    summary: z.string(),
    /** Handed in by T: halts the ladder and keeps the colour of its day. */
    inTime: z.boolean(),
    reviewBy: instantSchema,
    overdueTold: z.boolean(),
    colour: z.enum(LIGHT_COLOURS),
    /** Co-units that had not reported their share done. */
    silent: z.array(z.string()).default([]),
  }).nullable(),
  returns: z.int().min(0),
  /** Day on which it counts as done: of the accepted request. */
  doneOn: civilDateSchema.nullable(),
  closedAt: instantSchema.nullable(),
  lookBackAt: instantSchema.nullable(),
  lookBackTold: z.boolean(),
  ladder: z.strictObject({
    /** Starts at 1; a new T after the old one passed starts a new round. */
    round: z.int().min(1),
    /** Rungs done in this round: how many of the pack's list. */
    done: z.int().min(0),
    /** No rung before this instant (a return, a delivery that needs its working day). */
    notBefore: instantSchema.nullable(),
    /** Notices whose outcome the next rung waits for. */
    waitingFor: z.array(z.string()),
    /** Moment of the last rung reached in this round: what a slip's own limit is counted from. */
    at: instantSchema.nullable().default(null),
    /** Codes of the lower rungs that a slip under filing stands for as well. */
    filing: z.array(z.string()).default([]),
    /** Codes of the rungs reached in this round under earlier packs: what was sent is not sent again when the old pack comes back. */
    told: z.array(z.string()).default([]),
  }),
  /** When T was last moved, by whatever way; null where it stands as registered. */
  dueSetAt: instantSchema.nullable().default(null),
  /** One of the pack's classes, where it has any. */
  matterClass: z.string().nullable().default(null),
  /** When a citizen's matter came in, in whatever channel; null where nobody counts it. */
  arrivedAt: instantSchema.nullable().default(null),
  /** How it reads the rules: 1 as older releases did, whose lives are led on as they went until their next command (docs/decisions/0014). */
  readings: z.int().min(1).default(1),
  /** Limits of clocks that were set anew: after a suspension, a return, a reopening. `by` null: no longer owed; `told`: its miss. */
  clocks: z.array(z.strictObject({ key: z.string(), by: instantSchema.nullable(), told: z.boolean() })).default([]),
  /** Clocks whose miss has been told: code, unit and the unit's dispatch. */
  missedClocks: z.array(z.string()).default([]),
  /** Closure is asked for: that answers every clock which still ran for the unit. */
  handedIn: z.boolean().default(false),
  /** The strike of a round of the ladder; `n` once it has been counted over the unit's commitments. */
  strike: z.strictObject({ round: z.int(), at: instantSchema, unit: z.string(), n: z.int().min(1).nullable() }).nullable().default(null),
  /** What a leader decided on proposals to him, by the round in which they were drafted. */
  proposals: z.array(z.strictObject({ proposal: z.enum(PROPOSALS), round: z.int(), approved: z.boolean(), text: z.string(), at: instantSchema, by: z.string() })).default([]),
  /** Colour memory: once red in this period it turns yellow, not green, when made good. */
  wasRed: z.boolean(),
  /** Of a child: its parent, its weight in the parent's progress, and the parent's date when it was born. */
  parent: z.strictObject({ id: idSchema, weight: z.number().positive(), due: civilDateSchema }).nullable().default(null),
  children: z.strictObject({
    items: z.array(z.strictObject({ id: idSchema, title: z.string(), unit: idSchema, due: civilDateSchema, weight: z.number().positive(), acceptance: z.array(z.string()) })),
    /** Why there are none, where that was asked for. */
    none: z.string().nullable(),
  }).default({ items: [], none: null }),
  /** From a template: not closed before it bore children or said why none. */
  spawnsChildren: z.boolean().default(false),
  stages: z.array(stageSchema).default([]),
  measures: z.array(measureSchema).default([]),
  /** Of `recurring` and `standing` matters with a rhythm. */
  periods: periodsSchema.nullable().default(null),
  extension: extensionSchema.default({ granted: 0, refused: 0, overdueRequests: 0, pending: null }),
  suspension: suspensionSchema.nullable().default(null),
  /** 提级, in order: from which unit to which, with what date. */
  raises: z.array(z.strictObject({ at: instantSchema, from: idSchema, to: idSchema, due: civilDateSchema, reason: z.string() })).default([]),
  /** 批示 beside the first one that it may have sprung from; all of them stand in the ledger. */
  instructions: z.strictObject({ count: z.int().min(0), last: z.strictObject({ at: instantSchema, leader: z.string(), text: z.string() }).nullable() }).default({ count: 0, last: null }),
  /** Last time it came back from a suspension: what was reminded of before it is not owed again. */
  resumedAt: instantSchema.nullable().default(null),
  /** Slips that a deputy was tried with, the latest last: once each, whichever of the unit's posts failed first. */
  deputised: z.array(z.string()).default([]),
  /** When its pack or calendar was last changed: a limit that lies before is over by that change alone. */
  replannedAt: instantSchema.nullable().default(null),
  /** Digest lines and bands are written ahead to here; then it wakes to write more. */
  plannedUntil: instantSchema,
  endedAt: instantSchema.nullable(),
  endReason: z.string().nullable(),
  /** The last 50 update ids with the sequence they led to: the server forgets them at continue-as-new. */
  answered: z.array(z.strictObject({ updateId: z.string(), seq: z.int() })),
  /** Added to the workflow's clock; zero in production (design, section 7). */
  clockShiftMs: z.int(),
  /** How long after its moment this one wakes, at most; from the pack, zero in life tests. */
  wakeSpreadMs: z.int().min(0),
});
export type Commitment = z.infer<typeof commitmentSchema>;

/** What decisions need beside the state: looked up by `pack` and `calendarVersion`, never altered. */
export interface Rules {
  readonly pack: PolicyPack;
  readonly calendar: Calendar;
}

export interface Actor {
  /** Person's id, or `engine` for what time itself brought about. */
  readonly person: string;
  readonly name: string;
  /** By a mail's signed link, without logging in. */
  readonly via?: 'link';
}
export const ENGINE: Actor = { person: 'engine', name: '系统' };

export const ANSWERS_KEPT = 50;
/** Children of one parent; as many rows as a page shows. */
export const CHILDREN_LIMIT = 100;
/** Evidence items are part of the workflow's state, which must stay far below the 2 MB blob limit. */
export const EVIDENCE_LIMIT = 200;

export { leadOf, partOf } from './parts';
export { READINGS } from './readings';
