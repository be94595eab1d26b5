/** One notice, one outcome: against a real MongoDB and a real SMTP server. */
import { createDeliverNotice } from '../../activities/deliver-notice';
import { messageIdOf } from '../../activities/mail/message-id';
import { noticesOf, type NoticeDraft } from '../../domain/notices';
import { apply } from '../../domain/apply';
import { instantAt, type Instant } from '../../domain/time';
import { inTransaction } from '../../stores/connection';
import { after, dispatched, MARCH_2, office, rules } from './support';
import { startWorld, type World } from './world';

let world: World;
beforeAll(async () => { world = await startWorld(); });
afterAll(async () => { await world.stop(); });
beforeEach(() => world.reset());

const HANDLER = 'c1:dispatch:d1:handler@zwk';
const HEAD = 'c1:dispatch:d1:unitHead@zwk';
const owe = (drafts: readonly NoticeDraft[], asOf: Instant = MARCH_2): Promise<void> =>
  inTransaction(world.connection, (session) => world.notices.insertPending(drafts.map((draft) => ({ draft, slipNumber: '督交〔2026〕1号' })), asOf, session));
const owed = async () => {
  const base = dispatched();
  await world.write(base.state);
  await owe(base.drafts);
  return base;
};
const deliver = (noticeId = HANDLER, asOf: Instant = MARCH_2) => world.deliverNotice({ noticeId, asOf });
const from = (count: number) => world.sink.mails().then((mails) => mails.slice(count));
const mailsSoFar = async () => (await world.sink.mails()).length;
const hold = (post: string, person: string | null) => world.organisation.importAll({
  ...office, holdings: [...office.holdings.filter((h) => h.post !== post), ...(person === null ? [] : [{ post, person, from: '2025-01-01', to: null }])],
});

test('a notice goes to the present holder, once, and a repeat answers without sending', async () => {
  await owed();
  const before = await mailsSoFar();
  await expect(deliver()).resolves.toEqual({ outcome: 'sent', reason: null });
  await expect(deliver()).resolves.toEqual({ outcome: 'sent', reason: null });
  const mails = await from(before);
  expect(mails.map((mail) => mail.subject)).toEqual(['交办单 督交〔2026〕1号：旧证照补录入库']);
  expect(await world.notices.get(HANDLER)).toMatchObject({
    state: 'sent', person: 'wang', address: 'wang@units.example', attempts: 1, ambiguous: 0, token: null, settledAt: MARCH_2, messageId: messageIdOf(HANDLER, 'office.example'),
  });
});

test('inserting again changes nothing and does not abort the transaction', async () => {
  const base = await owed();
  await deliver();
  await owe([...base.drafts, { ...base.drafts[0]!, id: 'c1:dispatch:d2:handler@zwk', period: 'd2' }], instantAt('2026-03-03', '09:00'));
  expect(await world.notices.get(HANDLER)).toMatchObject({ state: 'sent', createdAt: MARCH_2 });
  expect(await world.notices.get('c1:dispatch:d2:handler@zwk')).toMatchObject({ state: 'pending' });
  expect(await world.notices.countByOccasionAndState()).toEqual(expect.arrayContaining([{ occasion: 'dispatch', state: 'sent', count: 1 }]));
  expect(await world.notices.pendingOlderThan(instantAt('2026-03-02', '09:01'))).toHaveLength(base.drafts.length - 1);
});

