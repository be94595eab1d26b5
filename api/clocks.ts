/** 时限完成情况: what each clock of a pack took, beside its limit. Every figure names the ledger query that lists exactly its matters. */
import { z } from 'zod';
import { CLOCK_STANDINGS, CLOCK_UNITS, clockFigures, clockOfMatter, tookWords, type ClockOfMatter, type ClockStanding, type ToldClock } from '../domain/clock-times';
import { limitWords } from '../domain/pack-words';
import type { Limit, PolicyPack } from '../domain/policy';
import { civilDateSchema } from '../domain/state';
import { addDays, instantAt, type CivilDate, type Instant } from '../domain/time';
import type { Stores } from '../stores';
import type { ClockedMatter } from '../stores/commitments';
import { NONE, type LedgerFilter } from '../stores/ledger-filter';
import { idSchema } from './fields';
import { told } from './overview-answer';

export const packName = z.string().trim().min(1).max(40);
export const classCode = z.string().regex(/^(-|[a-zA-Z][a-zA-Z0-9]{0,30})$/, '应为类别代码，或 -（没有类别）');

export const clocksQuery = z.strictObject({
  pack: packName.optional(), matterClass: classCode.optional(), unit: idSchema.optional().describe('只计该单位承担的时限'),
  from: civilDateSchema.optional().describe('立项日期，自'), to: civilDateSchema.optional().describe('立项日期，至'),
});
export type ClocksQuery = z.infer<typeof clocksQuery>;

/** Which matters a figure is of, as one parameter of the ledger. `met`: in time or late; `owed`: all. */
const GROUPS = { owed: CLOCK_STANDINGS, met: ['inTime', 'late'], inTime: ['inTime'], late: ['late'], running: ['running'], missed: ['missed'] } as const satisfies Readonly<Record<string, readonly ClockStanding[]>>;
type Group = keyof typeof GROUPS;
const PATTERN = /^([a-zA-Z][a-zA-Z0-9]{0,30}),(\d{1,4})(wd|d|month|h|min),(owed|met|inTime|late|running|missed)(?:,([A-Za-z0-9][A-Za-z0-9._@~-]{0,99}))?$/;
export interface AskedClock { readonly code: string; readonly limit: Limit; readonly standings: readonly ClockStanding[]; readonly unit: string | null }
export const clockParameter = z.string().regex(PATTERN, '应为 时限代码,限期,情况[,单位]，如 reply,15d,late').transform((given): AskedClock => {
  const [, code = '', offset = '0', days = 'd', group = 'owed', unit = null] = PATTERN.exec(given) ?? [];
  return { code, limit: { offset: Number(offset), days: days as Limit['days'] }, standings: GROUPS[group as Group], unit };
});

const figure = z.strictObject({ value: z.int().min(0), text: z.string() }).nullable();
export const clocksAnswer = z.strictObject({
  asOf: z.string(),
  words: z.string().describe('怎样计数'),
  packs: z.array(z.strictObject({
    pack: z.string(),
    rows: z.array(z.strictObject({
      code: z.string(), name: z.string(), matterClass: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
      limit: z.strictObject({ offset: z.int(), days: z.enum(['wd', 'd', 'month', 'h', 'min']), text: z.string() }),
      owed: told, inTime: told, late: told, running: told, missed: told,
      took: z.strictObject({
        of: told.describe('已完成的件数，以下各数都按它计'), unit: z.enum(['min', 'd', 'wd']),
        median: figure.describe('不足2件时为空'), p90: figure.describe('不足10件时为空'), p95: figure.describe('不足20件时为空'), longest: figure,
      }),
    })),
  })),
}).meta({ id: 'ClocksReport' });
export type ClocksAnswer = z.infer<typeof clocksAnswer>;

const WORDS = '一件事项有几个单位承担的，按最慢的一个计；退回、重新办理的，算到最后一次；暂停的时间不计。不足2件不列中位数，不足10件不列90%，不足20件不列95%';

const sameLimit = (a: Limit, b: Limit): boolean => a.offset === b.offset && a.days === b.days;
const limitText = ({ offset, days }: Limit): string => `${offset}${days}`;

/** Registered on these days, both counted. */
export const registeredOn = (from: CivilDate | undefined, to: CivilDate | undefined): Pick<LedgerFilter, 'registered'> => (from === undefined && to === undefined ? {} : {
  registered: { ...(from === undefined ? {} : { from: instantAt(from, '00:00') }), ...(to === undefined ? {} : { to: instantAt(addDays(to, 1), '00:00') }) },
});

