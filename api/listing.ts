/** Lists: the present from the projections, a past day and a page ordered by light from the bands of that instant. */
import { z } from 'zod';
import { lightClass } from '../domain/light-name';
import { civilDateSchema } from '../domain/state';
import { addDays, civilDateOf, type CivilDate } from '../domain/time';
import { COMMITMENT_KINDS, COMMITMENT_STATES, LIGHT_CLASSES, OPEN_STATES, type LightClass } from '../domain/vocabulary';
import type { Stores } from '../stores';
import type { BandDocument } from '../stores/bands';
import type { CommitmentDocument, PageOrder } from '../stores/commitments';
import { TIMELY, type LedgerFilter } from '../stores/ledger-filter';
import type { Reach } from './access';
import { classCode, clockParameter, mattersOf, packName, registeredOn } from './clocks';
import { asOfSchema, commaList, idSchema, limitSchema, type AsOf } from './fields';
import { invalidInput } from './problems';
import { itemView, standingOf, type Standing, type UnitNames } from './views';

const days = z.string().regex(/^\d{1,4}$/, '应为天数，0至9999的整数').transform(Number);
/** `light`: the worst first, then by due date. A minus sign turns it round. Of a past day or of one light, by registration means by due date. */
export const SORTS = ['light', 'due', '-due', 'registered', '-registered'] as const;

/** What narrows a list down; the same for a page, a count, an export and a saved view. */
export const filterFields = {
  unit: idSchema.optional(),
  lead: idSchema.optional(),
  source: z.string().min(1).max(100).optional(),
  section: z.string().min(1).max(200).optional(),
  status: commaList(COMMITMENT_STATES).optional(),
  colour: commaList(LIGHT_CLASSES).optional(),
  kind: commaList(COMMITMENT_KINDS).optional(),
  find: z.string().trim().min(1).max(60, '不超过60字').optional(),
  dueFrom: civilDateSchema.optional(),
  dueTo: civilDateSchema.optional(),
  timely: commaList(TIMELY).optional(),
  sponsor: idSchema.optional(),
  stretch: z.enum(['true', 'false']).transform((text) => text === 'true').optional(),
  /** Calendar days past the present due date, of what is still open. */
  overdueFrom: days.optional(),
  overdueTo: days.optional(),
  pack: packName.optional(),
  matterClass: classCode.optional(),
  registeredFrom: civilDateSchema.optional(),
  registeredTo: civilDateSchema.optional(),
  /** As a figure of `/api/clocks` names them; of now, whatever `asOf` says. */
  clock: clockParameter.optional(),
  /** Of these alone, as a selection. */
  ids: z.string().max(12_000).transform((text) => [...new Set(text.split(','))]).pipe(z.array(idSchema).max(500, '一次不超过500项')).optional(),
} as const;
export const filterQuery = z.strictObject({ ...filterFields, asOf: asOfSchema });
export type FilterQuery = z.infer<typeof filterQuery>;

export const listQuery = z.strictObject({ ...filterFields, asOf: asOfSchema, sort: z.enum(SORTS).default('due'), cursor: z.string().max(400).optional(), limit: limitSchema });
export type ListQuery = z.infer<typeof listQuery>;

/** `colour`: where the order goes by light. */
interface Place { readonly value: string; readonly id: string; readonly colour?: LightClass | undefined }
const placeSchema = z.strictObject({ value: z.string().regex(/^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/), id: z.string().min(1).max(200), colour: z.enum(LIGHT_CLASSES).optional() });

const cursorOf = (place: Place): string => Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');

/** @throws Problem where it is none of ours */
const placeOf = (cursor: string | undefined): Place | null => {
  if (cursor === undefined) return null;
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw invalidInput([{ path: 'query.cursor', message: '不是有效的翻页位置', accepted: '上一页返回的 next，原样传回' }]);
  }
};

export interface Row { readonly document: CommitmentDocument; readonly standing: Standing }
interface Page { readonly rows: readonly Row[]; readonly next: string | null }

const unitsNamed = (names: UnitNames, text: string): string[] => [...names].filter(([, name]) => name.includes(text)).map(([id]) => id);

