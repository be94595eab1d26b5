/** What a registrar does at the desk with hands: fields that the rules need, splitting, merging, adding, leaving out, many at once, a new edition; and a matter from no text. */
import type { Page } from 'playwright-core';
import { eventually } from '../support/world';
import { ask } from './office';
import { inBrowser, look } from './support';

const SPEECH = `工作部署会讲话
（2026年3月2日）

市发展改革委要每月召开一次联审会议。
市财政局牵头，全年运维经费总体压减5%。
市数据局要在5月底前办结群众反映的停车难问题。
市数据局要在4月底前编制数据目录，同时6月底前建成共享平台。
要持续优化营商环境，让企业更有获得感。
学习的目的在于应用。`;

interface DraftShown {
  id: string; quote: string; title: { value: string }; kind: { value: string }; state: { kind: string; reason?: string; commitment?: string }; lead: { value: string } | null; template: { value: string } | null;
  acceptance: { value: string[] } | null; origin: { kind: string };
}
interface Source { coverage: { percent: number; unexplained: number }; revision: number; basis: string[]; sentences: { id: string; text: string; tracked: boolean; reason: { value: string }; drafts: DraftShown[] }[] }

inBrowser('work at the desk', (stage) => {
  let id = '';
  let page: Page;
  const read = () => ask<Source>(stage.world, 'GET', `/api/sources/${id}`);
  const drafts = async (): Promise<DraftShown[]> => [...new Map((await read()).sentences.flatMap((one) => one.drafts).map((draft) => [draft.id, draft])).values()];
  const find = async (words: string): Promise<DraftShown> => {
    const found = (await drafts()).find(({ quote, state }) => quote.includes(words) && state.kind !== 'replaced');
    if (!found) throw new Error(`no draft with ${words}`);
    return found;
  };
  /** The card of the draft with these words, opened. */
  const card = async (words: string) => {
    const one = page.locator(`#d-${(await find(words)).id}`);
    if ((await one.locator('.head').getAttribute('aria-expanded')) !== 'true') await one.locator('.head').click();
    return one;
  };
  const kept = (what: string, check: (draft: DraftShown & Record<string, unknown>) => boolean, words: string): Promise<boolean> =>
    eventually(what, async () => check((await find(words)) as DraftShown & Record<string, unknown>));
  const choose = async (one: ReturnType<Page['locator']>, label: string, typed: string): Promise<void> => {
    await one.getByLabel(label, { exact: true }).click();
    await one.page().keyboard.type(typed);
    await page.locator('.el-select-dropdown__item.is-hovering').filter({ visible: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    // A list that is still fading away is none for the next choice.
    await page.locator('.el-select-dropdown__item').filter({ visible: true }).first().waitFor({ state: 'detached' });
  };

  beforeAll(async () => {
    await stage.world.switchOn('13710');
    page = await stage.open('/import');
    await page.getByLabel('全文').fill(SPEECH);
    await page.getByLabel('依据').fill('市委五届十二次全会\n工作部署会');
    await page.getByRole('button', { name: '逐句读出要办的事' }).click();
    await page.waitForURL(/\/drafts\/\w+$/);
    id = page.url().split('/').at(-1) ?? '';
    await page.locator('article').first().waitFor();
    expect((await read()).basis).toEqual(['市委五届十二次全会', '工作部署会']);
  });

  it('splits one draft into two and merges them again', async () => {
    const whole = await card('编制数据目录');
    if (!(await find('编制数据目录')).quote.includes('共享平台')) {
      // Read as two: merged first, then split.
      const later = await card('共享平台');
      await later.getByRole('button', { name: '与上一项合并' }).click();
      await eventually('merged', async () => (await find('编制数据目录')).quote.includes('共享平台'));
    } else await whole.getByRole('button', { name: '改', exact: true }).waitFor();
    await (await card('共享平台')).getByRole('button', { name: '拆成两项' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('把光标放在拆开的地方').waitFor();
    expect(await look(page, 'desk-split')).toEqual([]);
    await dialog.getByRole('button', { name: '拆成两项' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await find('共享平台')).origin.kind).toBe('split');
    expect((await find('编制数据目录')).quote).not.toContain('共享平台');
    await (await card('共享平台')).getByRole('button', { name: '与上一项合并' }).click();
    await eventually('merged', async () => (await find('编制数据目录')).quote.includes('共享平台'));
    expect((await find('编制数据目录')).origin.kind).toBe('merge');
  });

  it('makes a matter of a sentence that was none, and leaves another out with a reason', async () => {
    const sentence = page.locator('.s').filter({ hasText: '学习的目的在于应用' });
    await sentence.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('要立项的文字（可只选一部分）').waitFor();
    await dialog.getByLabel('标题').fill('学以致用');
    await dialog.getByRole('button', { name: '立为一项' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await find('学习的目的')).toMatchObject({ title: { value: '学以致用' }, origin: { kind: 'selection' } });

    await (await card('学习的目的')).getByRole('button', { name: '不跟踪…' }).click();
    await dialog.getByLabel('理由，会写在这一句旁边').fill('原则要求，无可核查的事项');
    await dialog.getByRole('button', { name: '不跟踪' }).click();
    await dialog.waitFor({ state: 'detached' });
    await eventually('left out', async () => !(await read()).sentences.find(({ text }) => text.includes('学习的目的'))?.tracked);

    await page.locator('.s').filter({ hasText: '营商环境' }).click();
    const open = await page.getByRole('dialog').count() > 0;
    if (open) {
      await dialog.getByLabel('不列入，写明理由').check();
      await dialog.getByLabel('理由，会写在这一句旁边').fill('泛表态，另有专项部署');
      expect(await look(page, 'desk-sentence')).toEqual([]);
      await dialog.getByRole('button', { name: '不列入' }).click();
      await dialog.waitFor({ state: 'detached' });
      const { sentences } = await read();
      expect(sentences.find(({ text }) => text.includes('营商环境'))?.reason.value).toBe('泛表态，另有专项部署');
    }
    expect((await read()).coverage).toMatchObject({ percent: 100, unexplained: 0 });
  });

  it('makes a matter of words that are chosen with the mouse', async () => {
    const words = '让企业更有获得感';
    const [from, to, y] = await page.evaluate<[number, number, number]>(`(() => {
      const piece = [...document.querySelectorAll('[data-at]')].find((one) => one.textContent.includes('${words}'));
      piece.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      const start = piece.firstChild.data.indexOf('${words}');
      range.setStart(piece.firstChild, start);
      range.setEnd(piece.firstChild, start + ${words.length});
      const box = range.getBoundingClientRect();
      return [box.left + 1, box.right - 1, box.top + box.height / 2];
    })()`);
    await page.mouse.move(from, y);
    await page.mouse.down();
    await page.mouse.move(to, y, { steps: 8 });
    await page.mouse.up();
    const offer = page.locator('.pick').filter({ hasText: words });
    await offer.getByRole('button', { name: /^立为/ }).click();
    const dialog = page.getByRole('dialog', { name: '从所选文字立项' });
    await dialog.getByRole('button', { name: '立为一项' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await find(words)).toMatchObject({ quote: words, origin: { kind: 'selection' } });
    await page.keyboard.press('u');
    await eventually('undone', async () => !(await drafts()).some(({ quote, state }) => quote === words && state.kind === 'open'));
  });

  it('fills in several at once, and proposes what the words say', async () => {
    for (const words of ['联审会议', '压减', '停车难']) await page.locator(`#d-${(await find(words)).id}`).getByRole('checkbox').check();
    const form = page.getByRole('form', { name: '一次填写3项' });
    await choose(form, '分管领导（所选各项）', 'fgld');
    await form.getByLabel('验收标准（一行一条）').fill('有正式文件');
    await form.getByRole('button', { name: '用于这3项' }).click();
    for (const words of ['联审会议', '压减', '停车难']) await kept(`${words} filled in`, ({ acceptance }) => acceptance?.value[0] === '有正式文件', words);
    expect(await find('联审会议')).toMatchObject({ rhythm: { value: { every: 'month' } } });
    expect(await (await card('联审会议')).locator('dl').innerText()).toContain('每月');
    expect(await (await card('压减')).locator('dl').innerText()).toContain('运维经费总体压减：目标5%');
  });

  it('registers an item by class, a monthly duty with its periods, and a figure with its measure', async () => {
    const parking = await card('停车难');
    if ((await find('停车难')).lead === null) await choose(parking, '牵头单位', 'ssjj');
    await parking.getByText('齐备').waitFor();
    await parking.getByRole('button', { name: '改', exact: true }).click();
    await parking.getByLabel('规则', { exact: true }).selectOption('13710');
    await parking.getByText('缺1').waitFor();
    await parking.getByLabel('事项类别').selectOption({ label: '疑难事项' });
    await parking.getByText('齐备').waitFor();
    await parking.getByRole('button', { name: '匀速至办结期限' }).click();
    await kept('the plan', ({ plan }) => plan !== null, '停车难');
    expect(await look(page, 'desk-fields')).toEqual([]);

    const share = await card('压减');
    await share.getByRole('button', { name: '改', exact: true }).click();
    await share.getByLabel('基数').fill('0');
    await share.getByLabel('力争值').fill('8');
    await share.getByLabel('力争值').press('Tab');
    await kept('the measure', ({ measures }) => JSON.stringify(measures).includes('"stretch":8'), '压减');
    if ((await find('压减')).lead === null) await choose(share, '牵头单位', 'ssjj');
    const ready = async (words: string, label: string, date: string): Promise<void> => {
      const one = await card(words);
      if (await one.locator('.full').count() > 0) return;
      if (await one.getByLabel(label, { exact: true }).count() === 0) await one.getByRole('button', { name: '改', exact: true }).click();
      await one.getByLabel(label, { exact: true }).fill(date);
      await one.getByLabel(label, { exact: true }).press('Enter');
      await one.locator('.full').waitFor();
    };
    await ready('压减', '办结期限', '2026-12-31');
    await ready('联审会议', '复核日期', '2026-12-31');
    for (const words of ['联审会议', '压减', '停车难']) await page.locator(`#d-${(await find(words)).id}`).getByRole('checkbox').check();
    await page.getByRole('button', { name: /^立项3项/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: /^立项3项/ }).click();
    await page.getByText('已立项3项，看台账').waitFor();
    const state = async (words: string) => stage.world.state((await find(words)).state.commitment ?? '');
    expect(await state('停车难')).toMatchObject({ pack: { name: '13710' }, matterClass: 'hard', plan: [{ percent: 0 }, { percent: 100 }] });
    expect((await state('联审会议')).periods?.rhythm).toEqual({ every: 'month', days: null });
    expect((await state('压减')).measures).toMatchObject([{ name: '运维经费总体压减', target: 5, stretch: 8, baseline: 0, unit: '%' }]);
  });

  it('takes a new edition of the text and tells what became of the sentences', async () => {
    await page.getByRole('button', { name: '换成新版全文' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('新版全文').fill(`${SPEECH}\n市财政局要在3月底前公布费用定额标准。`);
    await dialog.getByRole('button', { name: '换成新版', exact: true }).click();
    await dialog.getByText('新增1句').waitFor();
    expect(await look(page, 'desk-new-edition')).toEqual([]);
    await dialog.getByRole('button', { name: '知道了' }).click();
    await page.locator('article').filter({ hasText: '费用定额标准' }).waitFor();
    expect((await read()).revision).toBe(2);
    await page.goto('/drafts');
    await page.getByRole('link', { name: '工作部署会讲话' }).waitFor();
    expect(await look(page, 'drafts')).toEqual([]);
  });

  it('registers a matter that comes from no text, telling faults beside their fields', async () => {
    await page.getByRole('link', { name: '立项（不经来文）' }).click();
    await page.getByLabel('标题').fill('每周报送值班情况');
    await page.getByLabel('类型').selectOption('recurring');
    await page.getByLabel('周期', { exact: true }).selectOption({ label: '每周' });
    await choose(page.locator('main'), '牵头单位', 'ssjj');
    await choose(page.locator('main'), '分管领导', 'fgld');
    const register = async (): Promise<void> => {
      await page.getByRole('button', { name: '立项', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: '立项', exact: true }).click();
    };
    await register();
    await page.locator('#acceptance-fault').waitFor();
    expect(await page.getByLabel('验收标准').getAttribute('aria-describedby')).toBe('acceptance-fault');
    expect(await look(page, 'register')).toEqual([]);
    await page.getByLabel('验收标准').fill('按周报送');
    await page.getByLabel('复核日期').fill('2026-12-31');
    await page.getByLabel('复核日期').press('Enter');
    await register();
    await page.waitForURL(/\/commitments\/\w+$/);
    const made = await stage.world.state(page.url().split('/').at(-1) ?? '');
    expect(made).toMatchObject({ title: '每周报送值班情况', source: null, kind: 'recurring', periods: { rhythm: { every: 'week' } } });
  });
});
