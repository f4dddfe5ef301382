import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseLanguage, localeOf } from './choose-language.ts';

const available = ['en', 'de', 'pt-BR'];
const cases: [preferred: string, browser: string[], usual: string, chosen: string][] = [
  ['de', ['en-US'], 'en-us', 'de'],
  ['', ['de-AT', 'en'], 'en-us', 'de'],
  ['', ['fr', 'de'], 'en-us', 'de'],
  ['', ['en-GB', 'de'], 'de', 'en'],
  ['', ['pt-BR'], 'en-us', 'pt-BR'],
  ['', ['fr'], 'de-de', 'de'],
  ['', ['fr'], 'en-us', 'en'],
  ['', [], 'ja', 'en'],
  // A preference that NetBox has and we haven't: the next best.
  ['ja', ['de'], 'en-us', 'de'],
];
for (const [preferred, browser, usual, chosen] of cases)
  test(`${preferred || 'no preference'}, a browser of ${browser.join(', ') || 'none'} and ${usual}: ${chosen}`, () => {
    assert.equal(chooseLanguage({ preferred, browser, usual }, available), chosen);
  });

test('numbers follow the browser’s variety of the language, English ones English', () => {
  assert.equal(localeOf('de', ['en-GB', 'de-CH', 'de']), 'de-CH');
  assert.equal(localeOf('de', ['en-GB']), 'de');
  assert.equal(localeOf('en', ['en-IN']), 'en');
});
