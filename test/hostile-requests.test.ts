import assert from 'node:assert/strict';
import { request as send } from 'node:http';
import { test } from 'node:test';
import { testDatabase } from './database.ts';
import { apiToken, newDataDirectory, startServer } from './running-server.ts';

const { url } = await testDatabase({ empty: true });
const { address, output } = await startServer({
  DATABASE_URL: url,
  DATA_DIR: await newDataDirectory(),
  SUPERUSER_API_TOKEN: apiToken,
});

const sites = '/api/dcim/sites/';
const nested = (open: string, close: string, times: number) => `${open.repeat(times)}1${close.repeat(times)}`;
const field = (name: string, value: string) => `{"name": "x", "slug": "x", "${name}": ${value}}`;

/** Bodies of a POST, and how the answer names what is wrong with them. */
const bodies: [what: string, path: string, body: string | Buffer, status: number, answer: RegExp][] = [
  ['cut short', sites, '{"name": "x"', 400, /JSON parse error - .*position 12/],
  ['no JSON', sites, 'hello', 400, /JSON parse error/],
  ['a number that JSON has not', sites, '{"name": NaN}', 400, /JSON parse error/],
  ['invalid UTF-8', sites, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 400, /the body is not valid UTF-8/],
  ['a null byte', sites, Buffer.from('{"name": "a\0b"}'), 400, /JSON parse error/],
  ['a null character', sites, field('facility', '"a\\u0000"'), 400, /^\{"facility":\["Null characters are not allowed/],
  [
    'half a character',
    sites,
    field('facility', '"\\ud800"'),
    400,
    /^\{"facility":\["Surrogate characters .* U\+D800\./,
  ],
  ['deep lists', sites, nested('[', ']', 100_000), 400, /object 0 is nested more than 200 levels deep/],
  [
    'a deep field',
    sites,
    field('comments', nested('{"a":', '}', 50_000)),
    400,
    /\\"comments\\" is nested more than 200/,
  ],
  ['a deep field of many', sites, `[{}, ${field('x', nested('[', ']', 999))}]`, 400, /\\"x\\" of object 1 is nested/],
  [
    'deep conditions',
    '/api/extras/event-rules/',
    `{"conditions": ${nested('{"and":[', ']}', 5000)}}`,
    400,
    /\\"conditions\\" is nested/,
  ],
  ['a prototype', sites, '{"tags": [{"__proto__": {"x": 1}}]}', 400, /__proto__ is not allowed in \\"tags\\"/],
  ['a number', sites, '5', 400, /Expected a dictionary, but got int/],
  ['a list of numbers', sites, '[1, {}]', 400, /"index":0,"errors":\{"__all__":\["Invalid data/],
  ['an object for a text', sites, field('facility', '{"a": 1}'), 400, /^\{"facility":\["Not a valid string/],
  ['a text for a number', sites, field('latitude', '"x"'), 400, /^\{"latitude":\["A valid number is required/],
  ['a number too large', sites, field('latitude', '1e400'), 400, /^\{"latitude":/],
  ['a key too large', sites, field('region', '99999999999999999999'), 400, /^\{"region":/],
  ['a list for an object', sites, field('region', '[1]'), 400, /^\{"region":/],
  ['attributes that lead nowhere', sites, field('region', '{"nope": 1}'), 400, /^\{"region":/],
  ['a list of objects for an object', sites, field('region', '[{"a": true}]'), 400, /value: \[\{'a': True\}\]"/],
  [
    'an object for a hardware address',
    '/api/dcim/mac-addresses/',
    '{"mac_address": {"a": null}}',
    400,
    /^\{"mac_address":\["Invalid MAC address format: \{'a': None\}/,
  ],
  [
    'an object for a protocol',
    '/api/ipam/service-templates/',
    '{"name": "x", "protocol": {}, "ports": [1]}',
    400,
    /^\{"protocol":\["Value must be passed directly/,
  ],
  ['a text for a number among attributes', sites, field('tenant', '{"id": "abc"}'), 400, /^\{"tenant":/],
  ['a number for a list', sites, field('asns', '7'), 400, /^\{"asns":/],
  ['a text for tags', sites, field('tags', '"a"'), 400, /^\{"tags":\{"__all__":\["Expected a list/],
  ['a list for custom fields', sites, field('custom_fields', '[1]'), 400, /^\{"custom_fields":/],
  [
    'a long text',
    sites,
    field('facility', `"${'x'.repeat(1_000_000)}"`),
    400,
    /^\{"facility":\["Ensure this field has no more than 50/,
  ],
  [
    'a null character in a filter',
    '/graphql/',
    JSON.stringify({
      query: 'query ($v: String) { site_list(filters: {name: {exact: $v}}) { id } }',
      variables: { v: '\0' },
    }),
    200,
    /Field 'name': null characters are not allowed/,
  ],
  [
    'an object for a moment',
    '/graphql/',
    JSON.stringify({
      query: 'query ($v: DateTime) { site_list(filters: {created: {exact: $v}}) { id } }',
      variables: { v: {} },
    }),
    200,
    /cannot represent a DateTime: \\"\{\}\\"/,
  ],
  ['a deep query', '/graphql/', `{"query": "${'{a'.repeat(4000)}"}`, 200, /nested too deeply/],
];

for (const [what, path, body, status, answer] of bodies)
  test(`${what} is refused`, () =>
    refused(path, { method: 'POST', body, headers: { 'content-type': 'application/json' } }, status, answer));

/** Other types of bodies. */
const types: [type: string, body: string, status: number, answer: RegExp][] = [
  ['application/xml', '<site/>', 415, /Unsupported media type \\"application\/xml\\"/],
  ['multipart/form-data; boundary=b', 'x', 400, /Multipart form parse error/],
  ['multipart/form-data', 'x', 400, /Invalid boundary in multipart: None/],
  [`multipart/form-data; boundary=${'b'.repeat(300)}`, 'x', 400, /Invalid boundary in multipart: bbb/],
  [
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n',
    400,
    /^\{"name":\["This field is required/,
  ],
  ['', '{}', 415, /Unsupported media type \\"\\" in request/],
  [';;;', '{}', 415, /Unsupported media type \\";;;\\" in request/],
  ['application/x-www-form-urlencoded', '__proto__=1', 400, /^\{"name":\["This field is required/],
  ['application/x-www-form-urlencoded', 'name=%00&slug=x', 400, /^\{"name":\["Null characters/],
];
for (const [type, body, status, answer] of types)
  test(`a body of ${type.slice(0, 50)} is refused: ${body.slice(0, 20)}`, () =>
    refused(sites, { method: 'POST', body, headers: { 'content-type': type } }, status, answer));

test('preferences are refused what no column holds', async () => {
  const patch = (body: string) => ({ method: 'PATCH', body, headers: { 'content-type': 'application/json' } });
  await refused('/api/users/config/', patch('{"a": {"b": "\\u0000"}}'), 400, /^\{"a":\["Null characters are not/);
  await refused('/api/users/config/', patch('{"a\\u0000": 1}'), 400, /Null characters are not/);
});

test('a body beyond all bounds is refused before it is sent', () =>
  refused(
    sites,
    { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': '1000000000' } },
    413,
    /too large/,
  ));

/** Addresses, and the parameter that the answer names. */
const addresses: [address: string, status: number, answer: RegExp][] = [
  [`${sites}?name__regex=(`, 400, /^\{"name__regex":\["invalid regular expression/],
  [`${sites}?slug__iregex=%5B&name__regex=a`, 400, /^\{"slug__iregex":\["invalid regular expression: brackets/],
  [`${sites}?export=x&name__regex=*`, 400, /^\{"name__regex":/],
  [`${sites}?name=%00`, 400, /^\{"name":\["Null characters/],
  [`${sites}?tag=%00&q=%00`, 400, /^\{"tag":\[.*"q":\[/],
  [`${sites}?id=abc`, 400, /^\{"id":\["Enter a whole number/],
  [`${sites}?id=99999999999999999999`, 200, /^\{"count":0/],
  [`${sites}?created=0000-00-00`, 400, /^\{"created":/],
  [`${sites}?latitude=nan`, 400, /^\{"latitude":/],
  [`${sites}?limit=-1&offset=-1`, 200, /^\{"count":0/],
  [`${sites}?limit=99999999999999999999&offset=99999999999999999999`, 200, /^\{"count":0/],
  [`${sites}?start=abc`, 400, /'start'/],
  [`${sites}?filter=%00`, 200, /^\{"count":0/],
  [`${sites}?name=${'x'.repeat(70_000)}`, 431, /Too Large/],
  ['/api/dcim/connected-device/?peer_device=%00&peer_interface=x', 400, /^\{"peer_device":\["Null/],
  [`${sites}99999999999999999999/`, 404, /No Site matches/],
  [`${sites}1%00/`, 404, /Not found/],
  [`${sites}%ff/`, 400, /%FF/i],
  ['/media/%2e%2e/%2e%2e/etc/passwd', 404, /ound/],
  ['/patchbay/nothing/?a=b', 404, /"There is nothing at \/patchbay\/nothing\/\."/],
];
for (const [path, status, answer] of addresses)
  test(`${path.slice(0, 70)} is answered with ${status}`, () => refused(path, {}, status, answer));

test('a host that is none gets into no address', async () => {
  for (const headers of [{ host: 'a"b' }, { 'x-forwarded-host': 'a b<c>' }])
    await refused(sites, { headers }, 400, /Invalid HTTP_HOST header/);
  await refused(sites, { headers: { 'x-forwarded-host': 'netbox.example.com:8443, inner' } }, 200, /"count":0/);
});

test('none of it was a fault of ours', () => assert.doesNotMatch(output(), /^ +at /m));

interface Sent {
  method?: string;
  body?: string | Buffer;
  headers?: Record<string, string>;
}

/** `fetch` would mend addresses and hosts before it sends them. */
async function refused(path: string, { method = 'GET', body, headers }: Sent, status: number, answer: RegExp) {
  const { hostname, port } = new URL(address);
  const found = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const request = send(
      { hostname, port, path, method, agent: false, headers: { authorization: `Token ${apiToken}`, ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode!, text }));
      },
    );
    request.on('error', reject);
    request.end(body);
  });
  assert.equal(found.status, status, found.text.slice(0, 300));
  assert.match(found.text, answer);
}
