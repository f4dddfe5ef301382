import type { FieldInTable } from './field-in-table.ts';
import { identifier } from './identifier.ts';
import { postgresName } from './postgres-name.ts';
import type { Constraint } from './table.ts';

/** The constraints that a field asks for, named by PostgreSQL: Django writes them unnamed beside the column. */
export function fieldConstraints({ table, field, column: { name }, isKey, names }: FieldInTable): Constraint[] {
  const constraints: Constraint[] = [];
  const add = (label: string, definition: string) =>
    constraints.push({ name: names.of(postgresName(table, name, label)), definition });
  if (field.unique && !isKey) add('key', `UNIQUE (${identifier(name)})`);
  if (field.positive) add('check', `CHECK (${identifier(name)} >= 0)`);
  return constraints;
}
