import { lastLink, linksTo, open, press } from '../support/links';
import { createWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.stop());

test('a unit signs, reports, asks for more time, hands in and closes by its mails’ links alone, without an account', async () => {
  const id = await world.register({ due: '2026-03-31', acceptance: ['印发管理办法', '完成宣传解读'] });
  await world.mails(id);
  const signed = await press(await open(await lastLink(world, 'h-sjj', '交办单')), 'sign');
  expect([signed.status, signed.text]).toEqual([200, expect.stringContaining('已签收')]);
  // Who has just signed may go on at once.
  const first = await press(await open(signed.next!), 'report', { word: '已成立起草组', percent: '10' });
  expect(first.text).toContain('已报送');
  expect((await world.state(id)).units[0]).toMatchObject({ deemed: false, reports: 1, lastReport: { line: '已成立起草组', percent: 10, by: 'h-sjj' } });

  await world.through('2026-03-03', '2026-03-13');
  const weekly = await open(await lastLink(world, 'h-sjj', '本周进展'));
  expect(weekly.forms[0]?.fields).toMatchObject({ word: '已成立起草组', percent: '10' });
  await press(weekly, 'same');
  expect((await world.state(id)).units[0]).toMatchObject({ unchangedReports: 1, lastReport: { line: '已成立起草组', unchanged: true } });

  await world.through('2026-03-16', '2026-03-20');
  const extension = await press(await open(await lastLink(world, 'h-sjj', '临期提醒')), 'extension', { to: '2026-04-10', reason: '需征求省厅意见', progress: '已成稿' });
  expect(extension.text).toContain('已申请延期');
  expect((await world.state(id)).extension.pending).toMatchObject({ to: '2026-04-10', by: 'h-sjj' });

  const handed = await press(await open(extension.next!), 'evidence', { criterion: 'a1' }, { name: '印发稿.txt', content: '管理办法印发稿' });
  expect(handed.text).toContain('佐证已提交');
  const closed = await press(await open(handed.next!), 'closure', { summary: '办法已印发并解读', criterion: 'a2' }, { name: '解读.txt', content: '宣传解读材料' });
  expect(closed.text).toContain('已申请办结');
  expect(await world.state(id)).toMatchObject({ status: 'UNDER_REVIEW', evidence: [{ criterion: 'a1', fileName: '印发稿.txt', by: 'h-sjj' }, { criterion: 'a2', by: 'h-sjj' }], closure: { by: 'h-sjj', inTime: true } });

  // The ledger tells these apart from what somebody did after logging in.
  const chain = await world.office.stores.ledger.chain(id);
  expect(chain.filter(({ fact }) => fact.actor.via === 'link').map(({ fact }) => fact.type)).toEqual(['signed', 'reported', 'reported', 'extensionRequested', 'evidenceAdded', 'evidenceAdded', 'closureRequested']);
  const page = await fetch(`${world.url}/api/commitments/${id}`, { headers: await world.as('registrar') });
  const { timeline } = await page.json() as { timeline: { actor: { via?: string } }[] };
  expect([page.status, timeline.filter(({ actor }) => actor.via === 'link').length]).toEqual([200, 7]);
  expect((await fetch(`${world.url}/api/commitments/${id}/evidence`, { headers: await world.as('registrar') })).status).toBe(200);
  await world.act(id, { name: 'review', result: 'accepted', text: '属实' }, 'rev');
  await world.mails(id);
  // A mail that asks for nothing carries no link; each that asks carries exactly one.
  const mails = await world.sink.mails();
  expect(mails.filter((mail) => mail.subject?.includes('已办结')).map((mail) => (mail.text ?? '').includes('/r/'))).toEqual([false]);
  expect(mails.filter((mail) => mail.subject?.startsWith('交办单')).map((mail) => (mail.text ?? '').match(/\/r\//g)?.length)).toEqual([1, 1]);
  expect(new Set(await linksTo(world, 'h-sjj')).size).toBe((await linksTo(world, 'h-sjj')).length);
});
