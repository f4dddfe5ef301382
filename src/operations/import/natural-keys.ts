import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import { columnOf } from '#registry/registry.ts';

/** What people call objects by, the likeliest first. */
const names = [
  'name',
  'model',
  'slug',
  'cid',
  'account',
  'address',
  'prefix',
  'asn',
  'vid',
  'rd',
  'path',
  'username',
  'ssid',
  'label',
];

/** The fields by which an object of the model may be named in an import, the likeliest first. */
export function naturalKeys(model: Model): Field[] {
  return names.flatMap((name) => {
    const field = model.fields.get(name);
    return field && columnOf(field) && !field.to && field.kind.name !== 'treePath' ? [field] : [];
  });
}
