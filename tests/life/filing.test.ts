/** 三单 (rule 12): the 催办单 is filed with the supervision office, and only then issued. */
import { strFromU8, unzipSync } from 'fflate';
import { instantAt } from '../../domain/time';
import { fastForward } from '../../scripts/engines/time-skipping';
import { commitmentWorkflowId } from '../../workflows/ids';
import { createWorld, eventually, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await createWorld({ start: instantAt('2026-03-30', '09:00') });
  await world.switchOn('三单');
});
afterAll(() => world.stop());

interface Slip { readonly number: string; readonly document: string; readonly state: string; readonly stateName: string; readonly file: string }
const slips = async (commitment: string): Promise<Slip[]> => ((await (await fetch(`${world.url}/api/slips?commitment=${commitment}`, { headers: await world.as('registrar') })).json()) as { items: Slip[] }).items.reverse();
const story = async (id: string): Promise<string[]> => ((await (await fetch(`${world.url}/api/commitments/${id}`, { headers: await world.as('registrar') })).json()) as { timeline: readonly { text: string }[] }).timeline.map(({ text }) => text);
const DISPATCHED = ['dispatch→handler@sjj', 'dispatch→unitHead@sjj'];

test('the slip waits for its filing, is issued under the number that was filed, and the unit gets the very document', async () => {
  const id = await world.register({ pack: '三单', due: '2026-03-31' });
  const gone = await world.register({ pack: '三单', due: '2026-03-31', title: '编制资金方案' });
  await world.until('2026-04-01', '08:29');
  let open = false;
  world.sink.script(({ stage, to }) => (stage === 'recipient' && to === 'reg@office.example' && !open ? { code: 451, text: 'greylisted' } : 'accept'));
  for (const one of [id, gone]) await fastForward(world.office.temporal.client, commitmentWorkflowId(one), (await world.state(one)).clockShiftMs, instantAt('2026-04-01', '08:31'));
  await eventually('both filings to be put off', async () => (await world.office.stores.notices.list({ states: ['deferred'], occasion: 'filing' })).length === 2);
  // With the supervision office, not with the unit.
  expect((await slips(id)).map(({ document, stateName }) => `${document} ${stateName}`)).toEqual(['交办单 已送达', '催办单 备案中']);
  await world.act(gone, { name: 'transfer', unit: 'sjj', toUnit: 'czj', reason: '职责调整' }, 'registrar');
  await eventually('the slip of the matter that moved on to be withdrawn', async () => (await slips(gone)).find(({ document }) => document === '催办单')?.state === 'withdrawn');

  open = true;
  await world.until('2026-04-01', '18:00', [id]);
  expect(await world.mails(id)).toEqual(['chase→handler@sjj', 'chase→unitHead@sjj', ...DISPATCHED, 'filing→registrar']);
  expect((await world.mails(gone)).filter((mail) => !mail.startsWith('dispatch'))).toEqual([]);
  const [, chase] = await slips(id);
  expect(chase).toMatchObject({ document: '催办单', state: 'delivered' });
  const own = (await world.sink.mails()).filter(({ subject }) => subject?.includes(chase?.number ?? '?') === true);
  expect(own.map(({ subject }) => subject)).toEqual([`催办单（备案） ${chase?.number ?? ''}：制定数据共享管理办法`, ...Array<string>(2).fill(`催办单 ${chase?.number ?? ''}：制定数据共享管理办法`)]);
  const words = own.map(({ attachments }) => strFromU8(unzipSync(attachments[0]?.content ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array()));
  expect(new Set(words).size).toBe(1);
  expect(words[0]).toContain('市数据局');
  expect((await story(id)).slice(-3)).toEqual(['到催办单时点，文书先报督查室备案', '备案件已送达', '进入催办单']);
}, 120_000);

test('a filing that does not arrive holds no slip back, and the registrar is told', async () => {
  const id = await world.register({ pack: '三单', due: '2026-04-02', title: '公布定额标准' });
  await world.until('2026-04-02', '18:00', [id]);
  let bounced = false;
  world.sink.script(({ stage, to }) => {
    if (stage !== 'recipient' || to !== 'reg@office.example' || bounced) return 'accept';
    bounced = true;
    return { code: 552, text: 'mailbox full' };
  });
  await world.until('2026-04-03', '18:00', [id]);
  expect(await world.mails(id)).toEqual(['chase→handler@sjj', 'chase→unitHead@sjj', ...DISPATCHED]);
  const told = (await world.office.stores.notices.list({ commitment: id, occasion: 'undelivered' }))[0];
  expect(told).toMatchObject({ post: 'registrar', state: 'suppressed', reason: 'addressBounced' });
  expect((await story(id)).slice(-3)).toEqual(['到催办单时点，文书先报督查室备案', '备案件被退信', '进入催办单']);
  // The next rung comes by the slip's own deliveries.
  await world.until('2026-04-13', '09:00', [id]);
  expect(await world.rungs(id)).toEqual([expect.stringMatching(/^2026-04-03 \d\d:\d\d chase$/) as string, '2026-04-10 08:30 supervise']);
}, 120_000);
