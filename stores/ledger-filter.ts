/** What a page of the 台账 is narrowed down to, as conditions on the projections and on the bands of an instant. */
import type { CivilDate, Instant } from '../domain/time';
import { DROPPED_STATES, type CommitmentKind, type CommitmentStatus } from '../domain/vocabulary';

/** How an item stands to its original due date once that has passed (按时办结率); what was dropped is not counted. */
export const TIMELY = ['onTime', 'late', 'owing'] as const;
export type Timely = (typeof TIMELY)[number];

/** In place of an id: those that have none. */
export const NONE = '-';

export interface LedgerFilter {
  /** Takes part, as lead or co-unit. */
  readonly unit?: string;
  readonly lead?: string;
  /** `NONE`: of no source. */
  readonly source?: string;
  readonly section?: string;
  readonly status?: readonly CommitmentStatus[];
  readonly kind?: readonly CommitmentKind[];
  /** The sponsor's post. */
  readonly sponsor?: string;
  readonly stretch?: boolean;
  /** Words of title, number or quote; `units`: those whose name fits. */
  readonly find?: { readonly text: string; readonly units: readonly string[] };
  readonly dueFrom?: CivilDate;
  readonly dueTo?: CivilDate;
  /** `day`: the original due date lies before it. */
  readonly timely?: { readonly is: readonly Timely[]; readonly day: CivilDate };
  readonly ids?: readonly string[];
  readonly pack?: string;
  /** `NONE`: of no class. */
  readonly matterClass?: string;
  /** Registered within; each side may be open. */
  readonly registered?: { readonly from?: Instant; readonly to?: Instant };
}

type Condition = Record<string, unknown>;
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const orNull = (value: string): string | null => (value === NONE ? null : value);

const timelyCondition = ({ is, day }: NonNullable<LedgerFilter['timely']>, prefix: string): Condition => {
  const name = (field: string): string => `${prefix}${field}`;
  const done = (operator: '$lte' | '$gt'): Condition => ({ [name('doneOn')]: { $ne: null }, $expr: { [operator]: [`$${name('doneOn')}`, `$${name('originalDue')}`] } });
  const each: Readonly<Record<Timely, Condition>> = { onTime: done('$lte'), late: done('$gt'), owing: { [name('doneOn')]: null } };
  return { [name('originalDue')]: { $lt: day }, [name('status')]: { $nin: DROPPED_STATES }, $or: is.map((one) => each[one]) };
};

const range = ({ dueFrom, dueTo }: LedgerFilter): Condition => ({ ...(dueFrom === undefined ? {} : { $gte: dueFrom }), ...(dueTo === undefined ? {} : { $lte: dueTo }) });

/** What both know. */
const shared = (filter: LedgerFilter, prefix: string): Condition[] => {
  const conditions: Condition[] = [];
  if (filter.status !== undefined) conditions.push({ [`${prefix}status`]: { $in: filter.status } });
  if (filter.dueFrom !== undefined || filter.dueTo !== undefined) conditions.push({ [`${prefix}due`]: range(filter) });
  if (filter.timely !== undefined) conditions.push(timelyCondition(filter.timely, prefix));
  return conditions;
};

/** On the collection `commitments`. */
export const commitmentConditions = (filter: LedgerFilter): Condition[] => {
  const conditions = shared(filter, 'state.');
  if (filter.unit !== undefined) conditions.push({ 'state.units.unit': filter.unit });
  if (filter.lead !== undefined) conditions.push({ 'state.units': { $elemMatch: { unit: filter.lead, role: 'lead' } } });
  if (filter.source !== undefined) conditions.push(filter.source === NONE ? { 'state.source': null } : { 'state.source.id': filter.source });
  if (filter.section !== undefined) conditions.push({ 'state.source.section': orNull(filter.section) });
  if (filter.kind !== undefined) conditions.push({ 'state.kind': { $in: filter.kind } });
  if (filter.sponsor !== undefined) conditions.push({ 'state.sponsor': filter.sponsor });
  if (filter.stretch !== undefined) conditions.push({ 'state.stretch': filter.stretch });
  if (filter.ids !== undefined) conditions.push({ _id: { $in: filter.ids } });
  if (filter.pack !== undefined) conditions.push({ 'state.pack.name': filter.pack });
  if (filter.matterClass !== undefined) conditions.push({ 'state.matterClass': orNull(filter.matterClass) });
  if (filter.registered !== undefined) {
    const { from, to } = filter.registered;
    conditions.push({ 'state.registeredAt': { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lt: to }) } });
  }
  if (filter.find !== undefined) {
    const words = { $regex: literally(filter.find.text), $options: 'i' };
    conditions.push({ $or: [{ 'state.title': words }, { number: words }, { 'state.quote': words }, ...(filter.find.units.length > 0 ? [{ 'state.units.unit': { $in: filter.find.units } }] : [])] });
  }
  return conditions;
};

/** On the collection `bands`; what a band does not tell (`kind`, `find`, `sponsor`, `stretch`, `pack`, `matterClass`, `registered`) has to come as `ids`. */
export const bandConditions = (filter: LedgerFilter): Condition[] => {
  const conditions = shared(filter, '');
  if (filter.unit !== undefined) conditions.push({ units: filter.unit });
  if (filter.lead !== undefined) conditions.push({ unit: filter.lead });
  if (filter.source !== undefined) conditions.push({ source: orNull(filter.source) });
  if (filter.section !== undefined) conditions.push({ section: orNull(filter.section) });
  if (filter.ids !== undefined) conditions.push({ commitment: { $in: filter.ids } });
  return conditions;
};
