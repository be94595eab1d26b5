/**
 * Every pack lived through on the real server, from 24 April over 劳动节 (1–5 May off, Saturday 9 May worked) to 1 June 2026:
 * one silent commitment a pack, every mail of its own and every turn of the light against dates counted by hand from domain.md, section 5.
 */
import { light } from '../../domain/light';
import { addDays, civilDateOf, instantAt, timeOfDay, type CivilDate } from '../../domain/time';
import { createWorld, eventually, type World } from '../support/world';

const START: CivilDate = '2026-04-24';
const END: CivilDate = '2026-06-01';

let world: World;
beforeAll(async () => {
  world = await createWorld({ start: instantAt(START, '09:00') });
  for (const [pack] of TABLE.filter(([name]) => name !== '标准')) await world.switchOn(pack);
});
afterAll(() => world.stop());

const stamp = (at: string): string => `${civilDateOf(at).slice(5)} ${timeOfDay(at)}`;
/** Every mail owed because of a moment, with when it was owed: `05-06 08:30 chase→handler@sjj`. */
const slips = async (id: string): Promise<string[]> => (await world.office.stores.notices.list({ commitment: id, states: ['sent'] }))
  .filter((notice) => notice.factSeq !== null).map((notice) => `${stamp(notice.at)} ${notice.occasion}→${notice.post}`).sort();
const turns = async (id: string): Promise<string[]> => {
  const state = await world.state(id);
  const rules = await world.office.stores.rules.forCommitment(state);
  let last = '';
  const found: string[] = [];
  for (let day = START; day <= END; day = addDays(day, 1)) {
    const { colour } = light(state, rules, instantAt(day, '12:00'));
    if (colour !== last) found.push(`${day.slice(5)} ${colour}`);
    last = colour;
  }
  return found;
};

const DISPATCHED = ['04-24 09:00 dispatch→handler@sjj', '04-24 09:00 dispatch→unitHead@sjj'];
/** [pack, draft, mails, light]; T is Thursday 30 April unless said otherwise. */
const TABLE: readonly (readonly [string, Readonly<Record<string, unknown>>, readonly string[], readonly string[]])[] = [
  // 5.1: T+1, T+3, T+5 wd: 6, 8 and (over the worked Saturday 9 May) 11 May; third red line 7, 8, 15 May before T+10.
  ['标准', {}, [
    '05-06 08:30 chase→handler@sjj', '05-06 08:30 chase→sponsor-a', '05-06 08:30 chase→unitHead@sjj', '05-08 08:30 supervise→unitHead@sjj',
    '05-11 08:30 circulate→handler@sjj', '05-11 08:30 circulate→unitHead@sjj', '05-15 17:00 interview→sponsor-a',
  ], ['04-24 blue', '04-27 yellow', '05-06 red']],
  // 5.2 (rule 1): D+1, D+3, D+7 in calendar days end on 25 April (Saturday), 27 April and 1 May (holiday); each miss is told at the next opening hour.
  ['13710', { matterClass: 'ordinary' }, [
    '04-27 08:30 clockMissed→handler@sjj', '04-27 08:30 clockMissed→unitHead@sjj', '04-28 08:30 clockMissed→handler@sjj', '04-28 08:30 clockMissed→unitHead@sjj',
    '05-06 08:30 chase→handler@sjj', '05-06 08:30 chase→sponsor-a', '05-06 08:30 chase→unitHead@sjj',
    '05-06 08:30 clockMissed→handler@sjj', '05-06 08:30 clockMissed→unitHead@sjj', '05-08 08:30 supervise→unitHead@sjj',
  ], ['04-24 blue', '04-27 yellow', '05-06 red']],
  // 5.3 (rule 2): a complex matter, one month: 24 May is a Sunday, told on Monday; T is 29 May, T+1 on 1 June.
  ['710', { matterClass: 'complex', due: '2026-05-29' }, [
    '05-25 08:30 clockMissed→handler@sjj', '05-25 08:30 clockMissed→unitHead@sjj',
    '06-01 08:30 chase→handler@sjj', '06-01 08:30 chase→sponsor-a', '06-01 08:30 chase→unitHead@sjj',
  ], ['04-24 green', '05-20 blue', '05-26 yellow', '06-01 red']],
  // 5.4 (rule 10), T on 15 May, half of it planned by 8 May: behind from that day on; blue would come at T−3 on the 12th, but the yellow slip stands higher.
  ['三色督办单', { due: '2026-05-15', plan: [{ date: '2026-05-08', percent: 50 }, { date: '2026-05-15', percent: 100 }] }, [
    '05-08 08:30 yellowSlip→handler@sjj', '05-08 08:30 yellowSlip→unitHead@sjj',
    '05-18 08:30 redSlip→handler@sjj', '05-18 08:30 redSlip→sponsor-a', '05-18 08:30 redSlip→unitHead@sjj',
  ], ['04-24 green', '05-08 yellow', '05-18 red']],
  // 5.5 (rule 12): 交办单, 催办单 at T+1, filed with the supervision office, 督办通知单 at T+5.
  ['三单', {}, [
    '05-06 08:30 chase→handler@sjj', '05-06 08:30 chase→registrar', '05-06 08:30 chase→unitHead@sjj',
    '05-11 08:30 supervise→handler@sjj', '05-11 08:30 supervise→unitHead@sjj',
  ], ['04-24 blue', '04-27 yellow', '05-06 red']],
  // 5.6 (rules 6, 7, 8): life and property: 15 min and 2 h day and night, settled the same day (17:30), told at the next opening hour.
  ['三个第一时间', { matterClass: 'life', arrivedAt: instantAt(START, '08:40') }, [
    '04-24 09:15 clockMissed→handler@sjj', '04-24 09:15 clockMissed→unitHead@sjj', '04-24 11:00 clockMissed→handler@sjj', '04-24 11:00 clockMissed→unitHead@sjj',
    '04-27 08:30 clockMissed→handler@sjj', '04-27 08:30 clockMissed→unitHead@sjj',
  ], ['04-24 green', '04-27 blue', '04-29 yellow', '05-06 red']],
  // 5.7 (rule 17): a strike at T+1; the first of this unit.
  ['三次问责', {}, ['05-06 08:30 strikeCircular→handler@sjj', '05-06 08:30 strikeCircular→unitHead@sjj'], ['04-24 blue', '04-27 yellow', '05-06 red']],
];

