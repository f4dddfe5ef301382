import type { Field } from '#fields/field.ts';
import { choicesInForce } from '#registry/choices-in-force.ts';
import type { Model } from '#registry/model.ts';
import { nullable, readOnly, required, restFields, writeOnly } from '#registry/rest-facts.ts';
import { shapeTokens } from '#registry/shape-tokens.ts';
import { valueSchema } from './choice-schemas.ts';
import type { Components } from './components.ts';
import { flagged, type Schema } from './schema.ts';
import { componentName, objectSchema } from './served-property.ts';

/** The forms in which a whole object is taken. */
export type Taken = 'plain' | 'writable' | 'bulk';

/** Whether the model's input differs from its output beyond what is read-only: labelled choices go in as bare values. */
export const hasWritable = (model: Model): boolean =>
  restFields(model).some(({ choices, plain }) => choices !== undefined && !plain);

/** A reference to what a client sends for a whole object; `patched`: any part of it. */
export function takenRef(
  components: Components,
  model: Model,
  { form, patched }: { form: Taken; patched: boolean },
): Schema {
  const prefix = { plain: '', writable: 'Writable', bulk: 'Bulk' }[form];
  return components.ref(`${patched ? 'Patched' : ''}${prefix}${model.className}Request`, () => {
    const properties = restFields(model)
      .filter((field) => !readOnly(field))
      .map((field) => [field.name, takenProperty(components, field), required(field) && !patched] as const);
    return objectSchema(form === 'bulk' ? [['id', { type: 'integer' }, true], ...properties] : properties);
  });
}

/** A reference to the attributes by which a client names a related object. */
export function attributesRef(components: Components, model: Model, shape: string): Schema {
  return components.ref(`${componentName(model, shape)}Request`, () =>
    objectSchema(
      shapeTokens(model, shape).flatMap((token) => {
        const field = model.fields.get(token.split(':', 1)[0]!);
        return field && !readOnly(field)
          ? [[field.name, takenProperty(components, field), required(field)] as const]
          : [];
      }),
    ),
  );
}

/** What a client sends for a field. */
function takenProperty(components: Components, field: Field): Schema {
  return flagged(
    { ...bare(components, field), ...(field.help ? { description: field.help } : {}) },
    { nullable: field.choices ? field.null === true : nullable(field), writeOnly: writeOnly(field) },
  );
}

function bare(components: Components, field: Field): Schema {
  const { registry, settings } = components;
  if (field.choices) {
    const choices = choicesInForce(field.choices, settings.FIELD_CHOICES);
    return valueSchema(choices, { blank: field.blank === true, null: field.null === true });
  }
  const schema = field.kind.schema(field);
  const target = field.to === undefined ? undefined : registry.get(field.to);
  if (!target?.rest || field.shape === 'key' || schema.type === 'string') return filled(schema, field);
  if (field.kind.widget === 'tags') return { type: 'array', items: attributesRef(components, target, field.shape!) };
  if (schema.type === 'array') return { type: 'array', items: { type: 'integer' } };
  const attributes = attributesRef(components, target, field.shape ?? 'brief');
  return { oneOf: [{ type: 'integer' }, flagged(attributes, { nullable: nullable(field) })] };
}

/** A text that must not be empty says so. */
function filled(schema: Schema, { blank }: Field): Schema {
  return schema.type === 'string' && !blank && !('format' in schema) ? { ...schema, minLength: 1 } : schema;
}
