import type { Model } from '#registry/model.ts';
import type { RelatedMeta } from '../contract.ts';
import type { FormMeta } from '../form-contract.ts';

/** How the address of the list's form names an object of `owner`, to make something that belongs to it; if it can. */
export function addressOfNew(
  form: FormMeta | undefined,
  { filter }: RelatedMeta,
  owner: Model,
): Pick<RelatedMeta, 'add'> {
  const name = filter.replace(/_id$/, '');
  const field = form?.fields.find(
    (one) => one.name === name && one.model === owner.name && (one.only ?? 'create') === 'create',
  );
  if (field) return { add: `${name}=` };
  const generic = form?.fields.find((one) => one.generic?.types.some(({ model }) => model === owner.name))?.generic;
  return generic ? { add: `${generic.type}=${owner.name}&${generic.id}=` } : {};
}
