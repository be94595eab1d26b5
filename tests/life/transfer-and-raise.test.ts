import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.stop());

test('a matter that changes hands leaves its old unit in peace, one that is raised keeps it liable, and what had ended begins again under the same number', async () => {
  const moved = await world.register({ due: '2026-03-10', title: '清理僵尸项目' });
  const raised = await world.register({ due: '2026-03-31', title: '打通数据壁垒' });
  const given = await world.register({ due: '2026-03-17', lead: 'czj', title: '试点积分制' });
  const closed = await world.register({ due: '2026-03-31', lead: 'fgw', title: '编制项目计划' });
  await world.act(moved, { name: 'sign', unit: 'sjj' });
  await world.act(raised, { name: 'sign', unit: 'sjj' });
  await world.act(closed, { name: 'sign', unit: 'fgw' });

  // Given up with a reason that is shown; only reopening is possible then, and it begins the same life again.
  await world.act(given, { name: 'notPursue', reason: '上级文件已明确不再推行' }, 'registrar');
  await world.mails(given);
  expect(await world.refused(given, { name: 'sign', unit: 'czj' })).toBe('ended');
  expect(await world.refused(given, { name: 'reopen', reason: '恢复试点', newDue: '2026-03-01' })).toBe('newDueRequired');
  const { number: before } = await world.office.stores.commitments.get(given) ?? {};
  await world.act(given, { name: 'reopen', reason: '恢复试点', newDue: '2026-03-20' }, 'registrar');
  expect(await world.state(given)).toMatchObject({ status: 'DISPATCHED', due: '2026-03-20', originalDue: '2026-03-17', endedAt: null, endReason: null });
  expect((await world.office.stores.commitments.get(given))?.number).toBe(before);
  expect(await world.refused(given, { name: 'reopen', reason: '恢复试点', newDue: '2026-03-20' })).toBe('notEnded');

  // A leader's further opinion: the closed matter is not closed.
  await world.handIn(closed);
  await world.mails(closed);
  await world.act(closed, { name: 'review', result: 'accepted', text: '同意' }, 'rev');
  await world.mails(closed);
  expect(await world.refused(closed, { name: 'instruct', leader: '李副市长', text: '补充绩效目标' })).toBe('newDueRequired');
  await world.act(closed, { name: 'instruct', leader: '李副市长', text: '补充绩效目标', newDue: '2026-04-10' }, 'registrar');
  expect(await world.state(closed)).toMatchObject({ status: 'IN_PROGRESS', due: '2026-04-10', instructions: { count: 1, last: { leader: '李副市长' } }, closure: null });

  await world.until('2026-03-05');
  expect(await world.refused(raised, { name: 'raise', toUnit: 'sjj', due: '2026-04-15', reason: '协调困难' })).toBe('unitTakesPart');
  await world.act(raised, { name: 'raise', toUnit: 'fgw', due: '2026-04-15', reason: '跨部门协调困难' }, 'registrar');
  expect(await world.state(raised)).toMatchObject({
    status: 'DISPATCHED', due: '2026-04-15', originalDue: '2026-03-31', raises: [{ from: 'sjj', to: 'fgw' }], ladder: { round: 2 },
    units: [{ unit: 'fgw', role: 'lead', signedAt: null, liable: false }, { unit: 'sjj', role: 'co', liable: true }], formerUnits: [{ unit: 'sjj', how: 'raised' }],
  });
  await world.act(raised, { name: 'instruct', leader: '王市长', text: '限时打通' }, 'registrar');

  await world.until('2026-03-11', '09:00');
  expect(await world.rungs(moved)).toEqual(['2026-03-11 08:30 chase']);
  const after = await world.act(moved, { name: 'transfer', unit: 'sjj', toUnit: 'czj', reason: '项目已划转' }, 'registrar');
  expect(after).toMatchObject({ status: 'DISPATCHED', due: '2026-03-10', formerUnits: [{ unit: 'sjj', how: 'transferred', reason: '项目已划转' }] });
  expect(await world.refused(moved, { name: 'report', unit: 'sjj', line: '已移交' })).toBe('unknownUnit');
  await world.act(moved, { name: 'sign', unit: 'czj' });
  await world.through('2026-03-12', '2026-03-13');
  expect(await world.rungs(moved)).toEqual(['2026-03-11 08:30 chase', '2026-03-13 08:30 supervise']);
  await world.until('2026-03-23');

  expect(await world.mails(moved)).toEqual([
    'chase→handler@sjj', 'chase→sponsor-a', 'chase→unitHead@sjj', 'circulate→handler@czj', 'circulate→unitHead@czj',
    'dispatch→handler@czj', 'dispatch→handler@sjj', 'dispatch→unitHead@czj', 'dispatch→unitHead@sjj', 'supervise→unitHead@czj',
  ]);
  // Friday's line is not owed by who has had it for two working days, and no more by who had it before.
  expect(await world.lines(moved)).toEqual([]);
  expect(await world.mails(raised)).toEqual([
    'dispatch→handler@fgw', 'dispatch→handler@sjj', 'dispatch→unitHead@fgw', 'dispatch→unitHead@sjj',
    'instructed→handler@fgw', 'instructed→handler@sjj', 'instructed→unitHead@fgw', 'instructed→unitHead@sjj',
    'raised→handler@sjj', 'raised→sponsor-a', 'raised→unitHead@sjj',
  ]);
  expect(await world.mails(given)).toEqual([
    'chase→handler@czj', 'chase→sponsor-a', 'chase→unitHead@czj', 'dispatch→handler@czj', 'dispatch→unitHead@czj',
    'notPursued→handler@czj', 'notPursued→unitHead@czj', 'reopened→handler@czj', 'reopened→unitHead@czj',
  ]);
  expect(await world.rungs(given)).toEqual(['2026-03-23 08:30 chase']);
  expect(await world.mails(closed)).toEqual(['accepted→handler@fgw', 'closureRequested→reviewer', 'dispatch→handler@fgw', 'dispatch→unitHead@fgw', 'reopened→handler@fgw', 'reopened→unitHead@fgw']);
});