/** Ids of the matters that a figure is of. */
export const mattersOf = async (stores: Stores, asked: AskedClock, filter: LedgerFilter, at: Instant): Promise<string[]> => {
  const found = await stores.commitments.clocked(filter.pack === undefined ? await stores.rules.clockedPacks() : [filter.pack], filter, asked.unit);
  return found.flatMap(({ id, clocks }) => {
    const standing = clockOfMatter(clocks.filter(({ code, limit, unit }) => code === asked.code && sameLimit(limit, asked.limit) && (asked.unit === null || unit === asked.unit)), at)?.standing;
    return standing !== undefined && asked.standings.includes(standing) ? [id] : [];
  });
};

interface Row { readonly pack: string; readonly matterClass: string | null; readonly code: string; readonly limit: Limit; readonly matters: ClockOfMatter[] }

const rowsOf = (found: readonly ClockedMatter[], unit: string | undefined, at: Instant): Row[] => {
  const rows = new Map<string, Row>();
  for (const { pack, matterClass, clocks } of found) {
    const own = new Map<string, ToldClock[]>();
    for (const time of clocks) {
      if (unit !== undefined && time.unit !== unit) continue;
      const key = `${time.code},${limitText(time.limit)}`;
      const group = own.get(key);
      if (group) group.push(time);
      else own.set(key, [time]);
    }
    for (const [key, times] of own) {
      const [first] = times;
      const matter = clockOfMatter(times, at);
      if (first === undefined || matter === null) continue;
      const name = `${pack.name},${matterClass ?? NONE},${key}`;
      const row = rows.get(name) ?? { pack: pack.name, matterClass, code: first.code, limit: first.limit, matters: [] };
      row.matters.push(matter);
      rows.set(name, row);
    }
  }
  return [...rows.values()];
};

/** How the newest version that knows it calls it, and in what order it stands. */
const namesIn = (versions: readonly PolicyPack[]) => {
  const known = (find: (pack: PolicyPack) => readonly { readonly code: string; readonly name: string }[], code: string): { readonly name: string; readonly place: number } => {
    for (const pack of versions) {
      const place = find(pack).findIndex((one) => one.code === code);
      if (place >= 0) return { name: find(pack)[place]?.name ?? code, place };
    }
    return { name: code, place: versions.length };
  };
  return { clock: (code: string) => known(({ clocks }) => clocks, code), class: (code: string) => known(({ classes }) => classes, code) };
};

export const clocksReport = async (stores: Stores, query: ClocksQuery, within: Pick<LedgerFilter, 'ids'>, at: Instant): Promise<ClocksAnswer> => {
  const packs = query.pack === undefined ? await stores.rules.clockedPacks() : [query.pack];
  const filter: LedgerFilter = { ...within, ...registeredOn(query.from, query.to), ...(query.matterClass === undefined ? {} : { matterClass: query.matterClass }) };
  const [found, versions] = await Promise.all([stores.commitments.clocked(packs, filter, query.unit ?? null), stores.rules.packVersions()]);
  const rows = rowsOf(found, query.unit, at);
  return {
    asOf: at, words: WORDS,
    packs: packs.flatMap((pack) => {
      const names = namesIn(versions.filter((one) => one.name === pack).map((one) => one.pack));
      const places = (row: Row): readonly number[] => [names.clock(row.code).place, row.matterClass === null ? -1 : names.class(row.matterClass).place, row.limit.offset];
      const own = rows.filter((row) => row.pack === pack).map((row) => ({ row, at: places(row) })).sort((a, b) => a.at.map((place, index) => place - (b.at[index] ?? 0)).find((difference) => difference !== 0) ?? 0);
      return own.length === 0 ? [] : [{
        pack,
        rows: own.map(({ row: { matterClass, code, limit, matters } }) => {
          const { owed, standings, took } = clockFigures(matters);
          const unit = CLOCK_UNITS[limit.days];
          const words = (value: number | null) => (value === null ? null : { value, text: tookWords(value, unit) });
          const search = (group: Group): string => new URLSearchParams({
            pack, matterClass: matterClass ?? NONE, ...(query.from === undefined ? {} : { registeredFrom: query.from }), ...(query.to === undefined ? {} : { registeredTo: query.to }),
            clock: [code, limitText(limit), group, ...(query.unit === undefined ? [] : [query.unit])].join(','),
          }).toString();
          const figureOf = (group: Group, count: number) => ({ count, query: search(group) });
          return {
            code, name: names.clock(code).name, matterClass: matterClass === null ? null : { code: matterClass, name: names.class(matterClass).name }, limit: { ...limit, text: limitWords(limit) },
            owed: figureOf('owed', owed), inTime: figureOf('inTime', standings.inTime), late: figureOf('late', standings.late), running: figureOf('running', standings.running), missed: figureOf('missed', standings.missed),
            took: { of: figureOf('met', took.of), unit, median: words(took.median), p90: words(took.p90), p95: words(took.p95), longest: words(took.longest) },
          };
        }),
      }];
    }),
  };
};
