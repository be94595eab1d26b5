/** With an engine away the API says so, in general words, and a retry completes what was begun. */
import mongoose from 'mongoose';
import { isEngineAway } from '../../api/problems';
import { draft, freshKey, openOffice, until, type Office } from './support';

describe('engines away', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const ready = () => office.call<{ ready: boolean; mongo: boolean; temporal: boolean }>('GET', '/health/ready');

  it('is live and ready with both, and says that nobody drives the engine', async () => {
    expect((await office.call('GET', '/health/live')).status).toBe(200);
    expect((await ready()).body).toEqual({ ready: true, mongo: true, temporal: true });
    const { status, body } = await office.call<{ driven: boolean; queues: { queue: string; workers: number }[] }>('GET', '/health/engine');
    expect([status, body.driven, body.queues.map(({ queue }) => queue)]).toEqual([200, false, ['commitments-v1', 'mail-v1']]);
  });

  it('counts requests by route template and reminders by lateness', async () => {
    office.metrics.recordLateness(42);
    office.metrics.recordNotice('chase', 'sent');
    await office.call('GET', '/api/commitments/none');
    const { text } = await office.call('GET', '/metrics');
    expect(text).toContain('yanxing_http_request_duration_seconds_count{method="GET",route="/api/commitments/:id",status="404"} 1');
    expect(text).toContain('yanxing_reminder_lateness_seconds_bucket{le="60"} 1');
    expect(text).toContain('yanxing_notices_total{occasion="chase",outcome="sent"} 1');
    expect((await office.call<{ newestLateness: { seconds: number } }>('GET', '/health/engine')).body.newestLateness.seconds).toBe(42);
  });

  it('S16: answers 503 with Retry-After while Temporal is away, keeps the key free, and goes on where it was', async () => {
    await office.engines.killTemporal?.();
    const key = freshKey();
    const refused = await office.call<{ code: string }>('POST', '/api/commitments', { body: draft(), key });
    expect([refused.status, refused.body.code, refused.headers.get('Retry-After')]).toEqual([503, 'unavailable', '2']);
    expect(refused.text).not.toMatch(/at |\.ts|\.js|ECONN|127\.0\.0\.1:\d+/);
    expect((await ready()).body).toEqual({ ready: false, mongo: true, temporal: false });
    expect((await office.call('GET', '/api/commitments')).status).toBe(200);
    await office.engines.restartTemporal?.();
    await until(async () => (await ready()).body.temporal, 'Temporal back');
    await office.temporal.ensureSearchAttributes();
    await until(async () => (await office.call('POST', '/api/commitments', { body: draft(), key })).status === 201, 'registered with the same key');
    expect(await office.stores.commitments.count()).toBe(1);
  });

  it('S16: answers 503 while MongoDB is away, and serves again afterwards', async () => {
    await office.engines.killMongo?.();
    for (const path of ['/api/commitments', '/api/summary', '/api/notices']) {
      const refused = await office.call<{ code: string }>('GET', path);
      expect([path, refused.status, refused.body.code]).toEqual([path, 503, 'unavailable']);
      expect(refused.text).not.toMatch(/mongo|127\.0\.0\.1/i);
    }
    expect((await office.call('POST', '/api/commitments', { body: draft() })).status).toBe(503);
    expect((await ready()).body.mongo).toBe(false);
    await office.engines.restartMongo?.();
    await until(async () => (await office.call('GET', '/api/commitments')).status === 200, 'MongoDB back');
    expect((await office.call('POST', '/api/commitments', { body: draft() })).status).toBe(201);
  });

  it('R4: a primary that steps down while twenty register loses nothing that was answered, and is told to all others as away', async () => {
    const before = await office.stores.commitments.count();
    const writers = Array.from({ length: 20 }, async () => {
      const key = freshKey();
      return { key, ...(await office.call<{ id: string; code: string }>('POST', '/api/commitments', { body: draft(), key })) };
    });
    const direct = await mongoose.createConnection(office.engines.mongoUri.replace(/replicaSet=\w+/, 'directConnection=true&retryWrites=false')).asPromise();
    try {
      await direct.db!.admin().command({ replSetStepDown: 3, secondaryCatchUpPeriodSecs: 0, force: true });
      const error = await direct.collection('step_down').insertOne({ n: 1 }).catch((refused: unknown) => refused);
      expect(error).toMatchObject({ name: 'MongoServerError', code: 10107 });
      expect(isEngineAway(error)).toBe(true);
      for (const answer of await Promise.all(writers)) {
        expect([201, 503]).toContain(answer.status);
        let again = await office.call<{ id: string }>('POST', '/api/commitments', { body: draft(), key: answer.key });
        await until(async () => {
          if (again.status !== 201) again = await office.call('POST', '/api/commitments', { body: draft(), key: answer.key });
          return again.status === 201;
        }, 'registered with the same key');
        if (answer.status === 201) expect(again.body.id).toBe(answer.body.id);
      }
      expect(await office.stores.commitments.count()).toBe(before + 20);
    } finally {
      await direct.close();
    }
  });
});
