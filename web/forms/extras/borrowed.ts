import type { FormMeta } from '../../../src/surfaces/meta/form-contract.ts';
import type { FullField } from '../full-form.ts';
import { type Held, isUnset } from '../held-values.ts';
import { isShown } from '../shown-fields.ts';
import { type Body, bodyOf } from '../write-body.ts';
import type { ExtraField } from './form-extra.ts';

interface Borrowing {
  readonly names: readonly string[];
  /** Before the names of the fields: `ip_`. */
  readonly prefix: string;
  readonly group: string;
}

/** Fields of another model's form, for one of its objects to be made along with this one's. */
export function borrowedFields(form: FormMeta, { names, prefix, group }: Borrowing): ExtraField[] {
  const renamed = (name: string) => (names.includes(name) ? `${prefix}${name}` : name);
  return names.map((name): ExtraField => {
    const { required: _, help: __, ...field } = form.fields.find((one) => one.name === name)!;
    return {
      ...field,
      name: `${prefix}${name}`,
      nullable: true,
      extra: true,
      only: 'create',
      group,
      ...(field.pick
        ? { pick: field.pick.map((pick) => (pick.field ? { ...pick, field: renamed(pick.field) } : pick)) }
        : {}),
      ...(field.generic
        ? { generic: { ...field.generic, type: `${prefix}${field.generic.type}`, id: `${prefix}${field.generic.id}` } }
        : {}),
    };
  });
}

/** What the other model's object is made of, and the form's field for each field of it that may be refused. */
export function borrowedBody(
  fields: readonly FullField[],
  held: Held,
  prefix: string,
): Pick<Body, 'json'> & { readonly fields: Readonly<Record<string, string>> } {
  const own = fields.filter(({ name, extra }) => extra && name.startsWith(prefix));
  const plain = own.map(({ extra: _, ...field }) => field);
  const form = { model: '', groups: [], fields: own };
  const { json } = bodyOf(
    { fields: plain },
    held,
    (field) => isShown(form, field, { held, isNew: true }) && !isUnset(field, held[field.name]),
  );
  const bare = (name: string) => name.slice(prefix.length);
  return {
    json: Object.fromEntries(Object.entries(json).map(([name, value]) => [bare(name), value])),
    fields: Object.fromEntries(
      own.flatMap(({ name, generic }) =>
        [name, ...(generic ? [generic.type, generic.id] : [])].map((one) => [bare(one), name]),
      ),
    ),
  };
}
