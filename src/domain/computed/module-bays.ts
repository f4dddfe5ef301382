import type { Computed } from '#operations/read/shapes.ts';
import { keyColumn } from '#registry/registry.ts';
import { type BayTypes, fits, typesOfBays, typesOfModuleTypes } from './bay-types.ts';
import { onceForRows } from './once-for-rows.ts';

/** The module type installed in each bay. */
const loadInstalled = onceForRows<ReadonlyMap<string, string>>(async (rows, context) => {
  const found = await context.rows(
    'select module_bay_id, module_type_id from dcim_module where module_bay_id = any($1)',
    [`{${rows.map((row) => row[0]).join(',')}}`],
  );
  return new Map(found as [string, string][]);
});

/** Whether a module bay takes no module: disabled, or one is installed. */
export const moduleBayOccupied: Computed = ({ name, model }) => ({
  name,
  columns: [keyColumn(model), 'enabled'],
  bind(at) {
    const enabled = at('enabled');
    return {
      load: (rows, context) => loadInstalled(rows, context, at, model),
      text: (row, state) => String(row[enabled] === 'f' || (state as ReadonlyMap<string, string>).has(row[0]!)),
    };
  },
});

interface Loaded {
  readonly installed: ReadonlyMap<string, string>;
  readonly bays: BayTypes;
  readonly types: BayTypes;
}

/** Whether the installed module, if any, fits into the bay. */
export const isModuleCompatible: Computed = ({ name, model }) => ({
  name,
  columns: [keyColumn(model)],
  bind: (at) => ({
    async load(rows, context): Promise<Loaded> {
      const installed = await loadInstalled(rows, context, at, model);
      const [bays, types] = await Promise.all([
        typesOfBays([...installed.keys()], context),
        typesOfModuleTypes([...installed.values()], context),
      ]);
      return { installed, bays, types };
    },
    text(row, state) {
      const { installed, bays, types } = state as Loaded;
      const type = installed.get(row[0]!);
      return String(type === undefined || fits(bays.get(row[0]!), types.get(type)));
    },
  }),
});
