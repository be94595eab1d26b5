/** What may be answered by a link, asked of the same rules as everywhere; and a form's fields as the command they mean. */
import { z } from 'zod';
import { decide } from '../../domain/decide';
import { isRefusal, type Refusal } from '../../domain/refusals';
import type { Command, CommandName } from '../../domain/commands';
import { civilDateSchema, type Commitment } from '../../domain/state';
import { addDays, civilDateOf } from '../../domain/time';
import { CAUSE_CODES, isUnitPost } from '../../domain/vocabulary';
import { mayDo, ROLE_OF_POST, type Principal } from '../access';
import type { GoodLink } from './standing';

export const REPLY_ACTIONS = ['sign', 'report', 'same', 'stage', 'closure', 'evidence', 'extension', 'refuse'] as const;
export type ReplyAction = (typeof REPLY_ACTIONS)[number];
export const COMMAND_OF: Readonly<Record<ReplyAction, CommandName>> = {
  sign: 'sign', report: 'report', same: 'report', stage: 'completeStage', closure: 'requestClosure', evidence: 'evidence', extension: 'requestExtension', refuse: 'refuse',
};

const SCOPE = [...new Set(Object.values(COMMAND_OF))].map((name) => `command.${name}` as const);

const principalOf = ({ actor, postKind, claim }: GoodLink): Principal => ({
  person: actor.person, name: actor.name, roles: [ROLE_OF_POST[postKind]], units: [claim.unit], posts: [claim.post], via: 'link', scope: SCOPE,
});

/** The stage whose turn it is. */
export const nextStage = ({ stages }: Commitment): Commitment['stages'][number] | undefined => stages.find(({ done }) => done === null);

/** A command as a person might send it, to ask the rules whether it would be taken. */
const probe = (action: ReplyAction, { state, at, claim: { unit } }: GoodLink): Command => {
  const file = { fileName: 'x', size: 0, sha256: '0'.repeat(64) };
  const today = civilDateOf(at);
  switch (action) {
    case 'sign': return { name: 'sign', unit };
    case 'report': return { name: 'report', unit, line: 'x', causeCode: 'other' };
    case 'same': return { name: 'report', unit, unchanged: true, causeCode: 'other' };
    case 'stage': return { name: 'completeStage', stage: nextStage(state)?.code ?? '', note: 'x', documentNumber: 'x' };
    case 'evidence': return { name: 'evidence', unit, id: 'x', criterion: state.acceptance[0]?.id ?? '', ...file };
    case 'closure': return { name: 'requestClosure', unit, summary: 'x', evidence: state.acceptance.map(({ id }) => ({ id, criterion: id, ...file })) };
    case 'extension': return { name: 'requestExtension', unit, to: addDays(state.due > today ? state.due : today, 1), reason: 'x', progress: 'x' };
    case 'refuse': return { name: 'refuse', unit, reason: 'x' };
  }
};

/** Why an action cannot be taken now; null where it can. */
export const whyNot = (action: ReplyAction, link: GoodLink): Refusal | 'notYours' | null => {
  const object = { units: [link.claim.unit], sponsor: link.state.sponsor };
  if (!isUnitPost(link.postKind) || !mayDo(principalOf(link), `command.${COMMAND_OF[action]}`, object)) return 'notYours';
  const decision = decide(link.state, probe(action, link), { at: link.at, actor: link.actor, updateId: null }, link.rules);
  return isRefusal(decision) ? decision : null;
};
export const possibleActions = (link: GoodLink): ReplyAction[] => REPLY_ACTIONS.filter((action) => whyNot(action, link) === null);

