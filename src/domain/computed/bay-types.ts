import type { ReadContext } from '#operations/read/context.ts';

/** The module bay types that a bay, or a module type, names; by its key. */
export type BayTypes = ReadonlyMap<string, ReadonlySet<string>>;

async function read(table: string, own: string, keys: readonly string[], context: ReadContext): Promise<BayTypes> {
  const found = new Map<string, Set<string>>();
  for (const [key, type] of await context.rows(`select ${own}, modulebaytype_id from ${table} where ${own} = any($1)`, [
    `{${keys.join(',')}}`,
  ])) {
    const types = found.get(key!);
    if (types) types.add(type!);
    else found.set(key!, new Set([type!]));
  }
  return found;
}

/** Types of module bays. */
export const typesOfBays = (keys: readonly string[], context: ReadContext): Promise<BayTypes> =>
  read('dcim_modulebay_module_bay_types', 'modulebay_id', keys, context);

/** Bay types that module types fit into. */
export const typesOfModuleTypes = (keys: readonly string[], context: ReadContext): Promise<BayTypes> =>
  read('dcim_moduletype_module_bay_types', 'moduletype_id', keys, context);

/** Whether a module fits into a bay: some type is shared, or either side names none. */
export const fits = (bay: ReadonlySet<string> | undefined, module: ReadonlySet<string> | undefined): boolean =>
  !bay || !module || [...bay].some((type) => module.has(type));
