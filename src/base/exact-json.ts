/**
 * JSON in which a bigint stands as the whole number that it is. A double can't hold the limits of a 64-bit column, and
 * a reader of 64-bit numbers refuses what they would be rounded to.
 */
export function exactJson(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? `${mark}${one}` : one)).replaceAll(
    written,
    '$1',
  );
}

/** No text that a person writes begins with it. */
const mark = '\u0000whole number ';
const written = /"\\u0000whole number (-?\d+)"/g;
