/** 工作日历: read, and a year imported or changed in haste (as on 2020-01-27), with what it does to running items shown first. */
import { z } from 'zod';
import { calendarYearSchema } from '../domain/calendar';
import { changedDays, withYear } from '../domain/calendar-change';
import { civilDateOf, timeOfDay } from '../domain/time';
import { sha256Hex } from '../stores/ledger';
import { Problem } from './problems';
import { isTouched, previewItemAnswer, previewRecount } from './repin';
import { ok, route, type ApiRouter } from './route';

/** Items that a preview looks at; beyond it the answer says so. */
const PREVIEW_ITEMS = 2_000;
const PREVIEW_SHOWN = 200;

const versionWords = z.string().regex(/^[0-9a-f]{12}$/, '应为12位十六进制');
const calendarAnswer = z.strictObject({ version: z.string(), years: z.array(calendarYearSchema) });
const dayAnswer = z.strictObject({ date: z.string(), from: z.boolean().describe('原来是否上班'), to: z.boolean() });
const previewAnswer = z.strictObject({
  version: z.string(), base: z.string(), days: z.array(dayAnswer), looked: z.int().min(0), more: z.boolean(), touched: z.int().min(0), firmed: z.int().min(0), items: z.array(previewItemAnswer),
});
const rolloutAnswer = z.strictObject({ self: z.string(), version: z.string(), total: z.int().min(0), left: z.int().min(0), reason: z.string(), by: z.strictObject({ person: z.string(), name: z.string() }).nullable(), at: z.string().nullable() });

export const calendarRoutes = (api: ApiRouter): void => {
  const { deps } = api;
  const { stores } = deps;
  const progress = async (version: string) => {
    const [by, total, left] = await Promise.all([stores.rules.calendarSource(version), stores.commitments.countRunning(), stores.commitments.countNotCountedBy(version)]);
    return { self: `/api/calendar/rollouts/${version}`, version, total, left, reason: by?.reason ?? '', by: by === null ? null : { person: by.person, name: by.name }, at: by?.at ?? null };
  };

  route(api, { method: 'get', path: '/api/calendar', summary: '工作日历：各年放假和补班', tag: '规则', action: 'calendar.read', answers: { 200: calendarAnswer } }, async () => {
    const { version, years } = await stores.rules.calendar();
    return ok({ version, years: Object.values(years).sort((a, b) => a.year - b.year) });
  });

  route(api, {
    method: 'post', path: '/api/calendar/years/preview', summary: '导入一年的放假安排：先看哪些日子改变、哪些事项的时限和邮件移动，不生效', tag: '规则', action: 'calendar.edit',
    body: z.strictObject({ file: calendarYearSchema }), answers: { 200: previewAnswer },
  }, async ({ body: { file } }, { actor, at }) => {
    const before = await stores.rules.calendar();
    const after = withYear(before, file, sha256Hex);
    const running = await stores.commitments.running(PREVIEW_ITEMS + 1);
    const touched = [];
    for (const document of running.slice(0, PREVIEW_ITEMS)) {
      const item = previewRecount(document, await stores.rules.forCommitment(document.state), after, at, actor);
      if (isTouched(item)) touched.push(item);
    }
    return ok({
      version: after.version, base: before.version, days: changedDays(before, after, file.year), looked: Math.min(running.length, PREVIEW_ITEMS), more: running.length > PREVIEW_ITEMS,
      touched: touched.length, firmed: touched.filter((item) => item.provisional.from && !item.provisional.to).length, items: touched.slice(0, PREVIEW_SHOWN),
    });
  });

  route(api, {
    method: 'post', path: '/api/calendar/years', summary: '导入一年的放假安排：在办事项的时限随即重新计算，逐项记入台账，已发出的不重发', tag: '规则', action: 'calendar.edit',
    body: z.strictObject({ file: calendarYearSchema, base: versionWords.describe('预览时的日历版本'), reason: z.string().trim().min(1, '不能为空').max(500, '不超过500字') }),
    answers: { 202: rolloutAnswer }, idempotent: true,
  }, async ({ body: { file, base, reason } }, { actor, at }) => {
    const before = await stores.rules.calendar();
    const after = withYear(before, file, sha256Hex);
    // Repeated after a lost answer, it finds itself done and tells again whom it may have missed.
    const last = before.version === base ? null : await stores.rules.calendarSource(before.version);
    if (before.version !== base && last?.before !== base) {
      throw new Problem('versionStale', {
        detail: `工作日历已是${before.version}${last === null ? '' : `，由${last.name}于${civilDateOf(last.at)} ${timeOfDay(last.at)}导入`}，请按它重新预览`,
        extra: { currentVersion: before.version, changedBy: last && { person: last.person, name: last.name }, changedAt: last?.at ?? null },
      });
    }
    if (after.version !== before.version) await stores.rules.importCalendar(after, { at, person: actor.person, name: actor.name, reason, before: before.version });
    await deps.temporal.startRollout({ version: after.version });
    return { status: 202, body: await progress(after.version) };
  });

  route(api, {
    method: 'get', path: '/api/calendar/rollouts/:version', summary: '换历进度：多少在办事项还没有按新日历重新计算', tag: '规则', action: 'calendar.read',
    params: z.strictObject({ version: versionWords }), answers: { 200: rolloutAnswer },
  }, async ({ params: { version } }) => {
    await stores.rules.calendarOf(version).catch(() => { throw new Problem('notFound', { detail: '没有这一版工作日历' }); });
    return ok(await progress(version));
  });
};
