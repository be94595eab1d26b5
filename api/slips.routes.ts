/** 督办文书: the numbered documents, how each stands, and the document itself. */
import type { Request } from 'express';
import { z } from 'zod';
import { slipFile, slipFileName, type SlipContent } from '../documents/slip';
import { POST_KINDS, SLIP_OCCASIONS } from '../domain/vocabulary';
import { SLIP_STATE_NAMES, SLIP_STATES, type SlipRecord } from '../stores/slips';
import type { Reach } from './access';
import { disposition } from './file-names';
import { idSchema, limitSchema } from './fields';
import { reachFor } from './guard';
import { Problem } from './problems';
import { ok, route, type ApiRouter } from './route';

const slipAnswer = z.strictObject({
  self: z.string(), id: z.string(), number: z.string(), document: z.string(), commitment: z.string(), occasion: z.enum(SLIP_OCCASIONS), unit: z.string(), issuedAt: z.string(),
  state: z.enum(SLIP_STATES), stateName: z.string(), stateAt: z.string(), file: z.string(),
  posts: z.array(z.strictObject({ post: z.string(), kind: z.enum(POST_KINDS), copy: z.boolean() })),
}).meta({ id: 'Slip' });
const query = z.strictObject({ commitment: idSchema.optional(), unit: idSchema.optional(), state: z.enum(SLIP_STATES).optional(), limit: limitSchema });
const params = z.strictObject({ id: z.string().regex(/^s[0-9a-f]{20}$/, '应为文书编号') });

const slipView = ({ _id, number, document, commitment, occasion, unit, issuedAt, state, stateAt, posts }: SlipRecord) => ({
  self: `/api/slips/${_id}`, id: _id, number, document, commitment, occasion, unit, issuedAt, state, stateName: SLIP_STATE_NAMES[state], stateAt, file: `/api/slips/${_id}/file`, posts: [...posts],
});

/** A unit's own ones. */
const unitsIn = (reach: Reach | null): { readonly units?: readonly string[] } => (reach === null ? {} : { units: reach.units });

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const slipRoutes = (api: ApiRouter): void => {
  const { stores } = api.deps;
  const found = async (id: string, request: Request): Promise<SlipRecord> => {
    const slip = await stores.slips.get(id);
    const reach = reachFor(request, 'notice.read');
    if (slip === null || (reach !== null && !reach.units.includes(slip.unit))) throw new Problem('notFound', { detail: '没有这份文书' });
    return slip;
  };

  route(api, {
    method: 'get', path: '/api/slips', summary: '督办文书：编号、发给谁、现在的状态', tag: '通知', action: 'notice.read', query, answers: { 200: z.strictObject({ items: z.array(slipAnswer) }) },
  }, async ({ query: { commitment, unit, state, limit } }, { request }) => ok({
    items: (await stores.slips.list({ limit, ...unitsIn(reachFor(request, 'notice.read')), ...(commitment === undefined ? {} : { commitment }), ...(unit === undefined ? {} : { unit }), ...(state === undefined ? {} : { state }) })).map(slipView),
  }));

  route(api, {
    method: 'get', path: '/api/slips/:id', summary: '一份督办文书', tag: '通知', action: 'notice.read', params, answers: { 200: slipAnswer },
  }, async ({ params: { id } }, { request }) => ok(slipView(await found(id, request))));

  route(api, {
    method: 'get', path: '/api/slips/:id/file', summary: '下载督办文书（Word，公文格式）', tag: '通知', action: 'notice.read', params, answers: { 200: null }, media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', streaming: true,
  }, async ({ params: { id } }, { request, response }) => {
    const { content } = await found(id, request);
    // Without a recipient it was never put into words.
    if (content === null) throw new Problem('notFound', { detail: '文书尚未发出，没有成文' });
    const slip = content as SlipContent;
    response.set({ 'Content-Type': DOCX, 'Content-Disposition': disposition('attachment', slipFileName(slip)), 'X-Content-Type-Options': 'nosniff' }).send(await slipFile(slip));
    return null;
  });
};
