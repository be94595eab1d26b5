/** 总览: what a leader asks of everything that was said. One pass over the bands; each figure names the ledger query that lists exactly its items. */
import { workingDaysBetween } from '../domain/calendar';
import { isOverdue } from '../domain/light-name';
import { addDays, civilDateOf, instantAt, type Instant } from '../domain/time';
import { DROPPED_STATES, LIGHT_COLOURS, OPEN_STATES, STATUS_NAMES, type CommitmentStatus, type LightColour } from '../domain/vocabulary';
import type { Stores } from '../stores';
import type { Figure } from '../stores/bands';
import { NONE } from '../stores/ledger-filter';
import type { AsOf } from './fields';
import type { Principal } from './access';
import { attentionsOf, needOf, principalKey } from './attentions';
import { nameOf, selfOf } from './views';

const WEEKS = 13;
const OLDEST = 10;
const DONE: readonly CommitmentStatus[] = ['CLOSED', 'WRITTEN_OFF'];
/** Working days overdue; null has no end. */
const AGES: readonly (readonly [from: number, to: number | null])[] = [[0, 3], [4, 10], [11, 20], [21, null]];

/** A figure with the query of `/api/commitments` that yields exactly its items. */
export interface Told { readonly count: number; readonly query: string }
interface Rate { readonly percent: number | null; readonly numerator: Told; readonly denominator: Told; readonly words: string }

const DIGITS = '一二三四五六七八九';
/** Of a heading 十二、…: 12; what has no such number comes last. */
const placeOf = (heading: string): number => {
  const match = /^（?([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)[、）]/.exec(heading);
  if (!match) return Number.MAX_SAFE_INTEGER;
  const [, first = '', ten = '', last = ''] = match;
  return (ten === '' ? DIGITS.indexOf(first) + 1 : 10 * (first === '' ? 1 : DIGITS.indexOf(first) + 1)) + (last === '' ? 0 : DIGITS.indexOf(last) + 1);
};

const percentOf = (numerator: number, denominator: number): number | null => (denominator === 0 ? null : Math.round((numerator * 1000) / denominator) / 10);
const sum = (figures: readonly Figure[], wanted: (figure: Figure) => boolean): number => figures.reduce((total, figure) => total + (wanted(figure) ? figure.count : 0), 0);

type Lights = Partial<Record<LightColour, number>>;
const byLight = <T>(each: (colour: LightColour) => T) => Object.fromEntries(LIGHT_COLOURS.map((colour) => [colour, each(colour)])) as Record<LightColour, T>;
type Fields = Readonly<Record<string, string | readonly string[]>>;

/** @param asOf a past instant goes with every query, so that it lists what was counted */
const tellers = (figures: readonly Figure[], asOf: AsOf) => {
  const queryOf = (fields: Fields, past: Instant | null = asOf.past ? asOf.at : null): string => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) search.set(name, typeof value === 'string' ? value : value.join(','));
    if (past !== null) search.set('asOf', past);
    return search.toString();
  };
  const told = (part: readonly Figure[], fields: Fields, wanted: (figure: Figure) => boolean = () => true): Told => ({ count: sum(part, wanted), query: queryOf(fields) });
  const ofLight = (colour: LightColour): Fields => ({ colour, ...(colour === 'closed' ? { status: DONE } : {}) });
  /** Of a week that has passed. */
  const past = (at: Instant, lights: Lights) => ({ at, lights: byLight((colour) => ({ count: lights[colour] ?? 0, query: queryOf(ofLight(colour), at) })) });
  /** One row of a table: lights apart, and how much of it is done. */
  const row = (part: readonly Figure[], fields: Fields) => ({
    lights: byLight((colour) => told(part, { ...fields, ...ofLight(colour) }, (figure) => figure.colour === colour && !DROPPED_STATES.includes(figure.status))),
    done: told(part, { ...fields, status: DONE }, ({ status }) => DONE.includes(status)),
    total: told(part, { ...fields, status: [...OPEN_STATES, ...DONE] }, ({ status }) => !DROPPED_STATES.includes(status)),
  });
  const grouped = <K extends 'unit' | 'source' | 'section'>(part: readonly Figure[], key: K, field: string, fields: Fields, nameFor: (value: string | null) => string) => {
    const groups = new Map<string | null, Figure[]>();
    for (const figure of part) {
      const group = groups.get(figure[key]);
      if (group) group.push(figure);
      else groups.set(figure[key], [figure]);
    }
    return [...groups].map(([value, group]) => ({ id: value, name: nameFor(value), ...row(group, { ...fields, [field]: value ?? NONE }) }))
      .sort((a, b) => b.total.count - a.total.count || (a.name < b.name ? -1 : 1));
  };
  const timely = (): Rate => {
    const denominator = told(figures, { timely: ['onTime', 'late', 'owing'] }, (figure) => figure.timely !== null);
    const numerator = told(figures, { timely: 'onTime' }, (figure) => figure.timely === 'onTime');
    const [late, owing] = [sum(figures, ({ timely: is }) => is === 'late'), sum(figures, ({ timely: is }) => is === 'owing')];
    return {
      percent: percentOf(numerator.count, denominator.count), numerator, denominator,
      words: `分母为原定期限已过的${denominator.count}项：按时${numerator.count}，迟办${late}，仍未办结${owing}。延期不改原定期限，终止和不再推进的不计`,
    };
  };
  return { told, row, past, grouped, timely };
};

