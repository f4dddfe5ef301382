import type { Queryable } from '#database/connect.ts';
import { isObject } from '#identity/claims/merge-claims.ts';
import { FieldError } from './field.ts';

/** A kind of objects that others point at. */
export interface ReferenceTarget {
  readonly name: string;
  readonly table: string;
  readonly id: 'uuid' | 'bigint';
  /** The column whose text names one of them. */
  readonly key: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The ids of objects that are given by id, by name, or as they are told (`{id, display}`). Throws where one is not
 * there.
 */
export async function findReferences(
  sql: Queryable,
  target: ReferenceTarget,
  given: readonly unknown[],
): Promise<string[]> {
  const wanted = given.map((value) => (isObject(value) && 'id' in value ? value.id : value));
  const texts = wanted.map((value) => {
    if (typeof value === 'number' || typeof value === 'string') return String(value);
    throw new FieldError(`An object is named by its id or its ${target.key}, not by ${JSON.stringify(value)}.`);
  });
  const isId = (text: string, index: number) =>
    target.id === 'uuid' ? uuid.test(text) : typeof wanted[index] === 'number' || /^\d{1,18}$/.test(text);
  const rows = await sql.unsafe<{ id: string; key: string }[]>(
    `select id::text, ${target.key} as key from ${target.table}
     where id::text in (select jsonb_array_elements_text($1::jsonb)) or ${target.key} in (select jsonb_array_elements_text($1::jsonb))`,
    [JSON.stringify(texts)],
  );
  return texts.map((text, index) => {
    const found =
      (isId(text, index) ? rows.find(({ id }) => id === text.toLowerCase()) : undefined) ??
      rows.find(({ key }) => key === text && typeof wanted[index] === 'string');
    if (!found) throw new FieldError(`There is no object "${text}" among ${target.name}.`);
    return found.id;
  });
}
