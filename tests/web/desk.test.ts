/** Two people at one draft; a reviewer who returns, then accepts. In a real browser. */
import type { Page } from 'playwright-core';
import { eventually } from '../support/world';
import { inBrowser, look } from './support';

inBrowser('the desk', (stage) => {
  it('tells the second of two people who changed the draft before, and takes a change back', async () => {
    const { world } = stage;
    const imported = await fetch(`${world.url}/api/sources`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'two-people' },
      body: JSON.stringify({ title: '专题会纪要', kind: 'minutes', date: '2026-03-02', text: '市发展改革委要在5月底前建立重点项目库。市财政局要在6月底前制定资金管理办法。' }),
    });
    const { id } = await imported.json() as { id: string };
    const draftOf = async () => {
      const { sentences } = await (await fetch(`${world.url}/api/sources/${id}`)).json() as { sentences: { drafts: { title: { value: string }; acceptance: { value: string[]; provenance: { by: { name: string } } } | null }[] }[] };
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
