import type { Step } from '#query/step.ts';
import type { Model } from '#registry/model.ts';
import { type FarPath, farStep, leadsToOne } from '../far-path.ts';
import type { BoundPart, Part } from '../part.ts';
import { type Shape, valueShape } from '../shape.ts';
import type { Shapes } from '../shapes.ts';
import { relatedCountPart } from './count.ts';
import { firstPart, manyPart } from './many.ts';
import { relationPart } from './relation.ts';

interface Far {
  readonly name: string;
  readonly model: Model;
  readonly path: FarPath;
}

/** What stands at the end of a way from the object, as a property; a list where the way parts. */
export function farPart(shapes: Shapes, { name, model, path }: Far): Part {
  const ways = path.split('|');
  if (ways.length > 1)
    return firstPresent(
      name,
      ways.map((way) => farPart(shapes, { name, model, path: way })),
    );
  const { registry } = shapes;
  if (path.startsWith('#')) return relatedCountPart(name, model, () => farStep(registry, model, path.slice(1)));
  const [token, ...rest] = path.split('/') as [string, ...string[]];
  if (rest.length === 0 && model.fields.has(token)) return { ...shapes.part(model, token)!, name };
  const step = farStep(registry, model, token);
  const shape = (): Shape =>
    rest.length === 0
      ? shapes.of(step.model, 'brief')
      : shapes.far(step.model, rest.join('/'), (end) => valueShape(step.model, end));
  return stepPart({ name, model, step, shape, one: leadsToOne(registry, model, token) });
}

interface Stepping {
  readonly name: string;
  readonly model: Model;
  readonly step: Step;
  readonly shape: () => Shape;
  /** The step back leads to one object at most. */
  readonly one: boolean;
}

function stepPart({ name, model, step, shape, one }: Stepping): Part {
  if (step.way === 'forward') return relationPart(name, step.column, shape);
  if (step.way === 'genericForward') return namedPart(name, step, shape);
  return one ? firstPart({ name, model, step: () => step, shape }) : manyPart({ name, model, step: () => step, shape });
}

/** The object that a type and an id name, where it is of the step's model. */
function namedPart(name: string, step: Extract<Step, { way: 'genericForward' }>, shape: () => Shape): Part {
  return {
    name,
    columns: [step.typeColumn, step.idColumn],
    bind(at) {
      const [typeAt, idAt] = [at(step.typeColumn), at(step.idColumn)];
      return {
        load(rows, context) {
          const type = context.contentTypes.id(step.model.name);
          return context.load(
            shape(),
            rows.flatMap((row) => (row[typeAt] === type && row[idAt] != null ? [row[idAt]] : [])),
          );
        },
        text(row, state, context) {
          if (row[typeAt] !== context.contentTypes.id(step.model.name)) return 'null';
          return (state as ReadonlyMap<string, string>).get(row[idAt] ?? '') ?? 'null';
        },
      };
    },
  };
}

/** The first of several parts that has a value. */
function firstPresent(name: string, parts: readonly Part[]): Part {
  return {
    name,
    columns: [...new Set(parts.flatMap(({ columns }) => columns))],
    bind(at): BoundPart {
      const bound = parts.map((part) => part.bind(at));
      return {
        load: (rows, context) => Promise.all(bound.map((part) => part.load?.(rows, context))),
        text(row, state, context) {
          for (const [index, part] of bound.entries()) {
            const text = part.text(row, (state as unknown[])[index], context);
            if (text !== 'null' && text !== '[]') return text;
          }
          return 'null';
        },
      };
    },
  };
}
