import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { pythonWith, skipWithout } from './python.ts';
import { startDemo } from './start-demo.ts';

const run = promisify(execFile);
const python = await pythonWith('pynetbox');

test('pynetbox writes: create, save, bulk, allocate, upload, delete', {
  skip: skipWithout(python, 'pynetbox'),
}, async () => {
  const { address, token } = await startDemo();
  await run(python!, [join(import.meta.dirname, 'pynetbox_write.py'), address, token]);
});
