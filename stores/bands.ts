/** Bands: which light a commitment shows, from when to when, with its reasons; the coming turns stand ahead. */
import { Schema, type ClientSession, type Connection } from 'mongoose';
import type { Band } from '../domain/light';
import { leadOf, type Commitment } from '../domain/state';
import type { Instant } from '../domain/time';
import type { CommitmentStatus, LightColour } from '../domain/vocabulary';
import { rawCollection } from './connection';
import type { IndexSpec } from './index-spec';

export interface BandDocument {
  readonly _id: string;
  readonly commitment: string;
  /** The lead unit of that time. */
  readonly unit: string;
  readonly source: string | null;
  readonly status: CommitmentStatus;
  readonly colour: LightColour;
  readonly reasons: readonly string[];
  readonly due: string;
  readonly from: Instant;
  /** Exclusive; null for the last band written. */
  readonly to: Instant | null;
}

const schema = new Schema<BandDocument>({
  _id: { type: String, required: true },
  commitment: { type: String, required: true },
  unit: { type: String, required: true },
  source: { type: String, default: null },
  status: { type: String, required: true },
  colour: { type: String, required: true },
  reasons: { type: [String], required: true },
  due: { type: String, required: true },
  from: { type: String, required: true },
  to: { type: String, default: null },
}, { collection: 'bands', versionKey: false, strict: true });

export const bandIndexes: readonly IndexSpec[] = [
  { collection: 'bands', name: 'commitment_from', keys: { commitment: 1, from: 1 } },
  { collection: 'bands', name: 'as_of', keys: { from: 1, to: 1, unit: 1, colour: 1 } },
];

const asOfFilter = (asOf: Instant): Record<string, unknown> => ({ from: { $lte: asOf }, $or: [{ to: null }, { to: { $gt: asOf } }] });

export interface BandCount { readonly unit: string; readonly source: string | null; readonly status: CommitmentStatus; readonly colour: LightColour; readonly count: number }

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
        ...bands.map((band, index) => ({
          insertOne: {
            document: {
              _id: `${state.id}:${state.seq}:${index}`, commitment: state.id, unit: leadOf(state).unit, source: state.source?.id ?? null,
              status: state.status, colour: band.colour, reasons: [...band.reasons], due: state.due, from: band.from, to: bands[index + 1]?.from ?? null,
            },
          },
        })),
      ], { session, ordered: true });
    },

    history(commitment: string): Promise<BandDocument[]> {
      return model.find({ commitment }).sort({ from: 1 }).lean<BandDocument[]>().exec();
    },

    async at(commitments: readonly string[], asOf: Instant): Promise<Map<string, BandDocument>> {
      const found = await model.find({ commitment: { $in: commitments }, ...asOfFilter(asOf) }).lean<BandDocument[]>().exec();
      return new Map(found.map((band) => [band.commitment, band]));
    },

    /** Ids whose light at `asOf` is one of `colours`. */
    async idsWithColour(colours: readonly LightColour[], asOf: Instant): Promise<string[]> {
      return model.distinct('commitment', { colour: { $in: colours }, ...asOfFilter(asOf) }).exec();
    },

    counts(asOf: Instant): Promise<BandCount[]> {
      return model.aggregate<BandCount>([
        { $match: asOfFilter(asOf) },
        { $group: { _id: { unit: '$unit', source: '$source', status: '$status', colour: '$colour' }, count: { $sum: 1 } } },
        { $project: { _id: 0, unit: '$_id.unit', source: '$_id.source', status: '$_id.status', colour: '$_id.colour', count: 1 } },
      ]).exec();
    },
  };
};
export type BandStore = ReturnType<typeof createBandStore>;
