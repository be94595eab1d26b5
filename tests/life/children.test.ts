import { createWorld, eventually, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.stop());

interface Shown { children: { id: string; title: string; status: string; due: string; percent: number | null; afterParent: boolean }[]; childrenProgress: number | null; timeline: { text: string }[] }
const shown = async (id: string): Promise<Shown> => await (await fetch(`${world.url}/api/commitments/${id}`, { headers: await world.as('registrar') })).json() as Shown;

test('a meeting closes only when its minutes became children, whose weighted progress it shows; a document goes through its stages to its number', async () => {
  const meeting = await world.register({ title: '召开全市数据工作会议', template: '会议', acceptance: ['印发会议纪要'], due: '2026-03-31' });
  const document = await world.register({ title: '制定数据共享办法', template: '制度文件', lead: 'czj', due: '2026-03-31' });
  await expect(world.register({ template: '没有的模板' })).rejects.toThrow('会议、制度文件');
  await world.act(meeting, { name: 'sign', unit: 'sjj' });
  await world.act(document, { name: 'sign', unit: 'czj' });
  await expect(world.handIn(meeting)).rejects.toThrow('childrenMissing');

  const task = (title: string, lead: string, due: string, weight: number) => ({ title, lead, due, weight, acceptance: ['完成'] });
  expect(await world.refused(meeting, { name: 'decompose', children: [task('梳理清单', 'czj', '2026-04-01', 1)] })).toBe('dueAfterParent');
  await world.act(meeting, { name: 'decompose', children: [task('梳理清单', 'czj', '2026-03-20', 1), task('对接平台', 'fgw', '2026-03-31', 3)] });
  const [first, second] = [`${meeting}-1`, `${meeting}-2`];
  await eventually('both children to have woken', async () => (await Promise.all([first, second].map((id) => world.office.stores.commitments.get(id)))).every((child) => child?.number));
  await world.act(first, { name: 'sign', unit: 'czj' });
  await world.act(second, { name: 'sign', unit: 'fgw' });
  await world.act(first, { name: 'report', unit: 'czj', line: '已梳理', percent: 60 });
  await world.act(second, { name: 'report', unit: 'fgw', line: '已对接', percent: 20 });
  expect(await shown(meeting)).toMatchObject({ childrenProgress: 30, children: [{ id: first, percent: 60, afterParent: false }, { id: second, percent: 20 }] });

  // A child's date is measured against its parent's as it stands, earlier or later than at its birth.
  expect(await world.refused(first, { name: 'amend', due: '2026-04-10', reason: '延长' })).toBe('dueAfterParent');
  await world.act(meeting, { name: 'amend', due: '2026-04-20', reason: '会期推迟' });
  await world.act(first, { name: 'amend', due: '2026-04-10', reason: '延长' });
  await world.act(meeting, { name: 'requestClosure', unit: 'sjj', summary: '会议已召开，任务已分解' });

  expect(await world.refused(document, { name: 'completeStage', stage: 'issued', note: '印发', documentNumber: '云政发〔2026〕12号' })).toBe('stageOrder');
  for (const stage of ['draft', 'consultation', 'legalReview', 'meeting']) await world.act(document, { name: 'completeStage', stage, note: '已完成' });
  expect(await world.refused(document, { name: 'completeStage', stage: 'issued', note: '印发' })).toBe('documentNumberRequired');
  await expect(world.handIn(document)).rejects.toThrow('stagesMissing');
  await world.act(document, { name: 'completeStage', stage: 'issued', note: '印发', documentNumber: '云政发〔2026〕12号' });
  await world.act(document, { name: 'requestClosure', unit: 'czj', summary: '办法已印发' });
  expect((await shown(document)).timeline.map((entry) => entry.text)).toContain('完成环节“印发”，文号云政发〔2026〕12号：印发');

  expect(await world.mails(first)).toEqual(['amended→handler@czj', 'amended→unitHead@czj', 'dispatch→handler@czj', 'dispatch→unitHead@czj']);
  expect(await world.mails(second)).toEqual(['dispatch→handler@fgw', 'dispatch→unitHead@fgw']);
  expect(await world.mails(meeting)).toEqual(['amended→handler@sjj', 'amended→unitHead@sjj', 'closureRequested→reviewer', 'dispatch→handler@sjj', 'dispatch→unitHead@sjj']);
});
