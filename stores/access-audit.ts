/** 访问审计: who asked for what and how it ended. Added to, never changed but for its own end, and gone only by age. */
import type { Connection, mongo } from 'mongoose';
import type { Instant } from '../domain/time';
import { bulkRefusals, insertTogether, isDuplicateKey, rawCollection } from './connection';
import type { IndexSpec } from './index-spec';

export interface AuditEntry {
  /** The request's id. */
  readonly _id: string;
  readonly at: Instant;
  readonly person: string | null;
  readonly name: string | null;
  readonly via: 'session' | 'token' | 'link' | 'oidc' | null;
  readonly address: string;
  /** Of the policy table, or `session.begin` and the like where nobody is known yet. */
  readonly action: string;
  readonly operation: string;
  /** What the path named. */
  readonly object: string | null;
  /** What was asked for, what was before and is now, why it was refused. Missing in entries of older releases. */
  readonly detail?: string | null;
  /** Null while it runs; stays so where the process died. */
  readonly status: number | null;
  /** Wall clock: when it may be forgotten. */
  readonly expiresAt: Date;
}
export interface AuditFilter { readonly person?: string; readonly object?: string; readonly action?: string; readonly from?: Instant; readonly to?: Instant; readonly before?: { readonly at: Instant; readonly id: string } }

export const auditIndexes: readonly IndexSpec[] = [
  { collection: 'access_audit', name: 'at', keys: { at: -1, _id: -1 } },
  { collection: 'access_audit', name: 'person_at', keys: { person: 1, at: -1 } },
  { collection: 'access_audit', name: 'object_at', keys: { object: 1, at: -1 } },
  { collection: 'access_audit', name: 'expiry', keys: { expiresAt: 1 }, expireAfterSeconds: 0 },
];

export const createAuditStore = (connection: Connection) => {
  const raw = () => rawCollection<AuditEntry>(connection, 'access_audit');
  return {
    /** Before a change is made: without its entry it is not made. */
    begin: insertTogether(raw),
    /** Entries as they ended. @param begun may have had their entry before @param whole written only now: inserted, nothing is looked up */
    async end(begun: readonly AuditEntry[], whole: readonly AuditEntry[]): Promise<void> {
      if (begun.length > 0) await raw().bulkWrite(begun.map((entry) => ({ replaceOne: { filter: { _id: entry._id }, replacement: entry, upsert: true } })), { ordered: false });
      if (whole.length === 0) return;
      // Tried again after a broken connection, some are there already.
      const refused = await bulkRefusals(() => raw().insertMany([...whole], { ordered: false }));
      for (const error of refused.values()) if (!isDuplicateKey(error)) throw error;
    },
    async page(filter: AuditFilter, limit: number): Promise<AuditEntry[]> {
      const { person, object, action, from, to, before } = filter;
      const conditions: mongo.Filter<AuditEntry>[] = [
        ...(person === undefined ? [] : [{ person }]), ...(object === undefined ? [] : [{ object }]), ...(action === undefined ? [] : [{ action }]),
        ...(from === undefined ? [] : [{ at: { $gte: from } }]), ...(to === undefined ? [] : [{ at: { $lte: to } }]),
        ...(before === undefined ? [] : [{ $or: [{ at: { $lt: before.at } }, { at: before.at, _id: { $lt: before.id } }] }]),
      ];
      return raw().find(conditions.length > 0 ? { $and: conditions } : {}).sort({ at: -1, _id: -1 }).limit(limit).toArray();
    },
  };
};
export type AuditStore = ReturnType<typeof createAuditStore>;
