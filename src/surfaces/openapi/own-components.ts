import type { Components } from './components.ts';
import { objectSchema, type Schema } from './schema.ts';

const integer: Schema = { type: 'integer' };
const position: Schema = { type: 'integer', minimum: 1, maximum: 1024, default: 1 };
const mapping = (other: string) => () =>
  objectSchema([
    ['position', integer, true],
    [other, integer, true],
    [`${other}_position`, position, false],
  ]);

/** Parts of objects that are no model's: described once, by name; `served` asks for what is only served, too. */
const components: Readonly<Record<string, (served: boolean) => Schema>> = {
  FrontPortMapping: mapping('rear_port'),
  FrontPortTemplateMapping: mapping('rear_port'),
  RearPortMapping: mapping('front_port'),
  RearPortTemplateMapping: mapping('front_port'),
  GenericObject: (served) =>
    objectSchema([
      ['object_type', { type: 'string' }, true],
      ['object_id', integer, true],
      ...(served ? [['object', { nullable: true, readOnly: true }, true] as const] : []),
    ]),
  IntegerRange: () => ({ type: 'array', items: integer, minItems: 2, maxItems: 2, example: [10, 20] }),
};

/** The schema with names of such parts replaced by references; what is given differs by the suffix `Request`. */
export function ownComponents(document: Components, schema: Schema, suffix: '' | 'Request'): Schema {
  const name = schema.$ref;
  if (typeof name === 'string') return document.ref(`${name}${suffix}`, () => components[name]!(suffix === ''));
  const items = schema.items;
  return typeof items === 'object' && items !== null
    ? { ...schema, items: ownComponents(document, items as Schema, suffix) }
    : schema;
}
