import type { Field, FieldOptions, SpecialOptions, Unnamed } from '../field.ts';
import type { Kind } from '../kind.ts';
import { invalid } from '../parse.ts';

/** Numbers such as 1e-7 without an exponent. */
const plainNumber = (text: string): string => (/e/i.test(text) && text.trim() !== '' ? Number(text).toFixed(20) : text);

/**
 * What REST tells of a decimal's size: its own bounds, or what its digits have room for. Its places are not told as
 * `multipleOf`: readers that divide 52.1 by 0.01 in binary would find it none.
 */
function boundsOf({ digits = 0, places = 0, minimum, maximum }: Field): Readonly<Record<string, unknown>> {
  const most = 10 ** (digits - places);
  return {
    ...(maximum === undefined ? { maximum: most, exclusiveMaximum: true } : { maximum }),
    ...(minimum === undefined ? { minimum: -most, exclusiveMinimum: true } : { minimum }),
  };
}

const decimalKind: Kind = {
  name: 'decimal',
  columnType: ({ digits, places }) => `numeric(${digits},${places})`,
  // A whole one keeps its point: readers that tell integers from floats take it for what it is.
  render: () => (text: string) => {
    const number = Number(text);
    return Number.isInteger(number) ? `${number}.0` : String(number);
  },
  parse: (field, value) => {
    const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
    const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(plainNumber(text));
    if (!match || !(match[2] || match[3])) throw invalid('A valid number is required.');
    const whole = match[2]!.replace(/^0+/, '');
    const fraction = (match[3] ?? '').replace(/0+$/, '');
    const { digits = 0, places = 0, minimum, maximum } = field;
    if (fraction.length > places) throw invalid(`Ensure that there are no more than ${places} decimal places.`);
    if (whole.length > digits - places)
      throw invalid(`Ensure that there are no more than ${digits - places} digits before the decimal point.`);
    const number = Number(text);
    if (minimum !== undefined && number < minimum)
      throw invalid(`Ensure this value is greater than or equal to ${minimum}.`);
    if (maximum !== undefined && number > maximum)
      throw invalid(`Ensure this value is less than or equal to ${maximum}.`);
    return `${match[1] === '-' ? '-' : ''}${whole || '0'}.${fraction.padEnd(places, '0')}`;
  },
  schema: (field) => ({ type: 'number', format: 'double', ...boundsOf(field) }),
  optionsType: 'decimal',
  filter: 'decimal',
  widget: 'number',
  editor: 'decimal',
};

/** A decimal number of `digits` digits, `places` of them behind the point. */
export const decimal = (options: FieldOptions & SpecialOptions): Unnamed => ({ kind: decimalKind, ...options });
