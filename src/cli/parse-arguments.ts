import { parse } from 'yaml';
import { usage } from './usage.ts';

export type Command =
  | { name: 'start'; importFrom: string | undefined; demo: boolean }
  | { name: 'import'; from: string }
  | { name: 'import-device-types'; folder: string }
  | { name: 'identity-apply'; file: string; context: Record<string, unknown> }
  | { name: 'serve' | 'identity' | 'migrate' | 'reindex' | 'create-superuser' | 'help' };

/** The command line is not one of ours; the message ends with the usage. */
export class UsageError extends Error {
  override name = 'UsageError';
  constructor(reason: string) {
    super(`${reason}\n\n${usage}`);
  }
}

/** Reads the command line; without a command it is `start`. */
export function parseArguments(words: readonly string[]): Command {
  if (words.some((word) => word === '--help' || word === '-h')) return { name: 'help' };
  const named = words[0] !== undefined && !words[0].startsWith('-');
  const name = named ? words[0]! : 'start';
  const rest = named ? words.slice(1) : words;
  switch (name) {
    case 'start':
      if (rest[0] === '--demo' && rest.length === 1) return { name, importFrom: undefined, demo: true };
      if (rest.includes('--demo')) throw new UsageError('--demo goes with no other option.');
      return { name, importFrom: importOption(rest), demo: false };
    case 'import': {
      const [from, ...more] = rest;
      if (from === undefined || more.length > 0) throw new UsageError('import needs one file or URL.');
      return { name, from };
    }
    case 'import-device-types': {
      const [folder, ...more] = rest;
      if (folder === undefined || more.length > 0) throw new UsageError('import-device-types needs one folder.');
      return { name, folder };
    }
    case 'identity': {
      if (rest.length === 0) return { name };
      const [what, file, ...given] = rest;
      if (what !== 'apply') throw new UsageError(`identity takes no "${what}".`);
      if (file === undefined) throw new UsageError('identity apply needs a file.');
      return { name: 'identity-apply', file, context: Object.fromEntries(given.map(readContext)) };
    }
    case 'serve':
    case 'migrate':
    case 'reindex':
    case 'create-superuser':
      if (rest.length > 0) throw new UsageError(`${name} takes no "${rest[0]}".`);
      return { name };
    default:
      throw new UsageError(`There is no command "${name}".`);
  }
}

/** `name=value` of a blueprint's context, the value as YAML would read it. */
function readContext(word: string): [string, unknown] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(word) ?? [];
  if (name === undefined) throw new UsageError(`identity apply takes NAME=VALUE behind the file, not "${word}".`);
  try {
    return [name, parse(value!)];
  } catch {
    return [name, value];
  }
}

function importOption(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const [option, ...values] = words[0]!.startsWith('--import=')
    ? ['--import', words[0]!.slice(9), ...words.slice(1)]
    : words;
  if (option !== '--import') throw new UsageError(`There is no option "${option}".`);
  if (values.length !== 1 || values[0] === '') throw new UsageError('--import needs one file or URL.');
  return values[0];
}