test('each pack does what its table says, no more and no less', async () => {
  const ids = await Promise.all(TABLE.map(([pack, draft]) => world.register({ pack, due: '2026-04-30', title: `${pack}事项`, ...draft })));
  await world.until(END, '09:00');
  for (const [index, [pack, , mails, lights]] of TABLE.entries()) {
    const id = ids[index] ?? '';
    // Births are told at the second they came; all else on its nominal minute.
    expect({ pack, slips: await slips(id), light: await turns(id) }).toEqual({ pack, slips: [...DISPATCHED, ...mails].sort(), light: lights });
  }
  // Silence is a signature at the limit: 15 minutes where lives are at stake, one working day else.
  expect((await world.state(ids[5] ?? '')).units[0]).toMatchObject({ deemed: true, signedAt: expect.stringMatching(/^2026-04-24T01:15/) as string });
}, 180_000);

test('strikes are counted over the unit\'s commitments: the second is a proposal to talk, the third and every further one a file for accountability', async () => {
  const draft = { pack: '三次问责', due: '2026-06-05' };
  const second = await world.register({ ...draft, title: '第二件' });
  await world.until('2026-06-08', '09:00', [second]);
  const third = await world.register({ ...draft, title: '第三件', due: '2026-06-10' });
  const other = await world.register({ ...draft, title: '别的单位', lead: 'czj', due: '2026-06-10' });
  await world.until('2026-06-11', '09:00', [third, other]);
  await eventually('the third strike to be counted', async () => (await world.state(third)).strike?.n === 3);
  const struck = async (id: string): Promise<string[]> => (await slips(id)).filter((line) => line.includes('strike') || line.includes('accountability')).map((line) => line.slice(12));
  expect(await struck(second)).toEqual(['strikeInterview→sponsor-a']);
  expect(await struck(third)).toEqual(['accountability→sponsor-a']);
  expect(await struck(other)).toEqual(['strikeCircular→handler@czj', 'strikeCircular→unitHead@czj']);
  expect((await world.state(third)).strike).toMatchObject({ unit: 'sjj', n: 3 });
}, 120_000);
