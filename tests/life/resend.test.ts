/** A mail that did not arrive goes out once more, as a notice of its own: the first one's outcome stays, and says who had it sent again. */
import { instantAt } from '../../domain/time';
import { organisation as office } from '../support/organisation';
import { createWorld, eventually, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await createWorld({ start: instantAt('2026-03-02', '09:00') }); });
afterAll(() => world.stop());

interface Notice {
  readonly id: string; readonly occasion: string; readonly post: string; readonly state: string; readonly reason: string | null; readonly slipNumber: string | null; readonly messageId: string | null;
  readonly resendOf: string | null; readonly resent: { readonly notice: string; readonly name: string } | null; readonly resend: { readonly possible: boolean; readonly why: string | null };
}
let keys = 0;
const resend = async (id: string, person = 'registrar', key = `again-${(keys += 1)}`): Promise<{ status: number; body: Partial<Notice> & { code?: string; detail?: string } }> => {
  const response = await fetch(`${world.url}/api/notices/${encodeURIComponent(id)}/resend`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...(await world.as(person)) }, body: '{}' });
  return { status: response.status, body: await response.json() as Partial<Notice> };
};
const listed = async (commitment: string, person = 'registrar'): Promise<Notice[]> =>
  ((await (await fetch(`${world.url}/api/notices?commitment=${commitment}`, { headers: await world.as(person) })).json()) as { items: Notice[] }).items;
const one = async (commitment: string, id: string, person?: string): Promise<Notice | undefined> => (await listed(commitment, person)).find((notice) => notice.id === id);
const mailbox = (full: readonly string[]): void => world.sink.script(({ stage, to }) => (stage === 'recipient' && full.includes(to ?? '') ? { code: 550, text: 'mailbox unavailable' } : 'accept'));

/** That a mail failed is told once the commitment has heard of it. */
const mails = (id: string, count: number): Promise<string[]> => eventually(`${count} mails`, async () => {
  const found = await world.mails(id);
  return found.length >= count && found;
});

test('what bounced goes out once more, as often as it takes, each time under an id, a Message-ID and an outcome of its own', async () => {
  mailbox(['head-sjj@office.example']);
  const id = await world.register();
  expect(await mails(id, 2)).toEqual(['dispatch→handler@sjj', 'undelivered→registrar']);
  const first = `${id}:dispatch:d1:unitHead@sjj`;
  expect(await one(id, first)).toMatchObject({ state: 'bounced', resent: null, resend: { possible: true, why: null } });
  // Only by whom the policy table allows, and only what did not arrive.
  expect(await one(id, first, 'h-sjj')).toMatchObject({ resend: { possible: false, why: null } });
  expect((await resend(first, 'h-sjj')).status).toBe(403);
  expect((await resend(`${id}:dispatch:d1:handler@sjj`)).body).toMatchObject({ code: 'notResent', detail: '无须重发' });
  expect((await resend(`${id}:dispatch:d1:nobody`)).status).toBe(404);

  // The mailbox is still full: it is tried in spite of the bounce, ends in an outcome of its own, and that is told again.
  const again = await resend(first, 'registrar', 'same-key');
  expect(again).toMatchObject({ status: 200, body: { id: `${first}~again-1`, resendOf: first } });
  expect(await mails(id, 3)).toEqual(['dispatch→handler@sjj', 'undelivered→registrar', 'undelivered→registrar']);
  // The same request again does nothing more; another one is told that it went out.
  expect((await resend(first, 'registrar', 'same-key')).body).toEqual(again.body);
  expect((await resend(first)).body).toMatchObject({ code: 'notResent', detail: '已经重发' });

  mailbox([]);
  const second = `${first}~again-1`;
  expect(await one(id, second)).toMatchObject({ state: 'bounced', resend: { possible: true } });
  // Two who press at once: one mail.
  const pressed = await Promise.all([resend(second, 'registrar'), resend(second, 'officer')]);
  expect(pressed.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await mails(id, 4)).toEqual(['dispatch→handler@sjj', 'dispatch→unitHead@sjj', 'undelivered→registrar', 'undelivered→registrar']);
  const [a, b, c] = [await one(id, first), await one(id, second), await one(id, `${first}~again-2`)];
  expect([a, b, c].map((notice) => [notice?.state, notice?.resendOf, notice?.resent?.notice ?? null, notice?.resend.possible])).toEqual([
    ['bounced', null, second, false], ['bounced', first, `${first}~again-2`, false], ['sent', second, null, false],
  ]);
  expect(a?.resent?.name).not.toBe('');
  expect(new Set([a?.messageId, b?.messageId, c?.messageId]).size).toBe(3);
  // The document is the same one, with its number, and counts as delivered.
  expect(new Set([a?.slipNumber, b?.slipNumber, c?.slipNumber]).size).toBe(1);
  const mail = (await world.sink.mails()).find(({ messageId }) => messageId === c?.messageId);
  expect(mail?.subject).toBe(`〔重发〕交办单 ${c?.slipNumber ?? ''}：制定数据共享管理办法`);
  expect(mail?.text).toContain('此前一封没有确认送达');
  expect(mail?.attachments.map(({ filename }) => filename)).toEqual([`交办单 ${c?.slipNumber ?? ''}.docx`]);
  // Every request stands in the access audit with who made it.
  const audited = await eventually('the audit', async () => {
    const found = await world.office.stores.audit.page({ action: 'notice.resend', object: second }, 50);
    return found.length === 2 && found.every(({ status }) => status !== null) && found;
  });
  expect(audited.map(({ person, status }) => `${String(person)} ${String(status)}`).sort()).toEqual(pressed.map(({ status }, index) => `${['registrar', 'officer'][index] ?? ''} ${status}`).sort());
});

test('what nobody held a post for goes to who holds it now; what is no longer owed, and a line of the digest, do not go out again', async () => {
  const { organisation } = world.office.stores;
  await organisation.importAll({ ...office, holdings: office.holdings.map((held) => (held.post === 'unitHead@czj' ? { ...held, to: '2026-03-01' } : held)) });
  const id = await world.register({ lead: 'czj', title: '编制资金方案', due: '2026-03-06' });
  const vacant = `${id}:dispatch:d1:unitHead@czj`;
  expect(await mails(id, 2)).toEqual(['dispatch→handler@czj', 'undelivered→registrar']);
  expect(await one(id, vacant)).toMatchObject({ state: 'suppressed', reason: 'nobody', resend: { possible: true } });
  await organisation.importAll(office);
  expect((await resend(vacant)).status).toBe(200);
  expect(await mails(id, 3)).toEqual(['dispatch→handler@czj', 'dispatch→unitHead@czj', 'undelivered→registrar']);

  mailbox(['h-czj@office.example']);
  await world.through('2026-03-03', '2026-03-05');
  const line = (await listed(id)).find(({ occasion, state }) => occasion === 'reminder' && state === 'bounced');
  expect(line?.resend).toEqual({ possible: false, why: '每日汇总里的提醒不单独重发' });
  await world.until('2026-03-09', '09:00', [id]);
  // The digest's bounce keeps the address off, so the slip is not even tried.
  const chase = (await listed(id)).find(({ occasion, reason }) => occasion === 'chase' && reason === 'addressBounced');
  expect(chase?.resend.possible).toBe(true);
  await world.act(id, { name: 'terminate', reason: '并入全市方案' });
  expect((await one(id, chase?.id ?? ''))?.resend).toEqual({ possible: false, why: '事项已有变化，这一通知不再需要' });
  expect((await resend(chase?.id ?? '')).status).toBe(409);
});
