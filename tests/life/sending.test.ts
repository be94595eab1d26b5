import type { PolicyPack } from '../../domain/policy';
import { createWorld, eventually, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.stop());

const queued = async (): Promise<string[]> => ((await (await fetch(`${world.url}/api/notices?state=pending`, { headers: await world.as('registrar') })).json()) as { items: { occasion: string; post: string; queued: { text: string } | null }[] }).items
  .map(({ occasion, post, queued: wait }) => `${occasion}→${post} ${wait?.text ?? ''}`).sort();
const waiting = (count: number): Promise<string[]> => eventually(`${count} mails to wait`, async () => {
  const lines = await queued();
  return lines.length === count && lines.every((line) => line.endsWith('发出')) && lines;
});

test('outside the send window and beyond the throttle mails wait, say until when, and go once they may; the urgent ones do not wait', async () => {
  const shipped = (await world.office.stores.rules.packInUse('标准')) as PolicyPack;
  const sending = { window: { from: '08:30', to: '17:30', workingDaysOnly: true }, urgent: ['refused'], throttle: [{ per: 'person', max: 2, hours: 24 }] };
  expect((await world.ask(`/api/policies/${encodeURIComponent('标准')}/versions`, { pack: { ...shipped, sending }, base: shipped.version, reason: '休息时间不打扰' })).status).toBe(201);
  await world.switchOn('标准');

  // Friday evening: the 交办单 waits for Monday, the unit's refusal is told at once.
  await world.until('2026-03-06', '19:00');
  const id = await world.register({ due: '2026-04-30' });
  await world.act(id, { name: 'refuse', unit: 'sjj', reason: '不属本单位职责' });
  expect(await world.mails(id)).toEqual(['refused→registrar']);
  expect(await waiting(2)).toEqual(['dispatch→handler@sjj 排队中，预计2026-03-09 08:30发出', 'dispatch→unitHead@sjj 排队中，预计2026-03-09 08:30发出']);
  await world.act(id, { name: 'rule', unit: 'sjj', ruling: 'same', reason: '维持' }, 'registrar');
  await world.until('2026-03-09', '08:31');
  expect(await queued()).toEqual([]);
  expect(await world.mails(id)).toEqual(['dispatch→handler@sjj', 'dispatch→unitHead@sjj', 'refused→registrar', 'ruled→handler@sjj', 'ruled→unitHead@sjj']);

  // Each has had two this morning: the next one waits a day, and what is no longer owed by then never goes.
  const more = await world.register({ due: '2026-04-30', title: '第二件' });
  const dropped = await world.register({ due: '2026-04-30', title: '第三件' });
  expect((await waiting(4)).map((line) => line.slice(-18))).toEqual(Array.from({ length: 4 }, () => '2026-03-10 08:30发出'));
  await world.act(dropped, { name: 'transfer', unit: 'sjj', toUnit: 'fgw', reason: '职责调整' }, 'registrar');
  await world.until('2026-03-10', '09:00');
  expect(await world.mails(more)).toEqual(['dispatch→handler@sjj', 'dispatch→unitHead@sjj']);
  expect(await world.mails(dropped)).toEqual(['dispatch→handler@fgw', 'dispatch→unitHead@fgw']);
  expect(await queued()).toEqual([]);
});
