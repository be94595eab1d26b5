/** Log-ins that an identity provider is busy with: each used once, forgotten after ten minutes. */
import type { Connection } from 'mongoose';
import { rawCollection } from './connection';
import type { IndexSpec } from './index-spec';

export interface OidcLogin {
  /** SHA-256 of what the browser holds. */
  readonly _id: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where to go then. */
  readonly next: string;
  readonly expiresAt: Date;
}

export const oidcLoginIndexes: readonly IndexSpec[] = [{ collection: 'oidc_logins', name: 'expiry', keys: { expiresAt: 1 }, expireAfterSeconds: 0 }];

export const createOidcLoginStore = (connection: Connection) => {
  const raw = () => rawCollection<OidcLogin>(connection, 'oidc_logins');
  return {
    async begin(login: OidcLogin): Promise<void> {
      await raw().insertOne(login);
    },
    /** Gives it out once. */
    async take(id: string, now: Date): Promise<OidcLogin | null> {
      const found = await raw().findOneAndDelete({ _id: id });
      return found && found.expiresAt > now ? found : null;
    },
  };
};
export type OidcLoginStore = ReturnType<typeof createOidcLoginStore>;
