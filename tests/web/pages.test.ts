/** What is on the pages is what the API says, in a real browser. */
import { inBrowser, look } from './support';

inBrowser('the overview', (stage) => {
  it('leads from a figure to exactly its items', async () => {
    const { world } = stage;
    const late = await world.register({ title: '报送重要数据目录', due: '2026-03-04' });
    await world.register({ title: '建立新增报表会审制度', due: '2026-03-10', lead: 'czj' });
    await world.register({ title: '整合视频会议系统', due: '2026-06-15', lead: 'fgw' });
    await world.act(late, { name: 'sign', unit: 'sjj' });
    await world.until('2026-03-09');

    const page = await stage.open('/overview');
    const red = page.locator('h1').getByRole('link', { name: /项逾期$/ });
    await red.waitFor();
    expect(await look(page, 'overview')).toEqual([]);
    const told = Number(/(\d+)项/.exec(await red.innerText())?.[1]);
    // The words of a link may stand on two lines, and its middle on neither.
    await red.locator('.lt').click();
    await page.waitForURL(/\/ledger\?/);
    const rows = page.locator('tr.row');
    await rows.first().waitFor();
    const { items } = await (await fetch(`${world.url}/api/commitments?colour=red`, { headers: await world.as('registrar') })).json() as { items: { title: string }[] };
    expect(told).toBe(items.length);
    expect(await rows.locator('.c-title').allInnerTexts()).toEqual(items.map(({ title }) => title));
    expect(await look(page, 'ledger')).toEqual([]);
  });
});
