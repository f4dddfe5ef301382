import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import { type Narrowing, narrowings } from '#registry/narrowings.ts';
import { wholeFields } from '#registry/rest-facts.ts';
import type { FormFieldMeta, PickMeta } from '../form-contract.ts';
import { fieldLabel, labelOf } from '../label.ts';
import type { PickParts } from './picks.ts';

/** A field of the form that isn't stored: it narrows the list that another one is picked from. */
interface Narrower extends Narrowing {
  /** The parameter of the list picked from. */
  readonly parameter: string;
}

/** What narrows the list that a relation is picked from. Throws where the list can't be asked so. */
function narrowersOf(field: Field, { registry, filters }: PickParts): Narrower[] {
  const target = field.to ? registry.find(field.to) : undefined;
  if (!target) return [];
  return narrowings(field, target).map((one) => {
    const last = one.path.at(-1)!;
    const parameter = [`${last}_id`, `${last.replace(/s$/, '')}_id`].find((name) =>
      filters.get(target.name)?.some((filter) => filter.name === name),
    );
    if (!parameter) throw new Error(`${target.name} has no filter by which ${one.name} narrows ${field.name}`);
    return { ...one, parameter };
  });
}

interface Narrowed {
  readonly parts: PickParts;
  readonly model: Model;
  readonly field: Field;
}

/** How what narrows a relation asks the list that it is picked from. */
export function narrowedPicks(field: Field, parts: PickParts): PickMeta[] {
  return narrowersOf(field, parts).map(({ name, parameter }) => ({ parameter, field: name }));
}

/** The fields that narrow a relation, each by those before it where what it offers lies in what they do. */
export function narrowingFields({ parts, model, field }: Narrowed): FormFieldMeta[] {
  const narrowers = narrowersOf(field, parts);
  return narrowers.map(({ name, path, many }, at): FormFieldMeta => {
    if (model.fields.has(name))
      throw new Error(`${model.name} has a field ${name} of its own: nothing else narrows by it`);
    const target = targetOf(parts, field, path);
    const way = path.map((step, done) => ({ model: targetOf(parts, field, path.slice(0, done)).name, field: step }));
    const narrowed = wholeFields(model).filter((one) => one.to && sharesName(one, name, parts));
    const single = narrowed.length === 1 && !isMany(narrowed[0]!);
    const pick = narrowers.slice(0, at).flatMap((outer): PickMeta[] => {
      const to = targetOf(parts, field, outer.path).name;
      const inside = [...target.fields.values()].some((one) => one.to === to && one.name === outer.path.at(-1));
      return inside ? [{ parameter: outer.parameter, field: outer.name }] : [];
    });
    const when = sharedWhen(narrowed);
    return {
      name,
      label: labelOf(name),
      widget: 'relation',
      model: target.name,
      nullable: true,
      narrows: { labels: narrowed.map(fieldLabel), ...(single ? { field: field.name, way } : {}) },
      ...(pick.length > 0 ? { pick } : {}),
      ...(many ? { only: 'many' as const } : {}),
      ...(when ? { when } : {}),
    };
  });
}

function targetOf({ registry }: PickParts, field: Field, path: readonly string[]): Model {
  let model = registry.get(field.to!);
  for (const name of path) {
    const next = model.fields.get(name)?.to;
    if (!next) throw new Error(`${model.name} has no relation ${name}, by which ${field.name} is narrowed`);
    model = registry.get(next);
  }
  return model;
}

function sharesName(field: Field, name: string, parts: PickParts): boolean {
  return narrowersOf(field, parts).some((one) => one.name === name);
}

const isMany = ({ kind }: Field) => kind.name !== 'foreignKey' && kind.name !== 'oneToOne';

/** Shown while any of the narrowed fields is, where one other field decides on all of them. */
function sharedWhen(narrowed: readonly Field[]): FormFieldMeta['when'] {
  const all = narrowed.map(({ form }) => Object.entries((typeof form === 'object' && form.when) || {})[0]);
  const [first] = all;
  if (!first || all.some((one) => one?.[0] !== first[0])) return undefined;
  return { field: first[0], values: [...new Set(all.flatMap((one) => one![1].split(' ')))] };
}
