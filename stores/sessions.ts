/** Log-ins under way, by the hash of what the browser holds: who reads this collection cannot take one over. */
import { Schema, type Connection } from 'mongoose';
import { rawCollection } from './connection';
import type { IndexSpec } from './index-spec';

export interface SessionDocument {
  /** SHA-256 of the cookie's value. */
  readonly _id: string;
  readonly account: string;
  readonly via: 'session' | 'oidc';
  /** Roles that an identity provider's groups brought. */
  readonly roles: readonly string[];
  /** By which the provider is asked again; absent where it gave no refresh token, and for a log-in by password. */
  readonly renewal?: {
    /** The refresh token, under the cookie's own secret. */
    readonly token: string;
    readonly subject: string;
    readonly confirmedAt: Date;
    /** Somebody is asking, and is given so long. */
    readonly askedUntil: Date | null;
  };
  /** Wall clock, as all of this: time-outs are about people at screens, not about what is owed. */
  readonly lastSeenAt: Date;
  /** The absolute end. */
  readonly expiresAt: Date;
}

const schema = new Schema<SessionDocument>({
  _id: { type: String, required: true },
  account: { type: String, required: true },
  via: { type: String, required: true },
  roles: { type: [String], required: true },
  renewal: { type: Schema.Types.Mixed },
  lastSeenAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
}, { collection: 'sessions', versionKey: false });

export const sessionIndexes: readonly IndexSpec[] = [
  { collection: 'sessions', name: 'expiry', keys: { expiresAt: 1 }, expireAfterSeconds: 0 },
  { collection: 'sessions', name: 'account', keys: { account: 1 } },
];

/** "Last seen" is written at most this often: not every read of a page is a write. */
const TOUCH_MS = 60_000;

export const createSessionStore = (connection: Connection) => {
  const model = connection.model('Session', schema);
  const raw = rawCollection<SessionDocument>(connection, 'sessions');
  return {
    async insert(session: SessionDocument): Promise<void> {
      await raw.insertOne(session);
    },
    /**
     * @param attended false: a page asks by itself, with nobody at it, which is no use that keeps the log-in alive
     * @returns null where there is none, it stood idle for longer than `idleMs`, or its time is over
     */
    async use(id: string, now: Date, idleMs: number, attended = true): Promise<SessionDocument | null> {
      const found = await model.findById(id).lean<SessionDocument>().exec();
      if (!found) return null;
      const idle = now.getTime() - found.lastSeenAt.getTime();
      if (idle > idleMs || found.expiresAt <= now) {
        await raw.deleteOne({ _id: id });
        return null;
      }
      if (attended && idle > TOUCH_MS) await raw.updateOne({ _id: id }, { $set: { lastSeenAt: now } });
      return found;
    },
    async get(id: string): Promise<SessionDocument | null> {
      return model.findById(id).lean<SessionDocument>().exec();
    },
    /** @returns whether the caller is the one who asks the provider now; not where somebody has since `confirmedAt` */
    async claimRenewal(id: string, confirmedAt: Date, now: Date, forMs: number): Promise<boolean> {
      const free = { $or: [{ 'renewal.askedUntil': null }, { 'renewal.askedUntil': { $lte: now } }] };
      return (await raw.updateOne({ _id: id, 'renewal.confirmedAt': confirmedAt, ...free }, { $set: { 'renewal.askedUntil': new Date(now.getTime() + forMs) } })).modifiedCount === 1;
    },
    async releaseRenewal(id: string): Promise<void> {
      await raw.updateOne({ _id: id, renewal: { $exists: true } }, { $set: { 'renewal.askedUntil': null } });
    },
    async renewed(id: string, fresh: Pick<SessionDocument, 'roles' | 'renewal'>): Promise<void> {
      await raw.updateOne({ _id: id }, { $set: fresh });
    },
    async remove(id: string): Promise<void> {
      await raw.deleteOne({ _id: id });
    },
    /** Ends every log-in of an account: a new password, a switched-off account. */
    async removeOf(account: string): Promise<void> {
      await raw.deleteMany({ account });
    },
  };
};
export type SessionStore = ReturnType<typeof createSessionStore>;
