/** 督办文书: each numbered document with a state of its own, which its recipients' notices and the unit's answer decide. */
import { createHash } from 'node:crypto';
import { Schema, type ClientSession, type Connection } from 'mongoose';
import type { Fact } from '../domain/facts';
import { filedSlip } from '../domain/notice-ids';
import type { NoticeDraft } from '../domain/notices';
import type { Instant } from '../domain/time';
import type { PostKind, SlipOccasion } from '../domain/vocabulary';
import { rawCollection } from './connection';
import type { IndexSpec } from './index-spec';
import { isFinal, type NoticeRecord } from './notice-record';

/** `filing`: with the supervision office, not issued yet. `undelivered`: none of those it is addressed to got it. `withdrawn`: no longer owed before it went out. `answered`: the unit has acted on it. */
export const SLIP_STATES = ['filing', 'issued', 'delivered', 'undelivered', 'withdrawn', 'answered'] as const;
export type SlipState = (typeof SLIP_STATES)[number];
export const SLIP_STATE_NAMES: Readonly<Record<SlipState, string>> = { filing: '备案中', issued: '已制发', delivered: '已送达', undelivered: '未送达', withdrawn: '已撤回', answered: '已回复' };

export interface SlipRecord {
  readonly _id: string;
  /** 督催〔2026〕12号 */
  readonly number: string;
  readonly series: string;
  /** 催办单 */
  readonly document: string;
  readonly commitment: string;
  readonly occasion: SlipOccasion;
  readonly period: string;
  readonly unit: string;
  readonly posts: readonly { readonly post: string; readonly kind: PostKind; readonly copy: boolean }[];
  readonly issuedAt: Instant;
  readonly state: SlipState;
  /** Since when. */
  readonly stateAt: Instant;
  /** What it says; null until it first goes out. Its shape is the document's (`documents/slip.ts`). */
  readonly content: unknown;
}

const text = { type: String, required: true } as const;
const schema = new Schema<SlipRecord>({
  _id: text, number: text, series: text, document: text, commitment: text, occasion: text, period: text, unit: text, posts: { type: Schema.Types.Mixed, required: true },
  issuedAt: text, state: text, stateAt: text, content: { type: Schema.Types.Mixed, default: null },
}, { collection: 'slips', versionKey: false, minimize: false, strict: 'throw' });

export const slipIndexes: readonly IndexSpec[] = [
  { collection: 'slips', name: 'commitment_issued', keys: { commitment: 1, issuedAt: 1 } },
  { collection: 'slips', name: 'issued', keys: { issuedAt: -1, _id: 1 } },
  { collection: 'slips', name: 'state_issued', keys: { state: 1, issuedAt: -1 } },
  { collection: 'slips', name: 'unit_issued', keys: { unit: 1, issuedAt: -1 } },
  { collection: 'slips', name: 'number', keys: { number: 1 }, unique: true },
];

type SlipOf = Pick<NoticeDraft, 'commitment' | 'occasion' | 'period' | 'unit'>;
/** What makes a document one and the same, however many posts get it; its filing is of that very document. */
export const slipKeyOf = ({ commitment, unit, ...of }: SlipOf): string => {
  const { occasion, period } = filedSlip(of) ?? of;
  return `${commitment}:${occasion}:${period}:${unit}`;
};
/** The id stands in addresses, so it is letters and digits. */
export const slipIdOf = (of: SlipOf): string => `s${createHash('sha256').update(slipKeyOf(of), 'utf8').digest('hex').slice(0, 20)}`;

export interface SlipFilter { readonly commitment?: string; readonly unit?: string; readonly state?: SlipState; readonly document?: string; readonly series?: string; readonly units?: readonly string[]; /** The last one of the page before. */ readonly after?: { readonly issuedAt: Instant; readonly id: string } | null; readonly limit: number }

