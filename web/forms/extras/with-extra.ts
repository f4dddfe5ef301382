import type { FormGroupMeta } from '../../../src/surfaces/meta/form-contract.ts';
import type { Beyond, FullForm } from '../full-form.ts';
import type { ExtraField } from './form-extra.ts';

/** The form with fields that aren't stored with its object, each in its place. */
export function withExtra(form: FullForm, { extra, forms }: Beyond): FullForm {
  const fields = extra.fields(forms);
  const groups = fields.reduce<readonly FormGroupMeta[]>(placed, form.groups);
  return { ...form, fields: [...form.fields, ...fields], groups, extra };
}

function placed(groups: readonly FormGroupMeta[], { name, after, before, group }: ExtraField): FormGroupMeta[] {
  if (group !== undefined) {
    const there = groups.find(({ label }) => label === group);
    if (there) return groups.map((one) => (one === there ? { ...one, fields: [...one.fields, name] } : one));
    // What people tell each other stays last.
    const last = groups.findIndex(({ fields }) => fields.includes('comments'));
    return groups.toSpliced(last < 0 ? groups.length : last, 0, { label: group, fields: [name] });
  }
  const beside = after ?? before ?? '';
  return groups.map((one) => {
    const at = one.fields.findIndex((entry) => [entry].flat().includes(beside));
    return at < 0 ? one : { ...one, fields: one.fields.toSpliced(after ? at + 1 : at, 0, name) };
  });
}
