/** Who is logged in, and what they may do: asked of the API once, then known. */
import { reactive, readonly } from 'vue';
import { credentials, get, isProblem, send } from './http';

export interface Session {
  readonly person: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly units: readonly string[];
  readonly permissions: readonly string[];
  readonly csrfToken: string;
  /** The password was given by somebody else, or is too old: nothing is allowed before another one is set. */
  readonly passwordMustChange?: boolean;
}

/** An office without users yet believes its own machine: everything is allowed. One place, gone when the API answers. */
const EVERYTHING: Session = { person: 'registrar', name: '督查室', roles: ['registrar'], units: [], permissions: ['*'], csrfToken: '' };

const state = reactive<{ asked: boolean; session: Session | null }>({ asked: false, session: null });

const take = (session: Session | null): void => {
  state.asked = true;
  state.session = session;
  credentials.csrfToken = session === null || session.csrfToken === '' ? null : session.csrfToken;
};

export const session = readonly(state);

/** @returns whether somebody is logged in */
export const askSession = async (): Promise<boolean> => {
  if (state.asked) return state.session !== null;
  try {
    take(await get<Session>('/api/session'));
  } catch (error) {
    if (isProblem(error, 'notFound')) take(EVERYTHING);
    else if (isProblem(error) && (error.status === 401 || error.status === 403)) take(null);
    else throw error;
  }
  return state.session !== null;
};

/** @throws ApiProblem where account and password do not fit */
export const signIn = async (account: string, password: string): Promise<void> => {
  take(await send<Session>('POST', '/api/session', { account, password }));
};

/** @throws ApiProblem with what the new password lacks */
export const changePassword = async (current: string, next: string): Promise<void> => {
  take(await send<Session>('POST', '/api/session/password', { current, next }));
};

export const signOut = async (): Promise<void> => {
  await send('DELETE', '/api/session');
  take(null);
};

/** For the page that finds out by a 401. */
export const forgetSession = (): void => take(null);

/** Whether the policy allows `action` to this person; the API decides again when it comes to it. */
export const can = (action: string): boolean => state.session !== null && (state.session.permissions.includes('*') || state.session.permissions.includes(action));
