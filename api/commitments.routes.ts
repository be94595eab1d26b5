/** Commitments: register, list, look at one, give a command. */
import { z } from 'zod';
import { COMMAND_NAMES, COMMAND_TITLES, type CommandName } from '../domain/commands';
import { registrationSchema } from '../domain/register';
import { civilDateOf } from '../domain/time';
import { readTogether } from '../stores/together';
import { mayDo, type Reach } from './access';
import { commandAnswer, commitmentAnswer, countAnswer, listAnswer, oneAnswer, templatesAnswer } from './answers';
import { principalOf } from './auth';
import { commandBodies, giveCommand } from './commands';
import { asOfSchema, commitmentParams, resolveAsOf } from './fields';
import { reachFor } from './guard';
import { countCommitments, filterQuery, listCommitments, listQuery, type ListQuery } from './listing';
import { oneCommitment } from './one';
import { Problem } from './problems';
import { registerCommitment } from './registration';
import { ok, route, type ApiRouter } from './route';
import { registrationForm, registrationFormAnswer } from './registration-form';

const COMMANDS = '/api/commitments/:id/commands';

export const commitmentRoutes = (api: ApiRouter): void => {
  const { deps } = api;
  const { stores, clock } = deps;
  /** At each change all open ledgers read the same first page again. */
  const listed = readTogether(async (asked) => {
    const [query, reach] = JSON.parse(asked) as [ListQuery, Reach | null];
    return listCommitments(stores, query, resolveAsOf(query.asOf, clock.now()), await stores.organisation.unitNames(), reach);
  });

  route(api, {
    method: 'post', path: '/api/commitments', summary: '立项', tag: '事项', action: 'commitment.register', body: registrationSchema, answers: { 201: commitmentAnswer }, idempotent: true,
  }, ({ body }, { actor, key }) => registerCommitment(deps, body, actor, key));

  route(api, {
    method: 'get', path: '/api/registration-form', summary: '立项可选的规则、类别、模板和周期', tag: '事项', action: 'rules.read', answers: { 200: registrationFormAnswer },
  }, async (_input, { at }) => ok(await registrationForm(deps, civilDateOf(at))));

  route(api, {
    method: 'get', path: '/api/templates', summary: '事项模板：环节，以及是否须分解任务', tag: '事项', action: 'rules.read', answers: { 200: templatesAnswer },
  }, async () => ok({ items: [...(await stores.defaults.current('templates')).value] }));

  route(api, {
    method: 'get', path: '/api/commitments', summary: '台账：按条件列出事项', tag: '事项', action: 'commitment.read', query: listQuery, answers: { 200: listAnswer },
  }, async ({ query }, { request }) => ok(await listed(JSON.stringify([query, reachFor(request, 'commitment.read')]))));

  route(api, {
    method: 'get', path: '/api/commitments/count', summary: '台账：按条件计数', tag: '事项', action: 'commitment.read', query: filterQuery, answers: { 200: countAnswer },
  }, async ({ query }, { request }) => {
    const asOf = resolveAsOf(query.asOf, clock.now());
    return ok({ ...await countCommitments(stores, query, asOf, await stores.organisation.unitNames(), reachFor(request, 'commitment.read')), asOf: asOf.at });
  });

  route(api, {
    method: 'get', path: '/api/commitments/:id', summary: '一件事项及其全过程', tag: '事项', action: 'commitment.read',
    params: commitmentParams, query: z.strictObject({ asOf: asOfSchema }), answers: { 200: oneAnswer },
  }, async ({ params, query }, { actor, request }) => {
    const principal = principalOf(request);
    return ok(await oneCommitment(stores, params.id, resolveAsOf(query.asOf, clock.now()), { actor, may: (action, object) => mayDo(principal, action, object) }));
  });

  const command = <N extends CommandName>(name: N): void => route(api, {
    method: 'post', path: `${COMMANDS}/${name}`, summary: COMMAND_TITLES[name], tag: '事项', action: `command.${name}`,
    params: commitmentParams, body: commandBodies[name] as z.ZodType, answers: { 200: commandAnswer }, idempotent: true, ifMatch: 'optional',
  }, ({ params: { id }, body }, { actor, key, version }) => giveCommand(deps, id, name, body, actor, key, version));
  COMMAND_NAMES.forEach(command);

  api.router.post(`${COMMANDS}/:name`, () => {
    throw new Problem('notFound', { detail: '没有这项操作', hint: `可用的操作：${COMMAND_NAMES.join('、')}` });
  });
};