const words = z.string().trim().min(1, '请填写').max(500, '不超过500字');
/** A field left empty; of one that is not, the fault's own words are kept, which a union would lose. */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const causeCode = optional(z.enum(CAUSE_CODES, '请从所列原因中选择'));
const percent = optional(z.string().trim().regex(/^\d{1,3}$/, '请填0至100的整数').transform(Number).pipe(z.number().max(100, '请填0至100的整数')));
/** Of a period; which may be made good, the rules say. */
const period = optional(z.string().regex(/^\d{1,6}$/, '请从所列各期中选择').transform(Number));
const criterion = z.string().max(200).default('');

/** As the forms send them; a file is not among the fields. */
export const formSchemas = {
  sign: z.object({}),
  report: z.object({ word: words, percent, causeCode, period }),
  same: z.object({ causeCode, period }),
  stage: z.object({ stage: z.string().max(30), note: words, documentNumber: optional(z.string().trim().max(60, '不超过60字')) }),
  closure: z.object({ summary: words, criterion }),
  evidence: z.object({ criterion }),
  extension: z.object({ to: civilDateSchema, reason: words, progress: words }),
  refuse: z.object({ reason: words }),
} as const;

/** A measure's field in the report. */
export const valueField = (measure: string): string => `value-${measure}`;
const figure = optional(z.string().trim().regex(/^-?\d{1,15}(\.\d{1,6})?$/, '请填数字，如 85.5').transform(Number));

/** The figures that were filled in, or what is wrong with them. */
const valuesIn = (fields: Readonly<Record<string, string>>, { measures }: Commitment): { readonly values: readonly { readonly measure: string; readonly value: number }[]; readonly faults: Readonly<Record<string, string>> } => {
  const read = measures.map(({ id }) => ({ id, result: figure.safeParse(fields[valueField(id)]) }));
  return {
    values: read.flatMap(({ id, result: { data } }) => (data === undefined ? [] : [{ measure: id, value: data }])),
    faults: Object.fromEntries(read.flatMap(({ id, result: { error } }) => (error === undefined ? [] : [[valueField(id), error.issues[0]?.message ?? '']]))),
  };
};

/** Only what is given: an optional field that is absent and one that is `undefined` differ. */
const given = <T extends object>(fields: T): T => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

export type Answer =
  | { readonly ok: true; readonly command: CommandName; readonly body: object }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> };

/** @param file the id of the file that came with the form */
export const answerOf = (action: ReplyAction, fields: Readonly<Record<string, string>>, file: string | null, { claim: { unit }, state }: GoodLink): Answer => {
  const parsed = formSchemas[action].safeParse(fields);
  const { values, faults } = action === 'report' ? valuesIn(fields, state) : { values: [], faults: {} };
  if (!parsed.success || Object.keys(faults).length > 0) {
    return { ok: false, faults: { ...faults, ...Object.fromEntries((parsed.error?.issues ?? []).map((issue) => [String(issue.path[0]), issue.message])) } };
  }
  const sent: Readonly<Record<string, unknown>> = parsed.data;
  const command = COMMAND_OF[action];
  const served = typeof sent['criterion'] === 'string' && sent['criterion'] !== '' ? sent['criterion'] : (state.acceptance[0]?.id ?? '');
  switch (action) {
    case 'sign': return { ok: true, command, body: { unit } };
    case 'same': return { ok: true, command, body: given({ unit, unchanged: true, causeCode: sent['causeCode'], period: sent['period'] }) };
    case 'report': return { ok: true, command, body: given({ unit, line: sent['word'], percent: sent['percent'], causeCode: sent['causeCode'], period: sent['period'], values: values.length === 0 ? undefined : values }) };
    case 'stage': return { ok: true, command, body: given(sent) };
    case 'evidence': return file === null ? { ok: false, faults: { file: '请选择一个文件' } } : { ok: true, command, body: { unit, id: file, criterion: served } };
    case 'closure': return { ok: true, command, body: { unit, summary: sent['summary'], ...(file === null ? {} : { evidence: [{ id: file, criterion: served }] }) } };
    case 'extension': case 'refuse': return { ok: true, command, body: { unit, ...sent } };
  }
};
