/** 访问审计, for the audit administrator alone. */
import { z } from 'zod';
import { ACTION_NAMES, ACTIONS, isAction, VIA_NAMES, VIAS } from './access';
import { BY_LINK, flushAudit, TURNED_AWAY } from './audit';
import { idSchema, limitSchema } from './fields';
import { invalidInput } from './problems';
import { ok, route, type ApiRouter } from './route';

const at = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const query = z.strictObject({
  person: idSchema.optional(), object: z.string().min(1).max(300).optional(), action: z.string().min(1).max(100).optional(), from: at.optional(), to: at.optional(),
  cursor: z.string().max(200).optional(), limit: limitSchema,
});
const RESULTS = ['done', 'refused', 'failed', 'unknown'] as const;
const RESULT_NAMES: Readonly<Record<(typeof RESULTS)[number], string>> = { done: '完成', refused: '被拒', failed: '出错', unknown: '中断' };
const auditAnswer = z.strictObject({
  items: z.array(z.strictObject({
    id: z.string(), at: z.string(), person: z.string().nullable(), name: z.string().nullable(), via: z.enum(VIAS).nullable(), viaName: z.string().nullable(), address: z.string(), action: z.string(), actionName: z.string(), operation: z.string(), operationName: z.string(), object: z.string().nullable(),
    detail: z.string().nullable().describe('查询条件、改前与改后、被拒的缘由'),
    status: z.int().nullable().describe('为空：尚未结束，或当时中断'), result: z.enum(RESULTS), resultName: z.string(),
  })),
  next: z.string().nullable(),
  actions: z.array(z.strictObject({ action: z.string(), name: z.string() })).describe('可按此查找的操作'),
});
const placeSchema = z.strictObject({ at: z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), id: z.string().min(1).max(100) });
const placeOf = (cursor: string): z.infer<typeof placeSchema> => {
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw invalidInput([{ path: 'query.cursor', message: '不是有效的翻页位置', accepted: '上一页返回的 next，原样传回' }]);
  }
};
const resultOf = (status: number | null): (typeof RESULTS)[number] => (status === null ? 'unknown' : status < 400 ? 'done' : status < 500 ? 'refused' : 'failed');

const OTHER_NAMES: Readonly<Record<string, string>> = { [BY_LINK]: '由邮件链接答复', [TURNED_AWAY]: '被拦下的请求' };

export const auditRoutes = (api: ApiRouter): void => {
  const { deps } = api;
  const operationOf = ({ method, path }: { readonly method: string; readonly path: string }): string => `${method.toUpperCase()} ${path}`;
  route(api, {
    method: 'get', path: '/api/audit', summary: '访问审计：何人何时看了什么、办了什么、结果如何，新的在前', tag: '运行', action: 'audit.read', query, answers: { 200: auditAnswer },
  }, async ({ query: { cursor, limit, ...asked } }) => {
    await flushAudit(deps);
    const filter = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    const found = await deps.stores.audit.page({ ...filter, ...(cursor === undefined ? {} : { before: placeOf(cursor) }) }, limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const summaries = new Map(api.declared.map((one) => [operationOf(one), one.summary]));
    const nameOf = (action: string): string => (isAction(action) ? ACTION_NAMES[action] : OTHER_NAMES[action] ?? summaries.get(action) ?? action);
    // Of what needs no right, the operation itself is the action.
    const open = api.declared.filter(({ method, action, entrance }) => (action === 'public' || action === 'self') && (method !== 'get' || entrance === true)).map(operationOf);
    return ok({
      items: shown.map(({ _id, expiresAt: _expiresAt, ...entry }) => {
        const result = resultOf(entry.status);
        return {
          id: _id, ...entry, detail: entry.detail ?? null, actionName: nameOf(entry.action), operationName: summaries.get(entry.operation) ?? OTHER_NAMES[entry.action] ?? entry.operation, viaName: entry.via === null ? null : VIA_NAMES[entry.via], result, resultName: RESULT_NAMES[result],
        };
      }),
      actions: [...ACTIONS, ...open, ...Object.keys(OTHER_NAMES)].map((action) => ({ action, name: nameOf(action) })),
      next: found.length > limit && last ? Buffer.from(JSON.stringify({ at: last.at, id: last._id }), 'utf8').toString('base64url') : null,
    });
  });
};
