import type { PolicyPack } from '../../domain/policy';
import { createWorld, eventually, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.stop());

const PACK = `/api/policies/${encodeURIComponent('标准')}`;
interface Faults { readonly code: string; readonly errors?: readonly { path: string; message: string; accepted: string }[] }

test('an office edits its rules: faults told at once, a new version switched on with its suggestions confirmed, running items keep theirs until they are moved, with the change shown first', async () => {
  const shipped = (await world.office.stores.rules.packVersion({ name: '标准', version: 2 }))?.pack as PolicyPack;
  const old = await world.register({ due: '2026-03-20', title: '原有事项' });
  await world.act(old, { name: 'sign', unit: 'sjj' });
  await world.through('2026-03-03', '2026-03-06');

  const wrong = { ...shipped, signFor: { offset: -1, days: 'week' }, reminderTo: [], colour: 'red' };
  const refused = await world.ask<Faults>(`${PACK}/versions`, { pack: wrong, base: 2, reason: '改' });
  expect([refused.status, refused.body.errors?.map((fault) => fault.path).sort()]).toEqual([400, ['标准.json: colour', '标准.json: reminderTo', '标准.json: signFor.days', '标准.json: signFor.offset']]);
  expect(refused.body.errors?.find((fault) => fault.path.endsWith('days'))?.accepted).toBe('wd、d、month、h、min');

  // 催办 on T+2 instead of T+1, the first reminder on T-5 instead of T-7.
  const edited = { ...shipped, reminders: [{ before: 5, days: 'wd' }, ...shipped.reminders.slice(1)], rungs: shipped.rungs.map((rung, index) => (index === 0 ? { ...rung, offset: 2 } : rung)) };
  const checked = await world.ask<{ changes: readonly { label: string; from: string; to: string }[] }>(`${PACK}/versions/check`, { pack: edited });
  expect(checked.body.changes.map(({ label }) => label)).toEqual(['提醒', '催办']);
  expect((await world.ask(`${PACK}/versions`, { pack: edited, base: 2, reason: '试行后调整' })).status).toBe(201);
  const overtaken = await world.ask<{ detail: string; changedBy: { name: string } }>(`${PACK}/versions`, { pack: edited, base: 2, reason: '同时有人另存' });
  expect([overtaken.status, overtaken.body.changedBy.name, overtaken.body.detail]).toEqual([412, expect.any(String), expect.stringMatching(/^最新一版是第3版，由.+制定，请以它为依据编辑$/)]);
  expect((await world.ask<Faults>(`${PACK}/versions/3/repin/preview`, { ids: [old] })).body.errors?.[0]).toMatchObject({ path: 'version', message: '“标准”第3版尚未启用' });
  const unconfirmed = await world.ask<Faults>(`${PACK}/versions/3/on`, { confirmed: ['hours.cutoff'] }, 0);
  expect([unconfirmed.status, unconfirmed.body.errors?.map((fault) => fault.path)]).toEqual([400, ['refusalsAllowed', 'refusalRuling', 'longestSuspensionDays']]);
  await world.switchOn('标准');

  const born = await world.register({ due: '2026-03-20', title: '新立事项', lead: 'czj' });
  expect([(await world.state(old)).pack.version, (await world.state(born)).pack.version]).toEqual([2, 3]);
  interface Preview { readonly possible: number; readonly items: readonly { possible: boolean; next: unknown; dropped: unknown; added: unknown; moved: readonly { text: string; date: string; toDate: string }[] }[] }
  const shown = await world.ask<Preview>(`${PACK}/versions/3/repin/preview`, { ids: [old] });
  expect(shown.body.items).toEqual([expect.objectContaining({
    possible: true, limits: [], dropped: [], added: [], next: { from: '2026-03-23 08:30 催办', to: '2026-03-24 08:30 催办' },
    moved: [
      { text: '临期提醒 → 承办人', at: expect.any(String) as string, date: '2026-03-11', to: expect.any(String) as string, toDate: '2026-03-13' },
      ...['承办人', '分管领导（抄送）', '单位主要负责人'].map((post) => ({ text: `催办单 → ${post}`, at: expect.any(String) as string, date: '2026-03-23', to: expect.any(String) as string, toDate: '2026-03-24' })),
    ],
  })]);
  expect((await world.state(old)).pack.version).toBe(2);

  const moved = await world.ask<{ done: number }>(`${PACK}/versions/3/repin`, { ids: [old, born], reason: '统一按新版' });
  expect(moved.body).toEqual({ done: 1, items: [{ id: old, done: true, why: null }, { id: born, done: false, why: '事项已按这一版规则办理' }] });
  await eventually('the ledger to say so', async () => (await world.state(old)).pack.version === 3);
  const chain = await world.office.stores.ledger.chain(old);
  expect(chain.slice(-1).map(({ fact, ruleVersion }) => [fact.type, ruleVersion])).toEqual([['replanned', '标准@2']]);

  await world.through('2026-03-09', '2026-03-24');
  expect(await world.rungs(old)).toEqual(['2026-03-24 08:30 chase']);
  expect((await world.office.stores.ledger.chain(old)).at(-1)?.ruleVersion).toBe('标准@3');
  expect((await world.lines(old)).filter((line) => line.includes('reminder'))).toEqual(['2026-03-13 h-sjj: reminder-5, weekly', '2026-03-17 h-sjj: reminder-3', '2026-03-19 h-sjj: reminder-1']);
  expect(await world.mails(old)).toEqual(['chase→handler@sjj', 'chase→sponsor-a', 'chase→unitHead@sjj', 'dispatch→handler@sjj', 'dispatch→unitHead@sjj']);

  // Switched off, nothing new begins under it; the version before is the one in use again.
  expect((await world.ask(`${PACK}/versions/3/off`, {})).status).toBe(428);
  const blind = await world.ask<{ code: string; currentVersion: number; changedBy: { person: string } }>(`${PACK}/versions/3/off`, {}, 0);
  expect([blind.status, blind.body]).toMatchObject([412, { code: 'versionStale', currentVersion: 1, changedBy: { person: 'registrar' } }]);
  expect((await world.ask<{ etag: number; inUse: boolean }>(`${PACK}/versions/3/off`, {}, 1)).body).toMatchObject({ etag: 2, inUse: false });
  expect((await world.state(await world.register({ due: '2026-04-30', title: '此后的事项' }))).pack.version).toBe(2);
});

