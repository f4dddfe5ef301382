import type { ColumnMeta, FilterMeta, ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { capitalize } from '../texts/capitalize.ts';
import type { CustomField } from './custom-field.ts';
import { customFieldTypes } from './custom-field-types.ts';

const made = new WeakMap<ModelMeta, { readonly fields: readonly CustomField[]; readonly model: ModelMeta }>();

/** The model with its custom fields among its columns and filters (`cf_…`); the same one for the same fields. */
export function withCustomFields(model: ModelMeta, all: readonly CustomField[]): ModelMeta {
  const known = made.get(model);
  if (known?.fields === all) return known.model;
  const own = all.filter((field) => field.object_types.includes(model.id));
  const full =
    own.length === 0
      ? model
      : {
          ...model,
          columns: [...model.columns, ...own.map(columnOf)],
          filters: [...model.filters, ...own.flatMap(filterOf)],
        };
  made.set(model, { fields: all, model: full });
  return full;
}

/** What a custom field is called. */
export function customFieldLabel({ label, name }: Pick<CustomField, 'label' | 'name'>): string {
  return label || capitalize(name.replaceAll('_', ' '));
}

function columnOf(field: CustomField): ColumnMeta {
  return {
    name: `cf_${field.name}`,
    label: customFieldLabel(field),
    path: ['custom_fields', field.name],
    view: customFieldTypes[field.type.value]?.view ?? 'text',
    ...(field.related_object_type ? { model: field.related_object_type } : {}),
  };
}

function filterOf(field: CustomField): FilterMeta[] {
  const type = customFieldTypes[field.type.value];
  if (!type?.filter) return [];
  return [
    {
      name: `cf_${field.name}`,
      label: customFieldLabel(field),
      view: type.filter,
      lookups: type.lookups ?? [],
      ...(field.choice_set ? { choicesAt: choicesAt(field.choice_set.url) } : {}),
      ...(field.related_object_type ? { model: field.related_object_type, attribute: 'id' } : {}),
    },
  ];
}

/** `http://host/base/api/extras/…/1/` → `/api/extras/…/1/choices/` */
function choicesAt(url: string): string {
  return `${url.slice(url.indexOf('/api/'))}choices/`;
}
