/** The office's own identity provider (OpenID Connect, authorization code with PKCE), by openid-client. */
import type { Configuration, CustomFetch } from 'openid-client';
import type { Settings } from '../config/settings';
import { conflictingRoles, ROLES, type Role } from './access';
import { Problem } from './problems';

export interface OidcSettings { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }
/** What the provider's answer comes to. */
export interface OidcPerson {
  readonly account: string;
  readonly roles: readonly Role[];
  /** The provider's own name for the person, which never changes. */
  readonly subject: string;
  /** By which it can be asked again; null where the provider gives none. */
  readonly refreshToken: string | null;
}

const TIMEOUT_SECONDS = 10;
const CLOCKS_APART_SECONDS = 60;
/** A discovery document or a key set is some kilobytes. */
const ANSWER_BYTES = 512 * 1024;

export const oidcOf = ({ YANXING_OIDC_ISSUER: issuer, YANXING_OIDC_CLIENT_ID: clientId, YANXING_OIDC_CLIENT_SECRET: clientSecret }: Settings): OidcSettings | null =>
  (issuer === undefined || clientId === undefined || clientSecret === undefined ? null : { issuer, clientId, clientSecret });

/** The provider did not answer, or not now: what it would say is unknown. */
class ProviderAway extends Error {}
export const isProviderAway = (error: unknown): boolean => {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) if (cause instanceof ProviderAway) return true;
  return false;
};

/**
 * Asks nobody but whom the administrator named: whatever a discovery document says of keys and tokens, an address of another
 * origin, a private one, a metadata service, is never called, and no redirection is followed. So there is no name left whose
 * meaning could change between looking and calling.
 */
export const guardedFetch = (origins: ReadonlySet<string>): CustomFetch => async (url, options) => {
  const { origin } = new URL(url);
  if (!origins.has(origin)) throw new Error(`the provider names ${origin}, which is not among the origins that may be asked`);
  const response = await fetch(url, { ...options, redirect: 'manual' } as RequestInit).catch((error: unknown) => { throw new ProviderAway(`${origin} cannot be reached`, { cause: error }); });
  if (response.status >= 500 || response.status === 429) throw new ProviderAway(`${origin} answers ${response.status}`);
  if (response.status >= 300 && response.status < 400) throw new Error(`${origin} answers with a redirection`);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength > ANSWER_BYTES) throw new Error(`${origin} answers with too much`);
  return new Response(response.status === 204 ? null : bytes, { status: response.status, headers: response.headers });
};

/** Read anew after a failure, and every hour: keys are rotated. */
const FRESH_MS = 3_600_000;
const known = new Map<string, { readonly at: number; readonly configuration: Promise<Configuration> }>();

const client = () => import('openid-client');

const discovered = async (settings: Settings, oidc: OidcSettings): Promise<Configuration> => {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out; the settings let http in for a provider on this machine only, outside production
  const { allowInsecureRequests, ClientSecretPost, customFetch, discovery, enableNonRepudiationChecks } = await client();
  const issuer = new URL(oidc.issuer);
  const options = {
    [customFetch]: guardedFetch(new Set([issuer.origin, ...settings.YANXING_OIDC_ORIGINS])), timeout: TIMEOUT_SECONDS,
    // The ID token's signature is checked too, though it comes straight from the provider over TLS.
    execute: [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])],
  };
  return discovery(issuer, oidc.clientId, {}, ClientSecretPost(oidc.clientSecret), options);
};
const configurationOf = async (settings: Settings, oidc: OidcSettings): Promise<Configuration> => {
  const key = `${oidc.issuer} ${oidc.clientId}`;
  const had = known.get(key);
  const now = Date.now();
  const fresh = had && now - had.at < FRESH_MS ? had.configuration : discovered(settings, oidc);
  if (fresh !== had?.configuration) known.set(key, { at: now, configuration: fresh });
  fresh.catch(() => known.delete(key));
  return fresh;
};

