import { basename } from 'node:path';

/**
 * Whether a file is passed over, by a source's rules: a pattern of a shell a line, which fits the whole path or the name
 * alone. Names that begin with a dot always are.
 */
export function ignored(rules: string): (path: string) => boolean {
  const patterns = rules.split(/\r\n|\n|\r/).map(shellPattern);
  return (path) => {
    const name = basename(path);
    return name.startsWith('.') || patterns.some((pattern) => pattern.test(path) || pattern.test(name));
  };
}

/** As Python's fnmatchcase reads it: `*` goes over slashes, an unclosed bracket is itself. */
function shellPattern(text: string): RegExp {
  const source = text.replaceAll(/\[(!?)(\]?[^\]]*)\]|[\s\S]/g, (part, not: string, set: string | undefined) => {
    if (set !== undefined)
      return set === '' ? quoted(part) : `[${not ? '^' : ''}${set.replaceAll(/[\\\]^[]/g, '\\$&')}]`;
    if (part === '*') return '[\\s\\S]*';
    return part === '?' ? '[\\s\\S]' : quoted(part);
  });
  try {
    return new RegExp(`^(?:${source})$`, 'u');
  } catch {
    // A span that runs backwards fits nothing.
    return /(?!)/;
  }
}

const quoted = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
