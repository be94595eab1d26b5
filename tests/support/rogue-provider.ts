/** A provider that lies: its discovery, its keys and its ID tokens are what the test says they are. */
import { createSign, generateKeyPairSync, createHmac, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Lie {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** How the token is signed: by the key that is shown, by another, by the client's secret, or not at all. */
  readonly signedBy?: 'key' | 'otherKey' | 'secret' | 'nobody';
  readonly discovery?: Readonly<Record<string, unknown>>;
  /** Answers of an endpoint turned to another place. */
  readonly redirect?: { readonly path: string; readonly to: string };
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const [own, other] = [generateKeyPairSync('rsa', { modulusLength: 2048 }), generateKeyPairSync('rsa', { modulusLength: 2048 })];

export const startRogue = async (clientId: string, secret: string) => {
  const now: { lie: Lie; nonce: string; called: string[] } = { lie: {}, nonce: '', called: [] };
  const sign = (input: string, key: KeyObject): string => createSign('RSA-SHA256').update(input).sign(key).toString('base64url');
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const idToken = (): string => {
    const { lie: { header, claims, signedBy = 'key' }, nonce } = now;
    const seconds = Math.floor(Date.now() / 1000);
    const input = `${encoded({ alg: 'RS256', typ: 'JWT', kid: 'k1', ...header })}.${encoded({ iss: issuer, aud: clientId, sub: 'jianshuyan', preferred_username: 'jianshuyan', groups: ['ducha'], iat: seconds, exp: seconds + 300, nonce, ...claims })}`;
    const signature = { key: () => sign(input, own.privateKey), otherKey: () => sign(input, other.privateKey), secret: () => createHmac('sha256', secret).update(input).digest('base64url'), nobody: () => '' }[signedBy]();
    return `${input}.${signature}`;
  };
  server.on('request', (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    now.called.push(path);
    const json = (body: object): void => void response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
    if (now.lie.redirect?.path === path) {
      response.writeHead(302, { Location: now.lie.redirect.to }).end();
      return;
    }
    if (path === '/.well-known/openid-configuration') {
      json({
        issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks`, response_types_supported: ['code'], subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'], ...now.lie.discovery,
      });
    } else if (path === '/jwks') json({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }] });
    else if (path === '/token') json({ access_token: 'opaque', token_type: 'Bearer', expires_in: 300, id_token: idToken() });
    else response.writeHead(404).end();
  });
  return { issuer, now, idToken, stop: () => new Promise<void>((resolve) => void server.close(() => resolve())) };
};
export type Rogue = Awaited<ReturnType<typeof startRogue>>;
