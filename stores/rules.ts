/** Policy packs and calendars by version: never changed once used, so they are kept in memory once read. */
import { Schema, type Connection } from 'mongoose';
import type { Calendar } from '../domain/calendar';
import { forClass, policyPackSchema, type PackRef, type PolicyPack } from '../domain/policy';
import type { Commitment, Rules } from '../domain/state';
import type { Instant } from '../domain/time';
import { canonicalJson } from '../domain/ledger-chain';
import { rawCollection } from './connection';
import { readTogether } from './together';

/** Who did it, and when. */
interface Deed { readonly at: Instant; readonly person: string; readonly name: string }
interface PolicyDocument {
  readonly _id: string; readonly name: string; readonly version: number; readonly pack: PolicyPack;
  /** New commitments may be registered under it. Absent in stores of older releases, where only 标准 was meant. */
  readonly inUse?: boolean;
  /** Null: shipped with the program. */
  readonly made?: (Deed & { readonly base: number | null; readonly reason: string }) | null;
  readonly switches?: readonly (Deed & { readonly to: 'on' | 'off'; readonly confirmed: readonly string[] })[];
}
export interface PackVersion extends Required<Omit<PolicyDocument, '_id' | 'pack'>> { readonly pack: PolicyPack }
interface CalendarDocument { readonly _id: string; readonly calendar: Calendar; readonly current: boolean; readonly shipped?: boolean; readonly imported?: Deed & { readonly reason: string; readonly before: string } }

const policySchema = new Schema<PolicyDocument>({
  _id: { type: String, required: true }, name: { type: String, required: true }, version: { type: Number, required: true },
  pack: { type: Schema.Types.Mixed, required: true }, inUse: { type: Boolean }, made: { type: Schema.Types.Mixed }, switches: { type: Schema.Types.Mixed },
}, { collection: 'policies', versionKey: false, minimize: false });
const calendarSchema = new Schema<CalendarDocument>({
  _id: { type: String, required: true }, calendar: { type: Schema.Types.Mixed, required: true }, current: { type: Boolean, required: true },
  shipped: { type: Boolean }, imported: { type: Schema.Types.Mixed },
}, { collection: 'calendars', versionKey: false, minimize: false });

/** On from the start, whatever it leaves to the office (domain.md, section 5). */
const ON_FROM_THE_START = '标准';
const isInUse = ({ name, inUse }: Pick<PolicyDocument, 'name' | 'inUse'>): boolean => inUse ?? name === ON_FROM_THE_START;
const versionOf = ({ _id, pack, ...rest }: PolicyDocument): PackVersion =>
  ({ made: null, switches: [], ...rest, inUse: isInUse(rest), pack: policyPackSchema.parse(pack) });

export const packId = (ref: PackRef): string => `${ref.name}@${ref.version}`;

