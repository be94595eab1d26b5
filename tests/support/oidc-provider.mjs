// A real OpenID provider as a process of its own: `node oidc-provider.mjs REDIRECT_URI`; prints `issuer URL` when it listens.
// People log in by naming themselves at /login?uid=…; their groups are given below.
import { createServer } from 'node:http';
import { once } from 'node:events';
import Provider from 'oidc-provider';

const [redirectUri] = process.argv.slice(2);
const GROUPS = { jianshuyan: ['ducha'], shenji: ['shenji'], liangjian: ['xitong', 'shenji'], gushuning: [] };

const server = createServer();
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{ client_id: 'yanxing', client_secret: 'a-secret-of-the-test', redirect_uris: [redirectUri], token_endpoint_auth_method: 'client_secret_post' }],
  pkce: { required: () => true },
  claims: { openid: ['sub'], profile: ['preferred_username', 'groups'] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  cookies: { keys: ['only for the test'] },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: id, groups: GROUPS[id] ?? [] }) }),
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
