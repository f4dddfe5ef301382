import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { createClient } from 'graphql-sse';
import { createToken } from '#access/token.ts';
import { defaultSettings } from '#base/settings.ts';
import { connect } from '#database/connect.ts';
import { createApp } from '#server/app.ts';
import { readConfiguration } from '#server/configuration.ts';
import { LiveSettings } from '#server/live-settings.ts';
import { testDatabase } from './database.ts';

/** Two servers on one database, and whoever follows what is changed through either. */
const database = await testDatabase();
const { sql } = database;
const given = { SECRET_KEY: 'x1'.repeat(35), API_TOKEN_PEPPERS: { 1: 'pepper '.repeat(9) } };
const settings = { ...defaultSettings, ...given };
const configuration = readConfiguration({ SETTINGS_JSON: JSON.stringify(given) });
const servers = await Promise.all([serve(), serve()]);
const [one, other] = servers as [Server, Server];

interface Server {
  readonly address: string;
  close(): Promise<void>;
}

async function serve(): Promise<Server> {
  const pool = connect(database.url, { max: 4 });
  const app = await createApp({ sql: pool, settings: await LiveSettings.open(pool, configuration), configuration });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  let closed: Promise<void> | undefined;
  return {
    address,
    close() {
      closed ??= app.close().then(() => pool.end({ timeout: 1 }));
      return closed;
    },
  };
}
after(() => Promise.all(servers.map((server) => server.close())));

await sql.unsafe(
  `insert into users_user (id, password, is_superuser, username, first_name, last_name, email, is_active, date_joined)
   select id, '', id = 7, 'user' || id, '', '', '', true, now() from generate_series(7, 9) id`,
);
const authorization = async (userId: number) =>
  `Token ${(await createToken(sql, settings, { userId, version: 1 })).secret}`;
const superuser = await authorization(7);
/** Views the sites whose names begin with V. */
const some = await authorization(8);
/** Views all sites, and the change log. */
const all = await authorization(9);
await permit(8, 'dcim.site', [{ name__startswith: 'V' }]);
await permit(9, 'dcim.site', null);
await permit(9, 'core.objectchange', null);

async function permit(userId: number, model: string, constraints: unknown): Promise<void> {
  const [row] = await sql.unsafe<{ id: string }[]>(
    `insert into users_objectpermission (name, description, enabled, actions, constraints)
      values ($1, '', true, '{view}', $2) returning id`,
    [`${userId} ${model}`, constraints === null ? null : JSON.stringify(constraints)],
  );
  await sql.unsafe(
    `insert into users_objectpermission_object_types (objectpermission_id, contenttype_id)
      select $1, id from django_content_type where app_label || '.' || model = $2`,
    [row!.id, model],
  );
  await sql.unsafe('insert into users_user_object_permissions (objectpermission_id, user_id) values ($1, $2)', [
    row!.id,
    userId,
  ]);
}

/** Follows changes; `next` gives the next of them, `error` what ended the subscription. */
function follow(server: Server, token: string, given = '', selected = 'action display') {
  const client = createClient({
    url: `${server.address}/graphql/stream/`,
    headers: { Authorization: token },
    retryAttempts: 0,
  });
  const answers = client.iterate<{ changes: Record<string, unknown> }>({
    query: `subscription { changes${given && `(${given})`} { ${selected} } }`,
  });
  return {
    async next() {
      const { value, done } = await answers.next();
      if (done) return 'done';
      return value.errors ? value.errors.map(({ message }) => message).join() : value.data!.changes;
    },
    end: () => client.dispose(),
  };
}

