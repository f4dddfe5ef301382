/** `1-3, 7` ↔ numbers and ranges of them. */

/** The ranges that a text names; undefined where it isn't one. */
export function parseRanges(written: string): [number, number][] | undefined {
  const ranges: [number, number][] = [];
  for (const part of written.split(/[,;\s]+/).filter(Boolean)) {
    const match = /^(\d+)(?:[-–](\d+))?$/.exec(part);
    if (!match) return undefined;
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (last < first) return undefined;
    ranges.push([first, last]);
  }
  return ranges;
}

export function formatRanges(ranges: readonly (readonly [number, number])[]): string {
  return ranges.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(', ');
}

/** Every number of the ranges, once, in order. */
export function numbersIn(ranges: readonly (readonly [number, number])[]): number[] {
  const all = ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Neighbours become ranges: 1, 2, 3, 7 → 1-3, 7. */
export function rangesOf(numbers: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const current = ranges.at(-1);
    if (current && number === current[1] + 1) current[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}
