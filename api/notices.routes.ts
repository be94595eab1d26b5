/** Notices: what was owed to whom, and what became of it. */
import { Router } from 'express';
import { z } from 'zod';
import { LINE_OCCASIONS, NOTICE_STATES, SLIP_OCCASIONS } from '../domain/vocabulary';
import type { NoticeFilter, NoticeRecord } from '../stores/notices';
import type { ApiDeps } from './deps';
import { commaList, idSchema, limitSchema } from './fields';
import { parse } from './parse';

const noticesQuery = z.strictObject({
  commitment: idSchema.optional(),
  state: commaList(NOTICE_STATES).optional(),
  occasion: z.enum([...SLIP_OCCASIONS, ...LINE_OCCASIONS]).optional(),
  unit: idSchema.optional(),
  ambiguous: z.enum(['true']).optional(),
  limit: limitSchema,
});

/** The fencing token and the uniqueness key are the mail worker's own. */
const noticeView = ({ _id, token: _token, occasionKey: _key, sendStarted: _started, ...shown }: NoticeRecord) => ({ id: _id, ...shown });

export const noticeRoutes = ({ stores }: ApiDeps): Router => {
  const router = Router();

  router.get('/api/notices', async (request, response) => {
    const { query } = parse(request, { query: noticesQuery });
    const filter: NoticeFilter = {
      ...(query.commitment === undefined ? {} : { commitment: query.commitment }),
      ...(query.state === undefined ? {} : { states: query.state }),
      ...(query.occasion === undefined ? {} : { occasion: query.occasion }),
      ...(query.unit === undefined ? {} : { unit: query.unit }),
      ...(query.ambiguous === undefined ? {} : { ambiguous: true }),
      limit: query.limit,
    };
    response.json({ items: (await stores.notices.list(filter)).map(noticeView) });
  });

  router.get('/api/notices/counts', async (request, response) => {
    parse(request, {});
    response.json({ counts: await stores.notices.countByOccasionAndState() });
  });

  return router;
};