test('a dry run counts what a move would bring, an item that needs a class is named and not guessed, every item that goes by other rules comes up batch by batch, and the story keeps its names after the change', async () => {
  interface Trial { readonly items: number; readonly leftOut: readonly { why: string; count: number }[]; readonly mails: readonly { occasion: string; count: number }[] }
  const tried = async (path: string, body: object = {}): Promise<Trial> => (await world.ask<Trial>(`${path}/dry-run`, body)).body;
  const running: string[] = [];
  for await (const { _id } of world.office.stores.commitments.all()) running.push(_id);
  expect(running).toHaveLength(3);

  const staged = '/api/policies/13710/versions/4';
  expect(await tried(staged)).toMatchObject({ items: 0, leftOut: [{ why: '这套规则按类别定时限，请填写类别：一般事项、疑难事项', count: 3 }], mails: [] });
  expect(await tried(staged, { matterClass: 'ordinary' })).toMatchObject({ items: 3, leftOut: [] });
  // Two are overdue and were chased: the red slip of 三色督办单 comes to both at the next opening; to the third after 30 April. Three posts each.
  const coloured = `/api/policies/${encodeURIComponent('三色督办单')}/versions/3`;
  const before = await tried(coloured);
  expect([before.items, before.mails.find(({ occasion }) => occasion === 'redSlip')?.count]).toEqual([3, 9]);

  await world.switchOn('三色督办单');
  interface Batch { readonly of: number; readonly next: string | null; readonly items: readonly { id: string }[] }
  const batch = async (body: object): Promise<Batch> => (await world.ask<Batch>(`${coloured}/repin/preview`, body)).body;
  const first = await batch({ limit: 2 });
  const rest = await batch({ limit: 2, cursor: first.next });
  expect([first.of, first.items.length, rest.items.length, rest.next]).toEqual([3, 2, 1, null]);
  const seen = [...first.items, ...rest.items].map(({ id }) => id);
  expect([...seen].sort()).toEqual([...running].sort());
  await world.ask(`${coloured}/repin`, { ids: seen.slice(0, 2), reason: '改按三色管理' });
  await eventually('the moved ones to be gone from the list', async () => (await batch({})).of === 1);
  expect((await batch({})).items.map(({ id }) => id)).toEqual(seen.slice(2));
  expect(await tried(coloured)).toMatchObject({ items: 3, mails: before.mails });

  await world.switchOn('13710');
  const late = await world.register({ due: '2026-04-30', title: '按阶段办理', pack: '13710', matterClass: 'ordinary' });
  await world.until('2026-03-26');
  await world.act(late, { name: 'repin', pack: '标准', version: 2, reason: '改按标准' }, 'registrar');
  const story = async (id: string): Promise<string> => {
    const answer = await fetch(`${world.url}/api/commitments/${id}`, { headers: await world.as('registrar') });
    return (await answer.json() as { timeline: readonly { text: string }[] }).timeline.map(({ text }) => text).join('\n');
  };
  expect(await story(late)).toContain('未在2026-03-25 17:30前完成“1日安排部署”');
  expect((await story(seen[0] ?? '')).match(/进入.*/g)).toEqual(['进入催办', '进入红色督办单']);
});
