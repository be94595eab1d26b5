/** Sources: import a speech, minutes, an instruction; read it sentence by sentence; correct, import again, register. */
import type { Request } from 'express';
import { z } from 'zod';
import { correctionSchema } from '../domain/corrections';
import { isLive, type DraftRecord, type SentenceRecord, type SourceRecord } from '../domain/drafts';
import { DEFAULT_LIMITS } from '../intake/read-document';
import { correctedAnswer, readingAnswer, registrationAnswer, reimportedAnswer, sourceAnswer, sourceListAnswer, sourceTextAnswer } from './answers';
import { idSchema, limitSchema } from './fields';
import { Problem } from './problems';
import { ok, route, type ApiRouter } from './route';
import { ownCommitments, sourceNamed, visibleSources } from './source-reach';
import { correctSource, undoCorrection } from './source-corrections';
import { fileQuery, pastedSchema, reimportSchema, sourceParams } from './source-fields';
import { importSource, readFile, readPasted, reimportSource, sourceIdOf, type Incoming } from './source-import';
import { chosenSchema, registerDrafts } from './source-registration';
import { commitmentsOf, readingView, registrationView, sentenceView, sourceView } from './source-views';

const SENTENCES_SHOWN = 1_000;
const listQuery = z.strictObject({ limit: limitSchema, cursor: z.string().max(300).optional() });
const sourceQuery = z.strictObject({
  /** Place of the first sentence shown, from `next` of the page before. */
  from: z.string().regex(/^\d{1,7}(\.5)?$/, '应为上一页给出的位置').transform(Number).default(0),
  limit: z.string().regex(/^[1-9]\d{0,3}$/, '应为整数').transform(Number).pipe(z.number().max(2_000, '应为1至2000的整数')).default(SENTENCES_SHOWN),
});

const cursorOf = ({ importedAt, id }: Pick<SourceRecord, 'importedAt' | 'id'>): string => Buffer.from(JSON.stringify([importedAt, id])).toString('base64url');
const readCursor = (cursor: string | undefined): { importedAt: string; id: string } | null => {
  if (cursor === undefined) return null;
  try {
    const [importedAt, id] = z.tuple([z.iso.datetime({ precision: 3 }), idSchema]).parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { importedAt, id };
  } catch {
    throw new Problem('invalidInput', { errors: [{ path: 'query.cursor', message: '不是有效的位置', accepted: '上一页给出的 next' }], detail: '1处有误' });
  }
};

