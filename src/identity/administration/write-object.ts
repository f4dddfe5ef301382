import { HttpError } from '#base/http-error.ts';
import type { Queryable } from '#database/connect.ts';
import { type Bound, FieldError, type FieldParts } from './field.ts';
import type { Resource } from './resource.ts';

export interface ObjectWrite extends FieldParts {
  readonly resource: Resource;
  /** The object to change; left out: a new one. */
  readonly id?: string | undefined;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Makes or changes an object, and returns its id. To be called within a transaction: what its references are is
 * written one after the other. Throws 400 keyed by field.
 */
export async function writeObject(write: ObjectWrite): Promise<string> {
  const { resource, sql } = write;
  const columns = await accept(write);
  try {
    const id = write.id === undefined ? await insert(sql, resource, columns) : await update(write, columns);
    for (const [name, value] of Object.entries(write.values))
      await explained(name, async () => resource.fields[name]?.link?.(id, value, write));
    await resource.complete?.(write, id, write.values, write.id === undefined);
    await resource.check?.(sql, id);
    return id;
  } catch (error) {
    throw explainUnique(error, resource);
  }
}

/** Deletes an object; false where there is none. Throws 409 where others cannot be without it. */
export async function deleteObject(sql: Queryable, { table }: Resource, id: string): Promise<boolean> {
  try {
    return (await sql.unsafe(`delete from ${table} where id::text = $1 returning id`, [id])).length > 0;
  } catch (error) {
    if ((error as { code?: string }).code === '23503')
      throw new HttpError(409, 'This is in use by a provider, which must be given another first.');
    throw error;
  }
}

async function accept(write: ObjectWrite): Promise<Map<string, Bound>> {
  const { resource, id, values } = write;
  const { fields } = resource;
  const given: Record<string, unknown> = { ...values };
  const errors: Record<string, string[]> = {};
  for (const name of Object.keys(values))
    if (!Object.hasOwn(fields, name)) errors[name] = [`${resource.label} has no such field.`];
  if (id === undefined)
    for (const [name, { required, initial }] of Object.entries(fields)) {
      if (initial !== undefined && (given[name] === undefined || given[name] === ''))
        given[name] = typeof initial === 'function' ? (initial as () => unknown)() : initial;
      if (required && given[name] === undefined) errors[name] = ['This field is required.'];
    }
  const columns = new Map<string, Bound>();
  for (const [name, value] of Object.entries(given)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    // What is told may come back: a client changes what it read.
    if (!field || field.readOnly || value === undefined) continue;
    try {
      const bound = await field.accept(value, write);
      if (field.column !== undefined) columns.set(field.column, bound);
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      errors[name] = [error.message];
    }
  }
  if (Object.keys(errors).length > 0) throw new HttpError(400, errors);
  return columns;
}

async function insert(sql: Queryable, { table }: Resource, columns: Map<string, Bound>): Promise<string> {
  const names = [...columns.keys()];
  const places = names.map((_, index) => `$${index + 1}`);
  const [row] = await sql.unsafe<{ id: string }[]>(
    `insert into ${table} (${names.join(', ')}) values (${places.join(', ')}) returning id::text`,
    [...columns.values()],
  );
  return row!.id;
}

async function update({ sql, resource, id }: ObjectWrite, columns: Map<string, Bound>): Promise<string> {
  const names = [...columns.keys()];
  const changes = names.map((name, index) => `${name} = $${index + 2}`);
  // Locked even where nothing of its own changes: two changes of one object's references follow one another.
  const rows = await sql.unsafe(
    names.length > 0
      ? `update ${resource.table} set ${changes.join(', ')} where id::text = $1 returning id`
      : `select id from ${resource.table} where id::text = $1 for update`,
    [id!, ...columns.values()],
  );
  if (rows.length === 0) throw new HttpError(404, 'Not found.');
  return id!;
}

async function explained(name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof FieldError) throw new HttpError(400, { [name]: [error.message] });
    throw error;
  }
}

function explainUnique(error: unknown, { label, fields }: Resource): unknown {
  const { code, detail = '' } = error as { code?: string; detail?: string };
  if (code !== '23505') return error;
  const column = /^Key \(.*?(\w+)\)=/.exec(detail)?.[1];
  const name = Object.entries(fields).find(([, field]) => field.column === column)?.[0] ?? '__all__';
  return new HttpError(400, { [name]: [`${label} with this ${name} already exists.`] });
}
