import type { FormGroupMeta, FormMeta } from '../../src/surfaces/meta/form-contract.ts';
import { text } from '../texts/text.ts';
import { type CustomFormField, customFormField } from './custom/custom-form-field.ts';
import type { EditableField } from './custom/editable-field.ts';

/** A field as the form shows it: one of the model's or a custom one. */
export type FullField = Omit<CustomFormField, 'custom'> & { readonly custom?: string };

export interface FullForm {
  readonly model: string;
  readonly fields: readonly FullField[];
  readonly groups: readonly FormGroupMeta[];
  readonly pattern?: string;
}

/** The form with the fields that administrators added, in their groups, and with its comments at the end. */
export function fullForm(form: FormMeta, customFields: readonly EditableField[]): FullForm {
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
  return { ...form, fields, groups };
}
