import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Command, parseArguments, UsageError } from './parse-arguments.ts';

const rows: [words: string, command: Command][] = [
  ['', { name: 'start', importFrom: undefined, demo: false }],
  ['start', { name: 'start', importFrom: undefined, demo: false }],
  ['start --import a.sql', { name: 'start', importFrom: 'a.sql', demo: false }],
  ['--import=a.sql', { name: 'start', importFrom: 'a.sql', demo: false }],
  ['--demo', { name: 'start', importFrom: undefined, demo: true }],
  ['import postgres://h/d', { name: 'import', from: 'postgres://h/d' }],
  ['import-device-types lib', { name: 'import-device-types', folder: 'lib' }],
  ['serve', { name: 'serve' }],
  ['identity', { name: 'identity' }],
  ['identity apply a.yaml', { name: 'identity-apply', file: 'a.yaml', context: {} }],
  [
    'identity apply a.yaml site=ams count=3 url=https://x/?a=b',
    { name: 'identity-apply', file: 'a.yaml', context: { site: 'ams', count: 3, url: 'https://x/?a=b' } },
  ],
  ['migrate', { name: 'migrate' }],
  ['create-superuser', { name: 'create-superuser' }],
  ['serve --help', { name: 'help' }],
];
for (const [words, command] of rows)
  test(`"${words}"`, () => assert.deepEqual(parseArguments(words.split(' ').filter(Boolean)), command));

const refused: [words: string, reason: RegExp][] = [
  ['begin', /^There is no command "begin"\./],
  ['start --fast', /^There is no option "--fast"\./],
  ['start --demo --import a', /^--demo goes with no other option\./],
  ['start --import', /^--import needs one file or URL\./],
  ['start --import a b', /^--import needs one file or URL\./],
  ['import', /^import needs one file or URL\./],
  ['import-device-types', /^import-device-types needs one folder\./],
  ['identity begin', /^identity takes no "begin"\./],
  ['identity apply', /^identity apply needs a file\./],
  ['identity apply a.yaml b.yaml', /^identity apply takes NAME=VALUE behind the file, not "b.yaml"\./],
  ['serve now', /^serve takes no "now"\./],
];
for (const [words, reason] of refused)
  test(`"${words}" is refused`, () => {
    assert.throws(
      () => parseArguments(words.split(' ')),
      (error: Error) => error instanceof UsageError && reason.test(error.message) && /Usage: /.test(error.message),
    );
  });
