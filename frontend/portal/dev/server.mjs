/**
 * A stand-in for an operator server and its Keycloak, to see the built portal without either:
 *
 *     npm run build && npm run dev:server      (PORT=5180 unless given)
 *
 * GET /dev/scenario/NAME switches what it answers: full, empty, many, failing, refusing.
 * AUTHORITY=realm URL takes a real Keycloak for the log-in instead.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { answerApi, scenarios } from './api.mjs';
import { answerIdentity } from './identity.mjs';

const port = process.env.PORT ?? '5180';
const keycloak = process.env.AUTHORITY;
const built = join(import.meta.dirname, '../target/classes/META-INF/resources');
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
// As strict as the real server's.
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  `connect-src 'self' ${keycloak === undefined ? '' : new URL(keycloak).origin}`,
].join('; ');

let scenario = 'full';

createServer(async (request, response) => {
  const url = new URL(request.url, `http://${request.headers.host}`);
  const authority = keycloak ?? `${url.origin}/realm`;
  const send = (status, body, type = 'application/json', headers = {}) => {
    response.writeHead(status, { 'content-type': type, ...headers });
    response.end(Buffer.isBuffer(body) || typeof body === 'string' ? body : JSON.stringify(body));
  };
  if (url.pathname.startsWith('/dev/scenario/')) {
    const wanted = url.pathname.slice('/dev/scenario/'.length);
    scenario = scenarios.includes(wanted) ? wanted : scenario;
    send(200, { scenario });
  } else if (url.pathname.startsWith('/realm/')) {
    answerIdentity(authority, url, send);
  } else if (url.pathname.startsWith('/api/')) {
    answerApi(request, url, { authority, scenario }, send);
  } else {
    await sendFile(url.pathname, send);
  }
}).listen(Number(port), '127.0.0.1', () => {
  console.log(`The stand-in serves the portal at http://127.0.0.1:${port}`);
});

async function sendFile(path, send) {
  const name = extname(path) === '' ? 'index.html' : normalize(path);
  try {
    const content = await readFile(join(built, name));
    send(200, content, types[extname(name)], { 'content-security-policy': policy });
  } catch (error) {
    send(404, `${path} is not there (${error.code})`, 'text/plain');
  }
}