const SCOPE = 'openid profile';

export interface Begun { readonly url: URL; readonly state: string; readonly nonce: string; readonly verifier: string }
export const beginOidc = async (settings: Settings, oidc: OidcSettings, redirectUri: string): Promise<Begun> => {
  const { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } = await client();
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
  const url = buildAuthorizationUrl(await configurationOf(settings, oidc), {
    redirect_uri: redirectUri, scope: settings.YANXING_OIDC_SCOPE ?? SCOPE, state, nonce, code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
  });
  return { url, state, nonce, verifier };
};

const textIn = (claims: Readonly<Record<string, unknown>>, name: string): string | null => (typeof claims[name] === 'string' && claims[name] !== '' ? claims[name] : null);

/** Roles of the groups that the administrator mapped; a group that is mapped to nothing brings nothing. */
export const rolesOfGroups = (map: Settings['YANXING_OIDC_ROLES'], groups: unknown): Role[] => {
  const named = Array.isArray(groups) ? groups.map(String) : typeof groups === 'string' ? [groups] : [];
  return ROLES.filter((role) => map.some(([group, mapped]) => mapped === role && named.includes(group)));
};

type Claims = Readonly<Record<string, unknown>>;
/** @throws Problem 422 for groups that bring roles which exclude each other */
const personIn = (settings: Settings, claims: Claims, refreshToken: string | undefined): OidcPerson => {
  const [account, subject] = [textIn(claims, settings.YANXING_OIDC_ACCOUNT_CLAIM), textIn(claims, 'sub')];
  if (account === null || subject === null) throw new Error(`the provider names no ${settings.YANXING_OIDC_ACCOUNT_CLAIM}`);
  const roles = rolesOfGroups(settings.YANXING_OIDC_ROLES, claims[settings.YANXING_OIDC_GROUPS_CLAIM]);
  if (conflictingRoles(roles).length > 0) throw new Problem('rolesConflict');
  return { account: account.toLowerCase(), roles, subject, refreshToken: refreshToken ?? null };
};

/** @throws Error for an answer that does not hold */
export const endOidc = async (settings: Settings, oidc: OidcSettings, answered: URL, { state, nonce, verifier }: Pick<Begun, 'state' | 'nonce' | 'verifier'>): Promise<OidcPerson> => {
  const { authorizationCodeGrant } = await client();
  const configuration = await configurationOf(settings, oidc);
  const tokens = await authorizationCodeGrant(configuration, answered, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true });
  const claims: Claims = tokens.claims() ?? {};
  if (typeof claims['iat'] === 'number' && claims['iat'] > Date.now() / 1000 + CLOCKS_APART_SECONDS) throw new Error('the ID token is of a later time');
  return personIn(settings, claims, tokens.refresh_token);
};

/** Asks again who the person is and in which groups. @throws Error where the provider no longer vouches for him; see `isProviderAway` */
export const refreshOidc = async (settings: Settings, oidc: OidcSettings, refreshToken: string, subject: string): Promise<OidcPerson> => {
  const { fetchUserInfo, refreshTokenGrant } = await client();
  const configuration = await configurationOf(settings, oidc);
  const tokens = await refreshTokenGrant(configuration, refreshToken);
  const said: Claims = tokens.claims() ?? {};
  // An ID token may be left out here, and need not name the groups.
  const whole = textIn(said, settings.YANXING_OIDC_ACCOUNT_CLAIM) !== null && said[settings.YANXING_OIDC_GROUPS_CLAIM] !== undefined;
  const claims = whole || configuration.serverMetadata().userinfo_endpoint === undefined ? said : { ...said, ...await fetchUserInfo(configuration, tokens.access_token, subject) };
  const person = personIn(settings, claims, tokens.refresh_token ?? refreshToken);
  if (person.subject !== subject) throw new Error('the provider answers for another person');
  return person;
};
