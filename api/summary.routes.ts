/** How much is done: by unit, light and source, each rate with its numerator and denominator. One query over the bands. */
import { z } from 'zod';
import { LIGHT_COLOURS, LIGHT_NAMES, type LightColour } from '../domain/vocabulary';
import type { BandCount } from '../stores/bands';
import { readTogether } from '../stores/together';
import { summaryAnswer } from './answers';
import { principalOf } from './auth';
import { clocksAnswer, clocksQuery, clocksReport, type ClocksQuery } from './clocks';
import { asOfSchema, resolveAsOf } from './fields';
import { createOverview } from './overview';
import { overviewAnswer } from './overview-answer';
import { reachFor } from './guard';
import { within } from './listing';
import { ok, route, type ApiRouter } from './route';
import { nameOf } from './views';

/** 办结 counts from the accepted request; an item that was terminated or not pursued is neither done nor owed, and stands apart. */
const groupOf = ({ status }: BandCount): 'done' | 'dropped' | 'open' =>
  (status === 'CLOSED' || status === 'WRITTEN_OFF' ? 'done' : status === 'TERMINATED' || status === 'NOT_PURSUED' ? 'dropped' : 'open');

/** @returns percent to one decimal, halves up; null where there is nothing to divide by */
const percentOf = (numerator: number, denominator: number): number | null =>
  (denominator === 0 ? null : Math.round((numerator * 1000) / denominator) / 10);

export const tally = (counts: readonly BandCount[]) => {
  const sum = (wanted: (count: BandCount) => boolean): number => counts.filter(wanted).reduce((total, { count }) => total + count, 0);
  const [done, open, dropped] = (['done', 'open', 'dropped'] as const).map((group) => sum((count) => groupOf(count) === group)) as [number, number, number];
  const lights = Object.fromEntries(LIGHT_COLOURS.map((colour) => [colour, sum((count) => count.colour === colour && groupOf(count) !== 'dropped')])) as Record<LightColour, number>;
  return {
    /** 总数 = 已办结 + 办理中 = all lights together; 终止 stands beside it. */
    total: done + open, done, open, dropped,
    completion: { percent: percentOf(done, done + open), numerator: done, denominator: done + open },
    lights,
  };
};

const groupBy = <K>(counts: readonly BandCount[], key: (count: BandCount) => K): [K, BandCount[]][] => {
  const groups = new Map<K, BandCount[]>();
  counts.forEach((count) => groups.set(key(count), [...(groups.get(key(count)) ?? []), count]));
  return [...groups].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
};

export const summaryRoutes = (api: ApiRouter): void => {
  const { stores, clock } = api.deps;
  route(api, {
    method: 'get', path: '/api/summary', summary: '办结率和亮灯：总的、按单位、按来文', tag: '统计', action: 'summary.read',
    query: z.strictObject({ asOf: asOfSchema }), answers: { 200: summaryAnswer },
  }, async ({ query }, { request }) => {
    const reach = reachFor(request, 'summary.read');
    const { at } = resolveAsOf(query.asOf, clock.now());
    const [counts, names] = await Promise.all([stores.bands.counts(at, reach === null ? undefined : await stores.commitments.idsWithin(reach)), stores.organisation.unitNames()]);
    const { lights, ...total } = tally(counts);
    return ok({
      asOf: at,
      ...total,
      byLight: LIGHT_COLOURS.map((colour) => ({ colour, name: LIGHT_NAMES[colour], count: lights[colour] })),
      byUnit: groupBy(counts, ({ unit }) => unit).map(([unit, part]) => ({ unit, name: nameOf(names, unit), ...tally(part) })),
      bySource: groupBy(counts, ({ source }) => source).map(([source, part]) => ({ source, ...tally(part) })),
    });
  });
  // However many leaders look, one of them at a time has it reckoned.
  const clocksOfAll = readTogether((query) => clocksReport(stores, JSON.parse(query) as ClocksQuery, {}, clock.now()));
  route(api, {
    method: 'get', path: '/api/clocks', summary: '时限完成情况：受理、转办、签收、答复、办理、回访和各阶段，应办多少、按时多少，用时的中位数和百分位', tag: '统计', action: 'summary.read',
    query: clocksQuery, answers: { 200: clocksAnswer },
  }, async ({ query }, { request }) => {
    const reach = reachFor(request, 'summary.read');
    return ok(await (reach === null ? clocksOfAll(JSON.stringify(query)) : clocksReport(stores, query, await within(stores, {}, reach), clock.now())));
  });
  const overview = createOverview(stores);
  route(api, {
    method: 'get', path: '/api/overview', summary: '总览：办到哪一步，按时办结率，十三周变化，等领导拿主意的十件', tag: '统计', action: 'overview.read',
    query: z.strictObject({ asOf: asOfSchema }), answers: { 200: overviewAnswer },
  }, async ({ query }, { request }) => ok(await overview(resolveAsOf(query.asOf, clock.now()), principalOf(request))));
};
