import { commitmentWorkflowId } from '../../workflows/ids';
import { createWorld, type World } from '../support/world';

const HISTORY_LIMIT = 60;
let world: World;
beforeAll(async () => { world = await createWorld({ historyLimit: HISTORY_LIMIT }); });
afterAll(() => world.stop());

interface Shown { light: { text: string }; periods: { now: { index: number; due: string; light: { text: string } }; past: { index: number; outcome: string; light: { colour: string } }[]; counts: unknown } }
const shown = async (id: string): Promise<Shown> => await (await fetch(`${world.url}/api/commitments/${id}`, { headers: await world.as('registrar') })).json() as Shown;

test('a weekly duty is judged week by week: kept is green, missed stays red, made good turns yellow; period after period leaves no growing history', async () => {
  const weekly = await world.register({ kind: 'standing', title: '热线周提醒', rhythm: { every: 'week' }, due: undefined, reviewDate: '2026-08-31' });
  const daily = await world.register({ kind: 'recurring', title: '每日巡查', lead: 'czj', rhythm: { every: 'days', days: 1 }, due: undefined, reviewDate: '2026-12-31' });
  await world.act(weekly, { name: 'sign', unit: 'sjj' });
  await world.act(daily, { name: 'sign', unit: 'czj' });
  await expect(world.register({ kind: 'standing', title: '无期事项', rhythm: { every: 'week' }, due: undefined, reviewDate: '2027-03-03' })).rejects.toThrow('周期性、持续性事项至少每年复核一次');
  await world.handIn(daily);

  await world.through('2026-03-05', '2026-03-05');
  await world.act(weekly, { name: 'report', unit: 'sjj', line: '已提醒12家单位', percent: 100 });
  await world.through('2026-03-06', '2026-03-13');
  expect((await shown(weekly)).light.text).toBe('黄：第2期（2026-03-13）到期未反馈');
  await world.until('2026-03-16');
  expect(await shown(weekly)).toMatchObject({
    light: { text: '红：第2期（2026-03-13）未反馈' }, periods: { now: { index: 3, due: '2026-03-20' }, past: [{ index: 1, outcome: 'kept' }, { index: 2, outcome: 'missed', light: { colour: 'red' } }] },
  });
  expect(await world.refused(weekly, { name: 'report', unit: 'sjj', unchanged: true, period: 1, causeCode: 'staffing' })).toBe('unknownPeriod');
  expect(await world.refused(weekly, { name: 'report', unit: 'sjj', unchanged: true, period: 2 })).toBe('causeRequired');
  await world.act(weekly, { name: 'report', unit: 'sjj', line: '上周值班人员轮换，补报', period: 2, causeCode: 'staffing' });
  expect(await shown(weekly)).toMatchObject({
    light: { text: '黄：第2期（2026-03-13）逾期后补报，转黄' }, periods: { counts: { kept: 1, missed: 0, madeGood: 1 }, past: [{ light: { colour: 'green' } }, { light: { colour: 'yellow' } }] },
  });
  await world.act(weekly, { name: 'report', unit: 'sjj', unchanged: true });
  await world.through('2026-03-20', '2026-03-23');
  expect(await shown(weekly)).toMatchObject({ light: { text: expect.stringMatching(/^绿/) as string }, periods: { now: { index: 4, due: '2026-03-27' } } });
  // Nothing for the third week, which had been reported on Monday.
  expect(await world.lines(weekly)).toEqual(['2026-03-05 h-sjj: firstFeedback', '2026-03-13 h-sjj: periodDue']);
  expect(await world.mails(weekly)).toEqual(['dispatch→handler@sjj', 'dispatch→unitHead@sjj', 'periodMissed→handler@sjj', 'periodMissed→unitHead@sjj']);

  await world.until('2026-04-03', '18:00', [daily]);
  const { periods } = await world.state(daily);
  // Under review all the while: not counted against the unit.
  expect(periods?.counts).toMatchObject({ kept: 0, missed: 0 });
  // The working days from 3 March to 3 April.
  expect(periods?.counts.excused).toBe(24);
  expect(periods?.past).toHaveLength(13);
  const { historyLength } = await world.office.temporal.client.workflow.getHandle(commitmentWorkflowId(daily)).describe();
  expect(historyLength).toBeLessThan(HISTORY_LIMIT + 30);
});
