import type { Command } from '../../domain/commands';
import { createWorld, eventually, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.stop());

const read = async <T>(path: string, person: string): Promise<T> => (await fetch(`${world.url}${path}`, { headers: await world.as(person) })).json() as Promise<T>;
interface Ten { readonly attention: { readonly items: readonly { readonly id?: string; readonly commitment?: string; readonly decision: string }[] } }
const decide = (result: 'approved' | 'declined', proposal: 'interview' | 'accountability' | 'strikeInterview' = 'interview'): Command => ({ name: 'decideProposal', proposal, result, text: '同意，由副秘书长约谈' });

test('a proposal to interview waits for the leader among what needs him; his word is kept, answers the slip, goes to the registrar, and is given once', async () => {
  const id = await world.register({ due: '2026-03-06', title: '逾期不办的事项' });
  await world.act(id, { name: 'sign', unit: 'sjj' });
  expect(await world.refused(id, decide('approved'), 'spo')).toBe('noProposal');
  for (const day of ['2026-03-09', '2026-03-11', '2026-03-13', '2026-03-20']) await world.until(day, '18:00');
  expect((await world.rungs(id)).at(-1)).toMatch(/interview$/);

  const waiting = async (): Promise<string> => JSON.stringify(await read<Ten>('/api/overview', 'spo'));
  expect(await waiting()).toContain('批准约谈');
  const offered = await read<{ commands: readonly { name: string; possible: boolean }[] }>(`/api/commitments/${id}`, 'spo');
  expect(offered.commands.find(({ name }) => name === 'decideProposal')).toMatchObject({ possible: true });
  expect(await world.refused(id, decide('approved'), 'registrar')).toBe('forbidden');

  await world.act(id, decide('approved'), 'spo');
  expect((await world.state(id)).proposals).toMatchObject([{ proposal: 'interview', round: 1, approved: true, by: 'spo' }]);
  expect(await world.refused(id, decide('declined'), 'spo')).toBe('noProposal');
  await eventually('the proposal to leave the ten', async () => !(await waiting()).includes('批准约谈'));
  await eventually('the slip to be answered', async () => {
    const { items } = await read<{ items: readonly { occasion: string; state: string }[] }>(`/api/slips?commitment=${id}`, 'registrar');
    return items.some(({ occasion, state }) => occasion === 'interview' && state === 'answered');
  });
  expect(await world.mails(id)).toContain('proposalDecided→registrar');
  const { timeline } = await read<{ timeline: readonly { text: string }[] }>(`/api/commitments/${id}`, 'registrar');
  expect(timeline.at(-1)?.text).toBe('同意逾期约谈建议：同意，由副秘书长约谈');
});

test('three strikes stand among the ten by their own name, and the unit’s book tells its matters', async () => {
  await world.switchOn('三次问责');
  const ids = await Promise.all([1, 2, 3].map((n) => world.register({ due: '2026-03-24', title: `计次事项${n}`, lead: 'czj', pack: '三次问责' })));
  await world.until('2026-03-26', '18:00', ids);
  await eventually('all three to be counted', async () => (await Promise.all(ids.map((id) => world.state(id)))).every(({ strike }) => strike?.n));
  const numbered = await Promise.all(ids.map(async (id) => ({ id, n: (await world.state(id)).strike?.n })));
  expect(numbered.map(({ n }) => n).sort()).toEqual([1, 2, 3]);
  const third = numbered.find(({ n }) => n === 3)?.id ?? '';
  await world.until('2026-03-26', '18:30');
  expect(JSON.stringify(await read<Ten>('/api/overview', 'spo'))).toContain('批准问责');
  await world.act(third, decide('declined', 'accountability'), 'spo');
  // On a busy machine the overview is some seconds old, and says so.
  await eventually('the proposal to leave the ten', async () => !JSON.stringify(await read<Ten>('/api/overview', 'spo')).includes('批准问责'));

  interface Book { readonly items: readonly { readonly unit: string; readonly counted: number; readonly strikes: readonly { readonly commitment: string; readonly counts: boolean }[] }[] }
  const book = await read<Book>('/api/strikes', 'registrar');
  expect(book.items.map(({ unit, counted, strikes }) => [unit, counted, strikes.map(({ commitment }) => commitment).sort()])).toEqual([['czj', 3, [...ids].sort()]]);
  const first = book.items[0]?.strikes[0]?.commitment ?? '';
  const struckOff = await world.ask('/api/strikes/czj/off', { commitment: first, round: 1, reason: '期限录入有误' });
  expect(struckOff.status).toBe(200);
  expect((await read<Book>('/api/strikes', 'registrar')).items[0]).toMatchObject({ counted: 2 });
});
