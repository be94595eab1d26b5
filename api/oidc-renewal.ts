/**
 * A log-in by the identity provider holds what its groups brought for some minutes; then the provider is asked again, and what
 * it no longer says is gone (docs/decisions/0020). Wall clock, as `stores/sessions.ts`.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { SessionDocument } from '../stores/sessions';
import type { ApiDeps } from './deps';
import { isProviderAway, oidcOf, refreshOidc } from './oidc';
import { Problem } from './problems';

const MINUTE_MS = 60_000;
/** As long as one request may take to ask; the others wait for its answer. */
const ASKING_MS = 15_000;
const LOOK_MS = 50;

/** The key is the browser's own secret, of which the store has the hash alone: who reads the store gets no token. */
const keyOf = (cookie: string): Buffer => Buffer.from(hkdfSync('sha256', cookie, '', 'yanxing refresh token', 32));
export const sealToken = (cookie: string, token: string): string => {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(cookie), iv);
  const sealed = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
};
const openToken = (cookie: string, sealed: string): string => {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(cookie), bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
};

const ask = async (deps: ApiDeps, cookie: string, session: SessionDocument, renewal: NonNullable<SessionDocument['renewal']>): Promise<SessionDocument | null> => {
  const { stores, settings, log } = deps;
  const oidc = oidcOf(settings);
  try {
    if (oidc === null) throw new Error('no provider is configured any more');
    const { account, roles, subject, refreshToken } = await refreshOidc(settings, oidc, openToken(cookie, renewal.token), renewal.subject);
    if (account !== session.account || refreshToken === null) throw new Error('the provider names another account');
    if (roles.join() !== session.roles.join()) log.info({ account, had: session.roles, roles }, 'roles by identity provider changed');
    const fresh = { roles, renewal: { token: sealToken(cookie, refreshToken), subject, confirmedAt: new Date(), askedUntil: null } };
    await stores.sessions.renewed(session._id, fresh);
    return { ...session, ...fresh };
  } catch (error) {
    if (isProviderAway(error)) {
      log.warn({ err: error, account: session.account }, 'identity provider away');
      await stores.sessions.releaseRenewal(session._id);
      throw new Problem('unavailable', { detail: '统一身份认证暂时不可用，不能核实您现在的职责', hint: '请稍候再试；登录仍然有效，恢复后不必重新登录', retryAfterSeconds: 10 });
    }
    log.info({ err: error, account: session.account }, 'log-in ended by identity provider');
    await stores.sessions.remove(session._id);
    return null;
  }
};

/** @returns the session with what the provider says now; null where it is over @throws Problem 503 while the provider does not answer */
export const confirmed = async (deps: ApiDeps, cookie: string, session: SessionDocument): Promise<SessionDocument | null> => {
  const { stores, settings } = deps;
  const until = Date.now() + ASKING_MS;
  for (let now: SessionDocument | null = session; now !== null; now = await stores.sessions.get(session._id)) {
    const { renewal } = now;
    if (!renewal || Date.now() - renewal.confirmedAt.getTime() < settings.YANXING_OIDC_RENEW_MINUTES * MINUTE_MS) return now;
    // One asks, in whichever process: a provider that gives each refresh token once takes a second use for theft.
    if (await stores.sessions.claimRenewal(session._id, renewal.confirmedAt, new Date(), ASKING_MS)) return ask(deps, cookie, now, renewal);
    if (Date.now() > until) throw new Problem('unavailable', { retryAfterSeconds: 2 });
    await pause(LOOK_MS);
  }
  return null;
};
