/** What became of an operation whose answer was lost: asked by its Idempotency-Key. */
import { z } from 'zod';
import { commitmentIdOf } from './fields';
import { KEY } from './idempotency';
import { Problem } from './problems';
import { ok, route, type ApiRouter } from './route';

const outcomeAnswer = z.strictObject({
  key: z.string(),
  outcomes: z.array(z.strictObject({
    state: z.enum(['inFlight', 'done']),
    operation: z.string().nullable().describe('方法和地址；由台账查得的操作为空'),
    commitment: z.string().nullable(), version: z.int().min(0).nullable(),
    status: z.int().nullable(), answer: z.unknown().describe('当时的答复；由台账查得的操作为空'),
  })),
}).meta({ id: 'Outcome' });

export const outcomeRoutes = (api: ApiRouter): void => {
  const { stores } = api.deps;
  /**
   * A kept answer first. After a 503 none is kept, though the command may have gone through: then the ledger and the
   * commitments themselves tell.
   */
  route(api, {
    method: 'get', path: '/api/idempotency/:key', summary: '查询操作结果：答复丢失时，按 Idempotency-Key 查询本人的操作是否已办成', tag: '运行', action: 'outcome.own',
    params: z.strictObject({ key: z.string().regex(KEY, '1至200个可见的 ASCII 字符，不含空格') }), answers: { 200: outcomeAnswer },
  }, async ({ params: { key } }, { actor }) => {
    const [kept, entry, born] = await Promise.all([stores.idempotency.ofKey(actor.person, key), stores.ledger.ofPersonsKey(actor.person, key), stores.commitments.get(commitmentIdOf(actor, key))]);
    const none = { operation: null, commitment: null, version: null, status: null, answer: null };
    const outcomes = [
      ...kept.map(({ route: operation, state, answer }) => ({ ...none, operation, state, status: answer?.status ?? null, answer: answer?.body ?? null })),
      ...(kept.length === 0 && entry ? [{ ...none, state: 'done' as const, commitment: entry.commitment, version: entry.seq }] : []),
      ...(kept.length === 0 && born ? [{ ...none, state: 'done' as const, operation: 'POST /api/commitments', commitment: born._id, version: born.version }] : []),
    ];
    if (outcomes.length === 0) throw new Problem('notFound', { detail: '没有以此键办成的操作', hint: '可以用同一个键重新提交：已办成的不会重复办理' });
    return ok({ key, outcomes });
  });
};
