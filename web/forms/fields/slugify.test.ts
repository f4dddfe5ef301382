import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slugify } from './slugify.ts';

const cases: readonly [name: string, slug: string][] = [
  ['Core Switch', 'core-switch'],
  ['  Wien – Süd  ', 'wien-sud'],
  ['Überlingen/Straße', 'uberlingen-strasse'],
  ['R&D (old)', 'r-d-old'],
  ['already-a_slug', 'already-a_slug'],
  ['東京', ''],
];

for (const [name, slug] of cases) test(`${name} → ${slug}`, () => assert.equal(slugify(name), slug));

test('as long as the column', () => assert.equal(slugify('a b'.repeat(50), 10).length, 10));
