/** A whole number as Django's forms read it: blanks around it, a sign and a fraction of zeros are no harm. */
export function wholeNumber(text: string): string | undefined {
  const match = /^\s*([-+]?\d+)(?:\.0*)?\s*$/.exec(text);
  return match ? String(BigInt(match[1]!.replace('+', ''))) : undefined;
}

/** A key as Python's `int` reads it: blanks around it, a sign and underscores between digits are no harm. */
export function keyNumber(text: string): string | undefined {
  const match = /^\s*([-+]?\d+(?:_\d+)*)\s*$/.exec(text);
  return match ? String(BigInt(match[1]!.replace('+', '').replaceAll('_', ''))) : undefined;
}

/** A decimal number in PostgreSQL's spelling. */
export function decimalNumber(text: string): string | undefined {
  const match = /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,4})?)\s*$/.exec(text);
  return match?.[1];
}

/** Exponents beyond this make numbers that no column holds, and that would take long to write out. */
const largestExponent = 60;

/** A decimal number without its fraction; undefined where it is far beyond what is stored. */
export function wholePart(decimal: string): string | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/.exec(decimal) ?? [];
  const shift = Number(exponent);
  if (shift > largestExponent) return undefined;
  const point = whole.length + shift;
  const kept = point <= 0 ? '0' : (whole + fraction).slice(0, point).padEnd(point, '0');
  return String(BigInt(kept) * (sign === '-' ? -1n : 1n));
}
