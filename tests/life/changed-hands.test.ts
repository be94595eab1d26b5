import { instantAt } from '../../domain/time';
import { organisation } from '../support/organisation';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await createWorld({ start: instantAt('2026-03-23', '09:00') });
  // 财政局's head has left and nobody has come yet.
  const holdings = organisation.holdings.filter((holding) => holding.post !== 'unitHead@czj');
  await world.office.stores.organisation.importAll({ ...organisation, holdings });
});
afterAll(() => world.stop());

test('a person who left gets nothing, the successor gets it; a vacant post is on record and the ladder goes on', async () => {
  const [changed, vacant] = [await world.register({ due: '2026-03-31', lead: 'sjj' }), await world.register({ due: '2026-03-31', lead: 'czj' })];
  await world.through('2026-03-24', '2026-03-25');
  await world.office.stores.organisation.importAll({
    ...organisation,
    people: [...organisation.people, { id: 'new-sjj', name: '新承办', mail: 'new-sjj@office.example' }],
    holdings: [
      ...organisation.holdings.filter((holding) => holding.post !== 'unitHead@czj' && holding.post !== 'handler@sjj'),
      { post: 'handler@sjj', person: 'h-sjj', from: '2025-01-01', to: '2026-03-25' },
      { post: 'handler@sjj', person: 'new-sjj', from: '2026-03-26', to: null },
    ],
  });
  await world.through('2026-03-26', '2026-03-31');
  await world.until('2026-04-20');

  expect(await world.mailsTo('h-sjj')).toEqual(['dispatch→handler@sjj']);
  expect(await world.mailsTo('new-sjj')).toEqual(['chase→handler@sjj', 'circulate→handler@sjj', 'digest→new-sjj', 'digest→new-sjj', 'digest→new-sjj']);
  expect(await world.lines(changed)).toEqual([
    '2026-03-26 new-sjj: firstFeedback, reminder-3', '2026-03-27 new-sjj: weekly', '2026-03-30 new-sjj: reminder-1',
  ]);
  expect(await world.mails(changed)).toEqual([
    'chase→handler@sjj', 'chase→sponsor-a', 'chase→unitHead@sjj', 'circulate→handler@sjj', 'circulate→unitHead@sjj',
    'dispatch→handler@sjj', 'dispatch→unitHead@sjj', 'interview→sponsor-a', 'supervise→unitHead@sjj',
  ]);

  expect(await world.mails(vacant)).toEqual([
    'chase→handler@czj', 'chase→sponsor-a', 'circulate→handler@czj', 'dispatch→handler@czj', 'interview→sponsor-a',
    // For the head's copies of 交办单, 催办单, 督办通知单 and 通报告知单.
    'undelivered→registrar', 'undelivered→registrar', 'undelivered→registrar', 'undelivered→registrar',
  ]);
  const suppressed = await world.office.stores.notices.list({ commitment: vacant, states: ['suppressed'] });
  expect(suppressed.map((notice) => `${notice.occasion}→${notice.post} ${String(notice.reason)}`).sort()).toEqual(
    ['chase', 'circulate', 'dispatch', 'supervise'].flatMap((occasion) => [`${occasion}→deputy@czj nobody`, `${occasion}→unitHead@czj nobody`]));
  const ladder = ['2026-04-01 08:30 chase', '2026-04-03 08:30 supervise', '2026-04-08 08:30 circulate', '2026-04-15 08:30 interview'];
  expect(await world.rungs(vacant)).toEqual(ladder);
  expect(await world.rungs(changed)).toEqual(ladder);
  expect((await world.mails()).filter((mail) => mail.startsWith('digest'))).toEqual([
    ...Array.from({ length: 3 }, () => 'digest→h-czj'), ...Array.from({ length: 3 }, () => 'digest→new-sjj'),
  ]);
});
