import type { Field } from '#fields/field.ts';
import { isContentType } from '#registry/is-content-type.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import type { Widget } from '../form-contract.ts';

/** The editor of each widget that a field kind names; what is absent is edited under the same name. */
const editors: Readonly<Record<string, Widget>> = {
  address: 'address',
  boolean: 'boolean',
  choice: 'choice',
  color: 'color',
  customFields: 'customFields',
  date: 'date',
  dateTime: 'dateTime',
  image: 'image',
  json: 'json',
  network: 'network',
  number: 'number',
  object: 'relation',
  objects: 'relations',
  objectType: 'objectType',
  slug: 'slug',
  tags: 'tags',
  timeZone: 'timeZone',
};

/** The lists that hold values of each widget. */
const lists: Readonly<Record<string, Widget>> = { choice: 'choices', number: 'numbers', range: 'ranges' };

/** How a form edits the field; undefined where it doesn't. */
export function widgetOf(registry: Registry, field: Field): Widget | undefined {
  if (field.form === false) return undefined;
  if (field.form?.widget) return field.form.widget as Widget;
  const { kind } = field;
  if (kind.name === 'computed' || kind.widget === 'hidden') return undefined;
  if (kind.editor) return kind.editor as Widget;
  // Long texts are templates, keys and headers, but for what people tell each other.
  if (kind.widget === 'markdown') return field.name === 'comments' ? 'markdown' : 'code';
  if (kind.widget === 'list') return lists[field.of?.kind.widget ?? ''] ?? 'texts';
  const widget = editors[kind.widget] ?? 'text';
  if (widget === 'relation' && pointsAtType(registry, field)) return 'objectType';
  return widget === 'relations' && pointsAtType(registry, field) ? 'objectTypes' : widget;
}

function pointsAtType(registry: Registry, { to }: Field): boolean {
  const target: Model | undefined = to ? registry.find(to) : undefined;
  return target !== undefined && isContentType(target);
}
