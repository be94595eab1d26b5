/** What an office sets for itself, in a real browser: who holds which post, who may log in, by which rules and on which days it works, and who looked at what. */
import type { Page } from 'playwright-core';
import { newAccount } from '../../api/accounts.routes';
import { ask, livelyOffice } from './office';
import { inBrowser, look, lookLarge } from './support';

inBrowser('the pages on which an office sets its own ways', (stage) => {
  let ids: string[] = [];
  let page: Page;
  beforeAll(async () => {
    ids = await livelyOffice(stage.world);
    page = await stage.open('/organisation');
  });

  it('show who holds which post, tell of a table what is wrong row by row, and take it in once it is mended', async () => {
    await page.goto('/organisation');
    await page.getByRole('button', { name: '导入' }).click();
    const table = (rows: readonly string[]) => ({ name: '机构.csv', mimeType: 'text/csv', buffer: Buffer.from(['单位编号,单位名称,岗位编号,岗位类别,岗位名称,人员编号,姓名,邮箱,任职日期,离任日期', ...rows].join('\n')) });
    await page.getByLabel('表格文件').setInputFiles(table(['jtj,市交通运输局,h-jtj,承办人,综合科,sun,孙晓,sun@,2026-03-01,', 'jtj,市交通运输局,u-jtj,局长,局长,,,,,']));
    await page.getByText('有2处问题').waitFor();
    const faults = await page.getByRole('table', { name: '逐行的问题' }).locator('tbody tr').allInnerTexts();
    expect(faults.map((row) => row.split('\t').slice(0, 2))).toEqual([['2', '邮箱'], ['3', '岗位类别']]);
    expect(await look(page, 'organisation-faults')).toEqual([]);
    await page.getByLabel('表格文件').setInputFiles(table(['jtj,市交通运输局,h-jtj,承办人,综合科,sun,孙晓,sun@example.cn,2026-03-01,']));
    await page.getByRole('button', { name: /导入这\d+处/ }).click();
    await page.getByRole('button', { name: '修改人员孙晓' }).waitFor();
    // A deputy for some days: the mails go there, and back by themselves.
    const row = page.locator('tr', { has: page.getByRole('button', { name: '修改岗位综合科', exact: true }) });
    await row.getByRole('button', { name: '任职' }).click();
    const dialog = page.getByRole('dialog');
    const other = await dialog.getByLabel('人员', { exact: true }).locator('option').nth(1).getAttribute('value') ?? '';
    await dialog.getByLabel('人员', { exact: true }).selectOption(other);
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { people } = await ask<{ people: { id: string; holdings: { post: string; from: string; to: string | null }[] }[] }>(stage.world, 'GET', '/api/organisation/people');
    const held = people.flatMap(({ id, holdings }) => holdings.filter(({ post }) => post === 'h-jtj').map(({ from, to }) => [id, from, to]));
    expect(held.sort()).toEqual([[other, '2026-03-30', null], ['sun', '2026-03-01', '2026-03-29']].sort());
    expect(await look(page, 'organisation')).toEqual([]);
  });

  it('show the audit administrator alone who looked at what', async () => {
    const own = await stage.open('/audit', { as: 'auditAdmin' });
    await own.locator('tbody tr').first().waitFor();
    expect(await own.locator('nav[aria-label="主导航"]').innerText()).toContain('审计');
    expect(await look(own, 'audit')).toEqual([]);
    await own.context().close();
    expect(await page.locator('nav[aria-label="主导航"]').innerText()).not.toContain('审计');
  });

  it('let somebody in by a one-time password that must be changed first, who then makes an account and tells it once', async () => {
    const { world } = stage;
    const { account, password } = await newAccount({ _id: 'xitong', person: 'xitong', name: '郑系统', roles: ['systemAdmin'] });
    await world.office.stores.accounts.insert(account);
    const own = await stage.open('/accounts', { as: null });
    await own.waitForURL(/\/login\?next=/);
    await own.getByLabel('账号').fill('xitong');
    await own.getByLabel('口令').fill('不是这个');
    await own.getByRole('button', { name: '登录' }).click();
    await own.getByRole('alert').waitFor();
    expect(await own.getByLabel('口令').inputValue()).toBe('');
    expect(await own.getByRole('link', { name: '用统一身份认证登录' }).getAttribute('href')).toBe('/api/oidc/start?next=%2Faccounts');
    expect(await look(own, 'login')).toEqual([]);
    await own.getByLabel('口令').fill(password);
    await own.getByRole('button', { name: '登录' }).click();
    await own.getByRole('heading', { name: '设置新口令' }).waitFor();
    await own.getByLabel('新口令', { exact: true }).fill('password');
    await own.getByLabel('再输一次').fill('password');
    await own.getByRole('button', { name: '更换并进入' }).click();
    await own.getByText('应为12至128个字符').waitFor();
    expect(await look(own, 'login-password')).toEqual([]);
    for (const field of ['新口令', '再输一次']) await own.getByLabel(field, { exact: true }).fill('春眠不觉晓处处闻啼鸟夜来风雨声');
    await own.getByRole('button', { name: '更换并进入' }).click();
    await own.waitForURL(({ pathname }) => pathname === '/accounts');
    await own.getByLabel('账号', { exact: true }).fill('liyun');
    await own.getByLabel('姓名', { exact: true }).fill('李云');
    await own.getByRole('checkbox', { name: '审核员' }).check();
    await own.getByRole('button', { name: '新建' }).click();
    const told = await own.getByRole('status').locator('code').innerText();
    expect(await look(own, 'accounts')).toEqual([]);
    const first = await fetch(`${world.url}/api/session`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ account: 'liyun', password: told }) });
    expect(await first.json()).toMatchObject({ name: '李云', roles: ['reviewer'], passwordMustChange: true });

    await own.goto('/own');
    await own.getByText('还没有令牌').waitFor();
    await own.getByLabel('用途').fill('大屏取数');
    await own.getByLabel('权限').selectOption('read');
    await own.getByRole('button', { name: '生成令牌' }).click();
    const token = await own.getByRole('status').locator('code').innerText();
    await own.getByRole('button', { name: '吊销大屏取数' }).waitFor();
    expect(await look(own, 'own')).toEqual([]);
    const asToken = (path: string) => fetch(`${world.url}${path}`, { headers: { Authorization: `Bearer ${token}` } });
    expect((await asToken('/api/accounts')).status).toBe(200);
    await own.getByRole('button', { name: '吊销大屏取数' }).click();
    await own.getByRole('dialog').getByRole('button', { name: '吊销' }).click();
    await own.getByText('还没有令牌').waitFor();
    expect((await asToken('/api/accounts')).status).toBe(401);
    await own.context().close();
  });

  it('switch a pack on once every open value is confirmed, try it on the ledger, and move a matter to it after a preview', async () => {
    await page.goto('/rules?pack=三色督办单');
    await page.getByRole('button', { name: '启用' }).click();
    const open = page.locator('form.panel');
    expect(await open.getByRole('button').isDisabled()).toBe(true);
    for (const box of await open.getByRole('checkbox').all()) await box.check();
    await open.getByRole('button', { name: '确认并启用' }).click();
    await page.locator('h2', { hasText: '启用中' }).waitFor();
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByText(/现有\d+项在办事项若都按这一版/).waitFor();
    await page.getByRole('button', { name: '在办事项换用这一版' }).click();
    const { title } = await stage.world.state(ids[2]!);
    await page.getByRole('checkbox', { name: `选择${title}` }).check();
    await page.getByLabel('理由').fill('改按三色管理');
    expect(await look(page, 'rules-move')).toEqual([]);
    await page.getByRole('button', { name: '换用1项' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '换用' }).click();
    await page.getByText('1项已换用').waitFor();
    expect((await stage.world.state(ids[2]!)).pack.name).toBe('三色督办单');
  });

  it('tell by which dates and templates an office goes where a source names none, with the basis of each', async () => {
    await page.goto('/rules');
    await page.getByRole('link', { name: '默认时限和模板' }).click();
    await page.getByText('市级督查办法：会议议定事项未明确时限的二十日内').waitFor();
    expect(await page.getByRole('row', { name: /^制度文件/ }).innerText()).toContain('印发（须有文号）');
    expect(await look(page, 'rules-defaults')).toEqual([]);
  });

  it('let an office write its default limits anew: days as numbers, every fault at its place, what differs shown, the versions kept', async () => {
    await page.getByRole('button', { name: '默认时限另存为新版' }).click();
    const days = page.getByLabel('会议纪要：天数');
    await days.fill('二十');
    await page.getByLabel('文件：依据').fill('');
    await page.getByRole('button', { name: '核对' }).click();
    await page.getByText('有2处需要改正').waitFor();
    await page.getByText('类型不对').waitFor();
    expect([await days.getAttribute('aria-invalid'), await page.getByLabel('文件：依据').getAttribute('aria-invalid')]).toEqual(['true', 'true']);
    expect(await look(page, 'rules-defaults-faults')).toEqual([]);
    await days.fill('15');
    await page.getByLabel('文件：依据').fill('市级督查办法：文件未明确时限的三十日内');
    await page.getByRole('button', { name: '核对' }).click();
    await page.getByText('核对无误，有1条改动').waitFor();
    expect(await page.getByRole('row', { name: /^会议纪要.*20天.*15天/ }).count()).toBe(1);
    await page.getByLabel('修改的理由').fill('市里新办法改为十五日');
    await page.getByRole('button', { name: '另存为第2版' }).click();
    await page.getByText('默认时限第2版已保存').waitFor();
    await page.getByRole('row', { name: /^会议纪要 办结期限为来文或收录后15天/ }).waitFor();
    await page.getByText('各版及改动').click();
    await page.getByText(/第2版，.*修改：市里新办法改为十五日/).waitFor();
    await page.getByText('第1版，随系统带来').waitFor();
    expect(await look(page, 'rules-defaults-versions')).toEqual([]);
  });

  it('and its templates: a stage added and one moved, by whoever may edit the rules and nobody else', async () => {
    await page.getByRole('button', { name: '事项模板另存为新版' }).click();
    const paper = page.getByRole('group', { name: '制度文件' });
    await paper.getByRole('button', { name: '增加环节' }).click();
    await page.getByRole('button', { name: '核对' }).click();
    await page.getByText('有1处需要改正').waitFor();
    await paper.getByLabel('第6个环节的名称').fill('备案');
    await paper.getByRole('button', { name: '第6个环节上移' }).click();
    expect(await look(page, 'rules-templates-edit')).toEqual([]);
    expect(await lookLarge(page, 'rules-templates-edit')).toEqual([]);
    await page.getByRole('button', { name: '核对' }).click();
    await page.getByText('核对无误，有1条改动').waitFor();
    await page.getByLabel('修改的理由').fill('印发前报备案');
    await page.getByRole('button', { name: '另存为第2版' }).click();
    await page.getByRole('row', { name: /^制度文件 .*集体审议、备案、印发（须有文号）/ }).waitFor();
    const leader = await stage.open('/rules?view=defaults', { as: 'spo' });
    await leader.getByRole('row', { name: /^制度文件/ }).waitFor();
    expect(await leader.getByRole('button', { name: /另存为新版/ }).count()).toBe(0);
    await leader.context().close();
  });

  it('let an office write its own rules: a fault told at its place, what differs shown, saved as the next version', async () => {
    await page.goto('/rules?pack=标准');
    await page.getByRole('button', { name: '另存为新版' }).click();
    const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
    await row('催办').getByLabel('起算后（负数为起算前）').fill('9');
    await page.getByLabel('每个单位可以退单（次）').fill('12');
    await page.getByRole('button', { name: '核对' }).click();
    await page.getByText('过大或过多，不超过9').waitFor();
    expect(await page.getByLabel('每个单位可以退单（次）').getAttribute('aria-invalid')).toBe('true');
    await row('督办').getByText('应大于上一级的 9').waitFor();
    expect(await look(page, 'rules-edit-faults')).toEqual([]);
    await row('催办').getByLabel('起算后（负数为起算前）').fill('2');
    await page.getByLabel('每个单位可以退单（次）').fill('2');
    await page.getByRole('button', { name: '去掉提醒第1项' }).click();
    await page.getByRole('button', { name: '核对' }).click();
    await page.getByText('核对无误，有3条改动').waitFor();
    await page.getByLabel('制定或修改的理由').fill('按本局办公会意见调整');
    expect(await look(page, 'rules-edit')).toEqual([]);
    await page.getByRole('button', { name: '另存为第3版' }).click();
    await page.locator('h2', { hasText: '第3版，未启用' }).waitFor();
    const { changes } = await ask<{ changes: { label: string }[] }>(stage.world, 'GET', `/api/policies/${encodeURIComponent('标准')}/compare?from=2&to=3`);
    expect(changes.map(({ label }) => label)).toEqual(['退单', '提醒', '催办']);
  });

  it('set two versions of a pack side by side, and mark exactly the lines that differ', async () => {
    const path = `/api/policies/${encodeURIComponent('三色督办单')}`;
    const { pack } = await ask<{ pack: { light: { blueBefore: number } } }>(stage.world, 'GET', `${path}/versions/3`);
    await ask(stage.world, 'POST', `${path}/versions`, { pack: { ...pack, light: { ...pack.light, blueBefore: pack.light.blueBefore + 3 } }, base: 3, reason: '预告提前三天' });
    await page.goto('/rules?pack=三色督办单');
    await page.getByText('预告提前三天').waitFor();
    await page.getByRole('link', { name: '（对照）' }).click();
    const differ = page.locator('tr.changed');
    await differ.first().waitFor();
    const { changes } = await ask<{ changes: { label: string; from: string | null; to: string | null }[] }>(stage.world, 'GET', `${path}/compare?from=3&to=4`);
    expect(changes.length).toBeGreaterThan(0);
    const rows = await page.evaluate<string[][]>(`[...document.querySelectorAll('tr.changed')].map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.firstChild.textContent))`);
    expect(rows.sort()).toEqual(changes.map(({ label, from, to }) => [label, to ?? '没有此条', from ?? '没有此条']).sort());
    expect(await look(page, 'rules-compare')).toEqual([]);
  });

  it('take in a year of the calendar after showing what it moves, and say what cannot be read', async () => {
    await page.goto('/calendar?year=2027');
    await page.getByRole('button', { name: '导入放假安排' }).click();
    await page.getByLabel('通知的文号和日期').fill('国办发明电〔2026〕9号（2026-11-03）');
    await page.getByLabel('放假，一行一个假期').fill('元旦 1月1日至3日\n春节 二月五日');
    await page.getByText('放假“春节 二月五日”读不出').waitFor();
    await page.getByLabel('放假，一行一个假期').fill('元旦 1月1日至3日\n春节 2月5日至11日');
    await page.getByLabel('补班').fill('1月31日、2月14日');
    await page.getByRole('button', { name: '先看影响' }).click();
    await page.getByText(/\d+天改变/).waitFor();
    expect(await look(page, 'calendar-import')).toEqual([]);
    await page.getByLabel('理由').fill('放假通知公布');
    await page.getByRole('button', { name: '导入并重新计算' }).click();
    await page.getByText('依据国办发明电〔2026〕9号').waitFor();
    await page.getByText(/在办的\d+项均已按这一安排计算/).waitFor();
    const { years } = await ask<{ years: { year: number; makeUpDays: string[] }[] }>(stage.world, 'GET', '/api/calendar');
    expect(years.find(({ year }) => year === 2027)?.makeUpDays).toEqual(['2027-01-31', '2027-02-14']);
  });
}, { env: { YANXING_OIDC_ISSUER: 'http://127.0.0.1:9', YANXING_OIDC_CLIENT_ID: 'yanxing', YANXING_OIDC_CLIENT_SECRET: 'a-secret-of-the-test' } });
