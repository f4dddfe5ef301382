import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import { columnOf, keyColumn } from '#registry/registry.ts';
import { Draft } from './draft.ts';
import { save } from './save.ts';
import { storedRows } from './stored.ts';
import type { WriteContext } from './write-context.ts';

/** Relations whose emptying NetBox leaves to the database: of one to one unless said, and what is said to be. */
export const isSilent = ({ kind, silent = kind.name === 'oneToOne' }: Field): boolean => silent;

/** Empties a relation of objects that keep living; those that are logged are changed as by a request of their own. */
export async function clearRelation(
  context: WriteContext,
  { model, field, keys }: { model: Model; field: Field; keys: readonly string[] },
): Promise<void> {
  const column = columnOf(field)!;
  if (!model.features?.includes('changeLogging') || isSilent(field)) {
    await context.rows(`update "${model.table}" set "${column}" = null where "${keyColumn(model)}" = any($1)`, [
      `{${keys.join(',')}}`,
    ]);
    return;
  }
  const stored = await storedRows(context, model, keys, { lock: true });
  // Rules may have emptied it already, and logged that.
  const left = [...stored].filter(([, before]) => before.get(column) !== null);
  const drafts = left.map(([key, before], position) => {
    const draft = new Draft({ model, position, input: {}, key, before });
    draft.columns.set(column, null);
    return draft;
  });
  await context.changes.remember(
    model,
    left.map(([key]) => key),
    context,
  );
  await save(context, model, drafts);
}
