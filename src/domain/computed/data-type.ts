import { quoted } from '#fields/json-text.ts';
import type { Computed } from '#operations/read/shapes.ts';
import { columnsPart } from './columns-part.ts';

const dataTypes: Readonly<Record<string, string>> = {
  integer: 'integer',
  decimal: 'decimal',
  boolean: 'boolean',
  json: 'object',
  object: 'object',
  multiselect: 'array',
  multiobject: 'array',
};

/** The JSON type of a custom field's values. */
export const dataType: Computed = ({ name }) =>
  columnsPart(name, ['type'], ([type]) => quoted(dataTypes[type!] ?? 'string'));
