/** An office some weeks after a speech: every light is lit, some sentences wait to be registered, some are not tracked by a person's word. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../../domain/commands';
import type { DraftRecord } from '../../domain/drafts';
import type { CivilDate } from '../../domain/time';
import { rawCollection } from '../../stores/connection';
import type { CommitmentDocument } from '../../stores/commitments';
import { eventually, type World } from '../support/world';

const TEXT = readFileSync(join(__dirname, '../../examples/speech.txt'), 'utf8');
const UNITS = ['sjj', 'czj', 'fgw'] as const;
type UnitId = (typeof UNITS)[number];
export const SPEECH = 'speech-1';
export const DAY: CivilDate = '2026-03-30';

interface Story { readonly due: CivilDate; readonly acts?: (unit: UnitId) => readonly (readonly [person: string, command: Command])[] }
const report = (percent: number, line: string) => (unit: UnitId) => [[`h-${unit}`, { name: 'report', unit, percent, line }]] as const;
/** In the order of the drafts that are registered. Red from the second working day after the due date, yellow three before, blue seven before. */
const STORIES: readonly Story[] = [
  { due: '2026-03-20', acts: report(70, '清单初稿已形成，正在征求各科室意见。') },
  { due: '2026-03-31', acts: report(60, '第一期轮训班已办，第二期场地未定。') },
  { due: '2026-06-15', acts: report(40, '已收到32个部门的目录，其余按计划推进。') },
  { due: '2026-04-30', acts: report(30, '目录框架已定，3个部门的数据未报。') },
  { due: '2026-04-08', acts: report(95, '接口已联调，等省级平台排期。') },
  { due: '2026-03-17' },
  { due: '2026-06-10', acts: (unit) => [['registrar', { name: 'suspend', reason: '省级接口规范未定', counterparty: { kind: 'superior', name: '省数据局' }, until: '2026-05-20' }], [`h-${unit}`, { name: 'sign', unit }]] },
  { due: '2026-06-30', acts: report(45, '比对清洗完成一轮。') },
  { due: '2026-04-07', acts: report(98, '已报送市政府办公室。') },
  { due: '2026-05-29', acts: report(55, '正在征求财政、医保两家意见。') },
];
const CLOSED = 2;

interface SeenDraft { readonly id: string; readonly kind: { readonly value: string }; readonly state: { readonly kind: string }; readonly commitment: { readonly id: string } | null }
interface Seen { readonly version: number; readonly sentences: readonly { readonly drafts: readonly SeenDraft[] }[] }

