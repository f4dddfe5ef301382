import type { ReadContext } from './context.ts';

/** A custom field as the rows of one model need it. */
export interface CustomFieldDefinition {
  readonly name: string;
  readonly type: string;
  /** For `object` and `multiobject`: the model that the value names. */
  readonly relatedModel: string | undefined;
  /** For selections: labels by value, from the choice set. */
  readonly choiceSet: string | undefined;
}

/** Every custom field by the models that have it, ordered by group, weight and name. */
export async function readCustomFields(
  context: ReadContext,
): Promise<ReadonlyMap<string, readonly CustomFieldDefinition[]>> {
  const rows = await context.rows(`
    select ot.contenttype_id, f.name, f.type, f.related_object_type_id, f.choice_set_id
    from extras_customfield f join extras_customfield_object_types ot on ot.customfield_id = f.id
    order by f.group_name, f.weight, f.name`);
  const found = new Map<string, CustomFieldDefinition[]>();
  for (const [objectType, name, type, related, choiceSet] of rows) {
    const model = context.contentTypes.name(objectType!);
    if (!model) continue;
    const list = found.get(model) ?? [];
    list.push({
      name: name!,
      type: type!,
      relatedModel: related ? context.contentTypes.name(related) : undefined,
      choiceSet: choiceSet ?? undefined,
    });
    found.set(model, list);
  }
  return found;
}
