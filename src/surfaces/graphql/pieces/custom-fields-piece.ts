import type { CustomFieldDefinition } from '#operations/read/custom-field-definitions.ts';
import type { Model } from '#registry/model.ts';
import type { Piece } from './piece.ts';

/** The values of every active custom field of the model as they are stored; selections with their labels. */
export const customFieldsPiece = (column: string, model: Model): Piece => ({
  columns: [column],
  bind(at) {
    const place = at(column);
    return {
      load: async (_rows, run) =>
        (await run.context.customFields(model.name)).filter(({ status }) => status === 'active'),
      text(row, state) {
        const data = JSON.parse(row[place] ?? '{}') as Readonly<Record<string, unknown>>;
        const values = (state as readonly CustomFieldDefinition[]).map(
          (definition) => [definition.name, shownValue(definition, data[definition.name] ?? null)] as const,
        );
        return JSON.stringify(Object.fromEntries(values));
      },
    };
  },
});

function shownValue({ type, choices }: CustomFieldDefinition, value: unknown): unknown {
  if (value === null) return null;
  const labelled = (one: unknown) => ({ value: one, label: choices.get(String(one)) ?? one });
  if (type === 'select') return labelled(value);
  return type === 'multiselect' && Array.isArray(value) ? value.map(labelled) : value;
}