describe('what is suppressed, with its reason', () => {
  test('nobody: the post is vacant', async () => {
    await owed();
    await hold('handler@zwk', null);
    await expect(deliver()).resolves.toEqual({ outcome: 'suppressed', reason: 'nobody' });
  });
  test('R15: a person who left gets nothing; the successor does', async () => {
    await owed();
    await world.organisation.importAll({ ...office, holdings: [...office.holdings.map((h) => (h.post === 'handler@zwk' ? { ...h, to: '2026-03-02' } : h)), { post: 'handler@zwk', person: 'wu', from: '2026-03-03', to: null }] });
    await deliver(HANDLER, instantAt('2026-03-03', '09:00'));
    expect(await world.notices.get(HANDLER)).toMatchObject({ state: 'sent', address: 'wu@units.example' });
  });
  test('badAddress: never handed to SMTP', async () => {
    await owed();
    await world.connection.collection('people').updateOne({ _id: 'wang' as never }, { $set: { mail: 'a@units.example, evil@x.example' } });
    await expect(deliver()).resolves.toEqual({ outcome: 'suppressed', reason: 'badAddress' });
    expect([...world.sink.recipients].filter((to) => to.includes('evil'))).toEqual([]);
  });
  test('noLongerOwed: terminated meanwhile', async () => {
    const { state } = await owed();
    await world.write(after(state, [{ type: 'terminated', reason: '调整' }], MARCH_2).state);
    await expect(deliver()).resolves.toEqual({ outcome: 'suppressed', reason: 'noLongerOwed' });
  });
  test('samePerson: one person in two posts gets it once, even when both are claimed at once', async () => {
    await owed();
    await hold('unitHead@zwk', 'wang');
    const before = await mailsSoFar();
    const outcomes = await Promise.all([deliver(HANDLER), deliver(HEAD)]);
    expect(outcomes.map((one) => ('held' in one ? 'held' : one.reason ?? one.outcome)).sort()).toEqual(['samePerson', 'sent']);
    expect(await from(before)).toHaveLength(1);
  });
  test('R7: addressBounced for 30 days, unless a later mail succeeds', async () => {
    await owed();
    world.sink.script((event) => (event.stage === 'recipient' ? { code: 550 } : 'accept'));
    await expect(deliver()).resolves.toEqual({ outcome: 'bounced', reason: null });
    world.sink.script(() => 'accept');
    const again = async (id: string, asOf: Instant) => {
      const base = dispatched(id);
      await world.write(base.state);
      await owe(base.drafts.slice(0, 1), asOf);
      return deliver(`${id}:dispatch:d1:handler@zwk`, asOf);
    };
    await expect(again('c2', instantAt('2026-03-31', '09:00'))).resolves.toEqual({ outcome: 'suppressed', reason: 'addressBounced' });
    await expect(again('c3', instantAt('2026-04-02', '09:00'))).resolves.toEqual({ outcome: 'sent', reason: null });
    await world.notices.get('c3:dispatch:d1:handler@zwk');
    await expect(again('c4', instantAt('2026-04-02', '09:00'))).resolves.toEqual({ outcome: 'sent', reason: null });
  });
});