export const createSlipStore = (connection: Connection) => {
  const model = connection.model('Slip', schema);
  const raw = rawCollection<SlipRecord>(connection, 'slips');
  const notices = rawCollection<NoticeRecord>(connection, 'notices');

  /** Put together from its recipients: a copy's fate decides nothing. */
  const standing = (own: readonly NoticeRecord[]): SlipState => {
    const addressed = own.filter((notice) => !notice.copy);
    if (addressed.some((notice) => notice.state === 'sent')) return 'delivered';
    if (addressed.length === 0 || !addressed.every((notice) => isFinal(notice.state))) return 'issued';
    return addressed.every((notice) => notice.reason === 'noLongerOwed') ? 'withdrawn' : 'undelivered';
  };

  return {
    /** Repeated, it adds the posts that came later (a deputy's). What was filed first is issued now, under its number. */
    async issue(owed: readonly { readonly draft: NoticeDraft; readonly slipNumber: string | null }[], asOf: Instant, session: ClientSession): Promise<void> {
      const numbered = owed.flatMap(({ draft, slipNumber }) => (draft.slip === null || slipNumber === null ? [] : [{ draft, slip: draft.slip, slipNumber }]));
      if (numbered.length === 0) return;
      const writes = numbered.map(({ draft, slip, slipNumber }) => {
        const filed = filedSlip(draft);
        const { occasion, period } = filed ?? draft;
        const fields = { number: slipNumber, series: slip.series, document: slip.document, commitment: draft.commitment, occasion: occasion as SlipOccasion, period, unit: draft.unit, issuedAt: draft.at, stateAt: asOf, content: null };
        return {
          updateOne: {
            filter: { _id: slipIdOf(draft) },
            update: filed === null
              ? { $setOnInsert: { ...fields, state: 'issued' as const }, $addToSet: { posts: { post: draft.post, kind: draft.postKind, copy: draft.copy } } }
              : { $setOnInsert: { ...fields, state: 'filing' as const, posts: [] } },
            upsert: true,
          },
        };
      });
      const issued = numbered.filter(({ draft }) => filedSlip(draft) === null).map(({ draft }) => ({
        updateOne: { filter: { _id: slipIdOf(draft), posts: { $size: 0 } }, update: { $set: { state: 'issued' as const, stateAt: asOf, issuedAt: draft.at } } },
      }));
      await raw.bulkWrite([...issued, ...writes], { session });
    },

    /** Filed and then not issued: the matter has moved on. */
    async withdraw(commitment: string, filed: readonly { readonly occasion: string; readonly period: string }[], asOf: Instant, session: ClientSession): Promise<void> {
      for (const { occasion, period } of filed) {
        await raw.updateMany({ commitment, occasion: occasion as SlipOccasion, period, state: 'filing' }, { $set: { state: 'withdrawn', stateAt: asOf } }, { session });
      }
    },

    /** What the unit did answers the slips that it had; the leader's word answers what was proposed to him. */
    async answer(commitment: string, facts: readonly Fact[], session: ClientSession): Promise<void> {
      for (const fact of facts) {
        if (fact.type === 'proposalDecided') {
          await raw.updateMany({ commitment, occasion: fact.proposal, state: { $in: ['issued', 'delivered', 'undelivered'] }, issuedAt: { $lte: fact.at } }, { $set: { state: 'answered', stateAt: fact.at } }, { session });
          continue;
        }
        const unit = fact.type === 'reported' || fact.type === 'extensionRequested' ? fact.unit : fact.type === 'signed' && !fact.deemed ? fact.unit : null;
        const all = fact.type === 'closureRequested';
        if (unit === null && !all) continue;
        await raw.updateMany({
          commitment, state: { $in: ['issued', 'delivered', 'undelivered'] }, issuedAt: { $lte: fact.at }, ...(unit === null ? {} : { unit }),
          // A proposal to a leader is not the unit's to answer.
          ...(fact.type === 'signed' ? { occasion: 'dispatch' as const } : { posts: { $elemMatch: { copy: false, kind: { $in: ['handler', 'unitHead', 'deputy'] } } } }),
        }, { $set: { state: 'answered', stateAt: fact.at } }, { session });
      }
    },

    /** After one of its notices came to an end. An answer stands whatever becomes of the mails. */
    async settle(of: Pick<NoticeRecord, 'commitment' | 'occasion' | 'period' | 'unit' | 'slip' | 'reason'>, at: Instant): Promise<void> {
      if (of.slip === null) return;
      const { commitment, occasion, period, unit } = of;
      // A filing that has its outcome only lets the document go.
      if (filedSlip(of) !== null) {
        if (of.reason === 'noLongerOwed') await raw.updateOne({ _id: slipIdOf(of), state: 'filing' }, { $set: { state: 'withdrawn', stateAt: at } });
        return;
      }
      const own = await notices.find({ commitment, occasion, period, unit, slip: { $ne: null } }).toArray();
      const state = standing(own);
      await raw.updateOne({ _id: slipIdOf(of), state: { $nin: ['answered', state] } }, { $set: { state, stateAt: at } });
    },

    /** Fixes what it says, or finds it fixed. @returns what it says */
    async compose<T>(of: Pick<NoticeRecord, 'commitment' | 'occasion' | 'period' | 'unit'>, content: T): Promise<T> {
      const _id = slipIdOf(of);
      await raw.updateOne({ _id, content: null }, { $set: { content } });
      return ((await raw.findOne({ _id }, { projection: { content: 1 } }))?.content ?? content) as T;
    },

    get(id: string): Promise<SlipRecord | null> {
      return model.findById(id).lean<SlipRecord>().exec();
    },

    /** Titles and series of numbers that there are, to choose from. */
    async kinds(): Promise<{ documents: string[]; series: string[] }> {
      const [documents, series] = await Promise.all([raw.distinct('document'), raw.distinct('series')]);
      return { documents: documents.sort(), series: series.sort() };
    },

    /** Newest first. `units`: only those of these. */
    list({ limit, units, after = null, ...equal }: SlipFilter): Promise<SlipRecord[]> {
      return model.find({
        ...equal, ...(units === undefined ? {} : { unit: { ...(equal.unit === undefined ? {} : { $eq: equal.unit }), $in: [...units] } }),
        ...(after === null ? {} : { $or: [{ issuedAt: { $lt: after.issuedAt } }, { issuedAt: after.issuedAt, _id: { $gt: after.id } }] }),
      }, { content: 0 })
        .sort({ issuedAt: -1, _id: 1 }).limit(limit).lean<SlipRecord[]>().exec();
    },
  };
};
export type SlipStore = ReturnType<typeof createSlipStore>;
