/** Evidence files: uploaded first, then named by the `evidence` command. */
import { z } from 'zod';
import { refuse } from '../domain/refusals';
import { ENDED_STATES } from '../domain/vocabulary';
import { evidenceListAnswer, fileAnswer } from './answers';
import { fileIdOf, takeFile } from './evidence-files';
import { sendFile } from './evidence-sending';
import { evidenceList } from './evidence-views';
import { commitmentParams, idSchema } from './fields';
import { reachFor } from './guard';
import { Problem } from './problems';
import { ok, route, type ApiRouter } from './route';

const LIST = '/api/commitments/:id/evidence';
const PATH = `${LIST}/:evidenceId`;
const params = z.strictObject({ id: idSchema, evidenceId: idSchema });

export const evidenceRoutes = (api: ApiRouter): void => {
  const { deps } = api;
  const { stores, log } = deps;
  const documentOf = async (id: string) => {
    const document = await stores.commitments.get(id);
    if (!document) throw new Problem('notFound', { detail: `没有编号为“${id}”的事项` });
    return document;
  };

  route(api, {
    method: 'get', path: LIST, summary: '一件事项的佐证文件：校验值、版本、提示', tag: '佐证', action: 'evidence.read', params: commitmentParams, answers: { 200: evidenceListAnswer },
  }, async ({ params: { id } }, { request }) => ok({ items: await evidenceList(stores, (await documentOf(id)).state, reachFor(request, 'evidence.read') === null) }));

  route(api, {
    method: 'put', path: `${PATH}/file`, summary: '上传佐证文件', tag: '佐证', action: 'evidence.upload', params,
    query: z.strictObject({ name: z.string().max(1_000, '不超过1000字').describe('文件名；其中的路径和不能使用的字符会去掉') }), uncleaned: ['name'], bytes: 'stream', answers: { 200: fileAnswer },
  }, async ({ params: { id, evidenceId }, query }, { actor, request }) => {
    const document = await documentOf(id);
    if (ENDED_STATES.includes(document.state.status)) throw new Problem(refuse('ended'));
    const { name, size, sha256, sm3, kind, scan } = await takeFile(deps, fileIdOf(id, evidenceId), query.name, request, actor);
    log.info({ commitment: id, evidence: evidenceId, size, person: actor.person }, 'evidence file taken in');
    return ok({ id: evidenceId, name, size, sha256, sm3, kind, held: scan?.state === 'held' });
  });

  const give = (last: 'file' | 'preview', summary: string): void => route(api, {
    method: 'get', path: `${PATH}/${last}`, summary, tag: '佐证', action: 'evidence.read', params, answers: { 200: null }, streaming: true,
  }, async ({ params: { id, evidenceId } }, { response }) => {
    const [document, file] = await Promise.all([stores.commitments.get(id), stores.evidence.find(fileIdOf(id, evidenceId))]);
    if (!document || !file) throw new Problem('notFound', { detail: '没有这份佐证文件' });
    await sendFile(deps, file, document.state.evidence.find((one) => one.id === evidenceId)?.sha256 ?? null, last === 'preview', response);
    return null;
  });
  give('file', '下载佐证文件，先核对校验值');
  give('preview', '在浏览器中查看 PDF 或图片，先核对校验值');
};
