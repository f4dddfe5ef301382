import type { FormGroupMeta, FormMeta } from '../../src/surfaces/meta/form-contract.ts';
import { text } from '../texts/text.ts';
import { type CustomFormField, customFormField } from './custom/custom-form-field.ts';
import type { EditableField } from './custom/editable-field.ts';
import type { FormExtra } from './extras/form-extra.ts';
import { withExtra } from './extras/with-extra.ts';

/** A field as the form shows it: one of the model's or a custom one. */
export type FullField = Omit<CustomFormField, 'custom'> & {
  readonly custom?: string;
  /** Not stored with the object: `FormExtra` says what becomes of it. */
  readonly extra?: true;
};

export interface FullForm {
  readonly model: string;
  readonly fields: readonly FullField[];
  readonly groups: readonly FormGroupMeta[];
  readonly pattern?: string;
  readonly extra?: FormExtra;
}

/** What a form does beyond its model's fields, and the forms of the models that it does it with. */
export interface Beyond {
  readonly extra: FormExtra;
  readonly forms: readonly FormMeta[];
}

/** The form with the fields that administrators added, in their groups, and with its comments at the end. */
export function fullForm(form: FormMeta, customFields: readonly EditableField[], beyond?: Beyond): FullForm {
  const fields: FullField[] = form.fields.filter(({ widget }) => widget !== 'customFields');
  const groups = [...form.groups];
  if (fields.length < form.fields.length) {
    const own = customFields.filter(({ object_types }) => object_types.includes(form.model));
    for (const name of new Set(own.map(({ group_name }) => group_name))) {
      const members = own.filter(({ group_name }) => group_name === name).map(customFormField);
      fields.push(...members);
      groups.push({ label: name || text('form.customFields'), fields: members.map((field) => field.name) });
    }
  }
  if (fields.some(({ name }) => name === 'comments'))
    groups.push({ label: text('form.comments'), fields: ['comments'] });
  const full: FullForm = { ...form, fields, groups };
  return beyond ? withExtra(full, beyond) : full;
}
