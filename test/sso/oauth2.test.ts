import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { openPatchbay } from './patchbay.ts';
import { Visitor } from './visitor.ts';

const database = await testDatabase();
const { sql } = database;

/** What the API answers by path; a path that isn't there is a 404. */
const api: Record<string, unknown> = {};
const asked: string[] = [];
const server = createServer((request, response) => {
  const url = new URL(request.url!, 'http://here');
  asked.push(url.pathname);
  const json = (body: unknown, status = 200) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (url.pathname.endsWith('/authorize')) {
    const back = new URL(url.searchParams.get('redirect_uri')!);
    back.searchParams.set('code', 'code');
    back.searchParams.set('state', url.searchParams.get('state')!);
    response.writeHead(302, { location: back.href }).end();
  } else if (/\/(access_)?token$/.test(url.pathname)) json({ access_token: 'secret', token_type: 'bearer', scope: '' });
  else if (request.headers.authorization !== 'Bearer secret') json({}, 401);
  else if (url.pathname in api) json(api[url.pathname]);
  else json({}, 404);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
after(() => {
  server.close();
  server.closeAllConnections();
});

async function user(username: string) {
  const [row] = await sql.unsafe(
    `select u.email, u.first_name, u.last_name, l.provider, l.uid from users_user u
     join social_auth_usersocialauth l on l.user_id = u.id where username = $1`,
    [username],
  );
  return row && { ...row };
}

test('GitLab: the API says who it is', async () => {
  api['/api/v4/user'] = {
    id: 7,
    username: 'alice',
    email: 'a@x.org',
    name: 'Alice van Liddell',
    confirmed_at: '2020-01-01',
  };
  const { address } = await openPatchbay(database, {
    REMOTE_AUTH_BACKEND: 'social_core.backends.gitlab.GitLabOAuth2',
    SOCIAL_AUTH_GITLAB_KEY: 'k',
    SOCIAL_AUTH_GITLAB_SECRET: 's',
    SOCIAL_AUTH_GITLAB_API_URL: origin,
  });
  assert.deepEqual(await new Visitor(address).logIn('gitlab'), { to: '/', notice: null });
  assert.deepEqual(await user('alice'), {
    email: 'a@x.org',
    first_name: 'Alice',
    last_name: 'van Liddell',
    provider: 'gitlab',
    uid: '7',
  });
});

test('GitHub: the verified primary address, organisations as groups, members only', async () => {
  const { address } = await openPatchbay(database, {
    REMOTE_AUTH_BACKEND: 'social_core.backends.github_enterprise.GithubEnterpriseOrganizationOAuth2',
    SOCIAL_AUTH_GITHUB_ENTERPRISE_ORG_KEY: 'k',
    SOCIAL_AUTH_GITHUB_ENTERPRISE_ORG_SECRET: 's',
    SOCIAL_AUTH_GITHUB_ENTERPRISE_ORG_URL: origin,
    SOCIAL_AUTH_GITHUB_ENTERPRISE_ORG_API_URL: `${origin}/api/v3/`,
    SOCIAL_AUTH_GITHUB_ENTERPRISE_ORG_NAME: 'company',
    SOCIAL_AUTH_GITHUB_ENTERPRISE_ORG_SCOPE: 'user:email',
    REMOTE_AUTH_GROUP_SYNC_ENABLED: 'true',
    REMOTE_AUTH_AUTO_CREATE_GROUPS: 'true',
  });
  api['/api/v3/user'] = { id: 9, login: 'octo', name: 'Octo', email: null };
  api['/api/v3/user/emails'] = [
    { email: 'old@x.org', primary: false, verified: true },
    { email: 'octo@x.org', primary: true, verified: true },
  ];
  api['/api/v3/user/orgs'] = [{ login: 'company' }];
  const refused = await new Visitor(address).logIn('github-enterprise-org');
  assert.deepEqual(refused.notice, {
    kind: 'denied',
    message: '"octo" is no member of the organisation that is let in here.',
  });
  api['/api/v3/orgs/company/members/octo'] = {};
  assert.equal((await new Visitor(address).logIn('github-enterprise-org')).to, '/');
  assert.deepEqual(await user('octo'), {
    email: 'octo@x.org',
    first_name: 'Octo',
    last_name: '',
    provider: 'github-enterprise-org',
    uid: '9',
  });
  const groups = await sql.unsafe(
    `select g.name from users_user_groups m join users_group g on g.id = m.group_id join users_user u on u.id = m.user_id where u.username = 'octo'`,
  );
  assert.deepEqual(
    groups.map(({ name }) => name),
    ['company'],
  );
});

test('the API fails: said, and nobody is let in', async () => {
  const { address } = await openPatchbay(database, {
    REMOTE_AUTH_BACKEND: 'social_core.backends.gitlab.GitLabOAuth2',
    SOCIAL_AUTH_GITLAB_KEY: 'k',
    SOCIAL_AUTH_GITLAB_API_URL: origin,
  });
  delete api['/api/v4/user'];
  const { to, notice } = await new Visitor(address).logIn('gitlab');
  assert.deepEqual([to, notice?.kind], ['/login/', 'denied']);
});
