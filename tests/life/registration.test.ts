/** A speech's drafts become commitments: all of them, each once, whatever happens to the worker on the way. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DraftRecord } from '../../domain/drafts';
import { faultsFound, startWorker, type WorkerProcess } from '../faults/support';
import { createWorld, eventually, type World } from '../support/world';

const TEXT = readFileSync(join(__dirname, '../../examples/speech.txt'), 'utf8');

let world: World;
let folder: string;
let worker: WorkerProcess | null = null;
let keys = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yanxing-registration-'));
  world = await createWorld();
});
afterAll(async () => {
  await worker?.kill();
  await world.stop();
  await rm(folder, { recursive: true, force: true });
});

const send = async <T>(method: string, path: string, body: string, headers: Record<string, string>): Promise<T> => {
  const answer = await fetch(`${world.url}${path}`, { method, body, headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `r${process.pid}-${(keys += 1)}`, ...(await world.as('registrar')), ...headers } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return await answer.json() as T;
};
const put = <T>(id: string, text: string, headers: Record<string, string> = {}): Promise<T> =>
  send('PUT', `/api/sources/${id}/file?${new URLSearchParams({ name: '讲话.txt', title: '在市委全会上的发言', kind: 'speech', date: '2026-02-27' }).toString()}`, text, { 'Content-Type': 'application/octet-stream', ...headers });
const versionOf = async (id: string): Promise<string> => `"${(await world.office.stores.sources.get(id))?.version ?? 0}"`;
const drafts = (id: string): Promise<DraftRecord[]> => world.office.stores.sources.allDrafts(id);

/** Imports, completes the first `count` drafts by hand and chooses them. */
const prepared = async (source: string, count: number): Promise<string[]> => {
  await put(source, TEXT);
  const chosen = (await drafts(source)).slice(0, count);
  const correct = async (correction: unknown): Promise<unknown> => send('POST', `/api/sources/${source}/corrections`, JSON.stringify(correction), { 'If-Match': await versionOf(source) });
  await correct({ type: 'assign', drafts: chosen.map(({ id }) => id), fields: { lead: 'sjj', coUnits: [], sponsor: 'sponsor-a', acceptance: ['有正式文件'] } });
  await correct({ type: 'acceptProposed', drafts: chosen.filter(({ due }) => due === null).map(({ id }) => id) });
  return chosen.map(({ id }) => id);
};
const register = (source: string, ids: readonly string[]) =>
  send<{ id: string; self: string }>('POST', `/api/sources/${source}/registration`, JSON.stringify({ drafts: ids }), {});
const completed = (rid: string) => eventually('the registration to end', async () => {
  const document = await world.office.stores.registrations.get(rid);
  return document?.state === 'completed' && document;
}, 60_000);
const registeredIn = async (source: string): Promise<string[]> =>
  (await drafts(source)).flatMap(({ state }) => (state.kind === 'registered' ? [state.commitment] : []));
const births = async (ids: readonly string[]): Promise<void> => {
  await eventually('every first wake', async () => (await Promise.all(ids.map((id) => world.office.stores.commitments.get(id)))).every((one) => one !== null && one.number !== null), 60_000);
};
const slips = async (ids: readonly string[]): Promise<number> => (await Promise.all(ids.map((id) => world.mails(id)))).flat().filter((label) => label.startsWith('dispatch→')).length;

test('eight drafts are registered, handed out by 16 mails, and keep their words, place and the text\'s hash', async () => {
  const ids = await prepared('speech-a', 8);
  const { id: rid } = await register('speech-a', ids);
  expect(await completed(rid)).toMatchObject({ total: 8, done: 8, failed: [] });
  // The workflow hears of its last write a moment after the store has it.
  const own = await eventually('the workflow to count them too', async () => {
    const progress = await world.office.temporal.registrationProgress('speech-a', rid);
    return progress.state === 'completed' && progress;
  });
  expect(own).toMatchObject({ total: 8, done: 8 });
  const commitments = await registeredIn('speech-a');
  expect(new Set(commitments).size).toBe(8);
  await births(commitments);
  expect(await slips(commitments)).toBe(16);
  const source = await world.office.stores.sources.get('speech-a');
  expect(source?.coverage).toMatchObject({ registered: 8, ready: 0 });
  for (const draft of (await drafts('speech-a')).filter(({ state }) => state.kind === 'registered')) {
    const { quote, source: from } = await world.state(draft.state.kind === 'registered' ? draft.state.commitment : '');
    expect(from).toEqual({ id: 'speech-a', title: '在市委全会上的发言', section: draft.section, start: draft.start, end: draft.end, textSha256: source?.sha256 });
    expect(quote).toBe(TEXT.slice(draft.start, draft.end));
  }
  expect(await faultsFound(world, commitments)).toEqual([]);
});

