/** Policy packs and calendars by version: never changed once used, so they are kept in memory once read. */
import { Schema, type Connection } from 'mongoose';
import type { Calendar } from '../domain/calendar';
import { forClass, policyPackSchema, type PackRef, type PolicyPack } from '../domain/policy';
import type { Commitment, Rules } from '../domain/state';
import { canonicalJson } from '../domain/ledger-chain';

interface PolicyDocument { readonly _id: string; readonly name: string; readonly version: number; readonly pack: PolicyPack }
interface CalendarDocument { readonly _id: string; readonly calendar: Calendar; readonly current: boolean }

const policySchema = new Schema<PolicyDocument>({
  _id: { type: String, required: true }, name: { type: String, required: true }, version: { type: Number, required: true },
  pack: { type: Schema.Types.Mixed, required: true },
}, { collection: 'policies', versionKey: false, minimize: false });
const calendarSchema = new Schema<CalendarDocument>({
  _id: { type: String, required: true }, calendar: { type: Schema.Types.Mixed, required: true }, current: { type: Boolean, required: true },
}, { collection: 'calendars', versionKey: false, minimize: false });

export const packId = (ref: PackRef): string => `${ref.name}@${ref.version}`;

export const createRulesStore = (connection: Connection) => {
  const policies = connection.model('Policy', policySchema);
  const calendars = connection.model('Calendar', calendarSchema);
  const packs = new Map<string, PolicyPack>();
  const known = new Map<string, Calendar>();

  const pack = async (ref: PackRef): Promise<PolicyPack> => {
    const id = packId(ref);
    const cached = packs.get(id);
    if (cached) return cached;
    const found = await policies.findById(id).lean<PolicyDocument>().exec();
    if (!found) throw new Error(`policy pack ${id} is not in the store`);
    // Stored by an older release, it lacks what has been added since: the schema's defaults say how it was meant.
    const whole = policyPackSchema.parse(found.pack);
    packs.set(id, whole);
    return whole;
  };
  const calendarOf = async (version: string): Promise<Calendar> => {
    const cached = known.get(version);
    if (cached) return cached;
    const found = await calendars.findById(version).lean<CalendarDocument>().exec();
    if (!found) throw new Error(`calendar ${version} is not in the store`);
    known.set(version, found.calendar);
    return found.calendar;
  };
  const current = async (): Promise<Calendar> => {
    const found = await calendars.findOne({ current: true }, { _id: 1 }).lean<{ _id: string }>().exec();
    if (!found) throw new Error('no calendar in the store; run the start script, which puts the shipped one in');
    return calendarOf(found._id);
  };

  return {
    pack,
    /** The calendar that new commitments are counted by. */
    calendar: current,
    async latestPack(name: string): Promise<PolicyPack | null> {
      const found = await policies.findOne({ name }).sort({ version: -1 }).lean<PolicyDocument>().exec();
      return found ? pack(found) : null;
    },
    async packNames(): Promise<string[]> {
      return policies.distinct('name').exec();
    },
    async forCommitment(state: Pick<Commitment, 'pack' | 'calendarVersion' | 'matterClass'>): Promise<Rules> {
      return { pack: forClass(await pack(state.pack), state.matterClass), calendar: await calendarOf(state.calendarVersion) };
    },

    /**
     * Puts shipped packs and the calendar in, and makes that calendar current.
     * @throws Error where a pack of the same version reads otherwise: a used version never changes, raise its version
     */
    async install(shipped: readonly PolicyPack[], calendar: Calendar): Promise<void> {
      for (const one of shipped) {
        const checked = policyPackSchema.parse(one);
        const _id = packId(checked);
        const had = await policies.findById(_id).lean<PolicyDocument>().exec();
        if (had && canonicalJson(policyPackSchema.parse(had.pack)) !== canonicalJson(checked)) {
          throw new Error(`规则“${_id}”已在使用，内容不能改动；请将文件中的 version 加1后再启动`);
        }
        if (!had) await policies.updateOne({ _id }, { $setOnInsert: { name: checked.name, version: checked.version, pack: checked } }, { upsert: true }).exec();
      }
      await calendars.updateOne({ _id: calendar.version }, { $setOnInsert: { calendar }, $set: { current: true } }, { upsert: true }).exec();
      await calendars.updateMany({ _id: { $ne: calendar.version } }, { $set: { current: false } }).exec();
    },
  };
};
export type RulesStore = ReturnType<typeof createRulesStore>;
