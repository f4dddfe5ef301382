import type { Field } from '#fields/field.ts';
import { isUnbounded } from './rest-facts.ts';

/** What limits a value that a client gives. */
export interface Bounds {
  readonly max_length?: number;
  readonly min_value?: number;
  readonly max_value?: number;
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

/** The numbers that the column holds. */
function widthOf({ bits = 32, positive }: Field): Bounds {
  const most = bits === 64 ? 2 ** 63 - 1 : 2 ** (bits - 1) - 1;
  return { min_value: positive ? 0 : -most - 1, max_value: most };
}
