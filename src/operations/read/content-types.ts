import type { Queryable } from '#database/connect.ts';

/** The ids of django_content_type by model name, and back. */
export interface ContentTypes {
  /** The id of `<app>.<model>`; undefined where the database has none. */
  id(model: string): string | undefined;
  /** `<app>.<model>` of the id. */
  name(id: string): string | undefined;
}

/** Reads all content types. */
export async function readContentTypes(sql: Queryable): Promise<ContentTypes> {
  const rows = (await sql
    .unsafe("select id, app_label || '.' || model from django_content_type")
    .values()) as unknown as [string, string][];
  const names = new Map(rows);
  const ids = new Map(rows.map(([id, name]) => [name, id]));
  return { id: (model) => ids.get(model), name: (id) => names.get(id) };
}