describe('what is tried again', () => {
  test('R7: 4xx is deferred with growing delays, then sent with the same Message-ID', async () => {
    await owed();
    world.sink.script((event) => (event.stage === 'data' ? { code: 451 } : 'accept'));
    const before = await mailsSoFar();
    await expect(deliver()).rejects.toMatchObject({ type: 'mailDeferred', nonRetryable: false, nextRetryDelay: 1_000 });
    expect(await world.notices.get(HANDLER)).toMatchObject({ state: 'deferred', nextAttemptAt: '2026-03-02T01:00:01.000Z', error: expect.stringContaining('451') });
    await expect(deliver()).rejects.toMatchObject({ type: 'mailDeferred', nextRetryDelay: 2_000 });
    world.sink.script(() => 'accept');
    await expect(deliver()).resolves.toMatchObject({ outcome: 'sent' });
    expect((await from(before)).map((mail) => mail.messageId)).toEqual([messageIdOf(HANDLER, 'office.example')]);
    expect(await world.notices.get(HANDLER)).toMatchObject({ attempts: 3, ambiguous: 0, error: null, nextAttemptAt: null });
  });
  test('R9: accepted, then the connection lost: sent again once with the same Message-ID and counted ambiguous', async () => {
    await owed();
    world.sink.script((event) => (event.stage === 'data' && event.count === 1 ? 'drop' : 'accept'));
    const before = await mailsSoFar();
    await expect(deliver(HEAD)).rejects.toMatchObject({ type: 'mailDeferred' });
    await expect(deliver(HEAD)).resolves.toMatchObject({ outcome: 'sent' });
    expect(new Set((await from(before)).map((mail) => mail.messageId)).size).toBe(1);
    expect(await from(before)).toHaveLength(2);
    expect((await world.notices.list({ ambiguous: true })).map((notice) => [notice._id, notice.ambiguous])).toEqual([[HEAD, 1]]);
  });
  test('R9: a server that always drops after the body gets it twice, no more', async () => {
    await owed();
    world.sink.script((event) => (event.stage === 'data' ? 'drop' : 'accept'));
    const before = await mailsSoFar();
    await expect(deliver()).rejects.toMatchObject({ type: 'mailDeferred' });
    await expect(deliver()).resolves.toEqual({ outcome: 'expired', reason: null });
    expect(await from(before)).toHaveLength(2);
    expect(await world.notices.get(HANDLER)).toMatchObject({ state: 'expired', ambiguous: 2 });
  });
  test('R9: where a lost answer is never followed by a second mail, the server gets the body once, and it is listed as not proved delivered', async () => {
    await owed();
    world.sink.script((event) => (event.stage === 'data' ? 'drop' : 'accept'));
    const before = await mailsSoFar();
    const once = createDeliverNotice({ ...world.deps, sentAgain: 0 });
    await expect(once.deliverNotice({ noticeId: HANDLER, asOf: MARCH_2 })).resolves.toEqual({ outcome: 'expired', reason: null });
    expect(await from(before)).toHaveLength(1);
    expect((await world.notices.list({ ambiguous: true })).map((notice) => [notice._id, notice.ambiguous])).toEqual([[HANDLER, 1]]);
  });
  test('a dead attempt is claimed anew; only one that reached the final dot is ambiguous', async () => {
    await owed();
    const claim = () => world.notices.claim({ noticeId: HANDLER, asOf: MARCH_2, messageId: '<m@x>', rules: async () => rules, holders: world.organisation.holders });
    const first = await claim();
    const second = await claim();
    if (first.kind !== 'claimed' || second.kind !== 'claimed') throw new Error('not claimed');
    expect(second.notice.ambiguous).toBe(0);
    expect(await world.notices.markSendStarted(HANDLER, first.token)).toBe(false);
    expect(await world.notices.record(HANDLER, first.token, { state: 'sent', response: '250' }, MARCH_2)).toBe(false);
    expect(await world.notices.markSendStarted(HANDLER, second.token)).toBe(true);
    const third = await claim();
    expect(third).toMatchObject({ kind: 'claimed', notice: { ambiguous: 1, attempts: 3, address: 'wang@units.example' } });
    await expect(deliver()).resolves.toMatchObject({ outcome: 'sent' });
    expect(await world.notices.get(HANDLER)).toMatchObject({ ambiguous: 1 });
  });
  test('after a day it is expired, and stays so; what is settled stays settled', async () => {
    await owed();
    await expect(world.expireNotice({ noticeId: HANDLER, asOf: MARCH_2 })).resolves.toEqual({ outcome: 'expired', reason: null });
    await expect(deliver()).resolves.toEqual({ outcome: 'expired', reason: null });
    await deliver(HEAD);
    await expect(world.expireNotice({ noticeId: HEAD, asOf: MARCH_2 })).resolves.toEqual({ outcome: 'sent', reason: null });
    await expect(deliver('c1:none')).rejects.toMatchObject({ type: 'noticeMissing', nonRetryable: true });
  });
});

