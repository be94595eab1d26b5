/** Notices: what was owed to whom, and what became of it. */
import { z } from 'zod';
import { civilDateOf, timeOfDay } from '../domain/time';
import { LINE_OCCASIONS, NOTICE_STATE_NAMES, NOTICE_STATES, OCCASION_NAMES, SLIP_OCCASIONS, SUPPRESSION_NAMES } from '../domain/vocabulary';
import type { NoticeFilter, NoticeRecord } from '../stores/notices';
import { noticeCountsAnswer, noticeListAnswer } from './answers';
import { commaList, idSchema, limitSchema } from './fields';
import { reachFor } from './guard';
import { ok, route, type ApiRouter } from './route';
import { postWords, type UnitNames } from './views';

const noticesQuery = z.strictObject({
  commitment: idSchema.optional(),
  state: commaList(NOTICE_STATES).optional(),
  occasion: z.enum([...SLIP_OCCASIONS, ...LINE_OCCASIONS]).optional(),
  unit: idSchema.optional(),
  ambiguous: z.enum(['true']).optional(),
  limit: limitSchema,
});

/** The fencing token and the uniqueness key are the mail worker's own. */
const noticeView = ({ _id, token: _token, occasionKey: _key, sendStarted: _started, ...shown }: NoticeRecord, names: UnitNames) => ({
  id: _id, ...shown,
  occasionName: shown.slip?.document ?? OCCASION_NAMES[shown.occasion], postName: postWords(names, shown.postKind, shown.unit), stateName: NOTICE_STATE_NAMES[shown.state],
  reasonName: shown.reason === null ? null : SUPPRESSION_NAMES[shown.reason],
  /** Held back by a send window or a throttle: queued, expected at. */
  queued: shown.state === 'pending' && shown.nextAttemptAt !== null ? { expectedAt: shown.nextAttemptAt, text: `排队中，预计${civilDateOf(shown.nextAttemptAt)} ${timeOfDay(shown.nextAttemptAt)}发出` } : null,
});

export const noticeRoutes = (api: ApiRouter): void => {
  const { stores } = api.deps;

  route(api, {
    method: 'get', path: '/api/notices', summary: '通知：该发给谁、结果如何', tag: '通知', action: 'notice.read', query: noticesQuery, answers: { 200: noticeListAnswer },
  }, async ({ query }, { request }) => {
    const reach = reachFor(request, 'notice.read');
    const filter: NoticeFilter = {
      ...(reach === null ? {} : { units: reach.units }),
      ...(query.commitment === undefined ? {} : { commitment: query.commitment }),
      ...(query.state === undefined ? {} : { states: query.state }),
      ...(query.occasion === undefined ? {} : { occasion: query.occasion }),
      ...(query.unit === undefined ? {} : { unit: query.unit }),
      ...(query.ambiguous === undefined ? {} : { ambiguous: true }),
      limit: query.limit,
    };
    const [found, names] = await Promise.all([stores.notices.list(filter), stores.organisation.unitNames()]);
    return ok({ items: found.map((notice) => noticeView(notice, names)) });
  });

  route(api, {
    method: 'get', path: '/api/notices/counts', summary: '通知按事由和结果计数', tag: '通知', action: 'notice.read', answers: { 200: noticeCountsAnswer },
  }, async (_input, { request }) => ok({ counts: (await stores.notices.countByOccasionAndState(reachFor(request, 'notice.read')?.units)).map((one) => ({ ...one, stateName: NOTICE_STATE_NAMES[one.state] })) }));
};
