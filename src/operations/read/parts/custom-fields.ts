import { quoted } from '#fields/json-text.ts';
import type { Model } from '#registry/model.ts';
import type { ReadContext } from '../context.ts';
import type { CustomFieldDefinition } from '../custom-field-definitions.ts';
import type { Part } from '../part.ts';

interface Loaded {
  readonly definitions: readonly CustomFieldDefinition[];
  readonly related: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

type Data = Readonly<Record<string, unknown>>;
const isRelated = ({ type }: CustomFieldDefinition) => type === 'object' || type === 'multiobject';
const keysOf = (value: unknown): string[] =>
  value == null ? [] : Array.isArray(value) ? value.map(String) : [String(value)];

async function load(definitions: readonly CustomFieldDefinition[], data: readonly Data[], context: ReadContext) {
  const related = new Map<string, ReadonlyMap<string, string>>();
  await Promise.all(
    definitions.filter(isRelated).map(async ({ name, relatedModel }) => {
      const model = relatedModel && context.registry.find(relatedModel);
      if (!model) return;
      const keys = data.flatMap((one) => keysOf(one[name]));
      if (keys.length > 0) related.set(name, await context.load(context.shapes.of(model, 'brief'), keys));
    }),
  );
  return { definitions, related };
}

/** A selection with its label; a value that is no longer a choice is its own label. */
const selection = ({ choices }: CustomFieldDefinition, value: unknown): string =>
  JSON.stringify({ value, label: choices.get(String(value)) ?? String(value) });

function valueText(definition: CustomFieldDefinition, value: unknown, { related }: Loaded): string {
  if (value == null) return 'null';
  const texts = related.get(definition.name);
  switch (definition.type) {
    case 'object':
      return texts?.get(String(value)) ?? 'null';
    case 'multiobject':
      return `[${keysOf(value)
        .flatMap((key) => texts?.get(key) ?? [])
        .join(',')}]`;
    case 'select':
      return selection(definition, value);
    case 'multiselect':
      // Python walks over a text too: of an empty one there is nothing.
      if (value === '') return '[]';
      return Array.isArray(value) ? `[${value.map((one) => selection(definition, one)).join(',')}]` : 'null';
    case 'datetime':
      return quoted(String(value).replace(' ', 'T'));
    default:
      return JSON.stringify(value);
  }
}

/** The values of every custom field that the model has, null where an object has none. */
export function customFieldsPart(name: string, column: string, model: Model): Part {
  return {
    name,
    columns: [column],
    bind(at) {
      const place = at(column);
      return {
        async load(rows, context) {
          const definitions = (await context.customFields(model.name)).filter(({ status }) => status === 'active');
          if (definitions.length === 0) return undefined;
          return load(
            definitions,
            definitions.some(isRelated) ? rows.map((row) => JSON.parse(row[place] ?? '{}') as Data) : [],
            context,
          );
        },
        text(row, state) {
          if (!state) return '{}';
          const loaded = state as Loaded;
          const data = JSON.parse(row[place] ?? '{}') as Data;
          return `{${loaded.definitions
            .map((definition) => `${quoted(definition.name)}:${valueText(definition, data[definition.name], loaded)}`)
            .join(',')}}`;
        },
      };
    },
  };
}
