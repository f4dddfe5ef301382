import type { ReadContext } from '#operations/read/context.ts';
import type { Facts } from './labels.ts';

/** Facts by object key. */
export type FactsByKey = ReadonlyMap<string, Facts>;

const keysText = (ids: readonly string[]) => `{${ids.join(',')}}`;

/** Facts of objects that a statement reads: its first column is the key, the others are named after the facts. */
export async function factsOf(
  context: ReadContext,
  { from, columns, ids }: { from: string; columns: Readonly<Record<string, string>>; ids: readonly string[] },
): Promise<FactsByKey> {
  const names = Object.keys(columns);
  const rows = await context.rows(
    `select t.id, ${Object.values(columns).join(', ')} from ${from} where t.id = any($1)`,
    [keysText(ids)],
  );
  return new Map(
    rows.map(([id, ...values]) => [id!, Object.fromEntries(names.map((name, index) => [name, values[index]]))]),
  );
}

/** Names and slugs of the objects' tags, joined by commas. */
export async function tagFacts(context: ReadContext, model: string, ids: readonly string[]): Promise<FactsByKey> {
  const rows = await context.rows(
    `select i.object_id, string_agg(t.name, ',' order by t.weight, t.name), string_agg(t.slug, ',' order by t.weight, t.name)
      from extras_taggeditem i join extras_tag t on t.id = i.tag_id
      where i.content_type_id = $1 and i.object_id = any($2) group by 1`,
    [context.contentTypes.id(model)!, keysText(ids)],
  );
  return new Map(rows.map(([id, tags, slugs]) => [id!, { tags, tag_slugs: slugs }]));
}

/** The contacts of objects by their priority; of several with one priority the last counts. */
export async function contactFacts(context: ReadContext, model: string, ids: readonly string[]): Promise<FactsByKey> {
  const rows = await context.rows(
    `select a.object_id, a.priority, c.name, c.email, c.comments, r.name
      from tenancy_contactassignment a join tenancy_contact c on c.id = a.contact_id
        join tenancy_contactrole r on r.id = a.role_id
      where a.object_type_id = $1 and a.object_id = any($2) order by a.id`,
    [context.contentTypes.id(model)!, keysText(ids)],
  );
  const found = new Map<string, Facts>();
  for (const [id, priority, name, email, comments, role] of rows) {
    const contact = `contact_${priority || 'None'}`;
    found.set(id!, {
      ...found.get(id!),
      [`${contact}_name`]: name,
      ...(email ? { [`${contact}_email`]: email } : {}),
      ...(comments ? { [`${contact}_comments`]: comments } : {}),
      [`${contact}_role`]: role,
    });
  }
  return found;
}

/** Names of the services of objects, joined by commas. */
export async function serviceFacts(context: ReadContext, model: string, ids: readonly string[]): Promise<FactsByKey> {
  const rows = await context.rows(
    `select parent_object_id, string_agg(name, ',' order by id) from ipam_service
      where parent_object_type_id = $1 and parent_object_id = any($2) group by 1`,
    [context.contentTypes.id(model)!, keysText(ids)],
  );
  return new Map(rows.map(([id, services]) => [id!, { services }]));
}
