/** A commitment is registered while no worker is up, once a key, whatever is repeated or breaks off. */
import { draft, freshKey, openOffice, until, type Office } from './support';

describe('registration without a worker', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const post = (body: unknown, key = freshKey(), person?: string) =>
    office.call<{ id: string; code?: string }>('POST', '/api/commitments', { body, key, ...(person === undefined ? {} : { person }) });
  const runningIds = async (): Promise<string[]> => {
    const ids: string[] = [];
    for await (const run of office.temporal.client.workflow.list({ query: "WorkflowType = 'commitment'" })) ids.push(run.workflowId);
    return ids;
  };

  it('answers 201 with both document and workflow there', async () => {
    const { status, headers, body } = await post(draft());
    expect(status).toBe(201);
    expect(headers.get('Location')).toBe(`/api/commitments/${body.id}`);
    expect(body).toMatchObject({ status: 'DISPATCHED', number: null, version: 0, lead: { unit: 'sjj', name: '临川市数据局' }, light: { colour: 'green' }, due: '2026-06-15' });
    expect(await office.stores.commitments.get(body.id)).toMatchObject({ version: 0, number: null, state: { clockShiftMs: office.clock.offsetMs, wakeSpreadMs: 0 } });
    const { status: run } = await office.temporal.client.workflow.getHandle(`commitment/${body.id}`).describe();
    expect(run.name).toBe('RUNNING');
  });

  it('R14: makes one commitment of 100 parallel requests with one key, every answer 201 with the same body or 409', async () => {
    const before = await office.stores.commitments.count();
    const key = freshKey();
    const answers = await Promise.all(Array.from({ length: 100 }, () => post(draft({ title: '同一项' }), key)));
    const made = answers.filter(({ status }) => status === 201);
    expect(made.length).toBeGreaterThan(0);
    expect(new Set(made.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 409).every(({ body, headers }) => body.code === 'idempotencyKeyInFlight' && headers.get('Retry-After') === '1')).toBe(true);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(await office.stores.commitments.count()).toBe(before + 1);
    const again = await post(draft({ title: '同一项' }), key);
    expect([again.status, again.text, again.headers.get('Idempotency-Replayed')]).toEqual([201, made[0]?.text, 'true']);
    expect(again.headers.get('Location')).toBe(`/api/commitments/${again.body.id}`);
    expect((await runningIds()).filter((id) => id === `commitment/${again.body.id}`)).toHaveLength(1);
  });

  it('R14: refuses a key that comes back with another body, also after the key was freed', async () => {
    const key = freshKey();
    expect((await post(draft(), key)).status).toBe(201);
    const other = await post(draft({ title: '另一项' }), key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotencyKeyReused']);
    await office.stores.connection.collection('idempotency').deleteMany({});
    const later = await post(draft({ title: '另一项' }), key);
    expect([later.status, later.body.code]).toEqual([422, 'idempotencyKeyReused']);
    expect((await post(draft(), key)).status).toBe(201);
  });

  it('lets two persons use the same key for two commitments', async () => {
    const key = freshKey();
    const [one, two] = await Promise.all([post(draft(), key, 'zhang'), post(draft(), key, 'li')]);
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(one.body.id).not.toBe(two.body.id);
  });

  it('completes with the same key what a crash left between insert and start, even after the deadline has passed', async () => {
    const key = freshKey();
    const { body } = await post(draft({ due: '2026-03-02' }), key);
    await office.temporal.client.workflow.getHandle(`commitment/${body.id}`).terminate('crash');
    await office.stores.connection.collection('idempotency').deleteMany({});
    const offset = office.clock.offsetMs;
    office.clock.setOffset(offset + 3 * 86_400_000);
    try {
      expect((await post(draft({ due: '2026-03-02' }), key)).status).toBe(201);
    } finally {
      office.clock.setOffset(offset);
    }
    expect((await office.temporal.client.workflow.getHandle(`commitment/${body.id}`).describe()).status.name).toBe('RUNNING');
  });

  it('tells all faults at once: schema faults together, then what the organisation does not know', async () => {
    type Faulty = { code: string; errors: { path: string; message: string; accepted: string }[] };
    const shape = await office.call<Faulty>('POST', '/api/commitments', { body: { ...draft(), title: '', kind: 'wish', status: 'CLOSED', due: '2026-02-30' } });
    expect(shape.status).toBe(400);
    expect(shape.headers.get('Content-Type')).toContain('application/problem+json');
    expect(shape.body.errors.map(({ path }) => path).sort()).toEqual(['due', 'kind', 'status', 'title']);
    expect(shape.body.errors.every(({ message, accepted }) => /\p{Script=Han}/u.test(message) && accepted !== '')).toBe(true);
    const unknown = await office.call<Faulty>('POST', '/api/commitments', { body: draft({ lead: 'nobody', coUnits: ['fgw', 'none'], sponsor: 'handler@sjj', pack: '无', due: '2026-01-05' }) });
    expect(unknown.status).toBe(400);
    expect(unknown.body.errors.map(({ path }) => path).sort()).toEqual(['coUnits.1', 'due', 'lead', 'pack', 'sponsor']);
  });

  it('shows what was registered before any worker has woken it', async () => {
    const { body } = await post(draft({ title: '未唤醒' }));
    const { status, body: one } = await office.call<{ timeline: unknown[]; nextMoment: { kind: string }; version: number }>('GET', `/api/commitments/${body.id}`);
    expect([status, one.timeline.length, one.nextMoment.kind, one.version]).toEqual([200, 0, 'birth', 0]);
  });

  it('answers a command that nobody took with 503, keeps its key free, and does it once a worker is there', async () => {
    const { body } = await post(draft({ title: '等待办理' }));
    const sign = (key: string) => office.call<{ code?: string }>('POST', `/api/commitments/${body.id}/commands/sign`, { body: { unit: 'sjj' }, key });
    const key = freshKey();
    const refused = await sign(key);
    expect([refused.status, refused.body.code, refused.headers.get('Retry-After')]).toEqual([503, 'unavailable', '2']);
    expect(await office.stores.connection.collection('idempotency').countDocuments({ state: 'inFlight' })).toBe(0);
    await office.startWorker();
    expect((await sign(key)).status).toBe(200);
    const signed = async (): Promise<number> => (await office.stores.ledger.chain(body.id)).filter(({ fact }) => fact.type === 'signed').length;
    // The answer waits a second at most for the write.
    await until(async () => (await signed()) > 0, 'written down');
    expect(await signed()).toBe(1);
  });
});
