/** From an empty store to the first speech: what is done and what is next, told from the store; and an example to begin with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { organisationSchema, vacantKinds } from '../domain/organisation';
import { civilDateSchema } from '../domain/state';
import { civilDateOf } from '../domain/time';
import { POST_NAMES } from '../domain/vocabulary';
import { sendTable } from './organisation.routes';
import { ok, route, type ApiRouter } from './route';

const STEPS = ['units', 'people', 'accounts', 'speech'] as const;
const startAnswer = z.strictObject({
  steps: z.array(z.strictObject({ step: z.enum(STEPS), done: z.boolean(), words: z.string().describe('现在的情况，或还缺什么') })), next: z.enum(STEPS).nullable(),
});
const speechAnswer = z.strictObject({ title: z.string(), date: civilDateSchema, speaker: z.string(), text: z.string() });

const EXAMPLES = join(__dirname, '../examples');
const example = (name: string): string => readFileSync(join(EXAMPLES, name), 'utf8');

export const startRoutes = (api: ApiRouter): void => {
  const { stores } = api.deps;

  route(api, { method: 'get', path: '/api/start', summary: '从空系统到第一篇讲话：已做到哪一步', tag: '运行', action: 'organisation.read', answers: { 200: startAnswer } }, async (_input, { at }) => {
    const [{ organisation }, accounts, sources, items] = await Promise.all([stores.organisation.whole(), stores.accounts.list(), stores.sources.list(1, null), stores.commitments.count()]);
    const today = civilDateOf(at);
    const vacant = vacantKinds(organisation, today);
    const isRegistrar = async (person: string): Promise<boolean> => (await stores.organisation.postsHeldBy(person, today)).some(({ kind }) => kind === 'registrar');
    const registrars = await Promise.all(accounts.map(async ({ active, roles, person }) => active && (roles.includes('registrar') || isRegistrar(person))));
    const able = accounts.filter((_account, index) => registrars[index]);
    const { units, people } = organisation;
    const steps = [
      { step: 'units' as const, done: units.length > 0, words: units.length > 0 ? `已有${units.length}个单位` : '还没有单位' },
      { step: 'people' as const, done: vacant.length === 0, words: vacant.length === 0 ? `${people.length}人在册，各类岗位都有人` : `还没有人任：${vacant.map((kind) => POST_NAMES[kind]).join('、')}` },
      { step: 'accounts' as const, done: able.length > 0, words: able.length > 0 ? `督查员账号${able.length}个：${able.slice(0, 3).map(({ name }) => name).join('、')}` : '还没有督查员的账号' },
      { step: 'speech' as const, done: sources.length > 0 || items > 0, words: sources.length > 0 || items > 0 ? '已收录' : '还没有讲话' },
    ];
    return ok({ steps, next: steps.find(({ done }) => !done)?.step ?? null });
  });

  route(api, { method: 'get', path: '/api/examples/organisation.xlsx', summary: '示例机构，可导入', tag: '机构', action: 'organisation.edit', answers: { 200: null }, media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', streaming: true }, async (_input, { response }) => {
    sendTable(response, '示例机构.xlsx', organisationSchema.parse(JSON.parse(example('organisation.json'))));
    return null;
  });

  route(api, { method: 'get', path: '/api/examples/speech', summary: '示例讲话，可收录', tag: '来文', action: 'source.import', answers: { 200: speechAnswer } }, () => {
    const text = example('speech.txt');
    const [title = ''] = text.split('\n');
    return ok({ title, date: '2026-02-27', speaker: '临川市数据局', text });
  });
};
