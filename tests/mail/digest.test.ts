/** The daily digest against a real MongoDB and a real SMTP server. */
import { messageIdOf } from '../../activities/mail/message-id';
import { instantAt, type Instant } from '../../domain/time';
import { after, dispatched, office, projection } from './support';
import { startWorld, type World } from './world';

let world: World;
beforeAll(async () => { world = await startWorld(); });
afterAll(async () => { await world.stop(); });
beforeEach(() => world.reset());

const THURSDAY = '2026-03-05';
const at = (date: string): Instant => instantAt(date, '08:30');
const run = async (date: string) => {
  const gathered = await world.gatherDigest({ date, asOf: at(date) });
  return { ...gathered, counts: await world.sendDigests({ digestIds: gathered.digestIds, asOf: at(date) }) };
};
const mailsSoFar = async () => (await world.sink.mails()).length;
const subjectsAfter = async (count: number) => (await world.sink.mails()).slice(count).map((mail) => `${[mail.to].flat().map((to) => to?.text).join()} ${mail.subject}`).sort();
const NONE = { sent: 0, bounced: 0, expired: 0, empty: 0, superseded: 0 };

test('gathers the due lines by person, sends one mail each, and a second run sends nothing', async () => {
  await world.write(dispatched('c1').state);
  await world.write(dispatched('c2', { coUnits: [], title: '帮办代办点覆盖乡镇' }).state);
  const before = await mailsSoFar();
  // Dispatched on Monday: the first feedback is due on Thursday.
  await expect(run(THURSDAY)).resolves.toEqual({
    digestIds: expect.arrayContaining(['digest:wang:2026-03-05', 'digest:zhao:2026-03-05']), workingDay: true, counts: { ...NONE, sent: 2 },
  });
  await run(THURSDAY);
  expect(await subjectsAfter(before)).toEqual([
    '"wang" <wang@units.example> 2件事项今天需要您答复（政务服务科）', '"zhao" <zhao@units.example> 1件事项今天需要您答复（数据科）',
  ]);
  expect(await world.notices.get('c1:firstFeedback:2026-03-02:handler@zwk')).toMatchObject({
    state: 'bundled', digest: 'digest:wang:2026-03-05', person: 'wang', address: 'wang@units.example', settledAt: at(THURSDAY), at: at(THURSDAY),
  });
  const mail = (await world.sink.mails()).find((one) => one.messageId === messageIdOf('digest:wang:2026-03-05', 'office.example'));
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
});

test('is quiet on days off, and the next working day carries what fell due', async () => {
  await world.write(dispatched('c1').state);
  await run(THURSDAY);
  expect(await world.gatherDigest({ date: '2026-03-07', asOf: at('2026-03-07') })).toEqual({ digestIds: [], workingDay: false });
  const before = await mailsSoFar();
  // Friday's digest did not run: Monday carries its weekly lines.
  await run('2026-03-09');
  expect(await subjectsAfter(before)).toHaveLength(2);
  expect((await world.sink.mails()).at(-1)?.text).toContain('（应于3月6日）');
});

test('inserting lines again leaves those that are there as they are', async () => {
  const { state } = dispatched('c1');
  await world.write(state);
  await run(THURSDAY);
  const lines = projection(state).lines.filter((line) => line.at <= at('2026-03-06'));
  expect(lines).toHaveLength(4);
  await world.notices.insertLines(lines, at('2026-03-06'));
  const states = await world.notices.list({ commitment: 'c1' });
  expect(states.map((notice) => `${notice.occasion} ${notice.state}`).sort()).toEqual(['firstFeedback bundled', 'firstFeedback bundled', 'weekly pending', 'weekly pending']);
});

test('a day with nothing due sends nothing', async () => {
  await world.write(dispatched('c1').state);
  await expect(run('2026-03-03')).resolves.toEqual({ digestIds: [], workingDay: true, counts: NONE });
});

test('a vacant post is suppressed as nobody, a closed matter dropped at sending', async () => {
  const { state } = dispatched('c1');
  await world.write(state);
  await world.organisation.importAll({ ...office, holdings: office.holdings.filter((h) => h.post !== 'handler@sjk') });
  const gathered = await world.gatherDigest({ date: THURSDAY, asOf: at(THURSDAY) });
  expect(gathered.digestIds).toEqual(['digest:wang:2026-03-05']);
  expect(await world.notices.get('c1:firstFeedback:2026-03-02:handler@sjk')).toMatchObject({ state: 'suppressed', reason: 'nobody' });
  await world.write(after(state, [{ type: 'terminated', reason: '调整' }], at(THURSDAY)).state);
  const before = await mailsSoFar();
  await expect(world.sendDigests({ digestIds: gathered.digestIds, asOf: at(THURSDAY) })).resolves.toEqual({ ...NONE, empty: 1 });
  expect(await mailsSoFar()).toBe(before);
  expect(await world.notices.get('c1:firstFeedback:2026-03-02:handler@zwk')).toMatchObject({ state: 'suppressed', reason: 'noLongerOwed' });
});

