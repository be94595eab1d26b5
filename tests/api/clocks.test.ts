/** 时限完成情况 over an office of citizens' matters: what is counted, and that every figure lists its matters. */
import { clockTimesOf, fillClockTimes } from '../../activities/clock-times';
import type { ClocksAnswer } from '../../api/clocks';
import type { ClockTime } from '../../domain/clock-times';
import type { Command } from '../../domain/commands';
import { instantAt } from '../../domain/time';
import { rawCollection } from '../../stores/connection';
import type { CommitmentDocument } from '../../stores/commitments';
import { createWorld, type World } from '../support/world';

type Row = ClocksAnswer['packs'][number]['rows'][number];
interface List { readonly items: readonly { readonly id: string }[] }

let world: World;
const ids: Record<'prompt' | 'slow' | 'silent' | 'moved' | 'enquiry' | 'plan', string> = { prompt: '', slow: '', silent: '', moved: '', enquiry: '', plan: '' };
const sign = (unit: string): Command => ({ name: 'sign', unit });
const reply = (unit: string): Command => ({ name: 'report', unit, line: '已答复来件人' });
const read = async <T>(path: string, person = 'registrar'): Promise<T> => {
  const answer = await fetch(`${world.url}${path}`, { headers: await world.as(person) });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return await answer.json() as T;
};
const report = async (query = '', person = 'registrar'): Promise<readonly (Row & { readonly pack: string })[]> =>
  (await read<ClocksAnswer>(`/api/clocks?${query}`, person)).packs.flatMap(({ pack, rows }) => rows.map((row) => ({ ...row, pack })));
const rowOf = (rows: readonly Row[], code: string, matterClass: string): Row => rows.find((row) => row.code === code && row.matterClass?.code === matterClass)!;
const told = ({ owed, inTime, late, running, missed }: Row): number[] => [owed, inTime, late, running, missed].map(({ count }) => count);
const listed = async (query: string, person?: string): Promise<string[]> => (await read<List>(`/api/commitments?limit=200&${query}`, person)).items.map(({ id }) => id).sort();

beforeAll(async () => {
  world = await createWorld();
  await world.switchOn('三个第一时间');
  const citizen = { pack: '三个第一时间', matterClass: 'complaint', arrivedAt: instantAt('2026-03-01', '20:00'), due: '2026-03-31' };
  ids.prompt = await world.register({ ...citizen, title: '路灯不亮' });
  ids.slow = await world.register({ ...citizen, title: '井盖松动' });
  ids.silent = await world.register({ ...citizen, title: '噪声扰民', lead: 'czj' });
  ids.moved = await world.register({ ...citizen, title: '占道经营' });
  ids.enquiry = await world.register({ ...citizen, title: '咨询社保', matterClass: 'enquiry' });
  ids.plan = await world.register({ title: '编制目录' });
  await world.act(ids.prompt, sign('sjj'), 'h-sjj');
  await world.act(ids.prompt, reply('sjj'), 'h-sjj');
  await world.until('2026-03-04');
  await world.act(ids.moved, { name: 'transfer', unit: 'sjj', toUnit: 'fgw', reason: '职责调整' }, 'reg');
  await world.act(ids.moved, sign('fgw'), 'h-fgw');
  await world.handIn(ids.prompt, 'h-sjj');
  await world.act(ids.prompt, { name: 'review', result: 'accepted', text: '同意' }, 'rev');
  await world.until('2026-03-18');
});
afterAll(() => world.stop());

test('each clock of a pack tells by class how many owe it, met it in time, late, have time left or missed it', async () => {
  const rows = await report();
  expect(new Set(rows.map(({ pack }) => pack))).toEqual(new Set(['三个第一时间']));
  // As the pack names and orders them, and each class's limit in words.
  expect(rows.filter(({ matterClass }) => matterClass?.code === 'complaint').map(({ name, limit }) => `${name} ${limit.text}`)).toEqual(['受理 24小时', '转办 24小时', '签收 1个工作日', '答复 15天', '办理 13个工作日', '回访 1天']);
  expect(Object.fromEntries(rows.filter(({ matterClass }) => matterClass?.code === 'complaint').map((row) => [row.code, told(row)]))).toEqual({
    accept: [4, 4, 0, 0, 0], dispatch: [4, 4, 0, 0, 0],
    // The one that was transferred had not been signed for by the unit before.
    sign: [4, 1, 0, 0, 3], reply: [4, 1, 0, 1, 2], settle: [4, 1, 0, 3, 0], callBack: [1, 0, 0, 0, 1],
  });
  expect(told(rowOf(rows, 'reply', 'enquiry'))).toEqual([1, 0, 0, 0, 1]);
  expect(rowOf(rows, 'settle', 'complaint').took).toMatchObject({ unit: 'wd', of: { count: 1 }, median: null, p90: null, p95: null, longest: { value: 2, text: '2个工作日' } });
  expect(rowOf(rows, 'accept', 'complaint').took).toMatchObject({ unit: 'min', of: { count: 4 }, median: { text: expect.stringMatching(/^13小时/) as string }, p90: null });
});

