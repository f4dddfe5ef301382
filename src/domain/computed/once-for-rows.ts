import type { ReadContext } from '#operations/read/context.ts';
import type { Row } from '#operations/read/row.ts';
import type { Model } from '#registry/model.ts';

/** How several properties of the same rows are loaded: `at` tells the place of a column in them. */
export type Load<T> = (
  rows: readonly Row[],
  context: ReadContext,
  at: (column: string) => number,
  model: Model,
) => Promise<T>;

/** What several properties of the same rows need is loaded by whichever asks first. */
export function onceForRows<T>(load: Load<T>): Load<T> {
  const loaded = new WeakMap<readonly Row[], Promise<T>>();
  return (rows, context, at, model) => {
    const known = loaded.get(rows);
    if (known) return known;
    const loading = load(rows, context, at, model);
    loaded.set(rows, loading);
    return loading;
  };
}
