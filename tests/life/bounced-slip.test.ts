import { strFromU8, unzipSync } from 'fflate';
import { instantAt, msOf } from '../../domain/time';
import { fastForward } from '../../scripts/engines/time-skipping';
import { commitmentWorkflowId } from '../../workflows/ids';
import { organisation } from '../support/organisation';
import { createWorld, eventually, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await createWorld({ start: instantAt('2026-03-30', '09:00') });
  // One unit has a deputy, the other's post of a deputy nobody holds.
  await world.office.stores.organisation.importAll({
    ...organisation,
    posts: [...organisation.posts, { id: 'deputy@sjj', kind: 'deputy', unit: 'sjj', name: '副职' }], people: [...organisation.people, { id: 'dep-sjj', name: '副局长', mail: 'dep-sjj@office.example' }],
    holdings: [...organisation.holdings, { post: 'deputy@sjj', person: 'dep-sjj', from: '2025-01-01', to: null }],
  });
});
afterAll(() => world.stop());

interface Slip { readonly id: string; readonly number: string; readonly document: string; readonly state: string; readonly file: string }
const slips = async (commitment: string): Promise<Slip[]> => ((await (await fetch(`${world.url}/api/slips?commitment=${commitment}`, { headers: await world.as('registrar') })).json()) as { items: Slip[] }).items.reverse();

test('R7: a slip that bounces is told to the registrar and the unit, the deputy is tried, and the next rung comes after it all the same', async () => {
  const id = await world.register({ due: '2026-03-31' });
  const other = await world.register({ due: '2026-03-31', lead: 'czj', title: '编制资金方案' });
  await world.until('2026-03-31');
  world.sink.script(({ stage, to }) => (stage === 'recipient' && ['head-sjj@office.example', 'h-czj@office.example', 'head-czj@office.example'].includes(to) ? { code: 550, text: 'no such user' } : 'accept'));
  await world.until('2026-04-01', '18:00');
  expect(await world.mails(id)).toEqual(['chase→deputy@sjj', 'chase→handler@sjj', 'chase→sponsor-a', 'dispatch→handler@sjj', 'dispatch→unitHead@sjj', 'undelivered→registrar']);
  // Where nobody of the unit could be reached, its head's mail about the handler is as undeliverable; a vacant deputy is not told as a failure.
  expect((await world.mails(other)).filter((mail) => !mail.startsWith('dispatch'))).toEqual(['chase→sponsor-a', 'undelivered→registrar', 'undelivered→registrar']);
  expect((await slips(id)).map(({ number, document, state }) => `${document} ${number} ${state}`)).toEqual([expect.stringMatching(/^交办单 督交〔2026〕[12]号 delivered$/) as string, expect.stringMatching(/^催办单 督催〔2026〕[12]号 delivered$/) as string]);
  expect((await slips(other)).map(({ document, state }) => `${document} ${state}`)).toEqual(['交办单 delivered', '催办单 undelivered']);

  await world.until('2026-04-20', '09:00', [id]);
  // The address stays off for thirty days, so later slips are not even tried; the deputy gets them.
  const outcomes = await world.office.stores.notices.list({ commitment: id });
  expect(outcomes.filter((n) => n.post === 'unitHead@sjj').map((n) => `${n.occasion} ${n.state} ${String(n.reason)}`).sort()).toEqual([
    'chase bounced null', 'circulate suppressed addressBounced', 'dispatch sent null', 'supervise suppressed addressBounced',
  ]);
  expect(await world.rungs(id)).toEqual(['2026-04-01 08:30 chase', '2026-04-03 08:30 supervise', '2026-04-08 08:30 circulate', '2026-04-15 08:30 interview']);
  expect(await world.mails(id)).toEqual([
    'chase→deputy@sjj', 'chase→handler@sjj', 'chase→sponsor-a', 'circulate→deputy@sjj', 'circulate→handler@sjj', 'dispatch→handler@sjj', 'dispatch→unitHead@sjj', 'interview→sponsor-a',
    'supervise→deputy@sjj', 'undelivered→registrar', 'undelivered→registrar', 'undelivered→registrar',
  ]);

  // The document in the mail is the one that the office downloads, and what the unit says answers it.
  const [, chase] = await slips(id);
  const mail = (await world.sink.mails()).find(({ attachments }) => attachments.some(({ filename }) => filename === `催办单 ${chase?.number ?? ''}.docx`));
  const read = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const download = await fetch(`${world.url}${chase?.file ?? ''}`, { headers: await world.as('registrar') });
  expect(download.headers.get('Content-Disposition')).toContain(encodeURIComponent(`催办单 ${chase?.number ?? ''}.docx`));
  const words = read(new Uint8Array(await download.arrayBuffer()));
  expect(words).toContain('制定数据共享管理办法');
  expect(read(mail?.attachments[0]?.content ?? new Uint8Array())).toBe(words);
  await world.act(id, { name: 'report', unit: 'sjj', line: '本周办结', causeCode: 'staffing' });
  expect((await slips(id)).map(({ document, state }) => `${document} ${state}`)).toEqual(['交办单 answered', '催办单 answered', '督办通知单 answered', '通报告知单 answered', '约谈建议 delivered']);
}, 120_000);

