/** Lists: the present from the projection, a past day from the bands of that day. */
import { z } from 'zod';
import { invalidInput } from './problems';
import { civilDateSchema, type Commitment } from '../domain/state';
import { COMMITMENT_STATES, LIGHT_COLOURS, type CommitmentStatus, type LightColour } from '../domain/vocabulary';
import type { Stores } from '../stores';
import type { BandDocument } from '../stores/bands';
import type { CommitmentDocument } from '../stores/commitments';
import { asOfSchema, commaList, idSchema, limitSchema, type AsOf } from './fields';
import { itemView, standingOf, type Standing, type UnitNames } from './views';

export const listQuery = z.strictObject({
  unit: idSchema.optional(),
  source: z.string().min(1).max(100).optional(),
  status: commaList(COMMITMENT_STATES).optional(),
  colour: commaList(LIGHT_COLOURS).optional(),
  asOf: asOfSchema,
  cursor: z.string().max(400).optional(),
  limit: limitSchema,
});
export type ListQuery = z.infer<typeof listQuery>;

interface Place { readonly due: string; readonly id: string }
const placeSchema = z.strictObject({ due: civilDateSchema, id: z.string().min(1).max(200) });

const cursorOf = ({ _id, state }: CommitmentDocument): string =>
  Buffer.from(JSON.stringify({ due: state.due, id: _id } satisfies Place), 'utf8').toString('base64url');

/** @throws Problem where it is none of ours */
export const placeOf = (cursor: string | undefined): Place | null => {
  if (cursor === undefined) return null;
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw invalidInput([{ path: 'query.cursor', message: '不是有效的翻页位置', accepted: '上一页返回的 next，原样传回' }]);
  }
};

interface Row { readonly document: CommitmentDocument; readonly standing: Standing }
interface Page { readonly rows: readonly Row[]; readonly next: string | null }

const BATCH = 200;
/** A past day is sifted in memory; a page may come out short, but never takes longer than this many documents. */
const SIFT_LIMIT = 2_000;

const presentPage = async (stores: Stores, query: ListQuery, asOf: AsOf, ids: readonly string[] | undefined): Promise<Page> => {
  const found = await stores.commitments.page({
    ...(query.unit === undefined ? {} : { unit: query.unit }),
    ...(query.source === undefined ? {} : { source: query.source }),
    ...(query.status === undefined ? {} : { status: query.status }),
    ...(ids === undefined ? {} : { ids }),
  }, query.limit + 1, placeOf(query.cursor));
  const shown = found.slice(0, query.limit);
  const rows = await Promise.all(shown.map(async (document) =>
    ({ document, standing: standingOf(document.state, await stores.rules.forCommitment(document.state), asOf.at) })));
  const last = shown.at(-1);
  return { rows, next: found.length > query.limit && last ? cursorOf(last) : null };
};

/** Co-units keep no band of their own: their share is read from the present state and its former units. */
const hadPart = (state: Commitment, unit: string, lead: string, at: string): boolean =>
  lead === unit || state.units.some((part) => part.role === 'co' && part.unit === unit)
  || state.formerUnits.some((former) => former.unit === unit && former.until > at);

const bandStanding = (band: BandDocument): Standing =>
  ({ status: band.status, light: { colour: band.colour, reasons: band.reasons }, due: band.due, lead: band.unit, next: null });

const matches = (query: ListQuery, { state }: CommitmentDocument, { status, light, lead }: Standing, at: string): boolean => {
  const wanted: { readonly status: readonly CommitmentStatus[] | undefined; readonly colour: readonly LightColour[] | undefined } = { status: query.status, colour: query.colour };
  return (wanted.status === undefined || wanted.status.includes(status))
    && (wanted.colour === undefined || wanted.colour.includes(light.colour))
    && (query.unit === undefined || hadPart(state, query.unit, lead, at));
};

const pastPage = async (stores: Stores, query: ListQuery, { at }: AsOf, ids: readonly string[] | undefined): Promise<Page> => {
  const rows: Row[] = [];
  let place = placeOf(query.cursor);
  for (let sifted = 0; sifted < SIFT_LIMIT; sifted += BATCH) {
    const batch = await stores.commitments.page({
      registeredBy: at, ...(query.source === undefined ? {} : { source: query.source }), ...(ids === undefined ? {} : { ids }),
    }, BATCH, place);
    const bands = await stores.bands.at(batch.map((document) => document._id), at);
    for (const [index, document] of batch.entries()) {
      const band = bands.get(document._id);
      // Registered, but its first wake has written nothing yet: it stands as it was registered.
      const standing = band ? bandStanding(band) : standingOf(document.state, await stores.rules.forCommitment(document.state), at);
      if (!matches(query, document, standing, at)) continue;
      rows.push({ document, standing });
      const atEnd = batch.length < BATCH && index === batch.length - 1;
      if (rows.length === query.limit) return { rows, next: atEnd ? null : cursorOf(document) };
    }
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return { rows, next: null };
    place = { due: last.state.due, id: last._id };
    if (sifted + BATCH >= SIFT_LIMIT) return { rows, next: cursorOf(last) };
  }
  return { rows, next: null };
};

/** One page, ordered by present due date. */
export const listCommitments = async (stores: Stores, query: ListQuery, asOf: AsOf, names: UnitNames) => {
  const ids = query.colour === undefined ? undefined : await stores.bands.idsWithColour(query.colour, asOf.at);
  const page = await (asOf.past ? pastPage : presentPage)(stores, query, asOf, ids);
  const items = await Promise.all(page.rows.map(async ({ document, standing }) =>
    itemView({ state: document.state, number: document.number, rules: await stores.rules.forCommitment(document.state), names, at: asOf.at }, standing)));
  return { items, next: page.next, asOf: asOf.at };
};
