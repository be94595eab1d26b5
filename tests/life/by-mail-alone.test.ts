import { addDays } from '../../domain/time';
import { startClamd, type TestClamd } from '../support/clamd';
import { lastLink, linksTo, open, press } from '../support/links';
import { createWorld, type World } from '../support/world';

let world: World;
let clamd: TestClamd;
beforeAll(async () => {
  clamd = await startClamd();
  world = await createWorld({ env: { YANXING_CLAMD: `127.0.0.1:${clamd.port}` } });
});
afterAll(async () => {
  await world.stop();
  await clamd.stop();
});

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

test('a document goes through its stages by links alone, and a file that cannot be scanned is asked for again, not kept in vain', async () => {
  const id = await world.register({ title: '制定算力券管理办法', template: '制度文件', lead: 'czj', due: '2026-04-30' });
  await world.mails(id);
  let page = await press(await open(await lastLink(world, 'h-czj', '算力券')), 'sign');
  for (const [index, { name, numbered }] of (await world.state(id)).stages.entries()) {
    const form = await open(page.next!);
    expect(form.text).toContain(`完成环节：${name}`);
    expect(form.text).not.toContain('申请办结');
    if (numbered) {
      const without = await press(form, 'stage', { note: '已完成' });
      expect([without.status, without.text]).toEqual([422, expect.stringContaining('文号')]);
    }
    page = await press(form, 'stage', { note: `${name}已完成`, ...(numbered ? { documentNumber: `云政发〔2026〕${index + 1}号` } : {}) });
    expect(page.text).toContain('环节已完成');
  }
  expect((await world.state(id)).stages.every(({ done }) => done?.by === 'h-czj')).toBe(true);

  await clamd.stop();
  const form = await open(page.next!);
  const held = await press(form, 'closure', { summary: '办法已印发' }, { name: '印发稿.txt', content: '算力券管理办法' });
  expect([held.status, held.text]).toEqual([409, expect.stringContaining('尚未提交，请在扫描恢复后用本链接重新提交')]);
  expect(held.forms.find(({ buttons }) => buttons.includes('closure'))?.fields).toMatchObject({ summary: '办法已印发' });
  expect(await world.office.stores.evidence.ofCommitment(id, 10)).toEqual([]);
  await clamd.start();
  expect((await press(held, 'closure', {}, { name: '印发稿.txt', content: '算力券管理办法' })).text).toContain('已申请办结');
  expect(await world.state(id)).toMatchObject({ status: 'UNDER_REVIEW', evidence: [{ fileName: '印发稿.txt' }] });
});

test('the mail that tells of a missed period makes it good, and a report by link carries the figures of the measures', async () => {
  const id = await world.register({
    title: '热线周提醒', kind: 'standing', lead: 'fgw', rhythm: { every: 'week' }, due: undefined, reviewDate: '2026-08-31',
    measures: [{ name: '按期办结率', unit: '%', target: 95, baseline: 60, denominator: '当周受理总量' }, { name: '回访', unit: '件' , target: 100 }],
  });
  await world.act(id, { name: 'sign', unit: 'fgw' });
  const first = (await world.state(id)).periods?.now?.due ?? '';
  await world.through('2026-03-23', first);
  await world.until(addDays(first, 3));
  await world.mails(id);
  const page = await open(await lastLink(world, 'h-fgw', '未按时反馈'));
  expect(page.forms[0]?.fields).toMatchObject({ period: '1', 'value-m1': '', 'value-m2': '' });
  const wrong = await press(page, 'report', { word: '值班人员轮换，补报', percent: '七成', 'value-m1': '七成', causeCode: 'staffing' });
  expect([wrong.status, wrong.text, wrong.forms[0]?.fields['period']]).toEqual([422, expect.stringMatching(/请填0至100的整数[^]*请填数字，如 85\.5/), '1']);
  const done = await press(wrong, 'report', { percent: '', 'value-m1': '70.5', causeCode: 'staffing' });
  expect(done.text).toContain('已报送');
  expect(await world.state(id)).toMatchObject({
    periods: { past: [{ index: 1, outcome: 'madeGood' }], now: { index: 2, reportedAt: null }, counts: { missed: 0, madeGood: 1 } }, measures: [{ actual: { value: 70.5 } }, { actual: null }],
  });
  // Nothing is left to be made good: what is said next counts for the present period.
  const next = await open(done.next!);
  expect(next.forms[0]?.fields).not.toHaveProperty('period');
  expect(next.text).toContain('分母为当周受理总量；上次填报70.5%');
  await press(next, 'same');
  expect((await world.state(id)).periods?.now?.reportedAt).not.toBeNull();
});
