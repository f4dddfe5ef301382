import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HttpError } from '#base/http-error.ts';
import { addressTail, negotiate } from './negotiate.ts';

/** A query, an Accept header, and the status of the refusal; undefined where there is an answer. */
const table: readonly (readonly [query: string, accept: string | undefined, status: number | undefined])[] = [
  ['', undefined, undefined],
  ['', '*/*', undefined],
  ['', 'application/json; version=4.7', undefined],
  ['', 'text/html,application/xhtml+xml', undefined],
  ['', 'image/png, */*;q=0.1', undefined],
  ['', 'application/xml', 406],
  ['', '', 406],
  ['format=json', undefined, undefined],
  ['format=json', 'text/html', 406],
  ['format=', 'application/json', undefined],
  ['format=api', 'application/json', 406],
  ['format=api', 'text/html', undefined],
  ['format=xml', '*/*', 404],
  ['format=JSON', '*/*', 404],
  ['format=json&format=xml', '*/*', 404],
  ['format=constructor', '*/*', 404],
];

for (const [query, accept, status] of table)
  test(`?${query} with Accept ${accept ?? '(none)'} is ${status ?? 'answered'}`, () => {
    const ask = () => negotiate({ headers: accept === undefined ? {} : { accept } }, new URLSearchParams(query));
    if (status === undefined) ask();
    else assert.throws(ask, (error) => error instanceof HttpError && error.status === status);
  });

test('addresses keep the format', () => {
  assert.equal(addressTail(new URLSearchParams('limit=1')), '');
  assert.equal(addressTail(new URLSearchParams('format=json&limit=1')), '?format=json');
  assert.equal(addressTail(new URLSearchParams('format=')), '?format=');
});
