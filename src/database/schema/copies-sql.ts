import { identifier } from './identifier.ts';
import type { Copies, Table } from './table.ts';

/**
 * The triggers that carry a change of a row on to the copies other tables keep of its columns: where a device moves to
 * another site, the site kept with each of its interfaces moves with it. A copied column may itself be the key of
 * further copies (a location's site brings the site's region): those are looked up where the row doesn't tell them.
 */
export function copiesSql(table: Table, columnsOf: (table: string) => readonly string[]): string {
  return table.copies.map((copies) => trigger(table, copies, columnsOf)).join('\n');
}

function trigger(
  table: Table,
  { key, source, columns }: Copies,
  columnsOf: (table: string) => readonly string[],
): string {
  const name = `${table.name}_denorm_from_${source}`;
  const assignments = new Map([...columns].map(([own, theirs]) => [own, `NEW.${identifier(theirs)}`]));
  for (const [own, theirs] of columns) {
    const further = table.copies.find((copies) => copies.key === own);
    for (const [copy, column] of further?.columns ?? [])
      if (!assignments.has(copy))
        assignments.set(
          copy,
          `(SELECT ${identifier(column)} FROM ${identifier(further!.source)} WHERE id = NEW.${identifier(theirs)})`,
        );
  }
  for (const column of columns.values())
    if (!columnsOf(source).includes(column)) throw new Error(`${table.name}.${key}: ${source} has no column ${column}`);
  const watched = [...columns.values()].map(identifier);
  return `
CREATE FUNCTION ${identifier(`${name}_fn`)}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ${identifier(table.name)} SET
    ${[...assignments].map(([own, value]) => `${identifier(own)} = ${value}`).join(',\n    ')}
  WHERE ${identifier(key)} = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER ${identifier(name)}
  AFTER UPDATE OF ${watched.join(', ')} ON ${identifier(source)}
  FOR EACH ROW WHEN (${watched.map((column) => `OLD.${column} IS DISTINCT FROM NEW.${column}`).join(' OR ')})
  EXECUTE FUNCTION ${identifier(`${name}_fn`)}();`;
}
