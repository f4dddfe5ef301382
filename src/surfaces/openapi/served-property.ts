import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import { nullable, ownSchema, readOnly, required, writeOnly } from '#registry/rest-facts.ts';
import { shapeTokens } from '#registry/shape-tokens.ts';
import { choiceValues, labelledChoice } from './choice-schemas.ts';
import type { Components } from './components.ts';
import { ownComponents } from './own-components.ts';
import { namesTypes, relationTarget } from './relation-target.ts';
import { flagged, objectSchema, type Schema } from './schema.ts';
import { valueSchema } from './value-schema.ts';

const identity: Readonly<Record<string, Schema>> = {
  id: { type: 'integer', readOnly: true },
  url: { type: 'string', format: 'uri', readOnly: true },
  display_url: { type: 'string', format: 'uri', readOnly: true },
  display: { type: 'string', readOnly: true },
};

/** The name of a shape's component: `Site`, `BriefSite`, `NestedTag`. */
export const componentName = ({ className }: Model, shape: string): string =>
  shape === 'full' ? className : `${shape.slice(0, 1).toUpperCase()}${shape.slice(1)}${className}`;

/** A reference to the component of a shape: what REST serves. What is always there is required. */
export function servedRef(components: Components, model: Model, shape: string): Schema {
  return components.ref(componentName(model, shape), () =>
    objectSchema(
      shapeTokens(model, shape).flatMap((token) => {
        const [name, as] = token.split(':') as [string, string | undefined];
        const field = model.fields.get(name);
        if (!field) return [[name, identity[name]!, true] as const];
        if (field.kind.nested === false && shape !== 'full') return [];
        const schema = servedProperty(components, as === undefined ? field : reshaped(field, as));
        return [[name, schema, readOnly(field) || required(field)] as const];
      }),
    ),
  );
}

/** The field as a shape serves it that asks for another form of it; such a form is only served. */
function reshaped(field: Field, as: string): Field {
  const rest = { ...(typeof field.rest === 'object' ? field.rest : {}), readOnly: true };
  if (as !== 'plain') return { ...field, shape: as, rest };
  const { choices: _, ...bare } = field;
  return { ...bare, rest, returns: typeof field.choices?.entries[0] === 'string' ? 'string' : 'integer' };
}

/** What REST serves of a field. */
export function servedProperty(components: Components, field: Field): Schema {
  const { nullable: byKind, type } = field.kind.schema(field);
  // A list that is not there is served as null, whatever writes take for it.
  const noList = type === 'array' && field.null === true;
  return flagged(described(field, bare(components, field)), {
    nullable: nullable(field) || byKind === true || noList,
    readOnly: readOnly(field),
    writeOnly: writeOnly(field),
  });
}

/** The schema with the field's help text, where there is one. */
export const described = ({ help }: Field, schema: Schema): Schema =>
  help ? ('$ref' in schema ? { allOf: [schema], description: help } : { ...schema, description: help }) : schema;

function bare(components: Components, field: Field): Schema {
  if (field.choices) {
    return field.plain ? choiceValues(components, field, { stored: false }) : labelledChoice(components, field);
  }
  const target = relationTarget(components.registry, field);
  if (target) {
    const object = servedRef(components, target.model, target.shape);
    return target.many ? { type: 'array', items: object } : object;
  }
  if (namesTypes(components.registry, field) && field.kind.schema(field).type === 'array')
    return { type: 'array', items: { type: 'string' } };
  if (field.shape === 'slug') return { type: 'array', items: { type: 'string' } };
  if (field.of && !ownSchema(field)) return { type: 'array', items: bare(components, field.of) };
  return ownComponents(components, valueSchema(field, { given: false }), '');
}
