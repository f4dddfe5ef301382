import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import { nullable, ownSchema, readOnly, required, restFields, writeOnly } from '#registry/rest-facts.ts';
import { shapeTokens } from '#registry/shape-tokens.ts';
import { choiceValues } from './choice-schemas.ts';
import type { Components } from './components.ts';
import { ownComponents } from './own-components.ts';
import { namesTypes, relationTarget } from './relation-target.ts';
import { flagged, objectSchema, type Schema } from './schema.ts';
import { componentName, described } from './served-property.ts';
import { valueSchema } from './value-schema.ts';

/**
 * The forms in which a whole object is taken. NetBox describes the same input twice where a model has labelled
 * choices or shallow relations: `writable` as its columns are, `plain` as its serializer says; clients know both.
 */
export type Taken = 'plain' | 'writable' | 'bulk';

/** Whether the model has a writable form beside the plain one. */
export const hasWritable = ({ registry }: Components, model: Model): boolean =>
  restFields(model).some(
    (field) => (field.choices && !field.plain) || (isShallow(registry, field) && !readOnly(field)),
  );

/** A relation to one object in a shape that takes no attributes to find it by. */
function isShallow(registry: Components['registry'], field: Field): boolean {
  const target = relationTarget(registry, field);
  return target !== undefined && !target.many && target.shape === 'nested';
}

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
      .map(
        (field) =>
          [
            field.name,
            takenProperty(components, field, form),
            required(field) && !patched && !(isStored(field, form) && field.default !== undefined),
          ] as const,
      );
    return objectSchema(form === 'bulk' ? [['id', { type: 'integer' }, true], ...properties] : properties);
  });
}

/** A reference to the attributes by which a client names a related object. */
function attributesRef(components: Components, model: Model, shape: string): Schema {
  return components.ref(`${componentName(model, shape)}Request`, () =>
    objectSchema(
      shapeTokens(model, shape).flatMap((token) => {
        const field = model.fields.get(token);
        return field && !readOnly(field)
          ? [[field.name, takenProperty(components, field, 'plain'), required(field)] as const]
          : [];
      }),
    ),
  );
}

/** The writable form takes labelled choices as the column holds them. */
const isStored = ({ choices, plain, kind }: Field, form: Taken): boolean =>
  form === 'writable' && choices !== undefined && !plain && kind.name !== 'computed';

/** What a client sends for a field. */
export function takenProperty(components: Components, field: Field, form: Taken): Schema {
  const stored = isStored(field, form);
  return flagged(described(field, bare(components, field, form)), {
    nullable: stored ? field.null === true : nullable(field),
    writeOnly: writeOnly(field),
  });
}

function bare(components: Components, field: Field, form: Taken): Schema {
  const { registry } = components;
  if (field.choices) return choiceValues(components, field, { stored: isStored(field, form) });
  const target = relationTarget(registry, field);
  const type = field.kind.schema(field).type;
  if (target && field.kind.widget === 'tags')
    return { type: 'array', items: attributesRef(components, target.model, target.shape) };
  if (target?.many) return { type: 'array', items: { type: 'integer' } };
  if (target) {
    if (target.shape === 'nested' && form === 'writable') return { type: 'integer' };
    const attributes = attributesRef(components, target.model, target.shape === 'nested' ? 'nested' : 'brief');
    if (target.shape === 'nested') return attributes;
    return { oneOf: [{ type: 'integer' }, flagged(attributes, { nullable: nullable(field) })] };
  }
  if (type === 'array' && (namesTypes(registry, field) || field.shape === 'slug'))
    return { type: 'array', items: { type: 'string' } };
  if (field.of && !ownSchema(field)) return { type: 'array', items: bare(components, field.of, form) };
  return ownComponents(components, valueSchema(field, { given: true }), 'Request');
}
