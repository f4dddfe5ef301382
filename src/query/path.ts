import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { columnOf, pairsOf } from '#registry/registry.ts';
import type { Path, Step } from './step.ts';

/** The field that REST or NetBox's own models know under the name. */
export function fieldNamed(model: Model, name: string): Field | undefined {
  const direct = model.fields.get(name);
  if (direct) return direct;
  for (const field of model.fields.values()) if (field.source === name || columnOf(field) === name) return field;
  return undefined;
}

function forwardStep(registry: Registry, model: Model, field: Field): Step | undefined {
  switch (field.kind.name) {
    case 'foreignKey':
    case 'oneToOne':
    case 'contentType':
      return { way: 'forward', model: registry.get(field.to!), column: columnOf(field)! };
    case 'manyToMany':
      return { way: 'pairs', model: registry.get(field.to!), ...pairsOf(model, field) };
    case 'tags':
      return { way: 'tags', model: registry.get('extras.tag'), of: model };
    case 'reverse':
    case 'reverseOne':
      return reverseStep(model, registry.get(field.to!), field.via!);
    default:
      return undefined;
  }
}

/** The step back from `model` to `other` along the relation `via` of `other`. */
export function reverseStep(model: Model, other: Model, via: string): Step {
  const field = fieldNamed(other, via);
  if (!field) throw new Error(`${other.name} has no field ${via}`);
  if (field.kind.name === 'generic') {
    const type = other.fields.get(field.typeField!)!;
    const id = other.fields.get(field.idField!)!;
    return { way: 'generic', model: other, of: model, typeColumn: columnOf(type)!, idColumn: columnOf(id)! };
  }
  if (field.kind.name === 'manyToMany') {
    const { table, own, other: target } = pairsOf(other, field);
    return { way: 'pairs', model: other, table, own: target, other: own };
  }
  return { way: 'reverse', model: other, column: columnOf(field)! };
}

function genericStep(registry: Registry, model: Model, other: Model): Step {
  const { type, id } = registry.genericFields(other);
  return { way: 'generic', model: other, of: model, typeColumn: columnOf(type)!, idColumn: columnOf(id)! };
}

function stepNamed(registry: Registry, model: Model, name: string): Step | undefined {
  const generic = registry.generics(model).get(name);
  if (generic) return genericStep(registry, model, generic);
  const field = fieldNamed(model, name);
  const forward = field && forwardStep(registry, model, field);
  if (forward) return forward;
  const ways = registry.incoming(model);
  // Queries name the way back in the singular too, where NetBox gives a relation a query name of its own.
  const incoming = ways.get(name) ?? ways.get(`${name}s`);
  if (incoming) return reverseStep(model, incoming.model, incoming.field.name);
  // A generic relation followed to one of the models it can name: `interface` on an address.
  const named = registry.genericSources(model).find((source) => source.model === name.replaceAll('_', ''));
  if (named) {
    const { type, id } = registry.genericFields(model);
    return { way: 'genericForward', model: named, typeColumn: columnOf(type)!, idColumn: columnOf(id)! };
  }
  return undefined;
}

/**
 * Follows a path of names joined by dots (or by double underscores, as in permissions' constraints) from a model.
 * The last name may be a field, a relation (its own column is meant where it has one), `pk` or `id`.
 * Throws an Error naming the model and the name that leads nowhere.
 */
export function resolvePath(registry: Registry, from: Model, path: string): Path {
  const names = path.split(path.includes('__') ? '__' : '.');
  const steps: Step[] = [];
  let model = from;
  for (const [index, name] of names.entries()) {
    const last = index === names.length - 1;
    if (last && (name === 'pk' || name === 'id')) return { from, steps, model, field: undefined };
    const field = fieldNamed(model, name);
    if (last && field && columnOf(field)) return { from, steps, model, field };
    const step = stepNamed(registry, model, name);
    if (!step) throw new Error(`${from.name}: the path ${path} leads nowhere at ${model.name}.${name}`);
    steps.push(step);
    model = step.model;
  }
  return { from, steps, model, field: undefined };
}
