import type { ChoiceSet } from '#fields/choice-set.ts';
import type { Field, FormQuirk } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { blankable, nullable, readOnly, required, wholeFields } from '#registry/rest-facts.ts';
import type { FormChoice, FormFieldMeta, FormMeta, GenericMeta, Widget } from '../form-contract.ts';
import { fieldLabel, labelOf } from '../label.ts';
import type { FilterIndex } from '../related.ts';
import { summaryOf } from '../summary.ts';
import { formGroups } from './form-groups.ts';
import { genericTypes } from './generic-types.ts';
import { narrowedPicks, narrowingFields } from './narrowers-of.ts';
import { type PickParts, picksOf, withinOf } from './picks.ts';
import { widgetOf } from './widget-of.ts';

/** The form of a model; undefined where REST takes no writes or there is nothing to give. */
export function formOf(registry: Registry, model: Model, filters: FilterIndex): FormMeta | undefined {
  if (model.readOnly || !summaryOf(model)) return undefined;
  const writable = wholeFields(model).filter((field) => !readOnly(field));
  const generics = [...model.fields.values()].filter((field) => field.typeField && halvesIn(field, writable));
  const halves = new Map(
    generics.flatMap((field) => [[field.typeField!, field] as const, [field.idField!, undefined]]),
  );
  const relations = writable.filter(({ kind }) => kind.name === 'foreignKey' || kind.name === 'oneToOne');
  const parts: PickParts = { registry, filters, relations };
  const all = writable.flatMap((field): FormFieldMeta[] => {
    if (halves.has(field.name)) {
      const whole = halves.get(field.name);
      return whole ? [genericField({ parts, model, field: whole, required: required(field) })] : [];
    }
    const widget = widgetOf(registry, field);
    if (!widget) return [];
    return [...narrowingFields({ parts, model, field }), plainField({ parts, model, field, widget })];
  });
  const fields = all.filter(({ name }, at) => all.findIndex((one) => one.name === name) === at);
  if (fields.length === 0) return undefined;
  const pattern = patternField(model);
  return {
    model: model.name,
    fields,
    groups: formGroups(model, fields),
    ...(pattern ? { pattern } : {}),
  };
}

interface Plain {
  readonly parts: PickParts;
  readonly model: Model;
  readonly field: Field;
  readonly widget: Widget;
}

function genericMeta(parts: PickParts, model: Model, field: Field): Pick<GenericMeta, 'types'> {
  const types = genericTypes(parts.registry, model, field).map((type): GenericMeta['types'][number] => {
    const within = withinOf(parts, type);
    return { model: type.name, ...(within ? { within } : {}) };
  });
  return { types };
}

/** Both sides of a cable: NetBox's addresses name their objects by `a_terminations_type` and `a_terminations`. */
function sidesMeta(parts: PickParts, model: Model, field: Field): Pick<FormFieldMeta, 'generic'> {
  return { generic: { type: `${field.name}_type`, id: field.name, ...genericMeta(parts, model, field) } };
}

function plainField({ parts, model, field, widget }: Plain): FormFieldMeta {
  const quirk = typeof field.form === 'object' ? field.form : {};
  const choices = choicesIn(field.choices ?? field.of?.choices);
  const given = typeof field.rest === 'object' ? (field.rest.default ?? field.default) : field.default;
  const target = ['relation', 'relations', 'tags'].includes(widget) ? field.to : undefined;
  const pick = target ? [...picksOf(field, parts), ...narrowedPicks(field, parts)] : [];
  const within =
    widget === 'relation' && !pick.some((one) => one.field) ? withinOf(parts, parts.registry.get(target!)) : undefined;
  const { max, minimum, maximum, places } = field;
  return {
    name: field.name,
    label: fieldLabel(field),
    widget,
    ...(field.help ? { help: field.help } : {}),
    ...(quirk.required || (required(field) && !blankable(field)) ? { required: true } : {}),
    ...(nullable(field) ? { nullable: true } : {}),
    ...(isPlain(given) ? { default: given } : {}),
    ...(choices ? { choices } : {}),
    ...(max && Number.isFinite(max) ? { max } : {}),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(places === undefined ? {} : { places }),
    ...(field.clone ? { clone: true } : {}),
    ...(quirk.only ? { only: quirk.only } : {}),
    ...whenOf(quirk.when),
    ...(target ? { model: target } : {}),
    ...(pick.length > 0 ? { pick } : {}),
    ...(within ? { within } : {}),
    ...(widget === 'slug' ? { from: slugSource(model) } : {}),
    ...(widget === 'terminations' ? sidesMeta(parts, model, field) : {}),
  };
}

function genericField({
  parts,
  model,
  field,
  required: must,
}: Omit<Plain, 'widget'> & { required: boolean }): FormFieldMeta {
  return {
    name: field.name,
    label: field.label ?? labelOf(field.name),
    widget: 'generic',
    ...(must ? { required: true } : {}),
    nullable: true,
    clone: true,
    generic: { type: field.typeField!, id: field.idField!, ...genericMeta(parts, model, field) },
  };
}

function whenOf(when: FormQuirk['when']): Pick<FormFieldMeta, 'when'> {
  const [condition] = Object.entries(when ?? {});
  return condition ? { when: { field: condition[0], values: condition[1].split(' ') } } : {};
}

function halvesIn({ typeField, idField }: Field, fields: readonly Field[]): boolean {
  return [typeField, idField].every((name) => fields.some((field) => field.name === name));
}

function choicesIn(set: ChoiceSet | undefined): FormChoice[] | undefined {
  return set?.entries.flatMap((entry) => {
    const group = 'group' in entry ? { group: entry.group } : {};
    return ('group' in entry ? entry.choices : [entry]).map(([value, label, color]) => ({
      value,
      label,
      ...(color ? { color } : {}),
      ...group,
    }));
  });
}

/** The field that a slug is made from: what the object is called. */
function slugSource({ fields }: Model): string {
  return ['name', 'model', 'title'].find((name) => fields.has(name)) ?? 'name';
}

/** The field that says so; else the name of what is part of a device, a machine or a type, and counts within it. */
function patternField({ fields }: Model): string | undefined {
  for (const { name, form } of fields.values()) if (typeof form === 'object' && form.pattern) return name;
  const isPart = ['device', 'device_type', 'virtual_machine'].some(
    (owner) => fields.get(owner)?.onDelete === 'cascade',
  );
  return isPart && fields.has('name') && !fields.has('comments') ? 'name' : undefined;
}

const isPlain = (value: unknown): boolean =>
  ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value)
    ? value !== 'now' && value !== ''
    : false;
