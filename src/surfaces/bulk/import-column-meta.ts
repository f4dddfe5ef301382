import { flatChoices } from '#fields/choice-set.ts';
import type { ImportColumn } from '#operations/import/import-columns.ts';
import { labelOf } from '../meta/label.ts';
import type { ImportColumnMeta } from './contract.ts';

/** A column of an import as the interface is told it. */
export function importColumnMeta({
  name,
  required,
  field,
  to,
  attributes,
  narrows,
  hint,
}: ImportColumn): ImportColumnMeta {
  const help = hint ?? field?.help;
  const set = field?.choices ?? field?.of?.choices;
  const choices = set && flatChoices(set).map(([value, label]) => ({ value, label }));
  return {
    name,
    label: field?.label ?? labelOf(name),
    ...(required ? { required } : {}),
    ...(field?.unique ? { unique: true } : {}),
    ...(field ? { kind: field.kind.name } : {}),
    ...(to ? { model: to } : {}),
    ...(attributes ? { attributes } : {}),
    ...(narrows ? { narrows } : {}),
    ...(choices ? { choices } : {}),
    ...(help ? { hint: help } : {}),
  };
}
