import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings } from '#base/settings.ts';
import { textsFor } from './texts-for.ts';

const cases: readonly [accepted: string | undefined, chosen: unknown, settings: object, code: string][] = [
  [undefined, undefined, {}, 'en'],
  ['de', undefined, {}, 'de'],
  ['de-AT,en;q=0.8', undefined, {}, 'de'],
  ['fr, en;q=0.5, de;q=0.7', undefined, {}, 'de'],
  ['de;q=0, en', undefined, {}, 'en'],
  ['fr', undefined, {}, 'en'],
  ['fr', undefined, { DEFAULT_LANGUAGE: 'de-de' }, 'de'],
  ['*', undefined, { DEFAULT_LANGUAGE: 'de' }, 'de'],
  ['en', 'de', {}, 'de'],
  ['de', 'en_US', {}, 'en'],
  ['de', 7, {}, 'de'],
  ['de', 'de', { TRANSLATION_ENABLED: false }, 'en'],
  [';;q=x,,de;q=', undefined, {}, 'en'],
];
for (const [accepted, chosen, settings, code] of cases)
  test(`${accepted}, chosen ${String(chosen)}, ${JSON.stringify(settings)}: ${code}`, () =>
    assert.equal(textsFor({ accepted, chosen }, { ...defaultSettings, ...settings }).code, code));
