/** Who there is to be named: units and posts, for whoever assigns and filters. */
import { z } from 'zod';
import { postSchema, unitSchema } from '../domain/organisation';
import { POST_NAMES } from '../domain/vocabulary';
import { ok, route, type ApiRouter } from './route';

const organisationAnswer = z.strictObject({ units: z.array(unitSchema), posts: z.array(postSchema.extend({ kindName: z.string() })), packs: z.array(z.string()) });

export const organisationRoutes = (api: ApiRouter): void => {
  const { stores } = api.deps;
  route(api, { method: 'get', path: '/api/organisation', summary: '单位、岗位和规则的名录', tag: '运行', action: 'organisation.read', answers: { 200: organisationAnswer } }, async () => {
    const [units, posts, packs] = await Promise.all([stores.organisation.units(), stores.organisation.posts(), stores.rules.packNames()]);
    return ok({ units, posts: posts.map((post) => ({ ...post, kindName: POST_NAMES[post.kind] })), packs });
  });
};
