/** Bands: which light a commitment shows, from when to when, with its reasons; the coming turns stand ahead. */
import { Schema, type ClientSession, type Connection } from 'mongoose';
import type { Band } from '../domain/light';
import { leadOf, type Commitment } from '../domain/state';
import { civilDateOf, type CivilDate, type Instant } from '../domain/time';
import { DROPPED_STATES, type CommitmentStatus, type LightClass, type LightColour } from '../domain/vocabulary';
import { rawCollection } from './connection';
import type { IndexSpec } from './index-spec';
import { bandConditions, type LedgerFilter, type Timely } from './ledger-filter';

export interface BandDocument {
  readonly _id: string;
  readonly commitment: string;
  /** The lead unit of that time. */
  readonly unit: string;
  readonly source: string | null;
  readonly section: string | null;
  /** All units that take part, the lead first. */
  readonly units: readonly string[];
  readonly status: CommitmentStatus;
  readonly colour: LightColour;
  readonly reasons: readonly string[];
  readonly due: string;
  readonly originalDue: string;
  readonly doneOn: string | null;
  readonly from: Instant;
  /** Exclusive; null for the last band written. */
  readonly to: Instant | null;
}

const schema = new Schema<BandDocument>({
  _id: { type: String, required: true },
  commitment: { type: String, required: true },
  unit: { type: String, required: true },
  source: { type: String, default: null },
  section: { type: String, default: null },
  units: { type: [String], default: [] },
  status: { type: String, required: true },
  colour: { type: String, required: true },
  reasons: { type: [String], required: true },
  due: { type: String, required: true },
  originalDue: { type: String, default: null },
  doneOn: { type: String, default: null },
  from: { type: String, required: true },
  to: { type: String, default: null },
}, { collection: 'bands', versionKey: false, strict: true });

export const bandIndexes: readonly IndexSpec[] = [
  { collection: 'bands', name: 'commitment_from', keys: { commitment: 1, from: 1 } },
  { collection: 'bands', name: 'source_from', keys: { source: 1, from: 1 } },
  { collection: 'bands', name: 'as_of', keys: { from: 1, to: 1, unit: 1, colour: 1 } },
  // A page of one light: in the order in which it is shown.
  { collection: 'bands', name: 'colour_due', keys: { colour: 1, due: 1, commitment: 1, to: 1, from: 1 } },
  // The figures of now: of past bands none has to be looked at, of the others none has to be read.
  { collection: 'bands', name: 'figures', keys: { to: 1, from: 1, unit: 1, source: 1, section: 1, status: 1, colour: 1, originalDue: 1, doneOn: 1, due: 1 } },
];

/** The opening hour of a day turns many at once. */
const TURNS_AT_ONCE = 2_000;

const asOfFilter = (asOf: Instant): Record<string, unknown> => ({ from: { $lte: asOf }, $or: [{ to: null }, { to: { $gt: asOf } }] });

export interface BandCount { readonly unit: string; readonly source: string | null; readonly status: CommitmentStatus; readonly colour: LightColour; readonly count: number }

/** How many stand alike; `due` only of red ones, for how long they are overdue. */
export interface Figure {
  readonly unit: string; readonly source: string | null; readonly section: string | null;
  readonly status: CommitmentStatus; readonly colour: LightColour; readonly timely: Timely | null; readonly due: CivilDate | null; readonly count: number;
}

/** A line of a page: the commitment, with what its order goes by. */
export interface BandPlace { readonly due: CivilDate; readonly id: string }

/** Null while the original due date has not passed by `day`. */
const timelyOn = (day: CivilDate): Record<string, unknown> => ({
  $cond: [
    { $or: [{ $eq: [{ $ifNull: ['$originalDue', null] }, null] }, { $gte: ['$originalDue', day] }, { $in: ['$status', DROPPED_STATES] }] }, null,
    { $cond: [{ $eq: [{ $ifNull: ['$doneOn', null] }, null] }, 'owing', { $cond: [{ $lte: ['$doneOn', '$originalDue'] }, 'onTime', 'late'] }] },
  ],
});

/** What stands for these turns of the light, from the first of them on. */
export const bandDocuments = (state: Commitment, bands: readonly Band[]): BandDocument[] => bands.map((band, index) => ({
  _id: `${state.id}:${state.seq}:${index}`, commitment: state.id, unit: leadOf(state).unit, source: state.source?.id ?? null, section: state.source?.section ?? null,
  units: state.units.map((part) => part.unit), status: state.status, colour: band.colour, reasons: [...band.reasons], due: state.due,
  originalDue: state.originalDue, doneOn: state.doneOn, from: band.from, to: bands[index + 1]?.from ?? null,
}));

/** Whether a change of state leaves the coming turns, and all that stands with them, as they are: most reports do. */
export const turnAlike = (before: Commitment, foreseen: readonly Band[], after: Commitment, ahead: readonly Band[]): boolean => {
  const told = (state: Commitment, bands: readonly Band[]): string => JSON.stringify(bandDocuments(state, bands).map(({ _id, ...band }) => band));
  return told(before, foreseen) === told(after, ahead);
};

