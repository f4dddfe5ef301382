import { usage } from './usage.ts';

export type Command =
  | { name: 'start'; importFrom: string | undefined; demo: boolean }
  | { name: 'import'; from: string }
  | { name: 'import-device-types'; folder: string }
  | { name: 'identity-apply'; file: string }
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
      const [what, file, ...more] = rest;
      if (what !== 'apply') throw new UsageError(`identity takes no "${what}".`);
      if (file === undefined || more.length > 0) throw new UsageError('identity apply needs one file.');
      return { name: 'identity-apply', file };
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

function importOption(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const [option, ...values] = words[0]!.startsWith('--import=')
    ? ['--import', words[0]!.slice(9), ...words.slice(1)]
    : words;
  if (option !== '--import') throw new UsageError(`There is no option "${option}".`);
  if (values.length !== 1 || values[0] === '') throw new UsageError('--import needs one file or URL.');
  return values[0];
}
