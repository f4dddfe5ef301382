import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crossOriginHeaders } from './cross-origin.ts';

const none = {
  CORS_ORIGIN_ALLOW_ALL: false,
  CORS_ORIGIN_WHITELIST: [] as string[],
  CORS_ORIGIN_REGEX_WHITELIST: [] as string[],
};
const all = { ...none, CORS_ORIGIN_ALLOW_ALL: true };
const one = { ...none, CORS_ORIGIN_WHITELIST: ['https://a.example', 'http://b.example:8080/'] };
const pattern = { ...none, CORS_ORIGIN_REGEX_WHITELIST: ['^(https?://)?(\\w+\\.)?c\\.example$'] };

/** Settings, an origin, and the origin that is let in. */
const table: readonly (readonly [settings: typeof none, origin: string | undefined, allowed: string | undefined])[] = [
  [none, 'https://a.example', undefined],
  [all, 'https://a.example', '*'],
  [all, undefined, undefined],
  [one, 'https://a.example', 'https://a.example'],
  [one, 'http://a.example', undefined],
  [one, 'https://a.example.evil', undefined],
  [one, 'http://b.example:8080', 'http://b.example:8080'],
  [one, 'null', undefined],
  [pattern, 'https://www.c.example', 'https://www.c.example'],
  [pattern, 'https://www.c.example.evil', undefined],
];

for (const [settings, origin, expected] of table)
  test(`${origin} with ${JSON.stringify(settings)} is ${expected ?? 'kept out'}`, () => {
    const headers = crossOriginHeaders(settings, { method: 'GET', origin });
    assert.deepEqual(headers, expected === undefined ? {} : { 'access-control-allow-origin': expected });
  });

test('a question beforehand is told what may be sent', () => {
  const headers = crossOriginHeaders(all, { method: 'OPTIONS', origin: 'https://a.example' });
  assert.match(headers['access-control-allow-methods']!, /PATCH/);
  assert.match(headers['access-control-allow-headers']!, /authorization/);
});