/** Days overdue are a range of due dates among what is open. */
const overdueOf = ({ overdueFrom, overdueTo, dueFrom, dueTo, status }: FilterQuery, today: CivilDate): Pick<LedgerFilter, 'dueFrom' | 'dueTo' | 'status'> => {
  const asked = overdueFrom !== undefined || overdueTo !== undefined;
  const from = [dueFrom, overdueTo === undefined ? undefined : addDays(today, -overdueTo)].filter((date) => date !== undefined).sort().at(-1);
  const to = [dueTo, asked ? addDays(today, -Math.max(1, overdueFrom ?? 1)) : undefined].filter((date) => date !== undefined).sort()[0];
  const open = asked ? OPEN_STATES.filter((one) => status === undefined || status.includes(one)) : status;
  return { ...(from === undefined ? {} : { dueFrom: from }), ...(to === undefined ? {} : { dueTo: to }), ...(open === undefined ? {} : { status: open }) };
};

/** The query in the store's terms. */
export const ledgerFilter = (query: FilterQuery, at: string, names: UnitNames): LedgerFilter => ({
  ...(query.unit === undefined ? {} : { unit: query.unit }),
  ...(query.lead === undefined ? {} : { lead: query.lead }),
  ...(query.source === undefined ? {} : { source: query.source }),
  ...(query.section === undefined ? {} : { section: query.section }),
  ...overdueOf(query, civilDateOf(at)),
  ...(query.sponsor === undefined ? {} : { sponsor: query.sponsor }),
  ...(query.stretch === undefined ? {} : { stretch: query.stretch }),
  ...(query.kind === undefined ? {} : { kind: query.kind }),
  ...(query.find === undefined ? {} : { find: { text: query.find, units: unitsNamed(names, query.find) } }),
  ...(query.timely === undefined ? {} : { timely: { is: query.timely, day: civilDateOf(at) } }),
  ...(query.ids === undefined ? {} : { ids: query.ids }),
  ...(query.pack === undefined ? {} : { pack: query.pack }),
  ...(query.matterClass === undefined ? {} : { matterClass: query.matterClass }),
  ...registeredOn(query.registeredFrom, query.registeredTo),
});

/** What a band does not tell is asked of the projections first. */
const filterOfBands = async (stores: Stores, filter: LedgerFilter): Promise<LedgerFilter> => {
  const { unit, lead, source, section, status, dueFrom, dueTo, timely, ids, ...untold } = filter;
  if (Object.keys(untold).length === 0) return filter;
  const told = Object.fromEntries(Object.entries({ unit, lead, source, section, status, dueFrom, dueTo, timely }).filter(([, value]) => value !== undefined)) as LedgerFilter;
  return { ...told, ids: await stores.commitments.idsOf({ ...untold, ...(ids === undefined ? {} : { ids }) }) };
};

const ORDERS: Readonly<Record<Exclude<ListQuery['sort'], 'light'>, PageOrder>> = {
  due: { by: 'due', down: false }, '-due': { by: 'due', down: true }, registered: { by: 'registeredAt', down: false }, '-registered': { by: 'registeredAt', down: true },
};

const presentPage = async (stores: Stores, query: ListQuery, filter: LedgerFilter, { at }: AsOf, order: PageOrder): Promise<Page> => {
  const found = await stores.commitments.page(filter, query.limit + 1, order, placeOf(query.cursor));
  const shown = found.slice(0, query.limit);
  const rows = await Promise.all(shown.map(async (document) => ({ document, standing: standingOf(document.state, await stores.rules.forCommitment(document.state), at) })));
  const last = shown.at(-1);
  return { rows, next: found.length > query.limit && last ? cursorOf({ value: last.state[order.by], id: last._id }) : null };
};

export const bandStanding = (band: BandDocument): Standing =>
  ({ status: band.status, light: { colour: band.colour, reasons: band.reasons }, due: band.due, lead: band.unit, next: null, past: true });