test('a line answered between gathering and sending is dropped, the others stay', async () => {
  const one = dispatched('c1', { coUnits: [] });
  await world.write(one.state);
  await world.write(dispatched('c2', { coUnits: [] }).state);
  const gathered = await world.gatherDigest({ date: THURSDAY, asOf: at(THURSDAY) });
  await world.write(after(one.state, [{ type: 'reported', unit: 'zwk', report: { at: at(THURSDAY), by: 'wang', percent: 10, line: '已开工', unchanged: false, forecast: null, causeCode: null, values: [], period: null } }], at(THURSDAY)).state);
  const before = await mailsSoFar();
  await world.sendDigests({ digestIds: gathered.digestIds, asOf: at(THURSDAY) });
  expect(await subjectsAfter(before)).toEqual(['"wang" <wang@units.example> 1件事项今天需要您答复（政务服务科）']);
  expect(await world.notices.get('c1:firstFeedback:2026-03-02:handler@zwk')).toMatchObject({ state: 'suppressed', reason: 'noLongerOwed' });
});

test('R7: 4xx is tried again for the remaining ones only; 5xx bounces the lines', async () => {
  await world.write(dispatched('c1').state);
  const { digestIds } = await world.gatherDigest({ date: THURSDAY, asOf: at(THURSDAY) });
  const send = () => world.sendDigests({ digestIds, asOf: at(THURSDAY) });
  world.sink.script((event) => (event.stage === 'data' && event.to.startsWith('wang') ? { code: 451 } : 'accept'));
  const before = await mailsSoFar();
  await expect(send()).rejects.toMatchObject({ type: 'mailDeferred', nextRetryDelay: 1_000 });
  expect(await mailsSoFar()).toBe(before + 1);
  world.sink.script((event) => (event.stage === 'recipient' && event.to.startsWith('wang') ? { code: 550 } : 'accept'));
  await expect(send()).resolves.toEqual({ ...NONE, sent: 1, bounced: 1 });
  expect(await world.notices.get('c1:firstFeedback:2026-03-02:handler@zwk')).toMatchObject({ state: 'bounced', address: 'wang@units.example' });
  await run('2026-03-06');
  expect(await world.notices.get('c1:weekly:2026-03-06:handler@zwk')).toMatchObject({ state: 'suppressed', reason: 'addressBounced' });
});

test('R9: a digest taken but not acknowledged is repeated with its own Message-ID, and its lines are listed as ambiguous', async () => {
  await world.write(dispatched('c1', { coUnits: [] }).state);
  const { digestIds } = await world.gatherDigest({ date: THURSDAY, asOf: at(THURSDAY) });
  world.sink.script((event) => (event.stage === 'data' ? 'drop' : 'accept'));
  const before = await mailsSoFar();
  await expect(world.sendDigests({ digestIds, asOf: at(THURSDAY) })).rejects.toMatchObject({ type: 'mailDeferred' });
  world.sink.script(() => 'accept');
  // The next day's digest does not take its lines over: that would be a second Message-ID.
  await expect(run('2026-03-06')).resolves.toMatchObject({ digestIds: [digestIds[0], 'digest:wang:2026-03-06'], counts: { sent: 2 } });
  const ids = (await world.sink.mails()).slice(before).map((mail) => mail.messageId);
  expect(ids.filter((id) => id === messageIdOf(digestIds[0]!, 'office.example'))).toHaveLength(2);
  expect((await world.notices.list({ ambiguous: true })).map((notice) => notice._id)).toEqual(['c1:firstFeedback:2026-03-02:handler@zwk']);
});

test('a digest that surely was not sent is superseded by the next, which carries its lines', async () => {
  await world.write(dispatched('c1', { coUnits: [] }).state);
  const { digestIds } = await world.gatherDigest({ date: THURSDAY, asOf: at(THURSDAY) });
  const before = await mailsSoFar();
  await expect(run('2026-03-06')).resolves.toMatchObject({ digestIds: ['digest:wang:2026-03-06'], counts: { sent: 1 } });
  await expect(world.sendDigests({ digestIds, asOf: at('2026-03-06') })).resolves.toEqual({ ...NONE, superseded: 1 });
  expect(await mailsSoFar()).toBe(before + 1);
  expect(await world.notices.get('c1:firstFeedback:2026-03-02:handler@zwk')).toMatchObject({ state: 'bundled', digest: 'digest:wang:2026-03-06' });
});

test('600 lines for 60 people, more than one batch, are gathered together and sent once each', async () => {
  const units = Array.from({ length: 60 }, (_, i) => `u${i}`);
  await world.organisation.importAll({
    units: units.map((id) => ({ id, name: `单位${id}`, aliases: [], shortForms: [] })),
    posts: units.map((unit) => ({ id: `handler@${unit}`, kind: 'handler', unit, name: '承办岗' })),
    people: units.map((id) => ({ id: `p-${id}`, name: id, mail: `${id}@units.example` })),
    holdings: units.map((unit) => ({ post: `handler@${unit}`, person: `p-${unit}`, from: '2025-01-01', to: null })),
  });
  const states = Array.from({ length: 600 }, (_, i) => dispatched(`m${i}`, { lead: units[i % 60], coUnits: [] }).state);
  await world.commitments.insertMany(states.map((state) => projection(state)));
  const before = await mailsSoFar();
  const { digestIds } = await world.gatherDigest({ date: THURSDAY, asOf: at(THURSDAY) });
  const counts = await world.sendDigests({ digestIds, asOf: at(THURSDAY) });
  expect(counts).toEqual({ ...NONE, sent: 60 });
  expect((await world.sink.mails()).length - before).toBe(60);
  expect(await world.notices.countByOccasionAndState()).toEqual([{ occasion: 'firstFeedback', state: 'bundled', count: 600 }]);
});
