/** 总览: what a leader asks of everything that was said. One pass over the bands; each figure names the ledger query that lists exactly its items. */
import { attentionOf, byUrgency } from '../domain/attention';
import { workingDaysBetween } from '../domain/calendar';
import { distanceWords } from '../domain/light';
import { addDays, civilDateOf, instantAt, type Instant } from '../domain/time';
import { LIGHT_COLOURS, LIGHT_NAMES, OPEN_STATES, STATUS_NAMES, type CommitmentStatus, type LightColour } from '../domain/vocabulary';
import type { Stores } from '../stores';
import type { Figure } from '../stores/bands';
import { NONE } from '../stores/ledger-filter';
import type { AsOf } from './fields';
import { nameOf, selfOf, type UnitNames } from './views';

const WEEKS = 13;
const NEEDED = 10;
const OLDEST = 10;
/** Candidates that are looked at one by one for the ten; beyond it the worst ones are among those looked at anyway. */
const CANDIDATES = 400;
const DONE: readonly CommitmentStatus[] = ['CLOSED', 'WRITTEN_OFF'];
const DROPPED: readonly CommitmentStatus[] = ['TERMINATED', 'NOT_PURSUED'];
/** Working days overdue; null has no end. */
const AGES: readonly (readonly [from: number, to: number | null])[] = [[1, 3], [4, 10], [11, 20], [21, null]];

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

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** @param asOf a past instant goes with every query, so that it lists what was counted */
const tellers = (figures: readonly Figure[], asOf: AsOf) => {
  const queryOf = (fields: Fields): string => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) search.set(name, typeof value === 'string' ? value : value.join(','));
    if (asOf.past) search.set('asOf', asOf.at);
    return search.toString();
  };
  const told = (part: readonly Figure[], fields: Fields, wanted: (figure: Figure) => boolean = () => true): Told => ({ count: sum(part, wanted), query: queryOf(fields) });
  /** One row of a table: lights apart, and how much of it is done. */
  const row = (part: readonly Figure[], fields: Fields) => ({
    lights: Object.fromEntries(LIGHT_COLOURS.map((colour) => [colour, told(part, { ...fields, colour, ...(colour === 'closed' ? { status: DONE } : {}) }, (figure) => figure.colour === colour && !DROPPED.includes(figure.status))])) as Record<LightColour, Told>,
    done: told(part, { ...fields, status: DONE }, ({ status }) => DONE.includes(status)),
    total: told(part, { ...fields, status: [...OPEN_STATES, ...DONE] }, ({ status }) => !DROPPED.includes(status)),
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
  return { told, row, grouped, timely, queryOf };
};

const candidatesOf = async (stores: Stores, { at }: AsOf) => {
  // What asks for a decision is red or yellow by its date, under review, refused, suspended, or told for a look-back.
  const pages = await Promise.all([
    stores.commitments.asking(at, CANDIDATES),
    stores.bands.page({}, at, 'red', CANDIDATES, null).then(async (bands) => [...(await stores.commitments.getMany(bands.map((band) => band.commitment))).values()]),
  ]);
  return [...new Map(pages.flat().map((document) => [document._id, document])).values()];
};

const needYou = async (stores: Stores, asOf: AsOf, names: UnitNames) => {
  const found = await Promise.all((await candidatesOf(stores, asOf)).map(async ({ _id, number, state }) => {
    const rules = await stores.rules.forCommitment(state);
    const attention = attentionOf(state, rules, asOf.at);
    if (attention === null) return [];
    const lead = state.units[0]?.unit ?? '';
    return [{ id: _id, self: selfOf(_id), number, title: state.title, due: state.due, distance: distanceWords(rules, civilDateOf(asOf.at), state.due), lead: { unit: lead, name: nameOf(names, lead) }, attention }];
  }));
  const all = found.flat().sort(byUrgency);
  const lights = await stores.bands.at(all.slice(0, NEEDED).map(({ id }) => id), asOf.at);
  return { total: all.length, items: all.slice(0, NEEDED).map((one) => ({ ...one, light: { colour: lights.get(one.id)?.colour ?? 'green', name: LIGHT_NAMES[lights.get(one.id)?.colour ?? 'green'] } })) };
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
type Lights = Partial<Record<LightColour, number>>;

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
    const [figures, names, sources, calendar, trend, needed, oldest] = await Promise.all([
      stores.bands.figures(at), stores.organisation.unitNames(), stores.sources.titles(), stores.rules.calendar(),
      Promise.all(before.map(lightsAt)), needYou(stores, asOf, await stores.organisation.unitNames()), stores.bands.page({}, at, 'red', OLDEST, null),
    ]);
    const { told, row, grouped, timely, queryOf } = tellers(figures, asOf);
    const counted = figures.filter(({ status }) => !DROPPED.includes(status));
    const now = Object.fromEntries(LIGHT_COLOURS.map((colour) => [colour, sum(counted, (figure) => figure.colour === colour)])) as Record<LightColour, number>;
    const documents = await stores.commitments.getMany(oldest.map((band) => band.commitment));
    const sourceName = (id: string | null): string => (id === null ? '无来文' : sources.get(id) ?? id);
    const all = row(figures, {});
    const daysOver = ({ due }: Figure): number => (due === null ? 0 : workingDaysBetween(calendar, due, day));
    const ages = AGES.map(([from, to]) => {
      const part = figures.filter((figure) => figure.colour === 'red' && daysOver(figure) >= from && (to === null || daysOver(figure) <= to));
      const dues = part.flatMap(({ due }) => (due === null ? [] : [due])).sort();
      return { from, to, name: to === null ? `${from}个工作日以上` : `${from}—${to}个工作日`, ...told(part, { colour: 'red', dueFrom: dues[0] ?? day, dueTo: dues.at(-1) ?? day }) };
    });
    return {
      asOf: at,
      total: all.total, done: all.done,
      open: told(figures, { status: OPEN_STATES }, ({ status }) => OPEN_STATES.includes(status)),
      dropped: told(figures, { status: DROPPED }, ({ status }) => DROPPED.includes(status)),
      overdue: all.lights.red,
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
      trend: [...before.map((week, index) => ({ at: week, lights: trend[index] ?? {} })), { at, lights: now }],
      ages,
      oldest: oldest.flatMap((band) => {
        const document = documents.get(band.commitment);
        return document === undefined ? [] : [{
          id: band.commitment, self: selfOf(band.commitment), number: document.number, title: document.state.title, due: band.due, lead: nameOf(names, band.unit),
          days: workingDaysBetween(calendar, band.due, day), statusName: STATUS_NAMES[band.status],
        }];
      }),
      needYou: { ...needed, query: queryOf({ ids: needed.items.map(({ id }) => id) }) },
    };
  };
  type Overview = Awaited<ReturnType<typeof compute>>;
  let kept: { readonly answer: Overview; readonly tookMs: number; readonly endedMs: number } | null = null;
  let running: Promise<Overview> | null = null;

  const refresh = (asOf: AsOf): Promise<Overview> => {
    running ??= (async () => {
      const began = performance.now();
      try {
        const answer = await compute(asOf);
        kept = { answer, tookMs: performance.now() - began, endedMs: performance.now() };
        return answer;
      } finally {
        running = null;
      }
    })();
    return running;
  };

  return async (asOf: AsOf): Promise<Overview> => {
    if (asOf.past) return compute(asOf);
    // Another day by the reader's clock: what is kept is no longer of now.
    if (kept === null || kept.answer.asOf > asOf.at || civilDateOf(kept.answer.asOf) !== civilDateOf(asOf.at)) return refresh(asOf);
    const quick = kept.tookMs < QUICK_MS;
    if (performance.now() - kept.endedMs < (quick ? 0 : kept.tookMs * SHARE)) return kept.answer;
    const fresh = refresh(asOf);
    if (quick) return fresh;
    fresh.catch(() => undefined); // whoever comes next tries again
    return kept.answer;
  };
};
