import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localMinute } from './local-minute.ts';

for (const [text, zone, line] of [
  ['2026-01-31 23:05:59.123456+00', 'UTC', '2026-01-31 23:05'],
  ['2026-01-31 23:05:59+00', 'Europe/Berlin', '2026-02-01 00:05'],
  ['2026-07-01 00:00:00+05:30', 'UTC', '2026-06-30 18:30'],
] as const)
  test(`${text} in ${zone}`, () => assert.equal(localMinute(text, zone), line));
