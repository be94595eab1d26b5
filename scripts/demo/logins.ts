/** One log-in for each role, for whoever looks round after the demo; the passwords are this run's only. */
import { newAccount } from '../../api/accounts.routes';
import { ADMINISTRATORS, ROLE_NAMES, ROLE_OF_POST, type Role } from '../../api/access';
import { civilDateOf, type Instant } from '../../domain/time';
import { POST_KINDS } from '../../domain/vocabulary';
import type { Stores } from '../../stores';

export interface DemoLogin { readonly role: string; readonly account: string; readonly name: string; readonly password: string }

/** Whoever holds the first post of each kind today, and one person for each administrator. */
export const makeLogins = async (stores: Stores, at: Instant): Promise<DemoLogin[]> => {
  const make = async (role: Role, person: string, name: string, granted: readonly Role[]): Promise<DemoLogin> => {
    const { account, password } = await newAccount({ _id: person.toLowerCase(), person, name, roles: granted });
    // Shown on this screen alone and gone with the run: nothing is won by changing it first.
    await stores.accounts.insert({ ...account, mustChange: false });
    return { role: ROLE_NAMES[role], account: account._id, name, password };
  };
  const posts = await stores.organisation.posts();
  const made: DemoLogin[] = [];
  const done = new Set<Role>();
  for (const kind of POST_KINDS) {
    const role = ROLE_OF_POST[kind];
    if (done.has(role)) continue;
    const holders = await stores.organisation.holdersOf(posts.filter((post) => post.kind === kind).map(({ id }) => id), civilDateOf(at));
    const holder = [...holders.values()].flat().find(({ person }) => !made.some(({ account }) => account === person.toLowerCase()));
    if (!holder) continue;
    done.add(role);
    made.push(await make(role, holder.person, holder.name, []));
  }
  for (const role of ADMINISTRATORS) made.push(await make(role, role, ROLE_NAMES[role], [role]));
  return made;
};
