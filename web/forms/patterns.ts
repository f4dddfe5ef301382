/**
 * Names by patterns: `eth[0-47]`, `xe-[0,1]/[0-9]`, `[a-c][A,b]`, `[xe,ge]-0`: a list in brackets of numbers, letters,
 * words and ranges of them; several brackets make every combination, the last one counting fastest. Zeros in front of a
 * range's first number are kept: `[01-12]`. For IPv6, hexadecimal ranges: `2001:db8::[a-f]/64`.
 */

/** As many as one request makes. */
const mostAtOnce = 1000;

const bracket = /\[([^[\]]*)\]/;

/** Whether there is something to expand. */
export function hasPattern(written: string): boolean {
  const inside = bracket.exec(written)?.[1];
  return inside !== undefined && options(inside, { hex: false }) !== undefined;
}

/**
 * The names that a pattern stands for; the text alone where it is none. Undefined where a range is none, or where there
 * would be more than can be made at once. `hex`: ranges of letters count on from the digits.
 */
export function expandPattern(written: string, { hex = false } = {}): string[] | undefined {
  const match = bracket.exec(written);
  if (!match) return [written];
  const choices = options(match[1]!, { hex });
  const rest = expandPattern(written.slice(match.index + match[0].length), { hex });
  if (!choices || !rest || choices.length * rest.length > mostAtOnce) return undefined;
  const before = written.slice(0, match.index);
  return choices.flatMap((choice) => rest.map((after) => `${before}${choice}${after}`));
}

function options(list: string, { hex }: { hex: boolean }): string[] | undefined {
  const all: string[] = [];
  for (const part of list.split(',')) {
    const range = rangeOf(part.trim(), hex);
    if (!range) return undefined;
    all.push(...range);
    if (all.length > mostAtOnce) return undefined;
  }
  return all;
}

function rangeOf(part: string, hex: boolean): string[] | undefined {
  if (part === '') return undefined;
  const [, first, last] = /^([^-]+)-([^-]+)$/.exec(part) ?? [];
  if (first === undefined || last === undefined) return [part];
  if (/^\d+$/.test(first) && /^\d+$/.test(last)) return count(first, last, 10);
  if (hex && /^[0-9a-f]+$/i.test(first) && /^[0-9a-f]+$/i.test(last)) return count(first, last, 16);
  const sameCase = (/^[a-z]$/.test(first) && /^[a-z]$/.test(last)) || (/^[A-Z]$/.test(first) && /^[A-Z]$/.test(last));
  if (!sameCase || first > last) return undefined;
  const from = first.charCodeAt(0);
  return Array.from({ length: last.charCodeAt(0) - from + 1 }, (_, at) => String.fromCharCode(from + at));
}

function count(first: string, last: string, base: number): string[] | undefined {
  const from = Number.parseInt(first, base);
  const to = Number.parseInt(last, base);
  if (to < from || to - from >= mostAtOnce) return undefined;
  const width = first.length > 1 && first.startsWith('0') ? first.length : 0;
  return Array.from({ length: to - from + 1 }, (_, at) => (from + at).toString(base).padStart(width, '0'));
}
