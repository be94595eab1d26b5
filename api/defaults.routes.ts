/** 默认时限和事项模板: read, checked and written as a new version; what was registered before keeps what it was given. */
import { z } from 'zod';
import { DEFAULT_NAMES, DEFAULT_SCHEMAS, DEFAULT_TITLES, defaultChanges, defaultLines, type DefaultLine, type DefaultName, type Defaults } from '../domain/defaults';
import { faultsIn } from '../domain/schema-faults';
import type { DefaultVersion } from '../stores/defaults';
import { noteAudit } from './audit';
import { invalidInput, Problem, staleVersion } from './problems';
import { ok, route, type ApiRouter } from './route';

const name = z.enum(DEFAULT_NAMES);
const reason = z.string().trim().min(1, '不能为空').max(500, '不超过500字');
const made = z.strictObject({ at: z.string(), person: z.string(), name: z.string(), reason: z.string() }).nullable().describe('随程序带来的为空');
const change = z.strictObject({ label: z.string(), from: z.string().nullable(), to: z.string().nullable() });
const line = z.strictObject({ path: z.string(), label: z.string(), value: z.string(), basis: z.string().nullable(), suggested: z.boolean() });
const defaultAnswer = z.strictObject({
  name, title: z.string(), version: z.int().min(1), lines: z.array(line), value: z.unknown().describe('原文（JSON），编辑后可另存为新版'),
  versions: z.array(z.strictObject({ version: z.int().min(1), made, changes: z.array(change).describe('与前一版的不同') })).describe('各版，新的在先；最新一版生效'),
}).meta({ id: 'Default' });
/** Read apart, so that all its faults are told at once. */
const value = z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]);

const linesOf = ({ name: of, value: given }: DefaultVersion): DefaultLine[] => defaultLines({ [of]: given });

export const defaultRoutes = (api: ApiRouter): void => {
  const { stores } = api.deps;

  const viewOf = (of: DefaultName, versions: readonly DefaultVersion[]) => {
    const [newest] = versions;
    if (newest === undefined) throw new Problem('notFound');
    return {
      name: of, title: DEFAULT_TITLES[of], version: newest.version, lines: linesOf(newest), value: newest.value,
      versions: versions.map((one, index) => {
        const before = versions[index + 1];
        return { version: one.version, made: one.made, changes: before === undefined ? [] : defaultChanges(linesOf(before), linesOf(one)) };
      }),
    };
  };

  /** @throws Problem with every fault and its place */
  const parse = async <N extends DefaultName>(of: N, given: unknown): Promise<Defaults[N]> => {
    const parsed = DEFAULT_SCHEMAS[of].safeParse(given, { reportInput: true });
    if (!parsed.success) throw invalidInput(parsed.error.issues.flatMap((issue) => faultsIn('value', issue)));
    if ('pack' in parsed.data) {
      const packs = await stores.rules.packNames();
      if (!packs.includes(parsed.data.pack)) throw invalidInput([{ path: 'value.pack', message: `没有启用名为“${parsed.data.pack}”的规则`, accepted: packs.join('、') }]);
    }
    return parsed.data as Defaults[N];
  };
  const changesTo = async (of: DefaultName, next: Defaults[DefaultName]) => defaultChanges(linesOf(await stores.defaults.current(of)), defaultLines({ [of]: next }));

  route(api, {
    method: 'get', path: '/api/policies/defaults', summary: '默认时限和事项模板：来文没有写明时限、规则的，按什么定；各版由谁何时为何修改', tag: '规则', action: 'rules.read',
    answers: { 200: z.strictObject({ limits: defaultAnswer, templates: defaultAnswer }) },
  }, async () => {
    const [limits, templates] = await Promise.all([stores.defaults.versions('limits'), stores.defaults.versions('templates')]);
    return ok({ limits: viewOf('limits', limits), templates: viewOf('templates', templates) });
  });

  route(api, {
    method: 'post', path: '/api/policies/defaults/:name/check', summary: '核对默认时限或事项模板：有误时一次列出全部错处，不保存', tag: '规则', action: 'rules.edit', params: z.strictObject({ name }),
    body: z.strictObject({ value }), answers: { 200: z.strictObject({ changes: z.array(change) }) },
  }, async ({ params, body }) => ok({ changes: await changesTo(params.name, await parse(params.name, body.value)) }));

  route(api, {
    method: 'post', path: '/api/policies/defaults/:name/versions', summary: '默认时限或事项模板另存为新版，即时生效；已拟办、已立项的不变', tag: '规则', action: 'rules.edit', params: z.strictObject({ name }),
    body: z.strictObject({ value, reason }), answers: { 201: defaultAnswer }, idempotent: true, ifMatch: 'required',
  }, async ({ params, body }, { actor, at, version, response }) => {
    const next = await parse(params.name, body.value);
    const given = version ?? 0;
    const overtaken = ({ version: newest, made: by }: DefaultVersion): Problem => staleVersion(given, { version: newest, by, at: by?.at ?? null });
    const newest = await stores.defaults.current(params.name);
    if (newest.version !== given) throw overtaken(newest);
    const changes = await changesTo(params.name, next);
    if (changes.length === 0) throw invalidInput([{ path: 'value', message: '与现在的一版没有不同', accepted: '改动后再保存' }]);
    if (!(await stores.defaults.add(params.name, given + 1, next, { at, person: actor.person, name: actor.name, reason: body.reason }))) throw overtaken(await stores.defaults.current(params.name));
    noteAudit(response, { object: `${DEFAULT_TITLES[params.name]}@${given + 1}`, detail: changes.map(({ label, from, to }) => `${label}：${from ?? '没有'}，改为${to ?? '没有'}`) });
    return { status: 201, body: viewOf(params.name, await stores.defaults.versions(params.name)) };
  });
};
