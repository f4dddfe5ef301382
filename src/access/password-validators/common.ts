import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Validator } from './validator.ts';

/**
 * None of those that everybody tries first: some 50,000 that a package keeps (Django has its own 20,000), or those of
 * the file `password_list_path`, one a line, which may be packed with gzip.
 */
export const common: Validator = {
  options: {
    password_list_path: ['the path of a file', (value) => typeof value === 'string' && existsSync(value)],
  },
  make({ password_list_path: path }) {
    // Most servers never ask.
    let list: Promise<ReadonlySet<string>> | undefined;
    return async (password) => {
      list ??= path === undefined ? packaged() : fromFile(path as string);
      return (await list).has(password.toLowerCase().trim()) ? 'This password is too common.' : undefined;
    };
  },
};

/** The package's list: beside the built program, or in the package where the sources run. */
async function packaged(): Promise<ReadonlySet<string>> {
  const beside = new URL('./lists/common-passwords.json', import.meta.url);
  if (existsSync(beside)) return new Set(JSON.parse(await readFile(beside, 'utf8')) as string[]);
  const { dictionary } = (await import(import.meta.resolve('@zxcvbn-ts/language-common'))) as {
    dictionary: { 'passwords-common': readonly string[] };
  };
  return new Set(dictionary['passwords-common']);
}

async function fromFile(path: string): Promise<ReadonlySet<string>> {
  const bytes = await readFile(path);
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = (packed ? await promisify(gunzip)(bytes) : bytes).toString('utf8');
  return new Set(text.split('\n').map((line) => line.trim()));
}
