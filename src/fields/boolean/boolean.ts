import type { FieldOptions, Unnamed } from '../field.ts';
import type { Kind } from '../kind.ts';
import { invalid } from '../parse.ts';

/** What Django REST framework takes for yes and no. */
const truths = new Set<unknown>([
  true,
  1,
  '1',
  't',
  'T',
  'y',
  'Y',
  'yes',
  'Yes',
  'YES',
  'true',
  'True',
  'TRUE',
  'on',
  'On',
  'ON',
]);
const falsehoods = new Set<unknown>([
  false,
  0,
  '0',
  'f',
  'F',
  'n',
  'N',
  'no',
  'No',
  'NO',
  'false',
  'False',
  'FALSE',
  'off',
  'Off',
  'OFF',
]);

const booleanKind: Kind = {
  name: 'boolean',
  columnType: () => 'boolean',
  render: () => (text: string) => (text === 't' ? 'true' : 'false'),
  parse: (_field, value) => {
    if (truths.has(value)) return 't';
    if (falsehoods.has(value)) return 'f';
    throw invalid('Must be a valid boolean.');
  },
  schema: () => ({ type: 'boolean' }),
  optionsType: 'boolean',
  filter: 'boolean',
  widget: 'boolean',
};

/** Yes or no. */
export const boolean = (options: FieldOptions = {}): Unnamed => ({ kind: booleanKind, ...options });
