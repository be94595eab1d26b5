/** The 台账 worked with: read on while the office changes, narrowed down, kept as a view, taken along, and one command for many. In a real browser. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { strFromU8, unzipSync } from 'fflate';
import { eventually } from '../support/world';
import { ask, livelyOffice, longSpeech } from './office';
import { inBrowser, look, lookLarge, screen } from './support';

interface List { readonly items: readonly { readonly id: string; readonly title: string }[] }

const titles = (page: Page): Promise<string[]> => page.locator('tr.row .c-title a').allInnerTexts();
/** Id and place of the row that is highest in sight. */
const topRow = (page: Page) => page.evaluate<{ id: string; top: number }>(`(() => {
  const row = [...document.querySelectorAll('tr[data-id]')].find((one) => one.getBoundingClientRect().top >= 40);
  return { id: row.dataset.id, top: Math.round(row.getBoundingClientRect().top) };
})()`);
const placeOf = (page: Page, id: string) => page.evaluate<number>(`Math.round(document.querySelector('tr[data-id="${id}"]')?.getBoundingClientRect().top ?? -1)`);

inBrowser('the ledger', (stage) => {
  const listed = async (query: string): Promise<string[]> => (await ask<List>(stage.world, 'GET', `/api/commitments?limit=200&sort=light&${query}`)).items.map(({ title }) => title);
  beforeAll(async () => {
    await livelyOffice(stage.world);
  });

  it('is narrowed down by controls that have names, with the keyboard alone, and says what it is narrowed to where it lists nothing', async () => {
    const page = await stage.open('/ledger?sort=light');
    await page.locator('tr.row').first().waitFor();
    const lead = page.getByRole('button', { name: /^牵头单位/ });
    expect(await lead.innerText()).toBe('牵头单位：全部');
    await lead.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const group = page.getByRole('group', { name: '牵头单位' });
    for (let presses = 0; (await page.evaluate<string>('document.activeElement.innerText')) !== '市财政局' && presses < 5; presses += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/lead=czj/);
    expect(await look(page, 'ledger-filter')).toEqual([]);
    expect(await lookLarge(page, 'ledger-filter')).toEqual([]);
    // However many columns and however large the text: the title is what the rest is read by.
    await page.getByRole('button', { name: '大字' }).dispatchEvent('click');
    expect((await page.locator('th.c-title').boundingBox())?.width).toBeGreaterThan(240);
    await page.getByRole('button', { name: '大字' }).dispatchEvent('click');
    await page.keyboard.press('Escape');
    await group.waitFor({ state: 'detached' });
    expect(await page.evaluate<string>('document.activeElement.innerText')).toBe('牵头单位：市财政局');
    await eventually('only that unit’s rows', async () => JSON.stringify(await titles(page)) === JSON.stringify(await listed('lead=czj')));

    await page.getByRole('button', { name: /^状态/ }).click();
    await page.getByRole('checkbox', { name: '已办结' }).check();
    await page.waitForURL(/status=CLOSED/);
    await eventually('only those done', async () => JSON.stringify(await titles(page)) === JSON.stringify(await listed('lead=czj&status=CLOSED')));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '不限状态' }).click();
    await page.getByRole('button', { name: /^期限/ }).click();
    await page.getByRole('button', { name: '已过期限' }).click();
    await page.waitForURL(/overdueFrom=1/);
    await eventually('only those past their date', async () => JSON.stringify(await titles(page)) === JSON.stringify(await listed('lead=czj&overdueFrom=1')));
    await page.keyboard.press('Escape');

    await page.goto('/ledger?lead=czj&sponsor=sponsor-a&source=speech-1&status=TERMINATED&kind=target');
    await page.getByText('没有符合条件的事项').waitFor();
    for (const words of ['牵头单位：市财政局', '分管领导：分管领导', '来源：在市委五届十二次全会上的交流发言', '状态：已终止', '类别：指标']) await page.locator('.filter', { hasText: words }).waitFor();
    // The search field goes with the address, whatever is looked for.
    await page.goto('/ledger?find=1');
    expect(await page.getByRole('searchbox').inputValue()).toBe('1');
    await page.goto('/ledger?sort=light');
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    await page.context().close();
  });

  it('tells what ended without being done from what was done, here as on the page of the speech', async () => {
    const { items } = await ask<{ items: { id: string; title: string }[] }>(stage.world, 'GET', '/api/commitments?colour=paused&limit=1');
    const [{ id, title } = { id: '', title: '' }] = items;
    await stage.world.act(id, { name: 'notPursue', reason: '与上级部署合并办理' }, 'reg');
    const page = await stage.open('/ledger?sort=light');
    const only = (name: string) => page.getByRole('group', { name: '灯', exact: true }).getByRole('button', { name });
    await only('不再办理').click();
    await eventually('only what was dropped', async () => JSON.stringify(await titles(page)) === JSON.stringify([title]));
    expect(await page.locator('tr.row .c-light').innerText()).toBe('不再推进');
    await only('不再办理').click();
    await only('办结').click();
    await eventually('only what was done', async () => JSON.stringify(await titles(page)) === JSON.stringify(await listed('status=CLOSED,WRITTEN_OFF')));
    expect(await titles(page)).toHaveLength(2);

    await page.goto('/speeches/speech-1');
    const sieve = page.getByRole('group', { name: '筛选' });
    await sieve.getByText('不再办理').waitFor();
    const footnotes = () => page.evaluate<string[]>(`[...document.querySelectorAll('sup .lt')].map((one) => one.dataset.l).sort()`);
    const { items: lights } = await ask<{ items: { light: { colour: string } }[] }>(stage.world, 'GET', '/api/sources/speech-1/lights');
    await eventually('each footnote in its class', async () => JSON.stringify(await footnotes()) === JSON.stringify(lights.map(({ light }) => light.colour).sort()));
    expect((await footnotes()).filter((one) => one === 'dropped')).toHaveLength(1);
    expect(await look(page, 'speech-dropped')).toEqual([]);
    await page.context().close();
  });

  it('tells of a day gone by only what that day knew', async () => {
    const page = await stage.open('/ledger?asOf=2026-03-16&sort=light');
    await page.locator('tr.row').first().waitFor();
    expect(await page.locator('thead').innerText()).not.toMatch(/最近一句|进度|层级/);
    await page.getByText('只有今天的，不列').waitFor();
    const { items } = await ask<{ items: { lastWord: unknown; level: unknown; progress: { actual: unknown } }[] }>(stage.world, 'GET', '/api/commitments?asOf=2026-03-16');
    expect(items.every(({ lastWord, level, progress }) => lastWord === null && level === null && progress.actual === null)).toBe(true);
    await page.context().close();
  });

  it('gives one command to those that were chosen by key, after showing what it would do', async () => {
    const page = await stage.open('/ledger?status=IN_PROGRESS&sort=due');
    await page.locator('tr.row').nth(2).waitFor();
    const chosen = await page.evaluate<string[]>(`[...document.querySelectorAll('tr[data-id]')].slice(0, 2).map((row) => row.dataset.id)`);
    for (const key of ['x', 'j', 'x']) await page.keyboard.press(key);
    await page.getByText('已选2项').waitFor();
    await page.getByRole('button', { name: '批示', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('批示领导').fill('李副市长');
    await dialog.getByLabel('批示内容').fill('请倒排工期');
    await dialog.getByRole('button', { name: '先看结果' }).click();
    await dialog.getByText('2项可以批示').waitFor();
    for (const id of chosen) expect((await stage.world.state(id)).instructions.count).toBe(0);
    expect(await look(page, 'ledger-bulk')).toEqual([]);
    await dialog.getByRole('button', { name: '批示2项' }).click();
    await dialog.getByText('已办').nth(1).waitFor();
    for (const id of chosen) await eventually('the instruction in the projection', async () => (await stage.world.state(id)).instructions.last !== null);
    for (const id of chosen) expect((await stage.world.state(id)).instructions.last).toMatchObject({ leader: '李副市长', text: '请倒排工期' });
    await page.context().close();
  });

  it('keeps the columns that were chosen and a view under its name, says why one is refused, and is taken along as it is seen', async () => {
    const page = await stage.open('/ledger?colour=red&sort=light');
    await page.locator('tr.row').first().waitFor();
    await page.getByRole('button', { name: '选列' }).click();
    await page.getByRole('checkbox', { name: '最近一句' }).uncheck();
    await page.getByRole('checkbox', { name: '原定期限' }).check();
    await page.goto('/overview');
    await page.goto('/ledger?colour=red&sort=light');
    await page.locator('tr.row').first().waitFor();
    const heads = (await page.locator('thead th').allInnerTexts()).slice(1).map((head) => head.replace(/ [↑↓]$/, ''));
    expect(heads).toContain('原定期限');
    expect(heads).not.toContain('最近一句');

    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^导出Excel/ }).click()]);
    expect(file.suggestedFilename()).toBe('台账-2026-03-30.xlsx');
    const sheet = strFromU8(unzipSync(readFileSync(await file.path()))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const cells = [...sheet.matchAll(/<row r="1">(.*?)<\/row>/g)].flatMap(([, row = '']) => [...row.matchAll(/<t [^>]*>([^<]*)<\/t>/g)].map(([, text]) => text));
    expect(cells).toEqual(heads.flatMap((head) => (head === '进度｜序时' ? ['进度（%）', '序时（%）'] : [head])));

    await page.getByRole('button', { name: '存为视图' }).click();
    await page.getByLabel('视图名称').fill('亮红灯的');
    await page.getByRole('button', { name: '保存' }).click();
    const view = page.getByRole('navigation', { name: '视图' }).getByRole('link', { name: '亮红灯的' });
    await view.waitFor();
    await page.goto('/ledger');
    await view.click();
    await page.waitForURL(/colour=red/);
    await page.getByRole('button', { name: '删去视图亮红灯的' }).click();
    await page.getByRole('dialog').getByText('事项不变').waitFor();
    expect(await look(page, 'confirm')).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '删去' }).click();
    await view.waitFor({ state: 'detached' });

    for (let number = 0; number < 50; number += 1) await ask(stage.world, 'PUT', '/api/views', { name: `视图${number}`, query: 'sort=light', columns: [] }, await stage.world.as('reg'));
    await page.getByRole('button', { name: '存为视图' }).click();
    await page.getByLabel('视图名称').fill('第五十一个');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('alert').getByText('每人至多50个视图').waitFor();
    expect(await page.getByLabel('视图名称').inputValue()).toBe('第五十一个');
    await page.context().close();
  });

  it('stays where its reader is while the office goes on, and catches up after the net was cut', async () => {
    const { world } = stage;
    await longSpeech(world, 'long', 500);
    const page = await stage.open('/ledger?sort=due');
    const total = page.locator('.foot');
    await total.getByText('已列100项').waitFor();
    await page.keyboard.press('j');
    for (let screens = 0; screens < 30 && !/已列(2|3)\d\d项/.test(await total.innerText()); screens += 1) {
      await page.mouse.move(700, 500);
      await page.mouse.wheel(0, 600);
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    }
    const shown = (): Promise<number> => total.innerText().then((text) => Number(/共(\d+)项/.exec(text)?.[1]));
    const [rows, all] = [Number(/已列(\d+)项/.exec(await total.innerText())?.[1]), await shown()];
    expect(rows).toBeGreaterThanOrEqual(200);
    await page.locator('tr.row .c-lead').nth(20).click();
    const here = await page.evaluate<string>(`document.querySelector('tr.here').dataset.id`);
    const top = await topRow(page);
    // Due before all others: it comes in above what is read.
    await world.register({ title: '先办的一件', due: '2026-03-31' });
    await eventually('the list to know of it', async () => (await shown()) === all + 1);
    expect(await placeOf(page, top.id)).toBe(top.top);
    expect(await page.evaluate<string>(`document.querySelector('tr.here').dataset.id`)).toBe(here);
    expect(Number(/已列(\d+)项/.exec(await total.innerText())?.[1])).toBeGreaterThanOrEqual(rows);

    await page.context().setOffline(true);
    await world.register({ title: '断网时立项的一件', due: '2026-03-31' });
    await page.getByText('已断开，显示的是').waitFor();
    await page.context().setOffline(false);
    await eventually('the list to have caught up', async () => (await shown()) === all + 2);
    expect(await placeOf(page, top.id)).toBe(top.top);

    // Of a list too long to be read again at every change, what has come in is told, and shown when it is asked for.
    for (let screens = 0; screens < 80 && !/已列5\d\d项/.test(await total.innerText()); screens += 1) {
      await page.mouse.wheel(0, 1_200);
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    }
    let y = -1;
    await eventually('the scroll to have ended', async () => y === (y = await page.evaluate<number>('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY))))')));
    const deep = await topRow(page);
    await world.register({ title: '又一件先办的', due: '2026-03-31' });
    const come = page.getByRole('button', { name: '有1项新列入，刷新查看' });
    await come.waitFor();
    expect(await placeOf(page, deep.id)).toBe(deep.top);
    await page.screenshot({ path: screen('ledger-come') });
    await come.click();
    await page.getByRole('link', { name: '又一件先办的' }).waitFor();
    await come.waitFor({ state: 'detached' });
    expect(await page.locator('tr.here .c-title').innerText()).toBe('又一件先办的');

    // As many as a command takes are chosen at once, and let go again.
    const every = page.locator('thead').getByRole('checkbox');
    await every.check();
    await page.getByText('已选200项').waitFor();
    await every.uncheck();
    await page.getByText(/已选\d+项/).waitFor({ state: 'detached' });
    await page.context().close();
  });
});
