import type { Field } from '#fields/field.ts';

/** The GraphQL type of a field's values by the name of its kind, without a word on null. */
const types: Readonly<Record<string, string | ((field: Field) => string)>> = {
  array: ({ of }) => `[${valueType(of!)}!]`,
  boolean: 'Boolean',
  choice: 'String',
  color: 'String',
  counter: 'BigInt',
  customFields: 'JSON',
  date: 'Date',
  dateTime: 'DateTime',
  decimal: 'Decimal',
  email: 'String',
  image: 'DjangoImageType',
  integer: 'Int',
  integerRange: 'String',
  ipAddress: 'String',
  ipNetwork: 'String',
  json: 'JSON',
  longText: 'String',
  macAddress: 'String',
  naturalOrder: 'String',
  numberChoice: 'Int',
  slug: 'String',
  text: 'String',
  timeZone: 'String',
  url: 'String',
  uuid: 'UUID',
  wwn: 'String',
};

/** The GraphQL type of the field's values; undefined where the field's kind has none of its own. */
export function valueType(field: Field): string | undefined {
  const type = types[field.kind.name];
  return typeof type === 'function' ? type(field) : type;
}
