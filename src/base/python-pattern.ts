import { EmulatedRegExp, toRegExpDetails } from 'oniguruma-to-es';

/**
 * Regular expressions of Python's `re`, which people have written for NetBox: letters and digits of every script, flags
 * at the beginning or of a part, names as `(?P<name>…)`, possessive and atomic groups. They are brought into Oniguruma's
 * spelling, for which a library knows JavaScript's.
 */

/**
 * A Python pattern as `re.search` takes it, or as `re.match` does: at the beginning of the text.
 * Throws a SyntaxError that says what is wrong with the pattern, or what is not supported (conditionals, named characters).
 */
export function pythonPattern(pattern: string, how: 'search' | 'match' = 'search'): RegExp {
  const name = `${how} ${pattern}`;
  const known = made.get(name);
  if (known) return known;
  const written = translate(pattern);
  const found = compile(how === 'match' ? `\\A(?:${written})` : written);
  if (made.size >= most) made.delete(made.keys().next().value!);
  made.set(name, found);
  return found;
}

const made = new Map<string, RegExp>();
const most = 500;

function compile(written: string): RegExp {
  try {
    const { pattern, flags, options } = toRegExpDetails(written, { rules: { captureGroup: true } });
    // Node.js 20 doesn't let a repeated `[^]` match a line break.
    return new EmulatedRegExp(pattern.replaceAll('[^]', '[\\s\\S]'), flags, options);
  } catch (error) {
    throw new SyntaxError((error as Error).message, { cause: error });
  }
}

/** Letters that Python gives a meaning behind a backslash. */
const escapes = /^[AbBdDsSwWZafnrtvxuU0-9]$/;

function translate(pattern: string): string {
  const [switches = '', flags = ''] = /^\(\?([aiLmsux]+)\)/.exec(pattern) ?? [];
  const isMultiline = flags.includes('m');
  let written = switched(flags);
  for (let at = switches.length; at < pattern.length; ) {
    const [piece, length] = pieceAt(pattern, at, isMultiline);
    written += piece;
    at += length;
  }
  // A remark at the end of an extended pattern ends with its line.
  return flags.includes('x') ? `${written}\n` : written;
}

/** What stands at a place, in Oniguruma's spelling, and how much of the pattern it takes. */
function pieceAt(pattern: string, at: number, isMultiline: boolean): [piece: string, length: number] {
  const rest = pattern.slice(at);
  if (rest.startsWith('[')) return characterClass(rest);
  if (rest.startsWith('\\')) return escaped(rest);
  if (rest.startsWith('^')) return [isMultiline ? '^' : '\\A', 1];
  if (rest.startsWith('$')) return [isMultiline ? '$' : '\\Z', 1];
  const named = /^\(\?P<(\w+)>/.exec(rest);
  if (named) return [`(?<${named[1]}>`, named[0].length];
  const again = /^\(\?P=(\w+)\)/.exec(rest);
  if (again) return [`\\k<${again[1]}>`, again[0].length];
  const scoped = /^\(\?([aiLmsux]*)(?:-([imsx]+))?:/.exec(rest);
  if (scoped && scoped[0] !== '(?:') {
    if (/m/.test(`${scoped[1]}${scoped[2] ?? ''}`)) throw new SyntaxError('The flag m of a part is not supported.');
    return [`(?${letters(scoped[1]!)}${scoped[2] ? `-${letters(scoped[2])}` : ''}:`, scoped[0].length];
  }
  return [rest[0]!, 1];
}

/** Python's s is Oniguruma's m; whether `^` and `$` hold at every line is told by how they are written. */
const letters = (flags: string): string => [...new Set(flags.replace(/[aLmu]/g, '').replace('s', 'm'))].join('');

function switched(flags: string): string {
  const set = letters(flags);
  return set && `(?${set})`;
}

function escaped(rest: string): [string, number] {
  const letter = rest[1];
  if (letter === undefined) throw new SyntaxError('A backslash ends the pattern.');
  if (/[a-z]/i.test(letter) && !escapes.test(letter)) throw new SyntaxError(`bad escape \\${letter}`);
  if (letter === 'Z') return ['\\z', 2];
  const long = /^\\U([0-9a-f]{8})/i.exec(rest);
  if (long) return [`\\x{${long[1]!.replace(/^0+(?=.)/, '')}}`, long[0].length];
  return [rest.slice(0, 2), 2];
}

/** A class: a bracket in it, or one at its beginning that closes, is itself; there are no classes in classes. */
function characterClass(rest: string): [string, number] {
  let at = rest.startsWith('[^') ? 2 : 1;
  let written = rest.slice(0, at);
  for (const first = at; rest[at] !== ']' || at === first; ) {
    if (at >= rest.length) throw new SyntaxError('A character class is not closed.');
    const [piece, length] =
      rest[at] === '\\' ? escaped(rest.slice(at)) : [/[[\]&]/.test(rest[at]!) ? `\\${rest[at]}` : rest[at]!, 1];
    written += piece;
    at += length;
  }
  return [`${written}]`, at + 1];
}
