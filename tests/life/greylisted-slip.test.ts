import { instantAt, msOf } from '../../domain/time';
import { fastForward } from '../../scripts/engines/time-skipping';
import { commitmentWorkflowId } from '../../workflows/ids';
import { createWorld, eventually, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld({ start: instantAt('2026-03-30', '09:00') }); });
afterAll(() => world.stop());

test('R7: a greylisted slip arrives exactly once, and the next rung waits a working day after its delivery', async () => {
  const id = await world.register({ due: '2026-03-31' });
  await world.until('2026-04-01', '08:29');
  let open = false;
  world.sink.script(({ stage, to }) => (stage === 'recipient' && to === 'head-sjj@office.example' && !open ? { code: 451, text: 'greylisted' } : 'accept'));
  // Three days pass for the commitment while the mail is still deferred: 督办 would have come on 3 April.
  const { temporal, stores, clock } = world.office;
  const { clockShiftMs } = await world.state(id);
  const to = instantAt('2026-04-03', '18:00');
  await fastForward(temporal.client, commitmentWorkflowId(id), clockShiftMs, instantAt('2026-04-01', '08:31'));
  await eventually('the greylisting', async () => (await stores.notices.list({ commitment: id, states: ['deferred'] })).length === 1);
  await fastForward(temporal.client, commitmentWorkflowId(id), clockShiftMs, to);
  clock.setOffset(msOf(to) - Date.now());
  expect(await world.rungs(id)).toEqual(['2026-04-01 08:30 chase']);

  open = true;
  await world.until('2026-04-07', '08:29');
  const chased = ['chase→handler@sjj', 'chase→sponsor-a', 'chase→unitHead@sjj', 'dispatch→handler@sjj', 'dispatch→unitHead@sjj'];
  expect(await world.mails()).toEqual(chased);
  const [head] = await stores.notices.list({ commitment: id, occasion: 'chase', person: 'head-sjj' });
  expect(head?.state).toBe('sent');
  expect(head?.attempts).toBeGreaterThan(1);
  expect(world.sink.bodies.get(head?.messageId ?? '')).toBe(1);

  // Delivered on Friday evening, 4 to 6 April off: Tuesday 7 April. T+5 then finds its own day again.
  await world.until('2026-04-08', '18:00');
  expect(await world.rungs(id)).toEqual(['2026-04-01 08:30 chase', '2026-04-07 08:30 supervise', '2026-04-08 08:30 circulate']);
  expect(await world.mails()).toEqual([
    ...chased.slice(0, 3), 'circulate→handler@sjj', 'circulate→unitHead@sjj', ...chased.slice(3), 'supervise→unitHead@sjj',
  ]);
});
