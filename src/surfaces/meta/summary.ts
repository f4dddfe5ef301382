import type { Model } from '#registry/model.ts';
import { choicesOf } from './choices-of.ts';
import type { ModelSummary } from './contract.ts';

/** A model as every page needs it. Absent where it has no lists of its own in the API. */
export function summaryOf(model: Model): ModelSummary | undefined {
  // `<app>/<endpoint>`: longer paths are actions, and what has no search, no list and no public type is no list.
  if (model.rest?.split('/').length !== 2) return undefined;
  if (model.public === false && !model.list && !model.brief) return undefined;
  const colors: Record<string, Readonly<Record<string, string>>> = {};
  for (const field of model.fields.values()) {
    const colored = (choicesOf(field) ?? []).flatMap(({ value, color }) => (color ? [[String(value), color]] : []));
    if (colored.length > 0) colors[field.name] = Object.fromEntries(colored) as Record<string, string>;
  }
  return {
    id: model.name,
    app: model.app,
    label: model.label,
    plural: model.plural,
    api: model.rest,
    path: model.web ?? model.rest,
    ...(model.fields.get('color')?.kind.name === 'color' && model.fields.has('slug') ? { tinted: true } : {}),
    ...(Object.keys(colors).length > 0 ? { colors } : {}),
  };
}
