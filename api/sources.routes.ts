/** Sources: import a speech, minutes, an instruction; read it sentence by sentence; correct, import again, register. */
import express, { Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { correctionSchema } from '../domain/corrections';
import { isLive, type DraftRecord, type SourceRecord } from '../domain/drafts';
import { DEFAULT_LIMITS } from '../intake/read-document';
import { actorOf } from './auth';
import type { ApiDeps } from './deps';
import { idSchema, limitSchema } from './fields';
import { answerOnce } from './idempotency';
import { parse } from './parse';
import { Problem } from './problems';
import { correctSource } from './source-corrections';
import { etagOf, fileQuery, pastedSchema, sourceParams, takeText, versionOf } from './source-fields';
import { importSource, readFile, readPasted, reimportSource, sourceIdOf, type Incoming } from './source-import';
import { chosenSchema, registerDrafts } from './source-registration';
import { commitmentsOf, registrationView, sentenceView, sourceSelf, sourceView } from './source-views';

const SENTENCES_SHOWN = 1_000;
const listQuery = z.strictObject({ limit: limitSchema, cursor: z.string().max(300).optional() });
const sourceQuery = z.strictObject({
  /** Place of the first sentence shown, from `next` of the page before. */
  from: z.string().regex(/^\d{1,7}(\.5)?$/, '应为上一页给出的位置').transform(Number).default(0),
  limit: z.string().regex(/^[1-9]\d{0,3}$/, '应为整数').transform(Number).pipe(z.number().max(2_000, '应为1至2000的整数')).default(SENTENCES_SHOWN),
});

const raw = express.raw({ type: 'application/octet-stream', limit: DEFAULT_LIMITS.maxBytes, inflate: false });
/** A file's bytes. The limit's own refusal names the file's limit, not that of JSON. */
const fileBody: RequestHandler = (request, response, next) => {
  raw(request, response, (error?: unknown) => {
    const tooLarge = typeof error === 'object' && error !== null && 'type' in error && error.type === 'entity.too.large';
    next(tooLarge ? new Problem('contentTooLarge', { detail: `文件不超过${DEFAULT_LIMITS.maxBytes / 1024 / 1024} MB`, headers: { Connection: 'close' } }) : error);
  });
};

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

export const sourceRoutes = (deps: ApiDeps): Router => {
  const router = Router();
  const { stores } = deps;
  const present = async (id: string): Promise<SourceRecord> => {
    const source = await stores.sources.get(id);
    if (!source) throw new Problem('notFound', { detail: `没有编号为“${id}”的来文` });
    return source;
  };

  router.post('/api/sources', async (request, response) => {
    const content = { body: request.body as unknown };
    const text = takeText(request);
    const { body: about } = parse(request, { body: pastedSchema });
    await answerOnce(deps, request, response, {
      route: 'POST /api/sources', content, run: async (actor, key) => {
        const { source } = await importSource(deps, sourceIdOf(actor, key), about, await readPasted(text, about.title), actor);
        return { status: 201, body: sourceView(source) };
      },
    });
  });

  /** Without If-Match a new source; with it the corrected text of the one that is there. */
  router.put('/api/sources/:id/file', fileBody, async (request, response) => {
    const { params: { id }, query: { name, basis = [], ...about } } = parse(request, { params: sourceParams, query: fileQuery });
    const actor = actorOf(request);
    const body: unknown = request.body;
    if (!request.is('application/octet-stream') || (request.get('Content-Encoding') ?? 'identity') !== 'identity') throw new Problem('badMediaType');
    const incoming: Incoming = await readFile(Buffer.isBuffer(body) ? body : Buffer.alloc(0), name);
    if (request.get('If-Match') !== undefined) {
      const { source, report } = await reimportSource(deps, await present(id), incoming, versionOf(request), actor);
      response.set('ETag', etagOf(source.version)).json({ ...sourceView(source), report });
      return;
    }
    const { source, created } = await importSource(deps, id, { ...about, basis }, incoming, actor);
    deps.log.info({ source: id, length: source.length, person: actor.person }, 'source taken in');
    response.status(created ? 201 : 200).location(sourceSelf(id)).set('ETag', etagOf(source.version)).json(sourceView(source));
  });

  router.get('/api/sources', async (request, response) => {
    const { query } = parse(request, { query: listQuery });
    const found = await stores.sources.list(query.limit + 1, readCursor(query.cursor));
    const page = found.slice(0, query.limit);
    const last = page.at(-1);
    response.json({ items: page.map(sourceView), next: found.length > query.limit && last ? cursorOf(last) : null });
  });

  router.get('/api/sources/:id', async (request, response) => {
    const { params: { id }, query } = parse(request, { params: sourceParams, query: sourceQuery });
    const source = await present(id);
    const sentences = await stores.sources.sentences(id, query.from, query.limit + 1);
    const page = sentences.slice(0, query.limit);
    const drafts = await stores.sources.draftsIn(id, page.map((sentence) => sentence.id));
    const numbers = await stores.sources.numbers(commitmentsOf(drafts));
    const bySentence = new Map(page.map((sentence): [string, DraftRecord[]] => [sentence.id, []]));
    drafts.forEach((draft) => draft.sentences.forEach((sentence) => bySentence.get(sentence)?.push(draft)));
    response.set('ETag', etagOf(source.version)).json({
      ...sourceView(source),
      sections: source.sections,
      sentences: page.map((sentence) => sentenceView(sentence, bySentence.get(sentence.id) ?? [], numbers)),
      drafts: drafts.filter(isLive).length,
      next: sentences.at(query.limit)?.order ?? null,
    });
  });

  router.post('/api/sources/:id/corrections', async (request, response) => {
    const { params: { id }, body } = parse(request, { params: sourceParams, body: correctionSchema });
    const expected = versionOf(request);
    await answerOnce(deps, request, response, {
      route: 'POST /api/sources/:id/corrections', content: { id, body: request.body as unknown, expected },
      run: async (actor) => correctSource(deps, await present(id), body, expected, actor),
    });
  });

  router.post('/api/sources/:id/reimport', async (request, response) => {
    const content = { ...request.params, body: request.body as unknown };
    const text = takeText(request);
    const { params: { id } } = parse(request, { params: sourceParams, body: z.strictObject({}) });
    const expected = versionOf(request);
    await answerOnce(deps, request, response, {
      route: 'POST /api/sources/:id/reimport', content, run: async (actor) => {
        const had = await present(id);
        const { source, report } = await reimportSource(deps, had, await readPasted(text, had.title), expected, actor);
        return { status: 200, body: { ...sourceView(source), report } };
      },
    });
  });

  router.post('/api/sources/:id/registration', async (request, response) => {
    const { params: { id }, body } = parse(request, { params: sourceParams, body: chosenSchema });
    await answerOnce(deps, request, response, {
      route: 'POST /api/sources/:id/registration', content: { id, body: request.body as unknown },
      run: (actor, key) => registerDrafts(deps, id, body.drafts, actor, key),
    });
  });

  router.get('/api/sources/:id/registrations/:rid', async (request, response) => {
    const { params } = parse(request, { params: z.strictObject({ id: idSchema, rid: idSchema }) });
    const document = await stores.registrations.get(params.rid);
    if (!document || document.source !== params.id) throw new Problem('notFound', { detail: '没有这次立项' });
    response.json(registrationView(document));
  });

  return router;
};
