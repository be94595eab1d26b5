/** Who is logged in, and what they may do: asked of the API once, then known. */
import { reactive, readonly } from 'vue';
import { credentials, get, isProblem, send } from './http';
import type { Session } from './types';

const state = reactive<{ asked: boolean; session: Session | null }>({ asked: false, session: null });

const take = (session: Session | null): void => {
  state.asked = true;
  state.session = session;
  credentials.csrfToken = session === null || session.csrfToken === '' ? null : session.csrfToken;
};

export const session = readonly(state);

/** Not with a one-time or worn-out password: nothing else may be done until there is a new one. */
const mayGoOn = (): boolean => state.session !== null && !state.session.passwordMustChange;

/** @returns whether somebody is logged in who may go on */
export const askSession = async (): Promise<boolean> => {
  if (state.asked) return mayGoOn();
  try {
    take(await get<Session>('/api/session'));
  } catch (error) {
    if (isProblem(error) && (error.status === 401 || error.status === 403)) take(null);
    else throw error;
  }
  return mayGoOn();
};

/** @throws ApiProblem where account and password do not fit */
export const signIn = async (account: string, password: string): Promise<void> => {
  take(await send<Session>('POST', '/api/session', { account, password }));
};

/** All other log-ins of the account end. @throws ApiProblem that names what is wrong with the new password */
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
export const can = (action: string): boolean => state.session?.permissions.some((one) => one === action) === true;
