/** A source as it is read: its text, the lights of its tasks at an instant, and how they turned week by week. */
import { z } from 'zod';
import { addDays, civilDateOf, daysBetween, instantAt, msOf, toInstant, type CivilDate } from '../domain/time';
import { lightClass } from '../domain/light-name';
import { LIGHT_CLASSES, type LightClass } from '../domain/vocabulary';
import type { CommitmentDocument } from '../stores/commitments';
import { asOfSchema, resolveAsOf } from './fields';
import { civilDateSchema, instantSchema } from '../domain/state';
import { itemAnswer } from './answers';
import { ok, route, type ApiRouter } from './route';
import { sourceParams } from './source-fields';
import { ownCommitments, sourceNamed } from './source-reach';
import { bandStanding } from './listing';
import { itemView, nameOf, standingOf, type UnitNames } from './views';

const lightsQuery = z.strictObject({ asOf: asOfSchema });
const textAnswer = z.strictObject({ revision: z.int(), text: z.string() });
const lightsAnswer = z.strictObject({
  items: z.array(itemAnswer.extend({ coUnits: z.array(z.strictObject({ unit: z.string(), name: z.string() })), version: z.int() })), asOf: instantSchema,
});
const turnsAnswer = z.strictObject({
  since: civilDateSchema, weeks: z.array(civilDateSchema), items: z.array(z.strictObject({ commitment: z.string(), colours: z.array(z.enum(LIGHT_CLASSES).nullable()) })), asOf: instantSchema,
});
const PAGE = 500;
/** Two years of weeks; an older speech begins later. */
const WEEKS = 106;

const coUnitsOf = ({ state }: CommitmentDocument, names: UnitNames) =>
  state.units.filter((part) => part.role === 'co').map((part) => ({ unit: part.unit, name: nameOf(names, part.unit) }));

/** Ascending days a week apart, the last one today. */
export const weeksUntil = (from: CivilDate, today: CivilDate): CivilDate[] => {
  const weeks = Math.min(WEEKS, Math.max(0, Math.floor(daysBetween(from, today) / 7)));
  return Array.from({ length: weeks + 1 }, (_, index) => addDays(today, (index - weeks) * 7));
};

export const speechRoutes = (api: ApiRouter): void => {
  const { deps } = api;
  const { stores, clock } = deps;
  const tasksOf = async (source: string): Promise<CommitmentDocument[]> => {
    const tasks: CommitmentDocument[] = [];
    for (;;) {
      const last = tasks.at(-1);
      const page = await stores.commitments.page({ source }, PAGE, { by: 'due', down: false }, last ? { value: last.state.due, id: last._id } : null);
      tasks.push(...page);
      if (page.length < PAGE) return tasks;
    }
  };

  route(api, {
    method: 'get', path: '/api/sources/:id/text', summary: '来文全文', tag: '来文', action: 'source.read', params: sourceParams, answers: { 200: textAnswer },
  }, async ({ params: { id } }) => {
    const { revision } = await sourceNamed(deps, id);
    return ok({ revision, text: await stores.sources.text(id, revision) });
  });

  route(api, {
    method: 'get', path: '/api/sources/:id/lights', summary: '一篇来文各事项的灯', tag: '来文', action: 'source.read', params: sourceParams, query: lightsQuery, answers: { 200: lightsAnswer },
  }, async ({ params: { id }, query }, { request }) => {
    await sourceNamed(deps, id);
    const { at, past } = resolveAsOf(query.asOf, clock.now());
    const [all, names, own] = await Promise.all([tasksOf(id), stores.organisation.unitNames(), ownCommitments(deps, request)]);
    const tasks = all.filter((task) => own === null || own.has(task._id));
    const bands = past ? await stores.bands.at(tasks.map((task) => task._id), at) : null;
    const shown = tasks.filter((task) => bands === null || bands.has(task._id));
    const items = await Promise.all(shown.map(async (task) => {
      const rules = await stores.rules.forCommitment(task.state);
      const band = bands?.get(task._id);
      return {
        ...itemView({ state: task.state, number: task.number, rules, names, at }, band ? bandStanding(band) : standingOf(task.state, rules, at)),
        coUnits: coUnitsOf(task, names), version: task.version,
      };
    }));
    return ok({ items, asOf: at });
  });

  route(api, {
    method: 'get', path: '/api/sources/:id/turns', summary: '一篇来文各事项的灯逐周的变化', tag: '来文', action: 'source.read', params: sourceParams, answers: { 200: turnsAnswer },
  }, async ({ params: { id } }, { request }) => {
    const source = await sourceNamed(deps, id);
    const own = await ownCommitments(deps, request);
    const now = clock.now();
    const today = civilDateOf(now);
    const since = source.date !== null && source.date <= today ? source.date : civilDateOf(source.importedAt);
    const weeks = weeksUntil(since, today).map((date) => ({ date, at: date === today ? now : toInstant(msOf(instantAt(date, '23:59'))) }));
    const turns = new Map<string, (LightClass | null)[]>();
    for (const band of await stores.bands.ofSource(id)) {
      if (own?.has(band.commitment) === false) continue;
      const row = turns.get(band.commitment) ?? weeks.map(() => null);
      weeks.forEach(({ at }, index) => { if (band.from <= at && (band.to === null || band.to > at)) row[index] = lightClass(band); });
      turns.set(band.commitment, row);
    }
    return ok({ since, weeks: weeks.map(({ date }) => date), items: [...turns].map(([commitment, colours]) => ({ commitment, colours })), asOf: now });
  });
};
