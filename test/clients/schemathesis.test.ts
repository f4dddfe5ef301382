import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { pythonWith, skipWithout } from './python.ts';
import { startDemo } from './start-demo.ts';

const run = promisify(execFile);
const python = await pythonWith('schemathesis');
/** Seconds that it may take; longer by hand. */
const seconds = process.env.FUZZ_SECONDS ?? '150';
/** Fixed, so that what was found once is found again. */
const seed = process.env.FUZZ_SEED ?? '1';
/** Users and tokens are left as they are: the one that asks would be gone. */
const spared = '^users_(users|tokens)_(bulk_)?(update|partial_update|destroy)$';

test('schemathesis finds no server error behind our OpenAPI document', {
  skip: skipWithout(python, 'schemathesis'),
}, async () => {
  const { address, token, output } = await startDemo();
  const words = [
    ...['--config-file', join(import.meta.dirname, 'schemathesis.toml')],
    ...['run', `${address}/api/schema/?format=json`, '-H', `Authorization: Token ${token}`],
    ...['--phases', 'fuzzing', '--checks', 'not_a_server_error', '--max-examples', '4', '--max-time', seconds],
    ...['--seed', seed, '--generation-database', 'none', '--exclude-operation-id-regex', spared],
    ...['--continue-on-failure', '--suppress-health-check', 'all', '--warnings', 'off', '--no-color'],
  ];
  const told = await run(join(dirname(python!), 'st'), words, { maxBuffer: 64 * 1024 * 1024 }).catch(
    (error: Error & { stdout?: string }) => assert.fail(`${error.message}\n${error.stdout?.slice(-5000)}`),
  );
  assert.match(told.stdout, /^ +[1-9]\d+ generated/m);
  assert.doesNotMatch(output(), /^ +at /m, 'the server logged a fault');
});