test('R15: a claim and a wake at the same moment never both win: no mail is claimed after the wake has written', async () => {
  const base = dispatched();
  const kinds = new Set<string>();
  for (let round = 0; round < 60; round += 1) {
    await world.reset();
    await world.write(base.state);
    await owe(base.drafts.slice(0, 1));
    const ended = after(base.state, [{ type: 'terminated', reason: '调整' }], MARCH_2).state;
    let written = false;
    const wake = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, round % 7));
      await inTransaction(world.connection, async (session) => {
        const current = await world.commitments.findOne({ _id: 'c1', version: base.state.seq }, { session });
        expect(current).not.toBeNull();
        await world.commitments.updateOne({ _id: 'c1', version: base.state.seq }, { $set: { version: ended.seq, state: ended } }, { session });
      });
      written = true;
    };
    const claim = async (): Promise<string> => {
      await new Promise((resolve) => setTimeout(resolve, (round * 3) % 11));
      const late = written;
      const result = await world.notices.claim({ noticeId: HANDLER, asOf: MARCH_2, messageId: '<m@x>', rules: async () => rules, holders: world.organisation.holders });
      if (result.kind === 'claimed') expect(result.state.status).toBe('DISPATCHED');
      if (late) expect(result.kind).toBe('settled');
      return result.kind;
    };
    const [kind] = await Promise.all([claim(), wake()]);
    kinds.add(kind);
    // Claimed by the state before, or suppressed by the state after; what either wrote is never overwritten.
    expect(await world.notices.get(HANDLER)).toMatchObject(kind === 'claimed' ? { state: 'claimed' } : { state: 'suppressed', reason: 'noLongerOwed' });
    expect(await world.commitments.findOne({ _id: 'c1' })).toMatchObject({ version: ended.seq, state: { status: 'TERMINATED' }, claimedAt: MARCH_2 });
  }
  expect([...kinds].sort()).toEqual(['claimed', 'settled']);
});

test('a rung of a round that is over is not sent', async () => {
  const base = dispatched();
  const reached = after(base.state, [{ type: 'rungReached', rung: 'chase', round: 1, index: 0, collapsed: [], waitingFor: [] }], instantAt('2026-03-23', '08:30'));
  const drafts = noticesOf(reached.facts[0]!, reached.state, rules);
  const moved = apply(reached.state, { ...reached.facts[0]!, seq: reached.state.seq + 1, type: 'amended', from: '2026-03-20', to: '2026-04-10', reason: '调整', newRound: true, wasRed: true });
  await world.write(moved);
  await owe(drafts);
  await expect(deliver('c1:chase:r1:handler@zwk')).resolves.toEqual({ outcome: 'suppressed', reason: 'noLongerOwed' });
});

test('once more: written once however many ask, and not to a mailbox that has had it by another post', async () => {
  await owed();
  const by = { person: 'sun', name: '督查员' };
  world.sink.script((event) => (event.stage === 'recipient' && event.to === 'wang@units.example' ? { code: 550 } : 'accept'));
  await expect(deliver(HANDLER)).resolves.toEqual({ outcome: 'bounced', reason: null });
  await expect(deliver(HEAD)).resolves.toEqual({ outcome: 'sent', reason: null });
  // Of two at once one is written, and the old outcome stays.
  const made = await Promise.all([world.notices.resend(HANDLER, by, MARCH_2), world.notices.resend(HANDLER, by, MARCH_2)]);
  expect(made.map((one) => one?._id ?? null).sort()).toEqual([`${HANDLER}~again-1`, null]);
  expect(await world.notices.get(HANDLER)).toMatchObject({ state: 'bounced', resent: { notice: `${HANDLER}~again-1`, at: MARCH_2, ...by } });
  await hold('handler@zwk', 'li');
  await expect(deliver(`${HANDLER}~again-1`)).resolves.toEqual({ outcome: 'suppressed', reason: 'samePerson' });
  expect(await world.notices.resend('c1:dispatch:d1:nobody', by, MARCH_2)).toBeNull();
});
