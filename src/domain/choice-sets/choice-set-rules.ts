import { choicePairs } from '#fields/choice-list/choice-list.ts';
import { flatChoices } from '#fields/choice-set.ts';
import { customFieldChoiceColor } from '#models/extras/choices.ts';
import type { BaseChoices } from '#operations/read/shapes.ts';
import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';

/** Choice sets: some choices, each value once, colours of choices that there are, and none removed that objects have. */
export const choiceSetRules: ModelRules = {
  async validate(drafts, context) {
    for (const draft of drafts) {
      const problem = problemOf(draft, context);
      if (problem) draft.errors.add(...problem);
    }
    await checkRemoved(
      drafts.filter(({ errors, isNew }) => !errors.any && !isNew),
      context,
    );
  },
};

const baseOf = (draft: Draft, context: WriteContext): BaseChoices | undefined =>
  context.reader().shapes.baseChoices(draft.get('base_choices'));

type Problem = readonly [field: string, message: string] | undefined;

const valuesOf = (text: string | null): string[] => (text === null ? [] : choicePairs(text).map(([value]) => value));

function problemOf(draft: Draft, context: WriteContext): Problem {
  const base = draft.get('base_choices');
  const extra = valuesOf(draft.get('extra_choices'));
  if (!base && extra.length === 0) return [wholeObject, 'Must define base or extra choices.'];
  const colors = JSON.parse(draft.get('choice_colors') ?? '{}') as unknown;
  if (typeof colors !== 'object' || colors === null || Array.isArray(colors))
    return ['choice_colors', 'Color mappings must be defined as a JSON object.'];
  const twice = extra.find((value, index) => extra.indexOf(value) !== index);
  if (twice !== undefined) return [wholeObject, `Duplicate value '${twice}' found in extra choices.`];
  if (Object.keys(colors).length === 0) return undefined;

  const known = baseOf(draft, context)?.labels();
  const missing = Object.keys(colors).filter((value) => !known?.has(value) && !extra.includes(value));
  if (missing.length > 0)
    return [
      'choice_colors',
      `Color mappings must reference an existing choice value. Invalid value(s): ${missing.sort().join(', ')}.`,
    ];
  const named = new Set(flatChoices(customFieldChoiceColor).map(([value]) => value));
  const wrong = Object.values(colors).filter((color) => !named.has(color as string));
  return wrong.length > 0
    ? ['choice_colors', `Invalid color value(s): ${wrong.sort().join(', ')}. Use a supported named color.`]
    : undefined;
}

/** Choices that are taken away may be no object's: one statement a model that has a field with such a choice set. */
async function checkRemoved(drafts: readonly Draft[], context: WriteContext): Promise<void> {
  const removed = new Map<string, string[]>();
  for (const draft of drafts) {
    const base = baseOf(draft, context)?.labels();
    const left = new Set(valuesOf(draft.get('extra_choices')));
    const gone = valuesOf(draft.was('extra_choices')).filter((value) => !base?.has(value) && !left.has(value));
    if (gone.length > 0) removed.set(draft.key!, gone);
  }
  if (removed.size === 0) return;
  const fields = await context.rows(
    `select f.choice_set_id, f.name, o.contenttype_id from extras_customfield f
     join extras_customfield_object_types o on o.customfield_id = f.id where f.choice_set_id = any($1)`,
    [`{${[...removed.keys()].join(',')}}`],
  );
  for (const [set, name, type] of fields) {
    const model = context.registry.find(context.contentTypes.name(type!) ?? '');
    const draft = drafts.find(({ key }) => key === set)!;
    if (!model || draft.errors.any) continue;
    // `?|` finds a text in a list as well as a list's own members; a single choice is a text by itself.
    const [used] = await context.rows(
      `select gone from unnest($2::text[]) gone where exists (
         select from "${model.table}" where custom_field_data -> $1 = to_jsonb(gone) or custom_field_data -> $1 ? gone) limit 1`,
      [name!, arrayText(removed.get(set!)!)],
    );
    if (used)
      draft.errors.add(
        wholeObject,
        `Cannot remove choice ${used[0]} as there are ${model.name.replace('.', ' | ')} objects which reference it.`,
      );
  }
}

const arrayText = (values: readonly string[]): string => `{${values.map((value) => JSON.stringify(value)).join(',')}}`;
