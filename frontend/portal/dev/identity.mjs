/** The least of an OpenID provider that lets the portal log in: everyone is ada, at once. */

const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const SECONDS = 300;

let nonceOfCode = '';

export function answerIdentity(realm, url, send) {
  switch (url.pathname) {
    case '/realm/.well-known/openid-configuration':
      send(200, {
        issuer: realm,
        authorization_endpoint: `${realm}/authorize`,
        token_endpoint: `${realm}/token`,
        end_session_endpoint: `${realm}/logout`,
        jwks_uri: `${realm}/keys`,
      });
      break;
    case '/realm/authorize':
      nonceOfCode = url.searchParams.get('nonce') ?? '';
      redirect(send, url.searchParams.get('redirect_uri'), {
        code: 'development',
        state: url.searchParams.get('state'),
      });
      break;
    case '/realm/token':
      send(200, tokens(realm));
      break;
    case '/realm/logout':
      redirect(send, url.searchParams.get('post_logout_redirect_uri'), {
        state: url.searchParams.get('state'),
      });
      break;
    default:
      send(404, { error: 'not_found' });
  }
}

function tokens(realm) {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: realm,
    aud: 'portal',
    sub: 'ada',
    iat: now,
    exp: now + SECONDS,
    ...(nonceOfCode !== '' && { nonce: nonceOfCode }),
  };
  const unsigned = `${encoded({ alg: 'none' })}.${encoded(claims)}.`;
  return {
    access_token: unsigned,
    id_token: unsigned,
    refresh_token: 'development',
    token_type: 'Bearer',
    expires_in: SECONDS,
    scope: 'openid',
  };
}

function redirect(send, target, parameters) {
  const location = new URL(target);
  Object.entries(parameters)
    .filter(([, value]) => value !== null)
    .forEach(([name, value]) => location.searchParams.set(name, value));
  send(302, '', 'text/plain', { location: location.href });
}