/** Resolves when so many connections listen. */
async function listening(count: number): Promise<void> {
  for (;;) {
    const [row] = await sql.unsafe<{ count: string }[]>(
      `select count(*) from pg_stat_activity where datname = current_database() and query ilike 'listen%' and state = 'idle'`,
    );
    if (Number(row!.count) >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Resolves when all of them follow: a subscription is there when it tells of changes, which are made until it does. */
async function settled(following: ReturnType<typeof follow>[], server = one): Promise<void> {
  let there = 0;
  const told = following.map(async (each) => {
    await each.next();
    there++;
  });
  do {
    await send(server, 'POST', 'dcim/sites/', site(`V first ${randomUUID()}`, randomUUID()));
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (there < following.length);
  await Promise.all(told);
  const mark = `V ${randomUUID()}`;
  await send(server, 'POST', 'dcim/sites/', site(mark, randomUUID()));
  for (const each of following) while (((await each.next()) as { display?: string }).display !== mark);
}

const site = (name: string, slug: string) => ({ name, slug });

async function send(
  server: Server,
  method: string,
  path: string,
  body?: unknown,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${server.address}/api/${path}`, {
    method,
    headers: { Authorization: superuser, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  assert.ok(response.ok, text);
  return text === '' ? {} : JSON.parse(text);
}

test('what one server changes is told by the other, with what was and what became', async () => {
  const following = follow(
    one,
    superuser,
    'models: ["dcim.site"]',
    'action model objectId display user requestId time prechangeData postchangeData',
  );
  await settled([following], other);
  const made = await send(other, 'POST', 'dcim/sites/', site('Vienna', 'vienna'));
  const created = (await following.next()) as Record<string, unknown>;
  assert.deepEqual(
    [created.action, created.model, created.objectId, created.display, created.user, created.prechangeData],
    ['CREATE', 'dcim.site', String(made.id), 'Vienna', 'user7', null],
  );
  assert.equal((created.postchangeData as { slug: string }).slug, 'vienna');
  assert.match(created.requestId as string, /^[0-9a-f-]{36}$/);
  assert.match(created.time as string, /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
  await send(other, 'PATCH', `dcim/sites/${made.id}/`, { slug: 'wien' });
  const updated = (await following.next()) as Record<string, unknown>;
  assert.deepEqual(
    [
      updated.action,
      (updated.prechangeData as { slug: string }).slug,
      (updated.postchangeData as { slug: string }).slug,
    ],
    ['UPDATE', 'vienna', 'wien'],
  );
  await send(other, 'DELETE', `dcim/sites/${made.id}/`);
  const deleted = (await following.next()) as Record<string, unknown>;
  assert.deepEqual([deleted.action, deleted.display, deleted.postchangeData], ['DELETE', 'Vienna', null]);
  following.end();
});

test('only what is wanted is told', async () => {
  const region = (await send(one, 'POST', 'dcim/regions/', { name: 'R', slug: 'r' })).id;
  const [kept, own] = [follow(one, superuser), follow(one, superuser, `models: ["dcim.region"], objectId: ${region}`)];
  await settled([kept]);
  const first = own.next();
  await send(one, 'POST', 'dcim/regions/', { name: 'S', slug: 's' });
  await send(one, 'PATCH', `dcim/regions/${region}/`, { description: 'seen' });
  assert.deepEqual(await first, { action: 'UPDATE', display: 'R' });
  assert.deepEqual(await kept.next(), { action: 'CREATE', display: 'S' });
  for (const following of [kept, own]) following.end();
});

test('everyone is told of what they may view', async () => {
  const selected = 'action display postchangeData';
  const [limited, free] = [follow(one, some, '', selected), follow(one, all, '', selected)];
  await settled([limited, free]);
  const sites = (await send(one, 'POST', 'dcim/sites/', [
    site('Graz', 'graz'),
    site('Villach', 'villach'),
  ])) as unknown as { id: number }[];
  await send(one, 'POST', 'dcim/regions/', { name: 'Hidden', slug: 'hidden' });
  await send(one, 'DELETE', 'dcim/sites/', sites);
  await send(one, 'POST', 'dcim/sites/', site('Vöcklabruck', 'voecklabruck'));
  // A deleted object can't be held against constraints: whoever has some isn't told.
  assert.deepEqual(await limited.next(), { action: 'CREATE', display: 'Villach', postchangeData: null });
  assert.deepEqual(await limited.next(), { action: 'CREATE', display: 'Vöcklabruck', postchangeData: null });
  const told = [];
  for (let i = 0; i < 5; i++)
    told.push((await free.next()) as { action: string; display: string; postchangeData: object });
  assert.deepEqual(
    told.map(({ action, display }) => `${action} ${display}`),
    ['CREATE Graz', 'CREATE Villach', 'DELETE Graz', 'DELETE Villach', 'CREATE Vöcklabruck'],
  );
  assert.ok(told[0]!.postchangeData);
  for (const following of [limited, free]) following.end();
});

test('what was changed while the connection was lost is told when it is back', async () => {
  const following = follow(one, superuser, 'models: ["dcim.site"]');
  await settled([following]);
  await listening(1);
  const lost = await sql.unsafe(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%'`,
  );
  assert.equal(lost.length, 1);
  await send(other, 'POST', 'dcim/sites/', site('Late', 'late'));
  assert.deepEqual(await following.next(), { action: 'CREATE', display: 'Late' });
  await listening(1);
  await send(other, 'POST', 'dcim/sites/', site('Later', 'later'));
  assert.deepEqual(await following.next(), { action: 'CREATE', display: 'Later' });
  following.end();
});

for (const [name, token, given, said] of [
  ['a model that is none', superuser, 'models: ["dcim.nothing"]', /^There is no model dcim\.nothing/],
  ['an action that is none', superuser, 'actions: [MOVE]', /^Value "MOVE" does not exist/],
] as const)
  test(`${name} is refused`, async () => {
    const following = follow(one, token, given);
    assert.match((await following.next()) as string, said);
    following.end();
  });

test('whoever shows no or bad credentials is refused', async () => {
  for (const [headers, status, text] of [
    [{}, 403, 'No credentials provided.'],
    [{ Authorization: `Token ${'0'.repeat(40)}` }, 403, 'Invalid v1 token'],
  ] as const) {
    const response = await fetch(`${one.address}/graphql/stream/`, {
      method: 'POST',
      headers: { ...headers, Accept: 'text/event-stream', 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: 'subscription { changes { id } }' }),
    });
    assert.deepEqual([response.status, await response.text()], [status, text]);
  }
});

test('the models that can be followed are told, and more can’t be asked', async () => {
  const response = await fetch(`${one.address}/graphql/stream/?query=%7BchangeModels%7D`, {
    headers: { Authorization: superuser, Accept: 'application/json' },
  });
  const { data } = (await response.json()) as { data: { changeModels: string[] } };
  assert.ok(data.changeModels.includes('dcim.site') && !data.changeModels.includes('core.objectchange'));
});

test('a server that stops completes its subscriptions', async () => {
  const following = follow(other, superuser);
  await settled([following]);
  const last = following.next();
  await other.close();
  assert.equal(await last, 'done');
});
