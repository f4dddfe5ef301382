import type { Queryable } from '#database/connect.ts';
import type { IdentityObject, IdentityPage } from './contract.ts';
import type { Resource } from './resource.ts';

export interface Page {
  readonly q?: string | undefined;
  readonly limit: number;
  readonly offset: number;
  /** Values that fields must have, by the fields' names. */
  readonly where?: Readonly<Record<string, string>>;
}

/** One object as it is told; null where there is none. */
export async function readObject(sql: Queryable, resource: Resource, id: string): Promise<IdentityObject | null> {
  const [row] = await sql.unsafe<{ told: string }[]>(`${select(resource)} where t.id::text = $1`, [id]);
  return row ? (JSON.parse(row.told) as IdentityObject) : null;
}

/** A page of objects, in the order of their names, and how many there are. */
export async function readObjects(
  sql: Queryable,
  resource: Resource,
  { q, limit, offset, where = {} }: Page,
): Promise<IdentityPage> {
  const parameters: string[] = [];
  const bind = (value: string) => `$${parameters.push(value)}`;
  const conditions: string[] = [];
  if (q) {
    const like = bind(`%${q.replace(/[\\%_]/g, '\\$&')}%`);
    conditions.push(`(${resource.search.map((column) => `t.${column} ilike ${like}`).join(' or ')})`);
  }
  for (const [name, value] of Object.entries(where)) {
    const column = resource.fields[name]?.column;
    if (column) conditions.push(`t.${column}::text = ${bind(value)}`);
  }
  const filter = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : '';
  const [counted] = await sql.unsafe<{ count: string }[]>(
    `select count(*) as count from ${resource.table} t${filter}`,
    parameters,
  );
  const rows = await sql.unsafe<{ told: string }[]>(
    `${select(resource)}${filter} order by t.${resource.key}, t.id limit ${limit} offset ${offset}`,
    parameters,
  );
  return { count: Number(counted?.count ?? 0), results: rows.map(({ told }) => JSON.parse(told) as IdentityObject) };
}

function select({ table, key, fields }: Resource): string {
  const members = Object.entries(fields)
    .filter(([, { writeOnly }]) => !writeOnly)
    .map(([name, { column, tell }]) => `'${name}', ${tell ?? `t.${column}`}`);
  return `select jsonb_build_object('id', t.id, 'display', t.${key}, ${members.join(', ')})::text as told from ${table} t`;
}
