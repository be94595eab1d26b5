/** 总览 of an office that keeps citizens' matters: what became of each clock, each number a link to exactly its matters. */
import type { Command } from '../../domain/commands';
import { instantAt } from '../../domain/time';
import { ask } from './office';
import { inBrowser, look, lookLarge } from './support';

interface List { readonly items: readonly { readonly title: string }[] }
const MATTERS = 24;
const UNITS = ['sjj', 'czj', 'fgw'] as const;
const classOf = (index: number): string => (index % 12 === 11 ? 'enquiry' : 'complaint');

inBrowser('the clocks on 总览', (stage) => {
  beforeAll(async () => {
    const { world } = stage;
    await world.register({ title: '编制政务数据目录' });
    await world.switchOn('三个第一时间');
  });

  it('are not spoken of where no matter has any', async () => {
    const page = await stage.open('/overview', { as: 'spo' });
    const answered = page.waitForResponse((response) => response.url().includes('/api/clocks'));
    await page.reload();
    await answered;
    await page.getByText('每个数字点开就是那几项').waitFor();
    expect(await page.getByRole('heading', { name: '各项时限办得怎样' }).count()).toBe(0);
    await page.context().close();
  });

  it('tell how many met them, how long they took and of how many that is; a figure lists its matters', async () => {
    const { world } = stage;
    const ids = await Promise.all(Array.from({ length: MATTERS }, async (_, index) => world.register({
      title: `来件${String(index + 1).padStart(2, '0')}：路面破损`, pack: '三个第一时间', matterClass: classOf(index), arrivedAt: instantAt('2026-03-01', `${String(8 + (index % 12)).padStart(2, '0')}:10`),
      lead: UNITS[index % 3], due: '2026-04-30',
    })));
    const act = async (from: number, to: number, command: (unit: string) => Command): Promise<void> => {
      for (const [index, id] of ids.entries()) if (index >= from && index < to) await world.act(id, command(UNITS[index % 3]!), `h-${UNITS[index % 3]!}`);
    };
    await act(0, 20, (unit) => ({ name: 'sign', unit }));
    for (const [day, from, to] of [['2026-03-03', 0, 6], ['2026-03-05', 6, 12], ['2026-03-11', 12, 18]] as const) {
      await world.until(day, '10:00');
      await act(from, to, (unit) => ({ name: 'report', unit, line: '已现场查看并答复来件人' }));
    }
    for (const index of [0, 1, 2]) {
      await world.handIn(ids[index]!, `h-${UNITS[index]!}`);
      await world.act(ids[index]!, { name: 'review', result: 'accepted', text: '同意办结' }, 'rev');
    }
    await world.until('2026-03-18', '10:00');

    const page = await stage.open('/overview', { as: 'spo' });
    await page.getByRole('heading', { name: '各项时限办得怎样' }).waitFor();
    expect(await look(page, 'overview-clocks')).toEqual([]);
    expect(await lookLarge(page, 'overview-clocks')).toEqual([]);
    // Two enquiries, one of which nobody signed for; too few for any percentile but the longest.
    const cells = await page.getByRole('row', { name: /^签收 咨询/ }).locator('td').allInnerTexts();
    // A link says what it counts to who does not see the table, then the number.
    expect(cells.map((cell) => cell.split('\n').at(-1))).toEqual(['咨询', '1个工作日', '2', '1', '0', '0', '1', '1', '—', '—', '—', '当日']);
    const missed = page.getByRole('link', { name: '投诉求助签收超时未完成' });
    const told = Number((await missed.innerText()).replace(/\D/g, ''));
    const query = (await missed.getAttribute('href'))?.split('?')[1] ?? '';
    const { items } = await ask<List>(world, 'GET', `/api/commitments?limit=200&${query}`);
    expect(told).toBe(items.length);
    await missed.click();
    await page.waitForURL(/\/ledger\?/);
    await page.getByText('签收（1个工作日），超时未完成').waitFor();
    const rows = page.locator('tr.row');
    await rows.first().waitFor();
    expect((await rows.locator('.c-title').allInnerTexts()).sort()).toEqual(items.map(({ title }) => title).sort());
    expect(await look(page, 'ledger-clock')).toEqual([]);
    await page.goBack();
    await page.getByRole('button', { name: '限定单位、立项日期' }).click();
    await page.getByRole('combobox', { name: '单位' }).fill('财政');
    await page.getByRole('option', { name: '市财政局' }).click();
    const owed = page.getByRole('link', { name: '投诉求助转办应办' });
    // Not by a function: the page's policy keeps whoever asks again from making one of a text.
    await page.locator('.clocks .figure[href*="czj"]').first().waitFor();
    expect((await owed.innerText()).replace(/\D/g, '')).toBe('8');
    expect(await look(page, 'overview-clocks-unit')).toEqual([]);
    await page.context().close();
    expect(stage.faults).toEqual([]);
  });
});
