/** S5 (quality.md): GET never changes state; POST once; single use; bound to commitment, step and address; expiry. S7 for the page. */
import { parseKeys } from '../../config/keys';
import { newLinkKeys, readLink, signLink, type LinkClaim } from '../../config/links';
import { lastLink, open, press } from '../support/links';
import { organisation } from '../support/organisation';
import { createWorld, type World } from '../support/world';

const claim: LinkClaim = { commitment: 'c1', step: 'dispatch', period: 'd1', post: 'handler@sjj', unit: 'sjj', address: 'abc', round: 0, expires: 1_800_000_000 };

describe('the token', () => {
  const keys = newLinkKeys();
  const token = signLink(keys, claim);

  it('is read as it was signed, and with no character of it changed, lost or added', () => {
    expect(readLink(keys, token)).toEqual(claim);
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(readLink(keys, `${token.slice(0, at)}${other}${token.slice(at + 1)}`)).toBeNull();
      expect(readLink(keys, token.slice(0, at))).toBeNull();
    }
    for (const other of [`${token}.x`, `${token}=`, '', '.', '..', 'a'.repeat(100_000), signLink(newLinkKeys(), claim)]) expect(readLink(keys, other)).toBeNull();
  });

  it('lives through a rotation, and no longer than its key', () => {
    const [fresh] = newLinkKeys();
    expect(readLink([fresh, ...keys], token)).toEqual(claim);
    expect(readLink([fresh], token)).toBeNull();
    // A key's id is signed too: the same secret under another name signs something else.
    expect(readLink([{ id: 'other', secret: keys[0].secret }], token.replace(keys[0].id, 'other'))).toBeNull();
  });

  it.each(['', 'a', 'a:short', `a:${'x'.repeat(32)},a:${'y'.repeat(32)}`, `a b:${'x'.repeat(32)}`, `a:${'x'.repeat(32)},`])('takes no keys of the form %j', (text) => {
    expect(parseKeys(text)).toBeNull();
  });
});

describe('the page', () => {
  let world: World;
  beforeAll(async () => { world = await createWorld(); });
  afterAll(() => world.stop());
  const seq = async (id: string): Promise<number> => (await world.state(id)).seq;

  test('S5: scanners change nothing, a link acts once, and one that must not act says what to do instead', async () => {
    const title = '压减<b onclick=x>审批</b>"\'环节</title><script>alert(1)</script>';
    const id = await world.register({ title, quote: '{{7*7}}${7*7}<img src=x onerror=alert(1)>' });
    await world.mails(id);
    const url = await lastLink(world, 'h-sjj');
    const head = await lastLink(world, 'head-sjj');
    const before = await seq(id);
    for (let round = 0; round < 5; round += 1) {
      expect((await open(url)).status).toBe(200);
      expect((await open(url, 'HEAD')).status).toBe(200);
    }
    expect(await seq(id)).toBe(before);

    // S7: what people wrote is text on the page; the policy allows no script, no inline style but ours, nothing from elsewhere.
    const page = await open(url);
    expect(page.html).not.toMatch(/<script|<img|<b onclick|https?:\/\/|\sstyle=/i);
    expect(page.text).toContain('{{7*7}}${7*7}<img src=x onerror=alert(1)>');
    const policy = page.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/);
    expect([page.headers.get('Referrer-Policy'), page.headers.get('Cache-Control'), page.headers.get('Set-Cookie')]).toEqual(['no-referrer', 'no-store', null]);
    expect(Buffer.byteLength(page.html)).toBeLessThan(16 * 1024);

    // Twenty clicks at once are one signature.
    const clicks = await Promise.all(Array.from({ length: 20 }, () => press(page, 'sign')));
    expect(clicks.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect((await world.office.stores.ledger.chain(id)).filter(({ fact }) => fact.type === 'signed')).toHaveLength(1);
    const used = await open(url);
    expect([used.status, used.text, used.forms]).toEqual([410, expect.stringMatching(/承办sjj已于3月2日（周一）09:\d\d通过它签收/), []]);
    // Another form by the used link does nothing, though the rules would take it.
    const replay = await fetch(url, { method: 'POST', body: new URLSearchParams({ do: 'report', word: '重放' }) });
    await replay.text();
    expect((await world.state(id)).units[0]?.reports).toBe(0);

    // A refusal uses nothing up, and what was typed is still there.
    const onward = await open(clicks[0]!.next!);
    const empty = await press(onward, 'report', { word: '', percent: '400' });
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('请填0至100的整数')]);
    expect((await press(empty, 'report', { word: '已开展', percent: '20' })).status).toBe(200);

    // Tampered, of another key, too long.
    const token = url.slice(url.lastIndexOf('/') + 1);
    for (const other of [`${token}x`, signLink(newLinkKeys(), claim), 'nonsense']) {
      const refused = await open(`${world.url}/r/${other}`);
      expect([refused.status, refused.text]).toEqual([404, expect.stringContaining('没有办理任何事项')]);
    }

    // A successor holds the post: the old mailbox's link is worth nothing, the person who left sees why.
    await world.office.stores.organisation.importAll({
      ...organisation,
      holdings: organisation.holdings.map((one) => (one.post === 'unitHead@sjj' ? { ...one, person: 'head-czj' } : one)),
    });
    const left = await open(head);
    expect([left.status, left.text]).toEqual([410, expect.stringContaining('收件人已不在这个岗位')]);
    await world.office.stores.organisation.importAll(organisation);
    expect((await open(head)).status).toBe(200);

    await world.act(id, { name: 'transfer', unit: 'sjj', toUnit: 'czj', reason: '职责调整' }, 'reg');
    const moved = await open(head);
    expect([moved.status, moved.text]).toEqual([410, expect.stringContaining('转由其他单位承办')]);
    await world.mails(id);
    const last = await lastLink(world, 'h-czj');
    await world.until('2026-04-02');
    const expired = await open(last);
    expect([expired.status, expired.text]).toEqual([410, expect.stringContaining('4月1日（周三）')]);
    await world.act(id, { name: 'terminate', reason: '政策调整' }, 'reg');
    expect((await fetch(last, { method: 'POST', body: new URLSearchParams({ do: 'report', word: 'x' }) })).status).toBe(410);
  });

  test('what a link does is written down before it is done, or not done; a link that opens nothing is written down as well', async () => {
    const id = await world.register({ due: '2026-09-30' });
    await world.mails(id);
    const url = await lastLink(world, 'h-sjj');
    const page = await open(url);
    const db = world.office.stores.connection.db!;
    await db.command({ collMod: 'access_audit', validator: { never: { $exists: true } } });
    expect((await press(page, 'sign')).status).toBe(500);
    expect((await world.office.stores.ledger.chain(id)).some(({ fact }) => fact.type === 'signed')).toBe(false);
    await db.command({ collMod: 'access_audit', validator: {} });
    expect((await press(page, 'sign')).status).toBe(200);
    await open(url);
    await open(`${url}x`);
    const { items } = await (await fetch(`${world.url}/api/audit?action=reply&limit=20`, { headers: await world.as('auditAdmin') })).json() as { items: Record<string, unknown>[] };
    const told = items.map(({ person, object, detail, status }) => [person, object, detail, status]);
    expect(told).toContainEqual(['h-sjj', id, '签收', 200]);
    expect(told).toContainEqual([null, id, '这个链接已经用过', 410]);
    expect(told).toContainEqual([null, null, '链接不完整或不正确', 404]);
    expect(JSON.stringify(items)).not.toContain(url.slice(url.lastIndexOf('/') + 1));
  });
});
