import type { CustomField } from '../../custom-fields/custom-field.ts';

/** What a form needs to know of a custom field, beside what pages that show it do. */
export interface EditableField extends CustomField {
  readonly description: string;
  readonly required: boolean;
  readonly ui_editable: { readonly value: 'yes' | 'no' | 'hidden' };
  readonly is_cloneable: boolean;
  readonly default: unknown;
  readonly validation_minimum: number | null;
  readonly validation_maximum: number | null;
  readonly related_object_filter: Readonly<Record<string, unknown>> | null;
  readonly choice_set: { readonly url: string } | null;
}