export const sourceRoutes = (api: ApiRouter): void => {
  const { deps } = api;
  const { stores } = deps;
  /** The route asks for If-Match. */
  const given = (version: number | null): number => {
    if (version === null) throw new Problem('preconditionRequired');
    return version;
  };
  type Reach = Awaited<ReturnType<typeof ownCommitments>>;
  const pageOf = async (request: Request, id: string, query: z.output<typeof sourceQuery>) => {
    const [source, sentences, own] = await Promise.all([sourceNamed(deps, id), stores.sources.sentences(id, query.from, query.limit + 1), ownCommitments(deps, request)]);
    return { source, page: sentences.slice(0, query.limit), own, next: sentences.at(query.limit)?.order ?? null };
  };
  /** Those that the caller may see. */
  const within = <T extends Pick<DraftRecord, 'state'>>(drafts: readonly T[], own: Reach): T[] => drafts.filter(({ state }) => own === null || (state.kind === 'registered' && own.has(state.commitment)));
  const bySentence = <T extends Pick<DraftRecord, 'sentences'>>(page: readonly SentenceRecord[], drafts: readonly T[]): ReadonlyMap<string, T[]> => {
    const found = new Map(page.map((sentence): [string, T[]] => [sentence.id, []]));
    drafts.forEach((draft) => draft.sentences.forEach((sentence) => found.get(sentence)?.push(draft)));
    return found;
  };

  route(api, {
    method: 'post', path: '/api/sources', summary: '收录来文：粘贴全文', tag: '来文', action: 'source.import', body: pastedSchema, uncleaned: ['text'], answers: { 201: sourceAnswer }, idempotent: true,
  }, async ({ body: { text, ...about } }, { actor, key }) => {
    const { source } = await importSource(deps, sourceIdOf(actor, key), about, await readPasted(text, about.title), actor);
    return { status: 201, body: sourceView(source) };
  });

  route(api, {
    method: 'put', path: '/api/sources/:id/file', summary: '收录来文：上传文件；带 If-Match 时换成更正后的全文', tag: '来文', action: 'source.import',
    params: sourceParams, query: fileQuery, bytes: DEFAULT_LIMITS.maxBytes, ifMatch: 'optional', answers: { 200: z.union([sourceAnswer, reimportedAnswer]), 201: sourceAnswer },
  }, async ({ params: { id }, query: { name, basis = [], ...about } }, { actor, version, request }) => {
    const content: unknown = request.body;
    const incoming: Incoming = await readFile(Buffer.isBuffer(content) ? content : Buffer.alloc(0), name);
    if (version !== null) {
      const { source, report } = await reimportSource(deps, await sourceNamed(deps, id), incoming, version, actor);
      return ok({ ...sourceView(source), report });
    }
    const { source, created } = await importSource(deps, id, { ...about, basis }, incoming, actor);
    deps.log.info({ source: id, length: source.length, person: actor.person }, 'source taken in');
    return { status: created ? 201 : 200, body: sourceView(source) };
  });

  route(api, { method: 'get', path: '/api/sources', summary: '来文目录', tag: '来文', action: 'source.read', query: listQuery, answers: { 200: sourceListAnswer } }, async ({ query }, { request }) => {
    const found = await stores.sources.list(query.limit + 1, readCursor(query.cursor), await visibleSources(deps, request));
    const page = found.slice(0, query.limit);
    const last = page.at(-1);
    return ok({ items: page.map(sourceView), next: found.length > query.limit && last ? cursorOf(last) : null });
  });

  route(api, {
    method: 'get', path: '/api/sources/:id', summary: '一篇来文，逐句及其去向', tag: '来文', action: 'source.read', params: sourceParams, query: sourceQuery, answers: { 200: sourceTextAnswer },
  }, async ({ params: { id }, query }, { request }) => {
    const { source, page, own, next } = await pageOf(request, id, query);
    const drafts = within(await stores.sources.draftsIn(id, page.map((sentence) => sentence.id)), own);
    const numbers = await stores.sources.numbers(commitmentsOf(drafts));
    const found = bySentence(page, drafts);
    return ok({
      ...sourceView(source),
      sections: source.sections,
      sentences: page.map((sentence) => sentenceView(sentence, found.get(sentence.id) ?? [], numbers)),
      drafts: drafts.filter(isLive).length,
      next,
    });
  });

  route(api, {
    method: 'get', path: '/api/sources/:id/reading', summary: '一篇来文，逐句及其去向，只供阅读', tag: '来文', action: 'source.read', params: sourceParams, query: sourceQuery, answers: { 200: readingAnswer },
  }, async ({ params: { id }, query }, { request }) => {
    const { source, page, own, next } = await pageOf(request, id, query);
    const found = bySentence(page, within(await stores.sources.draftsRead(id, page.map((sentence) => sentence.id)), own));
    return ok({ ...sourceView(source), sections: source.sections, sentences: page.map((sentence) => readingView(sentence, found.get(sentence.id) ?? [])), next });
  });

  route(api, {
    method: 'post', path: '/api/sources/:id/corrections', summary: '更正拟立项事项', tag: '来文', action: 'source.correct',
    params: sourceParams, body: correctionSchema, ifMatch: 'required', answers: { 200: correctedAnswer }, idempotent: true,
  }, async ({ params: { id }, body }, { actor, version }) => correctSource(deps, await sourceNamed(deps, id), body, given(version), actor));

  route(api, {
    method: 'post', path: '/api/sources/:id/corrections/:version/undo', summary: '撤销一次更正', tag: '来文', action: 'source.correct',
    params: z.strictObject({ id: idSchema, version: z.string().regex(/^[1-9]\d{0,8}$/, '应为更正后的版本').transform(Number) }), body: z.strictObject({}), answers: { 200: correctedAnswer }, idempotent: true,
  }, async ({ params: { id, version } }, { actor }) => undoCorrection(deps, await sourceNamed(deps, id), version, actor));

  route(api, {
    method: 'post', path: '/api/sources/:id/reimport', summary: '换成更正后的全文', tag: '来文', action: 'source.import',
    params: sourceParams, body: reimportSchema, uncleaned: ['text'], ifMatch: 'required', answers: { 200: reimportedAnswer }, idempotent: true,
  }, async ({ params: { id }, body: { text } }, { actor, version }) => {
    const had = await sourceNamed(deps, id);
    const { source, report } = await reimportSource(deps, had, await readPasted(text, had.title), given(version), actor);
    return ok({ ...sourceView(source), report });
  });

  route(api, {
    method: 'post', path: '/api/sources/:id/registration', summary: '将选定的拟立项事项立项', tag: '来文', action: 'source.register',
    params: sourceParams, body: chosenSchema, answers: { 202: registrationAnswer }, idempotent: true, ifMatch: 'optional',
  }, ({ params: { id }, body }, { actor, key, version }) => registerDrafts(deps, id, body.drafts, actor, key, version));

  route(api, {
    method: 'get', path: '/api/sources/:id/registrations/:rid', summary: '一次立项的进度', tag: '来文', action: 'source.register',
    params: z.strictObject({ id: idSchema, rid: idSchema }), answers: { 200: registrationAnswer },
  }, async ({ params }) => {
    const document = await stores.registrations.get(params.rid);
    if (!document || document.source !== params.id) throw new Problem('notFound', { detail: '没有这次立项' });
    return ok(registrationView(document));
  });
};