let keys = 0;
/** @throws Error with the answer where it is not a good one */
export const ask = async <T>(world: World, method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<T> => {
  keys += 1;
  const raw = typeof body === 'string';
  const answer = await fetch(`${world.url}${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'Content-Type': raw ? 'application/octet-stream' : 'application/json' }), ...(method === 'POST' ? { 'Idempotency-Key': `w${process.pid}-${keys}` } : {}), ...(await world.as('registrar')), ...headers },
    ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return await answer.json() as T;
};

/** @returns the commitments in the order of the text; the last two are closed */
export const livelyOffice = async (world: World): Promise<string[]> => {
  const query = new URLSearchParams({ name: '讲话.txt', title: '在市委五届十二次全会上的交流发言', kind: 'speech', date: '2026-02-27', speaker: '市数据局' });
  await ask(world, 'PUT', `/api/sources/${SPEECH}/file?${query.toString()}`, TEXT);
  const read = () => ask<Seen>(world, 'GET', `/api/sources/${SPEECH}?limit=2000`);
  const seen = await read();
  const all = seen.sentences.flatMap(({ drafts }) => drafts);
  const dated = all.filter(({ kind }) => kind.value === 'deliverable');
  const chosen = dated.slice(0, STORIES.length + CLOSED);
  let { version } = seen;
  const correct = async (correction: unknown): Promise<void> => {
    ({ version } = await ask<{ version: number }>(world, 'POST', `/api/sources/${SPEECH}/corrections`, correction, { 'If-Match': `"${version}"` }));
  };
  for (const [index, draft] of chosen.entries()) {
    const lead = UNITS[index % 3];
    const due = STORIES[index]?.due ?? '2026-04-30';
    await correct({ type: 'assign', drafts: [draft.id], fields: { lead, coUnits: index % 4 === 0 ? UNITS.filter((unit) => unit !== lead) : [], sponsor: 'sponsor-a', acceptance: ['有正式文件'], due, template: null } });
  }
  const left = all.filter((draft) => !chosen.includes(draft));
  await correct({ type: 'notTracked', drafts: left.slice(8).map(({ id }) => id), reason: '与上级已下达的任务重复，由原任务跟踪' });
  const { self } = await ask<{ self: string }>(world, 'POST', `/api/sources/${SPEECH}/registration`, { drafts: chosen.map(({ id }) => id) });
  await eventually('the registration to end', async () => (await ask<{ state: string }>(world, 'GET', self)).state === 'completed', 60_000);
  const made = new Map((await read()).sentences.flatMap(({ drafts }) => drafts).map(({ id, commitment }) => [id, commitment?.id ?? '']));
  const ids = chosen.map(({ id }) => made.get(id) ?? '');
  await eventually('every first wake', async () => (await Promise.all(ids.map((id) => world.office.stores.commitments.get(id)))).every((one) => one?.number !== null));
  for (const [index, id] of ids.entries()) {
    const unit = UNITS[index % 3] ?? 'sjj';
    const acts = STORIES[index]?.acts?.(unit) ?? [];
    if (acts.length > 0 && !acts.some(([, { name }]) => name === 'sign')) await world.act(id, { name: 'sign', unit }, `h-${unit}`);
    for (const [person, command] of [...acts].reverse()) await world.act(id, command, person);
    if (index >= STORIES.length) {
      await world.act(id, { name: 'sign', unit }, `h-${unit}`);
      await world.handIn(id, `h-${unit}`);
      await world.act(id, { name: 'review', result: 'accepted', text: '材料齐全，同意办结' }, 'rev');
    }
  }
  await world.until(DAY);
  return ids;
};

/**
 * A speech ten times as long, read by the product; its tasks are copies put into the store, for what a page costs, not for how they live.
 * @returns its length in characters
 */
export const longSpeech = async (world: World, id: string, tasks: number): Promise<number> => {
  const [head = '', ...sections] = TEXT.split(/\n(?=[一二三四五六]、)/);
  const numerals = '一二三四五六七八九十';
  const text = [head, ...Array.from({ length: 10 }, (_, round) => sections.map((section) => section.replace(/^[一二三四五六]/, `${numerals[round] ?? ''}十$&`))).flat()].join('\n');
  await ask(world, 'PUT', `/api/sources/${id}/file?${new URLSearchParams({ name: '长篇.txt', title: '长篇讲话', kind: 'speech', date: '2026-02-27' }).toString()}`, text);
  const { connection } = world.office.stores;
  const commitments = rawCollection<CommitmentDocument>(connection, 'commitments');
  const drafts = rawCollection<DraftRecord & { readonly _id: string }>(connection, 'drafts');
  const model = await commitments.findOne({ 'state.status': 'IN_PROGRESS' });
  const open = await drafts.find({ source: id }, { sort: { start: 1 }, limit: tasks }).toArray();
  if (!model || open.length < tasks) throw new Error(`nothing to copy, or only ${open.length} drafts`);
  await commitments.insertMany(open.map((draft, index) => {
    const own = `${id}-${index}`;
    const due = `2026-${String(4 + (index % 6)).padStart(2, '0')}-1${index % 10}`;
    return { ...model, _id: own, number: null, state: { ...model.state, id: own, title: draft.title.value, due, source: { id, title: '长篇讲话', section: draft.section, start: draft.start, end: draft.end } } };
  }));
  await drafts.bulkWrite(open.map((draft, index) => ({ updateOne: { filter: { _id: draft._id }, update: { $set: { state: { kind: 'registered' as const, registration: id, commitment: `${id}-${index}`, at: model.updatedAt } } } } })));
  return text.length;
};
