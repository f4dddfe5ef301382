import type { Field } from '#fields/field.ts';
import { fieldNamed, resolvePath, reverseStep } from '#query/path.ts';
import { isMany, type Step } from '#query/step.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';

/**
 * A way from an object to a value that is none of its own: names of relations between slashes, the last a relation or a
 * field (`device/site`); `<app>.<model>@<relation>` is the way back along a relation. `#` before a single one counts what
 * it leads to; ways between bars are alternatives, of which the first that leads anywhere counts.
 */
export type FarPath = string;

/** Where a way leads. */
export interface FarEnd {
  /** The model whose objects stand there, or whose field does. */
  readonly model: Model;
  /** The field; undefined where the objects themselves stand there. */
  readonly field: Field | undefined;
  readonly many: boolean;
  readonly counted: boolean;
}

/** The end of a way; of several alternatives that of the first. Throws an Error where it leads nowhere. */
export function farEnd(registry: Registry, from: Model, path: FarPath): FarEnd {
  const way = path.split('|')[0]!;
  const counted = way.startsWith('#');
  const tokens = (counted ? way.slice(1) : way).split('/');
  let model = from;
  let many = false;
  for (const [at, token] of tokens.entries()) {
    const field = model.fields.get(token);
    if (at === tokens.length - 1 && field && !counted && !isList(field)) {
      if (field.to === undefined) return { model, field, many, counted };
      return { model: registry.get(field.to), field: undefined, many, counted };
    }
    const step = farStep(registry, model, token);
    many ||= isMany(step) && !leadsToOne(registry, model, token);
    model = step.model;
  }
  return { model, field: undefined, many, counted };
}

/** The step that a part of a way names. */
export function farStep(registry: Registry, model: Model, token: string): Step {
  const [other, via] = token.split('@') as [string, string?];
  if (via !== undefined) return reverseStep(model, registry.get(other), via);
  return resolvePath(registry, model, `${token}.pk`).steps[0]!;
}

/** Whether the step back leads to one object at most. */
export function leadsToOne(registry: Registry, model: Model, token: string): boolean {
  const [other, via] = token.split('@') as [string, string?];
  if (via !== undefined) return fieldNamed(registry.get(other), via)?.kind.name === 'oneToOne';
  return model.fields.get(token)?.kind.name === 'reverseOne';
}

const isList = ({ kind }: Field): boolean => ['manyToMany', 'reverse', 'genericReverse', 'tags'].includes(kind.name);
