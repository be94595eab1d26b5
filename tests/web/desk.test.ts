/** The registrar's whole way by keyboard alone; two people at one draft; a reviewer who returns, then accepts. In a real browser. */
import type { Page } from 'playwright-core';
import { eventually } from '../support/world';
import { inBrowser, look } from './support';

const SPEECH = `在全市数字政府建设工作会议上的讲话
（2026年3月2日）

一、夯实数据底座
过去一年，全市归集公共数据*亿条。由市数据局牵头，市财政局配合，4月底前编制公共数据资源目录，收录目录不少于300条。市财政局要在3月底前公布运维费用定额标准。

二、管好项目
数据多跑一步，群众就少跑一趟。市发展改革委要建立项目联审制度，每月召开一次联审会议。`;

/** What the focused element is called: for the hands of somebody who only has a keyboard. */
const focused = (page: Page): Promise<string> => page.evaluate<string>(`(() => {
  const el = document.activeElement;
  if (!el?.matches('button, a, input, textarea, select')) return '';
  return el.getAttribute('aria-label') ?? el.labels?.[0]?.innerText ?? el.innerText;
})()`);
/** An open list takes the first Esc, the field the second. */
const leave = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
};
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let presses = 0; presses < 80; presses += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key never came to ${String(name)}`);
};

inBrowser('the desk', (stage) => {
  it('leads from a pasted speech to registered tasks by keyboard alone', async () => {
    const page = await stage.open('/');
    await page.waitForURL(/\/import$/);
    await page.getByRole('heading', { name: '从一篇讲话开始' }).waitFor();
    expect(await look(page, 'import')).toEqual([]);
    await tabTo(page, /^全文/);
    await page.keyboard.insertText(SPEECH);
    await tabTo(page, /^标题/);
    expect(await page.getByLabel('标题').inputValue()).toBe('在全市数字政府建设工作会议上的讲话');
    await tabTo(page, /^逐句读出要办的事/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/drafts\/\w+$/);
    const lacking = page.locator('article .lack');
    await lacking.first().waitFor();
    expect(await look(page, 'desk')).toEqual([]);

    const filled: string[] = [];
    while (await lacking.count() > 0) {
      if (filled.length > 20) throw new Error(`still lacking after ${filled.join('、')}`);
      const had = await page.locator('article .ok').allInnerTexts();
      await leave(page);
      await page.keyboard.press('n');
      await eventually('a missing field to be in hand', () => page.evaluate<boolean>(`document.activeElement.closest('[data-lacking]') !== null`));
      const field = await focused(page);
      filled.push(field);
      if (field === '验收标准') await page.keyboard.type('印发文件');
      else if (field.endsWith('日期') || field.endsWith('期限')) {
        await page.keyboard.type('2026-06-15');
        await page.keyboard.press('Enter');
      } else {
        await page.keyboard.type(field === '分管领导' ? 'fgld' : 'ssjj');
        await page.locator('.el-select-dropdown__item.is-hovering').filter({ visible: true }).waitFor();
        await page.keyboard.press('Enter');
      }
      await page.keyboard.press('Tab');
      await eventually(`${field} kept`, async () => JSON.stringify(await page.locator('article .ok').allInnerTexts()) !== JSON.stringify(had));
    }
    expect(filled).toContain('验收标准');
    const count = await page.locator('article').count();
    expect(count).toBeGreaterThanOrEqual(3);
    await leave(page);
    await tabTo(page, new RegExp(`^立项${count}项`));
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await eventually('the question to be in hand', () => page.evaluate<boolean>(`document.activeElement.closest('[role="dialog"]') !== null`));
    await tabTo(page, new RegExp(`^立项${count}项`));
    await page.keyboard.press('Enter');
    await page.getByText(`已立项${count}项，看台账`).waitFor();
    const { items } = await (await fetch(`${stage.world.url}/api/commitments`, { headers: await stage.world.as('registrar') })).json() as { items: { number: string | null; quote?: string }[] };
    expect(items).toHaveLength(count);
    expect(await look(page, 'desk-registered')).toEqual([]);
  });

  it('tells the second of two people who changed the draft before, and takes a change back', async () => {
    const { world } = stage;
    const imported = await fetch(`${world.url}/api/sources`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'two-people', ...(await world.as('registrar')) },
      body: JSON.stringify({ title: '专题会纪要', kind: 'minutes', date: '2026-03-02', text: '市发展改革委要在5月底前建立重点项目库。市财政局要在6月底前制定资金管理办法。' }),
    });
    const { id } = await imported.json() as { id: string };
    const draftOf = async () => {
      const { sentences } = await (await fetch(`${world.url}/api/sources/${id}`, { headers: await world.as('registrar') })).json() as { sentences: { drafts: { title: { value: string }; acceptance: { value: string[]; provenance: { by: { name: string } } } | null }[] }[] };
      return sentences[0]?.drafts[0];
    };
    const [first, second] = [await stage.open(`/drafts/${id}`, { as: 'reg' }), await stage.open(`/drafts/${id}`, { as: 'zhang' })];
    for (const page of [first, second]) await page.getByLabel('验收标准').waitFor();
    await second.getByLabel('验收标准').fill('项目库上线');
    await first.getByLabel('验收标准').fill('项目库印发');
    await first.keyboard.press('Tab');
    const by = await eventually('the first one kept', async () => (await draftOf())?.acceptance?.provenance.by.name);
    await second.keyboard.press('Tab');
    const told = second.getByRole('alert').filter({ hasText: '刚改过这一项' });
    await told.waitFor();
    expect(await told.innerText()).toContain(`${by}刚改过这一项`);
    expect(await told.innerText()).toContain('项目库印发');
    expect((await draftOf())?.acceptance?.value).toEqual(['项目库印发']);
    await told.getByRole('button', { name: '按我的改' }).click();
    await eventually('the second one kept', async () => (await draftOf())?.acceptance?.value[0] === '项目库上线');
    await second.getByRole('button', { name: '撤销' }).click();
    await eventually('the first one back, as it was', async () => (await draftOf())?.acceptance?.value[0] === '项目库印发');
    expect((await draftOf())?.acceptance?.provenance.by.name).toBe(by);
  });

  it('lets a reviewer return a closure, and accept it when it comes again', async () => {
    const { world } = stage;
    const id = await world.register({ title: '制定数据共享管理办法' });
    await world.act(id, { name: 'sign', unit: 'sjj' }, 'h-sjj');
    await world.handIn(id, 'h-sjj');
    const page = await stage.open(`/commitments/${id}`, { as: 'rev' });
    const give = async (fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>): Promise<void> => {
      await page.getByRole('button', { name: '审核', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await fill(dialog);
      await dialog.getByRole('button', { name: '审核', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await give(async (dialog) => {
      await dialog.getByLabel('结论').selectOption('returned');
      await dialog.getByLabel('退回原因').selectOption('evidenceLacking');
      await dialog.getByLabel('审核意见').fill('请附印发件');
    });
    await page.getByText('审核退回（佐证不足）').waitFor();
    expect(await page.getByRole('button', { name: '审核', exact: true }).count()).toBe(0);
    expect(await look(page, 'commitment')).toEqual([]);
    await world.handIn(id, 'h-sjj');
    await give(async (dialog) => {
      await dialog.getByLabel('结论').selectOption('accepted');
      await dialog.getByLabel('审核意见').fill('同意办结');
    });
    await page.locator('header.title').getByText('办结').first().waitFor();
    expect((await world.state(id)).status).toBe('CLOSED');
  });
});
