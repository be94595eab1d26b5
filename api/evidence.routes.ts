/** Evidence files: uploaded first, then named by the `evidence` command. */
import { z } from 'zod';
import { refuse } from '../domain/refusals';
import { ENDED_STATES } from '../domain/vocabulary';
import { fileAnswer } from './answers';
import { fileIdOf, fileNameSchema, sendFile, takeFile } from './evidence-files';
import { idSchema } from './fields';
import { Problem } from './problems';
import { ok, route, type ApiRouter } from './route';

const PATH = '/api/commitments/:id/evidence/:evidenceId/file';
const params = z.strictObject({ id: idSchema, evidenceId: idSchema });

export const evidenceRoutes = (api: ApiRouter): void => {
  const { deps } = api;
  const { stores, log } = deps;

  route(api, {
    method: 'put', path: PATH, summary: '上传佐证文件', tag: '佐证', action: 'evidence.upload', params, query: z.strictObject({ name: fileNameSchema }),
    bytes: 'stream', answers: { 200: fileAnswer },
  }, async ({ params: { id, evidenceId }, query }, { actor, request }) => {
    const document = await stores.commitments.get(id);
    if (!document) throw new Problem('notFound', { detail: `没有编号为“${id}”的事项` });
    if (ENDED_STATES.includes(document.state.status)) throw new Problem(refuse('ended'));
    const { name, size, sha256 } = await takeFile(deps, fileIdOf(id, evidenceId), query.name, request);
    log.info({ commitment: id, evidence: evidenceId, size, person: actor.person }, 'evidence file taken in');
    return ok({ id: evidenceId, name, size, sha256 });
  });

  route(api, {
    method: 'get', path: PATH, summary: '下载佐证文件，先核对校验值', tag: '佐证', action: 'evidence.read', params, answers: { 200: null }, streaming: true,
  }, async ({ params: { id, evidenceId } }, { response }) => {
    const [document, file] = await Promise.all([stores.commitments.get(id), stores.evidence.find(fileIdOf(id, evidenceId))]);
    if (!document || !file) throw new Problem('notFound', { detail: '没有这份佐证文件' });
    await sendFile(deps, file, document.state.evidence.find((one) => one.id === evidenceId)?.sha256 ?? null, response);
    return null;
  });
};
