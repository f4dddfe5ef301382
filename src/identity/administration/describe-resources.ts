import type { IdentityResource } from './contract.ts';
import { resources } from './resources.ts';

/** A kind of objects, with what programs need besides. */
interface Described extends IdentityResource {
  readonly url: string;
  readonly key: string;
  readonly id: string;
  readonly search: readonly string[];
}

/** What is administered, for programs and forms that know none of it by name. */
export function describeResources(base: string): { readonly resources: readonly Described[] } {
  return {
    resources: Object.values(resources).map(({ name, label, key, id, list, search, fields }) => ({
      name,
      label,
      plural: `${label}s`,
      url: `${base}${name}/`,
      key,
      id,
      list,
      search,
      fields: Object.entries(fields).map(
        ([field, { column: _, tell: __, accept: ___, link: ____, initial, ...facts }]) => ({
          name: field,
          ...facts,
          ...(typeof initial === 'function' || initial === undefined ? {} : { initial }),
        }),
      ),
    })),
  };
}
