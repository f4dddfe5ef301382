import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Validator } from '@seriousme/openapi-schema-validator';
import { fastify } from 'fastify';
import { parse } from 'yaml';
import { defaultSettings } from '#base/settings.ts';
import { registry } from '#models/registry.ts';
import { openApiPlugin } from './plugin.ts';

const server = fastify();
await server.register(openApiPlugin, { registry, settings: defaultSettings });
const get = (query: string, headers: Record<string, string> = {}) =>
  server.inject({ url: `/api/schema/${query}`, headers });

test('the document is valid OpenAPI 3.0', async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse((await get('?format=json')).body));
  assert.equal(valid, true, JSON.stringify(errors)?.slice(0, 2000));
});

test('every reference leads to a component, and every component is referred to', async () => {
  const { body } = await get('?format=json');
  const referred = new Set([...body.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!));
  assert.deepEqual([...referred].sort(), Object.keys(JSON.parse(body).components.schemas).sort());
});

test('operation ids are unique', async () => {
  const { paths } = JSON.parse((await get('?format=json')).body) as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  const ids = Object.values(paths).flatMap((item) => Object.values(item).map(({ operationId }) => operationId));
  assert.equal(new Set(ids).size, ids.length);
});

test('no operation has two parameters of one name', async () => {
  const { paths } = JSON.parse((await get('?format=json')).body) as {
    paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;
  };
  for (const [path, item] of Object.entries(paths))
    for (const [method, { parameters = [] }] of Object.entries(item)) {
      const names = parameters.map((one) => `${one.in} ${one.name}`);
      assert.equal(new Set(names).size, names.length, `${method} ${path}`);
    }
});

for (const [query, accept, status, type] of [
  ['', undefined, 200, 'application/vnd.oai.openapi; charset=utf-8'],
  ['', '*/*', 200, 'application/vnd.oai.openapi; charset=utf-8'],
  ['', 'application/yaml', 200, 'application/yaml; charset=utf-8'],
  ['', 'application/json', 200, 'application/json'],
  ['?format=json', undefined, 200, 'application/vnd.oai.openapi+json'],
  ['?format=yaml', undefined, 200, 'application/vnd.oai.openapi; charset=utf-8'],
  ['?format=xml', undefined, 404, 'application/json; charset=utf-8'],
  ['', 'text/html', 406, 'application/json; charset=utf-8'],
] as const)
  test(`GET /api/schema/${query} for ${accept ?? 'nothing said'}`, async () => {
    const answer = await get(query, accept ? { accept } : {});
    assert.deepEqual([answer.statusCode, answer.headers['content-type']], [status, type]);
  });

test('YAML and JSON say the same, packed and plain', async () => {
  const json = (await get('?format=json')).body;
  const packed = await get('?format=json', { 'accept-encoding': 'gzip' });
  assert.equal(gunzipSync(packed.rawPayload).toString(), json);
  assert.deepEqual(parse((await get('')).body), JSON.parse(json));
});

test('numbers of 64 bits are told to the last digit, and parameters that take them say so', async () => {
  const { body } = await get('?format=json');
  assert.match(body, /"maximum":9223372036854775807/);
  assert.doesNotMatch(body, /9223372036854776000/);
  const { paths } = JSON.parse(body) as {
    paths: Record<string, { get: { parameters: { name: string; schema: { items?: object } }[] } }>;
  };
  for (const [path, name] of [
    ['dcim/sites', 'asn'],
    ['ipam/asns', 'asn__lte'],
    ['dcim/interfaces', 'speed'],
  ] as const) {
    const parameter = paths[`/api/${path}/`]!.get.parameters.find((one) => one.name === name);
    assert.deepEqual(parameter?.schema.items, { type: 'integer', format: 'int64' }, `${path} ${name}`);
  }
});

test('a client that has it is told so', async () => {
  const { headers } = await get('?format=json');
  assert.equal((await get('?format=json', { 'if-none-match': String(headers.etag) })).statusCode, 304);
});
