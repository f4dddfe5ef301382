import type { Field } from '#fields/field.ts';
import type { ValueSchema } from '#fields/kind.ts';
import { bounds } from '#registry/bounds.ts';
import { ownSchema } from '#registry/rest-facts.ts';
import type { Schema } from './schema.ts';

/** A value of no relation and no choice: its kind's shape, its limits, and what it may be instead. */
export function valueSchema(field: Field, { given }: { given: boolean }): Schema {
  const { kind, blank } = field;
  const schema: ValueSchema = ownSchema(field) ?? (given ? kind.input?.(field) : undefined) ?? kind.schema(field);
  if (schema.type !== 'string') return limited(field, schema);
  const text = limited(field, schema);
  // A text of a certain form may be left empty all the same.
  if (blank && (schema.pattern !== undefined || schema.format === 'email' || schema.format === 'uri') && !kind.input)
    return kind.name === 'slug' ? text : { oneOf: [text, { type: 'string', maxLength: 0 }] };
  return given && !blank && schema.format === undefined ? { ...text, minLength: 1 } : text;
}

/** Numbers say between what they lie; texts already say how long they are. */
function limited(field: Field, schema: ValueSchema): Schema {
  if (schema.type !== 'integer' || schema.minimum !== undefined || schema.maximum !== undefined) return schema;
  const { min_value, max_value } = bounds(field);
  return {
    ...schema,
    ...(min_value === undefined ? {} : { minimum: min_value }),
    ...(max_value === undefined ? {} : { maximum: max_value }),
  };
}
