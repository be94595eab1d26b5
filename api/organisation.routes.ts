/** Who there is to be named: units, posts, people, and who holds which post from when to when. */
import type { Response } from 'express';
import { z } from 'zod';
import { entered, gainersOf, holdingKey, holdingSchema, isClosed, isRemovable, organisationSchema, personSchema, postSchema, unitSchema, type Organisation } from '../domain/organisation';
import { changesOf, leftInOffice, withEnded } from '../domain/organisation-changes';
import { COLUMNS, differences, NEEDED, tableOf, withTable, type RowFault } from '../domain/organisation-table';
import { civilDateSchema, type Actor } from '../domain/state';
import { addDays, civilDateOf } from '../domain/time';
import { COMMITMENT_STATES, isUnitPost, POST_KINDS, POST_NAMES, STATUS_NAMES } from '../domain/vocabulary';
import { Refused } from '../intake/refusal';
import { readTable } from '../intake/table/read-table';
import { ADMINISTRATORS, whyNotAppoint } from './access';
import { noteAudit } from './audit';
import { idSchema } from './fields';
import { invalidInput, Problem, staleVersion } from './problems';
import { ok, route, type ApiRouter, type RouteContext } from './route';
import { xlsx } from './spreadsheet';

const MEGABYTE = 1024 * 1024;
const TABLE_BYTES = 5 * MEGABYTE;
/** Faults told at once; who has more mends these first. */
const FAULTS = 200;

const version = z.int().min(0);
const closed = z.boolean().describe('已撤销，不再可选');
const organisationAnswer = z.strictObject({ version, units: z.array(unitSchema.extend({ closed })), posts: z.array(postSchema.extend({ kindName: z.string(), closed })), kinds: z.array(z.strictObject({ kind: z.enum(POST_KINDS), name: z.string(), ofUnit: z.boolean().describe('是否为承办单位的岗位') })), packs: z.array(z.string()), statuses: z.array(z.strictObject({ status: z.enum(COMMITMENT_STATES), name: z.string() })) });
const peopleAnswer = z.strictObject({
  version, people: z.array(z.strictObject({ id: z.string(), name: z.string(), mail: z.string(), holdings: z.array(holdingSchema.omit({ person: true, entered: true }).extend({ postName: z.string(), removable: z.boolean().describe('尚未到任或当天录入，可以删除') })) })),
  inHand: z.array(z.strictObject({ of: z.enum(['unit', 'post']), id: z.string(), open: z.int() })).describe('有撤销日期的单位和岗位名下的在办事项，须转出'),
});
const told = { id: z.string(), name: z.string() };
const partChange = z.strictObject({
  added: z.array(z.strictObject(told)), changed: z.array(z.strictObject({ ...told, fields: z.array(z.strictObject({ field: z.string(), from: z.string(), to: z.string() })) })), same: z.int(),
});
const changes = z.strictObject({ units: partChange, posts: partChange, people: partChange, holdings: partChange });
const previewAnswer = z.strictObject({
  version, rows: z.int(), columns: z.strictObject({ unknown: z.array(z.string()), missing: z.array(z.string()) }), changes,
  faults: z.array(z.strictObject({ row: z.int().describe('表中的行号；0为整张表'), column: z.string(), message: z.string(), accepted: z.string() })), more: z.boolean(),
  stillInOffice: z.array(z.strictObject({ post: z.string(), postName: z.string(), person: z.string(), name: z.string(), since: civilDateSchema, successor: z.string(), from: civilDateSchema })).describe('有了继任者而任期未止的原任；不算问题'),
});
const importedAnswer = z.strictObject({ version, changes });
const changedAnswer = z.strictObject({ version });

const byId = z.strictObject({ id: idSchema });
const importQuery = z.strictObject({ end: z.string().max(20_000).transform((text) => new Set(text.split(','))).optional().describe('岗位编号，逗号分隔：这些岗位原任的任期到继任前一日为止') });
const holdingQuery = z.strictObject({ post: idSchema.describe('岗位编号'), person: idSchema.describe('人员编号'), from: civilDateSchema.describe('任职日期') });
const holdingBody = holdingSchema.omit({ entered: true }).extend({ succeeds: z.boolean().default(false).describe('为真时，该岗位现任人员的任期到前一日为止') });

