import { choicePairs } from '#fields/choice-list/choice-list.ts';
import type { ReadContext } from './context.ts';

/** Labels of choices by value. */
export type Labels = Pick<ReadonlyMap<string, string>, 'get' | 'has'>;

/** A custom field as the rows of one model need it, for serving and for checking values. */
export interface CustomFieldDefinition {
  readonly name: string;
  /** What it is called; empty: by its name. */
  readonly label: string;
  /** Whether people are shown it at all. */
  readonly visible: boolean;
  readonly type: string;
  /** For `object` and `multiobject`: the model that the value names. */
  readonly relatedModel: string | undefined;
  /** For selections: labels by value. */
  readonly choices: Labels;
  readonly choiceSet: string;
  /** Whether choices are those of a base set, whose list may be another than the one that a value was chosen from. */
  readonly hasBase: boolean;
  readonly required: boolean;
  readonly unique: boolean;
  /** The default as JSON value; null for none. */
  readonly default: unknown;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  /** A regular expression; empty for none. */
  readonly regex: string;
  /** A JSON schema; null for none. */
  readonly schema: unknown;
  /** How much a match in the global search weighs; 0 where the field is not searched. */
  readonly searchWeight: number;
  /** `active`, or a state of a field that is still being made or taken away. */
  readonly status: string;
}

/** The choices of a choice set: its own pairs (`{{value,label},…}`) before those of its base set, which may be long. */
export function choicesOf(base: Labels | undefined, extra: string | null): Labels {
  const own = new Map(extra === null ? [] : choicePairs(extra));
  if (!base) return own;
  return { get: (value) => own.get(value) ?? base.get(value), has: (value) => own.has(value) || base.has(value) };
}

/** Every custom field by the models that have it, ordered by group, weight and name. */
export async function readCustomFields(
  context: ReadContext,
): Promise<ReadonlyMap<string, readonly CustomFieldDefinition[]>> {
  const rows = await context.rows(`
    select ot.contenttype_id, f.name, f.type, f.related_object_type_id, s.name, s.base_choices, s.extra_choices,
      f.required, f."unique", f."default", f.validation_minimum, f.validation_maximum, f.validation_regex,
      f.validation_schema, f.status, f.label, f.ui_visible, f.search_weight
    from extras_customfield f join extras_customfield_object_types ot on ot.customfield_id = f.id
    left join extras_customfieldchoiceset s on s.id = f.choice_set_id
    order by f.group_name, f.weight, f.name`);
  const found = new Map<string, CustomFieldDefinition[]>();
  for (const row of rows) {
    const [
      type,
      name,
      kind,
      related,
      set,
      base,
      extra,
      required,
      unique,
      fallback,
      least,
      most,
      regex,
      schema,
      status,
      label,
      visibility,
      searchWeight,
    ] = row;
    const model = context.contentTypes.name(type!);
    if (!model) continue;
    const list = found.get(model) ?? [];
    list.push({
      name: name!,
      label: label ?? '',
      visible: visibility !== 'hidden',
      type: kind!,
      relatedModel: related ? context.contentTypes.name(related) : undefined,
      choices: choicesOf(context.shapes.baseChoices(base ?? null)?.labels(), extra ?? null),
      choiceSet: set ?? '',
      hasBase: Boolean(base),
      required: required === 't',
      unique: unique === 't',
      default: fallback ? (JSON.parse(fallback) as unknown) : null,
      minimum: least == null ? undefined : Number(least),
      maximum: most == null ? undefined : Number(most),
      regex: regex ?? '',
      schema: schema ? (JSON.parse(schema) as unknown) : null,
      searchWeight: Number(searchWeight),
      status: status!,
    });
    found.set(model, list);
  }
  return found;
}
