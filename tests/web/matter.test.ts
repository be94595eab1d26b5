/** One matter's page: all that the API says of it stands there, and what the mails ask for can be done there. */
import { addDays } from '../../domain/time';
import { lastLink } from '../support/links';
import { rawCollection } from '../../stores/connection';
import type { SessionDocument } from '../../stores/sessions';
import { browsersOf } from '../security/support';
import { ask, SPEECH } from './office';
import { axe, inBrowser, look } from './support';

inBrowser('the page of one matter', (stage) => {
  it('shows what a matter is divided into, its stages, what was decided beside its course, and the quote among its neighbours', async () => {
    const { world } = stage;
    const text = '各位同志：\n要夯实数据底座。要完成重要数据分类分级，4月30日前报送目录。要持续开展安全培训。\n要抓好落实。';
    const query = new URLSearchParams({ name: '讲话.txt', title: '在全会上的发言', kind: 'speech', date: '2026-02-27' });
    const { sha256 } = await ask<{ sha256: string }>(world, 'PUT', `/api/sources/${SPEECH}/file?${query.toString()}`, text);
    const quote = '要完成重要数据分类分级，4月30日前报送目录。';
    const start = text.indexOf(quote);
    const id = await world.register({
      title: '制定数据分类分级管理办法', template: '制度文件', due: '2026-04-30', quote, source: { id: SPEECH, title: '在全会上的发言', section: null, start, end: start + quote.length, textSha256: sha256 },
      measures: [{ name: '目录报送率', unit: '%', denominator: '47个部门', target: 100, baseline: 0 }],
    });
    await world.act(id, { name: 'sign', unit: 'sjj' });
    await world.act(id, { name: 'completeStage', stage: 'draft', note: '已成稿' });
    await world.act(id, { name: 'decompose', children: [{ title: '汇总各部门目录', lead: 'czj', due: '2026-04-10', weight: 3, acceptance: ['目录表'] }, { title: '起草解读材料', lead: 'fgw', due: '2026-04-20', acceptance: ['解读稿'] }] });
    await world.act(id, { name: 'instruct', leader: '李副市长', text: '请数据局抓紧。' }, 'registrar');
    await world.act(id, { name: 'report', unit: 'sjj', line: '已收到41个部门的目录', percent: 40, forecast: 'onTrack' });
    await world.act(id, { name: 'requestExtension', unit: 'sjj', to: '2026-05-29', reason: '需征求省厅意见', progress: '已成稿' });
    await world.until('2026-03-30');
    const page = await stage.open(`/commitments/${id}`);
    await page.getByRole('heading', { name: '环节' }).waitFor();
    expect(await page.locator('blockquote').innerText()).toBe('要夯实数据底座。要完成重要数据分类分级，4月30日前报送目录。要持续开展安全培训。');
    expect(await page.locator('blockquote > span').innerText()).toBe(quote);
    const section = (name: string) => page.locator('section', { has: page.getByRole('heading', { name, exact: true }) });
    expect(await section('环节').locator('tr').allInnerTexts()).toEqual([expect.stringMatching(/起草[^]*3月2日完成[^]*已成稿/), expect.stringContaining('未完成'), expect.stringContaining('未完成'), expect.stringContaining('未完成'), expect.stringContaining('须有文号')]);
    expect(await section('分解').locator('tbody tr').allInnerTexts()).toEqual([expect.stringMatching(/汇总各部门目录[^]*4月10日（周五）[^]*3[^]*未报/), expect.stringMatching(/起草解读材料[^]*4月20日/)]);
    expect(await section('情况').locator('th').allInnerTexts()).toEqual(['延期待批', '批示']);
    expect(await section('经过').locator('li b').allInnerTexts()).toEqual(expect.arrayContaining(['立项', '完成环节', '分解', '批示', '申请延期']));
    expect(await section('为什么是黄灯').innerText()).toMatch(/分母为47个部门[^]*不起作用[^]*自评只能调低，不能调高[^]*怎样转绿[^]*填报的数值达到序时进度/);
    expect(await look(page, 'matter')).toEqual([]);
    await section('分解').getByRole('link', { name: '汇总各部门目录' }).click();
    await section('登记').getByRole('link', { name: '制定数据分类分级管理办法' }).waitFor();
    await page.context().close();
  });

  it('makes a missed period good, tells the figures of the measures, and says so when somebody changed the matter behind an open form', async () => {
    const { world } = stage;
    const id = await world.register({
      title: '热线周提醒', kind: 'standing', lead: 'fgw', rhythm: { every: 'week' }, due: undefined, reviewDate: '2026-08-31', measures: [{ name: '按期办结率', unit: '%', target: 95, baseline: 60, denominator: '当周受理总量' }],
    });
    await world.act(id, { name: 'sign', unit: 'fgw' });
    const first = (await world.state(id)).periods?.now?.due ?? '';
    await world.until(addDays(first, 3));
    await world.mails(id);
    const reply = await stage.open(await lastLink(world, 'h-fgw', '未按时反馈'), { as: null });
    expect(await axe(reply)).toEqual([]);
    await reply.context().close();

    const page = await stage.open(`/commitments/${id}`);
    await page.getByRole('button', { name: '反馈', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('反馈哪一期').selectOption('1');
    await dialog.getByLabel('一句进展').fill('值班人员轮换，补报上周情况');
    await dialog.getByLabel('按期办结率').fill('70.5');
    await dialog.getByLabel('原因').selectOption('staffing');
    expect(await look(page, 'matter-report')).toEqual([]);
    await world.act(id, { name: 'instruct', leader: '李副市长', text: '请及时反馈。' }, 'registrar');
    await dialog.getByRole('button', { name: '反馈', exact: true }).click();
    await dialog.getByText(/现在是第\d+版，由/).waitFor();
    expect((await world.state(id)).periods?.counts.madeGood).toBe(0);
    await dialog.getByRole('button', { name: '反馈', exact: true }).click();
    await page.getByText('反馈：已办').waitFor();
    expect(await world.state(id)).toMatchObject({ periods: { past: [{ index: 1, outcome: 'madeGood' }], now: { reportedAt: null } }, measures: [{ actual: { value: 70.5 } }] });
    await page.getByText('按期0期，未报0期，补报1期').waitFor();
    await page.context().close();
  });

  it('is left for the log-in when nobody sits at it any more, however much it reads by itself', async () => {
    const { world } = stage;
    const id = await world.register({ title: '无人值守的页面', due: '2026-06-15' });
    const { api, stores } = world.office;
    const jar = await browsersOf({ api: api!, stores }).hire('reader', ['registrar']);
    const [name = '', value = ''] = jar.cookie.split('=');
    const page = await stage.open('/login', { as: null });
    await page.context().addCookies([{ name, value, url: world.url }]);
    await page.clock.install();
    await page.goto(`/commitments/${id}`);
    await page.getByRole('heading', { name: '经过' }).waitFor();
    const sessions = rawCollection<SessionDocument>(stores.connection, 'sessions');
    const idle = async (minutes: number): Promise<number> => {
      const at = new Date(Date.now() - minutes * 60_000);
      await sessions.updateMany({ account: 'reader' }, { $set: { lastSeenAt: at } });
      return at.getTime();
    };
    await page.clock.fastForward(60_000);
    const seen = await idle(20);
    await world.act(id, { name: 'instruct', leader: '李副市长', text: '第一次' }, 'registrar');
    await page.getByText('李副市长批示：第一次').waitFor();
    expect((await sessions.findOne({ account: 'reader', lastSeenAt: { $gt: new Date(seen) } }))).toBeNull();
    await idle(31);
    await world.act(id, { name: 'instruct', leader: '李副市长', text: '第二次' }, 'registrar');
    await page.waitForURL(/\/login\?next=/);
    await page.context().close();
  });

  it('leads to its notices, which can be sifted by occasion and unit', async () => {
    const { world } = stage;
    const id = await world.register({ title: '看通知的事项', lead: 'czj', due: '2026-06-15' });
    await world.mails(id);
    const page = await stage.open(`/commitments/${id}`);
    await page.getByRole('link', { name: '本事项的全部通知' }).click();
    await page.waitForURL(/\/notices\?commitment=/);
    await page.locator('tbody tr').nth(1).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(2);
    await page.getByText('已送达').first().waitFor();
    expect(await look(page, 'notices-one')).toEqual([]);
    await page.getByRole('link', { name: '列出全部事项' }).click();
    await page.getByLabel('事由').selectOption({ label: '交办单' });
    await page.waitForURL(/occasion=dispatch/);
    await page.locator('tbody td:nth-child(2)', { hasNotText: '交办单' }).first().waitFor({ state: 'detached' });
    await page.locator('tbody tr').nth(2).waitFor();
    expect(new Set(await page.locator('tbody tr td:nth-child(2)').allInnerTexts())).toEqual(new Set(['交办单']));
    await page.context().close();
  });
});
