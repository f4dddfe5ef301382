import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import { columnOf } from '#registry/registry.ts';
import { choicesOf } from '../meta/choices-of.ts';
import { fieldLabel } from '../meta/label.ts';
import type { ConstraintField } from './contract.ts';

const relations = new Set(['foreignKey', 'oneToOne', 'manyToMany', 'tags', 'contentType']);
const types: Readonly<Record<string, ConstraintField['type']>> = {
  integer: 'number',
  decimal: 'number',
  counter: 'number',
  boolean: 'boolean',
  date: 'moment',
  dateTime: 'moment',
  ipAddress: 'network',
  ipNetwork: 'network',
  json: 'json',
  customFields: 'json',
};

/** The fields of a model that constraints can name, under the names that NetBox reads, too. */
export function constraintFields(model: Model): ConstraintField[] {
  const id: ConstraintField = { name: 'id', label: 'ID', type: 'number' };
  return [id, ...[...model.fields.values()].flatMap((field) => fieldOf(field) ?? [])];
}

function fieldOf(field: Field): ConstraintField | undefined {
  const { kind } = field;
  const name = field.source ?? field.name;
  const label = fieldLabel(field);
  if (relations.has(kind.name))
    return {
      name,
      label,
      type: 'relation',
      model: kind.name === 'tags' ? 'extras.tag' : field.to!,
      ...(kind.name === 'manyToMany' || kind.name === 'tags' ? { many: true as const } : {}),
    };
  if (!columnOf(field) || ['password', 'plaintext', 'hmac_digest'].includes(field.name)) return undefined;
  const choices = choicesOf(field);
  if (choices) return { name, label, type: 'choice', choices };
  return { name, label, type: types[kind.name] ?? 'text' };
}
