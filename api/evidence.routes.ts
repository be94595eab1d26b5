/** Evidence files: uploaded first, then named by the `evidence` command. */
import { Router } from 'express';
import { z } from 'zod';
import { refuse } from '../domain/refusals';
import { ENDED_STATES } from '../domain/vocabulary';
import { actorOf } from './auth';
import type { ApiDeps } from './deps';
import { fileIdOf, fileNameSchema, sendFile, takeFile } from './evidence-files';
import { idSchema } from './fields';
import { parse } from './parse';
import { Problem } from './problems';

const ROUTE = '/api/commitments/:id/evidence/:evidenceId/file';
const params = z.strictObject({ id: idSchema, evidenceId: idSchema });

export const evidenceRoutes = (deps: ApiDeps): Router => {
  const router = Router();
  const { stores, log } = deps;

  router.put(ROUTE, async (request, response) => {
    const { params: { id, evidenceId }, query } = parse(request, { params, query: z.strictObject({ name: fileNameSchema }) });
    const actor = actorOf(request);
    const encoding = request.get('Content-Encoding') ?? 'identity';
    if (!request.is('application/octet-stream') || encoding !== 'identity') throw new Problem('badMediaType');
    const document = await stores.commitments.get(id);
    if (!document) throw new Problem('notFound', { detail: `没有编号为“${id}”的事项` });
    if (ENDED_STATES.includes(document.state.status)) throw new Problem(refuse('ended'));
    const { name, size, sha256 } = await takeFile(deps, fileIdOf(id, evidenceId), query.name, request);
    log.info({ commitment: id, evidence: evidenceId, size, person: actor.person }, 'evidence file taken in');
    response.json({ id: evidenceId, name, size, sha256 });
  });

  router.get(ROUTE, async (request, response) => {
    const { params: { id, evidenceId } } = parse(request, { params });
    const [document, file] = await Promise.all([stores.commitments.get(id), stores.evidence.find(fileIdOf(id, evidenceId))]);
    if (!document || !file) throw new Problem('notFound', { detail: '没有这份佐证文件' });
    await sendFile(deps, file, document.state.evidence.find((one) => one.id === evidenceId)?.sha256 ?? null, response);
  });

  return router;
};
