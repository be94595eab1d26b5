import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.stop());

const page = async (id: string): Promise<{ nextMoment: { text: string; at: string } | null; timeline: readonly { text: string }[]; circumstances: readonly { title: string; text: string }[] }> =>
  (await fetch(`${world.url}/api/commitments/${id}`, { headers: await world.as('registrar') })).json() as never;

test('a refusal that nobody rules on is brought back to the registrar once, then to the leader of the matter; the deadline stands', async () => {
  const id = await world.register({ due: '2026-03-31' });
  await world.act(id, { name: 'refuse', unit: 'sjj', reason: '不属本单位职责' });
  expect(await page(id)).toMatchObject({ nextMoment: { text: '退单裁定期限', at: '2026-03-04T09:30:00.000Z' }, circumstances: [{ title: '退单待裁定', text: '2026-03-02市数据局申请退单，2026-03-04 17:30前裁定：不属本单位职责' }] });
  await world.until('2026-03-04', '17:29');
  const before = ['dispatch→handler@sjj', 'dispatch→unitHead@sjj', 'refused→registrar'];
  expect(await world.mails()).toEqual(before);
  await world.until('2026-03-04', '17:31');
  expect(await world.mails()).toEqual([...before, 'rulingOverdue→registrar']);
  await world.until('2026-03-20', '18:00');
  expect(await world.mails()).toEqual([...before, 'rulingOverdue→registrar', 'rulingOverdue→sponsor-a']);
  const words = (await world.sink.mails()).filter(({ subject }) => subject?.startsWith('退单逾时未裁定') === true).map(({ text }) => text ?? '');
  expect(words[0]).toContain('3月6日（周五）17:30前仍未裁定的，报本事项分管领导。');
  expect(words[1]).toContain('督查室经提醒仍未裁定的退单，按规则报您');
  expect((await page(id)).timeline.map(({ text }) => text).slice(-3)).toEqual([
    '市数据局申请退单，2026-03-04 17:30前裁定：不属本单位职责', '市数据局的退单超过裁定时限，提醒督查室', '市数据局的退单经提醒仍未裁定，报分管领导',
  ]);

  // Ruled on at last, the unit has its days to sign, and T is what it was.
  await world.act(id, { name: 'rule', unit: 'sjj', ruling: 'same', reason: '三定方案已明确' }, 'registrar');
  expect(await world.state(id)).toMatchObject({ due: '2026-03-31', units: [{ pendingRefusal: null, signedAt: null }] });
  await world.until('2026-03-24', '09:00');
  expect(await world.mails()).toEqual([...before, 'ruled→handler@sjj', 'ruled→unitHead@sjj', 'rulingOverdue→registrar', 'rulingOverdue→sponsor-a'].sort());
}, 120_000);
