import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSettings, defaultSettings, SettingError, settingNames, settingsTable } from './settings.ts';

test('every default is a value that the setting accepts', () => {
  for (const name of settingNames) assert.ok(settingsTable[name].accepts(defaultSettings[name]), name);
});

test('users own their bookmarks, notifications, subscriptions and tokens by default', () => {
  assert.equal(Object.keys(defaultSettings.DEFAULT_PERMISSIONS).length, 16);
  assert.deepEqual(defaultSettings.DEFAULT_PERMISSIONS['users.add_token'], [{ user: '$user' }]);
});

const refused: [name: string, value: unknown, message: RegExp][] = [
  ['PAGINATE_COUNT', 0, /^PAGINATE_COUNT must be a whole number from 1, not 0\.$/],
  ['MAX_PAGE_SIZE', '30', /^MAX_PAGE_SIZE must be a whole number from 0, not "30"\.$/],
  ['LOGIN_REQUIRED', 1, /true or false/],
  ['EXEMPT_VIEW_PERMISSIONS', '*', /a list of texts/],
  ['DISK_BASE_UNIT', 7, /1000 or 1024/],
  ['SECRET_KEY', 'short', /^SECRET_KEY must be a text of at least 50 characters, not "…"\.$/],
  ['API_TOKEN_PEPPERS', { 1: 'short' }, /at least 50 characters/],
];
for (const [name, value, message] of refused)
  test(`${name} refuses ${JSON.stringify(value)}`, () => {
    assert.throws(
      () => checkSettings({ [name]: value }),
      (error: Error) => error instanceof SettingError && message.test(error.message),
    );
  });

test('names that mean nothing here are returned apart', () => {
  assert.deepEqual(checkSettings({ MAX_PAGE_SIZE: 30, STORAGES: {}, toString: 1 }), {
    settings: { MAX_PAGE_SIZE: 30 },
    unknown: ['STORAGES', 'toString'],
  });
});
