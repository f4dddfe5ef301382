import type { Field } from '#fields/field.ts';
import type { Model } from './model.ts';

/** What only narrows the objects that a relation may name, under a name of its own. */
export interface Narrowing {
  readonly name: string;
  /** From the named object to what narrows. */
  readonly path: readonly string[];
  /** Only where many objects are edited together. */
  readonly many: boolean;
}

const manyMark = 'many: ';

/** As the relation's form says, and what objects of its target are picked by wherever they are. */
export function narrowings(field: Field, target: Model): Narrowing[] {
  const usual = target.pickedBy ? { [`${field.name}_${target.pickedBy}`]: target.pickedBy } : {};
  const said = typeof field.form === 'object' ? field.form.narrow : undefined;
  return Object.entries({ ...usual, ...said }).map(([name, told]) => ({
    name,
    path: told.replace(manyMark, '').split('.'),
    many: told.startsWith(manyMark),
  }));
}
