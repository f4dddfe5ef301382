import type { FullField } from './full-form.ts';
import { fieldOf, type Held, isUnset, same } from './held-values.ts';

/**
 * What was picked by the old value of a field, empty: another site has other racks. What only narrows empties what it
 * narrows whenever it names something else, and leaves it when it is taken back.
 */
export function staleFields(fields: readonly FullField[], held: Held, changed: string, value: unknown): Held {
  const field = fields.find(({ name }) => name === changed);
  if (field?.widget !== 'relation' || same(held[changed] ?? null, value)) return {};
  const nothingBefore = (held[changed] ?? null) === null;
  if (field.narrows ? value === null : nothingBefore) return {};
  return emptied(fields, held, changed);
}

function emptied(fields: readonly FullField[], held: Held, changed: string): Held {
  const stale = fields.filter(
    (field) => field.pick?.some((one) => one.field === changed) && !isUnset(field, held[field.name]),
  );
  return Object.fromEntries(
    stale.flatMap((field) => [
      [field.name, fieldOf(field).empty] as const,
      ...Object.entries(emptied(fields, held, field.name)),
    ]),
  );
}