test('the next rung waits for the deputy\'s mail too, and a slip about a missed clock goes to the deputy as well', async () => {
  const { temporal, stores, clock } = world.office;
  await world.switchOn('13710');
  const staged = await world.register({ pack: '13710', matterClass: 'ordinary', due: '2026-04-29', title: '一日内安排部署' });
  const id = await world.register({ due: '2026-04-29', title: '逾期事项' });
  await world.until('2026-04-22', '09:00');
  const clocked = (await slips(staged)).map(({ number, document, state }) => ({ number, text: `${document} ${state}` }));
  expect(clocked.map(({ text }) => text)).toEqual(['交办单 delivered', '催办单 delivered']);
  expect((await world.mails(staged)).filter((mail) => mail.startsWith('clockMissed'))).toEqual(['clockMissed→deputy@sjj', 'clockMissed→handler@sjj']);
  const deputys = (await stores.notices.list({ commitment: staged, occasion: 'clockMissed', person: 'dep-sjj' }))[0];
  const toDeputy = (await world.sink.mails()).find((mail) => mail.messageId === deputys?.messageId);
  expect(toDeputy?.text).toContain(clocked[1]?.number ?? '?');
  expect(toDeputy?.text).toContain('应在4月21日（周二）17:30前完成“1日安排部署”');

  await world.until('2026-04-30', '08:29', [id]);
  let open = false;
  world.sink.script(({ stage, to }) => {
    if (stage !== 'recipient' || to === undefined) return 'accept';
    return to === 'head-sjj@office.example' ? { code: 550, text: 'no such user' } : to === 'dep-sjj@office.example' && !open ? { code: 451, text: 'greylisted' } : 'accept';
  });
  // 督办 would come on 7 May, by what the others got on 30 April; the deputy's slip is still on its way then.
  const { clockShiftMs } = await world.state(id);
  await fastForward(temporal.client, commitmentWorkflowId(id), clockShiftMs, instantAt('2026-04-30', '08:31'));
  await eventually('the greylisting', async () => (await stores.notices.list({ commitment: id, states: ['deferred'] })).length === 1);
  const waiting = [`${id}:chase:r1:deputy@sjj`];
  // The workflow's own: deliveries are written down with the next wake.
  const awaited = async (): Promise<readonly string[]> => (await temporal.stateOf(id))?.ladder.waitingFor ?? [];
  await eventually('the outcomes of the others', async () => (await awaited()).join() === waiting.join());
  const later = instantAt('2026-05-08', '09:00');
  await fastForward(temporal.client, commitmentWorkflowId(id), clockShiftMs, later);
  clock.setOffset(msOf(later) - Date.now());
  expect(await awaited()).toEqual(waiting);
  expect(await world.rungs(id)).toEqual(['2026-04-30 08:30 chase']);

  open = true;
  // Delivered on Friday, 8 May: the Saturday after it is worked, and T+5 as well, so 督办 and 通报 collapse into one.
  await world.until('2026-05-09', '09:00', [id]);
  expect(await world.rungs(id)).toEqual(['2026-04-30 08:30 chase', '2026-05-09 08:30 circulate (supervise)']);
});
