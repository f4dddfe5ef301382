import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import type { Draft } from './draft.ts';
import { wholeObject } from './field-errors.ts';
import type { WriteContext } from './write-context.ts';

/** Adds an error to every draft whose generic relation names an object that isn't there. One statement a model named. */
export async function checkGenericRelations(
  context: WriteContext,
  model: Model,
  drafts: readonly Draft[],
): Promise<void> {
  for (const field of model.fields.values()) {
    if (field.kind.name !== 'generic') continue;
    const { typeField, idField } = field as { typeField: string; idField: string };
    const byType = new Map<string, Draft[]>();
    for (const draft of drafts) {
      if (!draft.changed(typeField) && !draft.changed(idField)) continue;
      const type = draft.get(typeField);
      if (type !== null && draft.get(idField) !== null) byType.set(type, [...(byType.get(type) ?? []), draft]);
    }
    for (const [type, some] of byType) {
      const target = context.registry.find(context.contentTypes.name(type) ?? '');
      const ids = some.map((draft) => draft.get(idField)!);
      const there = new Set(
        target
          ? (
              await context.rows(
                `select ${keyColumn(target)} from "${target.table}" where ${keyColumn(target)} = any($1)`,
                [`{${ids.join(',')}}`],
              )
            ).map(([key]) => key)
          : [],
      );
      for (const draft of some)
        if (there.has(draft.get(idField)!)) continue;
        else if (field.missingAsWhole)
          draft.errors.add(wholeObject, `Invalid ${field.name}: ${target?.label ?? type} ID ${draft.get(idField)}`);
        else draft.errors.add(idField, `Related object not found using the provided numeric ID: ${draft.get(idField)}`);
    }
  }
}
