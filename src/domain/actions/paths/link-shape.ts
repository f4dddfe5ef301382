import type { ReadContext } from '#operations/read/context.ts';
import type { Part } from '#operations/read/part.ts';
import { objectShape, type Shape } from '#operations/read/shape.ts';
import type { Shapes } from '#operations/read/shapes.ts';

const properties = 'id url display_url type:plain status:plain label color length length_unit:plain description';
const made = new WeakMap<Shapes, Map<string, Shape>>();

/**
 * A link as a trace shows it: choices without their labels, and no line of its own. A wireless link has the properties
 * of a cable, with its distance for the length and nothing where only a cable has something.
 */
export function linkShape({ shapes }: Pick<ReadContext, 'shapes'>, name: string): Shape {
  const ours = made.get(shapes) ?? new Map<string, Shape>();
  made.set(shapes, ours);
  const shape = ours.get(name) ?? makeShape(shapes, name);
  ours.set(name, shape);
  return shape;
}

function makeShape(shapes: Shapes, name: string): Shape {
  const model = shapes.registry.get(name);
  const parts = properties.split(' ').map((token): Part => {
    const property = token.split(':')[0]!;
    const own = model.fields.has('length') ? token : token.replace('length', 'distance');
    const isKnown = ['id', 'url', 'display_url'].includes(property) || model.fields.has(own.split(':')[0]!);
    if (!isKnown) return constant(property, property === 'type' ? 'null' : '""');
    return { ...shapes.part(model, own)!, name: property };
  });
  return objectShape(model, parts);
}

const constant = (name: string, text: string): Part => ({ name, columns: [], bind: () => ({ text: () => text }) });
