/** Notices: what was owed to whom, and what became of it. */
import { z } from 'zod';
import { RESEND_WORDS, resendObstacle, type ResendObstacle } from '../domain/resend';
import { civilDateOf, msOf, timeOfDay, type Instant } from '../domain/time';
import { LINE_OCCASIONS, NOTICE_STATE_NAMES, NOTICE_STATES, OCCASION_NAMES, SLIP_OCCASIONS, SUPPRESSION_NAMES } from '../domain/vocabulary';
import type { NoticeFilter, NoticeRecord } from '../stores/notices';
import { mayDo } from './access';
import { noticeAnswer, noticeCountsAnswer, noticeListAnswer } from './answers';
import { principalOf } from './auth';
import { cursorOf, cursorSchema, placeIn } from './cursor';
import { commaList, idSchema, limitSchema } from './fields';
import { reachFor } from './guard';
import { Problem } from './problems';
import { ok, route, type ApiRouter } from './route';
import { smtpWords } from './smtp-words';
import { postWords, type UnitNames } from './views';

const noticesQuery = z.strictObject({
  commitment: idSchema.optional(),
  state: commaList(NOTICE_STATES).optional(),
  occasion: z.enum([...SLIP_OCCASIONS, ...LINE_OCCASIONS]).optional(),
  unit: idSchema.optional(),
  ambiguous: z.enum(['true']).optional(),
  cursor: cursorSchema,
  limit: limitSchema,
});
const placeSchema = z.strictObject({ at: z.iso.datetime(), id: z.string().min(1).max(400) });

/** The fencing token and the uniqueness key are the mail worker's own. */
const noticeView = ({ _id, token: _token, occasionKey: _key, sendStarted: _started, ...shown }: NoticeRecord, names: UnitNames, obstacle: ResendObstacle | 'notYours' | null) => ({
  id: _id, ...shown, resendOf: shown.resendOf ?? null, resent: shown.resent ?? null,
  resend: { possible: obstacle === null, why: obstacle === 'inDigest' || obstacle === 'noLongerOwed' || obstacle === 'resent' ? RESEND_WORDS[obstacle] : null },
  occasionName: shown.slip?.document ?? OCCASION_NAMES[shown.occasion], postName: postWords(names, shown.postKind, shown.unit), stateName: NOTICE_STATE_NAMES[shown.state],
  errorName: shown.error === null ? null : smtpWords(shown.error),
  reasonName: shown.reason === null ? null : SUPPRESSION_NAMES[shown.reason],
  /** Held back by a send window or a throttle: queued, expected at. */
  queued: shown.state === 'pending' && shown.nextAttemptAt !== null ? { expectedAt: shown.nextAttemptAt, text: `排队中，预计${civilDateOf(shown.nextAttemptAt)} ${timeOfDay(shown.nextAttemptAt)}发出` } : null,
});

const LATE_MINUTES = 15;
/** Null where nothing waits so long that somebody should look. */
const lateWords = ({ waiting, oldest }: { readonly waiting: number; readonly oldest: Instant | null }, now: Instant): string | null => {
  const minutes = oldest === null ? 0 : Math.floor((msOf(now) - msOf(oldest)) / 60_000);
  if (minutes <= LATE_MINUTES) return null;
  return `有${waiting}封邮件该发而未发，最早的一封已等了${minutes < 120 ? `${minutes}分钟` : `${Math.floor(minutes / 60)}小时`}；恢复后自动补发，请系统管理员检查邮件服务器和后台进程`;
};

const withoutMark = (notice: NoticeRecord) => ({ ...notice, resent: notice.resent ?? null });

