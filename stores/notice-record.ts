/** The form of a notice as it is written down. */
import { Schema, type ClientSession, type mongo } from 'mongoose';
import type { NoticeDraft, SlipForm } from '../domain/notices';
import type { Instant } from '../domain/time';
import { FINAL_NOTICE_STATES, type NoticeOutcome, type NoticeState, type SuppressionReason } from '../domain/vocabulary';
import type { IndexSpec } from './index-spec';

export interface NoticeRecord extends Omit<NoticeDraft, 'id'> {
  readonly _id: string;
  readonly state: NoticeState;
  /** 督催〔2026〕12号; null for a mail that is no numbered document. */
  readonly slipNumber: string | null;
  readonly createdAt: Instant;
  /** How often it was claimed. */
  readonly attempts: number;
  /** How often the server may have taken it without our knowing; it was then sent again with the same Message-ID. */
  readonly ambiguous: number;
  /** Fencing token of the attempt that owns it. */
  readonly token: string | null;
  readonly claimedAt: Instant | null;
  /** The end of the body may have gone out: from here on a lost answer is ambiguous. */
  readonly sendStarted: boolean;
  readonly person: string | null;
  readonly address: string | null;
  /** commitment:occasion:period:unit:address, unique: nobody gets the same thing twice through two posts. */
  readonly occasionKey: string | null;
  readonly messageId: string | null;
  readonly reason: SuppressionReason | null;
  /** The server's last answer to an accepted mail. */
  readonly response: string | null;
  readonly error: string | null;
  readonly nextAttemptAt: Instant | null;
  /** The digest that carried it. */
  readonly digest: string | null;
  readonly settledAt: Instant | null;
  /** The one that it repeats, and the one that repeats it, with who asked for that. Absent in documents of older releases. */
  readonly resendOf?: string | null;
  readonly resent?: { readonly notice: string; readonly at: Instant; readonly person: string; readonly name: string } | null;
}

const text = { type: String, required: true } as const;
const maybe = { type: String, default: null } as const;

export const noticeSchema = new Schema<NoticeRecord>({
  _id: text, commitment: text, occasion: text, period: text, post: text, postKind: text, unit: text, at: text,
  factSeq: { type: Number, default: null },
  slip: { type: new Schema<SlipForm>({ document: text, series: text }, { _id: false }), default: null },
  awaited: { type: Boolean, required: true }, copy: { type: Boolean, required: true },
  state: text, slipNumber: maybe, createdAt: text,
  attempts: { type: Number, required: true }, ambiguous: { type: Number, required: true },
  token: maybe, claimedAt: maybe, sendStarted: { type: Boolean, required: true },
  person: maybe, address: maybe, occasionKey: maybe, messageId: maybe, reason: maybe,
  response: maybe, error: maybe, nextAttemptAt: maybe, digest: maybe, settledAt: maybe,
  resendOf: maybe, resent: { type: Schema.Types.Mixed, default: null },
}, { collection: 'notices', versionKey: false, strict: 'throw' });

const present = { $type: 'string' } as const;
export const noticeIndexes: readonly IndexSpec[] = [
  { collection: 'notices', name: 'commitment_at', keys: { commitment: 1, at: 1 } },
  { collection: 'notices', name: 'state_created', keys: { state: 1, createdAt: 1 } },
  { collection: 'notices', name: 'created', keys: { createdAt: -1, _id: 1 } },
  { collection: 'notices', name: 'one_per_occasion_and_address', keys: { occasionKey: 1 }, unique: true, partial: { occasionKey: present } },
  { collection: 'notices', name: 'address_settled', keys: { address: 1, settledAt: 1 }, partial: { address: present } },
  { collection: 'notices', name: 'digest', keys: { digest: 1 }, partial: { digest: present } },
  { collection: 'notices', name: 'ambiguous', keys: { ambiguous: 1 }, partial: { ambiguous: { $gt: 0 } } },
];

export const isFinal = (state: NoticeState): state is NoticeOutcome => FINAL_NOTICE_STATES.some((final) => final === state);
export const OPEN = { $nin: [...FINAL_NOTICE_STATES] } as const;

/** Addresses whose last outcome since `since` is a hard bounce: a later success clears one. */
export const bouncedAmong = async (
  raw: mongo.Collection<NoticeRecord>, addresses: readonly string[], since: Instant, session?: ClientSession,
): Promise<Set<string>> => {
  if (addresses.length === 0) return new Set();
  const last = await raw.aggregate<{ _id: string; state: NoticeState }>([
    { $match: { address: { $in: [...addresses] }, settledAt: { $gt: since }, state: { $in: ['bounced', 'sent', 'bundled'] } } },
    // At one instant a success counts as the later one: bounced < bundled < sent.
    { $sort: { settledAt: 1, state: 1 } },
    { $group: { _id: '$address', state: { $last: '$state' } } },
  ], session ? { session } : {}).toArray();
  return new Set(last.filter((entry) => entry.state === 'bounced').map((entry) => entry._id));
};
