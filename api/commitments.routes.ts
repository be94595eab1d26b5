/** Commitments: register, list, look at one, give a command. */
import { Router } from 'express';
import { z } from 'zod';
import { COMMAND_NAMES, type CommandName } from '../domain/commands';
import { registrationSchema } from '../domain/register';
import { commandBodies, giveCommand } from './commands';
import type { ApiDeps } from './deps';
import { asOfSchema, commitmentParams, idSchema, resolveAsOf } from './fields';
import { answerOnce } from './idempotency';
import { countCommitments, filterQuery, listCommitments, listQuery } from './listing';
import { oneCommitment } from './one';
import { parse } from './parse';
import { Problem } from './problems';
import { registerCommitment } from './registration';

const commandParams = z.strictObject({ id: idSchema, name: z.string() });
const isCommandName = (name: string): name is CommandName => COMMAND_NAMES.some((known) => known === name);

export const commitmentRoutes = (deps: ApiDeps): Router => {
  const router = Router();
  const { stores, clock } = deps;

  router.post('/api/commitments', async (request, response) => {
    const { body: draft } = parse(request, { body: registrationSchema });
    await answerOnce(deps, request, response, {
      route: 'POST /api/commitments', content: { body: request.body as unknown }, run: (actor, key) => registerCommitment(deps, draft, actor, key),
    });
  });

  router.get('/api/commitments', async (request, response) => {
    const { query } = parse(request, { query: listQuery });
    const asOf = resolveAsOf(query.asOf, clock.now());
    response.json(await listCommitments(stores, query, asOf, await stores.organisation.unitNames()));
  });

  router.get('/api/commitments/count', async (request, response) => {
    const { query } = parse(request, { query: filterQuery });
    const asOf = resolveAsOf(query.asOf, clock.now());
    response.json({ ...await countCommitments(stores, query, asOf, await stores.organisation.unitNames()), asOf: asOf.at });
  });

  router.get('/api/commitments/:id', async (request, response) => {
    const { params, query } = parse(request, { params: commitmentParams, query: z.strictObject({ asOf: asOfSchema }) });
    response.json(await oneCommitment(stores, params.id, resolveAsOf(query.asOf, clock.now())));
  });

  router.post('/api/commitments/:id/commands/:name', async (request, response) => {
    const { params: { id, name } } = parse(request, { params: commandParams });
    if (!isCommandName(name)) throw new Problem('notFound', { detail: '没有这项操作', hint: `可用的操作：${COMMAND_NAMES.join('、')}` });
    const { body } = parse(request, { body: commandBodies[name] });
    await answerOnce(deps, request, response, {
      route: 'POST /api/commitments/:id/commands/:name', content: { id, name, body: request.body as unknown },
      run: (actor, key) => giveCommand(deps, id, name, body, actor, key),
    });
  });

  return router;
};