export const createRulesStore = (connection: Connection) => {
  const policies = connection.model('Policy', policySchema);
  const calendars = connection.model('Calendar', calendarSchema);
  const packs = new Map<string, PolicyPack>();
  const known = new Map<string, Calendar>();

  /** @param id `name@version`, as the ledger's entries say it; null where the store does not hold it */
  const packNamed = async (id: string): Promise<PolicyPack | null> => {
    const cached = packs.get(id);
    if (cached) return cached;
    const found = await policies.findById(id).lean<PolicyDocument>().exec();
    if (!found) return null;
    // Stored by an older release, it lacks what has been added since: the schema's defaults say how it was meant.
    const whole = policyPackSchema.parse(found.pack);
    packs.set(id, whole);
    return whole;
  };
  const pack = async (ref: PackRef): Promise<PolicyPack> => {
    const found = await packNamed(packId(ref));
    if (found === null) throw new Error(`policy pack ${packId(ref)} is not in the store`);
    return found;
  };
  const calendarOf = async (version: string): Promise<Calendar> => {
    const cached = known.get(version);
    if (cached) return cached;
    const found = await calendars.findById(version).lean<CalendarDocument>().exec();
    if (!found) throw new Error(`calendar ${version} is not in the store`);
    known.set(version, found.calendar);
    return found.calendar;
  };
  const currentVersion = readTogether(async () => (await calendars.findOne({ current: true }, { _id: 1 }).lean<{ _id: string }>().exec())?._id);
  const versionsOf = readTogether((name) => policies.find({ name }, { name: 1, version: 1, inUse: 1 }).sort({ version: -1 }).lean<PolicyDocument[]>().exec());
  const current = async (): Promise<Calendar> => {
    const version = await currentVersion('');
    if (version === undefined) throw new Error('no calendar in the store; run the start script, which puts the shipped one in');
    return calendarOf(version);
  };

  return {
    pack,
    packNamed,
    /** The calendar that new commitments are counted by. */
    calendar: current,
    /** The version of a pack that new commitments are registered under: the highest that is switched on; null where none is. */
    async packInUse(name: string): Promise<PolicyPack | null> {
      const found = (await versionsOf(name)).find(isInUse);
      return found ? pack(found) : null;
    },
    /** Names of the packs in use. */
    async packNames(): Promise<string[]> {
      const all = await policies.find({}, { name: 1, inUse: 1 }).sort({ _id: 1 }).lean<PolicyDocument[]>().exec();
      return [...new Set(all.filter(isInUse).map(({ name }) => name))];
    },
    /** Names of the packs that have clocks in any version. */
    async clockedPacks(): Promise<string[]> {
      const found: unknown[] = await policies.distinct('name', { 'pack.clocks.0': { $exists: true } }).exec();
      return found.filter((name) => typeof name === 'string');
    },
    /** By name, the newest version first. */
    async packVersions(name?: string): Promise<PackVersion[]> {
      const found = await policies.find(name === undefined ? {} : { name }).sort({ name: 1, version: -1 }).lean<PolicyDocument[]>().exec();
      return found.map(versionOf);
    },
    async packVersion(ref: PackRef): Promise<PackVersion | null> {
      const found = await policies.findById(packId(ref)).lean<PolicyDocument>().exec();
      return found ? versionOf(found) : null;
    },
    /** @returns false where that version is there already: somebody else wrote one */
    async addPack(made: PolicyPack, by: Deed & { base: number | null; reason: string }): Promise<boolean> {
      const result = await policies.updateOne({ _id: packId(made) }, { $setOnInsert: { name: made.name, version: made.version, pack: made, inUse: false, made: by, switches: [] } }, { upsert: true }).exec();
      return result.upsertedCount === 1;
    },
    /** @returns false where it has not been switched exactly `expected` times */
    async switchPack(ref: PackRef, to: 'on' | 'off', confirmed: readonly string[], by: Deed, expected: number): Promise<boolean> {
      // The place after the last expected one must be free; documents of older releases have no list yet.
      const standing = { _id: packId(ref), [`switches.${expected}`]: { $exists: false }, ...(expected === 0 ? {} : { [`switches.${expected - 1}`]: { $exists: true } }) };
      const result = await rawCollection<PolicyDocument>(connection, 'policies').updateOne(standing, { $set: { inUse: to === 'on' }, $push: { switches: { ...by, to, confirmed } } });
      return result.modifiedCount === 1;
    },
    calendarOf,
    /** Makes `calendar` the one that new commitments are counted by. Running ones are told by the roll-out. */
    async importCalendar(calendar: Calendar, by: Deed & { reason: string; before: string }): Promise<void> {
      await calendars.updateOne({ _id: calendar.version }, { $setOnInsert: { calendar, imported: by }, $set: { current: true } }, { upsert: true }).exec();
      await calendars.updateMany({ _id: { $ne: calendar.version } }, { $set: { current: false } }).exec();
    },
    async calendarSource(version: string): Promise<(Deed & { readonly reason: string; readonly before: string }) | null> {
      return (await calendars.findById(version, { imported: 1 }).lean<CalendarDocument>().exec())?.imported ?? null;
    },
    async forCommitment(state: Pick<Commitment, 'pack' | 'calendarVersion' | 'matterClass'>): Promise<Rules> {
      return { pack: forClass(await pack(state.pack), state.matterClass), calendar: await calendarOf(state.calendarVersion) };
    },

    /**
     * Puts shipped packs and the calendar in, and makes that calendar current unless the office has imported one since.
     * @throws Error where a pack of the same version reads otherwise: a used version never changes, raise its version
     */
    async install(shipped: readonly PolicyPack[], calendar: Calendar): Promise<void> {
      for (const one of shipped) {
        const checked = policyPackSchema.parse(one);
        const _id = packId(checked);
        const had = await policies.findById(_id).lean<PolicyDocument>().exec();
        // An office that wrote a version of its own under this number keeps it.
        if (had?.made) continue;
        if (had && canonicalJson(policyPackSchema.parse(had.pack)) !== canonicalJson(checked)) {
          throw new Error(`规则“${_id}”已在使用，内容不能改动；请将文件中的 version 加1后再启动`);
        }
        if (!had) await policies.updateOne({ _id }, { $setOnInsert: { name: checked.name, version: checked.version, pack: checked, inUse: checked.name === ON_FROM_THE_START, made: null, switches: [] } }, { upsert: true }).exec();
      }
      const now = await calendars.findOne({ current: true }).lean<CalendarDocument>().exec();
      const imported = now?.imported !== undefined;
      await calendars.updateOne({ _id: calendar.version }, { $setOnInsert: { calendar, ...(imported ? { current: false } : {}) }, $set: { shipped: true, ...(imported ? {} : { current: true }) } }, { upsert: true }).exec();
      if (!imported) await calendars.updateMany({ _id: { $ne: calendar.version } }, { $set: { current: false } }).exec();
    },
  };
};
export type RulesStore = ReturnType<typeof createRulesStore>;
