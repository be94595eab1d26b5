/** What the rules need is registered from a speech: class, rhythm, measures, template, plan; and what is wrong is told in an official's words. */
import { openOffice, until, type Office } from './support';

type Held = { value: unknown; provenance: { kind: string; words?: string } } | null;
interface DraftShown {
  id: string; quote: string; lacks: { code: string; name: string }[]; state: { kind: string; commitment?: string }; kind: { value: string }; byClass: boolean;
  rhythm: Held; measures: { value: Record<string, unknown>[]; provenance: { kind: string } } | null; template: Held; matterClass: Held; arrivedAt: Held; plan: Held; pack: Held; due: Held;
}
interface Source { version: number; sentences: { id: string; drafts: DraftShown[] }[] }
interface Problem { code: string; reason?: string; detail: string; errors?: { path: string; message: string }[] }

const TEXT = `市发展改革委要制定《项目管理办法》，6月底前印发。
市发展改革委要每月召开一次联审会议。
市财政局牵头，全年运维经费总体压减5%。
力争全年到位资金达到*亿元。
市数据局要在5月底前办结群众反映的停车难问题。`;
const ALL = { lead: 'sjj', sponsor: 'sponsor@szf', acceptance: ['有正式文件'] };

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  for (const pack of ['13710', '710', '三个第一时间']) await switchOn(pack);
});
afterAll(() => office.close());

async function switchOn(pack: string): Promise<void> {
  const [newest] = await office.stores.rules.packVersions(pack);
  const answer = await office.call('POST', `/api/policies/${encodeURIComponent(pack)}/versions/${newest?.pack.version ?? 1}/on`, { body: { confirmed: newest?.pack.suggested ?? [] }, headers: { 'If-Match': `"${newest?.switches.length ?? 0}"` } });
  expect(answer.status).toBe(200);
}
const take = async (title: string): Promise<string> => (await office.call<{ id: string }>('POST', '/api/sources', { body: { title, kind: 'speech', date: '2026-03-01', text: TEXT } })).body.id;
const read = async (id: string): Promise<Source> => (await office.call<Source>('GET', `/api/sources/${id}`)).body;
const correct = async (id: string, body: unknown) => office.call<{ drafts: DraftShown[] } & Problem>('POST', `/api/sources/${id}/corrections`, { body, headers: { 'If-Match': `"${(await read(id)).version}"` } });
const done = async (id: string, body: unknown): Promise<DraftShown[]> => {
  const answer = await correct(id, body);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.drafts;
};
const containing = async (id: string, words: string): Promise<DraftShown> => {
  const found = (await read(id)).sentences.flatMap(({ drafts }) => drafts).find(({ quote, state }) => quote.includes(words) && state.kind !== 'replaced');
  if (!found) throw new Error(`no draft with ${words}`);
  return found;
};
const register = async (source: string, drafts: readonly string[]) => office.call<{ self: string } & Problem>('POST', `/api/sources/${source}/registration`, { body: { drafts } });

describe('fields of a draft', () => {
  it('are proposed from the words, with the words they go by, and taken back or changed by hand', async () => {
    const id = await take('提出的字段');
    expect(await containing(id, '管理办法')).toMatchObject({ template: { value: '制度文件', provenance: { kind: 'derived' } }, rhythm: null, measures: null });
    const monthly = await containing(id, '联审会议');
    expect(monthly).toMatchObject({ kind: { value: 'recurring' }, rhythm: { value: { every: 'month', days: null }, provenance: { kind: 'derived', words: '“每月”' } }, template: null });
    const share = await containing(id, '压减');
    expect(share.measures).toMatchObject({ value: [{ name: '运维经费总体压减', unit: '%', target: 5, direction: 'up', baseline: null, stretch: null }], provenance: { kind: 'derived' } });
    expect((await containing(id, '到位资金')).measures).toMatchObject({ value: [{ unit: '亿元', target: null }] });

    const measures = [{ ...share.measures?.value[0], baseline: 0, stretch: 8, denominator: '上年运维经费' }];
    expect((await done(id, { type: 'assign', drafts: [share.id], fields: { measures, plan: [{ date: '2026-03-02', percent: 0 }, { date: '2026-12-31', percent: 100 }] } }))[0])
      .toMatchObject({ measures: { value: measures, provenance: { kind: 'assigned' } }, plan: { value: [{ percent: 0 }, { percent: 100 }] } });
    expect((await done(id, { type: 'assign', drafts: [monthly.id], fields: { rhythm: { every: 'days', days: 10 } } }))[0]?.rhythm).toMatchObject({ value: { every: 'days', days: 10 } });
    // What has an end has no periods.
    expect((await done(id, { type: 'rekind', draft: monthly.id, kind: 'deliverable' }))[0]?.rhythm).toBeNull();
    expect((await done(id, { type: 'rekind', draft: monthly.id, kind: 'recurring' }))[0]?.rhythm).toMatchObject({ value: { every: 'month' }, provenance: { kind: 'derived' } });
  });

  it('are held against their shapes when they are filled in', async () => {
    const id = await take('不合的字段');
    const { id: draft } = await containing(id, '压减');
    const wrong = async (fields: unknown): Promise<string[]> => ((await correct(id, { type: 'assign', drafts: [draft], fields })).body.errors ?? []).map(({ path, message }) => `${path} ${message}`);
    expect(await wrong({ measures: [{ name: '压减率', unit: '%', baseline: 6, target: 5 }] })).toEqual(['fields.measures.0.target 目标值低于基数，请核对升降方向']);
    expect(await wrong({ plan: [{ date: '2026-06-01', percent: 50 }, { date: '2026-05-01', percent: 60 }] })).toEqual(['fields.plan 序时进度的日期须递增，进度不得减少']);
    expect(await wrong({ rhythm: { every: 'days' } })).toEqual(['fields.rhythm.days 约定周期须写明天数，其他周期不填']);
    expect(await wrong({ template: '无此模板' })).toEqual(['fields.template 没有名为“无此模板”的模板']);
  });

  it('a pack with classes wants one of its own; another pack takes the class away', async () => {
    const id = await take('按类别定时限');
    const { id: draft } = await containing(id, '停车难');
    const [given] = await done(id, { type: 'assign', drafts: [draft], fields: { ...ALL, pack: '13710' } });
    expect(given).toMatchObject({ byClass: true, lacks: [{ code: 'matterClass', name: '事项类别' }] });
    expect((await register(id, [draft])).body.errors?.[0]?.message).toBe('缺少事项类别');
    const other = await correct(id, { type: 'assign', drafts: [draft], fields: { matterClass: 'enquiry' } });
    expect([other.status, other.body.reason]).toEqual([422, 'unknownClass']);
    expect((await done(id, { type: 'assign', drafts: [draft], fields: { matterClass: 'ordinary' } }))[0]).toMatchObject({ lacks: [], matterClass: { value: 'ordinary', provenance: { kind: 'assigned' } } });
    expect((await done(id, { type: 'assign', drafts: [draft], fields: { pack: '三个第一时间' } }))[0]).toMatchObject({ byClass: true, matterClass: null });
    expect((await done(id, { type: 'assign', drafts: [draft], fields: { pack: '标准' } }))[0]).toMatchObject({ byClass: false, matterClass: null, lacks: [] });
  });

  it('are chosen from what the form lists', async () => {
    const { body } = await office.call<{ packs: { name: string; classes: { code: string; name: string }[]; arrival: boolean }[]; usual: { pack: Held } }>('GET', '/api/registration-form');
    expect(body.packs.find(({ name }) => name === '13710')).toEqual({ name: '13710', classes: [{ code: 'ordinary', name: '一般事项' }, { code: 'hard', name: '疑难事项' }], arrival: false });
    expect(body.packs.find(({ name }) => name === '三个第一时间')?.arrival).toBe(true);
    expect(body.usual.pack).toMatchObject({ value: '标准', provenance: { kind: 'derived' } });
  });
});

