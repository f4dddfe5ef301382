import { resources } from './resources.ts';

/** What is administered, for programs and forms that know none of it by name. */
export function describeResources(base: string) {
  return {
    resources: Object.values(resources).map(({ name, label, key, id, list, search, fields }) => ({
      name,
      label,
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
