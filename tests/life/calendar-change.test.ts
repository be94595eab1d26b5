import { loadCalendar } from '../../config/calendars';
import { instantAt } from '../../domain/time';
import { createWorld, eventually, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld({ start: instantAt('2026-12-14', '09:00') }); });
afterAll(() => world.stop());

interface Preview { readonly version: string; readonly base: string; readonly days: readonly { date: string }[]; readonly looked: number; readonly touched: number; readonly firmed: number; readonly items: readonly { id: string; provisional: unknown; moved: readonly { text: string; date: string; toDate: string }[]; dropped: unknown; added: unknown }[] }

test('the year\'s notice comes, and later a holiday is lengthened overnight: open items count anew, one entry each, and nothing is sent twice', async () => {
  // T on Monday 4 January 2027: no notice yet, so the days count Monday to Friday and T is provisional.
  const next = await world.register({ due: '2027-01-04', title: '跨年事项' });
  const done = await world.register({ due: '2026-12-18', title: '年内事项', lead: 'czj' });
  await world.act(next, { name: 'sign', unit: 'sjj' });
  await world.act(done, { name: 'terminate', reason: '并入其他事项' }, 'registrar');
  await world.through('2026-12-15', '2026-12-24');
  // T-7 provisionally: 24 December.
  expect((await world.lines(next)).filter((line) => line.includes('reminder'))).toEqual(['2026-12-24 h-sjj: reminder-7']);
  const view = async (): Promise<{ dueProvisional: boolean }> => (await fetch(`${world.url}/api/commitments/${next}`, { headers: await world.as('registrar') })).json() as Promise<{ dueProvisional: boolean }>;
  expect((await view()).dueProvisional).toBe(true);

  const year = { year: 2027, published: true, notice: '国办发明电〔2026〕9号（2026-12-24）', holidays: ['01-01', '01-02', '01-03'].map((day) => ({ date: `2027-${day}`, name: '元旦' })), makeUpDays: [] };
  const shown = (await world.ask<Preview>('/api/calendar/years/preview', { file: year })).body;
  expect(shown).toMatchObject({ days: [{ date: '2027-01-01', from: true, to: false }], looked: 1, touched: 1, firmed: 1 });
  expect(shown.items[0]).toMatchObject({ id: next, provisional: { from: true, to: false }, dropped: [], added: [] });
  expect(shown.items[0]?.moved.map(({ text, date, toDate }) => `${text} ${date} → ${toDate}`)).toEqual(['临期提醒 → 承办人 2026-12-30 → 2026-12-29', '临期提醒 → 承办人 2027-01-01 → 2026-12-31', '周报一句话 → 承办人 2027-01-01 → 2027-01-05',
    // The rolled line falls on the first red day, so the third red one comes a week earlier.
    '约谈建议 → 分管领导 2027-01-18 → 2027-01-15']);
  expect((await world.state(next)).calendarVersion).toBe(loadCalendar().version);

  interface Rollout { readonly version: string; readonly total: number; readonly left: number }
  const roll = async (file: unknown, base: string, reason: string): Promise<string> => {
    const { status, body } = await world.ask<Rollout>('/api/calendar/years', { file, base, reason });
    expect([status, body.total]).toEqual([202, 1]);
    await eventually('all to have counted anew', async () => ((await (await fetch(`${world.url}/api/calendar/rollouts/${body.version}`, { headers: await world.as('registrar') })).json()) as Rollout).left === 0);
    return body.version;
  };
  const first = await roll(year, shown.base, '2027年放假安排公布');
  expect(first).toBe(shown.version);
  expect((await view()).dueProvisional).toBe(false);
  expect((await world.ask('/api/calendar/years', { file: year, base: 'aaaaaaaaaaaa', reason: '按旧日历预览的' })).status).toBe(412);
  await world.through('2026-12-25', '2026-12-31');

  // On New Year's Day the holiday is lengthened by two days, as on 27 January 2020: T+1 moves from the 5th to the 6th.
  await world.until('2027-01-01', '20:00');
  const longer = { ...year, notice: '国办发明电〔2027〕1号（2027-01-01）', holidays: [...year.holidays, { date: '2027-01-04', name: '延长' }, { date: '2027-01-05', name: '延长' }] };
  await roll(longer, first, '防控需要，延长元旦假期');
  await world.until('2027-01-06', '09:00');
  expect(await world.rungs(next)).toEqual(['2027-01-06 08:30 chase']);
  const entries = (await world.office.stores.ledger.chain(next)).flatMap(({ fact }) => (fact.type === 'replanned' ? [`${fact.cause} ${fact.reason} ${fact.actor.person}`] : []));
  expect(entries).toEqual(['calendar 2027年放假安排公布 registrar', 'calendar 防控需要，延长元旦假期 registrar']);
  expect((await world.office.stores.ledger.chain(done)).some(({ fact }) => fact.type === 'replanned')).toBe(false);
  // T-3 and T-1 once each by the calendar of their day.
  expect((await world.lines(next)).filter((line) => line.includes('reminder'))).toEqual(['2026-12-24 h-sjj: reminder-7', '2026-12-29 h-sjj: reminder-3', '2026-12-31 h-sjj: reminder-1']);
  expect(await world.mails(next)).toEqual(['chase→handler@sjj', 'chase→sponsor-a', 'chase→unitHead@sjj', 'dispatch→handler@sjj', 'dispatch→unitHead@sjj']);
});