/** Past weeks hardly change; a late wake after an outage may still write into them. */
const KEPT_MS = 600_000;
/**
 * One computation at a time, whose answer all share. A quick one is of now. A slow one, in an office of tens of thousands, is kept
 * for `SHARE` times as long as it took, and the last answer serves while the next is under way: the figures are then
 * some seconds old, say so, and take a small share of the database, however many look.
 */
const QUICK_MS = 250;
const SHARE = 5;

export const createOverview = (stores: Stores) => {
  const weeks = new Map<Instant, { readonly until: number; readonly lights: Promise<Lights> }>();
  const lightsAt = (at: Instant): Promise<Lights> => {
    const known = weeks.get(at);
    if (known && known.until > performance.now()) return known.lights;
    if (weeks.size > 500) weeks.clear();
    const lights = stores.bands.lights(at);
    weeks.set(at, { until: performance.now() + KEPT_MS, lights });
    lights.catch(() => weeks.delete(at));
    return lights;
  };

  const compute = async (asOf: AsOf) => {
    const { at } = asOf;
    const day = civilDateOf(at);
    const before = Array.from({ length: WEEKS - 1 }, (_, index) => instantAt(addDays(day, -7 * (WEEKS - 1 - index)), '17:00'));
    const [figures, names, sources, calendar, trend, attentions, oldest] = await Promise.all([
      stores.bands.figures(at), stores.organisation.unitNames(), stores.sources.titles(), stores.rules.calendar(),
      Promise.all(before.map(lightsAt)), asOf.past ? null : attentionsOf(stores, at), stores.bands.page({ dueTo: addDays(day, -1) }, at, 'red', OLDEST, null),
    ]);
    const { told, row, past, grouped, timely } = tellers(figures, asOf);
    const counted = figures.filter(({ status }) => !DROPPED_STATES.includes(status));
    const documents = await stores.commitments.getMany(oldest.map((band) => band.commitment));
    const sourceName = (id: string | null): string => (id === null ? '无来文' : sources.get(id) ?? id);
    const all = row(figures, {});
    const overdue = figures.filter(({ colour, due }) => due !== null && isOverdue({ colour, due }, day));
    const daysOver = ({ due }: Figure): number => (due === null ? 0 : workingDaysBetween(calendar, due, day));
    const ages = AGES.map(([from, to]) => {
      const part = overdue.filter((figure) => daysOver(figure) >= from && (to === null || daysOver(figure) <= to));
      const dues = part.flatMap(({ due }) => (due === null ? [] : [due])).sort();
      return { from, to, name: to === null ? `${from}个工作日以上` : from === 0 ? `${to}个工作日以内` : `${from}—${to}个工作日`, ...told(part, { colour: 'red', dueFrom: dues[0] ?? day, dueTo: dues.at(-1) ?? day }) };
    });
    const answer = {
      asOf: at,
      total: all.total, done: all.done,
      open: told(figures, { status: OPEN_STATES }, ({ status }) => OPEN_STATES.includes(status)),
      dropped: told(figures, { status: DROPPED_STATES }, ({ status }) => DROPPED_STATES.includes(status)),
      overdue: told(overdue, { colour: 'red', overdueFrom: '1' }),
      otherRed: told(figures, { colour: 'red', dueFrom: day }, ({ colour, due }) => colour === 'red' && (due === null || due >= day)),
      lights: all.lights,
      completion: { percent: percentOf(all.done.count, all.total.count), numerator: all.done, denominator: all.total, words: '分母为全部立项，终止和不再推进的不计' } satisfies Rate,
      onTime: timely(),
      bySource: grouped(counted, 'source', 'source', {}, sourceName),
      bySection: [...new Set(counted.map(({ source }) => source))].flatMap((source) => (source === null ? [] : [{
        source, name: sourceName(source),
        sections: grouped(counted.filter((figure) => figure.source === source), 'section', 'section', { source }, (section) => section ?? '未分章节')
          .sort((a, b) => placeOf(a.name) - placeOf(b.name) || (a.name < b.name ? -1 : 1)),
      }])).filter(({ sections }) => sections.length > 1),
      byUnit: grouped(counted, 'unit', 'lead', {}, (unit) => nameOf(names, unit ?? '')),
      trend: [...before.map((week, index) => past(week, trend[index] ?? {})), { at, lights: all.lights }],
      ages,
      oldest: oldest.flatMap((band) => {
        const document = documents.get(band.commitment);
        return document === undefined ? [] : [{
          id: band.commitment, self: selfOf(band.commitment), number: document.number, title: document.state.title, due: band.due, lead: nameOf(names, band.unit),
          days: workingDaysBetween(calendar, band.due, day), statusName: STATUS_NAMES[band.status],
        }];
      }),
    };
    return { answer, attentions };
  };
  type Computed = Awaited<ReturnType<typeof compute>>;
  /** What one reader sees of it; readers alike share one, so that it is also written once. */
  const personal = ({ answer, attentions }: Computed) => {
    const known = new Map<string, Personal>();
    return (principal: Principal): Personal => {
      const key = principalKey(principal);
      const mine = known.get(key) ?? { ...answer, needYou: attentions === null ? null : needOf(attentions, principal) };
      known.set(key, mine);
      return mine;
    };
  };
  type Personal = Computed['answer'] & { readonly needYou: ReturnType<typeof needOf> | null };
  interface Kept { readonly at: Instant; readonly of: (principal: Principal) => Personal; readonly tookMs: number; readonly endedMs: number }
  let kept: Kept | null = null;
  let running: Promise<Kept> | null = null;

  const refresh = (asOf: AsOf): Promise<Kept> => {
    running ??= (async () => {
      const began = performance.now();
      try {
        const of = personal(await compute(asOf));
        kept = { at: asOf.at, of, tookMs: performance.now() - began, endedMs: performance.now() };
        return kept;
      } finally {
        running = null;
      }
    })();
    return running;
  };

  const current = async (asOf: AsOf): Promise<Kept> => {
    // Another day by the reader's clock: what is kept is no longer of now.
    if (kept === null || kept.at > asOf.at || civilDateOf(kept.at) !== civilDateOf(asOf.at)) return refresh(asOf);
    const quick = kept.tookMs < QUICK_MS;
    if (performance.now() - kept.endedMs < (quick ? 0 : kept.tookMs * SHARE)) return kept;
    const fresh = refresh(asOf);
    if (quick) return fresh;
    fresh.catch(() => undefined); // whoever comes next tries again
    return kept;
  };

  return async (asOf: AsOf, principal: Principal): Promise<Personal> => (asOf.past ? personal(await compute(asOf)) : (await current(asOf)).of)(principal);
};