const classCondition = (is: LightClass): Record<string, unknown> => {
  switch (is) {
    case 'closed': return { colour: 'closed', status: { $nin: DROPPED_STATES } };
    case 'dropped': return { colour: 'closed', status: { $in: DROPPED_STATES } };
    default: return { colour: is };
  }
};
/** Plain colours as one range of the index. */
const amongClasses = (classes: readonly LightClass[]): Record<string, unknown> => {
  const ended = (['closed', 'dropped'] as const).filter((one) => classes.includes(one));
  const lit = classes.filter((one) => one !== 'closed' && one !== 'dropped');
  return ended.length === 0 ? { colour: { $in: lit } } : { $or: [...ended.map(classCondition), ...(lit.length > 0 ? [{ colour: { $in: lit } }] : [])] };
};

export const createBandStore = (connection: Connection) => {
  const model = connection.model('Band', schema);
  const raw = rawCollection<BandDocument>(connection, 'bands');
  return {
    /** Ends what stands at `bands[0].from` and writes what now stands ahead; what had been foreseen and will not come is dropped. */
    async rewrite(state: Commitment, bands: readonly Band[], session: ClientSession): Promise<void> {
      const from = bands[0]?.from;
      if (from === undefined) return;
      await raw.bulkWrite([
        { deleteMany: { filter: { commitment: state.id, from: { $gte: from } } } },
        { updateMany: { filter: { commitment: state.id, $or: [{ to: null }, { to: { $gt: from } }] }, update: { $set: { to: from } } } },
        ...bandDocuments(state, bands).map((document) => ({ insertOne: { document } })),
      ], { session, ordered: true });
    },

    history(commitment: string): Promise<BandDocument[]> {
      return model.find({ commitment }).sort({ from: 1 }).lean<BandDocument[]>().exec();
    },

    /** Of all commitments of a source, oldest first. */
    ofSource(source: string): Promise<Pick<BandDocument, 'commitment' | 'colour' | 'status' | 'from' | 'to'>[]> {
      return model.find({ source }, { commitment: 1, colour: 1, status: 1, from: 1, to: 1 }).sort({ from: 1 }).lean<BandDocument[]>().exec();
    },

    /** Bands that began after `after`, up to and including `until`: lights that turned as time passed. */
    turned(after: Instant, until: Instant): Promise<Pick<BandDocument, 'commitment' | 'source' | 'unit'>[]> {
      return model.find({ from: { $gt: after, $lte: until } }, { commitment: 1, source: 1, unit: 1 }).limit(TURNS_AT_ONCE).lean<BandDocument[]>().exec();
    },

    async at(commitments: readonly string[], asOf: Instant): Promise<Map<string, BandDocument>> {
      const found = await model.find({ commitment: { $in: commitments }, ...asOfFilter(asOf) }).lean<BandDocument[]>().exec();
      return new Map(found.map((band) => [band.commitment, band]));
    },

    /** Bands standing at `asOf` by due date, then id, of one class of lights where `is` names it; `after` is the last of the page before. */
    async page(filter: LedgerFilter, asOf: Instant, is: LightClass | null, limit: number, after: BandPlace | null, down = false): Promise<BandDocument[]> {
      const past = down ? '$lt' : '$gt';
      const order = down ? -1 : 1;
      return model.find({
        $and: [
          ...(is === null ? [] : [classCondition(is)]), asOfFilter(asOf), ...bandConditions(filter),
          ...(after === null ? [] : [{ $or: [{ due: { [past]: after.due } }, { due: after.due, commitment: { [past]: after.id } }] }]),
        ],
      }).sort({ due: order, commitment: order }).limit(limit).lean<BandDocument[]>().exec();
    },

    async countOf(filter: LedgerFilter, asOf: Instant, among: readonly LightClass[] | null, most: number): Promise<number> {
      return model.countDocuments({ $and: [...(among === null ? [] : [amongClasses(among)]), asOfFilter(asOf), ...bandConditions(filter)] }, { limit: most }).exec();
    },

    /** Everything that the 总览 counts, in one pass. */
    async figures(asOf: Instant): Promise<Figure[]> {
      const day = civilDateOf(asOf);
      return model.aggregate<Figure>([
        { $match: asOfFilter(asOf) },
        {
          $group: {
            _id: {
              unit: '$unit', source: '$source', section: '$section', status: '$status', colour: '$colour', timely: timelyOn(day),
              due: { $cond: [{ $eq: ['$colour', 'red'] }, '$due', null] },
            },
            count: { $sum: 1 },
          },
        },
        { $replaceWith: { $mergeObjects: ['$_id', { count: '$count' }] } },
      ]).exec();
    },

    /** How many showed which light at an instant; what was dropped by then is not counted. */
    async lights(asOf: Instant): Promise<Partial<Record<LightColour, number>>> {
      const found = await model.aggregate<{ _id: LightColour; count: number }>([{ $match: { ...asOfFilter(asOf), status: { $nin: DROPPED_STATES } } }, { $group: { _id: '$colour', count: { $sum: 1 } } }]).exec();
      return Object.fromEntries(found.map(({ _id, count }) => [_id, count]));
    },

    /** @param commitments only of these */
    counts(asOf: Instant, commitments?: readonly string[]): Promise<BandCount[]> {
      return model.aggregate<BandCount>([
        { $match: { ...(commitments === undefined ? {} : { commitment: { $in: [...commitments] } }), ...asOfFilter(asOf) } },
        { $group: { _id: { unit: '$unit', source: '$source', status: '$status', colour: '$colour' }, count: { $sum: 1 } } },
        { $project: { _id: 0, unit: '$_id.unit', source: '$_id.source', status: '$_id.status', colour: '$_id.colour', count: 1 } },
      ]).exec();
    },
  };
};
export type BandStore = ReturnType<typeof createBandStore>;