export const noticeRoutes = (api: ApiRouter): void => {
  const { stores, temporal, clock } = api.deps;
  /** Of each, why it may not go out once more. */
  const obstaclesTo = async (notices: readonly NoticeRecord[]): Promise<Map<string, ResendObstacle | null>> => {
    const commitments = await stores.commitments.getMany([...new Set(notices.filter(({ state }) => state !== 'sent' && state !== 'bundled').map(({ commitment }) => commitment))]);
    return new Map(notices.map((notice) => {
      const state = commitments.get(notice.commitment)?.state;
      return [notice._id, state ? resendObstacle(withoutMark(notice), state) : 'delivered'];
    }));
  };

  route(api, {
    method: 'get', path: '/api/notices', summary: '通知：该发给谁、结果如何', tag: '通知', action: 'notice.read', query: noticesQuery, answers: { 200: noticeListAnswer },
  }, async ({ query }, { request }) => {
    const reach = reachFor(request, 'notice.read');
    const before = placeIn(placeSchema, query.cursor);
    const filter: NoticeFilter = {
      ...(reach === null ? {} : { units: reach.units }),
      ...(query.commitment === undefined ? {} : { commitment: query.commitment }),
      ...(query.state === undefined ? {} : { states: query.state }),
      ...(query.occasion === undefined ? {} : { occasion: query.occasion }),
      ...(query.unit === undefined ? {} : { unit: query.unit }),
      ...(query.ambiguous === undefined ? {} : { ambiguous: true }),
      ...(before === null ? {} : { before }),
      limit: query.limit + 1,
    };
    const [more, names] = await Promise.all([stores.notices.list(filter), stores.organisation.unitNames()]);
    const found = more.slice(0, query.limit);
    const last = found.at(-1);
    const obstacles = mayDo(principalOf(request), 'notice.resend') ? await obstaclesTo(found) : null;
    return ok({ items: found.map((notice) => noticeView(notice, names, obstacles === null ? 'notYours' : obstacles.get(notice._id) ?? null)),
      next: more.length > found.length && last ? cursorOf({ at: last.createdAt, id: last._id }) : null });
  });

  route(api, {
    method: 'post', path: '/api/notices/:id/resend', summary: '重发：没有送达的通知再发一次，另计结果', tag: '通知', action: 'notice.resend',
    params: z.strictObject({ id: z.string().min(1).max(400) }), body: z.strictObject({}), answers: { 200: noticeAnswer }, idempotent: true,
  }, async ({ params: { id } }, { actor, at }) => {
    const old = await stores.notices.get(id);
    if (old === null) throw new Problem('notFound', { detail: '没有这一通知' });
    const begun = old.resent?.person === actor.person ? await stores.notices.get(old.resent.notice) : null;
    const obstacle = begun?.state === 'pending' ? null : (await obstaclesTo([old])).get(id) ?? null;
    if (obstacle !== null) throw new Problem('notResent', { detail: RESEND_WORDS[obstacle] });
    // A crash between the two leaves a notice that nobody sends: the same request again completes it, else the auditor does.
    const again = begun?.state === 'pending' ? begun : await stores.notices.resend(id, actor, at);
    if (again === null) throw new Problem('notResent', { detail: RESEND_WORDS.resent });
    await temporal.startNotice({ noticeId: again._id, commitment: again.commitment, occasion: again.occasion, awaited: again.awaited, asOf: clock.now() });
    return ok(noticeView(again, await stores.organisation.unitNames(), 'unsettled'));
  });

  route(api, {
    method: 'get', path: '/api/notices/counts', summary: '通知按事由和结果计数', tag: '通知', action: 'notice.read', answers: { 200: noticeCountsAnswer },
  }, async (_input, { request, at }) => {
    const reach = reachFor(request, 'notice.read');
    const [counts, outbox] = await Promise.all([stores.notices.countByOccasionAndState(reach?.units), reach === null ? stores.notices.outbox(at) : null]);
    return ok({ late: outbox && lateWords(outbox, at), counts: counts.map((one) => ({ ...one, occasionName: OCCASION_NAMES[one.occasion], stateName: NOTICE_STATE_NAMES[one.state] })) });
  });
};
