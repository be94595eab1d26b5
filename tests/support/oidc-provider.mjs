// A real OpenID provider as a process of its own: `node oidc-provider.mjs REDIRECT_URI [REDIRECT_URI]`; prints `issuer URL` when
// it listens. Who comes back to the first address gets a refresh token, to the second none. People log in by a cookie that names
// them; their groups are given below, and changed by a line on the standard input: `groups NAME a,b`, `gone NAME`, `away`, `back`;
// each is answered by `done`.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import Provider from 'oidc-provider';

const [redirectUri, briefly] = process.argv.slice(2);
const GROUPS = { jianshuyan: ['ducha'], shenji: ['shenji'], liangjian: ['xitong', 'shenji'], gushuning: [] };

const server = createServer();
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address();
const issuer = `http://127.0.0.1:${port}`;
const gone = new Set();

const provider = new Provider(issuer, {
  clients: [['yanxing', redirectUri, ['authorization_code', 'refresh_token']], ['briefly', briefly ?? redirectUri, ['authorization_code']]].map(([client_id, uri, grant_types]) => ({
    client_id, client_secret: 'a-secret-of-the-test', redirect_uris: [uri], grant_types, token_endpoint_auth_method: 'client_secret_post',
  })),
  issueRefreshToken: (_context, client) => client.grantTypeAllowed('refresh_token'),
  rotateRefreshToken: true,
  pkce: { required: () => true },
  claims: { openid: ['sub'], profile: ['preferred_username', 'groups'] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  cookies: { keys: ['only for the test'] },
  findAccount: (_context, id) => gone.has(id) ? undefined : ({ accountId: id, claims: () => ({ sub: id, preferred_username: id, groups: GROUPS[id] ?? [] }) }),
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  // Everything that was asked for is granted: what people consent to is not what is tried here.
  loadExistingGrant: async (context) => {
    const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
});
const answer = provider.callback();
server.on('request', (request, response) => {
  if (!request.url?.startsWith('/interaction/')) {
    answer(request, response);
    return;
  }
  const accountId = /who=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? 'nobody';
  provider.interactionFinished(request, response, { login: { accountId } }, { mergeWithLastSubmission: false }).catch((error) => {
    console.error(error);
    response.statusCode = 500;
    response.end();
  });
});
console.log(`issuer ${issuer}`);

const commands = {
  groups: (name, list = '') => { GROUPS[name] = list.split(',').filter((one) => one !== ''); },
  gone: (name) => gone.add(name),
  away: () => { server.close(); server.closeAllConnections(); },
  back: () => once(server.listen(port, '127.0.0.1'), 'listening'),
};
createInterface({ input: process.stdin }).on('line', async (line) => {
  const [name, ...given] = line.split(' ');
  await commands[name](...given);
  console.log('done');
});
