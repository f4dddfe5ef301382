import { fieldNamed } from '#query/path.ts';
import type { Model } from '#registry/model.ts';
import { columnOf, keyColumn } from '#registry/registry.ts';
import type { Draft } from './draft.ts';
import type { WriteContext } from './write-context.ts';

/**
 * Fills the columns that repeat other rows' (`database.copies`): first those that name the object of the model's
 * generic relation once more by its model, then, relation by relation, what the rows at their ends say. Later changes of
 * those rows are followed by triggers.
 */
export async function fillCopies(context: WriteContext, model: Model, drafts: readonly Draft[]): Promise<void> {
  const copies = model.database?.copies;
  if (!copies) return;
  const generic = [...model.fields.values()].find(({ kind }) => kind.name === 'generic');
  if (generic) fillNamed(context, model, { drafts, typeField: generic.typeField!, idField: generic.idField! });
  for (const [relation, pairs] of Object.entries(copies)) {
    const from = fieldNamed(model, relation)!;
    const source = context.registry.get(from.to!);
    const own = Object.keys(pairs);
    const asking = drafts.filter((draft) => draft.get(relation) !== null);
    if (asking.length === 0) continue;
    const columns = Object.values(pairs).map((name) => `"${columnOf(fieldNamed(source, name)!)}"`);
    const rows = await context.rows(
      `select ${keyColumn(source)}, ${columns.join(', ')} from "${source.table}" where ${keyColumn(source)} = any($1)`,
      [`{${[...new Set(asking.map((draft) => draft.get(relation)))].join(',')}}`],
    );
    const found = new Map(rows.map(([key, ...values]) => [key, values]));
    for (const draft of asking) {
      const values = found.get(draft.get(relation)!);
      for (const [index, name] of own.entries()) draft.set(name, values?.[index] ?? null);
    }
  }
}

/** Own relations that begin with an underscore and point at the model that the generic relation names. */
function fillNamed(
  context: WriteContext,
  model: Model,
  { drafts, typeField, idField }: { drafts: readonly Draft[]; typeField: string; idField: string },
): void {
  const named = [...model.fields.values()].filter(
    (field) => field.name.startsWith('_') && field.kind.name === 'foreignKey' && context.contentTypes.id(field.to!),
  );
  if (!Object.keys(model.database!.copies!).some((relation) => named.some(({ name }) => name === relation))) return;
  for (const draft of drafts) {
    const type = draft.get(typeField);
    for (const field of named)
      draft.set(field.name, type !== null && context.contentTypes.id(field.to!) === type ? draft.get(idField) : null);
  }
}
