import type { ObjectMarks } from './contract.ts';
import type { PageRequest } from './page-fact.ts';

/** The asker's own bookmark of the object and subscription to it: their keys, or null. */
export async function marksOf({ model, key, context, asker }: PageRequest): Promise<ObjectMarks> {
  if (asker.userId === undefined) return { bookmark: null, subscription: null };
  const [row] = await context.rows(
    `select (select id from extras_bookmark where object_type_id = $1 and object_id = $2 and user_id = $3),
      (select id from extras_subscription where object_type_id = $1 and object_id = $2 and user_id = $3)`,
    [context.contentTypes.id(model.name) ?? '0', key, asker.userId],
  );
  const [bookmark = null, subscription = null] = row!.map((id) => (id === null ? null : Number(id)));
  return { bookmark, subscription };
}
