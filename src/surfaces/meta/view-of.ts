import type { Field } from '#fields/field.ts';
import type { View } from './contract.ts';

/** The view of each widget that a field kind names; what is absent is shown as text. */
const byWidget: Readonly<Record<string, View>> = {
  boolean: 'boolean',
  choice: 'choice',
  color: 'color',
  count: 'count',
  customFields: 'customFields',
  date: 'date',
  dateTime: 'dateTime',
  image: 'file',
  json: 'json',
  link: 'url',
  list: 'list',
  markdown: 'markdown',
  number: 'number',
  object: 'relation',
  objects: 'relations',
  range: 'list',
  tags: 'tags',
};

const byKind: Readonly<Record<string, View>> = { decimal: 'decimal', email: 'email' };

/** How the interface shows a field. A computed field shows what its type says, and its value's shape decides in the end. */
export function viewOf({ name, kind, returns }: Field): View {
  if (name.endsWith('_count')) return 'count';
  if (name === 'utilization') return 'utilization';
  if (kind.name === 'computed')
    return returns === 'integer' || returns === 'number' ? 'number' : returns === 'boolean' ? 'boolean' : 'text';
  return byKind[kind.name] ?? byWidget[kind.widget] ?? 'text';
}
