/** 台账 beside its pages: export, saved views, and what a command would do to many at once. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { COMMAND_NAMES, COMMAND_TITLES, type Command } from '../domain/commands';
import { isRefusal } from '../domain/refusals';
import { instantSchema, type Actor } from '../domain/state';
import type { LedgerView } from '../stores/ledger-views';
import { commandBodies, surroundingsOf } from './commands';
import { COLUMN_NAMES, exportFile, exportQuery } from './export';
import { idSchema, resolveAsOf } from './fields';
import { mayDo } from './access';
import { principalOf } from './auth';
import { reachFor } from './guard';
import { dryRun, mayGive } from './possible';
import { Problem, staleVersion } from './problems';
import { ok, route, type ApiRouter } from './route';
import { nameOf } from './views';

const VIEW_LIMIT = 50;
const viewBody = z.strictObject({
  name: z.string().trim().min(1, '不能为空').max(20, '不超过20字'),
  query: z.string().max(2_000).regex(/^[^\s#]*$/),
  columns: z.array(z.enum(COLUMN_NAMES)).max(COLUMN_NAMES.length),
});

/** Evidence comes with its file, so it is handed in one by one; other rules have a preview of their own. */
const BULK = COMMAND_NAMES.filter((name) => name !== 'evidence' && name !== 'requestClosure' && name !== 'repin');
const previewBody = z.strictObject({
  name: z.enum(BULK as [(typeof BULK)[number], ...(typeof BULK)[number][]]),
  body: z.record(z.string(), z.unknown()),
  ids: z.array(idSchema).min(1, '请至少选择一项').max(200, '一次不超过200项'),
});
const viewAnswer = z.strictObject({ id: z.string(), name: z.string(), query: z.string(), columns: z.array(z.string()), version: z.int(), savedAt: instantSchema.nullable() });
const previewAnswer = z.strictObject({
  name: z.string(), title: z.string(), possible: z.int().min(0),
  items: z.array(z.strictObject({
    id: z.string(), number: z.string().nullable(), title: z.string(), possible: z.boolean(), why: z.string().nullable(), hint: z.string().nullable(),
    /** As it would be sent, and what it would change. */
    body: z.record(z.string(), z.unknown()), effect: z.string().nullable(),
    version: z.int().nullable().describe('所看到的版本，执行时写入 If-Match'),
  })),
});
/** Stands for the lead unit of each. */
const LEAD = '@lead';

