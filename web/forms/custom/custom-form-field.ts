import type { FormFieldMeta } from '../../../src/surfaces/meta/form-contract.ts';
import { customFieldLabel } from '../../custom-fields/with-custom-fields.ts';
import type { FieldWidget } from '../fields/form-fields.ts';
import type { EditableField } from './editable-field.ts';

const widgets: Readonly<Record<string, FieldWidget>> = {
  text: 'text',
  longtext: 'markdown',
  integer: 'number',
  decimal: 'decimal',
  boolean: 'triState',
  date: 'date',
  datetime: 'dateTime',
  url: 'url',
  json: 'json',
  select: 'customChoice',
  multiselect: 'customChoices',
  object: 'relation',
  multiobject: 'relations',
};

/** What a form's field is besides, where administrators defined it. */
export interface CustomFormField extends Omit<FormFieldMeta, 'widget'> {
  readonly widget: FieldWidget;
  /** The key in `custom_fields`. */
  readonly custom: string;
  /** Shown, not to be changed. */
  readonly fixed?: true;
  /** Where its choices are asked for. */
  readonly choicesAt?: string;
  readonly multiple?: boolean;
}

/** A custom field as a field of a form: named `cf_…`, as lists and addresses name it. */
export function customFormField(field: EditableField): CustomFormField {
  const { type, validation_minimum: minimum, validation_maximum: maximum } = field;
  const pick = Object.entries(field.related_object_filter ?? {}).flatMap(([parameter, given]) =>
    (Array.isArray(given) ? given : [given]).map((value) => ({ parameter, value: String(value) })),
  );
  return {
    name: `cf_${field.name}`,
    custom: field.name,
    label: customFieldLabel(field),
    widget: widgets[type.value] ?? 'text',
    nullable: true,
    ...(field.description ? { help: field.description } : {}),
    ...(field.required ? { required: true } : {}),
    ...(field.default === null || field.default === undefined ? {} : { default: field.default }),
    ...(minimum === null ? {} : { minimum }),
    ...(maximum === null ? {} : { maximum }),
    ...(field.is_cloneable ? { clone: true } : {}),
    ...(field.ui_editable.value === 'no' ? { fixed: true } : {}),
    ...(field.related_object_type ? { model: field.related_object_type } : {}),
    ...(pick.length > 0 ? { pick } : {}),
    ...(field.choice_set
      ? { choicesAt: `${field.choice_set.url.slice(field.choice_set.url.indexOf('/api/'))}choices/` }
      : {}),
    ...(type.value === 'multiselect' ? { multiple: true } : {}),
  };
}
