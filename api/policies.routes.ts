/** 规则: packs and their versions; a version written, switched on, laid beside another, tried on the ledger, and given to running items. */
import { z } from 'zod';
import { PACK_FIELD_KINDS, packForm } from '../domain/pack-form';
import { packChanges, packLines, suggestions } from '../domain/pack-words';
import { policyPackSchema, type PolicyPack } from '../domain/policy';
import { isRefusal } from '../domain/refusals';
import { faultsIn } from '../domain/schema-faults';
import { civilDateOf, isCivilDate, timeOfDay } from '../domain/time';
import { OCCASION_NAMES } from '../domain/vocabulary';
import type { CommitmentDocument } from '../stores/commitments';
import { packId, type PackVersion } from '../stores/rules';
import { giveCommand, packOf } from './commands';
import { cursorOf, cursorSchema, placeIn } from './cursor';
import { idSchema } from './fields';
import { invalidInput, Problem, staleVersion } from './problems';
import { FORESIGHT_DAYS, mailsUnder, mailView, previewItemAnswer, previewRepin } from './repin';
import { ok, route, type ApiRouter, type RouteContext } from './route';

const name = z.string().trim().min(1).max(40);
const version = z.string().regex(/^[1-9]\d{0,5}$/, '应为版本号，如 2').transform(Number);
const ofVersion = z.strictObject({ name, version });
const reason = z.string().trim().min(1, '不能为空').max(500, '不超过500字');
/** Items that one preview and one move take; more go with the next. */
const AT_ONCE = 200;
const ids = z.array(idSchema).min(1, '请至少选择一项').max(AT_ONCE, `一次不超过${AT_ONCE}项`);
const batchPlace = z.strictObject({ due: z.string().refine(isCivilDate), id: idSchema });
interface Batch { readonly documents: readonly CommitmentDocument[]; readonly of: number; readonly next: string | null }
/** Items that one dry run looks at; beyond it the answer says so. */
const DRY_RUN_ITEMS = 2_000;

const lineAnswer = z.strictObject({ path: z.string(), group: z.string(), label: z.string(), value: z.string(), suggested: z.boolean() });
const changeAnswer = z.strictObject({ path: z.string(), group: z.string(), label: z.string(), from: z.string().nullable(), to: z.string().nullable() });
const deed = { at: z.string(), person: z.string(), name: z.string() };
const summary = {
  name: z.string(), version: z.int(), inUse: z.boolean(), running: z.int().min(0), classes: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  made: z.strictObject({ ...deed, base: z.int().nullable(), reason: z.string() }).nullable(),
  switches: z.array(z.strictObject({ ...deed, to: z.enum(['on', 'off']), confirmed: z.array(z.string()) })),
};
const versionAnswer = z.strictObject({
  ...summary, self: z.string(), etag: z.int().min(0).describe('启用、停用过几次；启用、停用时写在 If-Match 中'), lines: z.array(lineAnswer), suggestions: z.array(z.strictObject({ path: z.string(), text: z.string() })),
  pack: z.unknown().describe('规则的原文（JSON），编辑后可另存为新版'),
}).meta({ id: 'PolicyVersion' });
const formAnswer = z.strictObject({
  fields: z.array(z.strictObject({
    path: z.string().describe('列表中的每一项以 * 表示，如 rungs.*.offset'), group: z.string().nullable(), label: z.string(), kind: z.enum(PACK_FIELD_KINDS), quiet: z.boolean().describe('前面的字已说明，名称只供读屏'),
    choices: z.array(z.strictObject({ value: z.union([z.string(), z.int()]), name: z.string() })), min: z.number().nullable(), max: z.number().nullable(), nullable: z.boolean(),
    blank: z.unknown().describe('新增一项时的初值'),
  })),
}).meta({ id: 'PolicyForm' });
const listAnswer = z.strictObject({ items: z.array(z.strictObject(summary)) });
const compareAnswer = z.strictObject({ name: z.string(), from: z.int(), to: z.int(), changes: z.array(changeAnswer) });
const previewAnswer = z.strictObject({
  pack: z.string(), days: z.int(), possible: z.int().min(0), items: z.array(previewItemAnswer),
  of: z.int().min(0).describe('共有多少项在办事项不按这一版；列出 ids 时为其项数'), next: z.string().nullable(),
});
const repinAnswer = z.strictObject({ done: z.int().min(0), items: z.array(z.strictObject({ id: z.string(), done: z.boolean(), why: z.string().nullable() })) });
const dryRunAnswer = z.strictObject({
  pack: z.string(), days: z.int(), items: z.int().min(0), more: z.boolean().describe('在办事项超过一次试算的数目，只算了期限最早的'),
  leftOut: z.array(z.strictObject({ why: z.string(), count: z.int() })).describe('不能按这一版试算的事项：缘由和项数'),
  mails: z.array(z.strictObject({ occasion: z.string(), name: z.string(), count: z.int() })), busiest: z.array(z.strictObject({ date: z.string(), count: z.int() })),
  first: z.array(z.strictObject({ at: z.string(), date: z.string(), text: z.string(), commitment: z.string() })),
});
/** A whole pack; read apart, so that its faults are told with file and path as those of shipped files are. */
const packBody = z.record(z.string(), z.unknown());