describe('registration from a speech', () => {
  it('tells what cannot be by the fields’ Chinese names, with days as officials write them, at once and by the workflow', async () => {
    const id = await take('不能立项的');
    const { id: draft } = await containing(id, '停车难');
    await done(id, { type: 'assign', drafts: [draft], fields: { ...ALL, due: '2026-02-02', coUnits: ['sjj'] } });
    expect((await register(id, [draft])).body.errors?.[0]?.message).toBe('配合单位不得重复，也不得与牵头单位相同');
    await done(id, { type: 'assign', drafts: [draft], fields: { coUnits: null } });
    expect((await register(id, [draft])).body.errors?.[0]?.message).toBe('办结期限：早于立项之日3月2日（周一），请填写当日或以后的日期');
    // Switched off between the asking and the doing.
    await done(id, { type: 'assign', drafts: [draft], fields: { due: '2026-05-29', pack: '710', matterClass: 'ordinary' } });
    const { body: { self } } = await register(id, [draft]);
    expect((await office.call('POST', '/api/policies/710/versions/3/off', { body: {}, headers: { 'If-Match': '"1"' } })).status).toBe(200);
    await office.startWorker();
    const progress = async () => (await office.call<{ state: string; failed: { reason: string }[] }>('GET', self)).body;
    await until(async () => (await progress()).state === 'completed', 'ended');
    expect((await progress()).failed).toEqual([{ draft, reason: '规则：没有名为“710”的规则' }]);
  });

  it('carries class, rhythm, measures, stages, plan and the hour of arrival into the commitments', async () => {
    const id = await take('全部字段');
    const drafts = await Promise.all(['管理办法', '联审会议', '压减', '停车难'].map((words) => containing(id, words)));
    const [paper, monthly, share, parking] = drafts.map((draft) => draft.id);
    await done(id, { type: 'assign', drafts: [paper, share], fields: ALL });
    await done(id, { type: 'assign', drafts: [monthly], fields: { ...ALL, reviewDate: '2026-12-31' } });
    await done(id, { type: 'assign', drafts: [share], fields: { due: '2026-12-31', plan: [{ date: '2026-03-02', percent: 0 }, { date: '2026-12-31', percent: 100 }] } });
    await done(id, { type: 'assign', drafts: [parking], fields: { ...ALL, pack: '三个第一时间', matterClass: 'complaint', arrivedAt: '2026-03-01T08:00:00.000Z' } });
    expect((await register(id, [paper, monthly, share, parking].map(String))).status).toBe(202);
    const commitment = async (words: string) => (await containing(id, words)).state.commitment;
    await until(async () => (await Promise.all(['管理办法', '联审会议', '压减', '停车难'].map(commitment))).every((one) => one !== undefined), 'registered');
    const state = async (words: string) => (await office.stores.commitments.get((await commitment(words)) ?? ''))?.state;
    expect((await state('管理办法'))?.stages.map(({ name }) => name)).toEqual(['起草', '征求意见', '合法性审核', '集体审议', '印发']);
    expect((await state('联审会议'))?.periods?.rhythm).toEqual({ every: 'month', days: null });
    expect(await state('压减')).toMatchObject({ measures: [{ id: 'm1', name: '运维经费总体压减', target: 5, unit: '%' }], plan: [{ percent: 0 }, { percent: 100 }] });
    expect(await state('停车难')).toMatchObject({ pack: { name: '三个第一时间' }, matterClass: 'complaint', arrivedAt: '2026-03-01T08:00:00.000Z' });
  });
});
