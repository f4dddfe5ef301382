import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { passwordProblems } from '#access/password-validators/password-problems.ts';
import { defaultSettings, type PasswordValidator } from '#base/settings.ts';
import { readConfiguration } from '#server/configuration.ts';

const list = join(tmpdir(), `common-${process.pid}.txt.gz`);
await writeFile(list, gzipSync('hunter2\nOpen Sesame\nopen sesame\n'));
after(() => rm(list));

const django = (name: string, OPTIONS?: Record<string, unknown>): PasswordValidator => ({
  NAME: `django.contrib.auth.password_validation.${name}`,
  ...(OPTIONS ? { OPTIONS } : {}),
});
const own = { NAME: 'utilities.password_validation.AlphanumericPasswordValidator' };
const similarity = 'UserAttributeSimilarityValidator';
const byDefault = defaultSettings.AUTH_PASSWORD_VALIDATORS;

const cases: [password: string, configured: readonly PasswordValidator[], problems: string[]][] = [
  ['Long-enough-1', byDefault, []],
  ['Short-1', byDefault, ['This password is too short. It must contain at least 12 characters.']],
  ['LONG-ENOUGH-1', byDefault, ['Password must have at least one lowercase letter.']],
  ['long-enough-1', byDefault, ['Password must have at least one uppercase letter.']],
  [
    'short',
    byDefault,
    ['This password is too short. It must contain at least 12 characters.', 'Password must have at least one numeral.'],
  ],
  ['', [], []],
  [
    '',
    [django('MinimumLengthValidator', { min_length: 1 })],
    ['This password is too short. It must contain at least 1 character.'],
  ],
  [
    '1234567',
    [django('MinimumLengthValidator')],
    ['This password is too short. It must contain at least 8 characters.'],
  ],
  ['🔑🔑🔑🔑🔑🔑🔑🔑', [django('MinimumLengthValidator')], []],
  ['123456789', [django('NumericPasswordValidator')], ['This password is entirely numeric.']],
  ['12345678x', [django('NumericPasswordValidator')], []],
  [' PassWord', [django('CommonPasswordValidator')], ['This password is too common.']],
  ['Tr0ub4dor-and-4', [django('CommonPasswordValidator')], []],
  ['HUNTER2', [django('CommonPasswordValidator', { password_list_path: list })], ['This password is too common.']],
  ['password', [django('CommonPasswordValidator', { password_list_path: list })], []],
  ['alice.liddell', [django(similarity)], ['The password is too similar to the username.']],
  ['Liddell1', [django(similarity)], ['The password is too similar to the username.']],
  ['wonderland1', [django(similarity)], ['The password is too similar to the email address.']],
  ['wonderland1', [django(similarity, { user_attributes: ['username'] })], []],
  ['wonderland1', [django(similarity, { max_similarity: 1 })], []],
  ['something else', [django(similarity)], []],
  ['abc', [own], ['Password must have at least one numeral.']],
];
for (const [password, AUTH_PASSWORD_VALIDATORS, problems] of cases)
  test(`"${password}" under ${AUTH_PASSWORD_VALIDATORS.map(({ NAME }) => NAME.split('.').at(-1)).join(', ')}`, async () => {
    const owner = { username: 'alice.liddell', first_name: 'Alice', email: 'al@wonderland.example' };
    assert.deepEqual(await passwordProblems(password, { AUTH_PASSWORD_VALIDATORS }, owner), problems);
  });

const refused: [value: unknown, message: RegExp][] = [
  ['x', /AUTH_PASSWORD_VALIDATORS must be a list of validators/],
  [[{ name: 'x' }], /AUTH_PASSWORD_VALIDATORS must be a list of validators/],
  [
    [{ NAME: 'pwned_passwords_django.validators.PwnedPasswordsValidator' }],
    /NAME must be one of django\..*MinimumLength.*, not "pwned_/,
  ],
  [[{ ...own, OPTIONS: { min: 2 } }], /an option of .*Alphanumeric.* must be left out, for it has none, not "min"/],
  [[django('MinimumLengthValidator', { min_length: 'x' })], /min_length of .* must be a whole number from 1, not "x"/],
  [
    [django('CommonPasswordValidator', { password_list_path: '/nowhere' })],
    /must be the path of a file, not "\/nowhere"/,
  ],
  [[django(similarity, { max_similarity: 0 })], /max_similarity of .* must be a number from 0\.1 to 1, not 0/],
];
for (const [value, message] of refused)
  test(`refused at start: ${JSON.stringify(value)}`, () => {
    const SETTINGS_JSON = JSON.stringify({ AUTH_PASSWORD_VALIDATORS: value });
    assert.throws(() => readConfiguration({ SETTINGS_JSON }), { name: 'ConfigurationError', message });
  });
