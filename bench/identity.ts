import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import * as oidc from 'openid-client';
import { makePassword } from '#access/password.ts';
import { connect } from '#database/connect.ts';
import { resources } from '#identity/administration/resources.ts';
import { writeObject } from '#identity/administration/write-object.ts';
import { makeTables } from '#identity/schema/make-tables.ts';
import { createSecretBox } from '#identity/secret-box.ts';
import { Visitor } from '#test/identity/visitor.ts';
import { launchServer } from '#test/running-server.ts';

/**
 * node --import tsx bench/identity.ts DATABASE_URL: logins a second through the built identity provider (a session, then
 * authorize, token and userinfo), token and userinfo requests a second, and its memory with Python idle and busy. The
 * database must be an empty one with NetBox's schema.
 */
const url = process.argv[2]!;
const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const parallel = 8;
const SECRET_KEY = 'bench '.repeat(12);
const sql = connect(url);
const box = createSecretBox(SECRET_KEY);
await makeTables(sql, box);
const make = (kind: keyof typeof resources, values: Record<string, unknown>) =>
  sql.begin((transaction) =>
    writeObject({ resource: resources[kind], sql: transaction, box, checkExpression: async () => null, values }),
  );
const callback = 'http://127.0.0.1:9/callback';
const scope = (name: string) => `authentik default OAuth Mapping: OpenID '${name}'`;
await make('groups', { name: 'netbox_admin' });
await make('users', { username: 'alice', groups: ['netbox_admin'] });
await sql.unsafe('update patchbay.identity_user set password = $1', [await makePassword('correct horse')]);
const expression = 'return {"groups": [group.name for group in request.user.ak_groups.all()] + ["from Python"]}';
await make('scope-mappings', { name: 'Python', scope_name: 'roles', expression });
for (const [slug, mappings] of [
  ['plain', [scope('profile')]],
  ['python', [scope('profile'), 'Python']],
] as const) {
  const provider = await make('providers', {
    name: slug,
    client_id: slug,
    client_secret: 'secret',
    redirect_uris: [callback],
    signing_key: 'authentik Self-signed Certificate',
    property_mappings: mappings,
  });
  await make('applications', { name: slug, slug, provider: Number(provider) });
}
await sql.end();

const server = launchServer(
  { DATABASE_URL: url, SETTINGS_JSON: JSON.stringify({ SECRET_KEY, API_TOKEN_PEPPERS: { 1: 'pepper '.repeat(9) } }) },
  { command: 'identity', built: true },
);
while (!/ready: /.test(server.output())) await once(server.child.stdout!, 'data');
const address = /ready: (http:\/\/[^/]+)/.exec(server.output())![1]!.replace('127.0.0.1', 'localhost');
const memory = async () =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${server.child.pid}/status`, 'utf8'))![1]) / 1024);

const visitor = new Visitor(address);
await visitor.send('/identity/sign-in', { username: 'alice', password: 'correct horse' });
const clients = new Map<string, oidc.Configuration>();
for (const slug of ['plain', 'python'])
  clients.set(
    slug,
    await oidc.discovery(new URL(`${address}/application/o/${slug}/`), slug, 'secret', undefined, {
      execute: [oidc.allowInsecureRequests],
    }),
  );

async function logIn(slug: string): Promise<string> {
  const client = clients.get(slug)!;
  const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
  const answer = await visitor.ask(
    oidc.buildAuthorizationUrl(client, {
      redirect_uri: callback,
      scope: 'openid profile roles',
      code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
    }).href,
  );
  const tokens = await oidc.authorizationCodeGrant(client, new URL(answer.location!), { pkceCodeVerifier });
  await oidc.fetchUserInfo(client, tokens.access_token, tokens.claims()!.sub);
  return tokens.access_token;
}

/** How often something is done in a second, several at a time. */
async function measure(work: () => Promise<unknown>): Promise<number> {
  await work();
  const end = performance.now() + seconds * 1000;
  let done = 0;
  const worker = async () => {
    while (performance.now() < end) {
      await work();
      done++;
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return Math.round((done / seconds) * 10) / 10;
}

const report: [string, string][] = [['memory after the start', `${await memory()} MB`]];
report.push(['logins/s (authorize, token, userinfo), default mappings', String(await measure(() => logIn('plain')))]);
const token = await logIn('plain');
report.push([
  'token requests/s (client credentials)',
  String(await measure(() => oidc.clientCredentialsGrant(clients.get('plain')!))),
]);
const bearer = { headers: { authorization: `Bearer ${token}` } };
report.push([
  'userinfo requests/s',
  String(await measure(async () => (await fetch(`${address}/application/o/userinfo/`, bearer)).text())),
]);
report.push(['memory with Python not started', `${await memory()} MB`]);
report.push([
  'logins/s with a mapping in Python (run for the id_token and the userinfo)',
  String(await measure(() => logIn('python'))),
]);
report.push(['memory with Python busy', `${await memory()} MB`]);
await new Promise((resolve) => setTimeout(resolve, 3000));
report.push(['memory with Python idle', `${await memory()} MB`]);
server.child.kill();
console.log(['| what | |', '|---|---|', ...report.map(([what, figure]) => `| ${what} | ${figure} |`)].join('\n'));
process.exit(0);
