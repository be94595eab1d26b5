/** What may be answered by a link, asked of the same rules as everywhere; and a form's fields as the command they mean. */
import { z } from 'zod';
import { decide } from '../../domain/decide';
import { isRefusal, type Refusal } from '../../domain/refusals';
import type { Command, CommandName } from '../../domain/commands';
import { civilDateSchema } from '../../domain/state';
import { addDays, civilDateOf } from '../../domain/time';
import { CAUSE_CODES, type PostKind } from '../../domain/vocabulary';
import { mayDo, ROLE_OF_POST, type Principal } from '../access';
import type { GoodLink } from './standing';

export const REPLY_ACTIONS = ['sign', 'report', 'same', 'closure', 'evidence', 'extension', 'refuse'] as const;
export type ReplyAction = (typeof REPLY_ACTIONS)[number];
export const COMMAND_OF: Readonly<Record<ReplyAction, CommandName>> = {
  sign: 'sign', report: 'report', same: 'report', closure: 'requestClosure', evidence: 'evidence', extension: 'requestExtension', refuse: 'refuse',
};

const UNIT_SIDE: readonly PostKind[] = ['handler', 'unitHead', 'deputy'];
const SCOPE = [...new Set(Object.values(COMMAND_OF))].map((name) => `command.${name}` as const);

const principalOf = ({ actor, postKind, claim }: GoodLink): Principal => ({
  person: actor.person, name: actor.name, roles: [ROLE_OF_POST[postKind]], units: [claim.unit], posts: [claim.post], via: 'link', scope: SCOPE,
});

/** A command as a person might send it, to ask the rules whether it would be taken. */
const probe = (action: ReplyAction, { state, at, claim: { unit } }: GoodLink): Command => {
  const file = { fileName: 'x', size: 0, sha256: '0'.repeat(64) };
  const today = civilDateOf(at);
  switch (action) {
    case 'sign': return { name: 'sign', unit };
    case 'report': return { name: 'report', unit, line: 'x', causeCode: 'other' };
    case 'same': return { name: 'report', unit, unchanged: true, causeCode: 'other' };
    case 'evidence': return { name: 'evidence', unit, id: 'x', criterion: state.acceptance[0]?.id ?? '', ...file };
    case 'closure': return { name: 'requestClosure', unit, summary: 'x', evidence: state.acceptance.map(({ id }) => ({ id, criterion: id, ...file })) };
    case 'extension': return { name: 'requestExtension', unit, to: addDays(state.due > today ? state.due : today, 1), reason: 'x', progress: 'x' };
    case 'refuse': return { name: 'refuse', unit, reason: 'x' };
  }
};

/** Why an action cannot be taken now; null where it can. */
export const whyNot = (action: ReplyAction, link: GoodLink): Refusal | 'notYours' | null => {
  const object = { units: [link.claim.unit], sponsor: link.state.sponsor };
  if (!UNIT_SIDE.includes(link.postKind) || !mayDo(principalOf(link), `command.${COMMAND_OF[action]}`, object)) return 'notYours';
  const decision = decide(link.state, probe(action, link), { at: link.at, actor: link.actor, updateId: null }, link.rules);
  return isRefusal(decision) ? decision : null;
};
export const possibleActions = (link: GoodLink): ReplyAction[] => REPLY_ACTIONS.filter((action) => whyNot(action, link) === null);

const words = z.string().trim().min(1, '请填写').max(500, '不超过500字');
const optional = <T extends z.ZodType>(schema: T) => z.union([z.literal('').transform(() => undefined), schema]).optional();
const causeCode = optional(z.enum(CAUSE_CODES, '请从所列原因中选择'));
const percent = optional(z.string().trim().regex(/^\d{1,3}$/, '请填0至100的整数').transform(Number).pipe(z.number().max(100, '请填0至100的整数')));
const criterion = z.string().max(200).default('');

/** As the forms send them; a file is not among the fields. */
export const formSchemas = {
  sign: z.object({}),
  report: z.object({ word: words, percent, causeCode }),
  same: z.object({ causeCode }),
  closure: z.object({ summary: words, criterion }),
  evidence: z.object({ criterion }),
  extension: z.object({ to: civilDateSchema, reason: words, progress: words }),
  refuse: z.object({ reason: words }),
} as const;

/** Only what is given: an optional field that is absent and one that is `undefined` differ. */
const given = <T extends object>(fields: T): T => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

export type Answer =
  | { readonly ok: true; readonly command: CommandName; readonly body: object }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> };

/** @param file the id of the file that came with the form */
export const answerOf = (action: ReplyAction, fields: Readonly<Record<string, string>>, file: string | null, { claim: { unit }, state }: GoodLink): Answer => {
  const parsed = formSchemas[action].safeParse(fields);
  if (!parsed.success) return { ok: false, faults: Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message])) };
  const sent: Readonly<Record<string, unknown>> = parsed.data;
  const command = COMMAND_OF[action];
  const served = typeof sent['criterion'] === 'string' && sent['criterion'] !== '' ? sent['criterion'] : (state.acceptance[0]?.id ?? '');
  switch (action) {
    case 'sign': return { ok: true, command, body: { unit } };
    case 'same': return { ok: true, command, body: given({ unit, unchanged: true, causeCode: sent['causeCode'] }) };
    case 'report': return { ok: true, command, body: given({ unit, line: sent['word'], percent: sent['percent'], causeCode: sent['causeCode'] }) };
    case 'evidence': return file === null ? { ok: false, faults: { file: '请选择一个文件' } } : { ok: true, command, body: { unit, id: file, criterion: served } };
    case 'closure': return { ok: true, command, body: { unit, summary: sent['summary'], ...(file === null ? {} : { evidence: [{ id: file, criterion: served }] }) } };
    case 'extension': case 'refuse': return { ok: true, command, body: { unit, ...sent } };
  }
};
