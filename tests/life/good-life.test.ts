import { commitmentWorkflowId } from '../../workflows/ids';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.stop());

test('a commitment kept on time meets reminders in digests only, is accepted, looked back at after 90 days and written off', async () => {
  const id = await world.register({ due: '2026-03-31' });
  await world.act(id, { name: 'sign', unit: 'sjj' });
  await world.through('2026-03-03', '2026-03-10');
  await world.act(id, { name: 'report', unit: 'sjj', percent: 40, line: '征求意见稿已形成' });
  await world.through('2026-03-11', '2026-03-30');
  await world.handIn(id);
  await world.through('2026-03-31', '2026-04-01');
  await world.act(id, { name: 'review', result: 'accepted', text: '属实，同意办结' }, 'rev');
  expect(await world.lines(id)).toEqual([
    '2026-03-05 h-sjj: firstFeedback',
    '2026-03-06 h-sjj: weekly',
    // Reported on the 10th, so nothing on Friday the 13th.
    '2026-03-20 h-sjj: reminder-7, weekly',
    '2026-03-26 h-sjj: reminder-3',
    '2026-03-27 h-sjj: weekly',
    '2026-03-30 h-sjj: reminder-1',
  ]);
  const before = [
    'accepted→handler@sjj', 'closureRequested→reviewer',
    'digest→h-sjj', 'digest→h-sjj', 'digest→h-sjj', 'digest→h-sjj', 'digest→h-sjj', 'digest→h-sjj',
    'dispatch→handler@sjj', 'dispatch→unitHead@sjj',
  ];
  await world.until('2026-06-30', '08:29');
  expect(await world.mails()).toEqual(before);
  await world.until('2026-06-30', '08:31');
  expect(await world.mails()).toEqual([...before, 'lookBackDue→reviewer']);

  await world.act(id, { name: 'lookBack', result: 'passed', text: '办法执行良好' }, 'rev');
  expect(await world.state(id)).toMatchObject({ status: 'WRITTEN_OFF', doneOn: '2026-03-30', wasRed: false });
  const run = world.office.temporal.client.workflow.getHandle(commitmentWorkflowId(id));
  await run.result();
  expect((await run.describe()).status.name).toBe('COMPLETED');
  await world.digest('2026-07-03');
  expect(await world.mails()).toEqual([...before, 'lookBackDue→reviewer']);

  const digest = (await world.sink.mails()).find((mail) => mail.text?.includes('临期提醒') && mail.text.includes('本周进展'));
  expect(digest?.text).toContain('制定数据共享管理办法');
  expect(digest?.text).toContain('上一句：征求意见稿已形成');
});
