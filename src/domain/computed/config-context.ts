import type { Computed } from '#operations/read/shapes.ts';
import { keyColumn } from '#registry/registry.ts';
import { type JsonObject, merge } from '../config-context/merge.ts';
import { mergedContexts } from '../config-context/merged-contexts.ts';

/**
 * The merged data of all config contexts that apply, with the object's own data over it. Where NetBox has kept the
 * result in the row, that is it.
 */
export const configContext: Computed = ({ name, model }) => ({
  name,
  columns: [keyColumn(model), '_config_context_data', 'local_context_data'],
  bind(at) {
    const kept = at('_config_context_data');
    const local = at('local_context_data');
    return {
      load: (rows, context) =>
        mergedContexts(
          model,
          rows.filter((row) => row[kept] == null).map((row) => row[0]!),
          context,
        ),
      text(row, state) {
        if (row[kept] != null) return row[kept];
        const data = (state as ReadonlyMap<string, JsonObject>).get(row[0]!) ?? {};
        const own = row[local] == null ? null : (JSON.parse(row[local]) as JsonObject | null);
        return JSON.stringify(own ? merge(data, own) : data);
      },
    };
  },
});
