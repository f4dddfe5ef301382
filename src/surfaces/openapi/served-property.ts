import type { Field } from '#fields/field.ts';
import { choicesInForce } from '#registry/choices-in-force.ts';
import type { Model } from '#registry/model.ts';
import { nullable, readOnly, required, writeOnly } from '#registry/rest-facts.ts';
import { shapeTokens } from '#registry/shape-tokens.ts';
import { labelledSchema, valueSchema } from './choice-schemas.ts';
import type { Components } from './components.ts';
import { flagged, type Schema } from './schema.ts';

const identity: Readonly<Record<string, Schema>> = {
  id: { type: 'integer', readOnly: true },
  url: { type: 'string', format: 'uri', readOnly: true },
  display_url: { type: 'string', format: 'uri', readOnly: true },
  display: { type: 'string', readOnly: true },
};

/** The name of a shape's component: `Site`, `BriefSite`, `NestedTag`. */
export const componentName = ({ className }: Model, shape: string): string =>
  shape === 'full' ? className : `${shape.slice(0, 1).toUpperCase()}${shape.slice(1)}${className}`;

/** A reference to the component of a shape: what REST serves. Everything that is always there is required. */
export function servedRef(components: Components, model: Model, shape: string): Schema {
  return components.ref(componentName(model, shape), () => {
    const properties: [string, Schema, boolean][] = shapeTokens(model, shape).map((token) => {
      const [name, as] = token.split(':') as [string, string | undefined];
      const field = model.fields.get(name);
      if (!field) return [name, identity[name]!, true];
      return [
        name,
        servedProperty(components, as === 'plain' ? plain(field) : as ? { ...field, shape: as } : field),
        readOnly(field) || required(field),
      ];
    });
    return objectSchema(properties);
  });
}

/** An object schema of properties, of which some are required. */
export function objectSchema(properties: readonly (readonly [string, Schema, boolean])[]): Schema {
  const needed = properties.flatMap(([name, , isRequired]) => (isRequired ? [name] : [])).sort();
  return {
    type: 'object',
    properties: Object.fromEntries(properties.map(([name, schema]) => [name, schema])),
    ...(needed.length > 0 ? { required: needed } : {}),
  };
}

/** A choice without its label: what a bare value of it is. */
const plain = ({ returns, ...field }: Field): Field => ({ ...field, plain: true, returns: returns ?? 'integer' });

/** What REST serves of a field. */
export function servedProperty(components: Components, field: Field): Schema {
  return flagged(
    { ...bare(components, field), ...(field.help ? { description: field.help } : {}) },
    { nullable: nullable(field), readOnly: readOnly(field), writeOnly: writeOnly(field) },
  );
}

function bare(components: Components, field: Field): Schema {
  const { registry, settings } = components;
  if (field.choices) {
    const choices = choicesInForce(field.choices, settings.FIELD_CHOICES);
    const absent = { blank: field.blank === true, null: nullable(field) };
    return field.plain ? valueSchema(choices, absent) : labelledSchema(choices, absent);
  }
  const schema = field.kind.schema(field);
  const target = field.to === undefined ? undefined : registry.get(field.to);
  if (!target?.rest || field.shape === 'key' || schema.type === 'string') return schema;
  const object = servedRef(components, target, field.shape ?? 'brief');
  return schema.type === 'array' ? { type: 'array', items: object } : object;
}