test('a corrected text keeps every link of what is registered, also where the sentence is gone', async () => {
  const before = (await drafts('speech-a')).filter(({ state }) => state.kind === 'registered');
  const [gone] = before;
  const sentences = await world.office.stores.sources.allSentences('speech-a');
  const lost = sentences.find(({ id }) => id === gone?.sentences[0]);
  const fixed = TEXT.replace(lost?.text ?? '?', '').replace('3月底前举办两期', '3月31日前举办二期');
  const { report } = await put<{ report: { removed: { kept: boolean; registered: string[] }[]; changed: { registered: string[] }[] } }>('speech-a', fixed, { 'If-Match': await versionOf('speech-a') });
  const after = (await drafts('speech-a')).filter(({ state }) => state.kind === 'registered');
  expect(after.map(({ id, state }) => [id, state]).sort()).toEqual(before.map(({ id, state }) => [id, state]).sort());
  expect(report.removed).toMatchObject([{ kept: true }]);
  expect(report.removed[0]?.registered.length).toBeGreaterThan(0);
  expect(report.changed[0]?.registered.length).toBeGreaterThan(0);
  const shown = await (await fetch(`${world.url}/api/sources/speech-a`, { headers: await world.as('registrar') })).json() as { coverage: { registered: number }; sentences: { id: string; removed: unknown; drafts: { commitment: { number: string } | null }[] }[] };
  expect(shown.coverage.registered).toBe(8);
  const removed = shown.sentences.find(({ id }) => id === lost?.id);
  expect(removed?.removed).toMatchObject({ revision: 1 });
  expect(removed?.drafts[0]?.commitment?.number).toMatch(/^督〔2026〕\d+号$/);
});

test('a worker killed half-way leaves nothing undone and nothing done twice', async () => {
  // More than one batch.
  const ids = await prepared('speech-b', 22);
  await world.office.workers?.stop();
  world.office.workers = null; // its connection is closed: not to be stopped again
  const flag = join(folder, 'flag');
  await writeFile(flag, '');
  const victim = await startWorker(world, { point: 'duringRegistration', flag });
  const before = await world.office.stores.commitments.count();
  const { id: rid } = await register('speech-b', ids);
  expect(await victim.ended).toBe('SIGKILL');
  const left = await world.office.stores.registrations.get(rid);
  const begun = (await world.office.stores.commitments.count()) - before;
  expect([left?.state, left?.done]).toEqual(['running', 0]);
  expect(begun).toBeGreaterThan(0);
  expect(begun).toBeLessThan(22);

  worker = await startWorker(world);
  expect(await completed(rid)).toMatchObject({ total: 22, done: 22, failed: [] });
  const commitments = await registeredIn('speech-b');
  expect(new Set(commitments).size).toBe(22);
  await births(commitments);
  expect((await world.office.stores.commitments.count()) - before).toBe(22);
  expect(await slips(commitments)).toBe(44);
  expect((await world.office.stores.sources.get('speech-b'))?.coverage).toMatchObject({ registered: 22, ready: 0 });
  expect(await faultsFound(world, commitments)).toEqual([]);
});

test('a draft that can no longer be born is told with its reason, the others are registered, and its place is free again', async () => {
  await worker?.kill();
  await world.office.workers?.stop();
  world.office.workers = null;
  const ids = await prepared('speech-c', 3);
  const { id: rid } = await register('speech-c', ids);
  // Between the choice and the birth the unit is gone.
  const [lost = '', ...others] = ids;
  const change = await world.office.stores.connection.collection('drafts').updateOne({ source: 'speech-c', id: lost }, { $set: { 'lead.value': 'abolished' } });
  expect(change.modifiedCount).toBe(1);
  worker = await startWorker(world);
  const ended = await completed(rid);
  expect(ended).toMatchObject({ total: 3, done: 2, failed: [{ draft: lost }] });
  expect(ended.failed[0]?.reason).toContain('没有编号为“abolished”的单位');
  const after = await drafts('speech-c');
  expect(after.find(({ id }) => id === lost)?.state).toEqual({ kind: 'open' });
  expect(after.filter(({ state }) => state.kind === 'registered').map(({ id }) => id).sort()).toEqual([...others].sort());
  expect(await world.office.stores.sources.get('speech-c')).toMatchObject({ running: [], coverage: { registered: 2 } });

  await send('POST', '/api/sources/speech-c/corrections', JSON.stringify({ type: 'assign', drafts: [lost], fields: { lead: 'sjj' } }), { 'If-Match': await versionOf('speech-c') });
  const again = await register('speech-c', [lost]);
  expect(await completed(again.id)).toMatchObject({ total: 1, done: 1, failed: [] });
  const commitments = await registeredIn('speech-c');
  expect(new Set(commitments).size).toBe(3);
  await births(commitments);
  expect(await faultsFound(world, commitments)).toEqual([]);
});
