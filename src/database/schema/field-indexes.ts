import { djangoName } from './django-name.ts';
import type { FieldInTable } from './field-in-table.ts';
import { identifier } from './identifier.ts';
import type { Index } from './table.ts';

/**
 * The indexes that a field asks for, beside the primary key's own; Django indexes text that is unique or indexed once
 * more, for LIKE 'x%'.
 */
export function fieldIndexes({ table, field, column: { name, type }, isKey, names }: FieldInTable): Index[] {
  const indexes: Index[] = [];
  const add = (derived: string, on: string) =>
    indexes.push({ name: names.of(derived), unique: false, on: `btree (${on})` });
  if (field.index && !field.unique && !isKey) add(djangoName(table, [name]), identifier(name));
  const text = type.endsWith(']') ? undefined : /^(?:character varying|text)/.exec(type)?.[0];
  if (text && (field.index || field.unique)) {
    const operators = text === 'text' ? 'text_pattern_ops' : 'varchar_pattern_ops';
    add(djangoName(table, [name], '_like'), `${identifier(name)} ${operators}`);
  }
  return indexes;
}
