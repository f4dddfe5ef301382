import type { ImportColumnMeta } from '../../src/surfaces/bulk/contract.ts';

/** Which column of the import each column of the source gives; '' for none. */
export type Mapping = Readonly<Record<string, string>>;

/** Maps columns by their names, labels and attributes, whatever their case and separators: `Site name` → `site.name`. */
export function mapColumns(
  sources: readonly string[],
  columns: readonly ImportColumnMeta[],
  custom: readonly string[],
): Mapping {
  const known = new Map<string, string>();
  const learn = (spelling: string, name: string) => {
    const plain = plainly(spelling);
    if (!known.has(plain)) known.set(plain, name);
  };
  for (const { name } of columns) learn(name, name);
  for (const name of custom) learn(name, name);
  for (const { name, label } of columns) learn(label, name);
  for (const { name, attributes } of columns)
    for (const attribute of attributes ?? []) learn(`${name}.${attribute}`, `${name}.${attribute}`);
  const taken = new Set<string>();
  return Object.fromEntries(
    sources.map((source) => {
      const target = known.get(plainly(source)) ?? '';
      if (target === '' || taken.has(target)) return [source, ''];
      taken.add(target);
      return [source, target];
    }),
  );
}

const plainly = (name: string) =>
  name
    .toLowerCase()
    .replace(/__/g, '.')
    .replace(/[^a-z0-9.]/g, '');
