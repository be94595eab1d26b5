/** 督办文书: the numbered documents, how each stands, and the document itself. */
import type { Request } from 'express';
import { z } from 'zod';
import { slipFile, slipFileName, type SlipContent } from '../documents/slip';
import { POST_KINDS, SLIP_OCCASIONS } from '../domain/vocabulary';
import { addMonths, civilDateOf, instantAt, type Instant } from '../domain/time';
import { SLIP_STATE_NAMES, SLIP_STATES, type SlipRecord } from '../stores/slips';
import type { Strike } from '../stores/strikes';
import type { Reach } from './access';
import { cursorOf, cursorSchema, placeIn } from './cursor';
import { disposition } from './file-names';
import { idSchema, limitSchema } from './fields';
import { reachFor } from './guard';
import { Problem } from './problems';
import { ok, route, type ApiRouter } from './route';
import { nameOf, type UnitNames } from './views';

const slipAnswer = z.strictObject({
  self: z.string(), id: z.string(), number: z.string(), document: z.string(), commitment: z.string(), title: z.string(), occasion: z.enum(SLIP_OCCASIONS), unit: z.string(), unitName: z.string(), issuedAt: z.string(),
  state: z.enum(SLIP_STATES), stateName: z.string(), stateAt: z.string(), file: z.string(),
  posts: z.array(z.strictObject({ post: z.string(), kind: z.enum(POST_KINDS), copy: z.boolean() })),
}).meta({ id: 'Slip' });
const words = z.string().trim().min(1).max(60);
const query = z.strictObject({
  commitment: idSchema.optional(), unit: idSchema.optional(), state: z.enum(SLIP_STATES).optional(), document: words.optional().describe('文书名称，如 催办单'), series: words.optional().describe('文号字头，如 督催'), cursor: cursorSchema, limit: limitSchema,
});
const place = z.strictObject({ issuedAt: z.iso.datetime({ precision: 3 }), id: z.string().max(40) });
const listAnswer = z.strictObject({
  items: z.array(slipAnswer), next: z.string().nullable(),
  choices: z.strictObject({ documents: z.array(z.string()), series: z.array(z.string()), states: z.array(z.strictObject({ state: z.enum(SLIP_STATES), name: z.string() })) }),
});
const strikesAnswer = z.strictObject({
  items: z.array(z.strictObject({
    unit: z.string(), unitName: z.string(), counted: z.int().min(0),
    strikes: z.array(z.strictObject({ commitment: z.string(), number: z.string().nullable(), title: z.string(), round: z.int(), at: z.string(), counts: z.boolean(), text: z.string() })),
  })),
});
const params = z.strictObject({ id: z.string().regex(/^s[0-9a-f]{20}$/, '应为文书编号') });

const slipView = ({ _id, number, document, commitment, occasion, unit, issuedAt, state, stateAt, posts }: SlipRecord, names: UnitNames, title: string) => ({
  self: `/api/slips/${_id}`, id: _id, number, document, commitment, title, occasion, unit, unitName: nameOf(names, unit), issuedAt, state, stateName: SLIP_STATE_NAMES[state], stateAt, file: `/api/slips/${_id}/file`, posts: [...posts],
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

  const viewsOf = async (slips: readonly SlipRecord[]) => {
    const [names, matters] = await Promise.all([stores.organisation.unitNames(), stores.commitments.getMany([...new Set(slips.map(({ commitment }) => commitment))])]);
    return slips.map((slip) => slipView(slip, names, matters.get(slip.commitment)?.state.title ?? ''));
  };

  route(api, {
    method: 'get', path: '/api/slips', summary: '督办文书：编号、发给谁、现在的状态', tag: '通知', action: 'notice.read', query, answers: { 200: listAnswer },
  }, async ({ query: { limit, cursor, ...asked } }, { request }) => {
    const equal = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    const [found, kinds] = await Promise.all([
      stores.slips.list({ ...equal, limit: limit + 1, after: placeIn(place, cursor), ...unitsIn(reachFor(request, 'notice.read')) }), stores.slips.kinds(),
    ]);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return ok({
      items: await viewsOf(shown), next: found.length > limit && last ? cursorOf({ issuedAt: last.issuedAt, id: last._id }) : null,
      choices: { ...kinds, states: SLIP_STATES.map((state) => ({ state, name: SLIP_STATE_NAMES[state] })) },
    });
  });

  route(api, {
    method: 'get', path: '/api/slips/:id', summary: '一份督办文书', tag: '通知', action: 'notice.read', params, answers: { 200: slipAnswer },
  }, async ({ params: { id } }, { request }) => {
    const [view] = await viewsOf([await found(id, request)]);
    if (view === undefined) throw new Problem('notFound', { detail: '没有这份文书' });
    return ok(view);
  });

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

  /** A strike counts as long as the window of its matter's own rules reaches back to it. */
  const standing = async ({ key, commitment, at, struckOff }: Strike, now: Instant) => {
    const matter = await stores.commitments.get(commitment);
    const months = matter === null ? null : (await stores.rules.forCommitment(matter.state)).pack.strikes?.windowMonths ?? null;
    const lapsed = months !== null && at < instantAt(addMonths(civilDateOf(now), -months), '00:00');
    return {
      commitment, number: matter?.number ?? null, title: matter?.state.title ?? commitment, round: Number(key.slice(key.lastIndexOf(':') + 1)), at, counts: struckOff === undefined && !lapsed,
      text: struckOff !== undefined ? `${civilDateOf(struckOff.at)}由${struckOff.name}撤销：${struckOff.reason}` : lapsed ? `超过${months}个月，不再计算` : '计入',
    };
  };

  route(api, {
    method: 'get', path: '/api/strikes', summary: '问责计次：各单位计了几次、是哪些事项', tag: '通知', action: 'notice.read', answers: { 200: strikesAnswer },
  }, async (_input, { request, at }) => {
    const [books, names] = await Promise.all([stores.strikes.books(unitsIn(reachFor(request, 'notice.read')).units), stores.organisation.unitNames()]);
    return ok({ items: await Promise.all(books.map(async ({ _id, strikes }) => {
      const all = await Promise.all(strikes.map((strike) => standing(strike, at)));
      return { unit: _id, unitName: nameOf(names, _id), counted: all.filter(({ counts }) => counts).length, strikes: all };
    })) });
  });

  route(api, {
    method: 'post', path: '/api/strikes/:unit/off', summary: '撤销一次计次：写明理由，此后不再计算，记录仍在', tag: '通知', action: 'rules.edit', params: z.strictObject({ unit: idSchema }),
    body: z.strictObject({ commitment: idSchema, round: z.int().min(1), reason: z.string().trim().min(1, '不能为空').max(500, '不超过500字') }), answers: { 200: z.strictObject({ unit: z.string(), struckOff: z.literal(true) }) }, idempotent: true,
  }, async ({ params: { unit }, body: { commitment, round, reason } }, { actor, at }) => {
    if (!(await stores.strikes.strikeOff(unit, commitment, round, { at, person: actor.person, name: actor.name, reason }))) throw new Problem('notFound', { detail: '没有这一次计次，或者已经撤销' });
    return ok({ unit, struckOff: true as const });
  });
};