export const sendTable = (response: Response, name: string, organisation: Organisation): void => {
  response.set({ 'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'Content-Disposition': `attachment; filename="organisation.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}` })
    .send(xlsx('机构', COLUMNS.map((title) => ({ title, width: 18 })), tableOf(organisation)));
};

export const organisationRoutes = (api: ApiRouter): void => {
  const { stores, clock, log } = api.deps;

  route(api, { method: 'get', path: '/api/organisation', summary: '单位、岗位、规则和事项状态的名录', tag: '运行', action: 'organisation.read', answers: { 200: organisationAnswer } }, async (_input, { at }) => {
    const today = civilDateOf(at);
    const [units, posts, packs, stamp] = await Promise.all([stores.organisation.units(), stores.organisation.posts(), stores.rules.packNames(), stores.organisation.version()]);
    return ok({
      version: stamp, units: units.map((unit) => ({ ...unit, closed: isClosed(unit, today) })), posts: posts.map((post) => ({ ...post, kindName: POST_NAMES[post.kind], closed: isClosed(post, today) })),
      kinds: POST_KINDS.map((kind) => ({ kind, name: POST_NAMES[kind], ofUnit: isUnitPost(kind) })), packs,
      statuses: COMMITMENT_STATES.map((status) => ({ status, name: STATUS_NAMES[status] })),
    });
  });

  route(api, { method: 'get', path: '/api/organisation/people', summary: '人员及其任职：何时至何时任何岗位', tag: '机构', action: 'organisation.edit', answers: { 200: peopleAnswer } }, async (_input, { at }) => {
    const { organisation: { units, people, posts, holdings }, version: stamp } = await stores.organisation.whole();
    const today = civilDateOf(at);
    const closing = [...units.map((one) => ({ ...one, of: 'unit' as const })), ...posts.map((one) => ({ ...one, of: 'post' as const }))].filter(({ closedFrom }) => closedFrom !== undefined);
    const inHand = await Promise.all(closing.map(async ({ of, id }) => ({ of, id, open: await stores.commitments.countInHand(of, id) })));
    const names = new Map(posts.map(({ id, name }) => [id, name]));
    return ok({
      version: stamp, inHand,
      people: people.map((one) => ({ ...one, holdings: holdings.filter(({ person }) => person === one.id).map((held) => ({ post: held.post, postName: names.get(held.post) ?? held.post, from: held.from, to: held.to, removable: isRemovable(held, today) })) })),
    });
  });

  route(api, {
    method: 'get', path: '/api/organisation.xlsx', summary: '机构和任职导出为 Excel，修改后可再导入', tag: '机构', action: 'organisation.edit', answers: { 200: null }, media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', streaming: true,
  }, async (_input, { response, at }) => {
    const { organisation } = await stores.organisation.whole();
    sendTable(response, `机构-${civilDateOf(at)}.xlsx`, organisation);
    return null;
  });

  const whyNot = async (by: Actor, before: Organisation, after: Organisation) => whyNotAppoint(by.person, gainersOf(before, after), await stores.accounts.personsWith(ADMINISTRATORS));

  const readIn = async (bytes: Buffer, actor: Actor, end: ReadonlySet<string> = new Set()) => {
    const now = await stores.organisation.whole();
    const table = await readTable(bytes, COLUMNS, NEEDED).catch((error: unknown) => {
      throw error instanceof Refused ? new Problem('tableRefused', { detail: error.message, extra: { reason: error.code } }) : error;
    });
    const { organisation: given, faults } = table.missing.length > 0 ? { organisation: now.organisation, faults: [] } : withTable(now.organisation, table.rows);
    const headFaults: RowFault[] = table.missing.map((column) => ({ row: 1, column, message: '缺少这一列', accepted: `第一行为列名：${COLUMNS.join('、')}` }));
    const left = faults.length > 0 ? [] : leftInOffice(now.organisation, given);
    const organisation = withEnded(given, left.filter(({ post }) => end.has(post)));
    const refused = await whyNot(actor, now.organisation, organisation);
    const ownFaults: RowFault[] = refused === null ? [] : [{ row: 0, column: '人员编号', message: `${refused.person}：${refused.text}`, accepted: refused.hint }];
    return { now, table, organisation, faults: [...headFaults, ...faults, ...ownFaults], left, changes: changesOf(now.organisation, organisation) };
  };

  route(api, {
    method: 'post', path: '/api/organisation/preview', summary: '预览导入：逐行说明问题，列出将新增和改动的内容，不作改动', tag: '机构', action: 'organisation.edit', query: importQuery, bytes: TABLE_BYTES, answers: { 200: previewAnswer },
  }, async ({ query }, { request, actor }) => {
    const { now, table, faults, left, changes: found } = await readIn(request.body as Buffer, actor, query.end);
    return ok({ version: now.version, rows: table.rows.length, columns: { unknown: table.unknown, missing: table.missing }, changes: found, faults: faults.slice(0, FAULTS), more: faults.length > FAULTS, stillInOffice: left });
  });

  const change = async ({ version: given, actor, response }: RouteContext, edit: (now: Organisation) => Organisation): Promise<number> => {
    const now = await stores.organisation.whole();
    const expected = given ?? now.version;
    if (now.version !== expected) throw staleVersion(expected, now);
    const next = organisationSchema.safeParse(entered(now.organisation, edit(now.organisation), civilDateOf(clock.now())));
    if (!next.success) throw invalidInput(next.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message, accepted: message })));
    noteAudit(response, { detail: differences(now.organisation, next.data) });
    const refused = await whyNot(actor, now.organisation, next.data);
    if (refused !== null) throw new Problem('forbidden', { detail: refused.text, hint: refused.hint });
    if (!(await stores.organisation.replace(next.data, expected, actor, clock.now()))) throw staleVersion(expected, await stores.organisation.whole());
    log.info({ by: actor.person, version: expected + 1 }, 'organisation changed');
    return expected + 1;
  };

  route(api, {
    method: 'post', path: '/api/organisation/import', summary: '导入机构和任职（.xlsx 或 .csv）：有一处问题则全部不导入', tag: '机构', action: 'organisation.edit', query: importQuery, bytes: TABLE_BYTES, ifMatch: 'required', answers: { 200: importedAnswer },
  }, async ({ query }, context) => {
    const { faults, organisation, changes: found } = await readIn(context.request.body as Buffer, context.actor, query.end);
    if (faults.length > 0) throw invalidInput(faults.slice(0, FAULTS).map(({ row, column, message, accepted }) => ({ path: row === 0 ? '表' : `第${row}行.${column}`, message, accepted })));
    return ok({ version: await change(context, () => organisation), changes: found });
  });

  const put = <T extends { readonly id: string }>(list: readonly T[], one: T): T[] => [...list.filter(({ id }) => id !== one.id), one];
  route(api, {
    method: 'put', path: '/api/organisation/units/:id', summary: '新增或修改单位', tag: '机构', action: 'organisation.edit', params: byId, body: unitSchema.omit({ id: true }), ifMatch: 'required', answers: { 200: changedAnswer },
  }, async ({ params: { id }, body }, context) => ok({ version: await change(context, (now) => ({ ...now, units: put(now.units, { id, ...body }) })) }));
  route(api, {
    method: 'put', path: '/api/organisation/posts/:id', summary: '新增或修改岗位', tag: '机构', action: 'organisation.edit', params: byId, body: postSchema.omit({ id: true }), ifMatch: 'required', answers: { 200: changedAnswer },
  }, async ({ params: { id }, body }, context) => ok({ version: await change(context, (now) => ({ ...now, posts: put(now.posts, { id, ...body }) })) }));
  route(api, {
    method: 'put', path: '/api/organisation/people/:id', summary: '新增或修改人员', tag: '机构', action: 'organisation.edit', params: byId, body: personSchema.omit({ id: true }), ifMatch: 'required', answers: { 200: changedAnswer },
  }, async ({ params: { id }, body }, context) => ok({ version: await change(context, (now) => ({ ...now, people: put(now.people, { id, ...body }) })) }));

  /** A deputy for some weeks is a holding with a last day: mails go to whoever took office last, and go back by themselves. */
  route(api, {
    method: 'put', path: '/api/organisation/holdings', summary: '任职、离任、代理：某人自某日至某日任某岗位', tag: '机构', action: 'organisation.edit', body: holdingBody, ifMatch: 'required', answers: { 200: changedAnswer },
  }, async ({ body: { succeeds, ...holding } }, context) => ok({
    version: await change(context, (now) => {
      const others = now.holdings.filter(({ post, person, from }) => !(post === holding.post && person === holding.person && from === holding.from));
      const last = addDays(holding.from, -1);
      return { ...now, holdings: [...others.map((one) => (succeeds && one.post === holding.post && one.from <= last && (one.to === null || one.to > last) ? { ...one, to: last } : one)), holding] };
    }),
  }));

  route(api, {
    method: 'delete', path: '/api/organisation/holdings', summary: '删除录错的任职：尚未到任，或当天录入', tag: '机构', action: 'organisation.edit', query: holdingQuery, ifMatch: 'required', answers: { 200: changedAnswer },
  }, async ({ query }, context) => ok({
    version: await change(context, (now) => {
      const found = now.holdings.find((one) => holdingKey(one) === holdingKey(query));
      if (found === undefined) throw new Problem('notFound', { detail: '没有这一任职' });
      if (!isRemovable(found, civilDateOf(context.at))) throw new Problem('holdingServed');
      return { ...now, holdings: now.holdings.filter((one) => one !== found) };
    }),
  }));
};
