/** From an empty store to the first speech in a real browser: the system administrator follows the guide, then the registrar comes. */
import type { Page } from 'playwright-core';
import { firstAccount } from '../../api/accounts.routes';
import { inBrowser, look } from './support';

const NEW_PASSWORD = 'Qing-shan-lv-shui-2026';
const enter = async (page: Page, account: string, password: string): Promise<void> => {
  await page.getByLabel('账号', { exact: true }).fill(account);
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByLabel('新口令', { exact: true }).fill(NEW_PASSWORD);
  await page.getByLabel('再输一次').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: '更换并进入' }).click();
};
const steps = (page: Page): Promise<string[]> => page.locator('ol h2').allTextContents();

inBrowser('an empty office', (stage) => {
  it('leads the system administrator from nothing to a registrar’s account', async () => {
    const { office } = stage.world;
    await office.stores.organisation.importAll({ units: [], posts: [], people: [], holdings: [] });
    const first = await firstAccount(office);
    const page = await stage.open('/', { as: null });
    await enter(page, first?.account ?? '', first?.password ?? '');
    await page.waitForURL(/\/start$/);
    await page.getByText('还没有单位').waitFor();
    expect(await steps(page)).toEqual(['机构，未完成', '岗位和人员，未完成', '账号，未完成', '讲话，未完成']);
    expect(await page.getByText('由督查员登录后办理').count()).toBe(1);
    expect(await look(page, 'start')).toEqual([]);

    await page.getByRole('link', { name: '导入机构' }).click();
    await page.getByRole('button', { name: '填入示例' }).click();
    await page.getByRole('button', { name: /导入这\d+处/ }).click();
    await page.getByRole('button', { name: '修改临川市数据局', exact: true }).waitFor();
    expect(await look(page, 'organisation-example')).toEqual([]);
    await page.goto('/start');
    await page.getByText('各类岗位都有人').waitFor();
    expect(await steps(page)).toEqual(['机构，已完成', '岗位和人员，已完成', '账号，未完成', '讲话，未完成']);

    await page.getByRole('link', { name: '新建账号' }).click();
    const { people } = (await office.stores.organisation.whole()).organisation;
    const { holdings } = (await office.stores.organisation.whole()).organisation;
    const registrar = holdings.find(({ post }) => post === 'registrar')?.person ?? '';
    await page.getByLabel('账号', { exact: true }).fill('ducha');
    await page.getByLabel('姓名').fill(people.find(({ id }) => id === registrar)?.name ?? '');
    await page.getByLabel(/^人员编号/).fill(registrar);
    await page.getByRole('button', { name: '新建' }).click();
    const password = await page.locator('.once code').innerText();
    await page.goto('/');
    await page.waitForURL(/\/start$/);
    await page.getByText('督查员账号1个').waitFor();
    expect(await look(page, 'start-accounts')).toEqual([]);
    await page.context().close();

    const own = await stage.open('/', { as: null });
    await enter(own, 'ducha', password);
    await own.waitForURL(/\/import$/);
    await own.getByRole('button', { name: '填入示例' }).click();
    await own.getByRole('button', { name: '逐句读出要办的事' }).click();
    await own.waitForURL(/\/drafts\/\w+$/);
    await own.locator('article .lack').first().waitFor();
    await own.goto('/');
    await own.waitForURL(/\/overview$/);
    await own.context().close();
  });

  it('names the holder who would stay in office beside a successor, shows what was and what will be, and takes back what was entered by mistake', async () => {
    const page = await stage.open('/organisation', { as: 'chief' });
    await page.getByRole('button', { name: '导入' }).click();
    const rows = ['单位编号,单位简称,岗位类别,人员编号,姓名,任职日期', 'czj,财局,承办人,xin,辛来,2026-03-09'];
    await page.getByLabel('表格文件').setInputFiles({ name: '机构.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
    const still = page.getByRole('checkbox', { name: /原任.+仍在任（辛来3月9日/ });
    await still.waitFor();
    await still.check();
    const told = page.getByRole('table', { name: '改动的内容' });
    await told.getByText('3月8日（周日）').waitFor();
    expect((await told.locator('tbody tr').allInnerTexts()).map((row) => row.split('\t').slice(-2))).toEqual([['简称　财政局', '财局'], ['离任日期　在任', '3月8日（周日）']]);
    expect(await look(page, 'organisation-successor')).toEqual([]);
    await page.getByRole('button', { name: /导入这\d+处/ }).click();
    const remove = page.getByRole('button', { name: /^删除辛来任/ });
    await remove.click();
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
    await remove.waitFor({ state: 'detached' });

    // A post of the office itself, and a unit that is closed: from then on it is offered nowhere.
    await page.locator('tr.unit', { hasText: '不属承办单位的岗位' }).getByRole('button', { name: '新增岗位' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('编号').waitFor();
    expect(await dialog.getByLabel('类别').locator('option').allInnerTexts()).toEqual(['督查室', '分管领导', '审核人']);
    await dialog.getByLabel('编号').fill('reviewer2');
    await dialog.getByLabel('名称').fill('第二审核人');
    await dialog.getByLabel('类别').selectOption('reviewer');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '修改岗位第二审核人' }).waitFor();
    await page.getByRole('button', { name: '修改临川市12345热线中心' }).click();
    await dialog.getByLabel('撤销日期').fill('2026-03-01');
    await dialog.getByLabel('撤销日期').press('Enter');
    expect(await look(page, 'organisation-close')).toEqual([]);
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('2026年3月1日已撤销').waitFor();
    expect(await look(page, 'organisation-closed')).toEqual([]);
  });
});
