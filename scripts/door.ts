/** Lets the demo and the tests act as people without typing passwords: an account and a token each, straight through the store. */
import { newSecret, sha256Hex } from '../api/auth';
import type { Role } from '../api/access';
import type { Stores } from '../stores';

/** Real time: the clock of tests and demo runs months ahead, their tokens do not. */
const DAY_MS = 86_400_000;

/**
 * @param rolesOf what a person without a post may do; posts bring the rest
 * @returns headers that act as `person`; the account is made when it is first asked for
 */
export const createDoor = (stores: Stores, rolesOf: (person: string) => readonly Role[], nameOf: (person: string) => string = (person) => person) => {
  const known = new Map<string, Promise<string>>();
  const issue = async (person: string): Promise<string> => {
    const token = newSecret();
    const now = new Date();
    await stores.accounts.insert({ _id: person, person, name: nameOf(person), roles: rolesOf(person), password: null, mustChange: false, passwordChangedAt: now, formerPasswords: [], active: true, version: 1 });
    await stores.tokens.insert({ _id: `${person}-${sha256Hex(token).slice(0, 8)}`, hash: sha256Hex(token), account: person, label: 'door', scope: null, createdAt: now, expiresAt: new Date(now.getTime() + DAY_MS) });
    return token;
  };
  return async (person: string): Promise<{ Authorization: string }> => {
    const token = known.get(person) ?? issue(person);
    known.set(person, token);
    token.catch(() => known.delete(person));
    return { Authorization: `Bearer ${await token}` };
  };
};
export type Door = ReturnType<typeof createDoor>;
