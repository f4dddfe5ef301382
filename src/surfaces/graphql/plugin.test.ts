import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { fastify } from 'fastify';
import { HttpError } from '#base/http-error.ts';
import { defaultSettings, type Settings } from '#base/settings.ts';
import { computedBehaviours } from '#domain/computed/index.ts';
import { displayBehaviours } from '#domain/display/index.ts';
import { registry } from '#models/registry.ts';
import { readContentTypes } from '#operations/read/content-types.ts';
import { Shapes } from '#operations/read/shapes.ts';
import { always } from '#query/tree.ts';
import { testDatabase } from '#test/database.ts';
import { PersistedQueries } from './persisted-queries.ts';
import { mountGraphql } from './plugin.ts';

const { sql } = await testDatabase();
const contentTypes = await readContentTypes(sql);
let settings: Settings = defaultSettings;

const server = fastify();
mountGraphql(server, {
  registry,
  sql,
  shapes: new Shapes(registry, { computed: computedBehaviours, display: displayBehaviours }),
  settings: () => settings,
  contentTypes: () => contentTypes,
  baseUrl: () => 'http://here/base',
  async authenticate({ headers }) {
    if (headers.authorization === 'Token wrong') throw new HttpError(403, 'Invalid v1 token');
    const known = headers.authorization === 'Token right';
    return { asker: { userId: known ? '1' : undefined, isSuperuser: known }, permits: () => always };
  },
  filter: () => always,
});

interface Scenario {
  readonly name: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'HEAD';
  readonly query?: string;
  readonly body?: unknown;
  readonly token?: string | null;
  readonly accept?: string;
  readonly type?: string;
  readonly settings?: Partial<Settings>;
  readonly status: number;
  readonly text: string | RegExp;
}

const asked = { query: '{ site_list { id } }' };
const answer = '{"data":{"site_list":[]}}';

const scenarios: readonly Scenario[] = [
  { name: 'a query in a body', body: asked, status: 200, text: answer },
  { name: 'a query in the address', method: 'GET', query: '?query=%7Bsite_list%7Bid%7D%7D', status: 200, text: answer },
  {
    name: 'variables in the address',
    method: 'GET',
    query: `?query=${encodeURIComponent('query($n: Int){site_list(pagination:{limit:$n}){id}}')}&variables=${encodeURIComponent('{"n":1}')}`,
    status: 200,
    text: answer,
  },
  {
    name: 'an error is an answer',
    body: { query: '{ nothing }' },
    status: 200,
    text: /^\{"data":null,"errors":\[\{"message":"Cannot query field/,
  },
  { name: 'no query', body: { foo: 1 }, status: 400, text: 'No GraphQL query found in the request' },
  {
    name: 'variables that are none',
    body: { ...asked, variables: [1] },
    status: 400,
    text: /`variables` must be an object/,
  },
  {
    name: 'JSON that is none',
    body: '{bad',
    type: 'application/json',
    status: 400,
    text: 'Unable to parse request body as JSON',
  },
  { name: 'a batch', body: [asked], status: 400, text: 'Batching is not enabled' },
  {
    name: 'a form',
    body: 'query={site_list{id}}',
    type: 'application/x-www-form-urlencoded',
    status: 400,
    text: 'Unsupported content type',
  },
  {
    name: 'a bare query',
    body: '{site_list{id}}',
    type: 'application/graphql',
    status: 400,
    text: 'Unsupported content type',
  },
  { name: 'another method', method: 'PUT', body: asked, status: 405, text: /^GraphQL only supports GET and POST/ },
  { name: 'a look at the head', method: 'HEAD', status: 405, text: '' },
  {
    name: 'a mutation in the address',
    method: 'GET',
    query: '?query=mutation%7Bsite_list%7Bid%7D%7D',
    status: 400,
    text: 'mutations are not allowed when using GET',
  },
  {
    name: 'several queries, none of them named: the first',
    body: { query: 'query A { site_list { id } } query B { region_list { id } }' },
    status: 200,
    text: answer,
  },
  {
    name: 'one of several by its name',
    body: { query: 'query A { site_list { id } } query B { region_list { id } }', operationName: 'B' },
    status: 200,
    text: '{"data":{"region_list":[]}}',
  },
  { name: 'nobody', body: asked, token: null, status: 403, text: 'No credentials provided.' },
  { name: 'nobody with a browser', body: asked, token: null, accept: 'text/html', status: 302, text: '' },
  {
    name: 'nobody, where none need to log in',
    body: asked,
    token: null,
    settings: { LOGIN_REQUIRED: false },
    status: 200,
    text: answer,
  },
  { name: 'a bad token', body: asked, token: 'wrong', status: 403, text: 'Invalid v1 token' },
  {
    name: 'switched off',
    body: asked,
    settings: { GRAPHQL_ENABLED: false },
    status: 404,
    text: 'The GraphQL API is not enabled.',
  },
];

for (const one of scenarios)
  test(`${one.name}: ${one.status}`, async () => {
    settings = { ...defaultSettings, ...one.settings };
    const response = await server.inject({
      method: one.method ?? 'POST',
      url: `/graphql/${one.query ?? ''}`,
      headers: {
        ...(one.token === null ? {} : { authorization: `Token ${one.token ?? 'right'}` }),
        ...(one.accept ? { accept: one.accept } : {}),
        ...(one.type ? { 'content-type': one.type } : {}),
      },
      ...(one.body ? { payload: one.body as object } : {}),
    });
    assert.equal(response.statusCode, one.status);
    if (typeof one.text === 'string') assert.equal(response.body, one.text);
    else assert.match(response.body, one.text);
    if (one.status === 302) assert.equal(response.headers.location, '/base/login/?next=/graphql/');
  });

test('a query is told once, and then named by its hash, in any process', async () => {
  settings = defaultSettings;
  const headers = { authorization: 'Token right' };
  const query = '{ site_list { name } }';
  const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') };
  const named = `/graphql/?extensions=${encodeURIComponent(JSON.stringify({ persistedQuery }))}`;
  const unknown = await server.inject({ url: named, headers });
  assert.equal(unknown.json().errors[0].message, 'PersistedQueryNotFound');
  assert.equal(unknown.json().errors[0].extensions.code, 'PERSISTED_QUERY_NOT_FOUND');
  const post = (payload: object) => server.inject({ method: 'POST', url: '/graphql/', headers, payload });
  const other = await post({ query: '{ site_list { id } }', extensions: { persistedQuery } });
  assert.deepEqual([other.statusCode, other.body], [400, 'provided sha does not match query']);
  assert.equal((await post({ query, extensions: { persistedQuery } })).body, answer);
  assert.equal((await server.inject({ url: named, headers })).body, answer);
  assert.equal((await post({ extensions: { persistedQuery } })).body, answer);
  assert.equal(await new PersistedQueries(sql).find(persistedQuery.sha256Hash), query);
});