/** Page after page of one light each, worst first; of all lights at once where the order is by date. */
const bandPage = async (stores: Stores, query: ListQuery, filter: LedgerFilter, { at, past }: AsOf): Promise<Page> => {
  const told = await filterOfBands(stores, filter);
  const down = query.sort.startsWith('-');
  const wanted = LIGHT_CLASSES.filter((colour) => query.colour === undefined || query.colour.includes(colour));
  const turns: readonly (LightClass | null)[] = query.sort === 'light' || query.colour !== undefined ? wanted : [null];
  const place = placeOf(query.cursor);
  const found: BandDocument[] = [];
  if (query.sort === 'light' || turns[0] === null) {
    for (const colour of turns.slice(Math.max(0, turns.indexOf(place?.colour ?? null)))) {
      const after = place !== null && (colour === null || place.colour === colour) ? { due: place.value, id: place.id } : null;
      found.push(...await stores.bands.page(told, at, colour, query.limit + 1 - found.length, after, down));
      if (found.length > query.limit) break;
    }
  } else {
    const after = place === null ? null : { due: place.value, id: place.id };
    const pages = await Promise.all(turns.map((colour) => stores.bands.page(told, at, colour, query.limit + 1, after, down)));
    const key = (band: BandDocument): string => `${band.due}\n${band.commitment}`;
    found.push(...pages.flat().sort((a, b) => (key(a) < key(b) ? -1 : 1) * (down ? -1 : 1)).slice(0, query.limit + 1));
  }
  const shown = found.slice(0, query.limit);
  const documents = await stores.commitments.getMany(shown.map((band) => band.commitment));
  const rows = await Promise.all(shown.flatMap((band) => {
    const document = documents.get(band.commitment);
    if (!document) return [];
    // A past day in the words of that day; today counted anew, as a band's words are those of its first instant.
    return [past ? Promise.resolve({ document, standing: bandStanding(band) })
      : stores.rules.forCommitment(document.state).then((rules) => ({ document, standing: standingOf(document.state, rules, at) }))];
  }));
  const last = shown.at(-1);
  return { rows, next: found.length > query.limit && last ? cursorOf({ value: last.due, id: last.commitment, ...(query.sort === 'light' ? { colour: lightClass(last) } : {}) }) : null };
};

/** What the reader may see, as part of the query itself. @param reach null: everything */
export const within = async (stores: Stores, filter: LedgerFilter, reach: Reach | null): Promise<LedgerFilter> => {
  if (reach === null) return filter;
  const own = await stores.commitments.idsWithin(reach);
  return { ...filter, ids: filter.ids === undefined ? own : own.filter((id) => filter.ids?.includes(id)) };
};

/** The query in the store's terms, with all that has to be asked before. */
const wholeFilter = async (stores: Stores, query: FilterQuery, { at }: AsOf, names: UnitNames, reach: Reach | null): Promise<LedgerFilter> => {
  const { pack, matterClass, registered, ...filter } = ledgerFilter(query, at, names);
  const ofRules = { ...(pack === undefined ? {} : { pack }), ...(matterClass === undefined ? {} : { matterClass }), ...(registered === undefined ? {} : { registered }) };
  if (query.clock === undefined) return within(stores, { ...filter, ...ofRules }, reach);
  const counted = await mattersOf(stores, query.clock, ofRules, at);
  const { ids } = filter;
  return within(stores, { ...filter, ids: ids === undefined ? counted : counted.filter((id) => ids.includes(id)) }, reach);
};

/** One page with the documents behind it. */
export const pageOf = async (stores: Stores, query: ListQuery, asOf: AsOf, names: UnitNames, reach: Reach | null): Promise<Page> => {
  const filter = await wholeFilter(stores, query, asOf, names, reach);
  if (asOf.past || query.colour !== undefined || query.sort === 'light') return bandPage(stores, query, filter, asOf);
  return presentPage(stores, query, filter, asOf, ORDERS[query.sort]);
};

export const itemsOf = (stores: Stores, rows: readonly Row[], names: UnitNames, at: string) => Promise.all(rows.map(async ({ document, standing }) =>
  itemView({ state: document.state, number: document.number, rules: await stores.rules.forCommitment(document.state), names, at }, standing)));

/** One page, ordered as the query says. */
export const listCommitments = async (stores: Stores, query: ListQuery, asOf: AsOf, names: UnitNames, reach: Reach | null) => {
  const page = await pageOf(stores, query, asOf, names, reach);
  return { items: await itemsOf(stores, page.rows, names, asOf.at), next: page.next, asOf: asOf.at };
};

/** Beyond it a list is only "more than": counting every match of a large office would cost more than its page. */
export const COUNT_LIMIT = 10_000;

export const countCommitments = async (stores: Stores, query: FilterQuery, asOf: AsOf, names: UnitNames, reach: Reach | null, most = COUNT_LIMIT): Promise<{ count: number; more: boolean }> => {
  const filter = await wholeFilter(stores, query, asOf, names, reach);
  const found = asOf.past || query.colour !== undefined
    ? await stores.bands.countOf(await filterOfBands(stores, filter), asOf.at, query.colour ?? null, most + 1)
    : await stores.commitments.countOf(filter, most + 1);
  return { count: Math.min(found, most), more: found > most };
};
