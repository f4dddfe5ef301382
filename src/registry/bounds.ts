import type { Field } from '#fields/field.ts';
import { isUnbounded } from './rest-facts.ts';

/** What limits a value that a client gives. */
export interface Bounds {
  readonly max_length?: number;
  readonly min_value?: number | bigint;
  readonly max_value?: number | bigint;
  readonly max_digits?: number;
  readonly decimal_places?: number;
}

/** The limits of a field: the length of a text, the range of a number, as stated or as the column's width gives them. */
export function bounds(field: Field): Bounds {
  const { kind, max, minimum, maximum, digits, places, choices } = field;
  if (choices) return {};
  if (isUnbounded(field)) return {};
  const range = kind.name === 'integer' ? widthOf(field) : {};
  const column = kind.columnType(field);
  return {
    ...(max !== undefined && column?.startsWith('character varying') ? { max_length: max } : {}),
    ...range,
    ...(minimum === undefined ? {} : { min_value: minimum }),
    ...(maximum === undefined ? {} : { max_value: maximum }),
    ...(digits === undefined ? {} : { max_digits: digits }),
    ...(places === undefined ? {} : { decimal_places: places }),
  };
}

/** The numbers that the column holds; those of 64 bits as bigints, since no double is as exact. */
function widthOf({ bits = 32, positive }: Field): Bounds {
  if (bits === 64) return { min_value: positive ? 0 : -(2n ** 63n), max_value: 2n ** 63n - 1n };
  const most = 2 ** (bits - 1) - 1;
  return { min_value: positive ? 0 : -most - 1, max_value: most };
}