test('every figure lists exactly its matters, in the ledger, its count and its file', async () => {
  for (const query of ['', 'unit=sjj', 'from=2026-03-02&to=2026-03-02', 'matterClass=enquiry&pack=三个第一时间']) {
    const rows = await report(query);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      for (const { count, query: link } of [row.owed, row.inTime, row.late, row.running, row.missed, row.took.of]) expect([link, (await listed(link)).length]).toEqual([link, count]);
    }
  }
  const { missed } = rowOf(await report(), 'sign', 'complaint');
  expect(await listed(missed.query)).toEqual([ids.slow, ids.silent, ids.moved].sort());
  expect(await listed(`${missed.query}&colour=yellow,red,green,blue`)).toEqual([ids.slow, ids.silent, ids.moved].sort());
  expect(await read(`/api/commitments/count?${missed.query}`)).toMatchObject({ count: 3 });
});

test('a unit’s own clocks, also of a matter that it has handed over; days before the first registration have none', async () => {
  const rows = await report('unit=sjj');
  expect(told(rowOf(rows, 'sign', 'complaint'))).toEqual([3, 1, 0, 0, 2]);
  expect(await listed(rowOf(rows, 'sign', 'complaint').missed.query)).toEqual([ids.slow, ids.moved].sort());
  expect(await report('to=2026-03-01')).toEqual([]);
});

test('a handler reads of the matters of his unit alone', async () => {
  const rows = await report('', 'h-czj');
  expect(rows.map(({ owed }) => owed.count)).toEqual(rows.map(() => 1));
  expect(await listed(rowOf(rows, 'sign', 'complaint').missed.query, 'h-czj')).toEqual([ids.silent]);
});

test('a parameter that names no clock is told what may stand there', async () => {
  const answer = await fetch(`${world.url}/api/commitments?clock=reply`, { headers: await world.as('registrar') });
  expect([answer.status, JSON.stringify(await answer.json())]).toEqual([400, expect.stringContaining('应为 时限代码,限期,情况')]);
});

test('what stands beside a matter is what its ledger says, and is filled in where an older release wrote none', async () => {
  const { stores } = world.office;
  const commitments = rawCollection<CommitmentDocument>(stores.connection, 'commitments');
  const kept = new Map((await commitments.find().toArray()).map(({ _id, clocks }) => [_id, clocks]));
  expect(kept.get(ids.plan)).toEqual([]);
  for (const id of Object.values(ids)) expect(await clockTimesOf(stores, id)).toEqual(kept.get(id));
  await commitments.updateMany({}, { $unset: { clocks: '' } });
  // One goes on before it is filled in; the others sleep.
  await world.act(ids.slow, reply('sjj'), 'h-sjj');
  expect((await stores.commitments.get(ids.slow))?.clocks?.find(({ code }) => code === 'reply')).toMatchObject({ took: expect.any(Number) as number, late: true });
  expect(await fillClockTimes(stores)).toBe(4);
  const after = new Map((await commitments.find().toArray()).map(({ _id, clocks }) => [_id, clocks]));
  for (const id of [ids.prompt, ids.silent, ids.moved, ids.enquiry]) expect(after.get(id)).toEqual(kept.get(id));
});

test('of five thousand matters the percentiles are theirs', async () => {
  const { stores } = world.office;
  const commitments = rawCollection<CommitmentDocument>(stores.connection, 'commitments');
  const model = (await commitments.findOne({ _id: ids.prompt }))!;
  const took = (clocks: readonly ClockTime[], index: number): ClockTime[] => clocks.map((time) => (time.code === 'reply' ? { ...time, took: index % 100, doneAt: time.doneAt ?? model.updatedAt } : time));
  await commitments.insertMany(Array.from({ length: 5_000 }, (_, index) => ({
    ...model, _id: `copy-${index}`, number: null, clocks: took(model.clocks ?? [], index), state: { ...model.state, id: `copy-${index}`, registeredAt: instantAt('2025-06-02', '09:00') },
  })));
  const row = rowOf(await report('to=2025-12-31'), 'reply', 'complaint');
  expect(row.took).toMatchObject({ of: { count: 5_000 }, median: { value: 49 }, p90: { value: 89 }, p95: { value: 94 }, longest: { value: 99 } });
});
