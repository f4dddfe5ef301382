import type { Settings } from '#base/settings.ts';
import { titled } from '#base/titled.ts';
import type { Field } from '#fields/field.ts';
import { bounds } from '#registry/bounds.ts';
import { choicesInForce } from '#registry/choices-in-force.ts';
import type { Model } from '#registry/model.ts';
import { labelOf } from '#registry/names.ts';
import type { Registry } from '#registry/registry.ts';
import { listedTypes, optionsType, readOnly, required, restFields } from '#registry/rest-facts.ts';
import { shapeTokens } from '#registry/shape-tokens.ts';
import { typeChoices } from './type-choices.ts';

/** What OPTIONS tells of one field (NetBox 4.7: DRF's SimpleMetadata). */
export interface FieldMetadata {
  readonly type: string;
  readonly required: boolean;
  readonly read_only: boolean;
  readonly label?: string;
  readonly help_text?: string;
  readonly max_length?: number;
  readonly min_value?: number | bigint;
  readonly max_value?: number | bigint;
  readonly max_digits?: number;
  readonly decimal_places?: number;
  readonly choices?: readonly { readonly value: string | number | null; readonly display_name: string }[];
  readonly child?: FieldMetadata;
  readonly children?: Readonly<Record<string, FieldMetadata>>;
}

/** What OPTIONS is asked about, and what the asker may do. */
export interface OptionsRequest {
  readonly registry: Registry;
  readonly settings: Pick<Settings, 'FIELD_CHOICES'>;
  readonly model: Model;
  readonly detail: boolean;
  /** The asker may add objects (a list's POST) and change them (PUT, of a list too). */
  readonly mayAdd: boolean;
  readonly mayChange: boolean;
}

/** The answer to OPTIONS on a list or a detail. */
export function optionsOf({ registry, settings, model, detail, mayAdd, mayChange }: OptionsRequest): object {
  const methods = model.readOnly ? [] : [...(mayAdd && !detail ? ['POST'] : []), ...(mayChange ? ['PUT'] : [])];
  const fields = methods.length > 0 ? fieldsOf(model, { registry, settings }) : {};
  return {
    name: `${titled(model.label)} ${detail ? 'Instance' : 'List'}`,
    description: '',
    renders: ['application/json', 'text/html'],
    parses: ['application/json', 'multipart/form-data'],
    ...(methods.length > 0 ? { actions: Object.fromEntries(methods.map((method) => [method, fields])) } : {}),
  };
}

interface Around {
  readonly registry: Registry;
  readonly settings: Pick<Settings, 'FIELD_CHOICES'>;
}

const identity: Readonly<Record<string, FieldMetadata>> = {
  id: { type: 'integer', required: false, read_only: true, label: 'ID' },
  url: { type: 'field', required: false, read_only: true, label: 'Url' },
  display_url: { type: 'field', required: false, read_only: true, label: 'Display url' },
  display: { type: 'field', required: false, read_only: true, label: 'Display' },
};

function fieldsOf(model: Model, around: Around): Record<string, FieldMetadata> {
  const left = new Set<string>(model.without);
  const head = Object.entries(identity).filter(([name]) => !left.has(name));
  return Object.fromEntries([
    ...head,
    ...restFields(model).map((field) => [field.name, metadata(field, around, true)] as const),
  ]);
}

/** The fields of a shape that stands inside another object; what is nested in it is named, not unfolded. */
function childrenOf(model: Model, shape: string, around: Around): Record<string, FieldMetadata> {
  return Object.fromEntries(
    shapeTokens(model, shape).flatMap((token) => {
      const name = token.split(':', 1)[0]!;
      const field = model.fields.get(name);
      if (field) return [[name, metadata(field, around, false)] as const];
      return identity[name] ? [[name, identity[name]] as const] : [];
    }),
  );
}

function metadata(field: Field, around: Around, unfold: boolean): FieldMetadata {
  const type = optionsType(field);
  const isReadOnly = readOnly(field);
  const limits = isReadOnly ? {} : bounds(field);
  const { help } = field;
  return {
    type,
    required: required(field),
    read_only: isReadOnly,
    label: field.label ?? labelOf(field.name),
    ...(help ? { help_text: help } : {}),
    ...limits,
    ...(isReadOnly ? {} : choices(field, around)),
    ...(unfold ? inside(field, type, around) : {}),
  };
}

function choices(field: Field, { registry, settings }: Around): Pick<FieldMetadata, 'choices'> {
  const types = listedTypes(field);
  if (types !== undefined) return { choices: typeChoices(registry, types) };
  if (!field.choices) return {};
  return {
    choices: choicesInForce(field.choices, settings.FIELD_CHOICES).map(([value, label]) => ({
      value: value === '' ? null : value,
      display_name: label,
    })),
  };
}

/** What stands inside a field: an element's description, or a related object's properties. */
function inside(field: Field, type: string, around: Around): Pick<FieldMetadata, 'child' | 'children'> {
  if (field.of) {
    const { label: _, ...child } = metadata({ ...field.of, blank: false }, around, true);
    return { child };
  }
  const target = field.to === undefined ? undefined : around.registry.get(field.to);
  if (!target || target.rest === undefined) return {};
  const children = () => childrenOf(target, field.shape ?? 'brief', around);
  if (type === 'nested object') return { children: children() };
  if (field.kind.widget === 'tags' || readOnly(field))
    return { child: { type: 'nested object', required: false, read_only: readOnly(field), children: children() } };
  return {};
}
