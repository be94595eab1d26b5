/** People at browsers: no bearer token, but a cookie and what was told at log-in. */
import { newAccount } from '../../api/accounts.routes';
import type { Role } from '../../api/access';
import type { Answer, Office } from '../api/support';

export const PASSWORD = '雨过天青云破处-7Kq92';
export interface Session { readonly person: string; readonly roles: Role[]; readonly permissions: string[]; readonly csrfToken: string; readonly passwordMustChange: boolean }
export interface Jar { readonly cookie: string; readonly csrf?: string }

export const browsersOf = (office: Pick<Office, 'api' | 'stores'>) => {
  const browse = async <T = Record<string, unknown>>(method: string, path: string, jar: Jar, body?: unknown, more: Readonly<Record<string, string>> = {}): Promise<Answer<T>> => {
    const answer = await fetch(`${office.api.url}${path}`, {
      method, headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), Cookie: jar.cookie, ...(jar.csrf === undefined ? {} : { 'X-CSRF-Token': jar.csrf }), ...more },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, body: (text.startsWith('{') ? JSON.parse(text) : {}) as T };
  };
  const logIn = async (account: string, password: string, more: Readonly<Record<string, string>> = {}) => {
    const answer = await browse<Session>('POST', '/api/session', { cookie: '' }, { account, password }, more);
    return { answer, jar: { cookie: (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '', csrf: answer.body.csrfToken } };
  };
  /** An account whose person has set a password of his own. @returns his browser */
  const hire = async (id: string, roles: readonly Role[], person = id): Promise<Jar> => {
    const { account, password } = await newAccount({ _id: id, person, name: id, roles });
    await office.stores.accounts.insert(account);
    const { jar } = await logIn(id, password);
    const changed = await browse('POST', '/api/session/password', jar, { current: password, next: PASSWORD });
    if (changed.status !== 200) throw new Error(`${id}: ${changed.text}`);
    return (await logIn(id, PASSWORD)).jar;
  };
  return { browse, logIn, hire };
};
export type Browsers = ReturnType<typeof browsersOf>;
