/** 总览 over an office in which lights are red for more than one reason, and in which more than one leader is in charge. */
import { organisation } from '../support/organisation';
import { createWorld, type World } from '../support/world';

interface Told { readonly count: number; readonly query: string }
interface Need { readonly id: string; readonly attention: { readonly decision: string }; readonly whose: { readonly name: string; readonly yours: boolean } }
interface Overview {
  readonly overdue: Told; readonly otherRed: Told; readonly lights: Readonly<Record<string, Told>>; readonly ages: readonly Told[];
  readonly oldest: readonly { readonly id: string; readonly days: number }[];
  readonly trend: readonly { readonly lights: Readonly<Record<string, Told>> }[];
  readonly needYou: { readonly own: boolean; readonly total: number; readonly more: boolean; readonly listed: number; readonly query: string; readonly items: readonly Need[] } | null;
}
interface List { readonly items: readonly { readonly id: string; readonly light: { readonly name: string } }[] }
interface One { readonly commands: readonly { readonly name: string; readonly possible: boolean }[] }

let world: World;
const ids: Record<'late' | 'others' | 'weekly' | 'ended' | 'dropped' | 'refused', string> = { late: '', others: '', weekly: '', ended: '', dropped: '', refused: '' };
const read = async <T>(path: string, person = 'registrar'): Promise<T> => {
  const answer = await fetch(`${world.url}${path}`, { headers: await world.as(person) });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return await answer.json() as T;
};
const listed = async (query: string): Promise<string[]> => (await read<List>(`/api/commitments?limit=200&${query}`)).items.map(({ id }) => id).sort();

beforeAll(async () => {
  world = await createWorld();
  await world.office.stores.organisation.importAll({ ...organisation, posts: [...organisation.posts, { id: 'sponsor-b', kind: 'sponsor', unit: null, name: '分管财政的市领导' }] });
  ids.late = await world.register({ title: '编制目录', due: '2026-03-06' });
  ids.others = await world.register({ title: '公布定额', due: '2026-03-05', lead: 'czj', sponsor: 'sponsor-b' });
  ids.weekly = await world.register({ kind: 'standing', title: '热线周提醒', rhythm: { every: 'week' }, due: undefined, reviewDate: '2026-08-31' });
  ids.ended = await world.register({ title: '建设旧平台' });
  ids.dropped = await world.register({ title: '举办论坛' });
  ids.refused = await world.register({ title: '建立联审制度', lead: 'fgw' });
  await world.act(ids.late, { name: 'sign', unit: 'sjj' }, 'h-sjj');
  await world.act(ids.others, { name: 'sign', unit: 'czj' }, 'h-czj');
  await world.act(ids.weekly, { name: 'sign', unit: 'sjj' }, 'h-sjj');
  await world.act(ids.ended, { name: 'terminate', reason: '上级统一建设' }, 'reg');
  await world.act(ids.dropped, { name: 'notPursue', reason: '与上级活动合并' }, 'reg');
  await world.act(ids.refused, { name: 'refuse', unit: 'fgw', reason: '不属本单位职责' }, 'h-fgw');
  await world.until('2026-03-17');
});
afterAll(() => world.stop());

test('a light is called by what lit it, and what ended undone is not called done', async () => {
  const { items } = await read<List>('/api/commitments?limit=200');
  expect(Object.fromEntries(items.map(({ id, light }) => [id, light.name]))).toMatchObject({
    [ids.late]: '逾期', [ids.others]: '逾期', [ids.weekly]: '红灯', [ids.ended]: '终止', [ids.dropped]: '不再推进',
  });
});

test('lists, counts and the summary tell what ended undone from what was done, and a list by light sets it last', async () => {
  const undone = [ids.ended, ids.dropped].sort();
  expect([await listed('colour=dropped'), await listed('colour=closed'), await listed('colour=closed,dropped')]).toEqual([undone, [], undone]);
  const count = async (query: string): Promise<number> => (await read<{ count: number }>(`/api/commitments/count?${query}`)).count;
  expect([await count('colour=dropped'), await count('colour=closed'), await count('colour=red,dropped')]).toEqual([2, 0, 5]);
  const summary = await read<{ dropped: number; lights: Record<string, number>; byUnit: { unit: string; dropped: number; lights: Record<string, number> }[] } & { byLight: { colour: string; count: number }[] }>('/api/summary');
  expect([summary.dropped, summary.byLight.find(({ colour }) => colour === 'closed')?.count, summary.byUnit.find(({ unit }) => unit === 'sjj')]).toMatchObject([2, 0, { dropped: 2, lights: { closed: 0 } }]);
  const order: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: List & { next: string | null } = await read(`/api/commitments?sort=light&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
    order.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  expect([order.length, new Set(order).size, order.slice(-2).sort()]).toEqual([6, 6, undone]);
});

test('overdue is red by its date: the rows of how long add up to it, and nothing is overdue since a day to come', async () => {
  const { overdue, otherRed, ages, oldest, lights } = await read<Overview>('/api/overview');
  expect(await listed(overdue.query)).toEqual([ids.late, ids.others].sort());
  expect(await listed(otherRed.query)).toEqual([ids.weekly]);
  expect([overdue.count, otherRed.count, lights['red']?.count]).toEqual([2, 1, 3]);
  expect(ages.reduce((sum, { count }) => sum + count, 0)).toBe(overdue.count);
  expect(oldest.map(({ id, days }) => [id, days])).toEqual([[ids.others, 8], [ids.late, 7]]);
});

test('every week of the trend counts on one base: what was dropped is in none of them', async () => {
  const { trend } = await read<Overview>('/api/overview');
  expect(trend.slice(-2).map(({ lights }) => lights['closed']?.count)).toEqual([0, 0]);
  expect(trend.slice(-2).map(({ lights }) => Object.values(lights).reduce((sum, { count }) => sum + count, 0))).toEqual([4, 4]);
  for (const { count, query } of trend.slice(-2).flatMap(({ lights }) => Object.values(lights))) expect([query, (await listed(query)).length]).toEqual([query, count]);
});

test('a leader is asked for what is his to decide and can decide it there; to the office each is said to be whose', async () => {
  const own = (await read<Overview>('/api/overview', 'spo')).needYou;
  expect(own).toMatchObject({ own: true, total: 1, more: false, listed: 1, items: [{ id: ids.late, whose: { name: '分管领导', yours: true } }] });
  const { commands } = await read<One>(`/api/commitments/${ids.late}`, 'spo');
  expect(commands.filter(({ possible }) => possible).map(({ name }) => name)).toContain('instruct');
  const office = (await read<Overview>('/api/overview', 'reg')).needYou;
  expect(office?.own).toBe(false);
  expect(Object.fromEntries(office?.items.map(({ id, whose, attention }) => [id, [attention.decision, whose.name, whose.yours]]) ?? [])).toMatchObject({
    [ids.late]: [expect.any(String), '分管领导', false], [ids.others]: [expect.any(String), '分管财政的市领导', false], [ids.refused]: ['定牵头', '督查室', true],
  });
  expect(await listed(office?.query ?? '')).toEqual(office?.items.map(({ id }) => id).sort());
});

test('of a past day nobody is asked to decide anything', async () => {
  expect((await read<Overview>('/api/overview?asOf=2026-03-10', 'spo')).needYou).toBeNull();
});