const pathOf = (pack: Pick<PolicyPack, 'name' | 'version'>): string => `/api/policies/${encodeURIComponent(pack.name)}/versions/${pack.version}`;

/** @throws Problem with every fault: file, path, what is allowed */
const parsePack = (given: Record<string, unknown>, as: { readonly name: string; readonly version: number }, file: string): PolicyPack => {
  const parsed = policyPackSchema.safeParse({ ...given, name: as.name, version: as.version }, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw invalidInput(parsed.error.issues.flatMap((issue) => faultsIn('', issue)).map((fault) => ({ ...fault, path: `${file}: ${fault.path === '' ? '(整体)' : fault.path}` })));
};

/** Somebody else has written a version since. */
const overtaken = (name: string, newest: PackVersion | undefined): Problem => new Problem('versionStale', newest === undefined ? { detail: `还没有“${name}”这套规则，请不填依据的版本` } : {
  detail: `最新一版是第${newest.version}版${newest.made === null ? '' : `，由${newest.made.name}于${civilDateOf(newest.made.at)} ${timeOfDay(newest.made.at)}制定`}，请以它为依据编辑`,
  extra: { currentVersion: newest.version, changedBy: newest.made && { person: newest.made.person, name: newest.made.name }, changedAt: newest.made?.at ?? null },
});

export const policyRoutes = (api: ApiRouter): void => {
  const { deps } = api;
  const { stores } = deps;
  const found = async (ref: { name: string; version: number }): Promise<PackVersion> => {
    const one = await stores.rules.packVersion(ref);
    if (one === null) throw new Problem('notFound', { detail: `没有“${ref.name}”第${ref.version}版` });
    return one;
  };
  const summaryOf = ({ pack, inUse, made, switches }: PackVersion, running: ReadonlyMap<string, number>) => ({
    name: pack.name, version: pack.version, inUse, running: running.get(packId(pack)) ?? 0, classes: pack.classes.map(({ code, name: title }) => ({ code, name: title })), made, switches: [...switches],
  });
  const versionView = async (one: PackVersion) => ({
    ...summaryOf(one, await stores.commitments.runningByPack()), self: pathOf(one.pack), etag: one.switches.length, lines: packLines(one.pack), suggestions: suggestions(one.pack), pack: one.pack,
  });
  /** By the standing that the caller saw. Repeated after a lost answer it finds itself done. */
  const switchTo = async (to: 'on' | 'off', pack: PolicyPack, confirmed: readonly string[], { actor, at, version: given }: Pick<RouteContext, 'actor' | 'at' | 'version'>) => {
    if (given === null) throw new Problem('preconditionRequired');
    const done = await stores.rules.switchPack(pack, to, confirmed, { at, person: actor.person, name: actor.name }, given);
    const now = await found(pack);
    const last = now.switches.at(-1) ?? null;
    const wasMine = now.switches.length === given + 1 && last?.to === to && last.person === actor.person;
    if (!done && !wasMine) throw staleVersion(given, { version: now.switches.length, by: last, at: last?.at ?? null });
    return ok(await versionView(now));
  };
  const fileNameOf = (pack: string): string => `${pack}.json`;

  route(api, { method: 'get', path: '/api/policies', summary: '规则：各套各版，哪些启用，各有多少在办事项', tag: '规则', action: 'rules.read', answers: { 200: listAnswer } }, async () => {
    const [all, running] = await Promise.all([stores.rules.packVersions(), stores.commitments.runningByPack()]);
    return ok({ items: all.map((one) => summaryOf(one, running)) });
  });

  route(api, { method: 'get', path: '/api/policies/form', summary: '规则可以填写的各项：名称、范围和可选的值', tag: '规则', action: 'rules.edit', answers: { 200: formAnswer } }, () => ok({ fields: packForm() }));

  route(api, {
    method: 'get', path: '/api/policies/:name/versions/:version', summary: '一版规则：逐条的说明、待确认的建议值和原文', tag: '规则', action: 'rules.read', params: ofVersion, answers: { 200: versionAnswer },
  }, async ({ params }) => ok(await versionView(await found(params))));

  route(api, {
    method: 'get', path: '/api/policies/:name/compare', summary: '两版规则逐条对照，只列不同之处', tag: '规则', action: 'rules.read',
    params: z.strictObject({ name }), query: z.strictObject({ from: version, to: version }), answers: { 200: compareAnswer },
  }, async ({ params, query }) => {
    const [from, to] = await Promise.all([found({ name: params.name, version: query.from }), found({ name: params.name, version: query.to })]);
    return ok({ name: params.name, from: query.from, to: query.to, changes: packChanges(from.pack, to.pack) });
  });

  route(api, {
    method: 'post', path: '/api/policies/:name/versions/check', summary: '核对一份规则：有误时一次列出全部错处，不保存', tag: '规则', action: 'rules.edit', params: z.strictObject({ name }),
    body: z.strictObject({ pack: packBody }), answers: { 200: z.strictObject({ lines: z.array(lineAnswer), suggestions: z.array(z.strictObject({ path: z.string(), text: z.string() })), changes: z.array(changeAnswer) }) },
  }, async ({ params, body }) => {
    const newest = (await stores.rules.packVersions(params.name))[0];
    const pack = parsePack(body.pack, { name: params.name, version: (newest?.version ?? 0) + 1 }, fileNameOf(params.name));
    return ok({ lines: packLines(pack), suggestions: suggestions(pack), changes: newest === undefined ? [] : packChanges(newest.pack, pack) });
  });

  route(api, {
    method: 'post', path: '/api/policies/:name/versions', summary: '另存为新版：已在办的事项仍按原版', tag: '规则', action: 'rules.edit', params: z.strictObject({ name }),
    body: z.strictObject({ pack: packBody, base: z.int().min(1).nullable().default(null).describe('依据哪一版编辑；新的一套规则不填'), reason }), answers: { 201: versionAnswer }, idempotent: true,
  }, async ({ params, body }, { actor, at }) => {
    const newest = (await stores.rules.packVersions(params.name))[0];
    // Edited from an older version it would silently undo what came between.
    if ((newest?.version ?? null) !== body.base) throw overtaken(params.name, newest);
    const pack = parsePack(body.pack, { name: params.name, version: (newest?.version ?? 0) + 1 }, fileNameOf(params.name));
    if (!(await stores.rules.addPack(pack, { at, person: actor.person, name: actor.name, base: body.base, reason: body.reason }))) throw overtaken(params.name, (await stores.rules.packVersions(params.name))[0]);
    return { status: 201, body: await versionView(await found(pack)) };
  });

  route(api, {
    method: 'post', path: '/api/policies/:name/versions/:version/on', summary: '启用：逐项确认由本单位自定的数值，此后的立项按这一版', tag: '规则', action: 'rules.edit', params: ofVersion,
    body: z.strictObject({ confirmed: z.array(z.string().max(100)).max(200) }), answers: { 200: versionAnswer }, idempotent: true, ifMatch: 'required',
  }, async ({ params, body }, context) => {
    const { pack } = await found(params);
    const open = suggestions(pack).filter(({ path }) => !body.confirmed.includes(path));
    const strange = body.confirmed.filter((path) => !pack.suggested.includes(path));
    if (open.length + strange.length > 0) {
      throw invalidInput([
        ...open.map(({ path, text }) => ({ path, message: `由本单位自定，尚未确认：${text}`, accepted: `确认后在 confirmed 中列出 ${path}；要改的，请先另存为新版` })),
        ...strange.map((path) => ({ path: `confirmed.${path}`, message: '这一版没有这一项待确认', accepted: pack.suggested.join('、') || '（没有待确认的）' })),
      ]);
    }
    return switchTo('on', pack, body.confirmed, context);
  });

  route(api, {
    method: 'post', path: '/api/policies/:name/versions/:version/off', summary: '停用：此后不再按这一版立项，已在办的不变', tag: '规则', action: 'rules.edit', params: ofVersion,
    body: z.strictObject({}), answers: { 200: versionAnswer }, idempotent: true, ifMatch: 'required',
  }, async ({ params }, context) => switchTo('off', (await found(params)).pack, [], context));

  route(api, {
    method: 'post', path: '/api/policies/:name/versions/:version/dry-run', summary: '试算：现有在办事项若都按这一版，今后60天会发出什么，不生效', tag: '规则', action: 'rules.edit', params: ofVersion,
    body: z.strictObject({ matterClass: z.string().max(31).optional() }), answers: { 200: dryRunAnswer },
  }, async ({ params, body }, { at, actor }) => {
    const { pack } = await found(params);
    const running = await stores.commitments.running(DRY_RUN_ITEMS + 1);
    const mails: { readonly at: string; readonly date: string; readonly text: string; readonly commitment: string; readonly occasion: keyof typeof OCCASION_NAMES }[] = [];
    const refused = new Map<string, number>();
    let items = 0;
    for (const { _id, state } of running.slice(0, DRY_RUN_ITEMS)) {
      const ahead = mailsUnder(state, await stores.rules.forCommitment(state), pack, body.matterClass, at, actor);
      if (isRefusal(ahead)) {
        refused.set(ahead.hint, (refused.get(ahead.hint) ?? 0) + 1);
        continue;
      }
      items += 1;
      mails.push(...ahead.map((notice) => ({ ...mailView(notice), commitment: _id, occasion: notice.occasion })));
    }
    const tally = <K extends string>(key: (mail: (typeof mails)[number]) => K): [K, number][] =>
      [...mails.reduce((counts, mail) => counts.set(key(mail), (counts.get(key(mail)) ?? 0) + 1), new Map<K, number>())].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return ok({
      pack: packId(pack), days: FORESIGHT_DAYS, items, more: running.length > DRY_RUN_ITEMS,
      leftOut: [...refused].map(([why, count]) => ({ why, count })),
      mails: tally((mail) => mail.occasion).map(([occasion, count]) => ({ occasion, name: OCCASION_NAMES[occasion], count })),
      busiest: tally((mail) => mail.date).slice(0, 5).map(([date, count]) => ({ date, count })),
      first: mails.sort((a, b) => (a.at < b.at ? -1 : 1)).slice(0, 50).map(({ occasion: _occasion, ...mail }) => mail),
    });
  });

  const named = async (asked: readonly string[]): Promise<Batch> => {
    const documents = await stores.commitments.getMany(asked);
    const missing = asked.filter((id) => !documents.has(id));
    if (missing.length > 0) throw invalidInput(missing.map((id) => ({ path: 'ids', message: `没有编号为“${id}”的事项`, accepted: '台账中的事项编号' })));
    return { documents: [...documents.values()], of: documents.size, next: null };
  };
  const notYetUnder = async (pack: PolicyPack, matterClass: string | null, { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number }): Promise<Batch> => {
    const [documents, of] = await Promise.all([
      stores.commitments.runningNotUnder(pack, matterClass, placeIn(batchPlace, cursor, 'cursor'), limit + 1), stores.commitments.countRunningNotUnder(pack, matterClass),
    ]);
    const shown = documents.slice(0, limit);
    const last = shown.at(-1);
    return { documents: shown, of, next: documents.length > limit && last ? cursorOf({ due: last.state.due, id: last._id }) : null };
  };
  const repinFields = { ids, matterClass: z.string().trim().min(1).max(31).optional() };
  route(api, {
    method: 'post', path: '/api/policies/:name/versions/:version/repin/preview', summary: '在办事项换用这一版：先看哪些时限移动、哪些邮件增减，不生效', tag: '规则', action: 'rules.edit', params: ofVersion,
    body: z.strictObject({ ...repinFields, ids: ids.optional().describe('不填：不按这一版的在办事项，期限早的在先，每次至多 limit 项'), limit: z.int().min(1).max(AT_ONCE).default(AT_ONCE), cursor: cursorSchema }), answers: { 200: previewAnswer },
  }, async ({ params, body }, { at, actor }) => {
    const pack = await packOf(deps, { pack: params.name, version: params.version });
    const { documents, of, next } = body.ids === undefined ? await notYetUnder(pack, body.matterClass ?? null, body) : await named(body.ids);
    const items = await Promise.all(documents.map(async (document) => previewRepin(document, await stores.rules.forCommitment(document.state), pack, body.matterClass, at, actor)));
    return ok({ pack: packId(pack), days: FORESIGHT_DAYS, possible: items.filter((item) => item.possible).length, items, of, next });
  });

  route(api, {
    method: 'post', path: '/api/policies/:name/versions/:version/repin', summary: '在办事项换用这一版：逐项记入台账，已发出的不重发', tag: '规则', action: 'command.repin', params: ofVersion,
    body: z.strictObject({ ...repinFields, reason }), answers: { 200: repinAnswer }, idempotent: true,
  }, async ({ params, body }, { actor, key }) => {
    await packOf(deps, { pack: params.name, version: params.version });
    const items: { id: string; done: boolean; why: string | null }[] = [];
    for (const id of body.ids) {
      const asked = { pack: params.name, version: params.version, reason: body.reason, ...(body.matterClass === undefined ? {} : { matterClass: body.matterClass }) };
      const why = await giveCommand(deps, id, 'repin', asked, actor, `${key}~${id}`).then(() => null, (error: unknown) => {
        // What may succeed later ends the batch: repeated with the same key, those already done are found done.
        if (error instanceof Problem && error.status < 500) return error.body.title;
        throw error;
      });
      items.push({ id, done: why === null, why });
    }
    return ok({ done: items.filter((item) => item.done).length, items });
  });
};

