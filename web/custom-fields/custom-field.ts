/** A field that administrators added to some models, as REST tells it. */
export interface CustomField {
  readonly name: string;
  readonly label: string;
  readonly object_types: readonly string[];
  readonly type: { readonly value: string };
  readonly related_object_type: string | null;
  readonly choice_set: { readonly url: string } | null;
  readonly group_name: string;
  readonly weight: number;
  readonly ui_visible: { readonly value: 'always' | 'if-set' | 'hidden' };
}
