/** What the office decides on a page beside the matter itself: a stage is graded, a mail is sent once more; and the rule that says so. */
import type { Page } from 'playwright-core';
import { msOf, toInstant } from '../../domain/time';
import { rawCollection } from '../../stores/connection';
import type { NoticeRecord } from '../../stores/notices';
import { eventually } from '../support/world';
import { ask } from './office';
import { inBrowser, look } from './support';

inBrowser('an office that works by 13710', (stage) => {
  let page: Page;
  let id = '';
  beforeAll(async () => {
    const { world } = stage;
    await world.switchOn('13710');
    world.sink.script(({ stage: at, to }) => (at === 'recipient' && to === 'head-sjj@office.example' ? { code: 550, text: 'mailbox unavailable' } : 'accept'));
    id = await world.register({ pack: '13710', matterClass: 'hard', title: '打通部门数据壁垒', due: '2026-04-30', coUnits: ['czj'] });
    for (const unit of ['sjj', 'czj']) {
      await world.act(id, { name: 'sign', unit }, `h-${unit}`);
      await world.act(id, { name: 'report', unit, line: unit === 'sjj' ? '已知悉' : '分管副局长负责，已排定分工' }, `h-${unit}`);
    }
    await world.mails(id);
  });

  it('grades each unit’s reported stage by the scale of the rule, and sends a bad one back with the time it has', async () => {
    page = await stage.open(`/commitments/${id}`);
    const stages = page.getByRole('region', { name: '各阶段' });
    await stages.getByText('已报告，待评分').first().waitFor();
    const give = async (unit: string, grade: string, text: string): Promise<void> => {
      await page.getByRole('button', { name: '阶段评分' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('等次').waitFor();
      // With one unit left there is nothing to choose.
      if (await dialog.getByLabel('单位').count() > 0) await dialog.getByLabel('单位').selectOption(unit);
      expect(await dialog.getByLabel('阶段').locator('option').allInnerTexts()).toEqual(['1日安排部署']);
      await dialog.getByLabel('等次').selectOption(grade);
      await dialog.getByLabel('审核意见').fill(text);
      await dialog.getByRole('button', { name: '阶段评分' }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await give('czj', '优秀', '责任到人');
    await stages.getByText('责任到人').waitFor();
    await give('sjj', '不合格', '没有写明责任人');
    await stages.getByText('不合格，退回，3月3日17:30前重报').waitFor();
    const { units } = await stage.world.state(id);
    expect(units.map(({ unit, stages: reported }) => [unit, reported[0]?.grade?.name])).toEqual([['sjj', '不合格'], ['czj', '优秀']]);
    await page.getByText('评定为不合格').waitFor();
    expect(await look(page, 'commitment-stages')).toEqual([]);
  });

  it('sends once more, after asking, what did not arrive, and shows who had it done', async () => {
    stage.world.sink.script(() => 'accept');
    await page.goto('/notices');
    const row = page.getByRole('row').filter({ hasText: '被退信' }).filter({ hasText: '交办单' });
    await row.getByRole('button', { name: /^重发交办单/ }).click();
    await page.getByRole('dialog').getByText('原来的结果保留').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '重发' }).click();
    await row.getByText(/由reg重发$/).waitFor();
    await stage.world.mails(id);
    await page.getByRole('row').filter({ hasText: '重发' }).filter({ hasText: '已送达' }).waitFor();
    expect(await row.getByRole('button').count()).toBe(0);
    const { items } = await ask<{ items: { occasion: string; post: string; state: string }[] }>(stage.world, 'GET', `/api/notices?commitment=${id}&occasion=dispatch&unit=sjj`);
    expect(items.filter(({ post }) => post === 'unitHead@sjj').map(({ state }) => state).sort()).toEqual(['bounced', 'sent']);
    expect(await look(page, 'notices-resent')).toEqual([]);
  });

  it('shows what is owed and what became of it as it happens, and leaves its reader where he is', async () => {
    const { world } = stage;
    const notices = rawCollection<NoticeRecord>(world.office.stores.connection, 'notices');
    const model = await notices.findOne({ commitment: id, state: 'sent' });
    if (model === null) throw new Error('nothing to copy');
    // An office's mails of weeks: more than one page of them.
    await notices.insertMany(Array.from({ length: 230 }, (_, index) => ({ ...model, _id: `${model._id}-old-${index}`, occasionKey: null, createdAt: '2026-02-27T01:00:00.000Z' })));
    await page.goto('/notices');
    const rows = page.locator('tbody tr[data-id]');
    await page.getByRole('button', { name: '再列200件更早的' }).click();
    await eventually('the older ones', async () => (await rows.count()) > 230);
    const all = await rows.count();
    await rows.nth(220).scrollIntoViewIfNeeded();
    const placeOf = (row: string) => page.evaluate<number>(`Math.round(document.querySelector('tr[data-id="${row}"]').getBoundingClientRect().top)`);
    const here = await page.evaluate<string>(`[...document.querySelectorAll('tr[data-id]')].find((row) => row.getBoundingClientRect().top >= 100).dataset.id`);
    const top = await placeOf(here);
    await world.act(id, { name: 'instruct', leader: '李副市长', text: '请抓紧' }, 'reg');
    const sent = page.getByRole('row').filter({ hasText: '批示' }).filter({ hasText: '已送达' });
    await sent.first().waitFor({ state: 'attached' });
    expect(await rows.count()).toBeGreaterThan(all);
    expect(await placeOf(here)).toBe(top);
  });

  it('says of mails that wait too long how many and how long, to whoever sees all of them', async () => {
    const { world } = stage;
    const notices = rawCollection<NoticeRecord>(world.office.stores.connection, 'notices');
    const model = await notices.findOne({ commitment: id, state: 'sent' });
    if (model === null) throw new Error('nothing to copy');
    const stuck = `${model._id}-stuck`;
    await notices.insertOne({ ...model, _id: stuck, occasionKey: null, state: 'claimed', settledAt: null, createdAt: toInstant(msOf(world.office.clock.now()) - 40.5 * 60_000) });
    await page.getByText(/有1封邮件该发而未发，最早的一封已等了4\d分钟/).waitFor();
    expect(await look(page, 'notices-late')).toEqual([]);
    const unit = await stage.open('/notices', { as: 'h-czj' });
    await unit.locator('tbody tr[data-id]').first().waitFor();
    expect(await unit.getByText('该发而未发').count()).toBe(0);
    await unit.context().close();
    await notices.deleteOne({ _id: stuck });
  });

  it('reads the rule as it stands', async () => {
    await page.goto('/rules?pack=13710');
    await page.getByText('每阶段报告由督查室审核，评定优秀、良好、合格、不合格').waitFor();
    await page.getByText('评定不合格的退回，1个工作日内重报，原时限未到的从原时限').waitFor();
    expect(await look(page, 'rules-13710')).toEqual([]);
  });
});