export const ledgerRoutes = (api: ApiRouter): void => {
  const { stores, clock } = api.deps;
  const notYours = new Problem('forbidden').body;

  for (const form of ['xlsx', 'csv'] as const) {
    route(api, {
      method: 'get', path: `/api/commitments.${form}`, summary: `台账导出为${form === 'xlsx' ? 'Excel' : 'CSV'}：条件、次序和列与所见一致`, tag: '台账', action: 'commitment.read', query: exportQuery,
      answers: { 200: null }, media: form === 'xlsx' ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv', streaming: true,
    }, async ({ query }, { request, response }) => {
      const file = await exportFile(stores, query, resolveAsOf(query.asOf, clock.now()), await stores.organisation.unitNames(), form, reachFor(request, 'commitment.read'));
      response.set({ 'Content-Type': file.type, 'Content-Disposition': `attachment; filename="ledger.${form}"; filename*=UTF-8''${encodeURIComponent(file.name)}`, 'X-Yanxing-Rows': String(file.rows) }).send(file.bytes);
      return null;
    });
  }

  route(api, {
    method: 'get', path: '/api/views', summary: '本人保存的台账视图', tag: '台账', action: 'commitment.read', answers: { 200: z.strictObject({ items: z.array(viewAnswer) }) },
  }, async (_input, { actor }) => ok({ items: await stores.ledgerViews.of(actor.person) }));
  /** Kept per person: another window or machine of his own has been quicker. */
  const stale = (actor: Actor, known: LedgerView | undefined, given: number): Problem =>
    (known === undefined ? new Problem('versionStale', { detail: '这个视图已被删去' }) : staleVersion(given, { version: known.version, by: actor, at: known.savedAt }));
  route(api, {
    method: 'put', path: '/api/views', summary: '保存台账视图；替换同名的须带 If-Match', tag: '台账', action: 'commitment.read', body: viewBody, ifMatch: 'optional', answers: { 200: viewAnswer },
  }, async ({ body }, { actor, at, version }) => {
    const known = await stores.ledgerViews.of(actor.person);
    const had = known.find(({ name }) => name === body.name);
    if (version !== null) {
      const saved = await stores.ledgerViews.replace(actor.person, body, version, at);
      if (saved === null) throw stale(actor, had, version);
      return ok(saved);
    }
    if (had === undefined && known.length >= VIEW_LIMIT) throw new Problem('contentTooLarge', { detail: `每人至多${VIEW_LIMIT}个视图`, hint: '请先删去不用的视图' });
    const added = had === undefined ? await stores.ledgerViews.add(actor.person, randomUUID(), body, at) : null;
    if (added === null) throw new Problem('preconditionRequired', { detail: `已有视图“${body.name}”`, hint: '请换一个名称；确要替换的，请按它现在的版本（If-Match）再保存一次' });
    return ok(added);
  });
  route(api, {
    method: 'delete', path: '/api/views/:id', summary: '删去台账视图', tag: '台账', action: 'commitment.read', params: z.strictObject({ id: z.uuid() }), ifMatch: 'required', answers: { 200: z.strictObject({}) },
  }, async ({ params: { id } }, { actor, version }) => {
    if (version !== null && await stores.ledgerViews.remove(actor.person, id, version)) return ok({});
    const known = (await stores.ledgerViews.of(actor.person)).find((one) => one.id === id);
    throw known === undefined || version === null ? new Problem('notFound', { detail: '没有这个视图' }) : stale(actor, known, version);
  });

  route(api, {
    method: 'post', path: '/api/commitments/bulk/preview', summary: '一项操作用于多项事项：先看结果，不生效', tag: '事项', action: 'commitment.read', body: previewBody, answers: { 200: previewAnswer },
  }, async ({ body: { name, body, ids } }, { actor, at, request }) => {
    const principal = principalOf(request);
    const [documents, names] = await Promise.all([stores.commitments.getMany(ids), stores.organisation.unitNames()]);
    const items = await Promise.all(ids.map(async (id) => {
      const document = documents.get(id);
      if (!document || !mayDo(principal, 'commitment.read', { units: document.state.units.map(({ unit }) => unit), sponsor: document.state.sponsor })) return { id, number: null, title: '', possible: false, why: '没有这个事项', hint: '请刷新台账', body, effect: null, version: null };
      const { state, number, version } = document;
      const lead = state.units[0]?.unit ?? '';
      const own = body['unit'] === LEAD ? { ...body, unit: lead } : body;
      const shown = { id, number, title: state.title, body: own, version };
      const unit = own['unit'];
      if (!mayGive((action, object) => mayDo(principal, action, object), name, state, typeof unit === 'string' ? unit : null)) return { ...shown, possible: false, why: notYours.detail, hint: notYours.hint, effect: null };
      const parsed = commandBodies[name].safeParse(own);
      if (!parsed.success) return { ...shown, possible: false, why: parsed.error.issues[0]?.message ?? '填写有误', hint: '请检查填写的内容', effect: null };
      const rules = await stores.rules.forCommitment(state);
      const decision = dryRun(state, { name, ...(parsed.data as object) } as Command, { at, actor, ...(await surroundingsOf(api.deps, id, name, actor)) }, rules);
      if (isRefusal(decision)) return { ...shown, possible: false, why: decision.text, hint: decision.hint, effect: null };
      const effect = [
        state.due === decision.state.due ? null : `期限由${state.due}改为${decision.state.due}`,
        lead === decision.state.units[0]?.unit ? null : `牵头单位由${nameOf(names, lead)}改为${nameOf(names, decision.state.units[0]?.unit ?? '')}`,
        state.status === decision.state.status ? null : '状态改变',
      ].filter((one) => one !== null);
      return { ...shown, possible: true, why: null, hint: null, effect: effect.length === 0 ? COMMAND_TITLES[name] : effect.join('，') };
    }));
    return ok({ name, title: COMMAND_TITLES[name], possible: items.filter((item) => item.possible).length, items });
  });
};
