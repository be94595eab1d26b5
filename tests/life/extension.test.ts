import { civilDateOf, instantAt, timeOfDay } from '../../domain/time';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.stop());

const light = async (id: string): Promise<string> => {
  const answer = await (await fetch(`${world.url}/api/commitments/${id}`, { headers: await world.as('registrar') })).json() as { light: { colour: string; reasons: string[] } };
  return `${answer.light.colour}：${answer.light.reasons.join('；')}`;
};

test('more time is asked for ahead, goes higher each time, keeps the first date; and a clock that waits for a superior stands, chases ourselves and goes on by itself', async () => {
  const more = await world.register({ due: '2026-03-20', lead: 'czj', title: '编制专项资金方案' });
  const waiting = await world.register({ due: '2026-03-20', title: '对接省级平台' });
  await world.act(more, { name: 'sign', unit: 'czj' });
  await world.act(waiting, { name: 'sign', unit: 'sjj' });

  await world.through('2026-03-06', '2026-03-09');
  expect(await world.refused(waiting, { name: 'suspend', reason: '接口规范未定', counterparty: { kind: 'superior', name: '省数据局' }, until: '2026-06-30' })).toBe('suspensionTooLong');
  await world.act(waiting, { name: 'suspend', reason: '接口规范未定', counterparty: { kind: 'superior', name: '省数据局' }, until: '2026-03-23' }, 'registrar');
  expect(await light(waiting)).toBe('paused：事项暂停，时钟停走：等待省数据局，至迟2026-03-23恢复');

  // T-8 working days: in time, the first one, so the ordinary approver; nobody decides within two working days, and the one above is told.
  await world.until('2026-03-10');
  expect(await world.refused(more, { name: 'requestExtension', unit: 'czj', to: '2026-03-20', reason: '征求意见', progress: '初稿完成' })).toBe('dueNotExtended');
  const asked = await world.act(more, { name: 'requestExtension', unit: 'czj', to: '2026-04-10', reason: '征求意见延长', progress: '初稿完成' });
  expect(asked.extension.pending).toMatchObject({ lateness: 'inTime', approver: 'registrar', decideBy: instantAt('2026-03-12', '17:30') });
  expect(await world.refused(more, { name: 'requestExtension', unit: 'czj', to: '2026-04-11', reason: '再申请', progress: '同前' })).toBe('extensionPending');
  expect(await world.refused(more, { name: 'decideExtension', result: 'granted', newDue: '2026-03-31', text: '同意' })).toBe('approverIsRequester');
  expect(await world.refused(more, { name: 'decideExtension', result: 'granted', text: '同意' }, 'reg')).toBe('extensionDateRequired');
  await world.through('2026-03-13', '2026-03-13');
  // What the mail asks for is taken, and moves nothing: the first feedback is still owed. That week the handler is asked no more.
  const said = await world.act(waiting, { name: 'report', unit: 'sjj', line: '省数据局在会签' });
  expect(said).toMatchObject({ status: 'SUSPENDED', units: [{ reports: 0, lastReport: { line: '省数据局在会签' } }] });
  await world.act(more, { name: 'decideExtension', result: 'granted', newDue: '2026-03-31', text: '同意延至月底' }, 'spo');

  await world.through('2026-03-16', '2026-03-26');
  // Nine working days were left on the 9th: nine more from the 23rd.
  expect(await world.state(waiting)).toMatchObject({ status: 'SIGNED', suspension: null, due: '2026-04-03', originalDue: '2026-03-20' });
  expect(await world.lines(waiting)).toEqual([
    // The first feedback had been due on the 5th, when no digest ran: it stands in the next one.
    '2026-03-06 h-sjj: firstFeedback, weekly',
    '2026-03-13 h-sjj: awaitAnswer', '2026-03-13 reg: awaitAnswer',
    '2026-03-20 h-sjj: awaitAnswer', '2026-03-20 reg: awaitAnswer',
    '2026-03-25 h-sjj: reminder-7',
  ]);

  // T-1: near, and the second one: the next approver up, who says no. After T it counts as overdue; granted, the lateness stays.
  await world.until('2026-03-30');
  const near = await world.act(more, { name: 'requestExtension', unit: 'czj', to: '2026-04-20', reason: '资金未到位', progress: '会签中' });
  expect(near.extension.pending).toMatchObject({ lateness: 'near', approver: 'sponsor' });
  // A request decided before its mail went out is no longer told: let each arrive.
  await world.mails(more);
  // It is the sponsor's to decide now; the registrar's word is not enough, and another unit's head does not even see it.
  expect(await world.refused(more, { name: 'decideExtension', result: 'refused', text: '按期完成' }, 'reg')).toBe('approverTooLow');
  expect(await world.refused(more, { name: 'decideExtension', result: 'refused', text: '按期完成' }, 'head-fgw')).toBe('notFound');
  await world.act(more, { name: 'decideExtension', result: 'refused', text: '按期完成' }, 'spo');
  await world.until('2026-04-02');
  expect(await light(more)).toBe('red：办结期限2026-03-31已过，逾期2个工作日');
  const late = await world.act(more, { name: 'requestExtension', unit: 'czj', to: '2026-04-20', reason: '资金未到位', progress: '会签中' });
  expect(late.extension).toMatchObject({ granted: 1, refused: 1, overdueRequests: 1, pending: { lateness: 'overdue', approver: 'sponsor' } });
  await world.mails(more);
  await world.act(more, { name: 'decideExtension', result: 'granted', newDue: '2026-04-17', text: '最后一次' }, 'spo');
  expect(await world.state(more)).toMatchObject({ due: '2026-04-17', originalDue: '2026-03-20', wasRed: true, ladder: { round: 2, done: 0 } });
  expect(await light(more)).toBe('yellow：本期曾亮红灯，补办后转黄');
  await world.until('2026-04-20');
  const rungs = await world.rungs(more);
  expect(rungs).toEqual(['2026-04-01 08:30 chase', '2026-04-20 08:30 chase']);

  const mails = (unit: string, labels: Readonly<Record<string, number>>): string[] =>
    Object.entries(labels).flatMap(([occasion, times]) => Array.from({ length: times }, () => [`${occasion}→handler@${unit}`, `${occasion}→unitHead@${unit}`]).flat());
  expect(await world.mails(more)).toEqual([
    ...mails('czj', { dispatch: 1, extensionDecided: 3, chase: 2 }),
    'chase→sponsor-a', 'chase→sponsor-a', 'extensionOverdue→sponsor-a', 'extensionRequested→registrar', 'extensionRequested→sponsor-a', 'extensionRequested→sponsor-a',
  ].sort());
  // The chase of the waiting one is that of its new date.
  expect(await world.rungs(waiting)).toEqual(['2026-04-07 08:30 chase', '2026-04-09 08:30 supervise', '2026-04-13 08:30 circulate', '2026-04-20 08:30 interview']);
  expect((await world.mails(waiting)).filter((mail) => /suspended|resumed/.test(mail))).toEqual([
    'resumed→handler@sjj', 'resumed→registrar', 'resumed→unitHead@sjj', 'suspended→handler@sjj', 'suspended→unitHead@sjj',
  ]);
  const resumed = (await world.office.stores.ledger.chain(waiting)).find(({ fact }) => fact.type === 'resumed')?.fact;
  expect(resumed && `${civilDateOf(resumed.at)} ${timeOfDay(resumed.at)}`).toBe('2026-03-23 08:30');
});
