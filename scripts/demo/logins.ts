/** One log-in for each role, for whoever looks round after the demo; the passwords are this run's only. */
import { newAccount } from '../../api/accounts.routes';
import { ADMINISTRATORS, ROLE_NAMES, ROLE_OF_POST, type Role } from '../../api/access';
import { civilDateOf, type Instant } from '../../domain/time';
import { POST_KINDS } from '../../domain/vocabulary';
import type { Stores } from '../../stores';

export interface DemoLogin { readonly role: string; readonly account: string; readonly name: string; readonly password: string }

/** Of each kind of post whoever has most in hand today, so that each finds work on his pages, and one person for each administrator. */
export const makeLogins = async (stores: Stores, at: Instant): Promise<DemoLogin[]> => {
  const make = async (role: Role, person: string, name: string, granted: readonly Role[]): Promise<DemoLogin> => {
    const { account, password } = await newAccount({ _id: person.toLowerCase(), person, name, roles: granted });
    // Shown on this screen alone and gone with the run: nothing is won by changing it first.
    const shown = { ...account, mustChange: false };
    if (!(await stores.accounts.insert(shown))) {
      // Who acted in the story has an account already, without a password.
      const had = await stores.accounts.get(account._id);
      if (!had || !(await stores.accounts.change(had._id, had.version, { name, roles: granted, password: shown.password }))) throw new Error(`账号${account._id}未能建立`);
    }
    return { role: ROLE_NAMES[role], account: account._id, name, password };
  };
  const posts = await stores.organisation.posts();
  const made: DemoLogin[] = [];
  const done = new Set<Role>();
  for (const kind of POST_KINDS) {
    const role = ROLE_OF_POST[kind];
    if (done.has(role)) continue;
    const ofKind = await Promise.all(posts.filter((post) => post.kind === kind).map(async ({ id, unit }) => ({ id, inHand: await (unit === null ? stores.commitments.countInHand('post', id) : stores.commitments.countInHand('unit', unit)) })));
    const ids = ofKind.sort((a, b) => b.inHand - a.inHand).map(({ id }) => id);
    const holders = await stores.organisation.holdersOf(ids, civilDateOf(at));
    const holder = ids.flatMap((id) => holders.get(id) ?? []).find(({ person }) => !made.some(({ account }) => account === person.toLowerCase()));
    if (!holder) continue;
    done.add(role);
    made.push(await make(role, holder.person, holder.name, []));
  }
  for (const role of ADMINISTRATORS) made.push(await make(role, role, ROLE_NAMES[role], [role]));
  return made;
};
