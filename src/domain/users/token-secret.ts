import type { Computed } from '#operations/read/shapes.ts';
import { keyColumn } from '#registry/registry.ts';
import { toldTokens } from './told-tokens.ts';

/** A token's secret, in the answer to the request that made it; null ever after. */
export const tokenSecret: Computed = ({ name, model }) => ({
  name,
  columns: [keyColumn(model)],
  bind: (at) => ({
    load: async (_rows, context) => toldTokens(context.sql),
    text(row, state) {
      const told = (state as ReadonlyMap<string, string>).get(row[at(keyColumn(model))]!);
      return told === undefined ? 'null' : JSON.stringify(told);
    },
  }),
});
