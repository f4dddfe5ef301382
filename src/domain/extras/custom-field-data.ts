import type { WriteContext } from '#operations/write/write-context.ts';

/** Tables of models, by the ids of their content types, that store custom field values. */
function tables(context: WriteContext, types: readonly string[]): string[] {
  return types.flatMap((type) => {
    const model = context.registry.find(context.contentTypes.name(type) ?? '');
    return model?.fields.has('custom_fields') ? [`"${model.table}"`] : [];
  });
}

/** Gives a field's default to all objects that have no value for it; a cleared value is one. One statement a model. */
export async function fillDefaults(
  context: WriteContext,
  { name, value, types }: { name: string; value: string | null; types: readonly string[] },
): Promise<void> {
  if (value === null || value === 'null') return;
  for (const table of tables(context, types))
    await context.rows(
      `update ${table} set custom_field_data = jsonb_set(custom_field_data, array[$1], $2::jsonb)
       where not custom_field_data ? $1`,
      [name, value],
    );
}

/** Takes a field's values from all objects. One statement a model. */
export async function dropValues(
  context: WriteContext,
  { name, types }: { name: string; types: readonly string[] },
): Promise<void> {
  for (const table of tables(context, types))
    await context.rows(
      `update ${table} set custom_field_data = custom_field_data - $1::text where custom_field_data ? $1::text`,
      [name],
    );
}

/** Moves a field's values to its new name. One statement a model. */
export async function renameValues(
  context: WriteContext,
  { from, to, types }: { from: string; to: string; types: readonly string[] },
): Promise<void> {
  for (const table of tables(context, types))
    await context.rows(
      `update ${table} set custom_field_data =
         jsonb_set(custom_field_data - $1::text, array[$2::text], custom_field_data -> $1::text)
       where custom_field_data ? $1::text`,
      [from, to],
    );
}
