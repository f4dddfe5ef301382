import type { Field } from '#fields/field.ts';
import type { Model } from './model.ts';

/** The fields that REST names, in its order: those that it serves and those that it only takes. */
export function restFields(model: Model): Field[] {
  return [...model.fields.values()].filter(({ rest }) => rest !== false);
}

/** The fields that REST names, and those that only the interface shows and edits, in the model's order. */
export function wholeFields(model: Model): Field[] {
  return [...model.fields.values()].filter(({ rest, aside }) => rest !== false || aside);
}

/** Served, but not for clients to set. */
export function readOnly(field: Field): boolean {
  return quirk(field).readOnly ?? field.editable === false;
}

/** Must be given when an object is made. */
export function required(field: Field): boolean {
  return quirk(field).required ?? !(readOnly(field) || field.null || field.blank || field.default !== undefined);
}

/** May be null on input, and said to be so in the schema. */
export function nullable(field: Field): boolean {
  return quirk(field).allowNull ?? field.null === true;
}

/** What a PUT that does not name the field stores; undefined where what was stored stays. */
export function whenAbsent(field: Field): string | null | undefined {
  return quirk(field).absent;
}

/** An empty choice is accepted. */
export function blankable(field: Field): boolean {
  return quirk(field).allowBlank ?? field.blank === true;
}

/** The value's shape in OpenAPI, where the field says more than its kind. */
export function ownSchema(field: Field): Readonly<Record<string, unknown>> | undefined {
  return quirk(field).schema;
}

/** Taken, never served. */
export function writeOnly(field: Field): boolean {
  return quirk(field).writeOnly ?? false;
}

/** The word that OPTIONS gives as the field's type. */
export function optionsType(field: Field): string {
  const { optionsType: ofKind } = field.kind;
  return quirk(field).options ?? (typeof ofKind === 'string' ? ofKind : ofKind(field));
}

/** The content types that OPTIONS lists as the field's choices: all, or those of models with the feature named. */
export function listedTypes(field: Field): string | undefined {
  return quirk(field).types;
}

/** Whether NetBox tells no limits of the number. */
export function isUnbounded(field: Field): boolean {
  return quirk(field).unbounded ?? false;
}

const quirk = ({ rest }: Field) => (typeof rest === 'object' ? rest : {});
